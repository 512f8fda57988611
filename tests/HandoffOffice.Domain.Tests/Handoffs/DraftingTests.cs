using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Reviewing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Handoffs;

public sealed class DraftingTests
{
    [Fact]
    public void A_draft_that_is_being_written_is_left_alone_until_its_lease_is_over()
    {
        using Run run = Run.In(HandoffState.Drafting);
        run.Wait(Handoff.DraftingLease - TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        Assert.IsType<ActionNotPossible>(run.Do(HandoffAction.StartDraft).Error);
    }

    [Fact]
    public void After_the_lease_another_attempt_takes_its_place_and_the_first_counts_as_failed()
    {
        using Run run = Run.In(HandoffState.Drafting);
        run.Wait(Handoff.DraftingLease - TimeSpan.FromMinutes(1));

        IReadOnlyList<HandoffEvent> events = run.Must(HandoffAction.StartDraft);

        Assert.Equal(["DraftingFailed", "DraftingStarted"], events.Select(e => e.Kind));
        Assert.Equal("drafting-abandoned", events[0].Facts["code"]);
        Assert.Equal((HandoffState.Drafting, (DateTimeOffset?)run.Now), (run.Handoff.State, run.Handoff.DraftingSince));
    }

    [Fact]
    public void A_draft_is_asked_for_by_the_author_or_a_reviewer_and_nobody_else()
    {
        using Run run = Run.In(HandoffState.Intake);
        Assert.Equal("not-your-handoff", run.Do(HandoffAction.StartDraft, Given.Stranger).Error?.Code);
        Assert.Null(run.Do(HandoffAction.StartDraft, Given.First).Error);
    }

    [Fact]
    public void The_lease_does_not_let_a_stranger_in()
    {
        using Run run = Run.In(HandoffState.Drafting);
        run.Wait(Handoff.DraftingLease);
        Assert.Equal("not-your-handoff", run.Do(HandoffAction.StartDraft, Given.Stranger).Error?.Code);
        Assert.Null(run.Handoff.LastFailure);
    }

    [Fact]
    public void Only_the_author_chooses_the_document()
    {
        using Run run = Run.In(HandoffState.Intake);
        Assert.Equal("not-your-handoff", run.Do(HandoffAction.UseDocument, Given.First).Error?.Code);
        Assert.Null(run.Do(HandoffAction.UseDocument, Given.Author).Error);
    }

    [Fact]
    public void A_failure_is_kept_until_a_draft_comes()
    {
        using Run run = Run.In(HandoffState.Failed);
        Assert.Equal("model-unreachable", run.Handoff.LastFailure?.Failure.Code);
        run.Must(HandoffAction.StartDraft);
        run.Must(HandoffAction.CompleteDraft);
        Assert.Null(run.Handoff.LastFailure);
    }

    [Fact]
    public void The_review_is_due_by_the_gate_and_began_with_the_first_draft()
    {
        using Run run = Run.In(HandoffState.InReview, loopBudget: 1);
        DateTimeOffset began = run.Now;
        Assert.Equal(began.AddHours(24), run.Handoff.DueAt);

        run.Must(HandoffAction.Revise);
        run.Must(HandoffAction.StartDraft);
        run.Must(HandoffAction.CompleteDraft);
        run.Must(HandoffAction.CompleteChecks);

        Assert.Equal(began, run.Handoff.ReviewedSince);
        Assert.Equal(run.Now.AddHours(24), run.Handoff.DueAt);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [Trait("Capability", "C49")]
    public void The_revision_past_the_loop_budget_is_refused(int budget)
    {
        using Run run = Run.In(HandoffState.InReview, loopBudget: budget);
        for (int loop = 1; loop <= budget; loop++)
        {
            Assert.Equal($"{loop}", run.Must(HandoffAction.Revise)[0].Facts["loop"]);
            run.Must(HandoffAction.StartDraft);
            run.Must(HandoffAction.CompleteDraft);
            run.Must(HandoffAction.CompleteChecks);
        }

        Assert.Equal(new LoopBudgetSpent(budget), run.Do(HandoffAction.Revise).Error);
        Assert.Equal(budget, run.Handoff.LoopsUsed);
        Assert.Equal(HandoffState.InReview, run.Handoff.State);
    }

    [Fact]
    [Trait("Capability", "C06")]
    public void A_revision_takes_along_the_comment_the_previous_draft_and_every_decision()
    {
        using Run run = Run.In(HandoffState.InReview);
        run.Decide(Given.First, new Change("s1", Decision.Rejected), new Change("s2", Decision.Edited, "  We thank you all. "));
        Draft previous = run.Handoff.CurrentDraft!;

        run.Must(HandoffAction.Revise);

        RevisionRequest request = run.Handoff.RevisionRequest!;
        Assert.Equal(("Shorter, please.", previous), (request.Comment, request.Previous));
        Assert.Equal(
            [new PreviousDecision("s1", "rejected"), new PreviousDecision("s2", "edited", "We thank you all."), new PreviousDecision("s3", "undecided")],
            request.Decisions);
    }

    [Fact]
    public void A_second_draft_starts_unconfirmed_unsigned_and_undecided_where_it_is_new()
    {
        using Run run = Run.ReadyToSign(reviewers: 2);
        Assert.Null(run.Sign(Given.First).Error);
        run.Must(HandoffAction.Revise);
        run.Must(HandoffAction.StartDraft);
        run.Must(HandoffAction.CompleteDraft);

        Assert.Equal([Decision.Undecided, Decision.Accepted, Decision.Accepted], run.Handoff.Changes.Select(change => change.Decision));
        Assert.Equal((0, 0, 2), (run.Handoff.Attestations.Count, run.Handoff.Signatures.Count, run.Handoff.Drafts.Count));
        Assert.Null(run.Handoff.Report);
    }
}
