using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Reviewing;

[Trait("Capability", "C68")]
public sealed class DelegationTests
{
    private const string Why = "On leave.";

    [Fact]
    public void Who_passes_a_review_on_is_a_reviewer_no_longer_and_the_other_is_in_their_place()
    {
        using Run run = Run.In(HandoffState.InReview);
        HandoffEvent happened = Assert.Single(Delegate(run, Given.Third).Events);

        Assert.Equal([Given.Third.Person, Given.Second.Person], run.Handoff.Reviewers);
        Assert.Equal([new Delegation(Given.First.Person, Given.Third.Person, Given.First.Person, run.Now, Why)], run.Handoff.Delegations);
        Assert.Equal(("Delegated", "oid-first", "oid-third"), (happened.Kind, happened.Facts["from"], happened.Facts["to"]));
        Assert.Equal("not-a-reviewer", run.Do(HandoffAction.Decide).Error?.Code);
        Assert.Null(run.Do(HandoffAction.Decide, Given.Third).Error);
    }

    [Fact]
    public void The_confirmations_and_the_signature_of_who_passes_on_go_and_nobody_elses()
    {
        using Run run = Run.ReadyToSign(Stakes.High, reviewers: 2);
        run.Must(HandoffAction.Sign, Given.First);
        run.AttestAll(Given.Second);
        run.Must(HandoffAction.Delegate, Given.First);

        Assert.Empty(run.Handoff.Signatures);
        Assert.All(run.Handoff.Attestations, attestation => Assert.Equal(Given.Second.Person, attestation.By));
        Assert.Equal(HandoffState.InReview, run.Handoff.State);
        Assert.Equal(new ChecklistOpen(2), run.Sign(Given.Third).Error);
        Assert.All(run.Handoff.Changes, change => Assert.Equal(Decision.Accepted, change.Decision));
    }

    [Fact]
    public void Who_takes_over_has_seen_nothing_yet()
    {
        using Run run = Run.ReadyToSign(Stakes.High, reviewers: 2);
        run.Must(HandoffAction.Delegate, Given.First);
        Assert.Equal((TimeSpan.Zero, 0.0), (run.Handoff.PaceOf(Given.Third.Person).Active, run.Handoff.PaceOf(Given.Third.Person).SeenShare));
        run.AttestAll(Given.Third);
        Assert.Equal(["Signed"], run.Must(HandoffAction.Sign, Given.Third).Select(e => e.Kind));
    }

    [Theory]
    [InlineData(Stakes.Low)]
    [InlineData(Stakes.Medium)]
    [InlineData(Stakes.High)]
    public void A_review_never_goes_to_the_author_whatever_the_stakes(Stakes stakes)
    {
        using Run run = Run.In(HandoffState.InReview, stakes, reviewers: 2);
        Refused(run, "not-to-the-author", Given.Author);
        Refused(run, "not-to-the-author", Given.Author with { Person = Given.Author.Person with { Id = "OID-AUTHOR" } });
    }

    [Fact]
    public void A_review_goes_to_nobody_who_reviews_already()
    {
        using Run run = Run.In(HandoffState.InReview);
        Refused(run, "already-a-reviewer", Given.Second);
        Refused(run, "already-a-reviewer", Given.First);
    }

    [Fact]
    public void A_review_does_not_go_back_to_who_has_passed_it_on()
    {
        using Run run = Run.In(HandoffState.InReview);
        run.Must(HandoffAction.Delegate);
        Assert.Equal("passed-on-before", run.Handoff.Delegate(Given.First, Why, Given.Third, run.Now).Error?.Code);
        Assert.Equal("passed-on-before", run.Handoff.Delegate(Given.First, Why, Given.Second, run.Now).Error?.Code);
        Assert.Null(run.Handoff.Delegate(Given.Stranger, Why, Given.Third, run.Now).Error);
        Assert.Equal("passed-on-before", run.Handoff.Delegate(Given.Third, Why, Given.Stranger, run.Now).Error?.Code);
    }

    [Fact]
    public void The_same_delegation_twice_is_refused_the_second_time()
    {
        using Run run = Run.In(HandoffState.InReview);
        run.Must(HandoffAction.Delegate);
        Assert.Equal("not-a-reviewer", run.Do(HandoffAction.Delegate).Error?.Code);
        Assert.Single(run.Handoff.Delegations);
    }

    [Fact]
    public void Nothing_is_passed_on_by_or_to_an_application()
    {
        using Run run = Run.In(HandoffState.InReview);
        Assert.IsType<ApplicationsCannotReview>(Delegate(run, Given.Flow).Error);
        Assert.IsType<ApplicationsCannotReview>(Delegate(run, Given.Third, by: Given.FlowAsReviewer).Error);
        Assert.IsType<ApplicationsCannotReview>(Reassign(run, Given.Third, by: Given.Flow).Error);
        Assert.IsType<ApplicationsCannotReview>(Reassign(run, Given.Flow).Error);
    }

    [Fact]
    public void Only_a_named_reviewer_passes_their_review_on()
    {
        using Run run = Run.In(HandoffState.InReview);
        Assert.Equal("not-a-reviewer", Delegate(run, Given.Third, by: Given.Stranger).Error?.Code);
        Assert.Equal("author-cannot-review", Delegate(run, Given.Third, by: Given.Author).Error?.Code);
        Assert.Equal("not-a-reviewer", Delegate(run, Given.Third, by: Given.Administrator).Error?.Code);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(2000, false)]
    [InlineData(2001, true)]
    public void A_reason_has_1_to_2000_characters(int length, bool refused)
    {
        using Run run = Run.In(HandoffState.InReview);
        Assert.Equal(refused, run.Handoff.Delegate(Given.Third, new string('x', length), Given.First, run.Now).Error is ReasonMissing);
        Assert.IsType<ReasonMissing>(run.Handoff.Reassign(Given.Second.Person, Given.Stranger, "  ", Given.Administrator, run.Now).Error);
    }

    [Fact]
    public void An_administrator_passes_on_for_somebody_who_is_away_and_so_does_the_software()
    {
        using Run run = Run.In(HandoffState.InReview);
        Assert.Equal("Reassigned", Assert.Single(Reassign(run, Given.Third).Events).Kind);
        Assert.Null(run.Handoff.Reassign(Given.Second.Person, Given.Stranger, "absence", Actor.Software, run.Now).Error);
        Assert.Equal([Given.Third.Person, Given.Stranger.Person], run.Handoff.Reviewers);
        Assert.Equal([Given.Administrator.Person, Actor.Software.Person], run.Handoff.Delegations.Select(delegation => delegation.By));
    }

    [Fact]
    public void An_administrator_who_is_the_author_does_not_take_a_review_themselves()
    {
        using Run run = Run.In(HandoffState.InReview, Stakes.Low);
        Assert.Equal("not-to-the-author", Reassign(run, Given.Author, by: Given.Author).Error?.Code);
    }

    [Fact]
    public void Of_somebody_who_is_no_reviewer_there_is_nothing_to_pass_on()
    {
        using Run run = Run.In(HandoffState.InReview);
        Assert.Equal("no-review-of-theirs", run.Handoff.Reassign(Given.Stranger.Person, Given.Third, Why, Given.Administrator, run.Now).Error?.Code);
        run.Must(HandoffAction.Reassign);
        Assert.Equal("no-review-of-theirs", run.Handoff.Reassign(Given.First.Person, Given.Stranger, Why, Given.Administrator, run.Now).Error?.Code);
    }

    [Fact]
    public void A_review_is_escalated_once_for_each_due_time_and_never_approved_by_it()
    {
        using Run run = Run.ReadyToSign();
        Assert.IsType<NothingToEscalate>(run.Handoff.Escalate(run.Handoff.DueAt!.Value.AddSeconds(-1)).Error);
        HandoffEvent escalated = Assert.Single(run.Must(HandoffAction.Escalate));
        Assert.Equal(("Escalated", Actor.Software, HandoffState.InReview, run.Handoff.DueAt), (escalated.Kind, escalated.Actor, run.Handoff.State, run.Handoff.EscalatedAt));
        Assert.IsType<NothingToEscalate>(run.Do(HandoffAction.Escalate).Error);

        run.Must(HandoffAction.Revise);
        run.Must(HandoffAction.StartDraft);
        run.Must(HandoffAction.CompleteDraft);
        run.Must(HandoffAction.CompleteChecks);
        Assert.Null(run.Handoff.EscalatedAt);
        run.Must(HandoffAction.Escalate);
        Assert.Null(run.Handoff.Seal);
    }

    [Fact]
    public void An_approval_expires_by_the_software_and_its_review_has_its_whole_time_again()
    {
        using Run run = Run.In(HandoffState.Approved);
        DateTimeOffset end = run.Handoff.Seal!.Payload.ExpiresAt;
        Assert.IsType<ApprovalHolds>(run.Handoff.Expire(end.AddTicks(-1)).Error);
        HandoffEvent voided = Assert.Single(run.Handoff.Expire(end).Events);
        Assert.Equal(("ApprovalVoided", Actor.Software, SealBroken.Expired.Reason), (voided.Kind, voided.Actor, voided.Facts["reason"]));
        Assert.Equal((HandoffState.InReview, (Seal?)null, end.AddHours(run.Workflow.Gate.ReviewHours)), (run.Handoff.State, run.Handoff.Seal, run.Handoff.DueAt));
        Assert.IsType<ActionNotPossible>(run.Handoff.Expire(end).Error);
    }

    [Fact]
    [Trait("Capability", "C49")]
    public void A_revision_past_the_budget_is_refused_with_the_ways_out_and_counted()
    {
        using Run run = Run.In(HandoffState.InReview, loopBudget: 0);
        var spent = Assert.IsType<LoopBudgetSpent>(run.Do(HandoffAction.Revise).Error);
        Assert.Equal(["edit", "manual", "workflow"], spent.WaysOut.Select(way => way.Code));

        HandoffEvent refused = Assert.Single(run.Handoff.RefuseRevision(Given.First, run.Now).Events);
        Assert.Equal(("RevisionRefused", "1"), (refused.Kind, refused.Facts["refused"]));
        run.Handoff.RefuseRevision(Given.First, run.Now);
        Assert.Equal((0, 2, HandoffState.InReview), (run.Handoff.LoopsUsed, run.Handoff.RefusedLoops, run.Handoff.State));
    }

    [Fact]
    [Trait("Capability", "C49")]
    public void Only_who_may_ask_for_a_revision_is_counted_and_only_when_none_is_left()
    {
        using Run run = Run.In(HandoffState.InReview, loopBudget: 0);
        Assert.Equal("not-a-reviewer", run.Handoff.RefuseRevision(Given.Stranger, run.Now).Error?.Code);
        Assert.Equal(0, run.Handoff.RefusedLoops);
        using Run other = Run.In(HandoffState.InReview);
        Assert.Throws<InvalidOperationException>(() => other.Handoff.RefuseRevision(Given.First, other.Now));
    }

    private static Outcome Delegate(Run run, Actor to, Actor? by = null) => run.Handoff.Delegate(to, Why, by ?? Given.First, run.Now);

    private static Outcome Reassign(Run run, Actor to, Actor? by = null) => run.Handoff.Reassign(Given.First.Person, to, Why, by ?? Given.Administrator, run.Now);

    // By the reviewer themselves and by an administrator alike.
    private static void Refused(Run run, string code, Actor to)
    {
        IReadOnlyDictionary<string, string> before = Snapshot.Of(run.Handoff);
        Assert.Equal(code, Delegate(run, to).Error?.Code);
        Assert.Equal(code, Reassign(run, to).Error?.Code);
        Assert.Equal(before, Snapshot.Of(run.Handoff));
    }
}
