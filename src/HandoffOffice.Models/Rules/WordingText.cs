using System.Text;
using System.Text.RegularExpressions;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;

namespace HandoffOffice.Models.Rules;

/// <summary>A piece of a wording: always said, or in brackets and so only where its fields have values and there is room.</summary>
/// <param name="Text">The words with fields in braces.</param>
/// <param name="Optional">Whether it stood in brackets.</param>
internal sealed record WordingPart(string Text, bool Optional)
{
    /// <summary>The names in braces.</summary>
    public IEnumerable<string> Names => WordingText.Placeholder().Matches(Text).Select(match => match.Groups[1].Value);
}

/// <summary>Fills in the wordings of templates and contracts: <c>"{name} ({date})[, owned by {owner}]"</c>.</summary>
internal static partial class WordingText
{
    /// <summary>The pieces in order.</summary>
    public static IReadOnlyList<WordingPart> Parts(string wording)
    {
        var parts = new List<WordingPart>();
        int at = 0;
        foreach (Match bracket in Bracket().Matches(wording))
        {
            Add(wording[at..bracket.Index], optional: false);
            Add(bracket.Groups[1].Value, optional: true);
            at = bracket.Index + bracket.Length;
        }

        Add(wording[at..], optional: false);
        return parts;

        void Add(string text, bool optional)
        {
            if (text.Length > 0)
            {
                parts.Add(new WordingPart(text, optional));
            }
        }
    }

    /// <summary>The wording with its values, or null where a value outside brackets is missing.</summary>
    /// <param name="parts">The pieces.</param>
    /// <param name="value">The value of a name, or null.</param>
    /// <param name="keep">Whether the piece in brackets at this position of <paramref name="parts"/> is to be said.</param>
    /// <param name="articles">Words that are dropped before a value that begins with one itself.</param>
    public static Said? Render(IReadOnlyList<WordingPart> parts, Func<string, Said?> value, Func<int, bool> keep, IReadOnlyList<string> articles)
    {
        var text = new StringBuilder();
        var cites = new List<JsonPointer>();
        bool inAside = false;
        for (int i = 0; i < parts.Count; i++)
        {
            WordingPart part = parts[i];
            if (part.Optional && (!keep(i) || part.Names.Any(name => value(name) is null)))
            {
                continue;
            }

            if (!part.Optional && part.Names.Any(name => value(name) is null))
            {
                return null;
            }

            Said piece = Fill(part.Text, value, articles);
            // After a long item a further clause would seem to belong to its last words, so it goes in parentheses.
            bool aside = part.Optional && piece.Text.StartsWith(", ", StringComparison.Ordinal) && (inAside || IsLong(text.ToString()));
            Append(text, aside ? (inAside ? piece.Text : " (" + piece.Text[2..]) : (inAside ? ")" : string.Empty) + piece.Text);
            inAside = aside;
            cites.AddRange(piece.Cites);
        }

        return new Said(text.Append(inAside ? ")" : string.Empty).ToString().Trim(), [.. cites.Distinct()]);
    }

    private static bool IsLong(string text) => TextMeasure.CountWords(text) > 12 || text.Contains(';');

    private static Said Fill(string text, Func<string, Said?> value, IReadOnlyList<string> articles)
    {
        var filled = new StringBuilder();
        var cites = new List<JsonPointer>();
        int at = 0;
        foreach (Match name in Placeholder().Matches(text))
        {
            Append(filled, text[at..name.Index]);
            if (value(name.Groups[1].Value) is { } said)
            {
                DropArticle(filled, said.Text, articles);
                filled.Append(said.Text);
                cites.AddRange(said.Cites);
            }

            at = name.Index + name.Length;
        }

        Append(filled, text[at..]);
        return new Said(filled.ToString(), cites);
    }

    // "The room is booked." followed by " (1 May)" moves its full stop behind, and no full stop is doubled.
    private static void Append(StringBuilder text, string words)
    {
        if (words.Length == 0)
        {
            return;
        }

        string before = text.ToString();
        if (before.Length > 0 && Prose.SentenceMarks.Contains(before[^1]))
        {
            if (words[0] == '.')
            {
                words = words[1..];
            }
            else if (before[^1] == '.' && !before.EndsWith("..", StringComparison.Ordinal) && Prose.IsSentence(before) && !char.IsUpper(words.TrimStart().FirstOrDefault()))
            {
                text.Length--;
            }
        }

        text.Append(words);
    }

    private static void DropArticle(StringBuilder text, string value, IReadOnlyList<string> articles)
    {
        string before = text.ToString();
        string first = value.Split(' ')[0];
        if (!value.Contains(' ') || !articles.Contains(first, StringComparer.OrdinalIgnoreCase) || !before.EndsWith(' '))
        {
            return;
        }

        string last = before.TrimEnd()[(before.TrimEnd().LastIndexOf(' ') + 1)..];
        if (articles.Contains(last, StringComparer.OrdinalIgnoreCase))
        {
            text.Length = before.TrimEnd().Length - last.Length;
        }
    }

    [GeneratedRegex(@"\{([A-Za-z0-9]+)\}")]
    internal static partial Regex Placeholder();

    [GeneratedRegex(@"\[([^\[\]]*)\]")]
    private static partial Regex Bracket();
}
