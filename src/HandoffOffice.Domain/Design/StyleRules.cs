using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Checking.Style;

namespace HandoffOffice.Domain.Design;

/// <summary>What a style guide must be so that a text can keep to it (C20): no contradiction, and nothing that the contract's language has not.</summary>
public static class StyleRules
{
    /// <summary>A limit with fewer words would forbid most sentences.</summary>
    public const int ShortestLimit = 8;

    /// <summary>A limit with more words forbids nothing that anybody writes.</summary>
    public const int LongestLimit = 60;

    /// <summary>A narrower range of reading ease would be left by the next edit: half of one of Flesch's (1948) levels.</summary>
    public const int NarrowestEase = 5;

    private static readonly IReadOnlyList<Func<Workflow, StyleGuide, IEnumerable<Problem>>> All =
        [LimitMeansSomething, EaseCanBeMet, LanguageHasIt, WordsAreGiven, ReplacementsAreAllowed, MustMentionsAreAllowed, OwnTextsAreAllowed];

    internal static IEnumerable<Problem> Problems(Workflow w) => w.Output.Style is { } style ? All.SelectMany(rule => rule(w, style)) : [];

    private static IEnumerable<Problem> LimitMeansSomething(Workflow w, StyleGuide style) => style.LongestSentence is null or (>= ShortestLimit and <= LongestLimit) ? [] :
    [
        Problem.At("/output/style/longestSentence", "range", $"At most {style.LongestSentence} words a sentence can't be kept, or forbids nothing.", $"{ShortestLimit} to {LongestLimit} words, or none"),
    ];

    private static IEnumerable<Problem> EaseCanBeMet(Workflow w, StyleGuide style)
    {
        if (style.ReadingEase is not { } ease)
        {
            yield break;
        }

        if (ease.Min < 0 || ease.Max > 100 || ease.Max - ease.Min < NarrowestEase)
        {
            yield return Problem.At("/output/style/readingEase", "cannot-be-met", $"No text can keep to a reading ease of {ease.Min} to {ease.Max}.",
                $"a range within 0 to 100, at least {NarrowestEase} points wide, such as 50 to 80");
        }

        if (w.Output.Words.Max is > 0 and < StyleComparison.FewestWords)
        {
            yield return Problem.At("/output/style/readingEase", "cannot-be-met", $"A text of at most {w.Output.Words.Max} words is too short to tell how easily it reads.",
                $"no reading ease, or {StyleComparison.FewestWords} words or more");
        }
    }

    private static IEnumerable<Problem> LanguageHasIt(Workflow w, StyleGuide style)
    {
        string language = w.Output.Language;
        bool english = TextLanguage.IsEnglish(language);
        if (style.Spelling is { } spelling && (!english || Other(spelling, language)))
        {
            yield return Problem.At("/output/style/spelling", "style-language", $"{spelling} spelling is not of the contract's language, {language}.",
                english ? "the language's own spelling, or the language en" : "none");
        }

        if (!english && style.Contractions != ContractionUse.Allowed)
        {
            yield return Problem.At("/output/style/contractions", "style-language", $"There is no rule for short forms in {language}.", nameof(ContractionUse.Allowed));
        }

        if (style.ReadingEase is not null && !english && !TextLanguage.IsGerman(language))
        {
            yield return Problem.At("/output/style/readingEase", "style-language", $"There is no measure of reading ease for {language}.", "none; English and German have one");
        }
    }

    private static bool Other(SpellingVariant spelling, string language) => language.ToUpperInvariant() switch
    {
        "EN-US" => spelling != SpellingVariant.American,
        "EN-GB" => spelling != SpellingVariant.British,
        _ => false,
    };

    private static IEnumerable<Problem> WordsAreGiven(Workflow w, StyleGuide style)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string place, string word) in Avoided(style))
        {
            if (string.IsNullOrWhiteSpace(word))
            {
                yield return Problem.At(place, "empty", "This word is empty.", "a word, or take it out");
            }
            else if (!seen.Add(word.Trim()))
            {
                yield return Problem.At(place, "style-contradiction", $"'{word}' is ruled out twice.", "once");
            }
        }

        for (int i = 0; i < style.Terms.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(style.Terms[i].Say) || style.Terms[i].Not.Count == 0)
            {
                yield return Problem.At($"/output/style/terms/{i}", "empty", "The term has no word, or nothing that it stands for.", "such as client, not customer");
            }
        }
    }

    // What is written instead must not be ruled out itself.
    private static IEnumerable<Problem> ReplacementsAreAllowed(Workflow w, StyleGuide style)
    {
        IEnumerable<(string Place, string? Word)> replacements = style.Banned.Select((banned, i) => ($"/output/style/banned/{i}/instead", banned.Instead))
            .Concat(style.Terms.Select((term, i) => ($"/output/style/terms/{i}/say", (string?)term.Say)));
        return from replacement in replacements
               where !string.IsNullOrWhiteSpace(replacement.Word)
               from avoided in Avoided(style).Select(avoided => avoided.Word).Concat(w.Output.ForbiddenPhrases).Distinct(StringComparer.OrdinalIgnoreCase)
               where PhraseFinder.Find(replacement.Word!, avoided).Any()
               select Problem.At(replacement.Place, "style-contradiction", $"'{replacement.Word}' is to be written, and '{avoided}' is ruled out.", "one of the two");
    }

    private static IEnumerable<Problem> MustMentionsAreAllowed(Workflow w, StyleGuide style) =>
        from pointer in w.Output.MustMention
        let field = w.Input.Field(pointer)
        where field is not null
        from avoided in Avoided(style)
        where (field.Choices ?? []).Append(field.Label).Any(text => PhraseFinder.Find(text, avoided.Word).Any())
        select Problem.At(avoided.Place, "style-contradiction", $"'{avoided.Word}' is ruled out, but the text must mention the field '{field.Label}'.", "another word, or not ruled out");

    private static IEnumerable<Problem> OwnTextsAreAllowed(Workflow w, StyleGuide style) =>
        from text in ContractRules.Texts(w)
        from avoided in Avoided(style)
        where PhraseFinder.Find(WorkflowRules.Placeholder().Replace(text.Text, "…"), avoided.Word).Any()
        select Problem.At(text.Place, "style-contradiction", $"The style guide rules '{avoided.Word}' out and the contract says it itself.", "other words, or not ruled out");

    private static IEnumerable<(string Place, string Word)> Avoided(StyleGuide style) =>
    [
        .. style.Banned.Select((banned, i) => ($"/output/style/banned/{i}/word", banned.Word)),
        .. style.Terms.SelectMany((term, i) => term.Not.Select((word, k) => ($"/output/style/terms/{i}/not/{k}", word))),
    ];
}
