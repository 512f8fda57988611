using System.Globalization;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Whether text has a colour that can't be told from what is behind it.</summary>
internal sealed class VisibleColours
{
    private const int White = 0xFFFFFF;
    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly Dictionary<string, string> ThemeNames = new()
    {
        ["dark1"] = "dk1",
        ["text1"] = "dk1",
        ["light1"] = "lt1",
        ["background1"] = "lt1",
        ["dark2"] = "dk2",
        ["text2"] = "dk2",
        ["light2"] = "lt2",
        ["background2"] = "lt2",
        ["hyperlink"] = "hlink",
        ["followedHyperlink"] = "folHlink",
    };

    private static readonly Dictionary<string, int> Highlights = new()
    {
        ["black"] = 0,
        ["blue"] = 0x0000FF,
        ["cyan"] = 0x00FFFF,
        ["green"] = 0x00FF00,
        ["magenta"] = 0xFF00FF,
        ["red"] = 0xFF0000,
        ["yellow"] = 0xFFFF00,
        ["white"] = White,
        ["darkBlue"] = 0x000080,
        ["darkCyan"] = 0x008080,
        ["darkGreen"] = 0x008000,
        ["darkMagenta"] = 0x800080,
        ["darkRed"] = 0x800000,
        ["darkYellow"] = 0x808000,
        ["darkGray"] = 0x808080,
        ["lightGray"] = 0xC0C0C0,
    };

    private readonly XElement? scheme;
    private readonly int page;

    /// <summary>The colours of a document.</summary>
    public VisibleColours(WordPackage package)
    {
        scheme = package.Related("theme")?.Xml.Root?.Descendants(Drawing + "clrScheme").FirstOrDefault();
        page = Colour(package.Main.Xml.Root?.Element(W.Ns + "background"), "color", "theme") ?? White;
    }

    /// <summary>Whether text in this colour is lost on the highlight, shading, cell or page behind it. Automatic colours never are.</summary>
    /// <param name="colour">The <c>w:color</c> that applies, or null.</param>
    /// <param name="properties">The properties of the run and its styles, nearest first.</param>
    /// <param name="paragraph">Where the run stands.</param>
    public bool IsLost(XElement? colour, IReadOnlyList<XElement> properties, XElement paragraph)
    {
        var behind = Behind(properties, paragraph) ?? page;
        // The colour that Word worked out stands beside the theme's: where they disagree, either may be what is shown.
        return Alternatives(colour).Any(ink => Alike(ink, behind));
    }

    private static bool Alike(int one, int other)
    {
        double a = Luminance(one) + 0.05, b = Luminance(other) + 0.05;
        return Math.Max(a, b) < 1.25 * Math.Min(a, b);
    }

    // WCAG 2, with squares for its curve.
    private static double Luminance(int colour)
    {
        static double Part(int channel) => channel / 255.0 * (channel / 255.0);
        return (0.2126 * Part(colour >> 16)) + (0.7152 * Part((colour >> 8) & 0xFF)) + (0.0722 * Part(colour & 0xFF));
    }

    private IEnumerable<int> Alternatives(XElement? colour)
    {
        if (Hex((string?)colour?.Attribute(W.Val)) is { } written)
        {
            yield return written;
        }

        if (Theme(colour, "theme") is { } themed)
        {
            yield return themed;
        }
    }

    private int? Behind(IReadOnlyList<XElement> properties, XElement paragraph)
    {
        var highlight = properties.Select(one => one.Value("highlight")).FirstOrDefault(one => one is not null);
        if (highlight is not null && Highlights.TryGetValue(highlight, out var marked))
        {
            return marked;
        }

        var shading = properties.Select(one => one.Element(W.Ns + "shd")).Append(paragraph.Element(W.PPr)?.Element(W.Ns + "shd"))
            .Concat(paragraph.Ancestors().Select(one => (one.Element(W.TcPr) ?? one.Element(W.TblPr))?.Element(W.Ns + "shd")));
        return shading.Select(one => Colour(one, "fill", "themeFill")).FirstOrDefault(one => one is not null);
    }

    private int? Colour(XElement? element, string value, string theme) => Theme(element, theme) ?? Hex((string?)element?.Attribute(W.Ns + value));

    // A theme's colour, lighter or darker (17.18.97 with 17.3.2.6): each channel is moved towards white or black by the share that is missing.
    private int? Theme(XElement? element, string prefix)
    {
        var name = (string?)element?.Attribute(W.Ns + (prefix == "theme" ? "themeColor" : prefix));
        if (name is null || scheme?.Element(Drawing + ThemeNames.GetValueOrDefault(name, name))?.Elements().FirstOrDefault() is not { } entry)
        {
            return null;
        }

        var colour = Hex((string?)entry.Attribute("lastClr") ?? (string?)entry.Attribute("val"));
        var tint = Hex((string?)element?.Attribute(W.Ns + $"{prefix}Tint"));
        var shade = Hex((string?)element?.Attribute(W.Ns + $"{prefix}Shade"));
        return colour is not { } known ? null : Blend(Blend(known, tint, 0xFF), shade, 0);
    }

    private static int Blend(int colour, int? share, int towards)
    {
        if (share is not { } part)
        {
            return colour;
        }

        int Channel(int by) => (((colour >> by) & 0xFF) * part / 255) + (towards * (255 - part) / 255);
        return (Channel(16) << 16) | (Channel(8) << 8) | Channel(0);
    }

    private static int? Hex(string? digits) =>
        int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) && digits!.Length is 2 or 6 ? value : null;
}
