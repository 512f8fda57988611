using System.Text.Json.Nodes;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Piloting;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using ClockedProduct = HandoffOffice.Api.Tests.Running.Product;

namespace HandoffOffice.EndToEnd;

/// <summary>
/// A workflow's whole way, on screen, over six weeks of the product's clock: today's work is mapped (20 + 40 + 5 minutes, twice a month, four clients), an
/// option chosen, a version designed, tried, piloted by one person, mended by what the journal says, measured, let go, written up and practised.
/// </summary>
/// <remarks>
/// The runs between are those of people at the form and in review: their minutes are told by the test, so that what the last screens say can be reckoned by hand.
/// With option A, 20 minutes of pulling data and 5 of sending stay by hand: 25. A run of version 1 takes 4 minutes at the form and 6 in review, 35 in all, and saves
/// 65 - 35 = 30. One of version 2 takes 4 and 4, 33 in all, and saves 32. Six runs of each save 31 on the mean.
/// </remarks>
[Trait("Capability", "C26")]
[Trait("Capability", "C38")]
public sealed class WholeJourney(WholeJourney.Clocked clocked, Browser browser) : IClassFixture<WholeJourney.Clocked>, IClassFixture<Browser>
{
    private const string Name = "Weekly update";
    private const string Key = "weekly-update";
    private const int Runs = 6;

    private readonly ClockedProduct product = clocked.Product;

    [Fact]
    [Trait("Capability", "C27")]
    [Trait("Capability", "C35")]
    [Trait("Capability", "C37")]
    [Trait("Capability", "C43")]
    [Trait("Capability", "C44")]
    [Trait("Capability", "C45")]
    public async Task From_the_map_of_todays_work_to_people_who_have_practised()
    {
        IPage page = await browser.Open(clocked.Url);
        await page.SwitchTo("Mei Tanaka");
        await Begin(page);
        await DrawTheMap(page);
        await Choose(page);
        await Design(page);
        await TryTheExamples(page);
        await StartThePilot(page);
        await PilotRuns(TimeSpan.FromMinutes(6));
        await NoteInTheJournal(page);
        await EndThePilot(page);
        await Mend(page);
        await TryTheExamples(page);
        await StartThePilot(page);
        await PilotRuns(TimeSpan.FromMinutes(4));
        await EndThePilot(page);
        await Measures(page);
        await GoLive(page);
        await Playbook(page);
        await Practise(page);
        Assert.Empty(product.Faults);
    }

    private static async Task Begin(IPage page)
    {
        await page.GotoAsync("/#/workflows");
        await Screens.Look(page, "workflows-empty");
        await page.Button("New workflow").ClickAsync();
        ILocator dialog = page.OpenDialog();
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "a ready workflow" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Combobox, new() { Name = "Ready workflow" }).SelectOptionAsync(new SelectOptionValue { Label = "Client status report" });
        await dialog.GetByLabel("What people call it").FillAsync(Name);
        await dialog.GetByLabel("Its key").FillAsync(Key);
        await Screens.Look(page, "new-workflow");
        await dialog.Button("Begin").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Map" })).ToBeVisibleAsync();
        await Screens.Look(page, "journey-begun");
    }

    private static async Task DrawTheMap(IPage page)
    {
        await Tab(page, "Map");
        (string What, string From, string To, int Minutes)[] steps =
        [
            ("Pull the data", "Project tool", "Project data", 20), ("Write the update", "Project data", "Status update", 40), ("Send it", "Status update", "Sent mail", 5),
        ];
        for (int i = 0; i < steps.Length; i++)
        {
            ILocator rows = page.GetByRole(AriaRole.Listitem).Filter(new() { Has = page.GetByLabel("What is done") });
            if (await rows.CountAsync() <= i)
            {
                await page.Button("Add a step").ClickAsync();
            }

            ILocator row = rows.Nth(i);
            await row.GetByLabel("What is done").FillAsync(steps[i].What);
            await row.GetByLabel("Who does it").FillAsync("Account manager");
            await row.GetByLabel("From what").FillAsync(steps[i].From);
            await row.GetByLabel("What comes out").FillAsync(steps[i].To);
            await row.GetByLabel("Minutes").FillAsync($"{steps[i].Minutes}");
        }

        await page.GetByLabel("Times a month").FillAsync("2");
        await page.GetByLabel("For how many").FillAsync("4");
        await page.GetByLabel("What one of them is called").FillAsync("client");
        await Expect(page.GetByText("65 minutes a run, 520 minutes a month")).ToBeVisibleAsync();
        await page.Button("Save the map").ClickAsync();
        await Expect(page.GetByText("The map is saved.")).ToBeAttachedAsync();
        await Screens.Look(page, "map");
    }

    // Option A lets the AI write, and saves 40 minutes; option B lets it pull the data, and saves 20.
    private static async Task Choose(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on: Choose" }).ClickAsync();
        await Screens.Look(page, "choose-empty");
        (string Label, string Choice)[] choices =
        [
            ("What kind of work it is", "A report on where something stands"), ("Where the input comes from", "A form or a system with fields"),
            ("How fixed the result's form is", "The same parts each time"), ("What the worst likely mistake costs", "A correction, and nobody minds"),
            ("Who can see a mistake in time", "Anybody who compares it with the input"),
        ];
        foreach ((string label, string choice) in choices)
        {
            await page.GetByLabel(label).SelectOptionAsync(new SelectOptionValue { Label = choice });
        }

        (string Label, int Number)[] numbers =
            [("Past runs you looked at", 10), ("Of these, done as in the map", 9), ("Facts that one run needs", 8), ("Of these, there each time", 8), ("Of ten sentences", 1)];
        foreach ((string label, int number) in numbers)
        {
            await page.GetByLabel(label).FillAsync($"{number}");
        }

        await page.Button("Judge it").ClickAsync();
        await Expect(page.GetByText("This work is suited", new() { Exact = true })).ToBeVisibleAsync();
        await AddOption(page, "The AI writes the update", "Write the update");
        await AddOption(page, "The AI pulls the data", "Pull the data");
        await Expect(page.GetByText("Saved a run: 40 minutes").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Saved a run: 20 minutes").First).ToBeVisibleAsync();
        await page.Button("Choose The AI writes the update").ClickAsync();
        ILocator dialog = page.OpenDialog();
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("It saves twice as much.");
        await Screens.Look(page, "choose-reason");
        await dialog.Button("Choose this").ClickAsync();
        await Expect(page.GetByText("Chosen by Mei Tanaka")).ToBeVisibleAsync();
        await Screens.Look(page, "chosen");
    }

    private static async Task AddOption(IPage page, string name, string step)
    {
        await page.Button("Add an option").ClickAsync();
        ILocator dialog = page.OpenDialog();
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync(name);
        await dialog.GetByRole(AriaRole.Group, new() { Name = step }).GetByLabel("Done by").SelectOptionAsync(new SelectOptionValue { Label = "AI" });
        await dialog.Button("Compare").ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
    }

    private static async Task Design(IPage page)
    {
        await Tab(page, "Design");
        await Expect(page.GetByText("65 minutes").First).ToBeVisibleAsync();
        await Screens.Look(page, "design");
        await AddVersion(page, 1, null);
    }

    private static async Task AddVersion(IPage page, int number, Func<ILocator, Task>? explain)
    {
        await page.Button($"Add version {number}").ClickAsync();
        ILocator dialog = page.OpenDialog();
        if (explain is not null)
        {
            await explain(dialog);
        }

        await dialog.Button($"Add version {number}").ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
    }

    private static async Task TryTheExamples(IPage page)
    {
        await Tab(page, "Test");
        await page.Button("Try the examples").ClickAsync();
        await Expect(page.GetByText("Reaches the bar").First).ToBeVisibleAsync();
        await Screens.Look(page, "tested");
    }

    private static async Task StartThePilot(IPage page)
    {
        await Tab(page, "Pilot");
        await page.Button("Start the pilot").ClickAsync();
        ILocator dialog = page.OpenDialog();
        await dialog.GetByRole(AriaRole.Combobox).ClickAsync();
        await dialog.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("Amara");
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Amara Osei" }).ClickAsync();
        await Screens.Look(page, "pilot-start");
        await dialog.Button("Start the pilot").ClickAsync();
        await Expect(page.GetByText("Amara Osei is trying it: day 1 of 14")).ToBeVisibleAsync();
        await Screens.Look(page, "pilot");
    }

    // Two weeks of work: a run each second day, each four minutes at the form and so many in review, received well.
    private async Task PilotRuns(TimeSpan review)
    {
        for (int run = 0; run < Runs; run++)
        {
            Session author = await product.As(LocalPeople.AmaraOsei);
            Session reviewer = await product.As(LocalPeople.RitaOkafor);
            JsonNode record = (await author.Get($"workflows/{Key}")).As<JsonObject>()["examples"]![0]!["record"]!.DeepClone();
            Guid id = (await author.Post("handoffs", new { workflow = Key, record, reviewers = new[] { reviewer.PersonId }, inputSeconds = 240 })).As<HandoffView>().Id;
            (await author.Draft(id)).Ok();
            product.Clock.Advance(review);
            HandoffView seen = await reviewer.Look(id);
            (await reviewer.Post($"handoffs/{id}/viewing", new
            {
                draft = seen.Draft!.Revision,
                activeMilliseconds = (int)review.TotalMilliseconds,
                seen = seen.Changes.Select(change => change.Id),
            })).Ok();
            (await reviewer.DecideRest(id)).Ok();
            await reviewer.ConfirmAll(id);
            (await reviewer.Sign(id)).Ok();
            (await author.Release(id)).Ok();
            product.Clock.Advance(TimeSpan.FromHours(20));
            (await (await product.As(LocalPeople.AmaraOsei)).Post($"handoffs/{id}/outcomes", new { reception = "Accepted" })).Ok();
            product.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromHours(20) - review);
        }

        product.Clock.Advance(TimeSpan.FromDays(2));
    }

    // One tap of the person who tries it, in the pane.
    private static async Task NoteInTheJournal(IPage page)
    {
        await page.SwitchTo("Amara Osei");
        await page.GotoAsync("/#/");
        await page.GetByRole(AriaRole.Button, new() { Name = Name }).First.ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "What did you notice?" }).GetByRole(AriaRole.Button, new() { Name = "Slow" }).ClickAsync();
        await page.GetByLabel("Slow. A few words, if you like").FillAsync("The review takes too long.");
        await Screens.Look(page, "journal-tap");
        await page.Button("Note it").ClickAsync();
        await Expect(page.GetByText("Noted: Slow. Thank you.").First).ToBeVisibleAsync();
        await page.SwitchTo("Mei Tanaka");
    }

    private async Task EndThePilot(IPage page)
    {
        // The page goes by its own clock.
        await page.Clock.SetSystemTimeAsync(product.Clock.GetUtcNow().UtcDateTime);
        await page.GotoAsync($"/#/workflows/{Key}/pilot");
        await page.ReloadAsync();
        await page.Button("End the pilot").ClickAsync();
        await page.OpenDialog().Button("End the pilot").ClickAsync();
        await Expect(page.GetByText("Amara Osei tried it until")).ToBeVisibleAsync();
        await Screens.Look(page, "pilot-ended");
    }

    // What the journal says is what the second version answers.
    private static async Task Mend(IPage page)
    {
        await Tab(page, "Design");
        await page.GetByLabel("What a person gets from it, in one line")
            .FillAsync("From your project data to a status update of 150 to 200 words that is checked in four minutes.");
        await AddVersion(page, 2, async dialog =>
        {
            await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "Slow: The review takes too long." }).CheckAsync();
            await dialog.GetByLabel("What is to be better").FillAsync("A review takes four minutes.");
            await Screens.Look(page, "version-reason");
        });
    }

    private static async Task Measures(IPage page)
    {
        await Tab(page, "Measures");
        await page.ReloadAsync();
        await Expect(page.GetByText("It saves 31 minutes a run", new() { Exact = false }).First).ToBeVisibleAsync();
        await Expect(page.GetByText("65 min", new() { Exact = true }).First).ToBeVisibleAsync();
        await Expect(page.GetByText($"35 min, {Runs} runs").First).ToBeVisibleAsync();
        await Expect(page.GetByText($"33 min, {Runs} runs").First).ToBeVisibleAsync();
        await Screens.Look(page, "measures");
    }

    private static async Task GoLive(IPage page)
    {
        await Tab(page, "Pilot");
        await page.Button("Go live").ClickAsync();
        await page.OpenDialog().Button("Go live").ClickAsync();
        await Expect(page.GetByText("Version 2 Live").Or(page.GetByText("It is live.")).First).ToBeAttachedAsync();
        await Screens.Look(page, "live");
    }

    private static async Task Playbook(IPage page)
    {
        await Tab(page, "Playbook");
        await Expect(page.GetByText("The review takes too long.").Or(page.GetByText("What to review")).First).ToBeVisibleAsync();
        await Screens.Look(page, "playbook");
        IDownload document = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Word" }).ClickAsync());
        Assert.EndsWith(".docx", document.SuggestedFilename, StringComparison.Ordinal);
    }

    // Rita marks what differs from what the rules wrote of the same example when the version was tested.
    private async Task Practise(IPage page)
    {
        HashSet<string> right = await RightSentences();
        await page.SwitchTo("Rita Okafor");
        await page.GotoAsync("/#/");
        await page.Button($"Practise {Name}").First.ClickAsync();
        await Expect(page.GetByText("0 of").First).ToBeVisibleAsync();
        await Screens.Look(page, "practice");
        for (int practice = 1; practice <= 3; practice++)
        {
            await Expect(page.GetByText("0 of").First).ToBeVisibleAsync();
            int sentences = await page.GetByRole(AriaRole.Region, new() { Name = "Text" }).GetByRole(AriaRole.Listitem).CountAsync();
            for (int sentence = 0; sentence < sentences; sentence++)
            {
                ILocator current = page.Locator("[aria-current=true]");
                await Expect(current.GetByRole(AriaRole.Button, new() { Name = "Right" })).ToBeVisibleAsync();
                string shown = (await current.TextContentAsync())!;
                await page.Keyboard.PressAsync(right.Any(text => shown.Contains(text, StringComparison.Ordinal)) ? "r" : "w");
                await Expect(page.GetByText($"{sentence + 1} of {sentences} answered")).ToBeVisibleAsync();
                await page.Keyboard.PressAsync("Enter");
            }

            // Enter after the last answer has ended it.
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your score" })).ToBeVisibleAsync();
            await Screens.Look(page, "score");
            if (practice < 3)
            {
                await page.Button("Practise again").ClickAsync();
            }
        }

        await Expect(page.GetByText("You have practised enough")).ToBeVisibleAsync();
        await page.SwitchTo("Mei Tanaka");
        await page.GotoAsync($"/#/workflows/{Key}/training");
        await Expect(page.GetByText("Rita Okafor")).ToBeVisibleAsync();
        await Expect(page.GetByText("on version 2")).ToBeVisibleAsync();
        await Screens.Look(page, "training");
    }

    private async Task<HashSet<string>> RightSentences()
    {
        TestView test = (await (await product.As(LocalPeople.MeiTanaka)).Post($"journeys/{Key}/versions/2/tests")).As<TestView>();
        return [.. test.Examples.SelectMany(example => example.Text)];
    }

    private static Task Tab(IPage page, string name) => page.GetByRole(AriaRole.Tab, new() { Name = name }).First.ClickAsync();

    /// <summary>The product in this process, with a clock that the test sets forward.</summary>
    public sealed class Clocked : IAsyncDisposable
    {
        public ClockedProduct Product { get; } = ClockedProduct.Start();

        /// <summary>Where it listens.</summary>
        public string Url => Product.ClientOptions.BaseAddress.ToString().TrimEnd('/');

        public ValueTask DisposeAsync() => Product.DisposeAsync();
    }
}
