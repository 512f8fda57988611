using System.Text.RegularExpressions;

namespace HandoffOffice.Domain.Checking.Style;

/// <summary>English contractions written out, and full forms drawn together, where the words alone say how.</summary>
internal static partial class ShortForms
{
    private static readonly string[] Perfect = ["been", "become", "got", "had", "begun"];

    /// <summary>A contraction in full; null where it can be two things ("we'd" is "we had" or "we would").</summary>
    /// <param name="word">The word as the text has it.</param>
    /// <param name="next">The word behind it, or an empty text.</param>
    public static string? InFull(string word, string next)
    {
        string plain = Contractions.Plain(word);
        string? of(int cut, string rest) => word[..^cut] + rest;
        return plain switch
        {
            "ain't" => null,
            "can't" => of(2, "not"),
            "won't" => word[..1] + "ill not",
            "shan't" => word[..^3] + "ll not",
            "let's" => of(2, " us"),
            _ when plain.EndsWith("n't", StringComparison.Ordinal) => of(3, " not"),
            _ when plain.EndsWith("'re", StringComparison.Ordinal) => of(3, " are"),
            _ when plain.EndsWith("'ve", StringComparison.Ordinal) => of(3, " have"),
            _ when plain.EndsWith("'ll", StringComparison.Ordinal) => of(3, " will"),
            _ when plain.EndsWith("'m", StringComparison.Ordinal) => of(2, " am"),
            _ when plain.EndsWith("'s", StringComparison.Ordinal) => of(2, Perfect.Contains(next.ToLowerInvariant()) ? " has" : " is"),
            _ => null,
        };
    }

    /// <summary>Where a sentence has a full form that English draws together, and the short form.</summary>
    public static IEnumerable<(int Start, int Length, string Short)> Longhand(string text) =>
        Negated().Matches(text).Select(match => (match.Index, match.Length, Not(match)))
            .Concat(Spoken().Matches(text).Select(match => (match.Index, match.Length, match.Groups[1].Value + Ending(match.Groups[2].Value))))
            .OrderBy(place => place.Index);

    private static string Not(Match match)
    {
        string verb = match.Groups[1].Value;
        return verb.ToLowerInvariant() switch
        {
            "can" => verb + "'t",
            "will" => verb[..1] + "on't",
            _ => verb + "n't",
        };
    }

    private static string Ending(string verb) => verb switch { "will" => "'ll", "are" => "'re", "am" => "'m", "have" => "'ve", _ => "'s" };

    [GeneratedRegex(@"\b(do|does|did|is|are|was|were|has|have|had|will|would|could|should|can)(?:\s+(?=not\b)|(?=not\b))not\b(?!\s+only\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Negated();

    // At the end of a clause the full form stays ("yes, we are."), and "have" draws together before a participle alone.
    [GeneratedRegex(@"\b(I|[Ww]e|[Yy]ou|[Tt]hey|[Ii]t|[Tt]hat)\s+(will|are(?<=[eu]\s+are|y\s+are)|am(?<=I\s+am)|is(?<=[Ii]t\s+is|hat\s+is)|have(?=\s+(?:been|\w+ed)\b)(?<=I\s+have|[eu]\s+have|y\s+have))\b(?=\s+(?!not\b)\w)")]
    private static partial Regex Spoken();
}
