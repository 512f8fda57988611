using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Reads the text of a document as it would be with every change accepted or rejected, by the same code that accepts and rejects.
/// A placeholder is no text. Comments are no text. Of an alternate content block the choice is read, not the fallback.
/// </summary>
public static class DocumentText
{
    private static readonly string[] Stories = ["document.main", "header", "footer", "footnotes", "endnotes"];

    /// <summary>All stories: the body, headers, footers, footnotes, endnotes.</summary>
    /// <param name="document">A .docx.</param>
    /// <param name="view">Which text.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    public static IReadOnlyList<StoryText> Read(ReadOnlyMemory<byte> document, RevisionView view)
    {
        var package = Settled(document, view);
        return
        [
            .. package.Parts().Where(part => Stories.Contains(part.Kind) || part.Name == package.Main.Name)
                .Select(part => new StoryText(part.Uri, [.. Paragraphs(part.Xml.Root)])),
        ];
    }

    /// <summary>The body alone, its paragraphs joined by line feeds.</summary>
    /// <param name="document">A .docx.</param>
    /// <param name="view">Which text.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    public static string ReadBody(ReadOnlyMemory<byte> document, RevisionView view) =>
        string.Join('\n', Paragraphs(Settled(document, view).Main.Xml.Root));

    private static WordPackage Settled(ReadOnlyMemory<byte> document, RevisionView view)
    {
        var package = WordPackage.Open(document);
        var scan = RevisionScan.Of(package);
        Settlement.Apply(package, scan, Verdicts.All(scan, view == RevisionView.Accepted), reading: true);
        return package;
    }

    private static IEnumerable<string> Paragraphs(XElement? root)
    {
        foreach (var paragraph in root?.Descendants(W.P) ?? [])
        {
            if (paragraph.Ancestors(W.Fallback).Any())
            {
                continue;
            }

            var placeholder = paragraph.Ancestors(W.Sdt).FirstOrDefault(IsPlaceholder);
            if (placeholder is null)
            {
                yield return Text(paragraph);
            }
            else if (placeholder.Descendants(W.P).First() == paragraph)
            {
                yield return "";
            }
        }
    }

    // An inline control may show a placeholder in the middle of a paragraph.
    private static string Text(XElement paragraph)
    {
        var inline = paragraph.Descendants(W.Sdt).Where(IsPlaceholder).ToList();
        if (inline.Count == 0)
        {
            return RevisionText.Of(paragraph);
        }

        var copy = new XElement(paragraph);
        copy.Descendants(W.Sdt).Where(IsPlaceholder).ToList().ForEach(control => control.Remove());
        return RevisionText.Of(copy);
    }

    internal static bool IsPlaceholder(XElement control)
    {
        var showing = control.Element(W.SdtPr)?.Element(W.ShowingPlaceholder);
        return showing is not null && (string?)showing.Attribute(W.Val) is not ("0" or "false" or "off");
    }
}
