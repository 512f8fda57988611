using System.Text.RegularExpressions;

namespace HandoffOffice.Models.Rules;

/// <summary>What an English label says of its grammar: "Milestones completed" counts milestones, "Next steps" names several, "Client" one.</summary>
internal sealed partial record EnglishLabel(string Text, string? Plural, string? Participle)
{
    private static readonly HashSet<string> Irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        "done", "held", "sent", "met", "won", "lost", "built", "sold", "paid", "found", "taken", "written", "shown", "given", "made", "kept",
    };

    private static readonly HashSet<string> Positive = new(StringComparer.OrdinalIgnoreCase)
    {
        "completed", "achieved", "delivered", "reached", "finished", "resolved", "launched", "met", "won",
    };

    /// <summary>The plural noun in the singular: "blocker", "next step".</summary>
    public string Singular => Plural is null ? Text : SingularOf(Plural);

    /// <summary>Whether people are glad of it.</summary>
    public bool IsPositive => Participle is not null && Positive.Contains(Participle);

    /// <summary>Whether a clause can start with "the" and this label.</summary>
    public bool TakesArticle => Text.Length > 0 && !NoArticle().IsMatch(Text) && !Text.EndsWith('?') && char.IsLetterOrDigit(Text[0]);

    public static EnglishLabel Parse(string label)
    {
        string text = Lowered(Prose.OneLine(label).TrimEnd(':', '.', ' '));
        string[] words = text.Split(' ');
        if (words.Length > 1 && IsParticiple(words[^1]) && IsPlural(words[^2]))
        {
            return new EnglishLabel(text, string.Join(' ', words[..^1]), words[^1]);
        }

        return new EnglishLabel(text, IsPlural(words[^1]) && !NoArticle().IsMatch(text) ? text : null, null);
    }

    private static bool IsParticiple(string word) => Irregular.Contains(word) || (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal));

    private static bool IsPlural(string word) =>
        word.Length > 2 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i' or '\'' or '’') && char.IsLetter(word[0]) && word is not ("news" or "address");

    private static string SingularOf(string plural) => plural switch
    {
        _ when plural.EndsWith("ies", StringComparison.Ordinal) => plural[..^3] + "y",
        _ when plural.EndsWith("sses", StringComparison.Ordinal) || plural.EndsWith("xes", StringComparison.Ordinal)
            || plural.EndsWith("ches", StringComparison.Ordinal) || plural.EndsWith("shes", StringComparison.Ordinal) => plural[..^2],
        _ => plural[..^1],
    };

    // "SLAs" and "API changes" keep their capitals.
    private static string Lowered(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && !text.Split(' ')[0].Skip(1).Any(char.IsUpper) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    [GeneratedRegex("^(the|a|an|our|your|my|their|his|her|its|this|that|these|those|what|who|when|where|why|how|which|is|are|has|have|does|do|can|will)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex NoArticle();
}
