using System.Xml.Linq;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Writes WordprocessingML for generated documents.</summary>
internal static class Wml
{
    public static readonly XNamespace Ns = Ooxml.W;
    public static readonly XNamespace M = Ooxml.M;
    public static readonly XNamespace R = Ooxml.R;
    public static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace Pic = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    public static readonly XNamespace Wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    public static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public static readonly XNamespace V = "urn:schemas-microsoft-com:vml";

    /// <summary>The declarations that Word writes at the root of a story, so that blocks carry none of their own.</summary>
    public static IEnumerable<XAttribute> Namespaces() =>
        new (string Prefix, XNamespace Name)[] { ("w", Ns), ("m", M), ("r", R), ("wp", Wp), ("a", A), ("pic", Pic), ("wps", Wps), ("mc", Mc), ("v", V) }
            .Select(pair => new XAttribute(XNamespace.Xmlns + pair.Prefix, pair.Name));

    public static XElement Story(string name, params object?[] content) => new(Ns + name, Namespaces(), content);

    public static XElement E(string name, params object?[] content) => new(Ns + name, content);

    public static XAttribute At(string name, object value) => new(Ns + name, value);

    /// <summary>An element with nothing but <c>w:val</c>.</summary>
    public static XElement Val(string name, object value) => E(name, At("val", value));

    public static XElement Text(string text, string name = "t") => E(name, new XAttribute(XNamespace.Xml + "space", "preserve"), text);

    public static XElement Run(XElement? properties, params object?[] content) => E("r", properties, content);

    public static XElement Run(string text) => Run(null, Text(text));

    public static XElement Paragraph(params object?[] content) => E("p", content);

    /// <summary>A tracked change of somebody else. Ids are given when the document is put together.</summary>
    public static XElement Earlier(string name, params object?[] content) =>
        E(name, At("id", 0), At("author", "Earlier Author"), At("date", "2020-05-06T07:08:09Z"), content);

    public static IEnumerable<XElement> Field(string instruction, IEnumerable<XElement> result) =>
    [
        Character("begin"), Run(null, Text($" {instruction} ", "instrText")), Character("separate"), .. result, Character("end"),
    ];

    public static XElement Control(string tag, params object?[] content) =>
        E("sdt", E("sdtPr", Val("alias", tag), Val("tag", tag), Val("id", 0)), E("sdtContent", content));

    public static XElement Image(string relationship) => E("drawing", Inline("Picture",
        new XElement(Pic + "pic",
            new XElement(Pic + "nvPicPr", new XElement(Pic + "cNvPr", new XAttribute("id", 0), new XAttribute("name", "picture")), new XElement(Pic + "cNvPicPr")),
            new XElement(Pic + "blipFill", new XElement(A + "blip", new XAttribute(R + "embed", relationship)), new XElement(A + "stretch", new XElement(A + "fillRect"))),
            new XElement(Pic + "spPr", Frame())), Pic));

    /// <summary>A text box as Word writes it: once as a shape, once as VML for old readers.</summary>
    public static XElement TextBox(IEnumerable<XElement> paragraphs)
    {
        var content = E("txbxContent", paragraphs);
        var shape = new XElement(Wps + "wsp", new XElement(Wps + "cNvSpPr", new XAttribute("txBox", 1)), new XElement(Wps + "spPr", Frame()),
            new XElement(Wps + "txbx", content), new XElement(Wps + "bodyPr"));
        return new XElement(Mc + "AlternateContent",
            new XElement(Mc + "Choice", new XAttribute("Requires", "wps"), E("drawing", Inline("Text Box", shape, Wps))),
            new XElement(Mc + "Fallback", E("pict", new XElement(V + "shape", new XAttribute("style", "width:141pt;height:47pt"),
                new XElement(V + "textbox", new XElement(content))))));
    }

    public static XElement Formula(string left, string right) =>
        new(M + "oMath", MathRun(left), new XElement(M + "f", new XElement(M + "num", MathRun(right)), new XElement(M + "den", MathRun("2"))));

    private static XElement MathRun(string text) => new(M + "r", new XElement(M + "t", text));

    private static XElement Character(string type) => Run(null, E("fldChar", At("fldCharType", type)));

    private static XElement Inline(string name, XElement graphic, XNamespace uri) =>
        new(Wp + "inline", new XAttribute("distT", 0), new XAttribute("distB", 0), new XAttribute("distL", 0), new XAttribute("distR", 0),
            new XElement(Wp + "extent", new XAttribute("cx", 1800000), new XAttribute("cy", 600000)),
            new XElement(Wp + "docPr", new XAttribute("id", 0), new XAttribute("name", name)),
            new XElement(Wp + "cNvGraphicFramePr"),
            new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", uri), graphic)));

    private static IEnumerable<XElement> Frame() =>
    [
        new XElement(A + "xfrm", new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
            new XElement(A + "ext", new XAttribute("cx", 1800000), new XAttribute("cy", 600000))),
        new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst")),
    ];
}
