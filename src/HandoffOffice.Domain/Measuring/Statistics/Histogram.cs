namespace HandoffOffice.Domain.Measuring.Statistics;

/// <summary>Numbers that were measured, each with how often.</summary>
public sealed class Histogram
{
    private Histogram(IReadOnlyList<(double Value, long Count)> values)
    {
        Values = values;
        Count = values.Sum(value => value.Count);
        Sum = values.Sum(value => value.Value * value.Count);
    }

    /// <summary>Nothing.</summary>
    public static Histogram Empty { get; } = new([]);

    /// <summary>The values in ascending order, each with how often it is there: at least once.</summary>
    public IReadOnlyList<(double Value, long Count)> Values { get; }

    /// <summary>How many there are.</summary>
    public long Count { get; }

    /// <summary>All together.</summary>
    public double Sum { get; }

    /// <summary>Their mean; not a number where there is none.</summary>
    public double Mean => Sum / Count;

    /// <summary>Their spread: the standard deviation of a sample; 0 where there are fewer than two.</summary>
    public double Deviation
    {
        get
        {
            double mean = Mean;
            return Count < 2 ? 0 : Math.Sqrt(Values.Sum(value => value.Count * (value.Value - mean) * (value.Value - mean)) / (Count - 1));
        }
    }

    /// <summary>These values; those that are not there are left out.</summary>
    public static Histogram Of(IEnumerable<(double Value, long Count)> values) => new(
    [
        .. values.Where(value => value.Count > 0).GroupBy(value => value.Value).Select(same => (same.Key, same.Sum(value => value.Count))).OrderBy(value => value.Key),
    ]);

    /// <summary>These values, each once.</summary>
    public static Histogram Of(params IEnumerable<double> values) => Of(values.Select(value => (value, 1L)));

    /// <summary>Another number in the place of each.</summary>
    public Histogram Select(Func<double, double> other) => Of(Values.Select(value => (other(value.Value), value.Count)));

    /// <summary>Those of both.</summary>
    public Histogram And(Histogram other) => Of(Values.Concat(other.Values));

    /// <summary>How many of them are so.</summary>
    public long CountOf(Func<double, bool> condition) => Values.Where(value => condition(value.Value)).Sum(value => value.Count);
}
