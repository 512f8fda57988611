using HandoffOffice.Domain.Measuring.Statistics;

namespace HandoffOffice.Domain.Measuring;

/// <summary>What the designer expects of a workflow; all of it by the map, none measured.</summary>
/// <param name="RemainingByHandMinutes">Minutes of one run that stay with people beside the form and the review; 0 or more.</param>
/// <param name="RunsPerMonth">How many runs there are to be a month; null where nobody knows.</param>
public sealed record Expectations(double RemainingByHandMinutes = 0, double? RunsPerMonth = null);

/// <summary>What is wrong with a workflow, by its numbers.</summary>
public enum MeasureWarning
{
    /// <summary>At least one of its last ten finished runs asked for two or more revisions: the step from review back to the AI.</summary>
    BrokenLoop,

    /// <summary>The newest version with runs takes longer than the work by hand; its whole interval says so.</summary>
    LosingTime,

    /// <summary>More than one in five of the newest version's reviews in full were signed faster than anybody reads, and surely more than one in ten.</summary>
    RushedReviews,
}

/// <summary>A warning with its numbers.</summary>
/// <param name="Warning">What is wrong.</param>
/// <param name="Sentence">The same for a person, with the step that causes it.</param>
public sealed record RaisedWarning(MeasureWarning Warning, string Sentence);

/// <summary>What is given of one version of a workflow.</summary>
/// <param name="Version">The version.</param>
/// <param name="BaselineMinutes">Minutes that one run takes a person without the workflow.</param>
/// <param name="Expected">What is expected of it.</param>
public sealed record VersionGiven(int Version, int BaselineMinutes, Expectations Expected);

/// <summary>
/// Whether a workflow pays, from timestamps and edits and no opinion: before and after, drafts, reviews, use; over all versions and by each, so that an
/// adjustment shows. Where runs are too few to tell, it says so.
/// </summary>
/// <param name="Key">The workflow.</param>
/// <param name="Answers">Its four questions, answered over all versions.</param>
/// <param name="Flags">What is wrong.</param>
/// <param name="All">Over all versions.</param>
/// <param name="Versions">By version, the oldest first; those without a run are left out.</param>
/// <param name="Adoption">Whether it is used.</param>
/// <param name="Weeks">The course of time, by week and version, the oldest first.</param>
public sealed record WorkflowMeasures(
    string Key, IReadOnlyList<MeasuredAnswer> Answers, IReadOnlyList<RaisedWarning> Flags, VersionMeasures All, IReadOnlyList<VersionMeasures> Versions, Adoption Adoption,
    IReadOnlyList<WeekPoint> Weeks)
{
    /// <summary>The share of rushed reviews that is too much.</summary>
    public const double MostRushed = 0.2;

    /// <summary>The measures.</summary>
    /// <param name="key">The workflow.</param>
    /// <param name="cells">Its runs, counted up.</param>
    /// <param name="given">Every version of it that has a run.</param>
    /// <param name="isLoopingLately">Whether one of its last ten finished runs asked for two or more revisions.</param>
    /// <param name="today">The day that it is (UTC).</param>
    /// <exception cref="ArgumentException">A version with runs is not given.</exception>
    public static WorkflowMeasures Of(string key, MeasureCells cells, IReadOnlyList<VersionGiven> given, bool isLoopingLately, DateOnly today)
    {
        var byVersion = given.ToDictionary(version => version.Version);
        ILookup<int, BinCell> bins = cells.Bins.ToLookup(cell => cell.Version);
        ILookup<int, WeekCell> weeks = cells.Weeks.ToLookup(cell => cell.Version);
        List<(VersionGiven Given, RunCounts Counts)> counted =
        [
            .. bins.OrderBy(version => version.Key).Select(version => (
                byVersion.GetValueOrDefault(version.Key) ?? throw new ArgumentException($"Version {version.Key} of '{key}' has runs and is not given.", nameof(given)),
                RunCounts.Of([.. version], [.. weeks[version.Key]]))),
        ];

        var versions = new List<VersionMeasures>();
        foreach ((VersionGiven of, RunCounts counts) in counted)
        {
            RunCounts? before = counted.Where(other => other.Given.Version < of.Version).Select(other => other.Counts).LastOrDefault();
            VersionGiven? earlier = counted.Where(other => other.Given.Version < of.Version).Select(other => other.Given).LastOrDefault();
            Histogram? savedBefore = before is null ? null : BeforeAfter.Saved(before, earlier!);
            versions.Add(VersionMeasures.Of($"{key} {of.Version}", of.Version, [(of, counts)], savedBefore));
        }

        var all = VersionMeasures.Of(key, null, counted, null);
        Adoption adoption = Adoption.Of(cells.Weeks, given.MaxBy(version => version.Version)?.Expected.RunsPerMonth, today);
        return new WorkflowMeasures(
            key, [.. all.Answers, adoption.Answer()], [.. FlagsOf(all, versions.LastOrDefault(version => version.Runs.Ended > 0), isLoopingLately)], all, versions, adoption,
            WeekPoint.Series(cells.Weeks, byVersion));
    }

    private static IEnumerable<RaisedWarning> FlagsOf(VersionMeasures all, VersionMeasures? newest, bool isLoopingLately)
    {
        if (isLoopingLately)
        {
            yield return new RaisedWarning(MeasureWarning.BrokenLoop,
                $"Drafts go from review back to the AI: {all.Loops.LoopedTwice} of {all.Runs.Ended} finished runs asked for two or more revisions, one of them lately. Mend what the AI is given before the next run.");
        }

        if (newest?.BeforeAfter.SavedMinutes is { Interval.High: < 0 } saved)
        {
            yield return new RaisedWarning(MeasureWarning.LosingTime,
                $"Version {newest.Version} costs {MeasuredAnswer.Number(-saved.Mean!.Value)} minutes a run more than the work by hand.");
        }

        if (newest?.Reviews is { IsRushed: true, Rushed: var rushed })
        {
            yield return new RaisedWarning(MeasureWarning.RushedReviews,
                $"{rushed.Hits} of {rushed.Of} reviews of version {newest.Version} were signed faster than anybody reads.");
        }
    }
}
