namespace HandoffOffice.Domain.Measuring;

/// <summary>How many numbers of one measure fall into one bin.</summary>
/// <param name="Version">The workflow's version.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Bin">The bin, by <see cref="MeasureBins"/>.</param>
/// <param name="Count">How many.</param>
/// <param name="Sum">All of them together.</param>
public sealed record BinCell(int Version, Measure Measure, int Bin, long Count, long Sum);

/// <summary>How many numbers of one measure fall into one week.</summary>
/// <param name="Version">The workflow's version.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Week">The Monday of the week.</param>
/// <param name="Count">How many.</param>
/// <param name="Sum">All of them together.</param>
public sealed record WeekCell(int Version, Measure Measure, DateOnly Week, long Count, long Sum);

/// <summary>
/// All runs of one workflow, counted up: by size, for means with intervals, and by week, for the course of time. What it holds does not grow with the number
/// of runs. Sums are of whole numbers, so that means are exact and what is counted away leaves nothing behind.
/// </summary>
/// <param name="Bins">By size.</param>
/// <param name="Weeks">By week.</param>
public sealed record MeasureCells(IReadOnlyList<BinCell> Bins, IReadOnlyList<WeekCell> Weeks)
{
    /// <summary>The plain count over these runs.</summary>
    public static MeasureCells Of(IEnumerable<RunFacts> runs)
    {
        var tally = new MeasureTally();
        foreach (RunFacts run in runs)
        {
            tally.Add(run);
        }

        return tally.Cells();
    }
}

/// <summary>Counts runs up and away.</summary>
public sealed class MeasureTally
{
    private readonly Dictionary<(int Version, Measure Measure, int Bin), (long Count, long Sum)> bins = [];
    private readonly Dictionary<(int Version, Measure Measure, DateOnly Week), (long Count, long Sum)> weeks = [];

    /// <summary>Counts a run.</summary>
    public void Add(RunFacts run) => Count(run, 1);

    /// <summary>Counts a run away, as it was when it was counted.</summary>
    public void Remove(RunFacts run) => Count(run, -1);

    /// <summary>What has been counted, in a fixed order. Where all was counted away again, there is no cell; what was only counted away is below 0.</summary>
    public MeasureCells Cells() => new(
        [.. bins.Where(cell => cell.Value != (0, 0)).Select(cell => new BinCell(cell.Key.Version, cell.Key.Measure, cell.Key.Bin, cell.Value.Count, cell.Value.Sum))
            .OrderBy(cell => (cell.Version, cell.Measure, cell.Bin))],
        [.. weeks.Where(cell => cell.Value != (0, 0)).Select(cell => new WeekCell(cell.Key.Version, cell.Key.Measure, cell.Key.Week, cell.Value.Count, cell.Value.Sum))
            .OrderBy(cell => (cell.Version, cell.Measure, cell.Week))]);

    private void Count(RunFacts run, int times)
    {
        foreach (MeasureEntry entry in MeasureEntry.Of(run))
        {
            Into(bins, (entry.Version, entry.Measure, MeasureBins.Of(entry.Value)), times, entry.Value);
            Into(weeks, (entry.Version, entry.Measure, entry.Week), times, entry.Value);
        }
    }

    private static void Into<TKey>(Dictionary<TKey, (long Count, long Sum)> cells, TKey key, int times, long value)
        where TKey : notnull
    {
        (long count, long sum) = cells.GetValueOrDefault(key);
        cells[key] = (count + times, sum + (times * value));
    }
}

/// <summary>
/// The bins that numbers are counted in: exact to 200, then each 1 % wide. Their bounds are whole numbers and no logarithms, so that every machine puts a number
/// into the same bin.
/// </summary>
public static class MeasureBins
{
    private static readonly long[] Starts = [.. FromZero()];

    /// <summary>The bin that a number is in.</summary>
    /// <param name="value">0 or more; all above ten billion are in the last bin.</param>
    public static int Of(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        int place = Array.BinarySearch(Starts, value);
        return place >= 0 ? place : ~place - 1;
    }

    private static IEnumerable<long> FromZero()
    {
        for (long start = 0; start < 10_000_000_000; start = Math.Max(start + 1, start * 101 / 100))
        {
            yield return start;
        }
    }
}
