using HandoffOffice.Redlining;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HandoffOffice.EndToEnd;

/// <summary>A new user's first run, on screen, on the record of a real release.</summary>
[Trait("Capability", "C67")]
public sealed class StatusReportRun(Product product, Browser browser) : IClassFixture<Product>, IClassFixture<Browser>
{
    [Fact]
    public async Task A_status_report_goes_from_the_choice_of_a_workflow_to_the_downloaded_document()
    {
        IPage page = await browser.Open(product.Url);

        await Expect(page.Button("Try it with a real example").First).ToBeVisibleAsync();
        await Screens.Look(page, "home");
        await page.Button("Try it with a real example").First.ClickAsync();
        await Expect(page.Button("Write the draft")).ToBeVisibleAsync();
        await Screens.Look(page, "input");
        await page.Button("Write the draft").ClickAsync();
        await Expect(page.GetByText("No AI wrote this").First).ToBeVisibleAsync();
        await Screens.Look(page, "waiting-for-review");
        await page.Button("Switch to Jonas Lindqvist").ClickAsync();

        await Decide(page);
        await Sign(page);
        string file = await Release(page);

        byte[] released = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        string approved = DocumentText.ReadBody(released, RevisionView.Accepted);
        Assert.Contains("Code Freeze on 24 July 2024", approved);
        Assert.Contains("Our team is glad to answer any question.", approved);
        Assert.DoesNotContain("There were 5 exceptions requested", approved);
        Assert.Equal(approved, DocumentText.ReadBody(Revisions.AcceptAll(released), RevisionView.Accepted));
        Assert.Equal(0, Revisions.Pending(released));
        Assert.Empty(DocumentValidation.Validate(released));
        Assert.Equal(Lines(approved), await LibreOffice.Paragraphs(file));
    }

    // By keyboard: the first is accepted, the fifth (the exceptions) rejected, the last edited, the rest accepted together.
    private static async Task Decide(IPage page)
    {
        ILocator changes = page.Locator("[data-change-id]:not(ins)");
        await Expect(changes).ToHaveCountAsync(8);
        await Expect(page.Button("Accept change 1")).ToBeVisibleAsync();
        await Screens.Look(page, "review");
        await Select(changes.First);
        await page.Keyboard.PressAsync("a");
        await Expect(page.GetByText("1 of 8 changes decided")).ToBeVisibleAsync();

        if (Environment.GetEnvironmentVariable("WORKBENCH_PICTURE") is { Length: > 0 } picture)
        {
            await page.ScreenshotAsync(new() { Path = picture });
        }

        ILocator exceptions = changes.Filter(new() { HasText = "There were 5 exceptions requested" });
        await Select(exceptions);
        await page.Keyboard.PressAsync("r");
        await Expect(page.GetByText("2 of 8 changes decided")).ToBeVisibleAsync();

        await Select(changes.Last);
        await page.Keyboard.PressAsync("e");
        await Screens.Look(page, "review-editing");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Text of change 8" }).FillAsync("Our team is glad to answer any question.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("3 of 8 changes decided")).ToBeVisibleAsync();

        await page.Button("More actions").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Accept all undecided" }).ClickAsync();
        await Expect(page.GetByText("8 of 8 changes decided")).ToBeVisibleAsync();
        await Expect(page.Button("Continue to sign")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    // By keyboard: the first press goes to the first check, each one after it confirms and goes on.
    private static async Task Sign(IPage page)
    {
        ILocator sign = page.Button("Sign");
        await Expect(sign).ToHaveAttributeAsync("aria-disabled", "true");
        ILocator items = page.GetByRole(AriaRole.Checkbox);
        await Expect(items).ToHaveCountAsync(5);
        for (int i = 0; i < 5; i++)
        {
            await page.Keyboard.PressAsync("a");
            await Expect(items.Nth(i)).ToBeFocusedAsync();
        }

        await page.Keyboard.PressAsync("a");
        await Expect(sign).ToBeFocusedAsync();
        await Expect(sign).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await Screens.Look(page, "sign");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Approved" })).ToBeVisibleAsync();
        await Screens.Look(page, "approved");
    }

    private static async Task<string> Release(IPage page)
    {
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.Button("Release and download").ClickAsync());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Released" })).ToBeVisibleAsync();
        await Screens.Look(page, "released");
        Assert.EndsWith(".docx", download.SuggestedFilename);
        string file = Path.Combine(Directory.CreateTempSubdirectory("handoffoffice-download-").FullName, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        return file;
    }

    // Beside its buttons and chips, which do something of their own.
    private static Task Select(ILocator change) => change.ClickAsync(new() { Position = new() { X = 24, Y = 20 } });

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}
