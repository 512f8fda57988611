using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
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
        await AddHighStakesWorkflow();
        IPage page = await browser.Open(product.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = Name }).First.ClickAsync();
        await Button(page, "Load the example").ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Rita Okafor" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Jonas Lindqvist" }).CheckAsync();
        await Button(page, "Write the draft").ClickAsync();
        await Button(page, "Switch to Rita Okafor").ClickAsync();

        await Expect(Button(page, "Accept change 1")).ToBeVisibleAsync();

        // The first decides, confirms, and is held back until the words were in view as long as reading them takes.
        for (int change = 1; change <= 8; change++)
        {
            await page.Keyboard.PressAsync("a");
            await Expect(page.GetByText($"{change} of 8 changes decided")).ToBeVisibleAsync();
        }

        await Button(page, "Continue to sign").ClickAsync();
        await ConfirmAll(page);
        await Expect(Button(page, "Sign")).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(page.GetByText("With high stakes you can sign")).ToBeVisibleAsync();
        await Look(page, 8);
        await SignAgain(page, "Rita Okafor", "I have read it and compared it with its record");
        await Expect(page.GetByText("1 of 2 signatures given")).ToBeVisibleAsync();

        await Person(page, "Jonas Lindqvist");
        await ConfirmAll(page);
        await Look(page, 8);
        await SignAgain(page, "Jonas Lindqvist", "I answer for it");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Approved" })).ToBeVisibleAsync();

        IDownload download = await page.RunAndWaitForDownloadAsync(() => Button(page, "Release and download").ClickAsync());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Released" })).ToBeVisibleAsync();
        using var bytes = new MemoryStream();
        await (await download.CreateReadStreamAsync()).CopyToAsync(bytes, TestContext.Current.CancellationToken);
        Assert.Equal(0, Revisions.Pending(bytes.ToArray()));
    }

    // The sample as it comes with the product, with what an error would cost set to high, and by the administrator's decision not piloted.
    private async Task AddHighStakesWorkflow()
    {
        using HttpClient designer = await As("Mei Tanaka");
        JsonObject workflow = (await designer.GetFromJsonAsync<JsonObject>("workflows/client-status-report"))!;
        (workflow["key"], workflow["version"], workflow["name"], workflow["stakes"]) = ("board-status-report", 1, Name, "High");
        workflow["gate"]!["reviewers"] = 2;
        await Must(designer, "workflows", workflow);
        await Must(designer, "journeys/board-status-report/versions/1/tests", new { });
        using HttpClient administrator = await As("Teodor Ivanov");
        await Must(administrator, "journeys/board-status-report/versions/1/live/override", new { reason = "It is for a test." });
    }

    private async Task<HttpClient> As(string name)
    {
        var http = new HttpClient { BaseAddress = new Uri($"{product.Url}/api/v1/") };
        JsonElement people = await http.GetFromJsonAsync<JsonElement>("local/people");
        string? id = people.EnumerateArray().Single(person => person.GetProperty("name").GetString() == name).GetProperty("id").GetString();
        JsonElement token = await (await http.PostAsJsonAsync("local/token", new { personId = id })).Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("accessToken").GetString());
        return http;
    }

    private static async Task Must(HttpClient http, string path, object body)
    {
        HttpResponseMessage answer = await http.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
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
        await Button(page, "Back to the review").ClickAsync();
        ILocator rows = page.Locator("li[data-change-id]");
        await Expect(rows).ToHaveCountAsync(changes);
        for (int row = 0; row < changes; row++)
        {
            await rows.Nth(row).ScrollIntoViewIfNeededAsync();
            await page.Mouse.MoveAsync(900 + row, 400);
            await page.WaitForTimeoutAsync(1_500);
        }

        await Button(page, "Continue to sign").ClickAsync();
        for (int waited = 0; waited < 30 && await Button(page, "Sign").GetAttributeAsync("aria-disabled") == "true"; waited++)
        {
            await page.Mouse.MoveAsync(900 + waited, 500);
            await page.WaitForTimeoutAsync(2_000);
        }

        await Expect(Button(page, "Sign")).Not.ToHaveAttributeAsync("aria-disabled", "true");
    }

    private static async Task SignAgain(IPage page, string name, string meaning)
    {
        await Button(page, "Sign").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in again to sign" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = meaning }).CheckAsync();
        await Button(page, $"Sign in as {name} and sign").ClickAsync();
    }

    private static async Task Person(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch person" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = name }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"{name}" }).First).ToBeVisibleAsync();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
