using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Elements that mean nothing once what they held is gone.</summary>
internal static class Hollow
{
    private static readonly HashSet<string> RunContainers =
        ["ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "fldSimple", "dir", "bdo", "r", "oMath", "oMathPara"];

    /// <summary>Whether a container of runs is left with marks and properties only.</summary>
    public static bool IsRunContainer(XElement element) => element.Name == W.Sdt
        ? IsInline(element) && IsEmpty(element.Element(W.SdtContent))
        : RunContainers.Contains(element.Name.LocalName) && IsEmpty(element);

    /// <summary>A row without cells, a table without rows, a control in a table without either: not valid, and nobody can see them.</summary>
    public static bool IsTable(XElement element) =>
        (element.Name == W.Tr && !element.Descendants(W.Tc).Any())
        || (element.Name == W.Tbl && !element.Descendants(W.Tr).Any())
        || (element.Name == W.Sdt && element.Element(W.SdtContent) is { } content && IsTableContent(content))
        || (element.Name == W.Ns + "customXml" && IsAroundRowsOrCells(element));

    /// <summary>Whether this is the empty content of a control around rows or cells.</summary>
    public static bool IsTableContent(XElement element) =>
        element.Name == W.SdtContent && element.Parent is { } control && IsAroundRowsOrCells(control);

    /// <summary>The marks in an element that goes whose other half is elsewhere; they are taken out of it.</summary>
    public static List<XElement> TakeMarks(XElement element)
    {
        var marks = element.Descendants().Where(W.IsMarker).Where(mark => mark.Name != W.Ns + "proofErr").ToList();
        var halves = marks.Select(Half).ToHashSet();
        var lone = marks.Where(mark => Half(mark) is var (stem, id, start) && !halves.Contains((stem, id, !start))).ToList();
        foreach (var parent in lone.Select(mark => mark.Parent).Distinct().ToList())
        {
            parent?.RemoveNodes();
        }

        return lone;
    }

    /// <summary>The marks that an otherwise empty element holds; they are taken out of it.</summary>
    public static List<XElement> TakeOwnMarks(XElement element)
    {
        var holder = element.Element(W.SdtContent) ?? element;
        var marks = holder.Elements().Where(W.IsMarker).ToList();
        holder.RemoveNodes();
        return marks;
    }

    // Where a control stands says what stood in it.
    private static bool IsAroundRowsOrCells(XElement control) => (control.Parent?.Name == W.Tr || control.Parent?.Name == W.Tbl)
        && !control.Descendants(W.Tc).Any() && !control.Descendants(W.P).Any();

    private static bool IsEmpty(XElement? element) =>
        element?.Elements().All(e => W.IsMarker(e) || e.Name.LocalName is "rPr" or "oMathParaPr") == true;

    // A control with a tag is a place that somebody writes to: it stays, as those of a block do (see DraftedControls).
    private static bool IsInline(XElement control) =>
        control.Element(W.SdtPr)?.Element(W.Ns + "tag") is null
        && control.Ancestors().FirstOrDefault(e => e.Name == W.P || e.Name == W.Ns + "txbxContent")?.Name == W.P;

    private static (string Stem, string? Id, bool Start) Half(XElement mark)
    {
        var name = mark.Name.LocalName;
        var start = name.EndsWith("Start", StringComparison.Ordinal);
        return (name[..^(start ? 5 : 3)], (string?)mark.Attribute(W.Id), start);
    }
}
