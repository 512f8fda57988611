using System.Text.Json.Serialization;

namespace HandoffOffice.Domain.Design;

/// <summary>One reason of a judgement.</summary>
/// <param name="Rating">Whether it speaks for or against.</param>
/// <param name="Text">One sentence.</param>
public sealed record RatedReason(Rating Rating, string Text);

/// <summary>What an option comes to.</summary>
/// <param name="OptionId">The option.</param>
/// <param name="Name">What people call it.</param>
/// <param name="MinutesARun">Minutes of people in one run that remain by hand.</param>
/// <param name="SavedARun">Minutes saved in one run; below 0 where it takes longer.</param>
/// <param name="MinutesAMonth">Minutes a month that remain by hand.</param>
/// <param name="SavedAMonth">Minutes saved a month; below 0 where it takes longer.</param>
/// <param name="Crossings">How often the work passes between a person and the AI in one run.</param>
/// <param name="Smoothness">Why it is as smooth as it is.</param>
/// <param name="Risk">Why it is as risky as it is.</param>
public sealed record OpportunityFigures(
    string OptionId, string Name, decimal MinutesARun, decimal SavedARun, MinutesPerMonth MinutesAMonth, decimal SavedAMonth, int Crossings,
    IReadOnlyList<RatedReason> Smoothness, IReadOnlyList<RatedReason> Risk)
{
    /// <summary>How smooth the handoff is: as its weakest point.</summary>
    [JsonIgnore]
    public Rating Smooth => Smoothness.Count == 0 ? Rating.Good : Smoothness.Max(reason => reason.Rating);

    /// <summary>How safe it is: as its weakest point.</summary>
    [JsonIgnore]
    public Rating Safe => Risk.Count == 0 ? Rating.Good : Risk.Max(reason => reason.Rating);
}

/// <summary>The options side by side (C27).</summary>
/// <param name="Options">What each comes to, in the order in which they were given.</param>
/// <param name="Reason">Why that one, or why none.</param>
/// <param name="Recommended">The option that the figures speak for; null where none saves anything.</param>
public sealed record OpportunityComparison(IReadOnlyList<OpportunityFigures> Options, string Reason, string? Recommended = null)
{
    /// <summary>Chooses one of them.</summary>
    /// <param name="optionId">Which.</param>
    /// <param name="reason">Why. Where it is the recommended one it may be empty: the recommendation's own reason is kept.</param>
    /// <param name="by">Who chooses.</param>
    /// <param name="at">When.</param>
    /// <returns>The choice, or why it is none.</returns>
    public (Choice? Choice, HandoffError? Error) Choose(string optionId, string? reason, Person by, DateTimeOffset at)
    {
        if (Options.All(option => option.OptionId != optionId))
        {
            return (null, new UnknownOption(optionId));
        }

        string why = string.IsNullOrWhiteSpace(reason) && optionId == Recommended ? Reason[..Math.Min(Reason.Length, Handoff.MaxReasonLength)] : reason ?? string.Empty;
        return ReasonMissing.In(why) is { } error ? (null, error) : (new Choice(optionId, why, by, at), null);
    }
}

/// <summary>There is no such option, or it is not sound.</summary>
/// <param name="OptionId">The option.</param>
public sealed record UnknownOption(string OptionId) : HandoffError("unknown-option", $"There is no option '{OptionId}' in the comparison.");
