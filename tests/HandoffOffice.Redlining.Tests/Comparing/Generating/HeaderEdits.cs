using System.Xml.Linq;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Edits that give a section a header or footer of its own, or take it away.</summary>
internal static class HeaderEdits
{
    private static readonly (string Name, string Pages, string Root)[] Kinds = [("header", "default", "hdr"), ("footer", "default", "ftr"), ("header", "first", "hdr")];

    public static bool Add(GeneratedDocument document, Edit edit)
    {
        var (name, pages, root) = Kinds[edit.Detail % Kinds.Length];
        if (Editor.Choose(Sections(document).Where(section => !References(section).Any(reference => IsFor(reference, name, pages))), edit.Place) is not { } section)
        {
            return false;
        }

        var part = $"{name}{Enumerable.Range(50, 50).First(n => !document.Stories.ContainsKey($"{name}{n}"))}";
        document.Stories[part] = Wml.Story(root, Wml.Paragraph(Wml.Run(edit.Words)), Wml.Paragraph());
        section.AddFirst(Wml.E(name + "Reference", Wml.At("type", pages), new XAttribute(Wml.R + "id", $"r{char.ToUpperInvariant(part[0])}{part[1..]}")));
        if (pages == "first" && section.Element(Wml.Ns + "titlePg") is null)
        {
            section.Add(Wml.E("titlePg"));
        }

        return true;
    }

    public static bool Remove(GeneratedDocument document, Edit edit)
    {
        if (Editor.Choose(Sections(document).SelectMany(References), edit.Place) is not { } reference)
        {
            return false;
        }

        var name = ((string?)reference.Attribute(Wml.R + "id") ?? "")[1..];
        document.Stories.Remove(char.ToLowerInvariant(name[0]) + name[1..]);
        reference.Remove();
        return true;
    }

    private static IEnumerable<XElement> Sections(GeneratedDocument document) => document.Body.Descendants(Wml.Ns + "sectPr");

    private static IEnumerable<XElement> References(XElement section) =>
        section.Elements().Where(e => e.Name == Wml.Ns + "headerReference" || e.Name == Wml.Ns + "footerReference");

    private static bool IsFor(XElement reference, string name, string pages) =>
        reference.Name == Wml.Ns + (name + "Reference") && (string?)reference.Attribute(Wml.Ns + "type") == pages;
}
