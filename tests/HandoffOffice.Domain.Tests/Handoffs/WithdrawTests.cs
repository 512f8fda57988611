using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Reviewing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Handoffs;

/// <summary>What whoever started a handoff may do without judging its text: take it back, and be given what was approved (C73, C74).</summary>
public sealed class WithdrawTests
{
    [Fact]
    [Trait("Capability", "C74")]
    public void A_flow_takes_back_what_it_started()
    {
        using var run = new Run(Given.Workflow(), Given.Record(), Given.Flow, [Given.First.Person]);
        run.To(HandoffState.InReview);
        Assert.Equal(["Withdrawn"], run.Must(HandoffAction.Withdraw).Select(e => e.Kind));
        Assert.Equal(HandoffState.Withdrawn, run.Handoff.State);
    }

    [Fact]
    [Trait("Capability", "C74")]
    public void Nobody_takes_back_what_somebody_else_started()
    {
        using Run run = Run.In(HandoffState.InReview);
        Assert.All(
            new[] { Given.First, Given.Stranger, Given.Flow, Given.Administrator },
            actor => Assert.Equal("not-your-handoff", run.Do(HandoffAction.Withdraw, actor).Error?.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void It_wants_a_reason(string reason)
    {
        using Run run = Run.In(HandoffState.InReview);
        Assert.IsType<ReasonMissing>(run.Handoff.Withdraw(reason, Given.Author, run.Now).Error);
    }

    [Fact]
    public void An_error_that_a_reviewer_has_found_counts_although_it_is_taken_back()
    {
        using Run run = Run.In(HandoffState.InReview);
        run.Decide(Given.First, new Change("s1", Decision.Rejected));
        run.Must(HandoffAction.Withdraw);
        Assert.Equal(OutputScore.Faulty, run.Handoff.Scored?.Score);
    }

    [Fact]
    public void What_nobody_has_judged_is_not_scored()
    {
        using Run run = Run.In(HandoffState.InReview);
        run.Must(HandoffAction.Withdraw);
        Assert.Null(run.Handoff.Scored);
    }

    [Fact]
    public void A_practice_error_goes_with_it()
    {
        using var run = new Run { Seeds = true };
        run.To(HandoffState.InReview);
        Assert.Equal(["SeedWithdrawn", "Withdrawn"], run.Must(HandoffAction.Withdraw).Select(e => e.Kind));
        Assert.Null(run.Handoff.Planted);
    }

    [Fact]
    [Trait("Capability", "C73")]
    public void A_flow_is_given_what_is_approved_and_it_stays_approved()
    {
        using Run run = Run.In(HandoffState.Approved);
        Outcome given = run.Handoff.GiveToFlow(run.Content(), run.Key.PublicKey, Given.Flow, run.Now);
        Assert.Equal(["GivenToFlow"], given.Events.Select(e => e.Kind));
        Assert.Equal(HandoffState.Approved, run.Handoff.State);
    }

    [Theory]
    [InlineData(HandoffState.Intake)]
    [InlineData(HandoffState.InReview)]
    [InlineData(HandoffState.Revising)]
    [InlineData(HandoffState.Rejected)]
    [InlineData(HandoffState.Withdrawn)]
    [Trait("Capability", "C73")]
    public void A_flow_is_given_nothing_that_is_not_approved(HandoffState state)
    {
        using Run run = Run.In(state);
        Assert.Equal(new NotApproved(state), run.Handoff.GiveToFlow(run.Content(), run.Key.PublicKey, Given.Flow, run.Now).Error);
    }

    [Fact]
    [Trait("Capability", "C73")]
    public void A_flow_is_given_nothing_under_a_seal_that_does_not_hold()
    {
        using Run run = Run.In(HandoffState.Approved);
        Assert.IsType<SealBroken>(run.Handoff.GiveToFlow(run.Content() with { FileDigest = Sha256Digest.Of("another") }, run.Key.PublicKey, Given.Flow, run.Now).Error);
        Assert.Equal(SealBroken.Expired, run.Handoff.GiveToFlow(run.Content(), run.Key.PublicKey, Given.Flow, run.Now.AddDays(30)).Error);
    }

    [Fact]
    [Trait("Capability", "C73")]
    public void A_person_without_a_part_in_it_is_given_nothing()
    {
        using Run run = Run.In(HandoffState.Approved);
        Assert.Equal("not-your-handoff", run.Handoff.GiveToFlow(run.Content(), run.Key.PublicKey, Given.Stranger, run.Now).Error?.Code);
    }
}
