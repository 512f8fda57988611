namespace HandoffOffice.Domain.Measuring.Statistics;

/// <summary>When runs are too few to tell something, and how many more it takes.</summary>
public static class TooFew
{
    /// <summary>Below so many nothing is claimed: among four runs all on one side, chance alone is not out of the question (1 in 8 by the sign test).</summary>
    public const int Fewest = 5;

    /// <summary>Where more than so many would be missing, there is no difference that matters.</summary>
    public const int MostMissing = 1000;

    /// <summary>
    /// How many more values it takes until their mean can be told from <paramref name="from"/>, if they go on as they are: the first number for which half the
    /// width of Student's 95 % interval is less than the distance. 0 where there are enough; null where more than <see cref="MostMissing"/> would be missing.
    /// </summary>
    public static int? Missing(Histogram values, double from)
    {
        if (values.Count < 2)
        {
            return Fewest - (int)values.Count;
        }

        (double distance, double spread) = (Math.Abs(values.Mean - from), values.Deviation);
        if (spread == 0)
        {
            return distance > 0 ? Math.Max(0, Fewest - (int)Math.Min(values.Count, Fewest)) : null;
        }

        bool IsEnough(long count) => Student.Quantile(count - 1) * spread / Math.Sqrt(count) < distance;
        (long low, long high) = (Math.Max(values.Count, Fewest), values.Count + MostMissing);
        if (!IsEnough(high))
        {
            return null;
        }

        while (low < high)
        {
            long middle = (low + high) / 2;
            (low, high) = IsEnough(middle) ? (low, middle) : (middle + 1, high);
        }

        return (int)(low - values.Count);
    }
}
