using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Filtering;

/// <summary>
/// What a person says of a candidate that they keep (C18). Its words stand behind the candidate's sentence, in the same paragraph: they are part of the text
/// that is signed, sealed and released. No check reads them, for the record does not know what a person decides.
/// </summary>
/// <param name="Angle">One of the contract's angles.</param>
/// <param name="Depth">One of the contract's depths.</param>
/// <param name="Assignee">Who does it.</param>
/// <param name="Due">Until when.</param>
/// <param name="Words">All of it as it stands in the text, frozen: a person's name may change later.</param>
public sealed record Pick(string? Angle, PickDepth? Depth, Person? Assignee, DateOnly? Due, string Words)
{
    /// <summary>A pick in the words of a language.</summary>
    /// <param name="angle">One of the contract's angles; null for none.</param>
    /// <param name="depth">One of the contract's depths; null for none.</param>
    /// <param name="assignee">Who does it; null for nobody yet.</param>
    /// <param name="due">Until when; null for no day.</param>
    /// <param name="language">BCP 47 tag of the text's language.</param>
    public static Pick Of(string? angle, PickDepth? depth, Person? assignee, DateOnly? due, string language)
    {
        bool german = TextLanguage.IsGerman(language);
        string?[] parts =
        [
            angle is null ? null : german ? $"Blickwinkel: {angle}." : $"Angle: {angle}.",
            depth is null ? null : german ? $"Tiefe: {InGerman(depth.Value)}." : $"Depth: {depth.Value.ToString().ToLowerInvariant()}.",
            WhoAndWhen(assignee, due is { } day ? FieldText.Date(day, language) : null, german),
        ];
        return new Pick(angle, depth, assignee, due, string.Join(' ', parts.Where(part => part is not null)));
    }

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty() => this is { Angle: null, Depth: null, Assignee: null, Due: null };

    /// <summary>What of these parts is not said.</summary>
    /// <param name="demands">The parts that a contract demands.</param>
    /// <param name="pick">The pick; null for nothing said.</param>
    public static IReadOnlyList<PickPart> Missing(IReadOnlyList<PickPart> demands, Pick? pick) => [.. demands.Where(part => part switch
    {
        PickPart.Angle => pick?.Angle is null,
        PickPart.Depth => pick?.Depth is null,
        PickPart.Assignee => pick?.Assignee is null,
        _ => pick?.Due is null,
    })];

    private static string? WhoAndWhen(Person? who, string? day, bool german) => (who, day) switch
    {
        (null, null) => null,
        (null, _) => german ? $"Fällig am {day}." : $"Due {day}.",
        (_, null) => german ? $"Zuständig: {who.Name}." : $"Assigned to {who.Name}.",
        _ => german ? $"Zuständig: {who.Name}, bis {day}." : $"Assigned to {who.Name}, due {day}.",
    };

    private static string InGerman(PickDepth depth) => depth switch
    {
        PickDepth.Short => "kurz",
        PickDepth.Deep => "ausführlich",
        _ => "normal",
    };
}

/// <summary>Only candidates of a filter are picked.</summary>
public sealed record NoCandidate(string ChangeId) : HandoffError("no-candidate", $"The change '{ChangeId}' is no candidate: nothing can be assigned there.");

/// <summary>A candidate that is not kept has no assignee.</summary>
public sealed record CandidateNotKept() : HandoffError("candidate-not-kept", "Keep the candidate first: only what is kept gets an angle, a depth, an assignee and a day.");

/// <summary>What was said of a kept candidate is not on offer, or can't stand in the text.</summary>
public sealed record UnusablePick(string Why) : HandoffError("unusable-pick", Why);

/// <summary>Kept candidates lack what the contract demands.</summary>
/// <param name="Count">How many.</param>
/// <param name="Parts">What is missing somewhere.</param>
public sealed record PicksOpen(int Count, IReadOnlyList<PickPart> Parts) : HandoffError(
    "picks-open", $"{Count} kept {(Count == 1 ? "candidate lacks" : "candidates lack")} something: {string.Join(", ", Parts.Select(part => part.ToString().ToLowerInvariant()))}.")
{
    /// <inheritdoc />
    public bool Equals(PicksOpen? other) => other?.Detail == Detail;

    /// <inheritdoc />
    public override int GetHashCode() => Detail.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Candidates go into an empty section: they revise nothing.</summary>
public sealed record CandidatesReviseNothing() : HandoffError(
    "candidates-revise-nothing", "The section that the candidates go into has text already. Take it out, or use a document without that section.");
