using System.Text.Json.Serialization;

namespace HandoffOffice.Domain.Design;

/// <summary>What makes work fit for a handoff.</summary>
public enum SuitabilityTrait
{
    /// <summary>It is done the same way, again and again.</summary>
    Repeatable,

    /// <summary>Its input is steady and the form of its output clear.</summary>
    Structured,

    /// <summary>It takes hours a week.</summary>
    TimeConsuming,

    /// <summary>A mistake is annoying and can be mended before it leaves.</summary>
    LowStakes,
}

/// <summary>How something is, of three.</summary>
public enum Rating
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>It may do.</summary>
    Doubtful,

    /// <summary>Not as it should be.</summary>
    Bad,
}

/// <summary>Whether work is fit for a handoff.</summary>
public enum Fitness
{
    /// <summary>Every trait is good.</summary>
    Suited,

    /// <summary>One or two traits are doubtful; none is bad.</summary>
    SuitedWithCare,

    /// <summary>A trait is bad, or most are doubtful.</summary>
    NotYet,
}

/// <summary>How work stands in one trait.</summary>
/// <param name="Trait">Which.</param>
/// <param name="Rating">How.</param>
/// <param name="Reason">Why, in one sentence with the numbers.</param>
public sealed record TraitVerdict(SuitabilityTrait Trait, Rating Rating, string Reason);

/// <summary>Whether work is fit for a handoff, and why (C24).</summary>
/// <param name="Traits">The four traits in the order of <see cref="SuitabilityTrait"/>.</param>
/// <param name="LeastStakes">The lowest stakes that a workflow for it may have.</param>
/// <param name="StakesReason">Why not lower, in one sentence.</param>
public sealed record SuitabilityVerdict(IReadOnlyList<TraitVerdict> Traits, Stakes LeastStakes, string StakesReason)
{
    /// <summary>The whole verdict.</summary>
    [JsonIgnore]
    public Fitness Fitness => Traits.Any(trait => trait.Rating == Rating.Bad) || Traits.Count(trait => trait.Rating == Rating.Doubtful) > 2 ? Fitness.NotYet
        : Traits.All(trait => trait.Rating == Rating.Good) ? Fitness.Suited
        : Fitness.SuitedWithCare;
}

/// <summary>An administrator's leave to start with work of high stakes (C25).</summary>
/// <param name="By">The administrator.</param>
/// <param name="Reason">Why; 1 to 2,000 characters.</param>
/// <param name="At">When.</param>
public sealed record StakesOverride(Person By, string Reason, DateTimeOffset At);
