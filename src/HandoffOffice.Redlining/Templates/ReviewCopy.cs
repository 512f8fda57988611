using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Marks a copy of a document on every page, so that what was not approved can't pass for what was.</summary>
public static class ReviewCopy
{
    private const string HeaderType = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";

    private static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The document with this notice as the first paragraph of every header; where a section has no header, it gets one.</summary>
    /// <param name="document">A .docx.</param>
    /// <param name="notice">One line, such as "Not approved: for review only".</param>
    /// <exception cref="DocumentRefusedException">The file can't be used.</exception>
    public static byte[] Mark(ReadOnlyMemory<byte> document, string notice)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(notice);
        WordPackage package = WordPackage.Open(document);
        foreach (WordPart header in package.Parts().Where(part => part.Kind == "header"))
        {
            header.Xml.Root!.AddFirst(Notice(notice));
            package.Changed(header);
        }

        List<XElement> bare = [.. SectionsWithoutHeader(package)];
        if (bare.Count > 0)
        {
            string id = package.AddHeader(HeaderType, new XElement(W.Ns + "hdr", new XAttribute(XNamespace.Xmlns + "w", W.Ns.NamespaceName), Notice(notice)));
            foreach (XElement section in bare)
            {
                section.AddFirst(new XElement(W.Ns + "headerReference", new XAttribute(W.Ns + "type", "default"), new XAttribute(Office + "id", id)));
            }

            package.Changed(package.Main);
        }

        return package.ToBytes();
    }

    // A section without a reference of its own takes the one before it (17.10.5), so only the first one can be bare. A document may
    // also have no section properties at all.
    private static IEnumerable<XElement> SectionsWithoutHeader(WordPackage package)
    {
        XElement body = package.Main.Xml.Root!.Element(W.Body)!;
        XElement? first = body.Descendants(W.SectPr).FirstOrDefault(section => section.Parent?.Name != W.Ns + "sectPrChange");
        if (first is null)
        {
            first = new XElement(W.SectPr);
            body.Add(first);
        }

        return first.Elements(W.Ns + "headerReference").Any(reference => (string?)reference.Attribute(W.Ns + "type") == "default") ? [] : [first];
    }

    private static XElement Notice(string notice) => new(W.P,
        new XElement(W.PPr, new XElement(W.Ns + "jc", new XAttribute(W.Val, "center"))),
        new XElement(W.R,
            new XElement(W.RPr, new XElement(W.Ns + "b"), new XElement(W.Ns + "color", new XAttribute(W.Val, "B10E1C"))),
            new XElement(W.T, notice)));
}
