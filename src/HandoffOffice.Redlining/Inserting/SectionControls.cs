using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Finds the content controls that sections are drafted into, and the paragraphs of text in them.</summary>
internal static class SectionControls
{
    /// <summary>The first control with this tag in the body that stands by itself: in no copy for older readers, and in no tracked change.</summary>
    public static XElement? Find(WordPackage package, string tag) =>
        package.Main.Xml.Descendants(W.Sdt).FirstOrDefault(control =>
            control.Element(W.SdtPr).Value("tag") == tag && !control.Ancestors(W.Fallback).Any() && !control.Ancestors().Any(W.IsRunRevision));

    /// <summary>Whether sentences can be written into it.</summary>
    public static bool TakesText(XElement control) =>
        control.Element(W.SdtContent) is { } content && DraftedControls.HoldsText(control) && !content.Descendants(W.Tr).Any();

    /// <summary>Whether it stands within a paragraph, and not around paragraphs.</summary>
    public static bool IsInline(XElement control) =>
        control.Ancestors(W.P).TakeWhile(p => p.Descendants(W.Ns + "txbxContent").All(box => !control.Ancestors().Contains(box))).Any();

    /// <summary>Whether it shows its placeholder (17.5.2.39), which is no text.</summary>
    public static bool IsPlaceholder(XElement control) => control.Element(W.SdtPr)?.Element(W.ShowingPlaceholder) is { } showing
        && (string?)showing.Attribute(W.Val) is not ("0" or "false" or "off");

    /// <summary>
    /// The paragraphs of a control around paragraphs, and the content itself of one within a paragraph. Headings and text boxes are no text of the
    /// section. What a placeholder says is left out.
    /// </summary>
    public static IEnumerable<XElement> Paragraphs(WordPackage package, XElement control)
    {
        if (control.Element(W.SdtContent) is not { } content || IsPlaceholder(control))
        {
            return [];
        }

        if (IsInline(control))
        {
            return [content];
        }

        var headings = Headings(package);
        return content.Descendants(W.P).Where(paragraph =>
            !paragraph.Ancestors().TakeWhile(ancestor => ancestor != content).Any(RevisionText.IsAside)
            && paragraph.Element(W.PPr)?.Element(W.Ns + "outlineLvl") is null
            && !headings.Contains(paragraph.Element(W.PPr).Value("pStyle") ?? ""));
    }

    // Styles with an outline level are headings (17.3.1.20); a style takes it over from the one that it is based on.
    private static HashSet<string> Headings(WordPackage package)
    {
        var styles = package.Related("styles")?.Xml.Root?.Elements(W.Ns + "style").Where(style => (string?)style.Attribute(W.Ns + "styleId") is not null).ToList() ?? [];
        var headings = new HashSet<string>();
        for (var known = -1; known < headings.Count;)
        {
            known = headings.Count;
            headings.UnionWith(styles
                .Where(style => style.Element(W.PPr).Value("outlineLvl") is { } level ? level != "9" : headings.Contains(style.Value("basedOn") ?? ""))
                .Select(style => (string)style.Attribute(W.Ns + "styleId")!));
        }

        return headings;
    }
}
