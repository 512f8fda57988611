using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HandoffOffice.EndToEnd;

/// <summary>Home, form and review, narrow and wide, light and dark: nothing that axe calls a violation of WCAG 2.2 AA, no sideways scrolling.</summary>
[Trait("Capability", "C70")]
public sealed class ScreensAreAccessible(Product product, Browser browser) : IClassFixture<Product>, IClassFixture<Browser>
{
    // Fluent UI's focus traps put hidden, focusable guards around menus and dialogs; they move the focus on at once.
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    public async Task The_screens_of_a_run_are_accessible(int width, ColorScheme scheme)
    {
        IPage page = await browser.Open(product.Url, width, 860, scheme);
        await InPane(page, width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it with a real example" }).Last.WaitForAsync();
        await Check(page, "home");

        await page.GetByRole(AriaRole.Button, new() { Name = "Try it with a real example" }).Last.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "What should it say?" }).WaitForAsync();
        await Check(page, "input");

        await page.GetByRole(AriaRole.Button, new() { Name = "Write the draft" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Check the draft" }).WaitForAsync();
        await Check(page, "review");
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    public async Task The_administration_page_is_accessible(int width, ColorScheme scheme)
    {
        IPage page = await browser.Open(product.Url, width, 860, scheme);
        await page.GotoAsync("/#/admin");
        await page.GetByText("This page is for administrators").WaitForAsync();
        await Check(page, "not an administrator");

        await page.GetByRole(AriaRole.Button, new() { Name = "Switch person" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Teodor Ivanov" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Administration" }).ClickAsync();
        await page.GetByText("handoff verify ledger ledger.jsonl").WaitForAsync();
        await Check(page, "administration");

        foreach (string dialog in new[] { "Stop something", "Pass on all of one person", "Add an absence" })
        {
            ILocator opener = page.GetByRole(AriaRole.Button, new() { Name = dialog });
            await opener.ClickAsync();
            await page.GetByRole(AriaRole.Dialog).WaitForAsync();
            await Check(page, dialog);
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(opener).ToBeFocusedAsync();
        }
    }

    private static async Task InPane(IPage page, int width)
    {
        if (width < 900)
        {
            await page.GetByRole(AriaRole.Tab, new() { Name = "Pane", Exact = true }).ClickAsync();
        }
    }

    private static async Task Check(IPage page, string screen)
    {
        AxeResult result = await page.RunAxe(new AxeRunContext { Exclude = [new AxeSelector("[data-tabster-dummy]")] }, Rules);
        Assert.True(result.Violations.Length == 0, $"{screen}: {string.Join("; ", result.Violations.Select(v => $"{v.Id} at {v.Nodes[0].Html}"))}");
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }
}
