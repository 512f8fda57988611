using System.Text;
using HandoffOffice.Redlining;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HandoffOffice.EndToEnd;

/// <summary>The two other patterns on screen: what AI picked is kept or dropped by a person, and a text that a person and AI write at once.</summary>
public sealed class OtherPatterns(Product product, Browser browser) : IClassFixture<Product>, IClassFixture<Browser>
{
    [Fact]
    [Trait("Capability", "C09")]
    [Trait("Capability", "C16")]
    public async Task A_week_of_topics_comes_from_a_file_is_kept_or_dropped_by_keyboard_and_leaves_signed()
    {
        await product.Launch("weekly-topics");
        IPage page = await browser.Open(product.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "Weekly topics" }).First.ClickAsync();
        await page.Button("Load the example").ClickAsync();
        await FillFromFile(page);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Rita Okafor" }).CheckAsync();
        await Screens.Look(page, "filter-input");
        await page.Button("Write the draft").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Keep or drop" })).ToBeVisibleAsync();
        await page.SwitchTo("Rita Okafor");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Passkeys at work" })).ToBeVisibleAsync();
        await Screens.Look(page, "triage");
        await page.Keyboard.PressAsync("a");
        await Screens.Look(page, "triage-angle");
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("g");
        await Screens.Look(page, "triage-person");
        await page.Keyboard.PressAsync("1");
        await Expect(page.GetByText("1 kept, 0 dropped, 1 left")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("n");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cloud cost control" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("d");
        await Expect(page.GetByText("1 kept, 1 dropped, 0 left")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "All" }).ClickAsync();
        await Screens.Look(page, "triage-all");
        await Sign(page);
        await page.Button("Release and download").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Released" })).ToBeVisibleAsync();
        await Screens.Look(page, "filter-released");
    }

    [Fact]
    [Trait("Capability", "C10")]
    public async Task An_article_is_written_by_its_author_and_the_AI_at_once()
    {
        await product.Launch("article");
        IPage page = await browser.Open(product.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "Article" }).First.ClickAsync();
        await page.Button("Load the example").ClickAsync();
        await Screens.Look(page, "together-input");
        await page.Button("Go on to the text").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Write it together" })).ToBeVisibleAsync();
        await page.GetByLabel("Your text: Opening").FillAsync("I stood in the new hall in Kiel on a cold morning. It smelled of paint, and nobody stood still.");
        await page.GetByLabel("Your text: What it means").FillAsync("For our customers in the north, this is good news. I believe that the port will need more people soon.");
        await Screens.Look(page, "together");
        await page.Button("Done: have the AI write the rest").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Check the draft" })).ToBeVisibleAsync();
        await Screens.Look(page, "together-merged");
        await page.Button("Switch to Jonas Lindqvist").ClickAsync();
        await page.Button("More actions").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Accept all undecided" }).ClickAsync();
        await Expect(page.GetByText("8 of 8 changes decided")).ToBeVisibleAsync();
        await Sign(page);
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.Button("Release and download").ClickAsync());
        string text = DocumentText.ReadBody(await download.Bytes(), RevisionView.Accepted);
        Assert.Contains("It smelled of paint, and nobody stood still.", text, StringComparison.Ordinal);
        Assert.Contains("The facts come from the harbour office.", text, StringComparison.Ordinal);
    }

    private static async Task Sign(IPage page)
    {
        await page.Button("Continue to sign").ClickAsync();
        ILocator items = page.GetByRole(AriaRole.Checkbox);
        await Expect(items.First).ToBeVisibleAsync();
        foreach (ILocator item in await items.AllAsync())
        {
            await item.CheckAsync();
        }

        await Expect(page.Button("Sign")).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await page.Button("Sign").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Approved" })).ToBeVisibleAsync();
    }

    // A table as analytics export it: other names for the columns, a number with its thousands, a row that is not one.
    private static async Task FillFromFile(IPage page)
    {
        await page.Button("Fill Topics from a file").ClickAsync();
        ILocator dialog = page.OpenDialog();
        await dialog.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "topics.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(
                """
                Topic;Visits;Visits last week;Searches;Typical question
                Cloud cost control;4.820;3.250;610;How do we keep the cloud bill from growing?
                Passkeys at work;9.400;2.100;1.900;Can we do without passwords?
                Old printers;310;many;12;
                Backup of mailboxes;2.050;2.110;75;Who keeps our mail?
                Zero trust;1.800;900;240;Where do we begin?
                """),
        });
        await Expect(dialog.GetByText("5 rows in topics.csv")).ToBeVisibleAsync();
        await Screens.Look(page, "import");
        await Expect(dialog.GetByRole(AriaRole.Rowheader, new() { Name = "Cloud cost control" }).Locator("xpath=following-sibling::td[1]")).ToHaveTextAsync("4,820");
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "Leave out the row that does not fit" }).CheckAsync();
        await dialog.Button("Take 4 rows").ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
    }
}
