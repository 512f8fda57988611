using HandoffOffice.Domain.Reviewing.Seeding;

namespace HandoffOffice.Domain.Measuring;

/// <summary>How well the reviewers of a workflow look: how many of the errors that were planted they found (C51). Judged in aggregate, never by one item.</summary>
/// <param name="Found">Those that were found.</param>
/// <param name="Missed">Those that were missed.</param>
public sealed record CatchRate(int Found, int Missed)
{
    /// <summary>Below so many nothing is claimed: all of 29 caught make sure of 90 %, all of 10 of no more than 74 %.</summary>
    public const int FewestToClaim = 29;

    /// <summary>Those that were settled. What was withdrawn counts neither way.</summary>
    public int Seeded => Found + Missed;

    /// <summary>The share that is sure to be found, with a chance of 95 %, one-sided; null where too few were planted to claim any.</summary>
    public double? LowerBound => Seeded < FewestToClaim ? null : Binomial.LowerBound(Found, Seeded);

    /// <summary>Over all errors that were planted in the handoffs of one workflow.</summary>
    public static CatchRate Of(IEnumerable<SeededError> seeded)
    {
        IReadOnlyList<SeedState> states = [.. seeded.Select(seed => seed.State)];
        return new CatchRate(states.Count(state => state == SeedState.Found), states.Count(state => state == SeedState.Missed));
    }
}
