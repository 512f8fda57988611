using HandoffOffice.Redlining;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HandoffOffice.EndToEnd;

/// <summary>A handoff with high stakes on screen: two reviewers who look as long as reading takes, and sign in again to sign.</summary>
[Trait("Capability", "C96")]
public sealed class HighStakesRun(Product product, Browser browser) : IClassFixture<Product>, IClassFixture<Browser>
{
    private const string Name = "Board status report";

    [Fact]
    public async Task Two_reviewers_look_sign_in_again_and_sign_and_it_leaves_once()
    {
        await product.Launch("client-status-report", workflow =>
        {
            (workflow["key"], workflow["version"], workflow["name"], workflow["stakes"]) = ("board-status-report", 1, Name, "High");
            workflow["gate"]!["reviewers"] = 2;
        });
        IPage page = await browser.Open(product.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = Name }).First.ClickAsync();
        await page.Button("Load the example").ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Rita Okafor" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Jonas Lindqvist" }).CheckAsync();
        await page.Button("Write the draft").ClickAsync();
        await page.Button("Switch to Rita Okafor").ClickAsync();

        await Expect(page.Button("Accept change 1")).ToBeVisibleAsync();

        // The first decides, confirms, and is held back until the words were in view as long as reading them takes.
        for (int change = 1; change <= 8; change++)
        {
            await page.Keyboard.PressAsync("a");
            await Expect(page.GetByText($"{change} of 8 changes decided")).ToBeVisibleAsync();
        }

        await page.Button("Continue to sign").ClickAsync();
        await ConfirmAll(page);
        await Expect(page.Button("Sign")).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(page.GetByText("With high stakes you can sign")).ToBeVisibleAsync();
        await Look(page, 8);
        await SignAgain(page, "Rita Okafor", "I have read it and compared it with its record");
        await Expect(page.GetByText("1 of 2 signatures given")).ToBeVisibleAsync();

        await page.SwitchTo("Jonas Lindqvist");
        await ConfirmAll(page);
        await Look(page, 8);
        await SignAgain(page, "Jonas Lindqvist", "I answer for it");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Approved" })).ToBeVisibleAsync();

        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.Button("Release and download").ClickAsync());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Released" })).ToBeVisibleAsync();
        Assert.Equal(0, Revisions.Pending(await download.Bytes()));
    }

    private static async Task ConfirmAll(IPage page)
    {
        ILocator checks = page.GetByRole(AriaRole.Checkbox);
        await Expect(checks).ToHaveCountAsync(5);
        for (int check = 0; check < 5; check++)
        {
            await checks.Nth(check).CheckAsync();
        }

        await Expect(page.GetByText("5 of 5 confirmed")).ToBeVisibleAsync();
    }

    // Every change is on screen for a second, then the rest of the time that reading takes.
    private static async Task Look(IPage page, int changes)
    {
        await page.Button("Back to the review").ClickAsync();
        ILocator rows = page.Locator("li[data-change-id]");
        await Expect(rows).ToHaveCountAsync(changes);
        for (int row = 0; row < changes; row++)
        {
            await rows.Nth(row).ScrollIntoViewIfNeededAsync();
            await page.Mouse.MoveAsync(900 + row, 400);
            await page.WaitForTimeoutAsync(1_500);
        }

        await page.Button("Continue to sign").ClickAsync();
        for (int waited = 0; waited < 30 && await page.Button("Sign").GetAttributeAsync("aria-disabled") == "true"; waited++)
        {
            await page.Mouse.MoveAsync(900 + waited, 500);
            await page.WaitForTimeoutAsync(2_000);
        }

        await Expect(page.Button("Sign")).Not.ToHaveAttributeAsync("aria-disabled", "true");
    }

    private static async Task SignAgain(IPage page, string name, string meaning)
    {
        await page.Button("Sign").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in again to sign" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = meaning }).CheckAsync();
        await page.Button($"Sign in as {name} and sign").ClickAsync();
    }
}
