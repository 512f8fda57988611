using HandoffOffice.Api.Tests.Running;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>What each page may load, and who may frame it.</summary>
public sealed class PagePolicyTests(LocalProduct fixture)
{
    private const string EntraOrigin = "https://login.microsoftonline.com";

    private static readonly string[] Pages = ["/", "/index.html", "/taskpane.html", "/send.html", "/signin.html"];

    private static readonly string[] AnySource = ["*", "http:", "https:"];

    private static readonly Dictionary<string, string?> Entra = new(StringComparer.Ordinal)
    {
        ["AzureAd:ClientId"] = "11111111-2222-3333-4444-555555555555",
        ["AzureAd:TenantId"] = "66666666-7777-8888-9999-000000000000",
    };

    public static TheoryData<string> OfficePages => ["/taskpane.html", "/send.html", "/signin.html"];

    public static TheoryData<string> EveryPage => [.. Pages];

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/api/v1/configuration")]
    [InlineData("/taskpane.html/")]
    [InlineData("/nothing/taskpane.html")]
    public async Task Nobody_frames_the_workbench_and_it_takes_scripts_from_nowhere_else(string path)
    {
        Dictionary<string, string[]> policy = await PolicyOf(fixture.Product, path);
        Assert.Equal(["'none'"], policy["frame-ancestors"]);
        Assert.Equal(["'self'"], policy["script-src"]);
    }

    [Theory]
    [MemberData(nameof(OfficePages))]
    public async Task A_page_of_Office_takes_scripts_from_Office_js_and_what_that_loads(string path) => Assert.Equal(
        ["'self'", "https://appsforoffice.microsoft.com/lib/", "https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js"],
        (await PolicyOf(fixture.Product, path))["script-src"]);

    [Theory]
    [MemberData(nameof(OfficePages))]
    public async Task A_page_of_Office_is_framed_by_Office_and_Outlook_on_the_web_and_nobody_else(string path)
    {
        string[] ancestors = (await PolicyOf(fixture.Product, path))["frame-ancestors"];
        Assert.Equal(
            [
                "'self'", "https://outlook.office.com", "https://outlook.office365.com", "https://*.sharepoint.com",
                "https://*.officeapps.live.com", "https://*.cloud.microsoft",
            ],
            ancestors);
    }

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task Without_Entra_ID_a_page_calls_and_frames_only_its_own_server(string path)
    {
        Dictionary<string, string[]> policy = await PolicyOf(fixture.Product, path);
        Assert.Equal(["'self'"], policy["connect-src"]);
        Assert.Equal(["'self'"], policy["frame-src"]);
    }

    [Fact]
    public async Task With_Entra_ID_every_page_also_reaches_where_people_sign_in()
    {
        await using Product product = Product.Start(Entra);
        foreach (string path in Pages)
        {
            Dictionary<string, string[]> policy = await PolicyOf(product, path);
            Assert.Equal(["'self'", EntraOrigin], policy["connect-src"]);
            Assert.Equal(["'self'", EntraOrigin], policy["frame-src"]);
            Assert.DoesNotContain(EntraOrigin, policy["script-src"]);
        }
    }

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task No_page_allows_inline_scripts_evaluation_plug_ins_forms_or_any_source(string path)
    {
        Dictionary<string, string[]> policy = await PolicyOf(fixture.Product, path);
        Assert.Equal(["'self'"], policy["default-src"]);
        Assert.All(["object-src", "base-uri", "form-action"], directive => Assert.Equal(["'none'"], policy[directive]));
        Assert.DoesNotContain(policy["script-src"], source => source.StartsWith("'unsafe", StringComparison.Ordinal));
        Assert.All(policy.Values.SelectMany(sources => sources), source => Assert.DoesNotContain(source, AnySource));
    }

    private static async Task<Dictionary<string, string[]>> PolicyOf(Product product, string path)
    {
        Answer answer = await product.AsNobody().Get(path);
        return answer.Headers["Content-Security-Policy"].Split("; ").Select(directive => directive.Split(' '))
            .ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);
    }
}
