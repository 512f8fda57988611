namespace HandoffOffice.Domain.Webhooks;

/// <summary>
/// When a delivery that failed is tried again: within the first minute a few times, for who was busy or restarted, then each time later, up to a day, and never all
/// at once. After the last attempt it is a dead letter, which an administrator can have sent again. All attempts together take nearly four days.
/// </summary>
public static class RetrySchedule
{
    /// <summary>The longest that one attempt waits for the next, also where the receiver asks for more.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>How much later than planned an attempt may be, as a share of the wait: so that what failed together does not come back together.</summary>
    public const double Jitter = 0.25;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12), Longest, Longest, Longest,
    ];

    private static readonly TimeSpan[] Rests =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
    ];

    /// <summary>How often a delivery is tried in all.</summary>
    public static int MaxAttempts => Waits.Length + 1;

    /// <summary>How long to wait for the next attempt; null where there is none.</summary>
    /// <param name="attempts">How many were made, 1 or more.</param>
    /// <param name="chance">From 0 up to 1.</param>
    /// <param name="asked">What the receiver asked for (<c>Retry-After</c>, RFC 9110 section 10.2.3); null where it did not. It makes a wait longer, never shorter.</param>
    public static TimeSpan? Wait(int attempts, double chance, TimeSpan? asked = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(chance);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chance, 1);
        return attempts > Waits.Length ? null : Later(Waits[attempts - 1], chance, asked);
    }

    /// <summary>How long a receiver is left in peace that fails again and again: longer each time, up to half an hour, so that one that works again does not stand idle for a day.</summary>
    /// <param name="failures">How many there were by now of those that make it rest, 1 or more.</param>
    /// <param name="chance">From 0 up to 1.</param>
    /// <param name="asked">What the receiver asked for; null where it did not. It makes a rest longer, never shorter.</param>
    public static TimeSpan Rest(int failures, double chance, TimeSpan? asked = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(chance);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chance, 1);
        return Later(Rests[Math.Min(failures, Rests.Length) - 1], chance, asked);
    }

    private static TimeSpan Later(TimeSpan wait, double chance, TimeSpan? asked)
    {
        TimeSpan planned = wait * (1 + (Jitter * chance));
        TimeSpan wanted = asked > planned ? asked.Value : planned;
        return wanted < Longest ? wanted : Longest;
    }
}
