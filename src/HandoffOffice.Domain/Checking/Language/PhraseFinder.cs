using System.Text;

namespace HandoffOffice.Domain.Checking.Language;

/// <summary>Finds a phrase whatever the case, the kind of apostrophe, quotation mark or hyphen, and the white space between its words.</summary>
internal static class PhraseFinder
{
    public static IEnumerable<(int Start, int Length)> Find(string text, string phrase)
    {
        string wanted = Folded(phrase.Trim()).Text;
        if (wanted.Length == 0)
        {
            yield break;
        }

        (string folded, int[] places) = Folded(text);
        for (int at = folded.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            int end = at + wanted.Length;
            if (IsEdge(folded, at) && IsEdge(folded, end))
            {
                yield return (places[at], places[end - 1] + 1 - places[at]);
                at = end - 1;
            }

            if (at + 1 >= folded.Length)
            {
                yield break;
            }
        }
    }

    // One character for each that counts, with its place in the text.
    private static (string Text, int[] Places) Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i] switch
            {
                '’' or '‘' or 'ʼ' or '´' or '`' => '\'',
                '“' or '”' or '„' or '«' or '»' => '"',
                '\u2010' or '\u2011' => '-',
                var other when char.IsWhiteSpace(other) => ' ',
                var other => char.ToLowerInvariant(other),
            };
            // Soft hyphens and zero-width characters are not seen.
            if (c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' || (c == ' ' && folded.Length > 0 && folded[^1] == ' '))
            {
                continue;
            }

            folded.Append(c);
            places.Add(i);
        }

        return (folded.ToString(), [.. places]);
    }

    private static bool IsEdge(string text, int at) =>
        at <= 0 || at >= text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]);
}
