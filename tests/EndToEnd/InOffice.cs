using System.Text.Json;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain.Reviewing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HandoffOffice.EndToEnd;

/// <summary>
/// The pane in Word and in Outlook, which are simulated, on the product as it runs: the author is in the browser, the reviewer somewhere else.
/// The send handler is the one that the product serves, and the seal the product's own.
/// </summary>
public sealed class InOffice(Product product, Browser browser) : IClassFixture<Product>, IClassFixture<Browser>
{
    // As Outlook does when somebody presses Send: the handler's script answers the event.
    private const string PressSend = """
        async () => {
          if (!simulated.actions.has("onMessageSend")) await new Promise((loaded, failed) => {
            const script = Object.assign(document.createElement("script"), { src: "/send.js", onload: loaded, onerror: failed });
            document.head.append(script);
          });
          return new Promise((completed) => simulated.actions.get("onMessageSend")({ completed }));
        }
        """;

    // In an Outlook that keeps what is put in, in three that write it anew, and as Exchange does on the way.
    [Theory]
    [InlineData(null)]
    [InlineData("web")]
    [InlineData("classic")]
    [InlineData("mac")]
    [InlineData("exchange")]
    [Trait("Capability", "C64")]
    [Trait("Capability", "C66")]
    [Trait("Capability", "C87")]
    public async Task A_reply_is_drafted_held_approved_and_sent_and_held_with_a_word_changed(string? client)
    {
        IPage page = await browser.OpenIn("outlook", product.Url, client);
        await page.GetByRole(AriaRole.Button, new() { Name = "Client email" }).First.ClickAsync();
        await Expect(page.GetByText("Filled from this mail: ")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Topic" })).ToHaveValueAsync("Dates for the test");
        await Screens.Look(page, "outlook-input");
        await page.Button("Load the example").ClickAsync();
        await page.Button("Write the draft").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Check the draft" })).ToBeVisibleAsync();
        string before = await page.EvaluateAsync<string>("simulated.mail.html");
        Assert.False(await IsLetGo(page));

        await Approve(await page.EvaluateAsync<Guid>("simulated.mail.headers.get('x-handoffoffice-draft')"));
        await ComeBack(page);
        await page.Button("Put it into this mail").ClickAsync();
        await Expect(page.GetByText("Read it once more and press Send.")).ToBeVisibleAsync();
        await Screens.Look(page, "outlook-placed");
        string placed = await page.EvaluateAsync<string>("simulated.mail.html");
        Assert.True(client is not null || placed.EndsWith(before, StringComparison.Ordinal), placed);
        Assert.True(await IsLetGo(page));

        // A client may have cut any word in two.
        await page.EvaluateAsync("simulated.mail.html = simulated.mail.html.replace(/<[^>]*handoffoffice-text[^>]*>/, (tag) => `${tag}<p>Not approved.</p>`)");
        Assert.False(await IsLetGo(page));
        await page.Button("Put it in again").ClickAsync();
        await page.WaitForFunctionAsync("() => !simulated.mail.html.includes('Not approved.')");
        Assert.True(await IsLetGo(page));
    }

    // Each with all the known faults of Word that show there.
    [Theory]
    [InlineData("windows")]
    [InlineData("mac")]
    [InlineData("web")]
    [Trait("Capability", "C59")]
    [Trait("Capability", "C63")]
    public async Task A_report_is_drafted_into_a_letter_decided_there_and_sealed_there(string client)
    {
        IPage page = await browser.OpenIn("word", product.Url, client);
        await page.GetByRole(AriaRole.Button, new() { Name = "Client status report" }).First.ClickAsync();
        await page.Button("Load the example").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Into this document, at the cursor" })).ToBeCheckedAsync();
        await Screens.Look(page, "word-input");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Rita Okafor" }).CheckAsync();
        await page.Button("Write the draft").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Check the draft" })).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => simulated.document.bodyXml.includes('<w:ins ')");
        string id = (await page.EvaluateAsync<string>("location.hash.match(/[0-9a-f-]{36}/)[0]"))!;

        await Approve(Guid.Parse(id));
        await ComeBack(page);
        await page.Button("Seal this document").ClickAsync();
        await Expect(page.GetByText("It says exactly what was approved.")).ToBeVisibleAsync();
        await Screens.Look(page, "word-sealed");
        string xml = await page.EvaluateAsync<string>("simulated.document.bodyXml");
        Assert.DoesNotContain("<w:ins ", xml, StringComparison.Ordinal);
        Assert.Contains("Dear client,", xml, StringComparison.Ordinal);
        Assert.Equal(Domain.HandoffState.Released, (await (await product.As(LocalPeople.AmaraOsei)).Look(Guid.Parse(id))).State);
    }

    // The pane gets the focus again, as when its author clicks into it.
    private static Task ComeBack(IPage page) => page.EvaluateAsync("window.dispatchEvent(new Event('focus'))");

    private static async Task<bool> IsLetGo(IPage page) => (await page.EvaluateAsync<JsonElement>(PressSend)).GetProperty("allowEvent").GetBoolean();

    private async Task Approve(Guid id)
    {
        HandoffView view = await (await product.As(LocalPeople.AmaraOsei)).Look(id);
        Session reviewer = await product.As(LocalPeople.All.Single(person => person.Id == view.Reviewers[0].Id));
        foreach (ChangeView change in view.Changes)
        {
            (await reviewer.Decide(id, change.Id, Decision.Accepted)).Ok();
        }

        await reviewer.ConfirmAll(id);
        (await reviewer.Sign(id)).Ok();
    }
}
