using System.Text;

namespace HandoffOffice.Domain.Checking;

/// <summary>How long a text is, counted as the output contract counts it (C56).</summary>
public static class TextMeasure
{
    /// <summary>The words: what stands between white space and has at least one letter or digit.</summary>
    public static int CountWords(string text)
    {
        int words = 0;
        bool counted = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                counted = false;
            }
            else if (!counted && Rune.IsLetterOrDigit(rune))
            {
                counted = true;
                words++;
            }
        }

        return words;
    }

    /// <summary>The words of all pieces.</summary>
    public static int CountWords(IEnumerable<TextPiece> text) => text.Sum(piece => CountWords(piece.Text));

    /// <summary>The different paragraphs of the pieces that have a word.</summary>
    public static int CountParagraphs(IEnumerable<TextPiece> text) =>
        text.Where(piece => CountWords(piece.Text) > 0).Select(piece => piece.Paragraph).Distinct().Count();
}
