using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HandoffOffice.EndToEnd;

/// <summary>
/// What a review costs the hand on the record of a real release, from the opened review to the signature: every change decided by itself, every
/// check ticked by itself. It may get less; where it gets more, somebody has to say why.
/// </summary>
[Trait("Capability", "C48")]
[Trait("Capability", "C62")]
public sealed class ActionsToSign(Product product, Browser browser) : IClassFixture<Product>, IClassFixture<Browser>
{
    private const int Changes = 8;
    private const int Checks = 5;

    [Fact]
    public async Task By_keyboard_each_change_each_check_and_three_more()
    {
        IPage page = await browser.Open(product.Url);
        await OpenReview(page);
        var hand = new Hand(page);
        await Expect(page.Locator("[data-change-id]:not(ins)").First.GetByRole(AriaRole.Button).First).ToBeFocusedAsync();
        for (int change = 1; change <= Changes; change++)
        {
            await hand.Press("a");
            await Expect(page.GetByText($"{change} of {Changes} changes decided")).ToBeVisibleAsync();
        }

        await Expect(page.Button("Continue to sign")).ToBeFocusedAsync();
        await hand.Press("Enter");
        ILocator checks = page.GetByRole(AriaRole.Checkbox);
        await Expect(checks).ToHaveCountAsync(Checks);
        for (int check = 0; check < Checks; check++)
        {
            await hand.Press("a");
            await Expect(checks.Nth(check)).ToBeFocusedAsync();
        }

        await hand.Press("a");
        await Expect(page.Button("Sign")).ToBeFocusedAsync();
        await Expect(page.Button("Sign")).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await hand.Press("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Approved" })).ToBeVisibleAsync();
        Assert.Equal(Changes + Checks + 3, hand.Actions);
    }

    [Fact]
    public async Task By_mouse_each_change_each_check_and_two_more()
    {
        IPage page = await browser.Open(product.Url);
        await OpenReview(page);
        var hand = new Hand(page);
        for (int change = 1; change <= Changes; change++)
        {
            await hand.Click(page.Button($"Accept change {change}"));
            await Expect(page.GetByText($"{change} of {Changes} changes decided")).ToBeVisibleAsync();
        }

        await hand.Click(page.Button("Continue to sign"));
        ILocator checks = page.GetByRole(AriaRole.Checkbox);
        await Expect(checks).ToHaveCountAsync(Checks);
        for (int check = 0; check < Checks; check++)
        {
            await hand.Click(checks.Nth(check));
        }

        await Expect(page.Button("Sign")).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await hand.Click(page.Button("Sign"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Approved" })).ToBeVisibleAsync();
        Assert.Equal(Changes + Checks + 2, hand.Actions);
    }

    private static async Task OpenReview(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it with a real example" }).First.ClickAsync();
        await page.Button("Write the draft").ClickAsync();
        await page.Button("Switch to Jonas Lindqvist").ClickAsync();
        await Expect(page.Button("Accept change 1")).ToBeVisibleAsync();
    }
}
