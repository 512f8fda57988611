using System.Text;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Measuring;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Reviewing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>Whether a workflow pays, through the whole product with its clock moved on; every number here is computed by hand.</summary>
[Trait("Capability", "C38")]
[Trait("Capability", "C39")]
public sealed class MeasuresTests(TwoTenants tenants) : IAsyncLifetime, IClassFixture<TwoTenants>
{
    private const string Key = "measured-report";

    private Product product = null!;

    public async ValueTask InitializeAsync()
    {
        product = Product.Start();
        product.Clock.Stop();
        // On a Monday at noon, so that the weeks of a test are those it says.
        DateTimeOffset now = product.Clock.GetUtcNow();
        product.Clock.Advance(RunFacts.WeekOf(DateOnly.FromDateTime(now.UtcDateTime)).AddDays(7).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc) - now.UtcDateTime);
        await AddVersion(1);
    }

    public ValueTask DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task Before_and_after_is_the_baseline_against_the_form_the_review_and_what_remains_by_hand()
    {
        // An hour by hand, 55 minutes of which the handoff takes over.
        await Map(timesAMonth: 1, ("write", 55), ("send", 5));
        DateOnly monday = DateOnly.FromDateTime(product.Clock.GetUtcNow().UtcDateTime);
        foreach (int review in new[] { 6, 8, 10, 12, 14 })
        {
            await Released(input: 240, review);
            product.Clock.Advance(TimeSpan.FromDays(7));
        }

        MeasuresView view = await Measures();
        // 60 minutes by hand. Each run takes 4 at the form and 6, 8, 10, 12, 14 in review, and 5 remain: 45, 43, 41, 39, 37 are saved.
        BeforeAfter both = view.All.BeforeAfter;
        Assert.Equal((60, 5, 19, 41), (both.BaselineMinutes, both.RemainingByHandMinutes, both.MeasuredMinutes.Mean, both.SavedMinutes.Mean));
        Assert.Equal((4, 10, 5), (view.All.Minutes.Input.Mean, view.All.Minutes.Review.Mean, view.All.Minutes.Review.Runs));
        // A run a week: 30.4375 / 7 = 4.348 a month, 178.28 minutes.
        Assert.Equal(178.28, both.SavedMinutesPerMonth!.Mean!.Value, 2);
        MeasuredAnswer answer = view.Answers[0];
        Assert.Equal((Question.SavesTime, Verdict.Yes), (answer.Question, answer.Verdict));
        Assert.StartsWith("It saves 41 minutes a run (", answer.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(", 5 runs), 178.3 a month.", answer.Sentence, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 5).Select(week => (monday.AddDays(7 * week), 45.0 - (2 * week))), view.Weeks.Select(week => (week.Week, week.SavedMinutes!.Value)));
    }

    [Fact]
    [Trait("Capability", "C40")]
    [Trait("Capability", "C05")]
    public async Task Edits_loops_and_crossings_are_those_that_people_made()
    {
        Run run = await Drafted(input: 60);
        (await run.Reviewer.Post($"handoffs/{run.Id}/revision", new { reason = "Shorter, please." })).Ok();
        await run.Drafted();
        HandoffView shown = await run.Look();
        ChangeView[] changes = [.. shown.Changes];
        int drafted = changes.Sum(change => Words(change.Text!));
        // Two words are added to one sentence, and another goes with all its words.
        (await run.Reviewer.Decide(run.Id, changes[0].Id, Decision.Edited, changes[0].Text + " Truly so.")).Ok();
        (await run.Reviewer.Decide(run.Id, changes[^1].Id, Decision.Rejected)).Ok();
        await Release(run, minutes: 5);

        MeasuresView view = await Measures();
        int changed = 2 + Words(changes[^1].Text!);
        DraftEdits edits = view.All.Edits;
        Assert.Equal((drafted, changed, changes.Length - 2, 1, 1), (edits.WordsDrafted, edits.WordsChanged, edits.Accepted, edits.Edited, edits.Rejected));
        Assert.Equal(Math.Round((double)changed / drafted, 4), edits.ChangedShare.Mean!.Value, 4);
        Assert.Equal((1, 4), (view.All.Loops.Loops.Mean, view.All.Loops.Crossings.Mean));
        Assert.Equal("Too few to tell whether the draft is good: 4 more runs.", view.Answers[1].Sentence);
    }

    [Fact]
    [Trait("Capability", "C41")]
    [Trait("Capability", "C42")]
    public async Task Outcomes_and_adoption_count_what_became_of_each_run()
    {
        await Map(timesAMonth: 30.4375, ("write", 60));
        Run complained = await Released(60, 5);
        (await complained.Author.Post($"handoffs/{complained.Id}/outcomes", new { reception = "Complaint", reason = "Wrong year.", shouldHaveCaught = new { kind = "Nothing" } })).Ok();
        await Released(60, 5);
        Run byHand = await Drafted(60);
        (await byHand.Author.Post($"handoffs/{byHand.Id}/manual", new { reason = "Faster by hand." })).Ok();
        Run refused = await Drafted(60);
        (await refused.Reviewer.Post($"handoffs/{refused.Id}/rejection", new { reason = "Wrong client." })).Ok();
        await Drafted(60);

        MeasuresView view = await Measures();
        Assert.Equal(new RunEnds(5, 1, 2, 1, 1), view.All.Runs);
        Assert.Equal((1, 1, 2), (view.All.Outcomes.ComplainedOf, view.All.Outcomes.Escaped.Hits, view.All.Outcomes.Escaped.Of));
        // A run a day is expected, and this is the first day: more came.
        Assert.Equal((1.0, 0.0, 2, 5), (view.Adoption.Expected!.Value, view.Adoption.NeverCame!.Value, view.Adoption.Share.Hits, view.Adoption.Share.Of));
        product.Clock.Advance(TimeSpan.FromDays(9));
        view = await Measures();
        Assert.Equal((10.0, 5.0), (Math.Round(view.Adoption.Expected!.Value, 9), Math.Round(view.Adoption.NeverCame!.Value, 9)));
        Assert.Equal(
            "2 of 10 expected runs went through the handoff (20 %, 2.5 to 55.6 %); 1 went back to work by hand, 1 was refused, 5 never came.", view.Answers[3].Sentence);
    }

    [Fact]
    public async Task A_clock_that_went_backwards_and_a_form_that_told_nothing_are_said_and_in_no_mean()
    {
        Run run = await Drafted(60);
        await Reviewed(run, 5);
        product.Clock.Advance(TimeSpan.FromDays(-1));
        Session again = await product.As(LocalPeople.RitaOkafor);
        (await again.Sign(run.Id)).Ok();
        (await (await product.As(LocalPeople.AmaraOsei)).Release(run.Id)).Ok();
        await Released(null, 5);

        BeforeAfter both = (await Measures()).All.BeforeAfter;
        Assert.Equal((1, 1, 0), (both.ClockWentBack, both.InputUntold, both.SavedMinutes.Runs));
        Assert.Null(both.SavedMinutes.Mean);
    }

    [Fact]
    public async Task Without_a_run_there_is_nothing_to_tell_and_by_version_an_adjustment_shows()
    {
        MeasuresView none = await Measures();
        Assert.All(none.Answers, answer => Assert.Equal((Verdict.TooFew, 5), (answer.Verdict, answer.MoreRuns)));
        Assert.Empty(none.Versions);
        Assert.Empty(none.Weeks);
        await Released(60, 9);
        await AddVersion(2);
        await Released(60, 4);
        MeasuresView view = await Measures();
        Assert.Equal(2, view.Version);
        Assert.Equal([50, 55], view.Versions.Select(version => version.BeforeAfter.SavedMinutes.Mean!.Value));
    }

    [Fact]
    public async Task The_table_opens_in_a_spreadsheet_and_runs_nothing_there()
    {
        await Released(240, 90);
        Answer answer = (await (await product.As(LocalPeople.MeiTanaka)).Get($"workflows/{Key}/measures.csv")).Ok();
        Assert.Equal("text/csv", answer.MediaType);
        Assert.Equal([0xEF, 0xBB, 0xBF], answer.Body[..3]);
        string[] lines = Encoding.UTF8.GetString(answer.Body[3..]).Split("\r\n");
        Assert.Equal("workflow,name,version,week,measure,unit,value,low95,high95,count,of", lines[0]);
        Assert.Equal(string.Empty, lines[^1]);
        Assert.DoesNotContain('\n', string.Concat(lines));
        Assert.Contains($"{Key},\"'=HYPERLINK(\"\"x\"\",1)\",all,,saved,minutes a run,-34,,,,1", lines);
        Assert.All(lines[1..^1], line => Assert.StartsWith($"{Key},\"'=HYPERLINK(\"\"x\"\",1)\",", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_designers_and_administrators_read_them()
    {
        foreach (string path in new[] { "measures", "measures.csv" })
        {
            (await (await product.As(LocalPeople.TeodorIvanov)).Get($"workflows/{Key}/{path}")).Ok();
            (await (await product.As(LocalPeople.AmaraOsei)).Get($"workflows/{Key}/{path}")).Refused(403, "forbidden");
            (await (await product.As(LocalPeople.MeiTanaka)).Get($"workflows/no-such/{path}")).Refused(404, "unknown-workflow");
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(28_801)]
    public async Task A_form_in_use_for_longer_than_a_day_of_work_is_not_believed(int seconds)
    {
        Session author = await product.As(LocalPeople.AmaraOsei);
        Assert.Equal(["/inputSeconds"], (await Start(author, LocalPeople.RitaOkafor.Id, seconds)).Pointers("invalid-record"));
    }

    [Fact]
    public async Task A_flow_has_no_form_and_counts_as_no_time_there()
    {
        Session reviewer = await tenants.Person(Identity.LoopbackAuthority.TenantId, "bob");
        Session flow = tenants.Flow();
        JsonNode record = await Run.Record(reviewer);
        Assert.Equal(
            ["/inputSeconds"],
            (await flow.Post("handoffs", new { workflow = Run.StatusReport, record, reviewers = new[] { reviewer.PersonId }, inputSeconds = 5 })).Pointers("invalid-record"));
        Guid id = (await flow.Start(Run.StatusReport, record, reviewer.PersonId)).As<HandoffView>().Id;
        Assert.Equal(0L, tenants.Product.Query("SELECT InputSeconds FROM Handoffs WHERE Id = @id", ("@id", id)).Single());
    }

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private async Task AddVersion(int version)
    {
        JsonObject workflow = await Run.Definition(await product.As(LocalPeople.AmaraOsei));
        (workflow["key"], workflow["version"], workflow["baselineMinutes"], workflow["name"]) = (Key, version, 60, "=HYPERLINK(\"x\",1)");
        await (await product.As(LocalPeople.MeiTanaka)).Launch(workflow, await product.As(LocalPeople.TeodorIvanov));
    }

    // How it is done by hand, and that the AI takes the first step.
    private async Task Map(double timesAMonth, params (string Id, int Minutes)[] steps)
    {
        Session designer = await product.As(LocalPeople.MeiTanaka);
        (await designer.Put($"journeys/{Key}/map", new
        {
            map = new { steps = steps.Select(step => new { id = step.Id, what = $"{step.Id} it", who = "Author", input = "Data", output = "Text", minutes = step.Minutes }), timesAMonth },
        })).Ok();
        (await designer.Put($"journeys/{Key}/options", new
        {
            options = new[]
            {
                new
                {
                    id = "draft", name = "The AI drafts it", pattern = "Draft", task = "Writing", changes = new[] { new { stepId = steps[0].Id, minutes = 0, by = "AI" } },
                    inputIsStructured = true, gates = 1, touches = "Internal", evidence = "All",
                },
            },
        })).Ok();
        (await designer.Put($"journeys/{Key}/choice", new { optionId = "draft", reason = "It is the only one." })).Ok();
    }

    private async Task<MeasuresView> Measures() => (await (await product.As(LocalPeople.MeiTanaka)).Get($"workflows/{Key}/measures")).As<MeasuresView>();

    private static async Task<Answer> Start(Session author, string reviewer, int? seconds) =>
        await author.Post("handoffs", new { workflow = Key, record = await Run.Record(author, Key), reviewers = new[] { reviewer }, inputSeconds = seconds });

    // Signed in anew: a token lasts no week.
    private async Task<Run> Drafted(int? input)
    {
        (Session author, Session reviewer) = (await product.As(LocalPeople.AmaraOsei), await product.As(LocalPeople.RitaOkafor));
        Guid id = (await Start(author, reviewer.PersonId, input)).As<HandoffView>().Id;
        return await new Run(product, author, reviewer, Key, id).Drafted();
    }

    private async Task<Run> Released(int? input, int minutes)
    {
        Run run = await Drafted(input);
        await Release(run, minutes);
        return run;
    }

    private async Task Release(Run run, int minutes)
    {
        await Reviewed(run, minutes);
        (await run.Reviewer.Sign(run.Id)).Ok();
        (await run.Author.Release(run.Id)).Ok();
    }

    private async Task Reviewed(Run run, int minutes)
    {
        product.Clock.Advance(TimeSpan.FromMinutes(minutes + 1));
        await run.Reviewer.View(run.Id, TimeSpan.FromMinutes(minutes));
        (await run.Reviewer.DecideRest(run.Id)).Ok();
        await run.Reviewer.ConfirmAll(run.Id);
    }
}
