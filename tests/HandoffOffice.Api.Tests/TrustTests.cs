using System.Text.Json.Nodes;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Measuring;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Reviewing.Seeding;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>Trust that is earned by clean outputs reduces reviews by a sampling plan, and any error ends it (C53).</summary>
[Trait("Capability", "C53")]
public sealed class TrustTests : IAsyncLifetime
{
    private const string Low = "low-report";

    /// <summary>With as many planted errors found, the fewest clean outputs that show what low stakes ask for: one below, the bound is 10.1 %.</summary>
    private const int Fewest = 32;

    private readonly ScriptedChance chance = new() { Choice = 1 };
    private Product product = null!;
    private Session author = null!;
    private Session reviewer = null!;
    private Session designer = null!;

    public async ValueTask InitializeAsync()
    {
        product = Product.Start(services: services => services.AddSingleton<IChance>(chance));
        author = await product.As(LocalPeople.AmaraOsei);
        reviewer = await product.As(LocalPeople.RitaOkafor);
        designer = await product.As(LocalPeople.MeiTanaka);
        await AddWorkflow(Low);
    }

    public ValueTask DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task The_last_clean_output_that_was_missing_reduces_the_next_review()
    {
        await PastOutputs.Add(product, Low, Fewest - 1);
        Run full = await Drafted();
        Assert.Equal(ExtentGround.NotEarned, (await full.Look()).Extent?.Ground);
        await Finish(full);

        HandoffView reduced = await (await Drafted()).Look();
        Assert.True(reduced.Extent?.IsReduced);
        Assert.Equal("The review is reduced: 32 clean in a row; error rate below 9.9 % with 95 % confidence; one in 5 is reviewed in full.", reduced.Extent?.Sentence);
        HistoryEntry drawn = (await reviewer.History(reduced.Id)).Single(entry => entry.Kind == HandoffEventKind.ReviewReduced);
        Assert.Equal(Actor.Software.Person.Id, drawn.Actor.Id);
    }

    [Fact]
    public async Task A_reduced_review_is_one_signature_with_the_non_negotiable_items_sealed_as_what_it_is()
    {
        await PastOutputs.Add(product, Low, Fewest);
        Run run = await Drafted();
        (await reviewer.Sign(run.Id)).Refused(409, "checklist-open");
        await ConfirmNonNegotiable(run);
        HandoffView approved = (await reviewer.Sign(run.Id)).As<HandoffView>();

        Assert.Equal((HandoffState.Approved, ApprovalGround.SamplingPlan), (approved.State, approved.Seal!.Ground));
        Assert.All(approved.Changes, change => Assert.Equal((Decision.Accepted, null), (change.Decision, change.DecidedBy)));
        byte[] left = (await author.Release(run.Id)).Ok().Body;
        Assert.Equal(0, Redlining.Revisions.Pending(left));
        Assert.Contains("under a sampling plan, not every change reviewed", Docx.AllParts(left), StringComparison.Ordinal);
        TrustLevelView level = Assert.Single((await Trust()).Levels);
        Assert.Equal((Fewest, 0, 1), (level.Clean, level.Faulty, level.NotReviewed));
    }

    [Fact]
    public async Task One_in_so_many_is_drawn_for_a_full_review()
    {
        await PastOutputs.Add(product, Low, Fewest);
        chance.Choice = 0;
        Run run = await Drafted();
        Assert.Equal(ExtentGround.Drawn, (await run.Look()).Extent?.Ground);
        await ConfirmNonNegotiable(run);
        (await reviewer.Sign(run.Id)).Refused(409, "changes-undecided");
    }

    [Fact]
    [Trait("Capability", "C58")]
    public async Task An_error_that_escaped_ends_it_at_once_for_the_next_and_for_those_in_review()
    {
        await PastOutputs.Add(product, Low, Fewest);
        Run escaped = await Drafted();
        await ConfirmNonNegotiable(escaped);
        (await reviewer.Sign(escaped.Id)).Ok();
        (await author.Release(escaped.Id)).Ok();
        Run waiting = await Drafted();
        await ConfirmNonNegotiable(waiting);
        (await author.Post($"handoffs/{escaped.Id}/outcomes", new { reception = "Complaint", reason = "Wrong client.", shouldHaveCaught = new { kind = "Nothing" } })).Ok();

        (await reviewer.Sign(waiting.Id)).Refused(409, "review-in-full");
        Assert.Equal(ExtentGround.PlanEnded, (await waiting.Look()).Extent?.Ground);
        (await reviewer.Sign(waiting.Id)).Refused(409, "changes-undecided");
        Assert.Equal(ExtentGround.NotEarned, (await (await Drafted()).Look()).Extent?.Ground);
        TrustView trust = await Trust();
        Assert.Equal((0, null), (trust.Levels.Single().CleanInARow, trust.Levels.Single().Plan));
        EscapedErrorView error = Assert.Single(trust.Escaped);
        Assert.Equal((escaped.Id, new Catcher(CatcherKind.Nothing)), (error.HandoffId, error.ShouldHaveCaught));
    }

    [Fact]
    public async Task What_the_reviewer_rejects_brings_the_full_review_back_and_ends_the_plan()
    {
        await PastOutputs.Add(product, Low, Fewest);
        Run run = await Drafted();
        HandoffView view = await run.Look();
        view = (await reviewer.Decide(run.Id, view.Changes[^1].Id, Decision.Rejected)).As<HandoffView>();
        Assert.Equal(ExtentGround.ReviewerFound, view.Extent?.Ground);
        await Finish(run);
        Assert.Equal(ExtentGround.NotEarned, (await (await Drafted()).Look()).Extent?.Ground);
    }

    [Fact]
    public async Task A_new_version_begins_anew()
    {
        await PastOutputs.Add(product, Low, Fewest);
        await AddWorkflow(Low, workflow => workflow["version"] = 2);
        Assert.Equal(ExtentGround.NotEarned, (await (await Drafted()).Look()).Extent?.Ground);
    }

    [Fact]
    public async Task Another_origin_begins_anew()
    {
        await PastOutputs.Add(product, Low, Fewest + 8, new DraftOrigin(DraftOriginKind.Model, "another-model"));
        HandoffView view = await (await Drafted()).Look();
        Assert.Equal("Reviewed in full: 0 clean in a row; error rate below 100 % with 95 % confidence, which is not enough to review less.", view.Extent?.Sentence);
    }

    [Fact]
    public async Task With_high_stakes_it_is_never_reduced()
    {
        await PastOutputs.Add(product, Low, Fewest);
        await AddWorkflow("high-report", workflow =>
        {
            workflow["stakes"] = "High";
            workflow["gate"]!["reviewers"] = 2;
            workflow["gate"]!["approvalHours"] = 72;
        });
        Answer started = await author.Start("high-report", await Run.Record(author, "high-report"), LocalPeople.RitaOkafor.Id, LocalPeople.JonasLindqvist.Id);
        Guid id = started.As<HandoffView>().Id;
        (await author.Draft(id)).Ok();
        Assert.Equal("With high stakes every text is reviewed in full.", (await author.Look(id)).Extent?.Sentence);
    }

    [Fact]
    public async Task A_draft_that_a_check_warns_of_is_reviewed_in_full()
    {
        await AddWorkflow("short-report", workflow => workflow["output"]!["words"] = JsonNode.Parse("""{"min":1,"max":60}"""));
        await PastOutputs.Add(product, "short-report", Fewest);
        HandoffView view = await (await Drafted("short-report")).Look();
        Assert.Contains(view.Findings, finding => finding.Severity == Domain.Design.Severity.Warning);
        Assert.Equal(ExtentGround.CheckFound, view.Extent?.Ground);
    }

    [Fact]
    [Trait("Capability", "C51")]
    public async Task A_known_error_is_planted_in_full_reviews_only()
    {
        await PastOutputs.Add(product, Low, Fewest);
        chance.NextShare = 0;
        await Drafted();
        Assert.Equal((long)Fewest, Planted());
        chance.Choice = 0;
        await Drafted();
        Assert.Equal(Fewest + 1L, Planted());
    }

    [Fact]
    public async Task No_call_chooses_a_reduced_review()
    {
        JsonNode record = await Run.Record(author, Low);
        Guid id = (await author.Post("handoffs", new { workflow = Low, record, reviewers = new[] { reviewer.PersonId }, isReduced = true, extent = new { isReduced = true } }))
            .As<HandoffView>().Id;
        (await author.Post($"handoffs/{id}/draft", new { isReduced = true })).Ok();
        HandoffView view = await reviewer.Look(id);
        Assert.False(view.Extent?.IsReduced);
        (await reviewer.Post($"handoffs/{id}/signature", new { view.Confirmation, view.TextDigest, ground = "SamplingPlan" })).Refused(409, "changes-undecided");
    }

    [Fact]
    public async Task Designers_and_administrators_see_what_a_workflow_has_earned()
    {
        TrustView before = await Trust();
        Assert.Equal("0 of 0 planted errors found; none claimed below 29.", before.CatchRate.Sentence);
        await PastOutputs.Add(product, Low, Fewest);
        TrustView after = (await (await product.As(LocalPeople.TeodorIvanov)).Get($"workflows/{Low}/trust")).As<TrustView>();
        Assert.Equal("32 of 32 planted errors found: at least 91 % with 95 % confidence.", after.CatchRate.Sentence);
        Assert.Equal((0.10, 14, 5), (after.AskedErrorBound, after.Levels[0].Plan!.Clean, after.Levels[0].Plan!.OneIn));
        (await author.Get($"workflows/{Low}/trust")).Refused(403, "forbidden");
        (await designer.Get("workflows/no-such/trust")).Refused(404, "unknown-workflow");
    }

    private async Task AddWorkflow(string key, Action<JsonObject>? change = null)
    {
        JsonObject workflow = await Run.Definition(author);
        (workflow["key"], workflow["stakes"], workflow["gate"]!["seededErrorRate"]) = (key, "Low", 0.5);
        change?.Invoke(workflow);
        await designer.Launch(workflow, await product.As(LocalPeople.TeodorIvanov));
    }

    private async Task<Run> Drafted(string workflow = Low) => await (await Run.Started(product, author, reviewer, workflow)).Drafted();

    private async Task<TrustView> Trust() => (await designer.Get($"workflows/{Low}/trust")).As<TrustView>();

    private long Planted() => (long)product.Query("SELECT COUNT(*) FROM Ledger WHERE Kind = 'ErrorSeeded'").Single();

    private async Task Finish(Run run)
    {
        (await reviewer.DecideRest(run.Id)).Ok();
        await reviewer.ConfirmAll(run.Id);
        (await reviewer.Sign(run.Id)).Ok();
    }

    private async Task ConfirmNonNegotiable(Run run)
    {
        foreach (ChecklistItemView item in (await run.Look()).Checklist.Where(item => item.NonNegotiable))
        {
            (await reviewer.Confirm(run.Id, item.Id)).Ok();
        }
    }
}
