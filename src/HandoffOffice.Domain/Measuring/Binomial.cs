using HandoffOffice.Domain.Measuring.Statistics;

namespace HandoffOffice.Domain.Measuring;

/// <summary>Exact bounds on a share, one-sided and two-sided, from a count (Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404).</summary>
public static class Binomial
{
    /// <summary>How sure the bounds are.</summary>
    public const double Confidence = 0.95;

    // Above it the sum takes longer than the function that it is equal to.
    private const int MostTerms = 2000;

    // A double has no more digits: each step halves the interval.
    private const int Steps = 60;

    /// <summary>The chance of at most <paramref name="hits"/> of <paramref name="trials"/> where each is one with the chance <paramref name="share"/>.</summary>
    public static double AtMost(int hits, int trials, double share)
    {
        if (hits >= trials || share <= 0)
        {
            return 1;
        }

        if (share >= 1 || hits < 0)
        {
            return 0;
        }

        if (trials > MostTerms)
        {
            return IncompleteBeta.Of(1 - share, trials - hits, hits + 1);
        }

        // In logarithms, and each term from the one before: no factorial overflows.
        double term = trials * Math.Log(1 - share);
        double odds = Math.Log(share) - Math.Log(1 - share);
        double sum = Math.Exp(term);
        for (int i = 1; i <= hits; i++)
        {
            term += Math.Log(trials - i + 1) - Math.Log(i) + odds;
            sum += Math.Exp(term);
        }

        return Math.Min(1, sum);
    }

    /// <summary>The share that so few hits leave open: a higher one would have given more, with a chance of 95 %. 1 where nothing was tried.</summary>
    public static double UpperBound(int hits, int trials) => UpperBound(hits, trials, 1 - Confidence);

    /// <summary>The share that so many hits make sure of: a lower one would have given fewer, with a chance of 95 %. 0 where nothing was hit.</summary>
    public static double LowerBound(int hits, int trials) => LowerBound(hits, trials, 1 - Confidence);

    /// <summary>What the share lies between, two-sided, with a chance of 95 %. 0 to 1 where nothing was tried.</summary>
    public static Interval Interval(int hits, int trials) => new(LowerBound(hits, trials, (1 - Confidence) / 2), UpperBound(hits, trials, (1 - Confidence) / 2));

    private static double UpperBound(int hits, int trials, double tail)
    {
        Check(hits, trials);
        return hits == trials ? 1 : Solve(share => AtMost(hits, trials, share) > tail);
    }

    private static double LowerBound(int hits, int trials, double tail)
    {
        Check(hits, trials);
        return hits == 0 ? 0 : Solve(share => 1 - AtMost(hits - 1, trials, share) < tail);
    }

    private static void Check(int hits, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, trials);
    }

    // Where what holds for low shares ends.
    private static double Solve(Func<double, bool> isBelow)
    {
        (double low, double high) = (0, 1);
        for (int i = 0; i < Steps; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = isBelow(middle) ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
