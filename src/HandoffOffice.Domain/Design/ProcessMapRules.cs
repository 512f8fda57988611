namespace HandoffOffice.Domain.Design;

/// <summary>What a process map must be.</summary>
public static class ProcessMapRules
{
    /// <summary>The fewest minutes of a step.</summary>
    public const decimal LeastMinutes = 0.5m;

    /// <summary>The most minutes of a step: a week of work.</summary>
    public const decimal MostMinutes = 2400m;
}
