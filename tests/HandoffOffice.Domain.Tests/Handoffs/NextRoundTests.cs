using HandoffOffice.Domain.Reviewing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Handoffs;

/// <summary>What a second draft takes over from the first, and what it says of it. The draft's first sentence differs from round to round, the others do not.</summary>
[Trait("Capability", "C06")]
public sealed class NextRoundTests
{
    [Fact]
    public void A_sentence_that_the_revision_left_alone_stays_accepted_and_says_so()
    {
        using Run run = Revised(run => run.Decide(Given.First, new Change("s2", Decision.Accepted)));
        Change carried = run.Handoff.Changes[1];
        Assert.Equal((Decision.Accepted, true, Given.First.Person), (carried.Decision, carried.CarriedOver, carried.By));
        Assert.Equal("s2", Assert.Single(run.Events, e => e.Kind == "ChangeCarriedOver").Facts["change"]);
    }

    [Fact]
    public void A_sentence_with_other_words_is_decided_anew_and_says_what_it_was_and_why()
    {
        using Run run = Revised(run => run.DecideAll(Given.First));
        Change changed = run.Handoff.Changes[0];
        Assert.Equal((Decision.Undecided, false), (changed.Decision, changed.CarriedOver));
        Assert.Equal(("Nordhafen Logistik hears from us in letter 1.", "Shorter, please."), (changed.Previous, changed.Reason));
    }

    [Fact]
    public void What_was_rejected_or_left_open_is_decided_anew_without_a_reason()
    {
        using Run run = Revised(run => run.Decide(Given.First, new Change("s2", Decision.Rejected)));
        Assert.All(run.Handoff.Changes, change => Assert.Equal(Decision.Undecided, change.Decision));
        Assert.Equal(("The warehouse stands in Bremerhaven.", null), (run.Handoff.Changes[2].Previous, run.Handoff.Changes[2].Reason));
    }

    [Fact]
    public void What_was_rejected_and_comes_again_was_not_there_before()
    {
        using Run run = Revised(run => run.Decide(Given.First, new Change("s2", Decision.Rejected)));
        Assert.Equal((null, "Shorter, please."), (run.Handoff.Changes[1].Previous, run.Handoff.Changes[1].Reason));
    }

    [Fact]
    public void The_reviewers_words_that_the_new_draft_took_over_are_accepted()
    {
        using Run run = Revised(run => run.Decide(Given.First, new Change("s1", Decision.Edited, "Nordhafen Logistik hears from us in letter 2.")));
        Change taken = run.Handoff.Changes[0];
        Assert.Equal((Decision.Accepted, true, null), (taken.Decision, taken.CarriedOver, taken.EditedText));
    }

    [Fact]
    public void What_another_reviewer_accepted_is_decided_anew()
    {
        using Run run = Revised(run => run.DecideAll(Given.Second));
        Assert.All(run.Handoff.Changes, change => Assert.False(change.CarriedOver));
    }

    [Fact]
    public void A_decision_that_was_carried_over_can_be_taken_back()
    {
        using Run run = Revised(run => run.DecideAll(Given.First));
        run.Must(HandoffAction.CompleteChecks);
        run.Decide(Given.First, new Change("s2"));
        Assert.Equal((Decision.Undecided, false), (run.Handoff.Changes[1].Decision, run.Handoff.Changes[1].CarriedOver));
        Assert.Equal("We thank the whole team.", run.Handoff.Changes[1].Previous);
    }

    [Fact]
    public void A_first_draft_has_no_round_before_it()
    {
        using Run run = Run.In(HandoffState.InReview);
        Assert.All(run.Handoff.Changes, change => Assert.Equal((null, null, false), (change.Previous, change.Reason, change.CarriedOver)));
    }

    private static Run Revised(Action<Run> review)
    {
        Run run = Run.In(HandoffState.InReview);
        review(run);
        run.Must(HandoffAction.Revise);
        run.Must(HandoffAction.StartDraft);
        run.Must(HandoffAction.CompleteDraft);
        return run;
    }
}
