using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Piloting;
using Xunit;

namespace HandoffOffice.Domain.Tests.Piloting;

[Trait("Capability", "C37")]
public sealed class AdjustmentTests
{
    private static readonly Guid Known = Guid.NewGuid();

    [Fact]
    public void A_change_without_a_cause_or_without_an_expectation_is_refused()
    {
        Assert.Equal(["/causes"], Places(new AdjustmentReport([], "Less to edit.")));
        Assert.Equal(["/expectation"], Places(new AdjustmentReport([new Cause(CauseKind.Loops)], " ")));
    }

    [Fact]
    public void Causes_name_what_there_is()
    {
        Assert.Empty(Places(new AdjustmentReport([new Cause(CauseKind.Journal, [Known]), new Cause(CauseKind.Findings, Check: Way.Version(1).Gate.Checks[0].Kind)], "Less to edit.")));
        Assert.Equal(["/causes/0/entries"], Places(new AdjustmentReport([new Cause(CauseKind.Journal, [Guid.NewGuid()])], "Less to edit.")));
        Assert.Equal(["/causes/0/entries"], Places(new AdjustmentReport([new Cause(CauseKind.Journal)], "Less to edit.")));
        Assert.Equal(["/causes/0/check"], Places(new AdjustmentReport([new Cause(CauseKind.Findings)], "Less to edit.")));
        Assert.Equal(["/causes/0/check", "/causes/1/entries"], Places(new AdjustmentReport(
            [new Cause(CauseKind.Edits, Check: CheckKind.Dates), new Cause(CauseKind.Loops, [Known])], "Less to edit.")));
    }

    // Of 10 events none falls to half of the runs with a chance of 1/1024; of 4 with 1/16, which is not below 5 %.
    [Theory]
    [InlineData(10, 20, 0, 20, RateVerdict.Helped)]
    [InlineData(5, 20, 0, 20, RateVerdict.Helped)]
    [InlineData(4, 20, 0, 20, RateVerdict.TooFewToTell)]
    [InlineData(0, 20, 5, 20, RateVerdict.Worse)]
    [InlineData(5, 20, 5, 20, RateVerdict.TooFewToTell)]
    [InlineData(0, 20, 0, 20, RateVerdict.TooFewToTell)]
    [InlineData(10, 20, 0, 0, RateVerdict.TooFewToTell)]
    public void The_next_runs_say_whether_it_helped(int before, int runsBefore, int after, int runsAfter, RateVerdict verdict) =>
        Assert.Equal(verdict, new RateChange(before, runsBefore, after, runsAfter).Verdict);

    [Fact]
    public void It_says_how_many_clean_runs_would_show_it()
    {
        var change = new RateChange(4, 20, 0, 20);
        int more = Assert.NotNull(change.CleanRunsNeeded);
        Assert.Equal(RateVerdict.Helped, (change with { RunsAfter = 20 + more }).Verdict);
        Assert.Equal(RateVerdict.TooFewToTell, (change with { RunsAfter = 20 + more - 1 }).Verdict);
        Assert.Null(new RateChange(10, 20, 0, 20).CleanRunsNeeded);
    }

    [Fact]
    public void Each_cause_is_counted_in_the_runs_before_and_after()
    {
        JournalEntry[] journal = [Entry(Known, JournalKind.Slow), Entry(Guid.NewGuid(), JournalKind.Slow), Entry(Guid.NewGuid(), JournalKind.Faster)];
        var adjustment = new Adjustment(
            1, 2, [new Cause(CauseKind.Journal, [Known]), new Cause(CauseKind.Findings, Check: CheckKind.Dates), new Cause(CauseKind.Edits), new Cause(CauseKind.Loops), new Cause(CauseKind.EscapedErrors)],
            "Better.", Way.Designer, DateTimeOffset.UnixEpoch);
        VersionEvents before = Events(10, slow: 2, dates: 3, edits: 4, loops: 5, escaped: 6), after = Events(20, slow: 1, dates: 0, edits: 7, loops: 8, escaped: 9);
        Assert.Equal(
            [(2, 1), (3, 0), (4, 7), (5, 8), (6, 9)], CauseResult.Of(adjustment, journal, before, after).Select(result => (result.Rate.Before, result.Rate.After)));
        Assert.All(CauseResult.Of(adjustment, journal, before, after), result => Assert.Equal((10, 20), (result.Rate.RunsBefore, result.Rate.RunsAfter)));
    }

    private static JournalEntry Entry(Guid id, JournalKind kind) => new(id, "weekly", 1, kind, JournalStep.Review, null, null, Way.Pilot, DateTimeOffset.UnixEpoch);

    private static VersionEvents Events(int runs, int slow, int dates, int edits, int loops, int escaped) => new(
        runs, new Dictionary<JournalKind, int> { [JournalKind.Slow] = slow, [JournalKind.Faster] = 50 }, new Dictionary<CheckKind, int> { [CheckKind.Dates] = dates }, edits, loops, escaped);

    private static string[] Places(AdjustmentReport report) => [.. report.Problems([Known], Way.Version(1).Gate).Select(problem => $"{problem.Pointer}")];
}
