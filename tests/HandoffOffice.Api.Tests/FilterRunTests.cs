using HandoffOffice.Api.Design;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Measuring;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Filtering;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Redlining;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>From a table to the picks that leave (AI to human), over HTTP.</summary>
[Trait("Capability", "C09")]
public sealed class FilterRunTests : IClassFixture<FilterRunTests.StoppedProduct>
{
    private readonly Product product;

    public FilterRunTests(StoppedProduct own) => product = own.Product;

    [Fact]
    [Trait("Capability", "C18")]
    public async Task The_whole_run_from_a_table_to_a_document_with_exactly_what_was_kept()
    {
        Run run = await TopicsRun.InReview(product);
        await TheCandidatesAreRanked(run);
        HandoffView picked = await run.Triaged();
        Assert.Equal(2, picked.Text!.Count);
        await run.Reviewer.ConfirmAll(run.Id);
        HandoffView signed = (await run.Reviewer.Sign(run.Id)).As<HandoffView>();
        Assert.Equal(HandoffState.Approved, signed.State);
        byte[] left = (await run.Author.Release(run.Id)).Ok().Body;

        Assert.Equal(0, Revisions.Pending(left));
        Assert.Empty(DocumentValidation.Validate(left));
        string[] paragraphs = [.. DocumentText.ReadBody(left, RevisionView.Accepted).Split('\n').Where(paragraph => paragraph.EndsWith('.'))];
        Assert.Equal(
            [
                $"{picked.Changes[0].Text} Blickwinkel: How-to. Tiefe: ausführlich. Zuständig: Jonas Lindqvist, bis 4. Dezember 2031.",
                "Cloud-Kosten: was kleine Firmen tun können. Blickwinkel: Opinion. Zuständig: Amara Osei.",
            ],
            paragraphs);
        Assert.DoesNotContain("Licence", DocumentText.ReadBody(left, RevisionView.Accepted), StringComparison.Ordinal);
        Assert.Contains("CandidatePicked", (await run.Reviewer.History(run.Id)).Select(entry => $"{entry.Kind}"));
        product.ExpectNoFault();
    }

    [Fact]
    [Trait("Capability", "C18")]
    public async Task Nobody_signs_while_a_kept_candidate_lacks_its_assignee()
    {
        Run run = await TopicsRun.InReview(product);
        (await run.Reviewer.DecideRest(run.Id)).Ok();
        await run.Reviewer.ConfirmAll(run.Id);
        Assert.Contains("angle, assignee", (await run.Reviewer.Sign(run.Id)).Refused(409, "picks-open").GetProperty("detail").GetString(), StringComparison.Ordinal);
        HandoffView view = await run.Look();
        Assert.Equal([PickPart.Angle, PickPart.Assignee], view.Changes[0].Pick!.Missing);
        Assert.Contains(view.Actions, action => action is { Action: UserAction.Sign, Allowed: false, Code: "picks-open" });
    }

    [Fact]
    [Trait("Capability", "C18")]
    public async Task What_can_not_be_picked_is_said_and_nothing_is_stored()
    {
        Run run = await TopicsRun.InReview(product);
        Run draft = await Run.Decided(product);
        string before = product.Stored();
        (await run.Pick("s1", new { angle = "How-to" })).Refused(409, "candidate-not-kept");
        (await run.Reviewer.Decide(run.Id, "s1", Decision.Accepted)).Ok();
        Assert.NotEqual(before, product.Stored());
        before = product.Stored();
        (await run.Pick("s1", new { angle = "Gossip" })).Refused(422, "unusable-pick");
        (await run.Pick("s1", new { due = "2001-01-01" })).Refused(422, "unusable-pick");
        Assert.Equal(["/assignee"], (await run.Pick("s1", new { assignee = "nobody" })).Pointers("unknown-person"));
        (await run.Pick("s9", new { angle = "How-to" })).Refused(404, "unknown-change");
        (await run.Pick("s1", new { depth = "Bottomless" })).Refused(400, "malformed-json");
        (await run.Pick("s1", new { angle = "How-to" }, await product.As(LocalPeople.JonasLindqvist))).Refused(403, "not-a-reviewer");
        (await draft.Pick("s1", new { angle = "How-to" })).Refused(422, "no-candidate");
        Assert.Equal(before, product.Stored());
        Assert.Null((await run.Pick("s1", new { })).As<HandoffView>().Changes[0].Pick!.Angle);
    }

    [Fact]
    [Trait("Capability", "C63")]
    public async Task What_leaves_says_what_was_signed_whatever_the_database_says_of_the_picks()
    {
        Run run = await TopicsRun.InReview(product);
        await run.Triaged();
        await run.Reviewer.ConfirmAll(run.Id);
        (await run.Reviewer.Sign(run.Id)).Ok();
        Assert.Equal(1, product.Sql("UPDATE Handoffs SET Changes = replace(Changes, 'Amara Osei', 'Mallory') WHERE Id = @id", ("@id", run.Id)));
        string left = DocumentText.ReadBody((await run.Author.Release(run.Id)).Ok().Body, RevisionView.Accepted);
        Assert.Contains("Zuständig: Amara Osei.", left, StringComparison.Ordinal);
        Assert.DoesNotContain("Mallory", left, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Capability", "C16")]
    public async Task The_seconds_an_item_are_measured()
    {
        Run run = await TopicsRun.InReview(product);
        Assert.Null((await run.Look()).Filter!.Triage.MedianSeconds);
        FilterView filter = (await run.Triaged()).Filter!;
        Assert.Equal((3, 1.2, 2.0), (filter.Triage.Decided, filter.Triage.MedianSeconds, filter.Triage.TargetSeconds));
        Assert.Equal((5, 0.6m, 8), (filter.Total, filter.Threshold, filter.MostCandidates));
        Assert.Null((await (await Run.InReview(product)).Look()).Filter);
    }

    [Fact]
    [Trait("Capability", "C03")]
    public async Task The_picks_leave_as_a_list_when_the_document_has_left_and_not_before()
    {
        Run run = await TopicsRun.InReview(product);
        (await run.Author.Get($"handoffs/{run.Id}/picks")).Refused(409, "not-released");
        await run.Triaged();
        await run.Reviewer.ConfirmAll(run.Id);
        (await run.Reviewer.Sign(run.Id)).Ok();
        (await run.Author.Get($"handoffs/{run.Id}/picks")).Refused(409, "not-released");
        (await run.Author.Release(run.Id)).Ok();
        Answer list = (await run.Author.Get($"handoffs/{run.Id}/picks")).Ok();
        Assert.Equal("text/csv", list.MediaType);
        string[] lines = list.Text.TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("\"Rank\",\"Candidate\",\"Text\",\"Angle\",\"Depth\",\"Assignee\",\"Email\",\"Due\",\"Score\"", lines[0]);
        // The topic that a spreadsheet would run is a text.
        Assert.StartsWith("\"1\",\"'=HYPERLINK(\"\"https://example.org\"\",\"\"Passkeys\"\")\",\"'=HYPERLINK", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"How-to\",\"Deep\",\"Jonas Lindqvist\",\"jonas.lindqvist@handoffoffice.example\",\"2031-12-04\"", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("\"2\",\"Cloud cost control\",\"Cloud-Kosten: was kleine Firmen tun können.\",\"Opinion\",\"\",\"Amara Osei\"", lines[2], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
        (await (await product.As(LocalPeople.JonasLindqvist)).Get($"handoffs/{run.Id}/picks")).Refused(403, "not-your-handoff");
    }

    [Fact]
    [Trait("Capability", "C03")]
    public async Task A_list_of_other_picks_than_those_that_left_is_refused()
    {
        Run run = await TopicsRun.InReview(product);
        await run.Triaged();
        await run.Reviewer.ConfirmAll(run.Id);
        (await run.Reviewer.Sign(run.Id)).Ok();
        (await run.Author.Release(run.Id)).Ok();
        product.Sql("UPDATE Handoffs SET Changes = replace(Changes, 'Amara Osei', 'Mallory') WHERE Id = @id", ("@id", run.Id));
        (await run.Author.Get($"handoffs/{run.Id}/picks")).Refused(409, "seal-broken");
        Run report = await Run.Approved(product);
        (await report.Author.Release(report.Id)).Ok();
        (await report.Author.Get($"handoffs/{report.Id}/picks")).Refused(409, "no-pick-list");
    }

    [Fact]
    [Trait("Capability", "C14")]
    public async Task A_back_test_gives_the_curve_as_numbers()
    {
        string key = await TopicsRun.Added(product);
        Session designer = await product.As(LocalPeople.MeiTanaka);
        BackTestView test = (await designer.Post($"workflows/{key}/versions/1/backtest")).As<BackTestView>();
        Assert.Equal((3, 33, 13, true), (test.Records, test.Items, test.Relevant, test.Meets));
        Assert.Equal((14, 12), (test.AtContract.HandedOver, test.AtContract.Hits));
        Assert.Equal("Rules", $"{test.Origin.Kind}");
        decimal[] thresholds = [.. test.Curve.Select(point => point.Threshold)];
        Assert.Equal(thresholds.Order(), thresholds);
        double[] recalls = [.. test.Curve.Select(point => point.Recall!.Value)];
        Assert.Equal(recalls.OrderDescending(), recalls);
        Assert.Equal(33, test.Curve[0].HandedOver);
        Assert.InRange(test.AveragePrecision!.Value, 0.85, 1);
    }

    [Fact]
    [Trait("Capability", "C15")]
    public async Task Below_the_bar_a_back_test_says_what_is_missing()
    {
        string key = await TopicsRun.Added(product, w => w["filter"]!["handover"]!["precision"] = 0.95, launched: false);
        BackTestView test = (await (await product.As(LocalPeople.MeiTanaka)).Post($"workflows/{key}/versions/1/backtest")).As<BackTestView>();
        Assert.False(test.Meets);
        Assert.Contains("a precision of 0.86; the bar is 0.95", Assert.Single(test.Shortfalls), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Capability", "C14")]
    public async Task A_back_test_is_the_designers_and_of_a_filter()
    {
        Session designer = await product.As(LocalPeople.MeiTanaka);
        (await designer.Post($"workflows/{Run.StatusReport}/versions/1/backtest")).Refused(422, "not-a-filter");
        (await designer.Post($"workflows/{Run.StatusReport}/versions/99/backtest")).Refused(404, "unknown-workflow");
        (await (await product.As(LocalPeople.AmaraOsei)).Post($"workflows/{Run.StatusReport}/versions/1/backtest")).Refused(403, "forbidden");
    }

    [Fact]
    [Trait("Capability", "C17")]
    public async Task The_two_bars_are_measured_apart_over_the_released_runs()
    {
        string key = await TopicsRun.Added(product, w => w["output"]!["language"] = "de");
        Run run = await TopicsRun.InReview(product, key);
        await run.Triaged();
        await run.Reviewer.ConfirmAll(run.Id);
        (await run.Reviewer.Sign(run.Id)).Ok();
        (await run.Author.Release(run.Id)).Ok();
        (await run.Author.Post($"handoffs/{run.Id}/outcomes", new
        {
            reception = "CorrectionNeeded",
            reason = "The topic was old.",
            shouldHaveCaught = new { kind = "Item", item = "published" },
            changeId = "s2",
        })).Ok();
        Session designer = await product.As(LocalPeople.MeiTanaka);
        TwoBarsView bars = (await designer.Get($"workflows/{key}/versions/1/bars")).As<TwoBarsView>();
        Assert.Equal((1, 2, 3, 0.7m), (bars.Runs, bars.Bars.HandedOver.Right, bars.Bars.HandedOver.Of, bars.Bars.HandedOver.Bar));
        Assert.Equal((1, 2, 0.8m, false), (bars.Bars.Final.Right, bars.Bars.Final.Of, bars.Bars.Final.Bar, bars.Bars.Final.IsMet));
        (await run.Author.Get($"workflows/{key}/versions/1/bars")).Refused(403, "forbidden");
    }

    [Fact]
    [Trait("Capability", "C28")]
    public async Task A_filter_that_contradicts_itself_is_answered_place_by_place()
    {
        System.Text.Json.Nodes.JsonObject workflow = TopicsRun.Definition();
        workflow["key"] = "weekly-nothing";
        workflow["filter"]!["criteria"] = new System.Text.Json.Nodes.JsonArray();
        workflow["filter"]!["handover"]!["threshold"] = 1.5;
        Assert.Equal(["/filter/criteria", "/filter/handover/threshold"], (await (await product.As(LocalPeople.MeiTanaka)).Post("workflows", workflow)).Pointers("invalid-workflow"));
    }

    private static async Task TheCandidatesAreRanked(Run run)
    {
        HandoffView view = await run.Look();
        Assert.Equal(["/topics/2", "/topics/0", "/topics/3"], view.Changes.Select(change => $"{change.Candidate!.Item}"));
        Assert.Equal(view.Changes.Select(change => change.Candidate!.Score).OrderDescending(), view.Changes.Select(change => change.Candidate!.Score));
        Assert.All(view.Changes, change => Assert.All(change.Candidate!.Evidence, evidence => Assert.Contains(evidence.Pointer, change.Citations)));
        Assert.DoesNotContain(view.Findings, finding => finding.Severity >= Severity.Warning);
        Assert.False(view.Extent!.IsReduced);
        Candidate first = view.Changes[0].Candidate!;
        Assert.Contains("73 %", first.Reason, StringComparison.Ordinal);
        byte[] review = (await run.Reviewer.Document(run.Id)).Ok().Body;
        Assert.Equal(3, Revisions.List(review).Count(revision => revision.Text.Length > 0));
    }

    /// <summary>A product whose clock stands still but for what these tests say.</summary>
    public sealed class StoppedProduct : IAsyncDisposable
    {
        public StoppedProduct() => Product.Clock.Stop();

        public Product Product { get; } = Product.Start();

        public ValueTask DisposeAsync() => Product.DisposeAsync();
    }
}
