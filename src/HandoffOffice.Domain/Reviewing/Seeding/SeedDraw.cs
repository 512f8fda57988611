using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Reviewing.Seeding;

/// <summary>Draws whether a draft gets a known error, and which.</summary>
public static class SeedDraw
{
    /// <summary>How many candidates are held against the checks: a bound on time. Where so many are pointed at, the rest will be.</summary>
    private const int MostTried = 60;

    private const int SaltBytes = 16;

    /// <summary>The errors to plant, the first one that can be; none where the draw says that none is, or where the checks would point at each.</summary>
    /// <param name="workflow">The version that the run follows; its gate has the rate.</param>
    /// <param name="record">Its record.</param>
    /// <param name="draft">The draft that is checked.</param>
    /// <param name="changes">Its changes.</param>
    /// <param name="report">What the checks say of it.</param>
    /// <param name="chance">Chance.</param>
    /// <param name="now">When.</param>
    public static IEnumerable<SeededError> Errors(
        Workflow workflow, InputRecord record, Draft draft, IReadOnlyList<Change> changes, CheckReport report, IChance chance, DateTimeOffset now)
    {
        if (workflow.Gate.SeededErrorRate <= 0 || chance.Share() >= workflow.Gate.SeededErrorRate)
        {
            return [];
        }

        // In a sentence at which the checks point already, right and wrong may be the other way round.
        HashSet<string?> pointedAt = [.. report.Findings.Select(finding => finding.Span?.PieceId)];
        IReadOnlyList<SeedCandidate> candidates = Mixed(SeedCandidates.Of(workflow, record, draft, changes).Where(c => !pointedAt.Contains(c.ChangeId)), chance);
        return candidates.Take(MostTried)
            .Where(candidate => IsSilent(candidate, workflow, record, draft, changes, report))
            .Select(candidate => new SeededError(
                candidate.ChangeId, draft.Revision, candidate.Kind, candidate.TrueText, candidate.PlantedText, candidate.TrueWords, candidate.PlantedWords,
                candidate.Pointer, Convert.ToHexStringLower(chance.Bytes(SaltBytes)), now));
    }

    /// <summary>Errors for a practice (C45), at most one in a sentence, the kinds in turn. The checks may point at them: in a practice nobody is shown what they say.</summary>
    /// <param name="workflow">The version.</param>
    /// <param name="record">The record.</param>
    /// <param name="draft">The draft of it.</param>
    /// <param name="chance">Chance.</param>
    /// <param name="most">How many at the most.</param>
    public static IReadOnlyList<SeedCandidate> Several(Workflow workflow, InputRecord record, Draft draft, IChance chance, int most)
    {
        HashSet<string?> pointedAt = [.. GateChecks.Run(workflow, record, draft.Standing([])).Findings.Select(finding => finding.Span?.PieceId)];
        IReadOnlyList<Change> changes = [.. draft.Sentences.Select(sentence => new Change(sentence.Id))];
        IEnumerable<SeedCandidate> candidates = SeedCandidates.Of(workflow, record, draft, changes).Where(candidate => !pointedAt.Contains(candidate.ChangeId));
        return [.. Mixed(candidates, chance).DistinctBy(candidate => candidate.ChangeId).Take(most)];
    }

    // The kinds take turns, so that the commonest one does not crowd out the others.
    private static IReadOnlyList<SeedCandidate> Mixed(IEnumerable<SeedCandidate> candidates, IChance chance)
    {
        List<List<SeedCandidate>> kinds = [.. candidates.GroupBy(candidate => candidate.Kind).Select(kind => Shuffled([.. kind], chance))];
        return [.. Shuffled(kinds, chance).SelectMany(kind => kind.Select((candidate, turn) => (turn, candidate))).OrderBy(one => one.turn).Select(one => one.candidate)];
    }

    // Fisher and Yates.
    private static List<T> Shuffled<T>(List<T> items, IChance chance)
    {
        for (int i = items.Count - 1; i > 0; i--)
        {
            int other = chance.Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }

        return items;
    }

    private static bool IsSilent(
        SeedCandidate candidate, Workflow workflow, InputRecord record, Draft draft, IReadOnlyList<Change> changes, CheckReport report) =>
        Said(GateChecks.Run(workflow, record, draft.Saying(candidate.ChangeId, candidate.PlantedText).Standing(changes))).SequenceEqual(Said(report));

    // What findings say, without the offsets that other words in the sentence have moved, and without the counts of the whole text.
    private static IEnumerable<string> Said(CheckReport report) => report.Findings
        .Select(finding => finding is { Span: null, Pointer: null } ? $"{finding.Check}" : $"{finding.Check}|{finding.Span?.PieceId}|{finding.Pointer}|{finding.Found}|{finding.Message}")
        .Order(StringComparer.Ordinal);
}
