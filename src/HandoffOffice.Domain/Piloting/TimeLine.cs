namespace HandoffOffice.Domain.Piloting;

/// <summary>The phases from the first step to the roll-out.</summary>
public enum Phase
{
    /// <summary>The map, the choice, the design and its test.</summary>
    Design,

    /// <summary>One person tries it.</summary>
    Pilot,

    /// <summary>It is adjusted and written down, until it is live.</summary>
    Adjust,
}

/// <summary>How long each phase is planned for, in days of 24 hours.</summary>
/// <param name="Design">1 to 60.</param>
/// <param name="Pilot"><see cref="Piloting.Pilot.FewestDays"/> to <see cref="Piloting.Pilot.MostDays"/>.</param>
/// <param name="Adjust">1 to 60.</param>
public sealed record JourneyPlan(int Design, int Pilot, int Adjust)
{
    /// <summary>Four weeks in all: some days to design, two weeks to pilot, one to adjust and write down.</summary>
    public static JourneyPlan Usual { get; } = new(5, Piloting.Pilot.FewestDays, 7);
}

/// <summary>A phase as planned and as it went.</summary>
/// <param name="Phase">Which.</param>
/// <param name="PlannedStart">When it was to begin.</param>
/// <param name="PlannedEnd">When it was to end.</param>
/// <param name="Start">When it began; null where it did not yet.</param>
/// <param name="End">When it ended; null while it runs.</param>
/// <param name="DriftDays">Days behind the plan at its end, or so far; negative for ahead of it, null before it began.</param>
public sealed record PhaseTime(
    Phase Phase, DateTimeOffset PlannedStart, DateTimeOffset PlannedEnd, DateTimeOffset? Start, DateTimeOffset? End, int? DriftDays);

/// <summary>The phases of a journey with dates and drift (C46).</summary>
public static class TimeLine
{
    /// <summary>The phases in order.</summary>
    /// <param name="journey">The journey.</param>
    /// <param name="now">The moment that what runs is held against.</param>
    public static IReadOnlyList<PhaseTime> Of(Journey journey, DateTimeOffset now)
    {
        DateTimeOffset? liveAt = journey.Steps.FirstOrDefault(step => step.Stage == LifecycleStage.Live && step.Ground != StageGround.Sample)?.At;
        DateTimeOffset designed = journey.BegunAt.AddDays(journey.Plan.Design);
        DateTimeOffset piloted = designed.AddDays(journey.Plan.Pilot);
        return
        [
            Phase(Piloting.Phase.Design, journey.BegunAt, designed, journey.BegunAt, journey.Pilot?.StartedAt ?? liveAt, now),
            Phase(Piloting.Phase.Pilot, designed, piloted, journey.Pilot?.StartedAt, journey.Pilot?.EndedAt, now),
            Phase(Piloting.Phase.Adjust, piloted, piloted.AddDays(journey.Plan.Adjust), journey.Pilot?.EndedAt, liveAt, now),
        ];
    }

    private static PhaseTime Phase(Phase phase, DateTimeOffset plannedStart, DateTimeOffset plannedEnd, DateTimeOffset? start, DateTimeOffset? end, DateTimeOffset now)
    {
        // A phase that runs has no drift before its planned end: it may still end in time.
        int? drift = start is null ? null : end is { } ended ? Days(ended - plannedEnd) : Math.Max(0, Days(now - plannedEnd));
        return new PhaseTime(phase, plannedStart, plannedEnd, start, end, drift);
    }

    private static int Days(TimeSpan span) => (int)Math.Round(span.TotalDays, MidpointRounding.AwayFromZero);
}
