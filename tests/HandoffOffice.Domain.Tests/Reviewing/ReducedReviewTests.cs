using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Reviewing;

[Trait("Capability", "C53")]
public sealed class ReducedReviewTests
{
    private static readonly SamplingPlan Plan = new(54, 10, 0.02);
    private static readonly TrustLevel Earned = new(64, 0, 64, 0.0401, Plan);

    [Fact]
    public void It_is_recorded_as_the_plans_decision_with_its_numbers()
    {
        using Run run = Reduced();
        HandoffEvent drawn = run.Events.Single(e => e.Kind == "ReviewReduced");
        Assert.Equal(Actor.Software, drawn.Actor);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["reason"] = "SamplingPlan",
                ["reviewed"] = "64",
                ["faults"] = "0",
                ["cleanInARow"] = "64",
                ["errorBound"] = "0.0401",
                ["catchRate"] = "0.9513",
                ["oneIn"] = "10",
            },
            drawn.Facts);
        Assert.Equal(
            "The review is reduced: 64 clean in a row; error rate below 4.1 % with 95 % confidence; one in 10 is reviewed in full.", run.Handoff.Extent?.Sentence());
    }

    [Fact]
    public void One_named_reviewer_signs_with_the_non_negotiable_items_and_the_plan_accepts_the_rest()
    {
        using Run run = Reduced(reviewers: 2);
        Assert.IsType<ChecklistOpen>(run.Sign(Given.First).Error);
        run.Attest(Given.First, "facts");
        Assert.Null(run.Sign(Given.First).Error);
        Assert.Equal(HandoffState.Approved, run.Handoff.State);
        Assert.Equal(ApprovalGround.SamplingPlan, run.Handoff.Seal?.Payload.Ground);
        Assert.All(run.Handoff.Changes, change => Assert.Equal((Decision.Accepted, null), (change.Decision, change.By)));
        Assert.Equal("3", run.Events.Last(e => e.Kind == "Signed").Facts["acceptedByPlan"]);
        Assert.Equal(OutputScore.NotReviewed, run.Handoff.Scored?.Score);
        run.Must(HandoffAction.Release);
    }

    [Fact]
    public void The_sentence_that_is_confirmed_does_not_say_that_each_change_was_reviewed()
    {
        using Run full = Run.In(HandoffState.InReview);
        using Run reduced = Reduced();
        reduced.Attest(Given.First, "facts");
        Assert.Contains("not reviewed change by change", reduced.Handoff.Confirmation, StringComparison.Ordinal);
        Assert.IsType<ConfirmationDiffers>(reduced.Handoff.Sign(
            reduced.Signing() with { Confirmation = full.Handoff.Confirmation }, reduced.Content, reduced.Key, Given.First, reduced.Now).Error);
    }

    [Fact]
    public void It_is_still_for_a_named_person_who_is_not_the_author()
    {
        using Run run = Reduced();
        run.Attest(Given.First, "facts");
        Assert.All(new[] { Given.Author, Given.Stranger, Given.FlowAsReviewer }, who => Assert.NotNull(run.Sign(who).Error));
    }

    [Theory]
    [InlineData(Decision.Edited)]
    [InlineData(Decision.Rejected)]
    public void What_the_reviewer_changes_or_rejects_brings_the_full_review_back(Decision decision)
    {
        using Run run = Reduced(reviewers: 2);
        run.Decide(Given.First, new Change("s3", decision, "The warehouse is in Bremerhaven."));
        Assert.Equal((ExtentGround.ReviewerFound, 2), (run.Handoff.Extent!.Ground, run.Handoff.SignaturesNeeded));
        Assert.Contains(run.Events, e => e.Kind == "ReviewInFull" && e.Facts["reason"] == "ReviewerFound");
        Assert.Equal(2, Assert.IsType<ChangesUndecided>(run.Sign(Given.First).Error).Count);
    }

    [Fact]
    public void Accepting_a_change_leaves_it_reduced()
    {
        using Run run = Reduced();
        run.Decide(Given.First, new Change("s3", Decision.Accepted));
        Assert.True(run.Handoff.IsReduced);
    }

    [Fact]
    public void An_edit_after_the_approval_takes_back_what_the_plan_had_accepted()
    {
        using Run run = Approved();
        run.Decide(Given.First, new Change("s3", Decision.Rejected));
        Assert.Equal(HandoffState.InReview, run.Handoff.State);
        Assert.Equal([Decision.Undecided, Decision.Undecided, Decision.Rejected], run.Handoff.Changes.Select(change => change.Decision));
    }

    [Fact]
    public void An_approval_that_expired_is_signed_again_under_the_plan()
    {
        using Run run = Approved();
        run.Must(HandoffAction.VoidApproval);
        Assert.Null(run.Sign(Given.First).Error);
        Assert.Equal(ApprovalGround.SamplingPlan, run.Handoff.Seal?.Payload.Ground);
    }

    [Fact]
    public void When_the_plan_ends_before_the_signature_it_is_in_full_again()
    {
        using Run run = Reduced();
        Assert.Equal("ReviewInFull", Assert.Single(run.Handoff.EndReduction(run.Now).Events).Kind);
        Assert.IsType<ChangesUndecided>(run.Sign(Given.First).Error);
    }

    [Fact]
    public void One_that_is_drawn_is_reviewed_in_full()
    {
        using Run run = new Run { Trust = Earned, Draw = 0 }.To(HandoffState.InReview);
        Assert.Equal(ExtentGround.Drawn, run.Handoff.Extent?.Ground);
        Assert.IsType<ChangesUndecided>(run.Sign(Given.First).Error);
    }

    [Fact]
    public void A_warning_of_a_check_sends_it_to_a_full_review_before_anything_is_drawn()
    {
        using Run run = new Run { Trust = Earned, Sentences = _ => [Given.Sentences()[1] with { Id = "s1", Text = "Thanks." }] }.To(HandoffState.InReview);
        Assert.Contains(run.Handoff.Report!.Findings, finding => finding.Severity == Severity.Warning);
        Assert.Equal(ExtentGround.CheckFound, run.Handoff.Extent?.Ground);
    }

    [Fact]
    public void A_draft_after_a_revision_is_reviewed_in_full()
    {
        using Run run = Reduced();
        run.Must(HandoffAction.Revise);
        run.To(HandoffState.InReview);
        Assert.Equal(ExtentGround.Revised, run.Handoff.Extent?.Ground);
    }

    [Fact]
    public void With_high_stakes_it_never_is_reduced_whatever_the_numbers()
    {
        using Run run = new Run(Stakes.High, reviewers: 2) { Trust = Earned }.To(HandoffState.InReview);
        Assert.Equal("With high stakes every text is reviewed in full.", run.Handoff.Extent?.Sentence());
        Assert.False(run.Handoff.IsReduced);
    }

    [Fact]
    public void Without_a_plan_nothing_is_written_into_the_ledger_and_the_sentence_says_how_far_it_is()
    {
        using Run run = new Run { Trust = new TrustLevel(12, 0, 12, null, null) }.To(HandoffState.InReview);
        Assert.Equal("Reviewed in full: 12 clean in a row, which is not enough to review less.", run.Handoff.Extent?.Sentence());
        Assert.DoesNotContain(run.Events, e => e.Kind.StartsWith("Review", StringComparison.Ordinal));
    }

    [Fact]
    public void A_seal_on_a_plan_that_reduced_nothing_lets_nothing_leave()
    {
        using Run run = Approved();
        Seal byPlan = run.Handoff.Seal!;
        using Run full = Run.In(HandoffState.Approved);
        Seal forged = run.Key.Sign(full.Handoff.Seal!.Payload with { Ground = byPlan.Payload.Ground });
        Assert.Contains("no sampling plan", ReleaseRules.Broken(full.Handoff, forged, full.Content(), full.Key.PublicKey, full.Now)?.Reason, StringComparison.Ordinal);
    }

    private static Run Reduced(int reviewers = 1) => new Run(reviewers: reviewers) { Trust = Earned }.To(HandoffState.InReview);

    private static Run Approved()
    {
        Run run = Reduced();
        run.Attest(Given.First, "facts");
        return run.Sign(Given.First).Error is null ? run : throw new InvalidOperationException("It was not approved.");
    }
}
