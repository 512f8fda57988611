using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HandoffOffice.EndToEnd;

/// <summary>
/// A screen as people have it, narrow and wide, light and dark: no sideways scrolling, and nothing that axe calls a violation of WCAG 2.2 AA, narrow in the dark
/// and wide in the light. Where SCREENS names a folder, axe looks at all four, and pictures of them are left there, each as high as what it shows.
/// </summary>
internal static class Screens
{
    private static readonly ConcurrentDictionary<string, bool> Looked = new();

    private const int Height = 900;
    private const int OneAlone = 900;
    private const int Twice = 640; // What 1280 px have at 200 % (WCAG 2.2, 1.4.4).
    private const int HighestPicture = 4_000;

    // Fluent UI's focus traps put hidden, focusable guards around menus and dialogs; they move the focus on at once.
    private static readonly AxeRunContext Page = new() { Exclude = [new AxeSelector("[data-tabster-dummy]")] };

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    // The page has drawn itself anew, and no colour is on its way to another.
    private const string Settled = """
        async () => {
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
          await Promise.allSettled(document.getAnimations().filter((moving) => moving instanceof CSSTransition).map((moving) => moving.finished));
        }
        """;

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SCREENS") is { Length: > 0 } folder ? folder : null;

    /// <summary>Looks at the screen in the four ways and at 200 %, once in a run of the tests, and leaves the page wide and light, with the focus where it was.</summary>
    public static async Task Look(IPage page, string screen)
    {
        if (!Looked.TryAdd(screen, true))
        {
            return;
        }

        IJSHandle focused = await page.EvaluateHandleAsync("document.activeElement");
        foreach (int width in new[] { 320, 1280 })
        {
            await page.SetViewportSizeAsync(width, Height);
            await InPane(page, width);
            foreach (ColorScheme scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.EvaluateAsync(Settled);
                await Check(page, $"{screen}, {width} px, {scheme}", axe: scheme == (width < OneAlone ? ColorScheme.Dark : ColorScheme.Light) || Pictures is not null);
                await Picture(page, $"{screen}-{width}-{scheme}", width);
            }
        }

        await page.SetViewportSizeAsync(Twice, Height);
        await page.EvaluateAsync(Settled);
        await Check(page, $"{screen}, at 200 %", axe: false);
        await page.SetViewportSizeAsync(1280, Height);
        if (Pictures is not null)
        {
            await ForcedColors(page, screen);
        }

        await focused.EvaluateAsync("element => element.focus()");
    }

    // What a browser does with colours of its own nobody can ask it: somebody looks at the picture.
    private static async Task ForcedColors(IPage page, string screen)
    {
        await page.SetViewportSizeAsync(320, Height);
        await InPane(page, 320);
        await page.EmulateMediaAsync(new() { ForcedColors = Microsoft.Playwright.ForcedColors.Active });
        await page.EvaluateAsync(Settled);
        await Picture(page, $"{screen}-320-forced", 320);
        await page.EmulateMediaAsync(new() { ForcedColors = Microsoft.Playwright.ForcedColors.None });
        await page.SetViewportSizeAsync(1280, Height);
    }

    // Where there is room for one alone, a handoff's page opens on the document.
    private static async Task InPane(IPage page, int width)
    {
        ILocator pane = page.GetByRole(AriaRole.Tab, new() { Name = "Pane", Exact = true });
        if (width < OneAlone && await pane.CountAsync() > 0)
        {
            await pane.ClickAsync();
        }
    }

    // What axe asks takes seconds: of a width and a scheme each counts once, and all four where pictures are made.
    private static async Task Check(IPage page, string screen, bool axe)
    {
        if (axe)
        {
            AxeResult result = await page.RunAxe(Page, Rules);
            Assert.True(result.Violations.Length == 0, $"{screen}: {string.Join("; ", result.Violations.Select(v => $"{v.Id} at {v.Nodes[0].Html}"))}");
        }

        int sideways = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(sideways == 0, $"{screen}: it can be scrolled sideways by {sideways} px");
    }

    private static async Task Picture(IPage page, string name, int width)
    {
        if (Pictures is null)
        {
            return;
        }

        // Parts of a page scroll by themselves: the window grows by what the highest of them hides.
        int hidden = await page.EvaluateAsync<int>("Math.max(0, ...[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).overflowY !== 'visible').map(e => e.scrollHeight - e.clientHeight))");
        await page.SetViewportSizeAsync(width, Math.Min(HighestPicture, Height + hidden));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png") });
        await page.SetViewportSizeAsync(width, Height);
    }
}
