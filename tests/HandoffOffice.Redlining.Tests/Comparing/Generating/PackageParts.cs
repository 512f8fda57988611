using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>The package around generated stories: content types, relationships, styles, numbering, settings, pictures.</summary>
internal static class PackageParts
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Xml = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";

    private static readonly string[] Fixed = ["styles", "numbering", "settings"];

    // One transparent point; the second differs in a comment chunk's worth of trailing bytes, which readers skip.
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    public static IEnumerable<KeyValuePair<string, byte[]>> Of(GeneratedDocument document)
    {
        var stories = document.Stories.Select(story => (story.Key, Kind: KindOf(story.Key))).ToList();
        var pictures = Used(document, "Image").ToList();
        yield return Part("[Content_Types].xml", ContentTypes(stories));
        yield return Part("_rels/.rels", Relationships([("rId1", "officeDocument", "word/document.xml", false)]));
        yield return Part("word/_rels/document.xml.rels", Relationships(OfMain(document, stories, pictures)));
        foreach (var (name, root) in document.Stories)
        {
            yield return Part($"word/{name}.xml", Renamed(root, document.IdPrefix).ToString(SaveOptions.DisableFormatting));
        }

        yield return Part("word/styles.xml", Styles().ToString(SaveOptions.DisableFormatting));
        yield return Part("word/numbering.xml", Numbering().ToString(SaveOptions.DisableFormatting));
        yield return Part("word/settings.xml", Settings(document).ToString(SaveOptions.DisableFormatting));
        foreach (var picture in pictures)
        {
            yield return new($"word/media/{picture}.png", [.. Picture, .. Encoding.ASCII.GetBytes(picture)]);
        }
    }

    private static string KindOf(string name) => name.StartsWith("header", StringComparison.Ordinal) ? "header"
        : name.StartsWith("footer", StringComparison.Ordinal) ? "footer"
        : name == "document" ? "document.main" : name;

    private static IEnumerable<(string Id, string Type, string Target, bool External)> OfMain(
        GeneratedDocument document, List<(string Name, string Kind)> stories, List<string> pictures)
    {
        var prefix = document.IdPrefix;
        return stories.Where(story => story.Kind != "document.main").Select(story => (prefix + Capital(story.Name), story.Kind, $"{story.Name}.xml", false))
            .Concat(Fixed.Select(name => (prefix + Capital(name), name, $"{name}.xml", false)))
            .Concat(pictures.Select(name => (prefix + name, "image", $"media/{name}.png", false)))
            .Concat(Used(document, "Link").Select(name => (prefix + name, "hyperlink", $"https://example.org/{name}", true)));
    }

    /// <summary>The names behind relationship ids of one kind that the body uses.</summary>
    private static IEnumerable<string> Used(GeneratedDocument document, string kind) =>
        document.Stories["document"].DescendantsAndSelf().Attributes().Where(a => a.Name.Namespace == Wml.R)
            .Select(a => a.Value[1..]).Where(name => name.StartsWith(kind, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

    private static XElement Renamed(XElement root, string prefix)
    {
        var copy = new XElement(root);
        foreach (var id in copy.DescendantsAndSelf().Attributes().Where(a => a.Name.Namespace == Wml.R))
        {
            id.Value = prefix + id.Value[1..];
        }

        return copy;
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static KeyValuePair<string, byte[]> Part(string name, string xml) => new(name, Encoding.UTF8.GetBytes(Xml + xml));

    private static string ContentTypes(List<(string Name, string Kind)> stories) =>
        $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{string.Concat(stories.Concat(Fixed.Select(name => (Name: name, Kind: name))).Select(story => $"""<Override PartName="/word/{story.Name}.xml" ContentType="{WordType}{story.Kind}+xml"/>"""))}</Types>""";

    private static string Relationships(IEnumerable<(string Id, string Type, string Target, bool External)> list) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(list.Select(r => $"""<Relationship Id="{r.Id}" Type="{Office}{r.Type}" Target="{r.Target}"{(r.External ? " TargetMode=\"External\"" : "")}/>"""))}</Relationships>""";

    private static XElement Styles() => Wml.Story("styles",
        Style("paragraph", "Normal", "Normal", isDefault: true),
        Style("paragraph", "Heading1", "heading 1", Wml.E("basedOn", Wml.At("val", "Normal")), Wml.E("rPr", Wml.E("b"), Wml.Val("sz", 32))),
        Style("paragraph", "ListParagraph", "List Paragraph", Wml.Val("basedOn", "Normal")),
        Style("table", "TableGrid", "Table Grid"));

    private static XElement Style(string type, string id, string name, params object?[] content) => Style(type, id, name, false, content);

    private static XElement Style(string type, string id, string name, bool isDefault, params object?[] content) =>
        Wml.E("style", Wml.At("type", type), isDefault ? Wml.At("default", 1) : null, Wml.At("styleId", id), Wml.Val("name", name), content);

    private static XElement Numbering() => Wml.Story("numbering",
        Wml.E("abstractNum", Wml.At("abstractNumId", 0), Wml.Val("multiLevelType", "multilevel"), Levels("decimal")),
        Wml.E("abstractNum", Wml.At("abstractNumId", 1), Wml.Val("multiLevelType", "multilevel"), Levels("bullet")),
        Wml.E("num", Wml.At("numId", 1), Wml.Val("abstractNumId", 0)),
        Wml.E("num", Wml.At("numId", 2), Wml.Val("abstractNumId", 1)));

    private static IEnumerable<XElement> Levels(string format) => Enumerable.Range(0, 3).Select(level =>
        Wml.E("lvl", Wml.At("ilvl", level), Wml.Val("start", 1), Wml.Val("numFmt", format),
            Wml.Val("lvlText", format == "bullet" ? "-" : $"%{level + 1}."), Wml.Val("lvlJc", "left"),
            Wml.E("pPr", Wml.E("ind", Wml.At("left", 720 * (level + 1)), Wml.At("hanging", 360)))));

    private static XElement Settings(GeneratedDocument document) => Wml.Story("settings",
        Notes(document, "footnote"), Notes(document, "endnote"),
        Wml.E("compat", Wml.E("compatSetting", Wml.At("name", "compatibilityMode"), Wml.At("uri", "http://schemas.microsoft.com/office/word"), Wml.At("val", 15))),
        document.Sessions.Length == 0 ? null : Wml.E("rsids", Wml.Val("rsidRoot", document.Sessions[0]), document.Sessions.Select(id => Wml.Val("rsid", id))));

    // In both documents of a pair alike, so that the part is equal unless noise is what differs.
    private static object[] Notes(GeneratedDocument document, string kind) => document.Stories.ContainsKey(kind + "s")
        ? [Wml.E(kind + "Pr", Wml.E(kind, Wml.At("id", -1)), Wml.E(kind, Wml.At("id", 0)))]
        : [];
}
