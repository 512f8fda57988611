using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Filtering;

public sealed class FilterMeasureTests
{
    private static readonly DateTimeOffset Start = Given.Start;

    [Fact]
    [Trait("Capability", "C16")]
    public void The_median_is_of_the_seconds_from_one_decision_to_the_next() =>
        // 1, 1.5 and 9 seconds: the middle one, although the third was thought about.
        Assert.Equal(new TriagePace(4, 3, 1.5), TriagePace.Of([At("s1", 0), At("s2", 1), At("s3", 2.5), At("s4", 11.5)]));

    [Fact]
    [Trait("Capability", "C16")]
    public void Candidates_that_are_decided_in_one_go_share_its_time() =>
        Assert.Equal(new TriagePace(3, 2, 2), TriagePace.Of([At("s1", 0), At("s2", 4), At("s3", 4)]));

    [Fact]
    [Trait("Capability", "C16")]
    public void One_decision_has_no_time_and_what_is_undecided_or_carried_over_none_either()
    {
        Assert.Equal(new TriagePace(1, 0, null), TriagePace.Of([At("s1", 3), new Change("s2"), At("s3", 5) with { CarriedOver = true }]));
        Assert.Equal(new TriagePace(0, 0, null), TriagePace.Of([]));
    }

    [Fact]
    [Trait("Capability", "C16")]
    public void Two_people_are_timed_apart_and_a_clock_that_went_backwards_makes_no_negative_time() => Assert.Equal(
        new TriagePace(4, 2, 2),
        TriagePace.Of([At("s1", 10), At("s2", 8), At("s3", 9) with { By = Given.Second.Person }, At("s4", 7) with { By = Given.Second.Person }]));

    [Fact]
    [Trait("Capability", "C17")]
    public void What_was_handed_over_is_measured_apart_from_what_came_out()
    {
        using Run run = Topics.InReview();
        run.Decide(Given.First, Topics.Keep("s1"), Topics.Keep("s2"), Topics.Keep("s3"), Topics.Drop("s4"));
        TwoBars bars = TwoBars.Of(Topics.Contract, [run.Handoff]);
        Assert.Equal(new ShareAgainst(3, 4, 0.7m), bars.HandedOver);
        Assert.True(bars.HandedOver.IsMet);
        Assert.Equal((0, null, null), (bars.Final.Of, bars.Final.Share, bars.Final.IsMet));
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("s2", 1)]
    [Trait("Capability", "C17")]
    public void What_was_kept_is_right_when_it_was_accepted_later(string? wrong, int accepted)
    {
        using Run run = Released();
        run.Received(new OutcomeReport(Reception.CorrectionNeeded, "Nobody read it.", new Catcher(CatcherKind.Nothing), wrong));
        TwoBars bars = TwoBars.Of(Topics.Contract, [run.Handoff]);
        Assert.Equal(new ShareAgainst(accepted, 2, 0.8m), bars.Final);
        Assert.False(bars.Final.IsMet);
    }

    [Fact]
    [Trait("Capability", "C17")]
    public void An_output_is_clean_when_enough_of_what_was_handed_over_was_kept()
    {
        using Run run = Released();
        Assert.Equal(OutputScore.Faulty, run.Handoff.Scored!.Score);
        using Run kept = Released("s3");
        Assert.Equal(OutputScore.Clean, kept.Handoff.Scored!.Score);
    }

    [Fact]
    [Trait("Capability", "C53")]
    public void No_sampling_plan_decides_about_candidates()
    {
        using Run run = new Run(Topics.Workflow, Topics.Record(), Given.Author, [Given.First.Person])
        {
            Sentences = _ => Topics.Candidates(),
            Trust = new TrustLevel(60, 0, 60, 0.05, new SamplingPlan(29, 10, 0.05)),
        }.To(HandoffState.InReview);
        Assert.False(run.Handoff.IsReduced);
        Assert.Equal("A person decides about every candidate: that is what they are handed over for.", run.Handoff.Extent!.Sentence());
    }

    private static Change At(string id, double seconds) => new(id, Decision.Accepted, By: Given.First.Person, At: Start.AddSeconds(seconds));

    // s1 and s2 are kept, and one more where it is named: 2 of 4 are below the bar of 70 %, 3 are not.
    private static Run Released(string? third = null)
    {
        Run run = Topics.InReview();
        string[] kept = ["s1", "s2", .. third is null ? Array.Empty<string>() : [third]];
        run.Decide(Given.First, [.. run.Handoff.Changes.Select(change => kept.Contains(change.Id) ? Topics.Keep(change.Id) : Topics.Drop(change.Id))]);
        foreach (string id in kept)
        {
            run.Picks(id, Topics.Pick());
        }

        run.AttestAll(Given.First);
        run.Sign(Given.First);
        run.Must(HandoffAction.Release);
        return run;
    }
}
