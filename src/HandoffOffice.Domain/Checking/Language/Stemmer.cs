namespace HandoffOffice.Domain.Checking.Language;

/// <summary>Takes the commonest English and German endings off a word, so that "approved" and "approval" meet. It need not be a word.</summary>
internal static class Stemmer
{
    private static readonly string[] Endings =
    [
        "ization", "isation", "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ungen", "ung", "als", "al", "ors", "or",
        "ers", "er", "ied", "ies", "ed", "en", "es", "ly", "s", "e", "y",
    ];

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["began"] = "begin",
        ["begun"] = "begin",
        ["sent"] = "send",
        ["paid"] = "pay",
        ["built"] = "build",
        ["chose"] = "choose",
        ["chosen"] = "choose",
        ["wrote"] = "write",
        ["written"] = "write",
        ["held"] = "hold",
        ["met"] = "meet",
        ["made"] = "make",
        ["gave"] = "give",
        ["given"] = "give",
        ["took"] = "take",
        ["taken"] = "take",
        ["brought"] = "bring",
        ["bought"] = "buy",
        ["sold"] = "sell",
        ["went"] = "go",
        ["gone"] = "go",
        ["kept"] = "keep",
        ["lost"] = "lose",
        ["found"] = "find",
        ["froze"] = "freeze",
        ["frozen"] = "freeze",
        ["broke"] = "break",
        ["broken"] = "break",
        ["tests"] = "test",
    };

    public static string Stem(string word)
    {
        string stem = Irregular.GetValueOrDefault(word, word);
        foreach (string ending in Endings)
        {
            if (stem.Length - ending.Length >= 3 && stem.EndsWith(ending, StringComparison.Ordinal))
            {
                stem = stem[..^ending.Length];
                break;
            }
        }

        if (stem.Length > 5 && stem.EndsWith("at", StringComparison.Ordinal))
        {
            stem = stem[..^2];
        }

        if (stem.Length > 3 && stem[^1] is 'e' or 'i' or 'y')
        {
            stem = stem[..^1];
        }

        return stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l') ? stem[..^1] : stem;
    }
}
