namespace HandoffOffice.Domain.Measuring.Statistics;

/// <summary>Whether more values lie above than below, asked without their sizes (the exact sign test; Arbuthnott 1710, Dixon and Mood 1946, doi:10.1080/01621459.1946.10501898).</summary>
public static class SignTest
{
    /// <summary>How likely so uneven numbers, or more uneven ones, are where above and below are equally likely: two-sided. Those that are equal are left out.</summary>
    /// <param name="above">Values above.</param>
    /// <param name="below">Values below.</param>
    public static double PValue(int above, int below)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(above);
        ArgumentOutOfRangeException.ThrowIfNegative(below);
        return Math.Min(1, 2 * Binomial.AtMost(Math.Min(above, below), above + below, 0.5));
    }
}
