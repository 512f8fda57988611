using System.Net;
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

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("20.42.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.128.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2603:1020:201:10::10f")]
    public void An_address_that_everybody_can_reach_is_public(string address) => Assert.True(CallbackRules.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::7f00:1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void A_private_local_reserved_or_translated_address_is_not(string address) => Assert.False(CallbackRules.IsPublic(IPAddress.Parse(address)));
}
