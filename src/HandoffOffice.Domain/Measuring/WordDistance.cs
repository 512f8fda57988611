using System.Text;
using HandoffOffice.Domain.Checking;

namespace HandoffOffice.Domain.Measuring;

/// <summary>How many words of a text another one changes: a word that is added, that goes or that stands in the place of another is one (Levenshtein 1966).</summary>
public static class WordDistance
{
    /// <summary>The distance. Words are those of <see cref="TextMeasure"/>; punctuation around them changes nothing, case does.</summary>
    /// <param name="before">The text before; null for none.</param>
    /// <param name="after">The text after; null for none.</param>
    public static int Between(string? before, string? after)
    {
        if (before == after)
        {
            return 0;
        }

        (string[] left, string[] right) = (Words(before), Words(after));
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 0; i < left.Length; i++)
        {
            int diagonal = row[0]++;
            for (int j = 0; j < right.Length; j++)
            {
                int changed = diagonal + (left[i] == right[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(changed, Math.Min(row[j], diagonal) + 1);
            }
        }

        return row[^1];
    }

    /// <summary>The words in order, as <see cref="TextMeasure.CountWords(string)"/> counts them, without what is around their letters and digits.</summary>
    internal static string[] Words(string? text) =>
    [
        .. (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.EnumerateRunes().Any(Rune.IsLetterOrDigit)).Select(Bare),
    ];

    private static string Bare(string word)
    {
        Rune[] runes = [.. word.EnumerateRunes()];
        int first = Array.FindIndex(runes, Rune.IsLetterOrDigit);
        int last = Array.FindLastIndex(runes, Rune.IsLetterOrDigit);
        return string.Concat(runes[first..(last + 1)]);
    }
}
