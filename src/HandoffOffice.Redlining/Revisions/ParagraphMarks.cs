using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Paragraph marks that stay or go. A paragraph whose mark goes runs on into the next, whose mark (and with it whose properties) is
/// the one that stays (17.13.5.15).
/// </summary>
internal static class ParagraphMarks
{
    public static void Settle(TrackedChange change, bool accepted)
    {
        bool? keep = change.Kind switch
        {
            RevisionKind.ParagraphMarkInsertion or RevisionKind.ParagraphMarkMoveTo => accepted,
            RevisionKind.ParagraphMarkDeletion or RevisionKind.ParagraphMarkMoveFrom => !accepted,
            _ => null,
        };
        if (keep is null || change.Element.Document is null || change.Paragraph is not { } paragraph)
        {
            return;
        }

        Unmark(change.Element);
        if (keep == false)
        {
            RemoveMark(paragraph);
        }
    }

    /// <summary>Whether the paragraph holds nothing: properties, range marks and empty runs aside.</summary>
    public static bool IsEmpty(XElement paragraph) =>
        paragraph.Elements().All(e => e.Name == W.PPr || W.IsMarker(e) || (e.Name == W.R && e.Elements().All(c => c.Name == W.RPr)));

    /// <summary>Takes an empty paragraph away where its container stays valid without it, and leaves the range marks in it.</summary>
    public static bool TryRemove(XElement paragraph)
    {
        if (paragraph.Parent is not { } container || !container.Elements().Where(IsBlock).Skip(1).Any()
            || (container.Name == W.Tc && !paragraph.ElementsAfterSelf(W.P).Any() && paragraph.ElementsBeforeSelf().LastOrDefault(IsBlock)?.Name != W.P))
        {
            return false;
        }

        var marks = paragraph.Elements().Where(e => W.IsMarker(e) && e.Name != W.Ns + "proofErr").ToList();
        marks.ForEach(mark => mark.Remove());
        paragraph.ReplaceWith(marks);
        return true;
    }

    private static void RemoveMark(XElement paragraph)
    {
        if (IsEmpty(paragraph))
        {
            TryRemove(paragraph);
            return;
        }

        var next = paragraph.ElementsAfterSelf().FirstOrDefault(e => !W.IsMarker(e));
        if (next?.Name != W.P)
        {
            // Before a table, a content control or the end of a cell there is nothing to run on into; Word keeps the mark as well.
            return;
        }

        var content = paragraph.Nodes().Where(node => node is not XElement { Name: var name } || name != W.PPr).ToList();
        content.ForEach(node => node.Remove());
        if (next.Element(W.PPr) is { } properties)
        {
            properties.AddAfterSelf(content);
        }
        else
        {
            next.AddFirst(content);
        }

        paragraph.Remove();
    }

    private static void Unmark(XElement mark)
    {
        var runProperties = mark.Parent;
        mark.Remove();
        if (runProperties is { HasElements: false, Parent: { } properties })
        {
            runProperties.Remove();
            if (!properties.HasElements)
            {
                properties.Remove();
            }
        }
    }

    private static bool IsBlock(XElement element) => element.Name == W.P || element.Name == W.Tbl || element.Name == W.Sdt;
}
