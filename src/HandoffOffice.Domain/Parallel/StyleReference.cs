using System.Globalization;
using HandoffOffice.Domain.Checking.Style;

namespace HandoffOffice.Domain.Parallel;

/// <summary>How a person writes, measured in their own sections: what the AI's sections are to sound like (C21).</summary>
/// <param name="Measure">The figures.</param>
public sealed record StyleReference(StyleMeasure Measure)
{
    /// <summary>Of some text; null where it is too short to tell.</summary>
    /// <param name="sentences">Its sentences in order.</param>
    /// <param name="language">BCP 47 tag of its language.</param>
    public static StyleReference? Of(IReadOnlyList<string> sentences, string language) =>
        StyleMeasure.Of(sentences, language) is var measure && StyleComparison.CanTell(measure) ? new StyleReference(measure) : null;

    /// <summary>The figures in words, the plainest first.</summary>
    public IReadOnlyList<string> Said =>
    [
        $"{Number(Measure.WordsPerSentence, "0.#")} words a sentence",
        .. Measure.ReadingEase is { } ease ? [$"reading ease {Number(ease, "0")}"] : Array.Empty<string>(),
        .. Measure.Person is { } person
            ? [$"“I” in {Percent(person.FirstSingular)} of the sentences", $"“we” in {Percent(person.FirstPlural)}", $"the reader addressed in {Percent(person.Second)}"]
            : Array.Empty<string>(),
        .. Measure.ContractionsPerSentence is { } contractions ? [$"{Number(contractions * 10, "0.#")} short forms in 10 sentences"] : Array.Empty<string>(),
        $"{Number(Measure.LettersPerWord, "0.0")} letters a word",
    ];

    private static string Percent(double share) => $"{Number(share * 100, "0")} %";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
