using HandoffOffice.Domain.Measuring.Statistics;

namespace HandoffOffice.Domain.Measuring;

/// <summary>Runs that were written in one of the two ways.</summary>
/// <param name="Minutes">Until both were done, and then in review: writing and merging, by run.</param>
/// <param name="ChangedShare">Words that people changed in the merge, of those drafted, by run.</param>
public sealed record WayOfWriting(Estimate Minutes, Estimate ChangedShare);

/// <summary>
/// Whether it pays that a person and the AI write at once (C23): runs where they did, beside runs of the same workflow where the person wrote first. Both from
/// timestamps and edits. Writing at once saves the wait and may cost more in the merge, for the AI has less of the person's text to go by.
/// </summary>
/// <param name="AtOnce">Runs that were written at once.</param>
/// <param name="InTurn">Runs where the person wrote first.</param>
/// <param name="OverlapMinutes">How long both wrote, by run that was written at once: what it would have taken longer one after the other.</param>
/// <param name="Saved">How many minutes a run that is written at once saves against the other way; below 0 where it costs. Null where one of the two has too few runs.</param>
/// <param name="Answer">Whether it pays.</param>
public sealed record WritingAtOnce(WayOfWriting AtOnce, WayOfWriting InTurn, Estimate OverlapMinutes, Interval? Saved, MeasuredAnswer Answer)
{
    internal static WritingAtOnce? Of(RunCounts counts, SeededChance chance)
    {
        (Histogram atOnce, Histogram inTurn) = (Minutes(counts, Measure.AtOnceSeconds), Minutes(counts, Measure.InTurnSeconds));
        if (atOnce.Count + inTurn.Count == 0)
        {
            return null;
        }

        Interval? saved = Math.Min(atOnce.Count, inTurn.Count) < TooFew.Fewest ? null : Bootstrap.OfDifference(atOnce, inTurn, chance);
        WayOfWriting Way(Histogram minutes, Measure changed) =>
            new(Estimate.Of(minutes, chance), Estimate.Of(counts.Values(changed), chance).Times(1 / 10_000.0));
        (WayOfWriting one, WayOfWriting other) = (Way(atOnce, Measure.AtOnceChangedShare), Way(inTurn, Measure.InTurnChangedShare));
        return new WritingAtOnce(
            one, other, Estimate.Of(Minutes(counts, Measure.OverlapSeconds), chance), saved, MeasuredAnswer.WritingAtOncePays(one, other, saved));
    }

    private static Histogram Minutes(RunCounts counts, Measure measure) => counts.Values(measure).Select(seconds => seconds / 60);
}
