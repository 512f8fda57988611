namespace HandoffOffice.Redlining;

/// <summary>Does two things that share nothing, at the same time where a second processor is worth being asked.</summary>
internal static class SideBySide
{
    /// <summary>Does both. What went wrong with the first is said first, and nothing goes on behind the caller's back.</summary>
    /// <param name="large">Whether both take long enough.</param>
    /// <param name="first">Done on the caller's thread.</param>
    /// <param name="second">Done on another, or afterwards.</param>
    public static (TFirst First, TSecond Second) Run<TFirst, TSecond>(bool large, Func<TFirst> first, Func<TSecond> second)
    {
        if (!large)
        {
            return (first(), second());
        }

        var other = Task.Run(second);
        try
        {
            return (first(), other.GetAwaiter().GetResult());
        }
        finally
        {
            ((Task)other).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        }
    }
}
