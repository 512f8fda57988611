namespace HandoffOffice.Domain.Measuring.Statistics;

/// <summary>The regularised incomplete beta function, which the binomial's and Student's tails are: it costs little more for a million trials than for ten.</summary>
public static class IncompleteBeta
{
    private const double Tiny = 1e-300;
    private const double Precision = 1e-15;

    // Near the middle of a beta the fraction takes some roots of its parameters: this is far beyond any number of runs.
    private const int MostSteps = 100_000;

    // Lanczos's approximation of the logarithm of the gamma function (1964, doi:10.1137/0701008), g = 7, with Godfrey's coefficients.
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
        -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>I_x(a, b).</summary>
    /// <param name="x">0 to 1.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    public static double Of(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        double front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));
        // The fraction converges fast on this side only (DLMF 8.17.22).
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    // By Lentz's method.
    private static double Fraction(double x, double a, double b)
    {
        double c = 1;
        double d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        double value = d;
        for (int m = 1; m <= MostSteps; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            value *= d * c;
            if (Math.Abs((d * c) - 1) < Precision)
            {
                return value;
            }
        }

        throw new InvalidOperationException($"The incomplete beta function of {x}, {a}, {b} does not converge.");
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    private static double LogGamma(double z)
    {
        if (z < 0.5)
        {
            return Math.Log(Math.PI / Math.Sin(Math.PI * z)) - LogGamma(1 - z);
        }

        double sum = Lanczos[0];
        for (int i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (z - 1 + i);
        }

        double t = z + 6.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((z - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
