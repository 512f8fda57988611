using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Piloting;

/// <summary>What happened in the runs of one version, as far as adjustments answer it.</summary>
/// <param name="Runs">Runs whose draft was reviewed.</param>
/// <param name="Journal">Entries of the journal, by kind.</param>
/// <param name="Findings">Runs in whose drafts a check found something, by check.</param>
/// <param name="Edits">Changes that reviewers put in other words or rejected.</param>
/// <param name="Loops">Revisions that were asked for.</param>
/// <param name="EscapedErrors">Runs in which an error came to light after the release.</param>
public sealed record VersionEvents(
    int Runs, IReadOnlyDictionary<JournalKind, int> Journal, IReadOnlyDictionary<CheckKind, int> Findings, int Edits, int Loops, int EscapedErrors);

/// <summary>Whether an adjustment helped, by one of its causes.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Rate">How often it happened before and after.</param>
public sealed record CauseResult(Cause Cause, RateChange Rate)
{
    /// <summary>The results of an adjustment, one for each cause.</summary>
    /// <param name="adjustment">The adjustment.</param>
    /// <param name="journal">The journal of the workflow.</param>
    /// <param name="before">The version before.</param>
    /// <param name="after">The version after.</param>
    public static IReadOnlyList<CauseResult> Of(Adjustment adjustment, IReadOnlyList<JournalEntry> journal, VersionEvents before, VersionEvents after) =>
        [.. adjustment.Causes.Select(cause => new CauseResult(cause, new RateChange(Count(cause, journal, before), before.Runs, Count(cause, journal, after), after.Runs)))];

    private static int Count(Cause cause, IReadOnlyList<JournalEntry> journal, VersionEvents events) => cause.Kind switch
    {
        // What was noted was noted of a kind; the same kind is what is to be noted less often.
        CauseKind.Journal => journal.Where(entry => cause.Entries!.Contains(entry.Id)).Select(entry => entry.Kind).Distinct().Sum(kind => events.Journal.GetValueOrDefault(kind)),
        CauseKind.Findings => events.Findings.GetValueOrDefault(cause.Check!.Value),
        CauseKind.Edits => events.Edits,
        CauseKind.Loops => events.Loops,
        _ => events.EscapedErrors,
    };
}
