using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Checking.Style;

/// <summary>Words that break a style guide.</summary>
/// <param name="Start">Zero-based offset, in UTF-16 code units.</param>
/// <param name="Length">Length.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Suggestion">What to write in their place; null where no rule knows.</param>
public sealed record StyleFault(int Start, int Length, string Message, string? Suggestion);

/// <summary>Holds one sentence against the style guide and the grammatical person of its contract.</summary>
public static class StyleFaults
{
    /// <summary>The faults in the order of the text; of two that overlap the first, and the longer where both begin together.</summary>
    public static IReadOnlyList<StyleFault> In(string text, OutputContract contract)
    {
        StyleGuide style = contract.Style ?? new StyleGuide();
        IEnumerable<StyleFault> all =
        [
            .. style.Banned.SelectMany(banned => Words(text, banned.Word, banned.Instead, $"The style guide rules “{banned.Word}” out.")),
            .. style.Terms.SelectMany(term => term.Not.SelectMany(not => Words(text, not, term.Say, $"The style guide says “{term.Say}”, not “{not}”."))),
            .. style.Contractions switch
            {
                ContractionUse.Never => Contracted(text),
                ContractionUse.Prefer => ShortForms.Longhand(text).Select(place => new StyleFault(place.Start, place.Length, "The style guide prefers the short form.", place.Short)),
                _ => [],
            },
            .. style.Spelling is { } spelling ? Spelled(text, spelling) : [],
            .. Person(text, contract),
        ];
        var kept = new List<StyleFault>();
        foreach (StyleFault fault in all.OrderBy(fault => fault.Start).ThenByDescending(fault => fault.Length))
        {
            if (kept.Count == 0 || fault.Start >= kept[^1].Start + kept[^1].Length)
            {
                kept.Add(fault);
            }
        }

        return kept;
    }

    /// <summary>The text with every suggestion taken.</summary>
    /// <param name="text">One sentence.</param>
    /// <param name="contract">Its contract.</param>
    /// <param name="keep">The words that stay, such as what a record says itself.</param>
    public static string Corrected(string text, OutputContract contract, Func<string, bool> keep)
    {
        foreach (StyleFault fault in In(text, contract).Reverse().Where(fault => fault.Suggestion is not null && !keep(text.Substring(fault.Start, fault.Length))))
        {
            text = string.Concat(text.AsSpan(0, fault.Start), fault.Suggestion, text.AsSpan(fault.Start + fault.Length));
        }

        return text;
    }

    private static IEnumerable<StyleFault> Words(string text, string word, string? instead, string message)
    {
        foreach ((int start, int length) in PhraseFinder.Find(text, word))
        {
            yield return Replaced(text, start, length, instead, message);
        }

        if (word.Length > 2 && char.IsLetter(word[^1]) && !word.EndsWith('s'))
        {
            foreach ((int start, int length) in PhraseFinder.Find(text, Plural(word)))
            {
                yield return Replaced(text, start, length, instead is null ? null : Plural(instead), message);
            }
        }
    }

    // "a customer" becomes "an account holder": the article belongs to the change.
    private static StyleFault Replaced(string text, int start, int length, string? instead, string message)
    {
        if (instead is null)
        {
            return new StyleFault(start, length, message, null);
        }

        string cased = Cased(text[start], instead);
        string article = start > 2 && text[start - 1] == ' ' ? text[..(start - 1)].Split(' ')[^1] : string.Empty;
        bool an = article.Equals("an", StringComparison.OrdinalIgnoreCase);
        if ((an || article.Equals("a", StringComparison.OrdinalIgnoreCase)) && an != StartsWithVowel(cased) && StartsWithVowel(text[start..]) != StartsWithVowel(cased))
        {
            int from = start - 1 - article.Length;
            return new StyleFault(from, start + length - from, message, $"{article[0]}{(an ? string.Empty : "n")} {cased}");
        }

        return new StyleFault(start, length, message, cased);
    }

    private static IEnumerable<StyleFault> Contracted(string text)
    {
        IReadOnlyList<Token> tokens = Tokenizer.Split(text);
        for (int i = 0; i < tokens.Count; i++)
        {
            string word = text.Substring(tokens[i].Start, tokens[i].Length);
            if (Contractions.Is(word))
            {
                string next = i + 1 < tokens.Count ? text.Substring(tokens[i + 1].Start, tokens[i + 1].Length) : string.Empty;
                yield return new StyleFault(tokens[i].Start, tokens[i].Length, $"The style guide has no short forms such as “{word}”.", ShortForms.InFull(word, next));
            }
        }
    }

    private static IEnumerable<StyleFault> Spelled(string text, SpellingVariant spelling)
    {
        foreach ((Token token, string word, bool opens) in WordsOf(text))
        {
            // Within a sentence a capital makes a name: the Labour Party, Rockefeller Center.
            if ((opens || !char.IsUpper(word[0])) && Spelling.In(word.ToLowerInvariant(), spelling) is { } other)
            {
                yield return new StyleFault(token.Start, token.Length, $"The style guide has {spelling} spelling.", Cased(word[0], other));
            }
        }
    }

    private static IEnumerable<StyleFault> Person(string text, OutputContract contract)
    {
        bool german = TextLanguage.IsGerman(contract.Language);
        if (!german && !TextLanguage.IsEnglish(contract.Language))
        {
            yield break;
        }

        string before = string.Empty;
        foreach ((Token token, string word, bool opens) in WordsOf(text))
        {
            // "Phase I" counts.
            bool singular = Pronouns.IsFirstSingular(word, opens, german) && !(word == "I" && !opens && before.Length > 0 && char.IsUpper(before[0]));
            bool plural = Pronouns.IsFirstPlural(word, german);
            if ((singular && contract.Person != GrammaticalPerson.FirstSingular) || (plural && contract.Person != GrammaticalPerson.FirstPlural))
            {
                yield return new StyleFault(token.Start, token.Length, $"The contract asks for {Asked(contract.Person)}; “{word}” is another person.", null);
            }

            before = word;
        }
    }

    // Each word as the text has it, and whether it opens its sentence.
    private static IEnumerable<(Token Token, string Word, bool Opens)> WordsOf(string text)
    {
        var starts = new Queue<int>(Language.Sentences.Starts(text));
        foreach (Token token in Tokenizer.Split(text))
        {
            bool opens = false;
            while (starts.TryPeek(out int start) && start <= token.Start)
            {
                starts.Dequeue();
                opens = true;
            }

            yield return (token, text.Substring(token.Start, token.Length), opens);
        }
    }

    private static string Asked(GrammaticalPerson person) => person switch
    {
        GrammaticalPerson.FirstSingular => "“I”",
        GrammaticalPerson.FirstPlural => "“we”",
        _ => "neither “I” nor “we”",
    };

    private static string Plural(string word) => word[^1] switch
    {
        'y' when word.Length > 1 && !"aeiou".Contains(word[^2], StringComparison.Ordinal) => word[..^1] + "ies",
        's' or 'x' or 'z' => word + "es",
        'h' when word[^2] is 'c' or 's' => word + "es",
        _ => word + "s",
    };

    private static string Cased(char like, string word) => char.IsUpper(like) && word.Length > 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word;

    private static bool StartsWithVowel(string word) => word.Length > 0 && "aeiouAEIOU".Contains(word[0], StringComparison.Ordinal);
}
