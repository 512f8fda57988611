using System.Globalization;
using System.Text;

namespace HandoffOffice.Domain.Releasing;

/// <summary>The one text that stands for the content of a document or mail, so that a digest over it means what a reader reads.</summary>
/// <remarks>
/// Form 1: the paragraphs of all stories in order, each in Unicode NFC, every run of white space one space, none at the ends,
/// empty paragraphs left out, joined by line feeds. Format characters that a reader can't see are kept: hidden text changes the digest.
/// What no file can carry (half of a surrogate pair, U+FFFE, U+FFFF: XML 1.0 section 2.2) counts as U+FFFD, which is what files have in its place.
/// </remarks>
public static class CanonicalContent
{
    /// <summary>Names the form of a plain text in a seal.</summary>
    public const string Form = "handoffoffice-text-1";

    /// <summary>Names the form of a Word document in a seal: the paragraphs as a reader sees them, with what hides, moves or redirects made visible in them.</summary>
    public const string DocumentForm = "handoffoffice-document-1";

    /// <summary>The canonical text of these paragraphs.</summary>
    public static string Of(IEnumerable<string> paragraphs) => string.Join('\n', paragraphs.Select(Paragraph).Where(text => text.Length > 0));

    /// <summary>Whether a text has nothing in it that no file can carry.</summary>
    public static bool IsWhole(string text) => string.Equals(Whole(text), text, StringComparison.Ordinal);

    /// <summary>The text as a file has it: each unit that no file can carry as U+FFFD.</summary>
    /// <remarks>EnumerateRunes gives U+FFFD for half of a surrogate pair. The framework normalises neither that nor U+FFFE.</remarks>
    public static string Whole(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune));

    private static string Paragraph(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in Whole(text).Normalize(NormalizationForm.FormC))
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
