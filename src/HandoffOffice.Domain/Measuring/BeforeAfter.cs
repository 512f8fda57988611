using HandoffOffice.Domain.Measuring.Statistics;

namespace HandoffOffice.Domain.Measuring;

/// <summary>
/// What a run took before and takes after (C38), in minutes of people's work. A released run takes what people worked at the form and in review, and what the map
/// says remains by hand. A run whose draft was refused or given up takes all of the work by hand as well: its minutes are lost. Runs whose times can't be used
/// are in no mean.
/// </summary>
/// <param name="BaselineMinutes">By hand, from the map; the mean over the runs where they are of several versions. Null without a run.</param>
/// <param name="RemainingByHandMinutes">What remains by hand of a released run, by the map; likewise.</param>
/// <param name="MeasuredMinutes">What a run takes now.</param>
/// <param name="SavedMinutes">What a run saves; below 0 where it loses.</param>
/// <param name="MoreRuns">How many more runs it takes to tell whether it saves any; 0 where it can be told, null where it can't be told by any number of runs that matters.</param>
/// <param name="RunsPerMonth">Ended runs a month, from the week of the first to that of the last; null where that is less than four weeks.</param>
/// <param name="SavedMinutesPerMonth">What a month saves, by as many runs; null likewise.</param>
/// <param name="Faster">Runs that took less than the baseline.</param>
/// <param name="Slower">Runs that took more.</param>
/// <param name="SignTest">How likely numbers so uneven are where faster and slower are equally likely (two-sided, exact).</param>
/// <param name="ClockWentBack">Ended runs left out because a clock went backwards.</param>
/// <param name="InputUntold">Ended runs left out because nobody told how long the form was in use.</param>
public sealed record BeforeAfter(
    double? BaselineMinutes, double? RemainingByHandMinutes, Estimate MeasuredMinutes, Estimate SavedMinutes, int? MoreRuns, double? RunsPerMonth,
    Estimate? SavedMinutesPerMonth, int Faster, int Slower, double SignTest, int ClockWentBack, int InputUntold)
{
    /// <summary>Over fewer weeks nothing is said of a month.</summary>
    public const int FewestWeeks = 4;

    private const double DaysPerMonth = 365.25 / 12;

    /// <summary>So many days in months.</summary>
    public static double Months(double days) => days / DaysPerMonth;

    /// <summary>What each run of a version saves, in minutes.</summary>
    public static Histogram Saved(RunCounts counts, VersionGiven given) => Measured(counts, given).Select(minutes => given.BaselineMinutes - minutes);

    /// <summary>Over these versions.</summary>
    public static BeforeAfter Of(IReadOnlyList<(VersionGiven Given, RunCounts Counts)> versions, SeededChance chance)
    {
        var all = RunCounts.Of(versions.Select(version => version.Counts));
        Histogram saved = Histogram.Of(versions.SelectMany(version => Saved(version.Counts, version.Given).Values));
        Histogram measured = Histogram.Of(versions.SelectMany(version => Measured(version.Counts, version.Given).Values));
        var perRun = Estimate.Of(saved, chance);
        double? perMonth = RunsAMonth(all);
        (int faster, int slower) = ((int)saved.CountOf(minutes => minutes > 0), (int)saved.CountOf(minutes => minutes < 0));
        return new BeforeAfter(
            Weighted(versions, given => given.BaselineMinutes), Weighted(versions, given => given.Expected.RemainingByHandMinutes), Estimate.Of(measured, chance), perRun,
            perRun.Interval?.Excludes(0) == true ? 0 : TooFew.Missing(saved, 0) is { } missing ? Math.Max(1, missing) : null,
            perMonth, perMonth is { } runs ? perRun.Times(runs) : null,
            faster, slower, Statistics.SignTest.PValue(faster, slower), all.Count(Measure.ClockWentBack), all.Count(Measure.InputUntold));
    }

    private static Histogram Measured(RunCounts counts, VersionGiven given) =>
        counts.Values(Measure.ReleasedSeconds).Select(seconds => (seconds / 60) + given.Expected.RemainingByHandMinutes)
            .And(counts.Values(Measure.GivenUpSeconds).Select(seconds => (seconds / 60) + given.BaselineMinutes));

    private static double? Weighted(IReadOnlyList<(VersionGiven Given, RunCounts Counts)> versions, Func<VersionGiven, double> of)
    {
        double runs = versions.Sum(version => Measurable(version.Counts));
        return runs == 0 ? versions.Count == 1 ? of(versions[0].Given) : null : versions.Sum(version => Measurable(version.Counts) * of(version.Given)) / runs;
    }

    private static int Measurable(RunCounts counts) => counts.Count(Measure.ReleasedSeconds) + counts.Count(Measure.GivenUpSeconds);

    private static double? RunsAMonth(RunCounts counts)
    {
        List<WeekCell> ended = [.. counts.Weeks.Where(cell => cell is { Measure: Measure.Released or Measure.Rejected or Measure.Reverted, Count: > 0 })];
        if (ended.Count == 0)
        {
            return null;
        }

        int days = ended.Max(cell => cell.Week).DayNumber - ended.Min(cell => cell.Week).DayNumber + 7;
        return days < 7 * FewestWeeks ? null : ended.Sum(cell => cell.Count) / Months(days);
    }
}
