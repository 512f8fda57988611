using HandoffOffice.Domain.Measuring.Statistics;

namespace HandoffOffice.Domain.Measuring;

/// <summary>The cells of some runs, by what is asked of them.</summary>
public sealed class RunCounts
{
    private readonly ILookup<Measure, BinCell> bins;

    private RunCounts(ILookup<Measure, BinCell> bins, IReadOnlyList<WeekCell> weeks) => (this.bins, Weeks) = (bins, weeks);

    /// <summary>Their weeks.</summary>
    public IReadOnlyList<WeekCell> Weeks { get; }

    /// <summary>These cells.</summary>
    public static RunCounts Of(IReadOnlyList<BinCell> bins, IReadOnlyList<WeekCell> weeks) => new(bins.ToLookup(cell => cell.Measure), weeks);

    /// <summary>Those of all of them together.</summary>
    public static RunCounts Of(IEnumerable<RunCounts> parts)
    {
        IReadOnlyList<RunCounts> all = [.. parts];
        return Of([.. all.SelectMany(part => part.bins.SelectMany(cells => cells))], [.. all.SelectMany(part => part.Weeks)]);
    }

    /// <summary>How many runs have this measure.</summary>
    public int Count(Measure measure) => checked((int)bins[measure].Sum(cell => cell.Count));

    /// <summary>All numbers of this measure together.</summary>
    public long Sum(Measure measure) => bins[measure].Sum(cell => cell.Sum);

    /// <summary>The numbers themselves: those of one bin, which are 1 % apart at the most, by their mean.</summary>
    public Histogram Values(Measure measure) => Histogram.Of(bins[measure].Where(cell => cell.Count > 0).Select(cell => ((double)cell.Sum / cell.Count, cell.Count)));
}
