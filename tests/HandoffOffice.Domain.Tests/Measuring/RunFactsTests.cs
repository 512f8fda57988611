using CsCheck;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Measuring;

/// <summary>The numbers of one run come from its timestamps and edits.</summary>
[Trait("Capability", "C38")]
[Trait("Capability", "C39")]
[Trait("Capability", "C40")]
public sealed class RunFactsTests
{
    [Fact]
    public void A_run_that_was_accepted_as_drafted()
    {
        using var run = new Run(Given.Workflow(), Given.Record(), Given.Author, [Given.First.Person], inputSeconds: 240);
        run.To(HandoffState.Released);
        var facts = RunFacts.Of(run.Handoff);
        // Each step takes a minute; while the reviewer confirms the items, the minute before was active.
        Assert.Equal(new RunTimes(TimeFault.None, 240, 60, 420), facts.Times);
        Assert.Equal(300, facts.Times.WorkSeconds);
        Assert.Equal(new RunEdits(18, 0, 3, 0, 0), facts.Edits);
        Assert.Equal((RunEnd.Released, 0, 2, OutputScore.Clean), (facts.End, facts.Loops, facts.Crossings, facts.Score));
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 2)), (facts.StartedOn, facts.EndedOn));
        Assert.Equal((ApprovalGround.Review, true), (facts.Ground, facts.IsFullyReviewed));
    }

    [Fact]
    public void An_edit_counts_the_words_that_differ_and_a_rejection_all_of_them()
    {
        using Run run = Run.In(HandoffState.InReview);
        run.Decide(Given.First, new Change("s1", Decision.Edited, "Nordhafen Logistik hears from you in this letter."), new Change("s2", Decision.Rejected), new Change("s3", Decision.Accepted));
        // "us" for "you", "this" put in, "1" gone; five words gone.
        Assert.Equal(new RunEdits(18, 3 + 5, 1, 1, 1), RunFacts.Of(run.Handoff).Edits);
    }

    [Fact]
    [Trait("Capability", "C05")]
    public void Each_loop_is_two_more_crossings_and_a_refused_one_counts_as_asked_for()
    {
        using Run run = Run.In(HandoffState.Revising);
        Assert.Equal((1, 3), (RunFacts.Of(run.Handoff).Loops, RunFacts.Of(run.Handoff).Crossings));
        run.To(HandoffState.InReview);
        run.Handoff.RefuseRevision(Given.First, run.Now);
        Assert.Equal((2, 4), (RunFacts.Of(run.Handoff).Loops, RunFacts.Of(run.Handoff).Crossings));
        using Run fresh = Run.In(HandoffState.Intake);
        Assert.Equal(0, RunFacts.Of(fresh.Handoff).Crossings);
    }

    [Theory]
    [InlineData(HandoffState.Rejected, RunEnd.Rejected)]
    [InlineData(HandoffState.RevertedToManual, RunEnd.RevertedToManual)]
    [InlineData(HandoffState.Withdrawn, RunEnd.Withdrawn)]
    [InlineData(HandoffState.Approved, RunEnd.Open)]
    [InlineData(HandoffState.Failed, RunEnd.Open)]
    [Trait("Capability", "C42")]
    public void A_run_that_does_not_leave_ends_in_one_of_three_ways(HandoffState state, RunEnd end)
    {
        using Run run = Run.In(state);
        var facts = RunFacts.Of(run.Handoff);
        Assert.Equal((end, end != RunEnd.Open), (facts.End, facts.EndedOn is not null));
        Assert.Null(facts.Times.ElapsedSeconds);
    }

    [Fact]
    public void A_clock_that_went_back_makes_times_unusable_and_never_zero()
    {
        using Run run = Run.ReadyToSign();
        run.Wait(TimeSpan.FromHours(-3));
        run.Must(HandoffAction.Sign);
        run.Must(HandoffAction.Release);
        Assert.Equal(new RunTimes(TimeFault.ClockWentBack, null, null, null), RunFacts.Of(run.Handoff).Times);

        using var other = new Run();
        other.Must(HandoffAction.StartDraft);
        other.Wait(TimeSpan.FromDays(-1));
        other.Must(HandoffAction.CompleteDraft);
        Assert.Equal(TimeFault.ClockWentBack, RunFacts.Of(other.Handoff).Times.Fault);
    }

    [Fact]
    public void What_nobody_told_is_not_zero_but_a_flow_has_no_form()
    {
        using Run person = Run.In(HandoffState.Released);
        Assert.Equal((TimeFault.InputUntold, null), (RunFacts.Of(person.Handoff).Times.Fault, RunFacts.Of(person.Handoff).Times.WorkSeconds));
        using var flow = new Run(Given.Workflow(), Given.Record(), Given.Flow, [Given.First.Person], inputSeconds: 90);
        Assert.Equal(0, flow.Handoff.InputSeconds);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Handoff.MaxInputSeconds + 1)]
    public void Nobody_has_a_form_in_use_for_less_than_nothing_or_more_than_a_day(int seconds) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        Handoff.Start(Given.Tenant, Given.Workflow(), Given.Record(), "Note", Given.Author, [Given.First.Person], Given.Start, inputSeconds: seconds));

    [Fact]
    [Trait("Capability", "C51")]
    public void Who_signs_faster_than_anybody_reads_rushes()
    {
        using Run run = Run.In(HandoffState.InReview, Stakes.Low);
        run.DecideAll(Given.First);
        run.Attest(Given.First, "facts");
        run.Attest(Given.First, "tone");
        Assert.Null(run.Sign(Given.First).Error);
        Assert.True(RunFacts.Of(run.Handoff).IsRushed);
        using Run slow = Run.In(HandoffState.Approved);
        Assert.False(RunFacts.Of(slow.Handoff).IsRushed);
    }

    [Fact]
    public void A_broken_glass_is_no_review()
    {
        using Run run = Run.In(HandoffState.InReview);
        run.Must(HandoffAction.BreakGlass, Given.Administrator);
        run.Must(HandoffAction.Release);
        var facts = RunFacts.Of(run.Handoff);
        Assert.Equal((ApprovalGround.BreakGlass, false, false), (facts.Ground, facts.IsFullyReviewed, facts.IsRushed));
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2026-03-08", "2026-03-02")]
    [InlineData("2026-01-01", "2025-12-29")]
    public void A_week_begins_on_its_Monday(string day, string monday) =>
        Assert.Equal(DateOnly.Parse(monday, null), RunFacts.WeekOf(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("We thank the whole team.", "We thank the team.", 1)]
    [InlineData("We thank the team.", "We thank the whole team!", 1)]
    [InlineData("on 3 May", "on 4 May", 1)]
    [InlineData("a b c", "b c d", 2)]
    [InlineData(null, "one two", 2)]
    [InlineData("one two", null, 2)]
    [InlineData("", null, 0)]
    public void The_words_that_differ(string? before, string? after, int words) => Assert.Equal(words, WordDistance.Between(before, after));

    [Fact]
    public void The_distance_is_a_distance_and_counts_the_words_that_the_contract_counts()
    {
        string[] some = ["a", "b", "(c)", "--", "\u00e9t\u00e9,", "9%"];
        Gen<string> text = Gen.Int[0, some.Length - 1].Array[0, 8].Select(words => string.Join(' ', words.Select(word => some[word])));
        Gen.Select(text, text, text).Sample((a, b, c) =>
        {
            int ab = WordDistance.Between(a, b);
            Assert.Equal(ab, WordDistance.Between(b, a));
            Assert.True(WordDistance.Between(a, c) <= ab + WordDistance.Between(b, c));
            Assert.Equal(TextMeasure.CountWords(a), WordDistance.Between(a, null));
            Assert.InRange(ab, Math.Abs(TextMeasure.CountWords(a) - TextMeasure.CountWords(b)), Math.Max(TextMeasure.CountWords(a), TextMeasure.CountWords(b)));
        }, seed: "0006bXpCwFq1", iter: 300);
    }
}
