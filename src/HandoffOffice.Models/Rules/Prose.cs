using System.Text;
using System.Text.RegularExpressions;
using HandoffOffice.Domain.Checking;

namespace HandoffOffice.Models.Rules;

/// <summary>What holds of text in any language: words, sentence ends, capitals.</summary>
internal static partial class Prose
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "Inc.", "Ltd.", "Co.", "Corp.", "Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "St.", "No.", "Nr.", "e.g.", "i.e.", "etc.", "vs.", "approx.", "ca.",
        "bzw.", "z.B.", "d.h.", "u.a.", "usw.", "inkl.", "ggf.", "a.m.", "p.m.", "Jr.", "Sr.", "Abs.", "Art.", "Str.",
    };

    /// <summary>The text on one line: every run of white space and control characters is one space, none at the ends.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        bool gap = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                gap = line.Length > 0;
                continue;
            }

            if (gap)
            {
                line.Append(' ');
                gap = false;
            }

            line.Append(c);
        }

        return line.ToString();
    }

    /// <summary>The sentences of a free text: cut at line breaks and after a full stop, question or exclamation mark before a capital or a digit.</summary>
    public static IReadOnlyList<Said> Sentences(Said text)
    {
        var sentences = new List<Said>();
        // Spaces for every gap, with each character in its place, so that a cut here is a cut of the text.
        string spaced = string.Concat(text.Text.Select(c => char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c));
        foreach (Match line in Line().Matches(text.Text))
        {
            int stop = line.Index + line.Length;
            int begin = line.Index + Bullet().Match(spaced[line.Index..stop]).Length;
            int start = begin;
            foreach (int end in SentenceEnd().Matches(spaced[begin..stop]).Select(match => begin + match.Index + match.Length).Append(stop))
            {
                string sentence = spaced[start..end].Trim();
                if (sentence.Length > 0 && (end == stop || !EndsWithAbbreviation(sentence)))
                {
                    sentences.Add(text.Part(start, end).Trim());
                    start = end;
                }
            }
        }

        return sentences;
    }

    /// <summary>Whether a value is a sentence of its own or several, by how it ends.</summary>
    public static bool IsSentence(string text) =>
        text.Length > 0 && SentenceMarks.Contains(text.TrimEnd('"', '\'', '”', '“', '»', ')')[^1..].FirstOrDefault()) && TextMeasure.CountWords(text) >= 3 && !EndsWithAbbreviation(text);

    /// <summary>The text as a sentence: on one line, with a capital and with an end.</summary>
    public static string Finish(string text)
    {
        string line = Capitalised(OneLine(text));
        if (line.Length == 0)
        {
            return line;
        }

        string bare = line.TrimEnd('"', '\'', '”', '“', '»', ')', ']');
        if (bare.Length > 0 && SentenceMarks.Contains(bare[^1]))
        {
            return line;
        }

        return line.TrimEnd(',', ';', ':', ' ') is { Length: > 0 } trimmed ? trimmed + "." : line + ".";
    }

    /// <summary>With a capital, where the first word is an ordinary one: "npm's" gets one, "iPhone" and "1.31" stay.</summary>
    public static string Capitalised(string text)
    {
        Match first = FirstWord().Match(text);
        if (!first.Success || first.Groups[1].Value.Skip(1).Any(char.IsUpper))
        {
            return text;
        }

        int at = first.Groups[1].Index;
        return string.Concat(text.AsSpan(0, at), char.ToUpperInvariant(text[at]).ToString(), text.AsSpan(at + 1));
    }

    /// <summary>Full stops, question and exclamation marks.</summary>
    public static string SentenceMarks => ".!?…。！？";

    private static bool EndsWithAbbreviation(string text) =>
        text[(text.LastIndexOf(' ') + 1)..].TrimStart('(', '"') is var last && (Abbreviations.Contains(last) || Initial().IsMatch(last) || OrdinalOnly().IsMatch(last));

    [GeneratedRegex(@"[^\n\r\u2028\u2029\u0085]+")]
    private static partial Regex Line();

    [GeneratedRegex(@"^\s*(?:[-*•·–]\s+)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(?<=[\p{L}\p{N})\]""'”»%])[.!?…]+[)""'”»]*\s+(?=[\p{Lu}\p{N}""'“«({\[])|[。！？]")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^[""'“„«(\[]*(\p{Ll}[\p{L}'’-]*)(?=[,;:.!?…]*(?:\s|$))")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^\p{Lu}\.$")]
    private static partial Regex Initial();

    // "am 3. November": in German a number with a full stop is an ordinal.
    [GeneratedRegex(@"^\p{N}{1,2}\.$")]
    private static partial Regex OrdinalOnly();
}
