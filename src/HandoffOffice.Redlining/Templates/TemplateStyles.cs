using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>The look of our documents: one sans face, one accent, sizes that step. No theme, so that it looks the same everywhere.</summary>
internal static class TemplateStyles
{
    private const string Font = "Aptos";
    private const string Accent = "1F4E79";
    private const string Ink = "262626";
    private const string Quiet = "5F6B76";

    // CT_RPr and CT_PPrBase are sequences: the helpers below are called in their order.
    public static XElement Styles(string language) =>
        new(W.Ns + "styles", new XAttribute(XNamespace.Xmlns + "w", W.Ns.NamespaceName),
            new XElement(W.Ns + "docDefaults",
                new XElement(W.Ns + "rPrDefault", new XElement(W.RPr,
                    new XElement(W.Ns + "rFonts", A("ascii", Font), A("hAnsi", Font), A("eastAsia", Font), A("cs", Font)),
                    V("color", Ink), V("sz", 21), V("szCs", 21),
                    new XElement(W.Ns + "lang", A("val", language), A("eastAsia", language), A("bidi", "ar-SA")))),
                new XElement(W.Ns + "pPrDefault", new XElement(W.PPr, Spacing(0, 140, 283)))),
            Paragraph("Normal", "Normal", isDefault: true, next: null, [], []),
            Character("DefaultParagraphFont", "Default Paragraph Font", isDefault: true),
            Paragraph("Title", "Title", false, "Subtitle",
                [On("keepNext"), Spacing(0, 60, 240), On("contextualSpacing")], [On("b"), On("bCs"), V("color", Accent), V("spacing", -6), V("sz", 48), V("szCs", 48)]),
            Paragraph("Subtitle", "Subtitle", false, "Normal",
                [On("keepNext"), Border("bottom", Accent, 10, 8), Spacing(0, 360, 259)], [V("color", Quiet), V("sz", 24), V("szCs", 24)]),
            Paragraph("Heading1", "heading 1", false, "Normal",
                [On("keepNext"), On("keepLines"), Spacing(340, 100, 259), V("outlineLvl", 0)], [On("b"), On("bCs"), V("color", Accent), V("sz", 27), V("szCs", 27)]),
            Paragraph("Heading2", "heading 2", false, "Normal",
                [On("keepNext"), On("keepLines"), Spacing(240, 80, 259), V("outlineLvl", 1)], [On("b"), On("bCs"), V("color", Accent), V("sz", 23), V("szCs", 23)]),
            Paragraph("Header", "header", false, null,
                [Spacing(0, 0, 240), V("jc", "right")], [V("color", Quiet), V("sz", 17), V("szCs", 17)]),
            Paragraph("Footer", "footer", false, null,
                [Border("top", "C9D1D9", 4, 6), Spacing(0, 0, 240)], [V("color", Quiet), V("sz", 17), V("szCs", 17)]),
            Character("PlaceholderText", "Placeholder Text", false, V("color", "6B7680")),
            Character("CommentReference", "annotation reference", false, V("sz", 16), V("szCs", 16)),
            Paragraph("CommentText", "annotation text", false, null, [Spacing(0, 60, 240)], [V("sz", 20), V("szCs", 20)]),
            Paragraph("CommentSubject", "annotation subject", false, "CommentText", [], [On("b"), On("bCs")], basedOn: "CommentText"),
            new XElement(W.Ns + "style", A("type", "table"), A("default", 1), A("styleId", "TableNormal"), V("name", "Normal Table"),
                V("uiPriority", 99), On("semiHidden"), On("unhideWhenUsed"),
                new XElement(W.Ns + "tblPr", new XElement(W.Ns + "tblInd", A("w", 0), A("type", "dxa")),
                    new XElement(W.Ns + "tblCellMar", Side("top", 0), Side("left", 108), Side("bottom", 0), Side("right", 108)))));

    /// <summary>The same with what a report needs beyond: contents, tables, passages that are quoted, remarks.</summary>
    public static XElement ReportStyles(string language)
    {
        XElement styles = Styles(language);
        styles.Add(
            Paragraph("TOCHeading", "TOC Heading", false, "Normal", [On("keepNext"), Spacing(240, 80, 259)], [On("b"), On("bCs"), V("color", Accent), V("sz", 23), V("szCs", 23)]),
            Paragraph("TOC1", "toc 1", false, "Normal", [Spacing(60, 20, 259)], []),
            Paragraph("TOC2", "toc 2", false, "Normal", [Spacing(0, 20, 259), new XElement(W.Ns + "ind", A("left", 283))], [V("color", Quiet)]),
            Paragraph("Quote", "Quote", false, "Normal",
                [new XElement(W.Ns + "pBdr", new XElement(W.Ns + "left", A("val", "single"), A("sz", 18), A("space", 12), A("color", "C9D1D9"))), Spacing(0, 100, 283), new XElement(W.Ns + "ind", A("left", 283))],
                []),
            Paragraph("Remark", "Remark", false, "Normal", [], [V("color", Quiet), V("sz", 19), V("szCs", 19)]),
            Paragraph("TableText", "Table Text", false, null, [Spacing(40, 40, 252)], [V("sz", 19), V("szCs", 19)]),
            Paragraph("TableHeading", "Table Heading", false, null, [On("keepNext"), Spacing(60, 60, 252)], [On("b"), On("bCs"), V("color", Accent), V("sz", 19), V("szCs", 19)], basedOn: "TableText"),
            new XElement(W.Ns + "style", A("type", "table"), A("styleId", "ReportTable"), V("name", "Report Table"), V("basedOn", "TableNormal"),
                new XElement(W.Ns + "tblPr",
                    new XElement(W.Ns + "tblBorders", Line("top", Accent, 8), Line("bottom", "C9D1D9", 4), Line("insideH", "C9D1D9", 4)))));
        return styles;
    }

    public static XElement Settings() =>
        new(W.Ns + "settings", new XAttribute(XNamespace.Xmlns + "w", W.Ns.NamespaceName),
            V("defaultTabStop", 708),
            new XElement(W.Ns + "compat", new XElement(W.Ns + "compatSetting", A("name", "compatibilityMode"),
                A("uri", "http://schemas.microsoft.com/office/word"), A("val", 15))),
            V("decimalSymbol", "."), V("listSeparator", ","));

    // Where Aptos is missing (before Microsoft 365, or outside Word), the alternative names say what to take (17.8.3.1).
    public static XElement Fonts() =>
        new(W.Ns + "fonts", new XAttribute(XNamespace.Xmlns + "w", W.Ns.NamespaceName),
            new XElement(W.Ns + "font", A("name", Font), V("altName", "Calibri,Carlito,Liberation Sans,Arial"),
                V("charset", "00"), V("family", "swiss"), V("pitch", "variable")));

    private static XElement Paragraph(string id, string name, bool isDefault, string? next, XElement[] paragraph, XElement[] run, string basedOn = "Normal") =>
        new(W.Ns + "style", A("type", "paragraph"), isDefault ? A("default", 1) : null, A("styleId", id), V("name", name),
            isDefault ? null : V("basedOn", basedOn), next is null ? null : V("next", next), On("qFormat"),
            paragraph.Length == 0 ? null : new XElement(W.PPr, paragraph), run.Length == 0 ? null : new XElement(W.RPr, run));

    private static XElement Character(string id, string name, bool isDefault, params XElement[] run) =>
        new(W.Ns + "style", A("type", "character"), isDefault ? A("default", 1) : null, A("styleId", id), V("name", name),
            isDefault ? null : V("basedOn", "DefaultParagraphFont"), run.Length == 0 ? null : new XElement(W.RPr, run));

    private static XElement Spacing(int before, int after, int line) =>
        new(W.Ns + "spacing", A("before", before), A("after", after), A("line", line), A("lineRule", "auto"));

    private static XElement Border(string side, string colour, int eighths, int space) =>
        new(W.Ns + "pBdr", new XElement(W.Ns + side, A("val", "single"), A("sz", eighths), A("space", space), A("color", colour)));

    private static XElement Line(string side, string colour, int eighths) =>
        new(W.Ns + side, A("val", "single"), A("sz", eighths), A("space", 0), A("color", colour));

    private static XElement Side(string name, int width) => new(W.Ns + name, A("w", width), A("type", "dxa"));

    private static XElement V(string name, object value) => new(W.Ns + name, A("val", value));

    private static XElement On(string name) => new(W.Ns + name);

    private static XAttribute A(string name, object value) => new(W.Ns + name, value);
}
