using HandoffOffice.Domain.Checking.Language;

namespace HandoffOffice.Domain.Checking.Style;

/// <summary>Shares of sentences, each 0 to 1, that name a person by a pronoun. A sentence with two of them counts in both.</summary>
/// <param name="FirstSingular">"I", "my"; "ich", "mein".</param>
/// <param name="FirstPlural">"we", "our"; "wir", "unser".</param>
/// <param name="Second">"you", "your"; "Sie", "Ihr", "du".</param>
/// <param name="None">None of these.</param>
public sealed record PersonShares(double FirstSingular, double FirstPlural, double Second, double None);

/// <summary>
/// How a text is written, in figures that come from its words alone. Heylighen and Dewaele's formality score (1999) is not among them: it counts
/// parts of speech, and no rule without a tagger tells them apart well enough. What stands for it is the share of nominalisations, which Biber
/// (Variation across Speech and Writing, 1988) counts by their endings, beside the contractions.
/// </summary>
public sealed record StyleMeasure
{
    /// <summary>Sentences with more words than this are long. The United Kingdom's government asks its writers to split them (GOV.UK, content design).</summary>
    public const int LongSentence = 25;

    /// <summary>The words in one window of <see cref="TypeTokenRatio"/>; Covington and McFall (2010) advise at least as many.</summary>
    public const int Window = 50;

    private static readonly string[] EnglishNominal = ["tion", "tions", "ment", "ments", "ness", "nesses", "ity", "ities"];
    private static readonly string[] GermanNominal = ["ung", "ungen", "heit", "heiten", "keit", "keiten", "tion", "tionen", "tät", "täten"];

    /// <summary>The words: what has a letter.</summary>
    public required int Words { get; init; }

    /// <summary>The sentences that have a word.</summary>
    public required int Sentences { get; init; }

    /// <summary>Mean words of a sentence; 0 for an empty text.</summary>
    public required double WordsPerSentence { get; init; }

    /// <summary>Share of sentences of more than <see cref="LongSentence"/> words, 0 to 1.</summary>
    public required double LongSentences { get; init; }

    /// <summary>
    /// How easily it reads: near 100 for very easy, near 0 for very hard. Flesch (1948) for English, 206.835 - 1.015 words a sentence - 84.6 syllables
    /// a word; Amstad (1978) for German, 180 - words a sentence - 58.5 syllables a word. Null for other languages and an empty text.
    /// </summary>
    public required double? ReadingEase { get; init; }

    /// <summary>Who speaks to whom; null for other languages than English and German and an empty text.</summary>
    public required PersonShares? Person { get; init; }

    /// <summary>Mean contractions ("we'll") of a sentence; null for other languages than English and an empty text.</summary>
    public required double? ContractionsPerSentence { get; init; }

    /// <summary>Share of words with a nominalising ending ("-tion", "-ung"), 0 to 1; null for other languages than English and German and an empty text.</summary>
    public required double? Nominalisations { get; init; }

    /// <summary>Mean letters of a word; 0 for an empty text.</summary>
    public required double LettersPerWord { get; init; }

    /// <summary>
    /// Moving-average type-token ratio (Covington and McFall 2010): the mean share of different words in each <see cref="Window"/> words that follow each
    /// other, above 0 to 1. Unlike the plain ratio it does not fall with the text's length. Null for a text shorter than the window.
    /// </summary>
    public required double? TypeTokenRatio { get; init; }

    /// <summary>Measures a text.</summary>
    /// <param name="sentences">Its sentences in order; one that holds several is read as several.</param>
    /// <param name="language">BCP 47 tag of its language.</param>
    public static StyleMeasure Of(IReadOnlyList<string> sentences, string language)
    {
        List<List<string>> words = [.. sentences.SelectMany(Language.Sentences.Of).Select(sentence => WordsOf(sentence.Text)).Where(sentence => sentence.Count > 0)];
        List<string> all = [.. words.SelectMany(sentence => sentence)];
        bool german = TextLanguage.IsGerman(language);
        bool english = TextLanguage.IsEnglish(language);
        bool known = (german || english) && all.Count > 0;
        double perSentence = words.Count == 0 ? 0 : (double)all.Count / words.Count;
        return new StyleMeasure
        {
            Words = all.Count,
            Sentences = words.Count,
            WordsPerSentence = perSentence,
            LongSentences = Share(words, sentence => sentence.Count > LongSentence),
            ReadingEase = !known ? null
                : german ? 180 - perSentence - (58.5 * all.Average(word => Syllables.Count(word, german: true)))
                : 206.835 - (1.015 * perSentence) - (84.6 * all.Average(word => Syllables.Count(word, german: false))),
            Person = known ? PersonOf(words, german) : null,
            ContractionsPerSentence = known && english ? words.Average(sentence => sentence.Count(Contractions.Is)) : null,
            Nominalisations = known ? Share(all, word => IsNominal(word, german ? GermanNominal : EnglishNominal)) : null,
            LettersPerWord = all.Count == 0 ? 0 : all.Average(word => word.Count(char.IsLetter)),
            TypeTokenRatio = MovingRatio([.. all.Select(word => Tokenizer.Fold(word))]),
        };
    }

    private static PersonShares PersonOf(List<List<string>> sentences, bool german)
    {
        List<(bool Singular, bool Plural, bool Second)> said =
        [
            .. sentences.Select(sentence => (
                sentence.Index().Any(word => Pronouns.IsFirstSingular(word.Item, word.Index == 0, german)),
                sentence.Any(word => Pronouns.IsFirstPlural(word, german)),
                sentence.Index().Any(word => Pronouns.IsSecond(word.Item, word.Index == 0, german)))),
        ];
        return new PersonShares(
            Share(said, s => s.Singular), Share(said, s => s.Plural), Share(said, s => s.Second), Share(said, s => !s.Singular && !s.Plural && !s.Second));
    }

    private static double? MovingRatio(IReadOnlyList<string> words)
    {
        if (words.Count < Window)
        {
            return null;
        }

        var inWindow = new Dictionary<string, int>(StringComparer.Ordinal);
        double sum = 0;
        for (int i = 0; i < words.Count; i++)
        {
            inWindow[words[i]] = inWindow.GetValueOrDefault(words[i]) + 1;
            if (i >= Window && --inWindow[words[i - Window]] == 0)
            {
                inWindow.Remove(words[i - Window]);
            }

            sum += i >= Window - 1 ? (double)inWindow.Count / Window : 0;
        }

        return sum / (words.Count - Window + 1);
    }

    // "city" and "Sprung" end so without being made from another word.
    private static bool IsNominal(string word, string[] endings) =>
        word.Length > 6 && endings.Any(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static List<string> WordsOf(string sentence) =>
        [.. Tokenizer.Split(sentence).Select(token => sentence.Substring(token.Start, token.Length)).Where(word => word.Any(char.IsLetter))];

    private static double Share<T>(IReadOnlyCollection<T> all, Func<T, bool> has) => all.Count == 0 ? 0 : (double)all.Count(has) / all.Count;
}
