using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Measuring;

[Trait("Capability", "C53")]
public sealed class OutputScoreTests
{
    [Fact]
    public void What_was_accepted_as_drafted_in_a_full_review_is_clean()
    {
        using Run run = Run.In(HandoffState.Approved);
        Assert.Equal(new Scored(OutputScore.Clean, Given.Origin.Name, run.Now), run.Handoff.Scored);
    }

    [Theory]
    [InlineData(Decision.Edited)]
    [InlineData(Decision.Rejected)]
    public void What_a_reviewer_changed_or_rejected_is_faulty(Decision decision)
    {
        using Run run = Run.In(HandoffState.InReview);
        run.DecideAll(Given.First);
        run.Decide(Given.First, new Change("s3", decision, "The warehouse is in Bremerhaven."));
        run.AttestAll(Given.First);
        Assert.Null(run.Handoff.Scored);
        run.Sign(Given.First);
        Assert.Equal(OutputScore.Faulty, run.Handoff.Scored?.Score);
    }

    [Theory]
    [InlineData(HandoffAction.Revise)]
    [InlineData(HandoffAction.Reject)]
    [InlineData(HandoffAction.RevertToManual)]
    public void What_was_sent_back_is_faulty_at_once(HandoffAction action)
    {
        using Run run = Run.In(HandoffState.InReview);
        run.Must(action);
        Assert.Equal(OutputScore.Faulty, run.Handoff.Scored?.Score);
    }

    [Fact]
    public void What_was_revised_stays_faulty_however_good_the_next_draft_is()
    {
        using Run run = Run.In(HandoffState.Revising);
        DateTimeOffset sentBack = run.Now;
        run.To(HandoffState.Approved);
        Assert.Equal((OutputScore.Faulty, sentBack), (run.Handoff.Scored!.Score, run.Handoff.Scored.At));
    }

    [Fact]
    public void A_revision_that_was_refused_says_the_same()
    {
        using Run run = Run.In(HandoffState.InReview, loopBudget: 0);
        run.Handoff.RefuseRevision(Given.First, run.Now);
        Assert.Equal(OutputScore.Faulty, run.Handoff.Scored?.Score);
    }

    [Fact]
    public void Where_no_draft_came_there_is_no_output()
    {
        using Run run = Run.In(HandoffState.Failed);
        run.Must(HandoffAction.RevertToManual);
        Assert.Null(run.Handoff.Scored);
    }

    [Fact]
    public void What_broke_the_glass_was_not_reviewed()
    {
        using Run run = Run.In(HandoffState.InReview);
        run.Must(HandoffAction.BreakGlass, Given.Administrator);
        Assert.Equal(OutputScore.NotReviewed, run.Handoff.Scored?.Score);
    }

    [Fact]
    [Trait("Capability", "C58")]
    public void An_error_that_escaped_makes_it_faulty_from_the_report_on_and_each_report_anew()
    {
        using Run run = Run.In(HandoffState.Released);
        run.Received(new OutcomeReport(Reception.Accepted));
        Assert.Equal(OutputScore.Clean, run.Handoff.Scored?.Score);
        run.Received(new OutcomeReport(Reception.CorrectionNeeded, "Wrong.", new Catcher(CatcherKind.Nothing)));
        Assert.Equal(new Scored(OutputScore.Faulty, Given.Origin.Name, run.Now), run.Handoff.Scored);
        run.Received(new OutcomeReport(Reception.Accepted));
        run.Received(new OutcomeReport(Reception.Complaint, "Wrong.", new Catcher(CatcherKind.Nothing)));
        Assert.Equal(new Scored(OutputScore.Faulty, Given.Origin.Name, run.Now), run.Handoff.Scored);
    }
}
