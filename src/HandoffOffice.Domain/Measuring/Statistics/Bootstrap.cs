namespace HandoffOffice.Domain.Measuring.Statistics;

/// <summary>What a number lies between, with 95 % confidence.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
public sealed record Interval(double Low, double High)
{
    /// <summary>Whether the value can be told from this one.</summary>
    public bool Excludes(double value) => value < Low || value > High;

    /// <summary>The interval of something that is so many times as large.</summary>
    public Interval Times(double factor) => new(Low * factor, High * factor);
}

/// <summary>
/// 95 % intervals of means without a claim of how the values are distributed: what the means of samples drawn again from the values lie between. A
/// percentile interval of few values is too narrow, so that its ends are those of the expanded one (Hesterberg 2015, doi:10.1080/00031305.2015.1089789).
/// Above <see cref="MostDrawn"/> values the means of samples are normally distributed to within what anybody reads off a chart, and none is drawn: the
/// interval is Student's. Chance is passed in, so that the same values give the same interval.
/// </summary>
public static class Bootstrap
{
    /// <summary>Up to so many values samples are drawn.</summary>
    public const int MostDrawn = 200;

    private const int Samples = 4000;

    /// <summary>The interval of the mean; null for fewer than two values.</summary>
    public static Interval? OfMean(Histogram values, SeededChance chance)
    {
        if (values.Count < 2)
        {
            return null;
        }

        if (values.Count > MostDrawn)
        {
            return Around(values.Mean, StandardError(values), values.Count);
        }

        double[] all = Spread(values);
        return Percentiles(values.Count, () => MeanOfDrawn(all, chance));
    }

    /// <summary>The interval of how much greater the mean of the second is; null where one of them has fewer than two values.</summary>
    public static Interval? OfDifference(Histogram first, Histogram second, SeededChance chance)
    {
        long fewest = Math.Min(first.Count, second.Count);
        if (fewest < 2)
        {
            return null;
        }

        if (Math.Max(first.Count, second.Count) > MostDrawn)
        {
            return Around(second.Mean - first.Mean, Math.Sqrt(Math.Pow(StandardError(first), 2) + Math.Pow(StandardError(second), 2)), fewest);
        }

        (double[] before, double[] after) = (Spread(first), Spread(second));
        return Percentiles(fewest, () => MeanOfDrawn(after, chance) - MeanOfDrawn(before, chance));
    }

    private static double StandardError(Histogram values) => values.Deviation / Math.Sqrt(values.Count);

    private static Interval Around(double mean, double error, long count)
    {
        double half = Student.Quantile(count - 1) * error;
        return new Interval(mean - half, mean + half);
    }

    private static double[] Spread(Histogram values) => [.. values.Values.SelectMany(value => Enumerable.Repeat(value.Value, (int)value.Count))];

    private static double MeanOfDrawn(double[] values, SeededChance chance)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += values[chance.Below(values.Length)];
        }

        return sum / values.Length;
    }

    private static Interval Percentiles(long count, Func<double> draw)
    {
        double[] means = [.. Enumerable.Range(0, Samples).Select(_ => draw()).Order()];
        double tail = Student.NormalAtMost(-Student.Quantile(count - 1) * Math.Sqrt(count / (count - 1.0)));
        return new Interval(At(means, tail), At(means, 1 - tail));
    }

    private static double At(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
