namespace HandoffOffice.Domain.Measuring.Statistics;

/// <summary>Student's t distribution, and the normal one that it comes to ("Student" 1908, doi:10.1093/biomet/6.1.1).</summary>
public static class Student
{
    private const int Steps = 60;

    // Of one degree of freedom, 97.5 % lie below 12.71; nothing here asks for less likely values.
    private const double Farthest = 1000;

    /// <summary>The chance of at most <paramref name="t"/> with so many degrees of freedom.</summary>
    public static double AtMost(double t, double degrees)
    {
        double tail = IncompleteBeta.Of(degrees / (degrees + (t * t)), degrees / 2, 0.5) / 2;
        return t > 0 ? 1 - tail : tail;
    }

    /// <summary>What 97.5 % lie below: the half width of a two-sided 95 % interval in standard errors.</summary>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    public static double Quantile(double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        (double low, double high) = (0, Farthest);
        for (int i = 0; i < Steps; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = AtMost(middle, degrees) < 0.975 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The chance of at most <paramref name="z"/> by the standard normal distribution (Abramowitz and Stegun 26.2.11), for |z| up to 8.</summary>
    public static double NormalAtMost(double z)
    {
        (double term, double sum) = (z, z);
        for (int k = 3; Math.Abs(term) > 1e-17; k += 2)
        {
            term *= z * z / k;
            sum += term;
        }

        return 0.5 + (sum * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI));
    }
}
