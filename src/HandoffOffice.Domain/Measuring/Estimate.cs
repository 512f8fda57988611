using HandoffOffice.Domain.Measuring.Statistics;

namespace HandoffOffice.Domain.Measuring;

/// <summary>A mean over runs.</summary>
/// <param name="Mean">The mean of what was seen; null where nothing was.</param>
/// <param name="Interval">What it lies between with 95 % confidence; null where there are fewer than <see cref="TooFew.Fewest"/> runs: then nothing is claimed.</param>
/// <param name="Runs">Over how many runs.</param>
public sealed record Estimate(double? Mean, Interval? Interval, int Runs)
{
    /// <summary>The mean of these.</summary>
    public static Estimate Of(Histogram values, SeededChance chance) => new(
        values.Count == 0 ? null : values.Mean, values.Count < TooFew.Fewest ? null : Bootstrap.OfMean(values, chance), checked((int)values.Count));

    /// <summary>The estimate of something that is so many times as large.</summary>
    public Estimate Times(double factor) => this with { Mean = Mean * factor, Interval = Interval?.Times(factor) };
}

/// <summary>How many of how many.</summary>
/// <param name="Hits">Those that are so.</param>
/// <param name="Of">All.</param>
/// <param name="Value">Their share, 0 to 1; null where there are none.</param>
/// <param name="Interval">What the share lies between with 95 % confidence, exactly (Clopper and Pearson); null where there are none.</param>
public sealed record Share(int Hits, int Of, double? Value, Interval? Interval)
{
    /// <summary>So many of so many.</summary>
    public static Share Count(int hits, int of) => of == 0 ? new Share(hits, of, null, null) : new Share(hits, of, (double)hits / of, Binomial.Interval(hits, of));
}
