using System.Globalization;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Adds comments to a package, and the part for them where it has none. The marks in the text are set by who adds them.</summary>
internal sealed class CommentWriter
{
    private const string ContentType = PackageRules.WordType + "comments+xml";

    private readonly WordPackage package;
    private readonly WordPart target;
    private readonly bool hasTextStyle;
    private int next;

    public CommentWriter(WordPackage package)
    {
        this.package = package;
        target = package.Related("comments") ?? package.Add("comments.xml", ContentType, "comments",
            new XElement(W.Ns + "comments", new XAttribute(XNamespace.Xmlns + "w", W.Ns.NamespaceName)));
        next = CommentParts.In(package).Select(c => (int?)c.Attribute(W.Id)).Append(-1).Max() + 1 ?? 0;
        (hasTextStyle, HasReferenceStyle) = (HasStyle("CommentText"), HasStyle("CommentReference"));
    }

    /// <summary>Whether the document has the style of the mark that stands in the text.</summary>
    public bool HasReferenceStyle { get; }

    /// <summary>The id for one more comment.</summary>
    public string NextId() => next++.ToString(CultureInfo.InvariantCulture);

    /// <summary>The run with the mark that stands in the text (17.13.4.5).</summary>
    public static XElement Reference(string id, bool hasStyle) => new(W.R,
        hasStyle ? new XElement(W.RPr, new XElement(W.Ns + "rStyle", new XAttribute(W.Val, "CommentReference"))) : null,
        new XElement(CommentParts.Reference, new XAttribute(W.Id, id)));

    /// <summary>Adds a comment; each line of its text becomes a paragraph.</summary>
    public void Add(string id, string author, string initials, DateTimeOffset date, string text)
    {
        target.Xml.Root?.Add(new XElement(W.Ns + "comment", new XAttribute(W.Id, id), new XAttribute(W.Author, RunText.OneLine(author)),
            new XAttribute(W.Date, Stamp.Of(date)), new XAttribute(W.Ns + "initials", RunText.OneLine(initials)),
            text.ReplaceLineEndings("\n").Split('\n').Select((line, number) => new XElement(W.P,
                hasTextStyle ? new XElement(W.PPr, new XElement(W.Ns + "pStyle", new XAttribute(W.Val, "CommentText"))) : null,
                number > 0 ? null : new XElement(W.R,
                    HasReferenceStyle ? new XElement(W.RPr, new XElement(W.Ns + "rStyle", new XAttribute(W.Val, "CommentReference"))) : null,
                    new XElement(W.Ns + "annotationRef")),
                new XElement(W.R, RunText.Content(line))))));
        package.Changed(target);
    }

    private bool HasStyle(string id) =>
        package.Related("styles")?.Xml.Root?.Elements(W.Ns + "style").Any(style => (string?)style.Attribute(W.Ns + "styleId") == id) == true;
}
