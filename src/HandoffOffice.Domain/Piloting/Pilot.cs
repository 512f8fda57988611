namespace HandoffOffice.Domain.Piloting;

/// <summary>One person tries a workflow in real work, for two to three weeks (C35).</summary>
/// <param name="Person">The only one who can run it meanwhile.</param>
/// <param name="Days">How long it is planned for, in days, <see cref="FewestDays"/> to <see cref="MostDays"/>.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it was ended; null while it runs.</param>
/// <param name="EndedEarly">Why it ended before its planned time; null where it did not.</param>
public sealed record Pilot(Person Person, int Days, DateTimeOffset StartedAt, DateTimeOffset? EndedAt = null, string? EndedEarly = null)
{
    /// <summary>Two weeks: less shows the first impression only.</summary>
    public const int FewestDays = 14;

    /// <summary>Three weeks: what is not clear then is a matter of the design.</summary>
    public const int MostDays = 21;

    /// <summary>When it is planned to end.</summary>
    public DateTimeOffset PlannedEnd => StartedAt.AddDays(Days);
}
