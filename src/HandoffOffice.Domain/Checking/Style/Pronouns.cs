using HandoffOffice.Domain.Checking.Language;

namespace HandoffOffice.Domain.Checking.Style;

/// <summary>Who speaks to whom in a sentence, as its pronouns say: English and German.</summary>
internal static class Pronouns
{
    private static readonly string[] EnglishPlural = ["we", "us", "our", "ours", "ourselves"];
    private static readonly string[] EnglishSingular = ["me", "my", "mine", "myself"];
    private static readonly string[] EnglishSecond = ["you", "your", "yours", "yourself", "yourselves"];
    private static readonly string[] GermanSingular = ["ich", "mich", "mir", "mein", "meine", "meinen", "meinem", "meiner", "meines"];

    private static readonly string[] GermanPlural =
        ["wir", "uns", "unser", "unsere", "unseren", "unserem", "unserer", "unseres", "unsre", "unsren", "unsrem", "unsrer"];

    private static readonly string[] GermanSecond =
        ["du", "dich", "dir", "dein", "deine", "deinen", "deinem", "deiner", "deines", "euch", "euer", "eure", "euren", "eurem", "eurer"];

    // In the middle of a sentence the capital tells the address from "she", "they" and "her".
    private static readonly string[] GermanAddress = ["Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres"];

    /// <summary>Whether this word is one of the person's.</summary>
    /// <param name="word">The word as the text has it.</param>
    /// <param name="opens">Whether it opens its sentence.</param>
    /// <param name="german">Whether the text is German.</param>
    public static bool IsFirstSingular(string word, bool opens, bool german) => german
        ? GermanSingular.Contains(Fold(word)) && (opens || !char.IsUpper(word[0]))
        : Stem(word) == "I" || EnglishSingular.Contains(Fold(Stem(word)));

    /// <inheritdoc cref="IsFirstSingular"/>
    public static bool IsFirstPlural(string word, bool german) =>
        word != "US" && (german ? GermanPlural : EnglishPlural).Contains(Fold(german ? word : Stem(word)));

    /// <inheritdoc cref="IsFirstSingular"/>
    public static bool IsSecond(string word, bool opens, bool german) => german
        ? GermanSecond.Contains(Fold(word)) || (!opens && GermanAddress.Contains(word))
        : EnglishSecond.Contains(Fold(Stem(word)));

    // "we're" is "we".
    private static string Stem(string word) => word.IndexOfAny(['\'', '’', 'ʼ']) is var at and > 0 ? word[..at] : word;

    private static string Fold(string word) => Tokenizer.Fold(word);
}

/// <summary>The short forms of English: "don't", "we'll", "it's". A genitive ("the client's") is none.</summary>
internal static class Contractions
{
    private static readonly string[] Endings = ["n't", "'re", "'ve", "'ll", "'d", "'m"];

    private static readonly string[] WithIs =
        ["it", "that", "there", "here", "what", "who", "where", "how", "he", "she", "let", "this", "when", "why", "everything", "something", "nothing"];

    /// <summary>Whether a word, as the text has it, is one.</summary>
    public static bool Is(string word)
    {
        string plain = Plain(word);
        return Endings.Any(ending => plain.Length > ending.Length && plain.EndsWith(ending, StringComparison.Ordinal))
            || (plain.EndsWith("'s", StringComparison.Ordinal) && WithIs.Contains(plain[..^2]));
    }

    /// <summary>Lower case, with the typewriter's apostrophe.</summary>
    public static string Plain(string word) => word.ToLowerInvariant().Replace('’', '\'').Replace('ʼ', '\'').Replace('‘', '\'');
}
