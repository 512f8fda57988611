using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Rows and cells that stay or go.</summary>
internal static class TableChanges
{
    // What stands before w:vMerge in a cell's properties (CT_TcPrBase).
    private static readonly string[] BeforeMerge = ["cnfStyle", "tcW", "gridSpan", "hMerge"];

    public static void Settle(TrackedChange change, bool accepted)
    {
        var element = change.Element;
        if (element.Document is null)
        {
            return;
        }

        switch (change.Kind)
        {
            case RevisionKind.TableRowInsertion or RevisionKind.TableRowDeletion:
                Settle(element, W.Tr, keep: accepted == (change.Kind == RevisionKind.TableRowInsertion));
                break;
            case RevisionKind.CellInsertion or RevisionKind.CellDeletion:
                Settle(element, W.Tc, keep: accepted == (change.Kind == RevisionKind.CellInsertion));
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

    private static void Settle(XElement mark, XName owner, bool keep)
    {
        var properties = mark.Parent;
        mark.Remove();
        if (keep)
        {
            if (properties is { HasElements: false } && properties.Name == W.Ns + "trPr")
            {
                properties.Remove();
            }

            return;
        }

        if (properties?.Ancestors(owner).FirstOrDefault() is { } element)
        {
            RemoveFrom(element);
        }
    }

    // A row without cells and a table without rows are not valid, and nobody can see them.
    private static void RemoveFrom(XElement element)
    {
        var container = element.Parent;
        RunChanges.Remove(element);
        if (container is null)
        {
            return;
        }

        var hollow = container.Name == W.Tr && !container.Descendants(W.Tc).Any()
            || container.Name == W.Tbl && !container.Descendants(W.Tr).Any()
            || container.Name == W.SdtContent && !container.Descendants(W.Tc).Any() && !container.Descendants(W.P).Any()
                && container.Ancestors().Skip(1).FirstOrDefault()?.Name is { } outer && (outer == W.Tr || outer == W.Tbl);
        if (hollow)
        {
            RemoveFrom(container.Name == W.SdtContent && container.Parent is { } control ? control : container);
            return;
        }

        EnsureParagraph(container);
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
