using System.Text.Json.Serialization;

namespace HandoffOffice.Domain.Design;

/// <summary>What a style guide says of short forms such as "we'll".</summary>
public enum ContractionUse
{
    /// <summary>As it comes.</summary>
    Allowed,

    /// <summary>None.</summary>
    Never,

    /// <summary>Wherever English has one.</summary>
    Prefer,
}

/// <summary>Which English a text is spelled in.</summary>
public enum SpellingVariant
{
    /// <summary>"colour", "organise", "centre": en-GB as most British publishers and newspapers have it, with -ise.</summary>
    British,

    /// <summary>"color", "organize", "center": en-US.</summary>
    American,
}

/// <summary>A word or phrase that a text must not have.</summary>
/// <param name="Word">The word; found in any case, and in its regular English plural.</param>
/// <param name="Instead">What to write instead; null where the sentence has to be put in another way.</param>
public sealed record BannedWord(string Word, string? Instead = null);

/// <summary>A thing that is always called the same.</summary>
/// <param name="Say">What it is called, such as "client".</param>
/// <param name="Not">What it is not called, such as "customer". At least one.</param>
public sealed record PreferredTerm(string Say, IReadOnlyList<string> Not);

/// <summary>
/// The house rules of writing that a machine can check (C20). The grammatical person stands in the contract itself. What is left out is not checked.
/// </summary>
public sealed record StyleGuide
{
    /// <summary>Short forms; English alone has rules for them.</summary>
    public ContractionUse Contractions { get; init; }

    /// <summary>The most words of a sentence, <see cref="StyleRules.ShortestLimit"/> to <see cref="StyleRules.LongestLimit"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? LongestSentence { get; init; }

    /// <summary>
    /// How easily the whole text has to read, 0 (very hard) to 100 (very easy), by <see cref="Checking.Style.StyleMeasure.ReadingEase"/>. Plain English for
    /// everybody is 60 or more (Flesch 1948).
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountRange? ReadingEase { get; init; }

    /// <summary>Which English it is spelled in; for English alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SpellingVariant? Spelling { get; init; }

    /// <summary>The words that must not come.</summary>
    public IReadOnlyList<BannedWord> Banned { get; init; } = [];

    /// <summary>What things are called.</summary>
    public IReadOnlyList<PreferredTerm> Terms { get; init; } = [];
}
