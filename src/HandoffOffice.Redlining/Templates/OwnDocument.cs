using System.Globalization;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>The package of a document that is ours from the first byte: A4, with styles, header, footer and properties.</summary>
internal static class OwnDocument
{
    /// <summary>The width that the margins leave for text, in twentieths of a point (17.6.11).</summary>
    public const int TextWidth = PageWidth - 2 * SideMargin;

    private const string CoreType = "application/vnd.openxmlformats-package.core-properties+xml";
    private const string RelationshipsType = "application/vnd.openxmlformats-package.relationships+xml";
    private const string CoreRelationship = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    // A4 (17.6.13).
    private const int PageWidth = 11906, PageHeight = 16838, SideMargin = 1361, TopMargin = 1701, BottomMargin = 1417;

    // The words before and after the number in "Page 1 of 3"; a language not named gets "1 / 3".
    private static readonly Dictionary<string, (string Page, string Of)> PageWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = ("Page ", " of "),
        ["de"] = ("Seite ", " von "),
        ["fr"] = ("Page ", " sur "),
        ["es"] = ("Página ", " de "),
        ["it"] = ("Pagina ", " di "),
        ["nl"] = ("Pagina ", " van "),
    };

    private static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The file. The same content gives the same bytes.</summary>
    /// <param name="title">In the header, and the document's title property.</param>
    /// <param name="footer">On the left of each page's foot.</param>
    /// <param name="tag">BCP 47 tag of the language.</param>
    /// <param name="styles">The styles part for a language.</param>
    /// <param name="body">The blocks of the body in order.</param>
    /// <exception cref="ArgumentException">The language is no BCP 47 tag.</exception>
    public static byte[] Create(string title, string footer, string tag, Func<string, XElement> styles, IReadOnlyList<XElement> body)
    {
        string language = Language(tag);
        return WordPackage.Write(
        [
            Part(PackageRules.ContentTypesPart, ContentTypes()),
            Part("_rels/.rels", Relationships(
                (PackageRules.RelationshipType + "officeDocument", "word/document.xml"), (CoreRelationship, "docProps/core.xml"))),
            Part("word/document.xml", Document(body)),
            Part("word/_rels/document.xml.rels", Relationships(
                (PackageRules.RelationshipType + "styles", "styles.xml"), (PackageRules.RelationshipType + "settings", "settings.xml"),
                (PackageRules.RelationshipType + "fontTable", "fontTable.xml"), (PackageRules.RelationshipType + "header", "header1.xml"),
                (PackageRules.RelationshipType + "footer", "footer1.xml"))),
            Part("word/styles.xml", styles(language)),
            Part("word/settings.xml", TemplateStyles.Settings()),
            Part("word/fontTable.xml", TemplateStyles.Fonts()),
            Part("word/header1.xml", Root("hdr", Styled("Header", Run(title)))),
            Part("word/footer1.xml", Root("ftr", Footer(footer, language))),
            Part("docProps/core.xml", Core(title, language)),
        ]);
    }

    private static XElement Document(IReadOnlyList<XElement> body) =>
        new(W.Document, new XAttribute(XNamespace.Xmlns + "w", W.Ns.NamespaceName), new XAttribute(XNamespace.Xmlns + "r", Office.NamespaceName),
            new XElement(W.Body,
                body,
                new XElement(W.SectPr,
                    new XElement(W.Ns + "headerReference", Attribute("type", "default"), new XAttribute(Office + "id", "rId4")),
                    new XElement(W.Ns + "footerReference", Attribute("type", "default"), new XAttribute(Office + "id", "rId5")),
                    new XElement(W.Ns + "pgSz", Attribute("w", PageWidth), Attribute("h", PageHeight)),
                    new XElement(W.Ns + "pgMar", Attribute("top", TopMargin), Attribute("right", SideMargin), Attribute("bottom", BottomMargin),
                        Attribute("left", SideMargin), Attribute("header", 709), Attribute("footer", 567), Attribute("gutter", 0)),
                    new XElement(W.Ns + "cols", Attribute("space", 708)))));

    private static XElement Footer(string text, string language)
    {
        var (page, of) = PageWords.GetValueOrDefault(language.Split('-')[0], ("", " / "));
        return Styled("Footer",
            new XElement(W.PPr, Valued("pStyle", "Footer"),
                new XElement(W.Ns + "tabs", new XElement(W.Ns + "tab", Attribute("val", "right"), Attribute("pos", TextWidth)))),
            Run(text), new XElement(W.R, new XElement(W.Ns + "tab")),
            page.Length > 0 ? Run(page) : null, Field("PAGE"), Run(of), Field("NUMPAGES"));
    }

    private static XElement Field(string code) =>
        new(W.Ns + "fldSimple", new XAttribute(W.Ns + "instr", code), Run("1"));

    /// <summary>A paragraph in this style.</summary>
    public static XElement Styled(string style, params object?[] content) =>
        new(W.P, content.Any(c => c is XElement e && e.Name == W.PPr) ? null : new XElement(W.PPr, Valued("pStyle", style)), content);

    /// <summary>A run that says this on one line.</summary>
    public static XElement Run(string text) => new(W.R, RunText.Text(RunText.OneLine(text)));

    private static XElement Root(string name, XElement content) => new(W.Ns + name, new XAttribute(XNamespace.Xmlns + "w", W.Ns.NamespaceName), content);

    /// <summary>An element with a value.</summary>
    public static XElement Valued(string name, object value) => new(W.Ns + name, new XAttribute(W.Val, value));

    /// <summary>An attribute of WordprocessingML.</summary>
    public static XAttribute Attribute(string name, object value) => new(W.Ns + name, value);

    private static XElement Core(string title, string language)
    {
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        return new XElement(core + "coreProperties", new XAttribute(XNamespace.Xmlns + "cp", core.NamespaceName), new XAttribute(XNamespace.Xmlns + "dc", dc.NamespaceName),
            new XElement(dc + "title", RunText.OneLine(title)), new XElement(dc + "language", language));
    }

    private static XElement Relationships(params (string Type, string Target)[] relationships) =>
        new(PackageRules.Relationships + "Relationships", relationships.Select((relationship, number) =>
            new XElement(PackageRules.Relationships + "Relationship", new XAttribute("Id", $"rId{number + 1}"),
                new XAttribute("Type", relationship.Type), new XAttribute("Target", relationship.Target))));

    private static XElement ContentTypes() =>
        new(PackageRules.ContentTypes + "Types",
            new XElement(PackageRules.ContentTypes + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", RelationshipsType)),
            new XElement(PackageRules.ContentTypes + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
            Type("word/document.xml", PackageRules.WordType + "document.main+xml"),
            Type("word/styles.xml", PackageRules.WordType + "styles+xml"),
            Type("word/settings.xml", PackageRules.WordType + "settings+xml"),
            Type("word/fontTable.xml", PackageRules.WordType + "fontTable+xml"),
            Type("word/header1.xml", PackageRules.WordType + "header+xml"),
            Type("word/footer1.xml", PackageRules.WordType + "footer+xml"),
            Type("docProps/core.xml", CoreType));

    private static XElement Type(string part, string type) =>
        new(PackageRules.ContentTypes + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type));

    private static KeyValuePair<string, byte[]> Part(string name, XElement root) => new(name, new PartTree(new XDocument(root)).Save());

    private static string Language(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language).Name is { Length: > 0 } name
                ? name
                : throw new ArgumentException("The language is blank.", nameof(language));
        }
        catch (CultureNotFoundException e)
        {
            throw new ArgumentException($"'{language}' is no language tag.", nameof(language), e);
        }
    }
}
