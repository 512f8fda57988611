using System.Globalization;
using System.Text;

namespace HandoffOffice.Domain.Releasing;

/// <summary>The one text that stands for the content of a document or mail, so that a digest over it means what a reader reads.</summary>
/// <remarks>
/// Form 1: the paragraphs of all stories in order, each in Unicode NFC, every run of white space one space, none at the ends,
/// empty paragraphs left out, joined by line feeds. Format characters that a reader can't see are kept: hidden text changes the digest.
/// </remarks>
public static class CanonicalContent
{
    /// <summary>Names the form in a seal.</summary>
    public const string Form = "handoffoffice-text-1";

    /// <summary>The canonical text of these paragraphs.</summary>
    public static string Of(IEnumerable<string> paragraphs) => string.Join('\n', paragraphs.Select(Paragraph).Where(text => text.Length > 0));

    private static string Paragraph(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormC))
        {
            bool space = char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator || c is '\t' or '\n' or '\r' or '\v' or '\f';
            if (!space)
            {
                folded.Append(c);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd(' ');
    }
}
