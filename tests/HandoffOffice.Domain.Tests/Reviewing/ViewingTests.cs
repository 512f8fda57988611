using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Reviewing;

[Trait("Capability", "C51")]
public sealed class ViewingTests
{
    private static readonly string[] All = ["s1", "s2", "s3"];

    [Fact]
    public void Nobody_is_active_for_longer_than_time_has_passed()
    {
        using Run run = Run.In(HandoffState.InReview);
        Look(run, TimeSpan.FromSeconds(20), TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromSeconds(20), run.Handoff.PaceOf(Given.First.Person).Active);
        Look(run, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(-5));
        Look(run, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(24), run.Handoff.PaceOf(Given.First.Person).Active);
    }

    [Fact]
    public void A_clock_that_goes_back_gives_no_time()
    {
        using Run run = Run.In(HandoffState.InReview);
        Look(run, TimeSpan.FromMinutes(-30), TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.Zero, run.Handoff.PaceOf(Given.First.Person).Active);
        Look(run, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.Zero, run.Handoff.PaceOf(Given.First.Person).Active);
    }

    [Fact]
    public void What_was_seen_adds_up_and_what_the_draft_does_not_have_is_left_out()
    {
        using Run run = Run.In(HandoffState.InReview);
        Look(run, TimeSpan.FromSeconds(1), TimeSpan.Zero, "s1", "s9");
        Look(run, TimeSpan.FromSeconds(1), TimeSpan.Zero, "s1", "s3");
        Assert.Equal(2.0 / 3, run.Handoff.PaceOf(Given.First.Person).SeenShare);
        Assert.Equal(0, run.Handoff.PaceOf(Given.Second.Person).SeenShare);
    }

    [Fact]
    public void Twenty_words_take_some_five_seconds()
    {
        using Run run = Run.In(HandoffState.InReview);
        ReviewPace pace = run.Handoff.PaceOf(Given.First.Person);
        Assert.Equal((18, 60.0 * 18 / 238), (pace.Words, pace.Needed.TotalSeconds), (a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 0.001);
    }

    [Fact]
    public void A_new_draft_is_looked_at_anew_and_the_old_one_no_more()
    {
        using Run run = Run.In(HandoffState.InReview);
        Look(run, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30), All);
        run.Must(HandoffAction.Revise);
        run.Must(HandoffAction.StartDraft);
        run.Must(HandoffAction.CompleteDraft);
        run.Must(HandoffAction.CompleteChecks);
        Assert.Equal((TimeSpan.Zero, 0.0), (run.Handoff.PaceOf(Given.First.Person).Active, run.Handoff.PaceOf(Given.First.Person).SeenShare));
        Assert.Equal(new DraftReplaced(run.Handoff.Id, 2), run.Handoff.View(1, TimeSpan.FromSeconds(1), All, Given.First, run.Now).Error);
    }

    [Fact]
    public void With_high_stakes_nobody_signs_what_was_not_in_view_for_as_long_as_reading_takes()
    {
        using Run run = Run.In(HandoffState.InReview, Stakes.High, reviewers: 2);
        run.DecideAll(Given.First);
        run.Attest(Given.First, "facts");
        run.Attest(Given.First, "tone");
        Assert.True(Assert.IsType<TooLittleViewed>(run.Sign(Given.First).Error).Pace.IsPartial);
        Look(run, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3), All);
        Assert.True(Assert.IsType<TooLittleViewed>(run.Sign(Given.First).Error).Pace.IsTooFast);
        Look(run, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3));
        Assert.Null(run.Sign(Given.First).Error);
    }

    [Theory]
    [InlineData(Stakes.Low)]
    [InlineData(Stakes.Medium)]
    public void With_lower_stakes_it_is_recorded_that_somebody_was_too_fast(Stakes stakes)
    {
        using Run run = Run.In(HandoffState.InReview, stakes);
        run.DecideAll(Given.First);
        run.Attest(Given.First, "facts");
        run.Attest(Given.First, "tone");
        IReadOnlyDictionary<string, string> facts = run.Must(HandoffAction.Sign)[0].Facts;
        Assert.Equal(("18", "0", "0", "yes"), (facts["words"], facts["activeSeconds"], facts["seenPercent"], facts["tooFast"]));
        Assert.True(Assert.Single(run.Handoff.Signatures).Pace.IsTooFast);
    }

    [Fact]
    public void To_look_leaves_no_event_and_no_new_revision()
    {
        using Run run = Run.In(HandoffState.InReview);
        int revision = run.Handoff.Revision;
        Assert.Empty(run.Must(HandoffAction.View));
        Assert.Equal(revision, run.Handoff.Revision);
    }

    private static void Look(Run run, TimeSpan passed, TimeSpan active, params string[] seen)
    {
        run.Wait(passed);
        Assert.Null(run.Handoff.View(run.Handoff.Drafts.Count, active, seen, Given.First, run.Now).Error);
    }
}
