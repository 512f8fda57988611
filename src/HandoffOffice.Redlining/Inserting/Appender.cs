using System.Globalization;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Appends a section to the body, before the properties of the last section of the document (17.6.17).</summary>
internal static class Appender
{
    public static void Write(WordPackage package, SectionText section, Marking marking, List<InsertedSentence> inserted)
    {
        var body = package.Main.Xml.Root?.Element(W.Body) ?? throw new InvalidOperationException("A package without a body was opened.");
        var paragraphs = section.Paragraphs.Select(paragraph => marking.Paragraph(null, marking.Sentences(paragraph, null, inserted).ToArray<object>())).ToList();
        if (section.Heading is { } heading)
        {
            paragraphs.Insert(0, Heading(package, heading, marking, paragraphs[^1]));
        }

        if (body.Elements(W.SectPr).LastOrDefault() is { } end)
        {
            end.AddBeforeSelf(paragraphs);
        }
        else
        {
            body.Add(paragraphs);
        }
    }

    // The heading is nobody's sentence. A bookmark ties it to its section until it is settled (see Followers).
    private static XElement Heading(WordPackage package, string text, Marking marking, XElement last)
    {
        var id = FreeBookmarkId(package);
        var start = new XElement(W.Ns + "bookmarkStart", new XAttribute(W.Id, id), new XAttribute(W.Ns + "name", Followers.SectionBookmark + id));
        last.Add(new XElement(W.Ns + "bookmarkEnd", new XAttribute(W.Id, id)));
        var style = package.Related("styles")?.Xml.Root?.Elements(W.Ns + "style")
            .FirstOrDefault(s => (string?)s.Attribute(W.Ns + "type") == "paragraph" && string.Equals(s.Value("name"), "heading 1", StringComparison.OrdinalIgnoreCase));
        var properties = (string?)style?.Attribute(W.Ns + "styleId") is { } styleId
            ? new XElement(W.PPr, new XElement(W.Ns + "pStyle", new XAttribute(W.Val, styleId)))
            : null;
        return marking.Paragraph(properties, marking.Insertion(start, Marking.Run(text, null)));
    }

    private static string FreeBookmarkId(WordPackage package)
    {
        var taken = package.Parts().SelectMany(part => part.Xml.Descendants(W.Ns + "bookmarkStart")).Select(e => (string?)e.Attribute(W.Id)).ToHashSet();
        return Enumerable.Range(1, int.MaxValue - 1).Select(n => n.ToString(CultureInfo.InvariantCulture)).First(id => !taken.Contains(id));
    }
}
