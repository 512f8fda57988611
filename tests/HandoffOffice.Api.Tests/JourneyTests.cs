using System.Text.Json.Nodes;
using HandoffOffice.Api.Design;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Piloting;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Redlining;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>A workflow's way through the real product: mapped, chosen, designed, tried, piloted by one person, adjusted, live.</summary>
[Trait("Capability", "C35")]
public sealed class JourneyTests : IAsyncLifetime
{
    private const string Key = "weekly-status";

    private readonly Product product = Product.Start();
    private Session designer = null!;
    private Session author = null!;
    private Session reviewer = null!;
    private Session administrator = null!;

    public async ValueTask InitializeAsync()
    {
        designer = await product.As(LocalPeople.MeiTanaka);
        author = await product.As(LocalPeople.AmaraOsei);
        reviewer = await product.As(LocalPeople.RitaOkafor);
        administrator = await product.As(LocalPeople.TeodorIvanov);
    }

    public ValueTask DisposeAsync() => product.DisposeAsync();

    [Fact]
    [Trait("Capability", "C26")]
    [Trait("Capability", "C27")]
    public async Task The_worked_example_is_mapped_compared_and_chosen()
    {
        await Begin();
        JourneyView mapped = (await designer.Put($"journeys/{Key}/map", Map)).As<JourneyView>();
        Assert.Equal((65m, 8m, 520m), (mapped.Totals!.MinutesARun, mapped.Totals.RunsAMonth, mapped.Totals.MinutesAMonth));
        JourneyView compared = (await designer.Put($"journeys/{Key}/options", Options)).As<JourneyView>();
        Assert.Equal([("draft", 40m, 320m), ("surface", 20m, 160m)],
            compared.Comparison!.Options.Select(option => (option.OptionId, option.SavedARun, option.SavedAMonth)));
        Assert.Equal("draft", compared.Comparison.Recommended);
        (await designer.Put($"journeys/{Key}/choice", new { optionId = "neither", reason = "Because." })).Refused(422, "invalid-choice");
        JourneyView chosen = (await designer.Put($"journeys/{Key}/choice", new { optionId = "draft", reason = "It saves more." })).As<JourneyView>();
        Assert.Equal(("draft", "It saves more.", LocalPeople.MeiTanaka.Id), (chosen.Choice!.OptionId, chosen.Choice.Reason, chosen.Choice.By.Id));
    }

    [Fact]
    [Trait("Capability", "C24")]
    public async Task The_verdict_on_the_work_gives_its_reasons()
    {
        await Begin();
        (await designer.Put($"journeys/{Key}/map", Map)).Ok();
        JourneyView judged = (await designer.Put($"journeys/{Key}/suitability", Answers())).As<JourneyView>();
        Assert.Equal(4, judged.Suitability!.Traits.Count);
        Assert.All(judged.Suitability.Traits, trait => Assert.NotEmpty(trait.Reason));
    }

    [Fact]
    public async Task Only_the_pilots_person_runs_what_is_in_pilot()
    {
        await Piloting();
        JsonNode record = await Record();
        (await author.Start(Key, record, reviewer.PersonId)).Ok();
        Session other = await product.As(LocalPeople.JonasLindqvist);
        Assert.DoesNotContain((await other.Get("workflows")).Json.EnumerateArray(), card => card.GetProperty("key").GetString() == Key);
        (await other.Get($"workflows/{Key}")).Refused(404, "unknown-workflow");
        Assert.Contains((await author.Get("workflows")).Json.EnumerateArray(), card => card.GetProperty("key").GetString() == Key);
    }

    [Fact]
    public async Task Nobody_runs_what_is_not_tested_or_piloted()
    {
        await Designed();
        (await author.Start(Key, await Record(), reviewer.PersonId)).Refused(409, "workflow-not-in-force");
        (await designer.Post($"journeys/{Key}/versions/1/pilot", new { personId = author.PersonId })).Refused(409, "step-not-ready");
        Assert.True((await designer.Post($"journeys/{Key}/versions/1/tests")).As<TestView>().Passes);
        (await author.Start(Key, await Record(), reviewer.PersonId)).Refused(409, "workflow-not-in-force");
    }

    [Fact]
    [Trait("Capability", "C11")]
    public async Task A_test_keeps_how_each_example_went()
    {
        await Designed();
        TestView test = (await designer.Post($"journeys/{Key}/versions/1/tests")).As<TestView>();
        TestView kept = (await designer.Get($"journeys/{Key}/tests/{test.Run.Id}")).As<TestView>();
        Assert.Equal(test.Examples.Select(example => (example.Name, example.Passed)), kept.Examples.Select(example => (example.Name, example.Passed)));
        Assert.NotEmpty(kept.Examples[0].Text);
        (await designer.Get($"journeys/{Key}/tests/{Guid.NewGuid()}")).Refused(404, "unknown-test");
    }

    [Fact]
    [Trait("Capability", "C15")]
    public async Task A_version_whose_drafts_lack_what_they_have_to_say_does_not_start_its_pilot()
    {
        await Designed(workflow =>
        {
            foreach (JsonNode? example in workflow["examples"]!.AsArray())
            {
                example!["expected"] = JsonNode.Parse("""{ "facts": [{ "text": "The board approved it", "words": "approved by the board" }], "mustNotSay": [] }""");
            }
        });
        TestView test = (await designer.Post($"journeys/{Key}/versions/1/tests")).As<TestView>();
        Assert.False(test.Passes);
        Assert.Equal("The board approved it", Assert.Single(test.Examples[0].Missing).Text);
        (await designer.Post($"journeys/{Key}/versions/1/pilot", new { personId = author.PersonId })).Refused(409, "step-not-ready");
    }

    [Fact]
    [Trait("Capability", "C36")]
    [Trait("Capability", "C37")]
    public async Task A_tap_in_the_journal_is_what_an_adjustment_answers()
    {
        await Piloting();
        Guid run = (await author.Start(Key, await Record(), reviewer.PersonId)).As<HandoffView>().Id;
        JournalEntry tap = (await author.Post($"workflows/{Key}/journal", new { kind = "Slow", step = "Review", handoffId = run, note = " Too many dates. " })).As<JournalEntry>();
        Assert.Equal((1, (Guid?)run, "Too many dates."), (tap.Version, tap.HandoffId, tap.Note));
        (await (await product.As(LocalPeople.JonasLindqvist)).Post($"workflows/{Key}/journal", new { kind = "Slow", step = "Review", handoffId = run })).Refused(404, "unknown-handoff");

        JsonObject second = (await Definition()).DeepClone().AsObject();
        second["version"] = 2;
        (await designer.Post($"journeys/{Key}/versions", new { workflow = second })).Refused(409, "adjustment-missing");
        Assert.Equal(["/causes/0/entries"], (await designer.Post($"journeys/{Key}/versions", new
        {
            workflow = second,
            adjustment = new { causes = new[] { new { kind = "Journal", entries = new[] { Guid.NewGuid() } } }, expectation = "Fewer dates." },
        })).Pointers("invalid-adjustment"));
        JourneyView adjusted = (await designer.Post($"journeys/{Key}/versions", new
        {
            workflow = second,
            adjustment = new { causes = new[] { new { kind = "Journal", entries = new[] { tap.Id } } }, expectation = "Fewer dates." },
        })).As<JourneyView>();
        Assert.Equal([tap.Id], Assert.Single(adjusted.Adjustments).Results[0].Cause.Entries);
        Assert.Equal((2, LifecycleStage.Designed), (adjusted.Versions[0].Version, adjusted.Versions[0].Stage));
    }

    [Fact]
    [Trait("Capability", "C43")]
    public async Task An_override_is_an_administrators_and_is_in_the_ledger()
    {
        await Designed();
        (await administrator.Post($"journeys/{Key}/versions/1/live/override", new { reason = "In a hurry." })).Refused(409, "step-not-ready");
        (await designer.Post($"journeys/{Key}/versions/1/tests")).Ok();
        (await designer.Post($"journeys/{Key}/versions/1/live/override", new { reason = "In a hurry." })).Refused(403, "forbidden");
        (await designer.Post($"journeys/{Key}/versions/1/live")).Refused(409, "step-not-ready");
        JourneyView live = (await administrator.Post($"journeys/{Key}/versions/1/live/override", new { reason = "In a hurry." })).As<JourneyView>();
        Assert.Equal((1, StageGround.Override, "In a hurry."), (live.Live, live.Versions[0].Ground, live.Versions[0].Reason));
        Assert.Equal(1L, product.Query("SELECT COUNT(*) FROM Ledger WHERE Kind = 'VersionLive'").Single());
    }

    [Fact]
    [Trait("Capability", "C14")]
    [Trait("Capability", "C15")]
    public async Task A_filter_is_tested_by_ranking_its_labelled_items()
    {
        JsonObject filter = (await designer.Get("library/weekly-topics")).As<JsonObject>();
        (await designer.Post("journeys", new { key = "weekly-topics", name = "Weekly topics" })).Ok();
        (await designer.Post("journeys/weekly-topics/versions", new { workflow = filter })).Ok();
        TestView test = (await designer.Post("journeys/weekly-topics/versions/1/tests")).As<TestView>();
        Assert.True(test.Passes && test.BackTest!.Meets);
        Assert.Equal((3, 3), (test.Run.WithFacts, test.Run.Passed));
        Assert.Equal(LifecycleStage.Tested, (await designer.Get("journeys/weekly-topics")).As<JourneyView>().Versions[0].Stage);

        (filter["version"], filter["filter"]!["handover"]!["recall"], filter["filter"]!["handover"]!["precision"]) = (2, 1, 1);
        (await designer.Post("journeys/weekly-topics/versions", new { workflow = filter })).Ok();
        Assert.False((await designer.Post("journeys/weekly-topics/versions/2/tests")).As<TestView>().Passes);
    }

    [Fact]
    public async Task Every_ready_workflow_is_there_to_start_from()
    {
        LibraryWorkflow[] library = (await designer.Get("library")).As<LibraryWorkflow[]>();
        Assert.True(library.Length >= 8);
        foreach (LibraryWorkflow ready in library)
        {
            (await designer.Get($"library/{ready.Key}")).Ok();
        }

        (await designer.Get("library/no-such")).Refused(404, "unknown-library-workflow");
    }

    [Fact]
    [Trait("Capability", "C44")]
    public async Task The_playbook_is_a_page_and_a_document_that_say_the_same()
    {
        await Designed();
        (await designer.Post($"journeys/{Key}/versions/1/tests")).Ok();
        Playbook playbook = (await designer.Get($"workflows/{Key}/playbook")).As<Playbook>();
        Assert.NotEmpty(playbook.Sections.Single(section => section.Code == "output").Quote);
        Answer document = (await designer.Get($"workflows/{Key}/playbook/document")).Ok();
        Assert.Empty(DocumentValidation.Validate(document.Body));
        string text = VisibleText(document.Body);
        Assert.All(playbook.Sections.SelectMany(section => section.Quote), sentence => Assert.Contains(sentence, text, StringComparison.Ordinal));
        (await author.Get($"workflows/{Key}/playbook")).Refused(404, "unknown-workflow");
    }

    [Fact]
    public async Task Two_designers_do_not_write_over_each_other()
    {
        JourneyView seen = await Begin();
        (await designer.Put($"journeys/{Key}/draft", new { draft = "{ \"key\":", revision = seen.Revision })).Ok();
        (await designer.Put($"journeys/{Key}/draft", new { draft = "{}", revision = seen.Revision })).Refused(409, "journey-moved");
        Assert.Equal("{ \"key\":", (await designer.Get($"journeys/{Key}")).As<JourneyView>().Draft);
    }

    [Fact]
    [Trait("Capability", "C46")]
    public async Task The_time_line_shows_the_drift()
    {
        await Begin();
        product.Clock.Advance(TimeSpan.FromDays(8));
        designer = await product.As(LocalPeople.MeiTanaka);
        JourneyView late = (await designer.Get($"journeys/{Key}")).As<JourneyView>();
        Assert.Equal([3, null, null], [.. late.TimeLine.Select(phase => phase.DriftDays)]);
    }

    [Fact]
    public async Task What_can_not_be_begun_says_where()
    {
        await Begin();
        (await designer.Post("journeys", new { key = Key, name = "Again" })).Refused(409, "workflow-exists");
        Assert.Equal(["/key", "/name", "/plan"], (await designer.Post("journeys", new { key = "Not A Key", name = " ", plan = new { design = 0, pilot = 14, adjust = 7 } })).Pointers("invalid-journey"));
        (await author.Post("journeys", new { key = "mine", name = "Mine" })).Refused(403, "forbidden");
    }

    private static string VisibleText(byte[] document)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(document));
        using Stream part = zip.GetEntry("word/document.xml")!.Open();
        return System.Xml.Linq.XDocument.Load(part).Root!.Value;
    }

    private static object Map => new
    {
        map = new
        {
            steps = new object[]
            {
                new { id = "pull", what = "Pull the data from the project tool", who = "Account manager", input = "Project tool", output = "Project data", minutes = 20 },
                new { id = "write", what = "Write the status update", who = "Account manager", input = "Project data", output = "Status update", minutes = 40 },
                new { id = "send", what = "Send it to the client", who = "Account manager", input = "Status update", output = "Sent mail", minutes = 5 },
            },
            timesAMonth = 2,
            subjects = 4,
            subject = "client",
        },
    };

    private static object Options => new
    {
        options = new[]
        {
            Option("draft", "The AI drafts the update from the project data", "Draft", "Writing", "write"),
            Option("surface", "The AI finds the milestones in the project data", "Filter", "Extraction", "pull"),
        },
    };

    private static object Option(string id, string name, string pattern, string task, string step) => new
    {
        id,
        name,
        pattern,
        task,
        changes = new[] { new { stepId = step, minutes = step == "write" ? 0 : 0, by = "AI" } },
        inputIsStructured = true,
        gates = 1,
        touches = "Client",
        evidence = "All",
    };

    private static object Answers(string kind = "StatusReport") => new
    {
        answers = new
        {
            kind,
            runsLookedAt = 10,
            runsAsMapped = 9,
            source = "FormOrSystem",
            fieldsNeeded = 8,
            fieldsAlwaysGiven = 8,
            form = "Fixed",
            judgementOfTen = 1,
            cost = "Correction",
            sight = "AnyReviewer",
        },
    };

    private async Task<JourneyView> Begin() => (await designer.Post("journeys", new { key = Key, name = "Weekly status" })).As<JourneyView>();

    private async Task Designed(Action<JsonObject>? change = null)
    {
        await Begin();
        JsonObject workflow = (await designer.Get("library/meeting-summary")).As<JsonObject>();
        workflow["key"] = Key;
        change?.Invoke(workflow);
        (await designer.Post($"journeys/{Key}/versions", new { workflow })).Ok();
    }

    private async Task Piloting()
    {
        await Designed();
        (await designer.Put($"journeys/{Key}/map", Map)).Ok();
        (await designer.Put($"journeys/{Key}/suitability", Answers())).Ok();
        (await designer.Put($"journeys/{Key}/options", Options)).Ok();
        (await designer.Put($"journeys/{Key}/choice", new { optionId = "draft", reason = "It saves more." })).Ok();
        (await designer.Post($"journeys/{Key}/versions/1/tests")).Ok();
        (await designer.Post($"journeys/{Key}/versions/1/pilot", new { personId = author.PersonId })).Ok();
    }

    private async Task<JsonObject> Definition() => (await designer.Get($"workflows/{Key}?version=1")).As<JsonObject>();

    private async Task<JsonNode> Record() => (await Definition())["examples"]![0]!["record"]!;
}
