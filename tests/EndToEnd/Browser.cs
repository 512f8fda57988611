using Microsoft.Playwright;

namespace HandoffOffice.EndToEnd;

/// <summary>Debian's Chromium, or the one that CHROMIUM names.</summary>
public sealed class Browser : IAsyncLifetime
{
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
            request.Url.StartsWith(url, StringComparison.Ordinal) || request.Url.StartsWith("blob:", StringComparison.Ordinal) || request.Url.StartsWith("data:", StringComparison.Ordinal),
            $"The page asked another host: {request.Url}");
        await page.GotoAsync("/");
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
