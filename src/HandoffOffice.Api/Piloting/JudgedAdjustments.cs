using HandoffOffice.Domain;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Journeys;

namespace HandoffOffice.Api.Piloting;

/// <summary>What the next runs say of each adjustment (C37).</summary>
internal sealed class JudgedAdjustments(HandoffStore handoffs, JourneyBook book)
{
    // More runs of a version than that change no verdict.
    private const int MostRuns = 500;

    /// <summary>The adjustments of a journey with their results, oldest first.</summary>
    public async Task<IReadOnlyList<AdjustmentView>> Of(Journey journey, CancellationToken cancel)
    {
        if (journey.Adjustments.Count == 0)
        {
            return [];
        }

        IReadOnlyList<JournalEntry> journal = await book.Journal(journey.Key, cancel);
        var events = new Dictionary<int, VersionEvents>();
        foreach (int version in journey.Adjustments.SelectMany(adjustment => new[] { adjustment.From, adjustment.To }).Distinct())
        {
            events[version] = Count(await handoffs.LastReviewed(journey.Key, MostRuns, cancel, version), [.. journal.Where(entry => entry.Version == version)]);
        }

        return [.. journey.Adjustments.Select(adjustment => AdjustmentView.Of(
            adjustment, CauseResult.Of(adjustment, journal, events[adjustment.From], events[adjustment.To])))];
    }

    private static VersionEvents Count(IReadOnlyList<Handoff> runs, IReadOnlyList<JournalEntry> journal) => new(
        runs.Count,
        journal.GroupBy(entry => entry.Kind).ToDictionary(kind => kind.Key, kind => kind.Count()),
        runs.SelectMany(run => run.DraftFindings).GroupBy(check => check).ToDictionary(check => check.Key, check => check.Count()),
        runs.Sum(run => run.Changes.Count(change => change.Decision is Decision.Edited or Decision.Rejected)),
        runs.Sum(run => run.LoopsUsed + run.RefusedLoops),
        runs.Count(run => run.Outcomes.Any(outcome => outcome.Report.IsError)));
}

/// <summary>A change from one version to the next, and whether it helped.</summary>
/// <param name="From">The version before.</param>
/// <param name="To">The version after.</param>
/// <param name="Expectation">What was to be better.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When.</param>
/// <param name="Results">For each cause, what the next runs say.</param>
public sealed record AdjustmentView(int From, int To, string Expectation, Person By, DateTimeOffset At, IReadOnlyList<CauseResultView> Results)
{
    internal static AdjustmentView Of(Adjustment adjustment, IReadOnlyList<CauseResult> results) => new(
        adjustment.From, adjustment.To, adjustment.Expectation, adjustment.By, adjustment.At,
        [.. results.Select(result => new CauseResultView(
            result.Cause, result.Rate.Before, result.Rate.RunsBefore, result.Rate.After, result.Rate.RunsAfter, result.Rate.Verdict, result.Rate.CleanRunsNeeded))]);
}

/// <summary>Whether a cause has become rarer.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Before">How often before.</param>
/// <param name="RunsBefore">In so many reviewed runs.</param>
/// <param name="After">How often after.</param>
/// <param name="RunsAfter">In so many reviewed runs.</param>
/// <param name="Verdict">What that says.</param>
/// <param name="CleanRunsNeeded">How many more runs without it would show that it helped; null where it is shown, or can't be.</param>
public sealed record CauseResultView(Cause Cause, int Before, int RunsBefore, int After, int RunsAfter, RateVerdict Verdict, int? CleanRunsNeeded);
