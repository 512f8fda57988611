using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Releasing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Measuring;

/// <summary>What a manager reads: every number here is computed by hand.</summary>
[Trait("Capability", "C38")]
public sealed class WorkflowMeasuresTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public void A_run_saves_the_baseline_less_what_people_worked_and_what_remains_by_hand()
    {
        // 60 minutes by hand; at the form and in review 6, 8, 10, 12, 14; 5 remain: 49, 47, 45, 43, 41 are saved.
        WorkflowMeasures measures = Of([.. Five], new VersionGiven(1, 60, new Expectations(5)));
        BeforeAfter both = measures.All.BeforeAfter;
        Assert.Equal((60, 5, 15, 45), (both.BaselineMinutes, both.RemainingByHandMinutes, both.MeasuredMinutes.Mean, both.SavedMinutes.Mean));
        Assert.Equal((5, 0, 0.0625, 0), (both.Faster, both.Slower, both.SignTest, both.MoreRuns));
        Assert.InRange(both.SavedMinutes.Interval!.Low, 41, 45 - 1.5);
        Assert.InRange(both.SavedMinutes.Interval.High, 45 + 1.5, 49);
        Assert.Equal(Verdict.Yes, Answer(measures, Question.SavesTime).Verdict);
        Assert.StartsWith("It saves 45 minutes a run (", Answer(measures, Question.SavesTime).Sentence, StringComparison.Ordinal);
        Assert.EndsWith(", 5 runs).", Answer(measures, Question.SavesTime).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_was_given_up_costs_its_time_on_top_of_the_work_by_hand()
    {
        WorkflowMeasures measures = Of([Run(10), Run(20) with { End = RunEnd.RevertedToManual }, Run(30) with { End = RunEnd.Rejected }]);
        Assert.Equal((60 - 10 - 20 - 30) / 3.0, measures.All.BeforeAfter.SavedMinutes.Mean!.Value, 9);
        Assert.Equal((10 + 80 + 90) / 3.0, measures.All.BeforeAfter.MeasuredMinutes.Mean!.Value, 9);
    }

    [Fact]
    public void A_month_saves_as_many_runs_as_it_has()
    {
        // Six weeks, a run each: 42 days have 42 / 30.4375 = 1.3799 months, so 4.3482 runs a month.
        WorkflowMeasures measures = Of([.. Enumerable.Range(0, 6).Select(week => Run(10, Monday.AddDays(7 * week)))]);
        Assert.Equal(4.3482, measures.All.BeforeAfter.RunsPerMonth!.Value, 4);
        Assert.Equal(217.41, measures.All.BeforeAfter.SavedMinutesPerMonth!.Mean!.Value, 2);
        Assert.Equal("It saves 50 minutes a run (50 to 50, 6 runs), 217.4 a month.", Answer(measures, Question.SavesTime).Sentence);
        Assert.Null(Of([.. Five]).All.BeforeAfter.SavedMinutesPerMonth);
    }

    [Theory]
    [InlineData(0, "Too few to tell whether it saves time: 5 more runs.")]
    [InlineData(1, "Too few to tell whether it saves time: 4 more runs.")]
    [InlineData(4, "Too few to tell whether it saves time: 1 more run.")]
    public void Below_five_runs_nothing_is_claimed(int runs, string sentence)
    {
        WorkflowMeasures measures = Of([.. Enumerable.Repeat(Run(10), runs)]);
        Assert.Equal((Verdict.TooFew, sentence, 5 - runs), (Answer(measures, Question.SavesTime).Verdict, Answer(measures, Question.SavesTime).Sentence, Answer(measures, Question.SavesTime).MoreRuns));
        Assert.Equal(4, measures.Answers.Count);
        Assert.All(measures.Answers, answer => Assert.Equal(Verdict.TooFew, answer.Verdict));
        Assert.Null(measures.All.BeforeAfter.SavedMinutes.Interval);
        Assert.Empty(measures.Flags);
    }

    [Fact]
    public void Where_the_interval_holds_zero_it_says_how_many_more_runs_it_takes()
    {
        // Saved: 40, -30, 30, -20, 20, the mean 8 and the spread 31.145: t s / sqrt(n) is below 8 from n = 61 on (t of 60 is 2.0003, of 59 2.0010).
        WorkflowMeasures measures = Of([Run(20), Run(90), Run(30), Run(80), Run(40)]);
        Assert.Equal(31.145, BeforeAfter.Saved(Counts(Run(20), Run(90), Run(30), Run(80), Run(40)), Given(1)).Deviation, 3);
        Assert.Equal(61 - 5, measures.All.BeforeAfter.MoreRuns);
        MeasuredAnswer answer = Answer(measures, Question.SavesTime);
        Assert.Equal((Verdict.TooFew, 56), (answer.Verdict, answer.MoreRuns));
        Assert.EndsWith(" minutes a run): 56 more runs.", answer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_loses_time_is_told_so()
    {
        WorkflowMeasures measures = Of([.. Five.Select(run => run with { Times = run.Times with { ReviewSeconds = run.Times.ReviewSeconds + 6000 } })]);
        Assert.Equal(Verdict.No, Answer(measures, Question.SavesTime).Verdict);
        Assert.StartsWith("It costs 50 minutes a run (", Answer(measures, Question.SavesTime).Sentence, StringComparison.Ordinal);
        Assert.Equal([new RaisedWarning(MeasureWarning.LosingTime, "Version 1 costs 50 minutes a run more than the work by hand.")], measures.Flags);
    }

    [Fact]
    public void Times_that_cannot_be_used_are_in_no_mean_and_are_counted()
    {
        RunFacts back = Run(10) with { Times = new RunTimes(TimeFault.ClockWentBack, 60, null, null) };
        RunFacts untold = Run(10) with { Times = new RunTimes(TimeFault.InputUntold, null, 60, 100) };
        BeforeAfter both = Of([Run(20), back, untold]).All.BeforeAfter;
        Assert.Equal((1, 1, 1, 40), (both.SavedMinutes.Runs, both.ClockWentBack, both.InputUntold, both.SavedMinutes.Mean));
    }

    [Fact]
    [Trait("Capability", "C40")]
    public void A_good_draft_is_one_that_people_hardly_change()
    {
        RunFacts Changed(int words) => Run(10) with { Edits = new RunEdits(200, words, 8, 1, 1) };
        WorkflowMeasures measures = Of([Changed(10), Changed(12), Changed(14), Changed(16), Changed(18), Run(5) with { End = RunEnd.Rejected }]);
        DraftEdits edits = measures.All.Edits;
        Assert.Equal((1000, 70, 40, 5, 5), (edits.WordsDrafted, edits.WordsChanged, edits.Accepted, edits.Edited, edits.Rejected));
        Assert.Equal(0.07, edits.ChangedShare.Mean!.Value, 9);
        MeasuredAnswer answer = Answer(measures, Question.DraftIsGood);
        Assert.Equal(Verdict.Yes, answer.Verdict);
        Assert.StartsWith("People change 7 % of the words drafted (", answer.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(" %, 5 runs); 1 of 6 drafts were thrown away.", answer.Sentence, StringComparison.Ordinal);
        Assert.Equal(Verdict.No, Answer(Of([Changed(100), Changed(90), Changed(110), Changed(95), Changed(105)]), Question.DraftIsGood).Verdict);
    }

    [Fact]
    [Trait("Capability", "C51")]
    public void Reviews_are_judged_by_planted_errors_and_by_their_pace()
    {
        RunFacts Reviewed(bool rushed, int found = 0, int missed = 0) => Run(10) with { IsRushed = rushed, Planted = new CatchRate(found, missed) };
        WorkflowMeasures few = Of([Reviewed(false, 3, 1), .. Enumerable.Repeat(Reviewed(false), 9)]);
        Assert.Equal(Verdict.Unclear, Answer(few, Question.PeopleReview).Verdict);
        Assert.Equal(
            "0 of 10 reviews were faster than anybody reads (0 to 30.8 %); 3 of 4 planted errors were found, too few to tell how well people look: 25 more.",
            Answer(few, Question.PeopleReview).Sentence);
        WorkflowMeasures enough = Of([Reviewed(true, 28, 1), .. Enumerable.Repeat(Reviewed(false), 9)]);
        Assert.Equal(Verdict.Yes, Answer(enough, Question.PeopleReview).Verdict);
        Assert.Equal("28 of 29 planted errors were found (82.2 to 99.9 %); 1 of 10 reviews were faster than anybody reads (0.3 to 44.5 %).", Answer(enough, Question.PeopleReview).Sentence);
        WorkflowMeasures rushed = Of([.. Enumerable.Repeat(Reviewed(true), 5), .. Enumerable.Repeat(Reviewed(false), 5)]);
        Assert.Equal((Verdict.No, MeasureWarning.RushedReviews), (Answer(rushed, Question.PeopleReview).Verdict, Assert.Single(rushed.Flags).Warning));
    }

    [Fact]
    [Trait("Capability", "C42")]
    public void Adoption_is_released_of_expected_and_says_what_never_came()
    {
        // From Monday to the second Sunday after it 14 days: 0.45996 months of 20 runs are 9.199 expected.
        RunFacts[] runs = [.. Enumerable.Repeat(Run(10), 6), Run(10) with { End = RunEnd.RevertedToManual }, Run(10) with { End = RunEnd.Open, EndedOn = null }];
        WorkflowMeasures measures = Of(runs, today: Monday.AddDays(13), given: new VersionGiven(1, 60, new Expectations(0, 20)));
        Adoption adoption = measures.Adoption;
        Assert.Equal((Monday, 8, 6, 1, 0), (adoption.Since!.Value, adoption.Started, adoption.Released, adoption.Reverted, adoption.Rejected));
        Assert.Equal(9.199, adoption.Expected!.Value, 3);
        Assert.Equal(1.199, adoption.NeverCame!.Value, 3);
        Assert.Equal(
            "6 of 9 expected runs went through the handoff (66.7 %, 29.9 to 92.5 %); 1 went back to work by hand, 0 were refused, 1 never came.",
            Answer(measures, Question.IsUsed).Sentence);
        Assert.Equal(
            "6 of 8 runs went through the handoff (75 %, 34.9 to 96.8 %); 1 went back to work by hand, 0 were refused; how many were expected is not known.",
            Answer(Of(runs), Question.IsUsed).Sentence);
        Assert.Equal(new RunEnds(8, 1, 6, 0, 1), measures.All.Runs);
    }

    [Fact]
    [Trait("Capability", "C41")]
    public void Outcomes_are_counted_by_the_worst_of_each_run()
    {
        WorkflowMeasures measures = Of(
        [
            Run(10) with { Worst = Reception.Complaint, Score = OutputScore.Faulty }, Run(10) with { Worst = Reception.CorrectionNeeded, Score = OutputScore.Faulty },
            Run(10) with { Worst = Reception.Accepted, Score = OutputScore.Clean }, Run(10) with { Score = OutputScore.Clean },
        ]);
        RunOutcomes outcomes = measures.All.Outcomes;
        Assert.Equal((1, 1, 1), (outcomes.ReceivedWell, outcomes.Corrected, outcomes.ComplainedOf));
        Assert.Equal((2, 4, 2, 4), (outcomes.Escaped.Hits, outcomes.Escaped.Of, outcomes.Faulty.Hits, outcomes.Faulty.Of));
        Assert.Null(outcomes.ErrorBound);
    }

    [Fact]
    [Trait("Capability", "C05")]
    public void A_broken_loop_is_flagged_and_counted()
    {
        WorkflowMeasures measures = WorkflowMeasures.Of("report", MeasureCells.Of([Run(10) with { Loops = 2, Crossings = 4 }, Run(10)]), [Given(1)], true, Monday);
        Assert.Equal(
            "Drafts go from review back to the AI: 1 of 2 finished runs asked for two or more revisions, one of them lately. Mend what the AI is given before the next run.",
            Assert.Single(measures.Flags).Sentence);
        Assert.Equal((1, 1, 3), (measures.All.Loops.LoopedTwice, measures.All.Loops.Loops.Mean, measures.All.Loops.Crossings.Mean));
    }

    [Fact]
    public void An_adjustment_shows_as_the_difference_between_two_versions()
    {
        RunFacts[] second = [.. Five.Select(run => run with { WorkflowVersion = 2, Times = run.Times with { InputSeconds = 60 } })];
        WorkflowMeasures measures = WorkflowMeasures.Of("report", MeasureCells.Of([.. Five, .. second]), [Given(1), Given(2), Given(3)], false, Monday);
        Assert.Equal([1, 2], measures.Versions.Select(version => version.Version!.Value));
        Assert.Equal([50, 53], measures.Versions.Select(version => version.BeforeAfter.SavedMinutes.Mean!.Value));
        Assert.Null(measures.Versions[0].SavedAgainstBefore);
        Assert.InRange(3, measures.Versions[1].SavedAgainstBefore!.Low, measures.Versions[1].SavedAgainstBefore!.High);
        Assert.Equal((51.5, 10), (measures.All.BeforeAfter.SavedMinutes.Mean, measures.All.BeforeAfter.SavedMinutes.Runs));
    }

    [Fact]
    public void The_course_of_time_is_by_week_and_version()
    {
        WorkflowMeasures measures = Of([Run(10), Run(20), Run(30, Monday.AddDays(7)) with { StartedOn = Monday.AddDays(6) }]);
        Assert.Equal([(Monday, 3, 2, 45), (Monday.AddDays(7), 0, 1, 30.0)], measures.Weeks.Select(week => (week.Week, week.Started, week.Released, week.SavedMinutes!.Value)));
        Assert.Equal((4, 11), (measures.Weeks[0].InputMinutes, measures.Weeks[0].ReviewMinutes));
    }

    [Fact]
    public void The_same_runs_always_give_the_same_measures() =>
        Assert.Equal(Of([.. Five]).All.BeforeAfter, Of([.. Five.Reverse()]).All.BeforeAfter);

    private static IEnumerable<RunFacts> Five => [Run(6), Run(8), Run(10), Run(12), Run(14)];

    // A released run of so many minutes of work, four of them at the form.
    private static RunFacts Run(int minutes, DateOnly? ended = null) => new(
        "report", 1, ended ?? Monday, ended ?? Monday, RunEnd.Released, new RunTimes(TimeFault.None, 240, (minutes - 4) * 60, 7200), new RunEdits(100, 0, 5, 0, 0), 0, 2,
        new CatchRate(0, 0), null, null, ApprovalGround.Review, false, false);

    private static VersionGiven Given(int version) => new(version, 60, new Expectations());

    private static RunCounts Counts(params RunFacts[] runs) => RunCounts.Of(MeasureCells.Of(runs).Bins, []);

    private static WorkflowMeasures Of(RunFacts[] runs, VersionGiven? given = null, DateOnly? today = null) =>
        WorkflowMeasures.Of("report", MeasureCells.Of(runs), [given ?? Given(1)], false, today ?? Monday);

    private static MeasuredAnswer Answer(WorkflowMeasures measures, Question question) => measures.Answers.Single(answer => answer.Question == question);
}
