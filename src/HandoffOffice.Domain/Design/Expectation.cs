namespace HandoffOffice.Domain.Design;

/// <summary>What a draft of an example has to say and must not say (C11).</summary>
/// <param name="Facts">What it has to say. At least one.</param>
/// <param name="MustNotSay">Words that must not be in it, such as a name of another client.</param>
public sealed record Expectation(IReadOnlyList<ExpectedFact> Facts, IReadOnlyList<string> MustNotSay);

/// <summary>One fact that a draft of an example has to say: a value of the record, or words.</summary>
/// <param name="Text">The fact, for people.</param>
/// <param name="Pointer">The value, row or list of the example's record that it says.</param>
/// <param name="Words">The words that say it. Inflected words, and dates and numbers in other forms, count.</param>
public sealed record ExpectedFact(string Text, JsonPointer? Pointer = null, string? Words = null);
