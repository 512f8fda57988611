using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Domain.Measuring;

/// <summary>How fast a person goes through candidates (C16), from when each was decided.</summary>
/// <param name="Decided">Candidates that a person has decided about.</param>
/// <param name="Timed">Those of which the time is known: the first one of a person has nothing before it.</param>
/// <param name="MedianSeconds">The median of their times, in seconds; null where none is known.</param>
public sealed record TriagePace(int Decided, int Timed, double? MedianSeconds)
{
    /// <summary>What is asked of a screen: less than this for half of the candidates, in seconds.</summary>
    public const double TargetSeconds = 2;

    /// <summary>Over the changes of a draft. Candidates that were decided in one go share the time that it took.</summary>
    /// <param name="changes">The changes, in any order.</param>
    public static TriagePace Of(IEnumerable<Change> changes)
    {
        List<Change> decided = [.. changes.Where(change => change is { By: not null, At: not null, CarriedOver: false } && change.Decision != Decision.Undecided)];
        List<double> seconds = [.. decided.GroupBy(change => change.By!.Id, StringComparer.OrdinalIgnoreCase).SelectMany(Seconds).Order()];
        return new TriagePace(decided.Count, seconds.Count, Median(seconds));
    }

    // By the time of each act, whatever the order on screen: a clock that went backwards makes no negative time.
    private static IEnumerable<double> Seconds(IEnumerable<Change> own)
    {
        DateTimeOffset? before = null;
        foreach (IGrouping<DateTimeOffset, Change> act in own.GroupBy(change => change.At!.Value).OrderBy(act => act.Key))
        {
            int count = act.Count();
            for (int i = 0; before is not null && i < count; i++)
            {
                yield return (act.Key - before.Value).TotalSeconds / count;
            }

            before = act.Key;
        }
    }

    private static double? Median(List<double> sorted) => sorted.Count == 0 ? null
        : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2]
        : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
}
