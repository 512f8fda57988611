using Microsoft.Playwright;

namespace HandoffOffice.EndToEnd;

/// <summary>Debian's Chromium, or the one that CHROMIUM names.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string OfficeScript = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run", "--disable-sync", "--disable-component-update"],
        });
    }

    /// <summary>A page of its own, that fails the test on a script error and asks nothing of any other host.</summary>
    public async Task<IPage> Open(string url, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        IPage page = await New(url, width, height, scheme);
        await page.GotoAsync("/");
        return page;
    }

    /// <summary>The pane as it is in an application of Office, which is simulated: its script stands in the place of Office.js.</summary>
    /// <param name="url">The product.</param>
    /// <param name="application"><c>word</c> or <c>outlook</c>.</param>
    /// <param name="client">Which of its clients, by the simulator's names; null for one without faults.</param>
    public async Task<IPage> OpenIn(string application, string url, string? client = null)
    {
        // It takes longer to be made than a page may take.
        string script = SimulatedOffice.Script;
        IPage page = await New(url, 420, 900, ColorScheme.Light, OfficeScript);
        await page.RouteAsync(OfficeScript, route => route.FulfillAsync(new() { Path = script, ContentType = "text/javascript" }));
        await page.GotoAsync($"/taskpane.html?office={application}{(client is null ? "" : $"&client={client}")}");
        return page;
    }

    private async Task<IPage> New(string url, int width, int height, ColorScheme scheme, string? other = null)
    {
        IBrowserContext context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = url,
            AcceptDownloads = true,
            ColorScheme = scheme,
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        page.PageError += (_, error) => Assert.Fail($"A script broke: {error}");
        page.Request += (_, request) => Assert.True(
            request.Url == other || request.Url.StartsWith(url, StringComparison.Ordinal) || request.Url.StartsWith("blob:", StringComparison.Ordinal) || request.Url.StartsWith("data:", StringComparison.Ordinal),
            $"The page asked another host: {request.Url}");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
