using System.Globalization;

namespace HandoffOffice.Domain.Checking.Style;

/// <summary>In what two texts can be written differently.</summary>
public enum StyleAspect
{
    /// <summary>Mean words of a sentence.</summary>
    SentenceLength,

    /// <summary>Share of long sentences.</summary>
    LongSentences,

    /// <summary>How easily it reads.</summary>
    ReadingEase,

    /// <summary>Share of sentences with "I".</summary>
    FirstSingular,

    /// <summary>Share of sentences with "we".</summary>
    FirstPlural,

    /// <summary>Share of sentences that address the reader.</summary>
    Address,

    /// <summary>Mean contractions of a sentence.</summary>
    Contractions,

    /// <summary>Share of nominalisations.</summary>
    Nominalisations,

    /// <summary>Mean letters of a word.</summary>
    WordLength,

    /// <summary>How often words come again.</summary>
    Variety,
}

/// <summary>A difference that a reader would notice.</summary>
/// <param name="Aspect">In what.</param>
/// <param name="Reference">What the reference has, in the measure's unit.</param>
/// <param name="Text">What the text has, in the same unit.</param>
/// <param name="Sentence">The difference for a person, with both values.</param>
public sealed record StyleDifference(StyleAspect Aspect, double Reference, double Text, string Sentence);

/// <summary>Tells in what a text reads differently from another. Thresholds without a source are ours: about twice what two halves of one text differ by.</summary>
public static class StyleComparison
{
    /// <summary>A text with fewer words is too short to tell.</summary>
    public const int FewestWords = 60;

    /// <summary>A text with fewer sentences is too short to tell: one sentence would move every share by more than a quarter.</summary>
    public const int FewestSentences = 4;

    /// <summary>Words a sentence.</summary>
    public const double SentenceLengthStep = 6;

    /// <summary>Share of long sentences; about one sentence in three.</summary>
    public const double LongSentencesStep = 0.3;

    /// <summary>Points of reading ease: the width of one of Flesch's (1948) and Amstad's (1978) levels, with half of one for the chance of a short text.</summary>
    public const double ReadingEaseStep = 15;

    /// <summary>Share of sentences with a pronoun: two sentences in five.</summary>
    public const double PersonStep = 0.4;

    /// <summary>Contractions a sentence: one in four sentences.</summary>
    public const double ContractionsStep = 0.25;

    /// <summary>Share of nominalisations. Biber (1988) finds 3.6 in 100 words of academic prose and 1.1 to 1.2 in fiction and conversation: their distance.</summary>
    public const double NominalisationsStep = 0.025;

    /// <summary>Letters a word.</summary>
    public const double WordLengthStep = 0.7;

    /// <summary>Moving-average type-token ratio: five words of the window's fifty.</summary>
    public const double VarietyStep = 0.1;

    /// <summary>Whether a text is long enough to be compared.</summary>
    public static bool CanTell(StyleMeasure text) => text.Words >= FewestWords && text.Sentences >= FewestSentences;

    /// <summary>The differences that a reader would notice; none where either text is too short to tell.</summary>
    /// <param name="reference">The text that gives the tone.</param>
    /// <param name="text">The text that is to sound like it.</param>
    public static IReadOnlyList<StyleDifference> Between(StyleMeasure reference, StyleMeasure text) => !CanTell(reference) || !CanTell(text) ? [] :
    [
        .. new[]
        {
            Of(StyleAspect.SentenceLength, reference.WordsPerSentence, text.WordsPerSentence, SentenceLengthStep, "Sentences are longer here", "Sentences are shorter here", Words),
            Of(StyleAspect.LongSentences, reference.LongSentences, text.LongSentences, LongSentencesStep, "More sentences are long here", "Fewer sentences are long here", Percent),
            Of(StyleAspect.ReadingEase, reference.ReadingEase, text.ReadingEase, ReadingEaseStep, "This reads more easily", "This is harder to read", Points),
            Of(StyleAspect.FirstSingular, reference.Person?.FirstSingular, text.Person?.FirstSingular, PersonStep,
                "“I” speaks more often here", "“I” speaks less often here", Percent),
            Of(StyleAspect.FirstPlural, reference.Person?.FirstPlural, text.Person?.FirstPlural, PersonStep,
                "“We” speaks more often here", "“We” speaks less often here", Percent),
            Of(StyleAspect.Address, reference.Person?.Second, text.Person?.Second, PersonStep,
                "The reader is addressed more often here", "The reader is addressed less often here", Percent),
            Of(StyleAspect.Contractions, reference.ContractionsPerSentence, text.ContractionsPerSentence, ContractionsStep,
                "There are more short forms such as “we'll” here", "There are fewer short forms such as “we'll” here", PerSentence),
            Of(StyleAspect.Nominalisations, reference.Nominalisations, text.Nominalisations, NominalisationsStep,
                "There are more nouns made from verbs here", "There are fewer nouns made from verbs here", PerHundred),
            Of(StyleAspect.WordLength, reference.LettersPerWord, text.LettersPerWord, WordLengthStep, "Words are longer here", "Words are shorter here", Letters),
            Of(StyleAspect.Variety, reference.TypeTokenRatio, text.TypeTokenRatio, VarietyStep, "Fewer words come again here", "More words come again here", Different),
        }.OfType<StyleDifference>(),
    ];

    private static StyleDifference? Of(StyleAspect aspect, double? reference, double? text, double step, string more, string less, Func<double, string> shown) =>
        reference is { } from && text is { } to && Math.Abs(to - from) >= step
            ? new StyleDifference(aspect, from, to, $"{(to > from ? more : less)}: {shown(to)}, against {shown(from)} there.")
            : null;

    private static string Words(double value) => $"{Plain(value, "0.#")} words on average";

    private static string Percent(double value) => $"{Plain(value * 100, "0")}% of the sentences";

    private static string Points(double value) => $"reading ease {Plain(value, "0")}";

    private static string PerSentence(double value) => $"{Plain(value * 10, "0.#")} in 10 sentences";

    private static string PerHundred(double value) => $"{Plain(value * 100, "0.#")} in 100 words";

    private static string Letters(double value) => $"{Plain(value, "0.0")} letters on average";

    private static string Different(double value) => $"{Plain(value * StyleMeasure.Window, "0")} different words in {StyleMeasure.Window}";

    private static string Plain(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
