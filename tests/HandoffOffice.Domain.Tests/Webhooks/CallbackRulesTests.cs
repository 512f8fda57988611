using HandoffOffice.Domain.Webhooks;
using Xunit;

namespace HandoffOffice.Domain.Tests.Webhooks;

/// <summary>The server calls nobody whom it should not (C78): each rule holds back an address that all the others would let through.</summary>
[Trait("Capability", "C78")]
public sealed class CallbackRulesTests
{
    private const string Flow = "https://prod-12.westeurope.logic.azure.com:443/workflows/0a1b/triggers/manual/paths/invoke?api-version=2016-06-01&sig=abc";

    private static readonly IReadOnlyList<CallbackRule> Rules = CallbackRules.For([.. CallbackRules.MicrosoftHosts, "hooks.example.com"]);

    /// <summary>Each rule with an address that it alone holds back.</summary>
    public static TheoryData<string, string> OnlyHeldBackBy { get; } = new()
    {
        { "too-long", $"https://x.logic.azure.com/{new string('a', CallbackRules.MaxLength)}" },
        { "not-https", "http://x.logic.azure.com:443/" },
        { "other-port", "https://x.logic.azure.com:8443/" },
        { "has-user", "https://somebody:secret@x.logic.azure.com/" },
        { "has-fragment", "https://x.logic.azure.com/#part" },
        { "other-host", "https://example.org/" },
    };

    [Theory]
    [InlineData(Flow)]
    [InlineData("https://0123abc.12.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/1/triggers/manual/paths/invoke?sig=x")]
    [InlineData("https://europe-001.azure-apim.net/apim/x")]
    [InlineData("https://HOOKS.example.com/in")]
    [InlineData("https://eu.hooks.example.com/in")]
    public void A_flows_address_or_an_allowed_host_is_called(string address)
    {
        Assert.Null(CallbackRules.Broken(address, Rules, out Uri? uri));
        Assert.Equal(new Uri(address), uri);
    }

    [Theory]
    [MemberData(nameof(OnlyHeldBackBy))]
    public void Without_a_rule_an_address_that_it_alone_holds_back_gets_through(string code, string address)
    {
        Assert.Equal(code, CallbackRules.Broken(address, Rules, out _)?.Code);
        Assert.Null(CallbackRules.Broken(address, [.. Rules.Where(rule => rule.Code != code)], out _));
    }

    [Fact]
    public void Every_rule_has_such_an_address() =>
        Assert.Equal(Rules.Select(rule => rule.Code), OnlyHeldBackBy.Select(row => row.Data.Item1));

    [Theory]
    [InlineData("https://logic.azure.com.evil.example/")]
    [InlineData("https://evillogic.azure.com/")]
    [InlineData("https://evil.example/?logic.azure.com")]
    [InlineData("https://evil.example\\@x.logic.azure.com/")]
    [InlineData("https://x.logic.azure.com@evil.example/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://localhost/")]
    [InlineData("https://169.254.169.254/metadata/instance")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://x.logic.azure.com:443/")]
    [InlineData("ftp://x.logic.azure.com/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//x.logic.azure.com/")]
    [InlineData("/relative")]
    [InlineData("https://x.logic.azure.com/\r\nX-Other: 1")]
    [InlineData("https://")]
    [InlineData("")]
    [InlineData(null)]
    public void Every_other_address_is_refused(string? address)
    {
        Assert.NotNull(CallbackRules.Broken(address, Rules, out Uri? uri));
        Assert.Null(uri);
    }
}
