using Microsoft.Playwright;

namespace HandoffOffice.EndToEnd;

/// <summary>What people meet that no other run passes: the administration page with its dialogs, and a run's screens from the empty pane to the review.</summary>
[Trait("Capability", "C70")]
public sealed class ScreensAreAccessible(Product product, Browser browser) : IClassFixture<Product>, IClassFixture<Browser>
{
    [Fact]
    public async Task The_administration_page_is_accessible()
    {
        IPage page = await browser.Open(product.Url);
        await page.GotoAsync("/#/admin");
        await page.GetByText("This page is for administrators").WaitForAsync();
        await Screens.Look(page, "not-an-administrator");

        await page.GetByRole(AriaRole.Button, new() { Name = "Switch person" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Teodor Ivanov" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Administration" }).ClickAsync();
        await page.GetByText("handoff verify ledger ledger.jsonl").WaitForAsync();
        await Screens.Look(page, "administration");

        foreach (string dialog in new[] { "Stop something", "Pass on all of one person", "Add an absence" })
        {
            ILocator opener = page.GetByRole(AriaRole.Button, new() { Name = dialog });
            await opener.ClickAsync();
            await page.GetByRole(AriaRole.Dialog).WaitForAsync();
            await Screens.Look(page, dialog);
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(opener).ToBeFocusedAsync();
        }
    }
}
