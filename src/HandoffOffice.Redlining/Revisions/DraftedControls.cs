using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Content controls from which something was rejected: left as they would be had nobody written there (17.5.2.38, .39).</summary>
internal static class DraftedControls
{
    private static readonly HashSet<string> NoText =
        ["picture", "checkbox", "docPartObj", "docPartList", "group", "comboBox", "dropDownList", "date", "citation", "bibliography", "equation", "dataBinding"];

    /// <summary>Whether the control holds text of the document, and any text.</summary>
    public static bool HoldsText(XElement control) =>
        control.Element(W.SdtPr)?.Elements().Any(e => NoText.Contains(e.Name.LocalName)) != true;

    /// <summary>The block controls that hold a rejected insertion, with the first paragraph of each if a rejected one is in it.</summary>
    public static List<(XElement Control, bool FirstParagraph)> Touched(IEnumerable<(TrackedChange Change, Verdict Verdict)> work)
    {
        var touched = new Dictionary<XElement, bool>();
        foreach (var (change, verdict) in work.Where(item => item.Change.Kind == RevisionKind.Insertion && !item.Verdict.Accepted))
        {
            if (change.Paragraph is { Parent: { Name: var name, Parent: { } control } content } paragraph && name == W.SdtContent && HoldsText(control))
            {
                touched[control] = touched.GetValueOrDefault(control) || content.Elements(W.P).FirstOrDefault() == paragraph;
            }
        }

        return [.. touched.Select(pair => (pair.Key, pair.Value))];
    }

    public static void Tidy(List<(XElement Control, bool FirstParagraph)> controls)
    {
        foreach (var (control, firstParagraph) in controls.Where(item => item.Control.Document is not null))
        {
            if (control.Element(W.SdtContent) is not { } content)
            {
                continue;
            }

            if (content.Elements().All(e => W.IsMarker(e) || (e.Name == W.P && ParagraphMarks.IsEmpty(e) && !IsPending(e))))
            {
                content.Elements(W.P).Skip(1).Remove();
                TableChanges.EnsureParagraph(content);
                ShowPlaceholder(control);
            }
            else if (firstParagraph && content.Elements(W.P).FirstOrDefault() is { } first && ParagraphMarks.IsEmpty(first) && !IsPending(first)
                && first.ElementsAfterSelf(W.P).Any(p => !ParagraphMarks.IsEmpty(p)))
            {
                // What stood in the place of the placeholder is gone. The next paragraph takes its place, and keeps it should it be emptied as well.
                ParagraphMarks.TryRemove(first);
            }
        }
    }

    /// <summary>Says that the control shows its placeholder, at the place the schema has for it (CT_SdtPr).</summary>
    public static void ShowPlaceholder(XElement control)
    {
        if (control.Element(W.SdtPr) is not { } properties)
        {
            control.AddFirst(new XElement(W.SdtPr, new XElement(W.ShowingPlaceholder)));
            return;
        }

        if (properties.Element(W.ShowingPlaceholder) is not null)
        {
            return;
        }

        var before = properties.Elements().LastOrDefault(e => e.Name.LocalName is "rPr" or "alias" or "tag" or "id" or "lock" or "placeholder" or "temporary");
        if (before is null)
        {
            properties.AddFirst(new XElement(W.ShowingPlaceholder));
        }
        else
        {
            before.AddAfterSelf(new XElement(W.ShowingPlaceholder));
        }
    }

    private static bool IsPending(XElement paragraph) => paragraph.Element(W.PPr)?.Element(W.RPr)?.Element(W.Ins) is not null;
}
