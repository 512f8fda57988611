using System.Text.RegularExpressions;
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
        var text = new SaidBuilder();
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
            bool aside = part.Optional && piece.Text.StartsWith(", ", StringComparison.Ordinal) && (inAside || IsLong(text.Text));
            if (aside != inAside)
            {
                Append(text, new Said(aside ? " (" : ")"));
                piece = aside ? piece.Part(", ".Length, piece.Text.Length) : piece;
            }

            Append(text, piece);
            inAside = aside;
        }

        return text.Append(inAside ? ")" : string.Empty).Build().Trim();
    }

    private static bool IsLong(string text) => TextMeasure.CountWords(text) > 12 || text.Contains(';');

    private static Said Fill(string text, Func<string, Said?> value, IReadOnlyList<string> articles)
    {
        var filled = new SaidBuilder();
        int at = 0;
        foreach (Match name in Placeholder().Matches(text))
        {
            Append(filled, new Said(text[at..name.Index]));
            if (value(name.Groups[1].Value) is { } said)
            {
                DropArticle(filled, said.Text, articles);
                filled.Append(said);
            }

            at = name.Index + name.Length;
        }

        Append(filled, new Said(text[at..]));
        return filled.Build();
    }

    // "The room is booked." followed by " (1 May)" moves its full stop behind, and no full stop is doubled.
    private static void Append(SaidBuilder text, Said words)
    {
        if (words.Text.Length == 0)
        {
            return;
        }

        string before = text.Text;
        if (before.Length > 0 && Prose.SentenceMarks.Contains(before[^1]))
        {
            if (words.Text[0] == '.')
            {
                words = words.Part(1, words.Text.Length);
            }
            else if (before[^1] == '.' && !before.EndsWith("..", StringComparison.Ordinal) && Prose.IsSentence(before) && !char.IsUpper(words.Text.TrimStart().FirstOrDefault()))
            {
                text.Truncate(before.Length - 1);
            }
        }

        text.Append(words);
    }

    // Only the wording's own article: one that ends the value before stays.
    private static void DropArticle(SaidBuilder text, string value, IReadOnlyList<string> articles)
    {
        string before = text.Text;
        string first = value.Split(' ')[0];
        if (!value.Contains(' ') || !articles.Contains(first, StringComparer.OrdinalIgnoreCase) || !before.EndsWith(' '))
        {
            return;
        }

        int start = before.TrimEnd().LastIndexOf(' ') + 1;
        if (articles.Contains(before[start..].TrimEnd(), StringComparer.OrdinalIgnoreCase) && !text.HasValueFrom(start))
        {
            text.Truncate(start);
        }
    }

    [GeneratedRegex(@"\{([A-Za-z0-9]+)\}")]
    internal static partial Regex Placeholder();

    [GeneratedRegex(@"\[([^\[\]]*)\]")]
    private static partial Regex Bracket();
}
