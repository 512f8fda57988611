using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// A number that is equal for definitions of the same list (17.9.1): how its levels count, read and stand. What programs write in their own
/// ways counts once: left and start, a zero and nothing, levels that number nothing, hints and fonts for scripts that a number is not in.
/// </summary>
internal static class ListKey
{
    private static readonly XName Fonts = W.Ns + "rFonts";

    private static readonly HashSet<string> Apart = ["nsid", "tmpl", "multiLevelType", "lvl"];

    // Read one by one below.
    private static readonly HashSet<string> Own = ["numFmt", "lvlText", "lvlJc", "pPr", "rPr", "suff"];

    /// <summary>Of a <c>w:abstractNum</c>.</summary>
    public static ulong Of(XmlElement definition, SidePart part)
    {
        var key = Fingerprints.OfProperties(definition, part, name => Apart.Contains(name.LocalName));
        foreach (var level in definition.Children)
        {
            if (level.Name == W.Ns + "lvl" && Value(level, "numFmt") is not "none")
            {
                key += OfLevel(level, part);
            }
        }

        return key;
    }

    private static ulong OfLevel(XmlElement level, SidePart part)
    {
        var key = Fingerprints.Of(level.Attribute(W.Ns + "ilvl") ?? "");
        key = Fingerprints.Mix(key, Fingerprints.Of(Value(level, "numFmt") ?? "decimal"));
        key = Fingerprints.Mix(key, Fingerprints.Of(Value(level, "lvlText") ?? ""));
        key = Fingerprints.Mix(key, Fingerprints.Of(Side(Value(level, "lvlJc") ?? "left")));
        key = Fingerprints.Mix(key, Fingerprints.Of(Value(level, "suff") ?? "tab"));
        key = Fingerprints.Mix(key, OfParagraph(level.Child(W.PPr), part));
        key = Fingerprints.Mix(key, OfRun(level.Child(W.RPr), part));
        return Fingerprints.Mix(key, Fingerprints.OfProperties(level, part, name => Own.Contains(name.LocalName)));
    }

    private static ulong OfParagraph(XmlElement? properties, SidePart part)
    {
        var key = Fingerprints.OfProperties(properties, part, name => name.LocalName is "ind" or "tabs");
        if (properties?.Child(W.Ns + "ind") is { } indent)
        {
            foreach (var attribute in indent.Attributes)
            {
                var name = attribute.Name[(attribute.Name.IndexOf(':') + 1)..].ToString();
                key += attribute.Value is "0" ? 0 : Fingerprints.Mix(Fingerprints.Of(Side(name)), Fingerprints.Of(attribute.Value));
            }
        }

        foreach (var tab in properties?.Child(W.Ns + "tabs")?.Children.ToList() ?? [])
        {
            key += tab.Attribute(W.Ns + "pos") is "0" ? 0 : Fingerprints.Of(tab, part);
        }

        return key;
    }

    private static ulong OfRun(XmlElement? properties, SidePart part)
    {
        var key = Fingerprints.OfProperties(properties, part, name => name == Fonts);
        foreach (var script in (ReadOnlySpan<string>)["ascii", "hAnsi"])
        {
            key += properties?.Child(Fonts)?.Attribute(W.Ns + script) is { } font ? Fingerprints.Mix(Fingerprints.Of(script), Fingerprints.Of(font)) : 0;
        }

        return key;
    }

    private static string? Value(XmlElement level, string child) => level.ChildValue(W.Ns + child);

    private static string Side(string name) => name switch { "start" => "left", "end" => "right", _ => name };
}
