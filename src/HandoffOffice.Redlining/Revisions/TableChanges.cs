using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Rows and cells that stay or go.</summary>
internal static class TableChanges
{
    // What stands before w:vMerge in a cell's properties (CT_TcPrBase).
    private static readonly string[] BeforeMerge = ["cnfStyle", "tcW", "gridSpan", "hMerge"];

    public static void Settle(TrackedChange change, bool accepted, TreeEdits edits)
    {
        var element = change.Element;
        if (element.Document is null)
        {
            return;
        }

        switch (change.Kind)
        {
            case RevisionKind.TableRowInsertion or RevisionKind.TableRowDeletion:
                Settle(element, W.Tr, accepted == (change.Kind == RevisionKind.TableRowInsertion), edits);
                break;
            case RevisionKind.CellInsertion or RevisionKind.CellDeletion:
                Settle(element, W.Tc, accepted == (change.Kind == RevisionKind.CellInsertion), edits);
                break;
            case RevisionKind.CellMerge:
                Merge(element, (string?)element.Attribute(W.Ns + (accepted ? "vMerge" : "vMergeOrig")));
                break;
        }
    }

    /// <summary>Gives a container that must hold a paragraph one, when it lost the last (17.4.65 and others).</summary>
    public static void EnsureParagraph(XElement? container)
    {
        if (container is null)
        {
            return;
        }

        var last = container.Elements().LastOrDefault(e => !W.IsMarker(e) && e.Name != W.SectPr);
        var needsOne = container.Name == W.Tc
            ? last?.Name != W.P
            : container.Name.LocalName is "body" or "hdr" or "ftr" or "footnote" or "endnote" or "comment" or "txbxContent" or "sdtContent"
                && !container.Descendants(W.P).Any();
        if (!needsOne)
        {
            return;
        }

        if (container.Element(W.SectPr) is { } section)
        {
            section.AddBeforeSelf(new XElement(W.P));
        }
        else
        {
            container.Add(new XElement(W.P));
        }
    }

    private static void Settle(XElement mark, XName owner, bool keep, TreeEdits edits)
    {
        var properties = mark.Parent;
        mark.Remove();
        if (keep)
        {
            if (properties is { HasElements: false } && properties.Name == W.Ns + "trPr")
            {
                properties.Remove();
            }
        }
        else if (properties?.Ancestors(owner).FirstOrDefault() is { } element)
        {
            edits.Remove(element);
        }
    }

    private static void Merge(XElement mark, string? state)
    {
        if (mark.Parent is not { } properties)
        {
            return;
        }

        mark.Remove();
        properties.Elements(W.Ns + "vMerge").Remove();
        if (state is null)
        {
            return;
        }

        var merge = new XElement(W.Ns + "vMerge", new XAttribute(W.Val, state == "rest" ? "restart" : "continue"));
        if (properties.Elements().LastOrDefault(e => BeforeMerge.Contains(e.Name.LocalName)) is { } before)
        {
            before.AddAfterSelf(merge);
        }
        else
        {
            properties.AddFirst(merge);
        }
    }
}
