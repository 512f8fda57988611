using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>How runs look, as far as it matters to what is read: by their own properties, their styles and the defaults (ECMA-376 Part 1, 17.7.2).</summary>
internal sealed class VisibleLooks
{
    // Half-points and twips: 4 points, 3 points, 100 points to the left of the text, 1,000 points anywhere.
    private const int Readable = 8;
    private const int Flat = 60;
    private const int FarLeft = -2000;
    private const int Far = 20_000;
    private const long Inch = 914_400;

    private static readonly XNamespace Anchors = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    private static readonly string[] SymbolFonts = ["symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "marlett", "mt extra"];
    private static readonly string[] HidingStyles = ["visibility:hidden", "display:none", "width:0", "height:0"];
    private readonly Dictionary<string, XElement> styles = [];
    private readonly XElement? defaults;
    private readonly string? defaultParagraphStyle;
    private readonly VisibleColours colours;

    /// <summary>The looks of a document.</summary>
    public VisibleLooks(WordPackage package)
    {
        var sheet = package.Related("styles")?.Xml.Root;
        defaults = sheet?.Element(W.Ns + "docDefaults")?.Element(W.Ns + "rPrDefault")?.Element(W.RPr);
        foreach (var style in sheet?.Elements(W.Ns + "style") ?? [])
        {
            styles.TryAdd((string?)style.Attribute(W.Ns + "styleId") ?? "", style);
            if ((string?)style.Attribute(W.Ns + "type") == "paragraph" && IsOn(style.Attribute(W.Ns + "default")))
            {
                defaultParagraphStyle = (string?)style.Attribute(W.Ns + "styleId");
            }
        }

        colours = new VisibleColours(package);
    }

    /// <summary>What hides or moves a whole paragraph: the text box, frame, table or row that it is in, its indents and lines. Empty for none.</summary>
    public string Around(XElement paragraph)
    {
        var words = new List<string>();
        var properties = Chain(ParagraphStyle(paragraph)).Select(style => style.Element(W.PPr)).Prepend(paragraph.Element(W.PPr)).OfType<XElement>().ToList();
        var indent = properties.Select(one => one.Element(W.Ns + "ind")).OfType<XElement>().SelectMany(one => one.Attributes());
        var frame = properties.Select(one => one.Element(W.Ns + "framePr")).FirstOrDefault(one => one is not null);
        var spacing = properties.Select(one => one.Element(W.Ns + "spacing")).FirstOrDefault(one => one?.Attribute(W.Ns + "line") is not null);
        if (indent.Any(one => Number(one) is < FarLeft or > Far) || frame is not null)
        {
            words.Add(frame is null ? "moved" : $"moved {Digest(frame)}");
        }

        if (Text(spacing, "lineRule") == "exact" && Number(spacing?.Attribute(W.Ns + "line")) < Flat)
        {
            words.Add("hidden");
        }

        foreach (var element in paragraph.Ancestors())
        {
            words.Add(Ancestor(element));
        }

        return string.Join(' ', words.Where(word => word.Length > 0).Distinct());
    }

    /// <summary>What changes how a run is read; empty for plain text.</summary>
    public string Of(XElement run, XElement paragraph)
    {
        var own = run.Element(W.RPr);
        var ofRun = Chain(own?.Value("rStyle")).Select(style => style.Element(W.RPr)).OfType<XElement>().ToList();
        var ofParagraph = Chain(ParagraphStyle(paragraph)).Select(style => style.Element(W.RPr)).OfType<XElement>().ToList();
        List<XElement> all = [.. new[] { own }.OfType<XElement>(), .. ofRun, .. ofParagraph, .. new[] { defaults }.OfType<XElement>()];
        bool Toggled(string name) => own?.Element(W.Ns + name) is { } direct ? IsOn(direct) : Toggle(ofRun, name) ^ Toggle(ofParagraph, name) || Toggle([.. new[] { defaults }.OfType<XElement>()], name);
        XElement? First(string name) => all.Select(one => one.Element(W.Ns + name)).FirstOrDefault(one => one is not null);

        var words = new List<string>();
        var size = Number(First("sz")?.Attribute(W.Val)) ?? Readable;
        if (Toggled("vanish") || size < Readable || colours.IsLost(First("color"), all, paragraph))
        {
            words.Add("hidden");
        }

        foreach (var (name, word) in new[] { ("webHidden", "webhidden"), ("specVanish", "specvanish"), ("dstrike", "struck"), ("rtl", "rtl") })
        {
            words.Add(IsOn(First(name)) ? word : "");
        }

        words.Add(Toggled("strike") ? "struck" : "");
        words.Add(Toggled("caps") ? "upper" : "");
        words.Add(Text(First("vertAlign"), "val") is "superscript" ? "sup" : Text(First("vertAlign"), "val") is "subscript" ? "sub" : "");
        words.Add(Number(First("position")?.Attribute(W.Val)) is > 40 or < -40 ? "moved" : "");
        words.Add(Number(First("w")?.Attribute(W.Val)) is < 50 || Number(First("spacing")?.Attribute(W.Val)) is < -30 || First("fitText") is not null ? "squeezed" : "");
        words.Add(First("rFonts")?.Attributes().Any(font => SymbolFonts.Contains(font.Value.ToLowerInvariant())) == true ? "symbol" : "");
        // Fills, glows and the like of Word 2010 can make text transparent.
        words.Add(all.Elements().FirstOrDefault(one => one.Name == W.Word2010 + "textFill") is { } fill ? $"fill {Digest(fill)}" : "");
        return string.Join(' ', words.Where(word => word.Length > 0).Distinct());
    }

    /// <summary>Whether an on/off property is on (17.17.4).</summary>
    public static bool IsOn(XElement? property) => property is not null && property.Attribute(W.Val)?.Value is not ("0" or "false" or "off");

    private static bool IsOn(XAttribute? value) => value?.Value is "1" or "true" or "on";

    // Of styles of one kind the nearest counts; the kinds are exclusive (17.7.3).
    private static bool Toggle(IReadOnlyList<XElement> chain, string name) => IsOn(chain.Select(one => one.Element(W.Ns + name)).FirstOrDefault(one => one is not null));

    private string Ancestor(XElement element)
    {
        if (element.Name == W.Tr)
        {
            var height = element.Element(W.TrPr)?.Element(W.Ns + "trHeight");
            return IsOn(element.Element(W.TrPr)?.Element(W.Ns + "hidden")) || (Text(height, "hRule") == "exact" && Number(height?.Attribute(W.Val)) < Flat) ? "hidden" : "";
        }

        if (element.Name == W.Tbl)
        {
            var properties = element.Element(W.TblPr);
            var floating = properties?.Element(W.Ns + "tblpPr");
            var indent = properties?.Element(W.Ns + "tblInd")?.Attribute(W.Ns + "w");
            var style = Chain(properties?.Value("tblStyle")).SelectMany(one => one.Descendants(W.RPr)).FirstOrDefault(CouldHide);
            return string.Join(' ', new[] { floating is not null ? $"moved {Digest(floating)}" : Number(indent) is < FarLeft or > Far ? "moved" : "",
                style is null ? "" : $"table {Digest(style)}" }.Where(word => word.Length > 0));
        }

        if (element.Name == Anchors + "anchor")
        {
            var away = element.Descendants(Anchors + "posOffset").Any(one => long.TryParse(one.Value, out var offset) && offset is < -Inch or > 30 * Inch);
            return IsDrawnHidden(element) ? "hidden" : away ? "moved" : "";
        }

        if (element.Name == Anchors + "inline")
        {
            return IsDrawnHidden(element) ? "hidden" : "";
        }

        return element.Name.Namespace == Vml && element.Attribute("style") is { } css ? Drawn(css.Value.Replace(" ", "", StringComparison.Ordinal)) : "";
    }

    private static bool IsDrawnHidden(XElement drawing) =>
        drawing.Element(Anchors + "docPr")?.Attribute("hidden")?.Value is "1" or "true"
        || drawing.Element(Anchors + "extent")?.Attributes().Any(extent => Number(extent) < Inch / 20) == true;

    // VML 14.1: the style of a shape is CSS.
    private static string Drawn(string css)
    {
        var hides = Array.Exists(HidingStyles, one => css.Contains(one, StringComparison.OrdinalIgnoreCase));
        var far = css.Split(';').Any(one => one.Contains(":-", StringComparison.Ordinal) && one.Count(char.IsAsciiDigit) >= 4 && !one.StartsWith("z-index", StringComparison.OrdinalIgnoreCase));
        return hides ? "hidden" : far ? "moved" : "";
    }

    private static bool CouldHide(XElement properties) =>
        properties.Elements().Any(one => one.Name.LocalName is "vanish" or "webHidden" or "specVanish" or "strike" or "dstrike" or "caps" or "vertAlign" or "position" or "w")
        || Number(properties.Element(W.Ns + "sz")?.Attribute(W.Val)) < Readable;

    private string? ParagraphStyle(XElement paragraph) => paragraph.Element(W.PPr)?.Value("pStyle") ?? defaultParagraphStyle;

    private List<XElement> Chain(string? id)
    {
        var chain = new List<XElement>();
        while (id is not null && styles.TryGetValue(id, out var style) && !chain.Contains(style))
        {
            chain.Add(style);
            id = style.Value("basedOn");
        }

        return chain;
    }

    private static string? Text(XElement? element, string attribute) => (string?)element?.Attribute(W.Ns + attribute);

    private static double? Number(XAttribute? value) =>
        double.TryParse(value?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Digest(XElement element) => Digest(element.ToString(SaveOptions.DisableFormatting));

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
