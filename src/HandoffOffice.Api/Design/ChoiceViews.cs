using HandoffOffice.Domain.Design;

namespace HandoffOffice.Api.Design;

/// <summary>What a map adds up to.</summary>
/// <param name="MinutesARun">Minutes of people in one run.</param>
/// <param name="RunsAMonth">Runs a month, for all subjects.</param>
/// <param name="MinutesASubject">Minutes a month for one subject.</param>
/// <param name="MinutesAMonth">Minutes a month for all of them.</param>
public sealed record MapTotals(decimal MinutesARun, decimal RunsAMonth, decimal MinutesASubject, decimal MinutesAMonth)
{
    internal static MapTotals Of(ProcessMap map) => new(map.MinutesARun, map.RunsAMonth, map.MinutesASubject.Value, map.MinutesAMonth.Value);
}

/// <summary>Whether work is fit for a handoff, and why.</summary>
/// <param name="Fitness">The whole verdict.</param>
/// <param name="Traits">The four traits.</param>
/// <param name="LeastStakes">The lowest stakes that a workflow for it may have.</param>
/// <param name="StakesReason">Why not lower.</param>
public sealed record SuitabilityView(Fitness Fitness, IReadOnlyList<TraitVerdict> Traits, Stakes LeastStakes, string StakesReason)
{
    internal static SuitabilityView Of(SuitabilityVerdict verdict) => new(verdict.Fitness, verdict.Traits, verdict.LeastStakes, verdict.StakesReason);
}

/// <summary>What an option comes to.</summary>
/// <param name="OptionId">The option.</param>
/// <param name="Name">What people call it.</param>
/// <param name="MinutesARun">Minutes of people in one run that remain.</param>
/// <param name="SavedARun">Minutes saved in one run; below 0 where it takes longer.</param>
/// <param name="MinutesAMonth">Minutes a month that remain.</param>
/// <param name="SavedAMonth">Minutes saved a month; below 0 where it takes longer.</param>
/// <param name="Crossings">How often the work passes between a person and the AI in one run.</param>
/// <param name="Smooth">How smooth it is: as its weakest point.</param>
/// <param name="Smoothness">Why.</param>
/// <param name="Safe">How safe it is: as its weakest point.</param>
/// <param name="Risk">Why.</param>
public sealed record OptionView(
    string OptionId, string Name, decimal MinutesARun, decimal SavedARun, decimal MinutesAMonth, decimal SavedAMonth, int Crossings,
    Rating Smooth, IReadOnlyList<RatedReason> Smoothness, Rating Safe, IReadOnlyList<RatedReason> Risk)
{
    internal static OptionView Of(OpportunityFigures option) => new(
        option.OptionId, option.Name, option.MinutesARun, option.SavedARun, option.MinutesAMonth.Value, option.SavedAMonth, option.Crossings,
        option.Smooth, option.Smoothness, option.Safe, option.Risk);
}

/// <summary>The options side by side.</summary>
/// <param name="Options">What each comes to.</param>
/// <param name="Recommended">The one that the figures speak for; null where none saves anything.</param>
/// <param name="Reason">Why that one, or why none.</param>
public sealed record ComparisonView(IReadOnlyList<OptionView> Options, string? Recommended, string Reason)
{
    internal static ComparisonView Of(OpportunityComparison comparison) =>
        new([.. comparison.Options.Select(OptionView.Of)], comparison.Recommended, comparison.Reason);
}
