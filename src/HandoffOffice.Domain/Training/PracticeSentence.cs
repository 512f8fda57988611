using System.Text.Json.Serialization;
using HandoffOffice.Domain.Reviewing.Seeding;

namespace HandoffOffice.Domain.Training;

/// <summary>What a trainee's answer about one sentence was worth.</summary>
public enum PracticeVerdict
{
    /// <summary>It has a planted error, and was marked as wrong.</summary>
    Caught,

    /// <summary>It has a planted error, and was marked as right.</summary>
    Missed,

    /// <summary>It is right, and was marked as right.</summary>
    Right,

    /// <summary>It is right, and was marked as wrong.</summary>
    FalseAlarm,
}

/// <summary>The error that was planted in a sentence.</summary>
/// <param name="Kind">What kind of error.</param>
/// <param name="TrueText">The sentence as it was drafted.</param>
/// <param name="TrueWords">The words of it that were right.</param>
/// <param name="PlantedWords">The words that stand in their place.</param>
/// <param name="Pointer">The field of the record that says it; null for a reversed meaning.</param>
public sealed record PlantedError(SeededErrorKind Kind, string TrueText, string TrueWords, string PlantedWords, JsonPointer? Pointer);

/// <summary>What a trainee said of a sentence. It stays: the feedback came at once.</summary>
/// <param name="IsWrong">Whether they marked it as wrong.</param>
/// <param name="At">When.</param>
public sealed record PracticeAnswer(bool IsWrong, DateTimeOffset At);

/// <summary>One sentence of a practice's text.</summary>
/// <param name="Id">Unique within the text: <c>s1</c>, <c>s2</c>, ... in order.</param>
/// <param name="Paragraph">Zero-based paragraph.</param>
/// <param name="Text">The sentence as the trainee reads it.</param>
/// <param name="Citations">The places of the record that it rests on.</param>
/// <param name="Planted">The error in it; null where it is right. It goes to nobody before the sentence is answered.</param>
/// <param name="Answer">What the trainee said; null before.</param>
public sealed record PracticeSentence(
    string Id, int Paragraph, string Text, IReadOnlyList<JsonPointer> Citations, PlantedError? Planted = null, PracticeAnswer? Answer = null)
{
    /// <summary>What the answer was worth; null before there is one.</summary>
    [JsonIgnore]
    public PracticeVerdict? Verdict => Answer is null ? null : (Planted, Answer.IsWrong) switch
    {
        ({ }, true) => PracticeVerdict.Caught,
        ({ }, false) => PracticeVerdict.Missed,
        (null, false) => PracticeVerdict.Right,
        (null, true) => PracticeVerdict.FalseAlarm,
    };
}

/// <summary>One value of the record beside a practice's text.</summary>
/// <param name="Pointer">Where it is.</param>
/// <param name="Label">What people call it; within a list with the item's number.</param>
/// <param name="Value">The value as a person reads it.</param>
public sealed record PracticeFact(JsonPointer Pointer, string Label, string Value);
