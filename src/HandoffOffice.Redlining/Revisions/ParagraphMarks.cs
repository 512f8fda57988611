using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Paragraph marks that stay or go. A paragraph whose mark goes runs on into the next, whose mark (and with it whose properties) is
/// the one that stays (17.13.5.15). The paragraphs of a container are taken out together at the end (see BlockList).
/// </summary>
internal sealed class ParagraphMarks
{
    private readonly Dictionary<XElement, BlockList> lists = [];
    private readonly HashSet<XElement> settled = [];

    /// <summary>Settles the marks among the changes, the last first.</summary>
    public static void Settle(IEnumerable<(TrackedChange Change, Verdict Verdict)> work)
    {
        var marks = new ParagraphMarks();
        foreach (var (change, verdict) in work.Reverse())
        {
            marks.Settle(change, verdict.Accepted);
        }

        foreach (var list in marks.lists.Values)
        {
            list.Apply();
        }
    }

    /// <summary>Whether the paragraph holds nothing: properties, range marks and empty runs aside.</summary>
    public static bool IsEmpty(XElement paragraph) =>
        paragraph.Elements().All(e => e.Name == W.PPr || W.IsMarker(e) || (e.Name == W.R && e.Elements().All(c => c.Name == W.RPr)));

    /// <summary>Takes an empty paragraph away where its container stays valid without it, and leaves the range marks in it.</summary>
    public static void TryRemove(XElement paragraph)
    {
        if (paragraph.Parent is { } container)
        {
            var list = new BlockList(container);
            list.TryRemove(paragraph);
            list.Apply();
        }
    }

    private void Settle(TrackedChange change, bool accepted)
    {
        bool? keep = change.Kind switch
        {
            RevisionKind.ParagraphMarkInsertion or RevisionKind.ParagraphMarkMoveTo => accepted,
            RevisionKind.ParagraphMarkDeletion or RevisionKind.ParagraphMarkMoveFrom => !accepted,
            _ => null,
        };
        if (keep is null || change.Element.Document is null)
        {
            return;
        }

        // A broken document can have the properties of a paragraph where no paragraph is.
        var owner = change.Element.Parent?.Parent?.Parent;
        Unmark(change.Element);
        if (keep == false && owner is { Parent: { } container } paragraph && paragraph.Name == W.P && settled.Add(paragraph))
        {
            if (!lists.TryGetValue(container, out var list))
            {
                lists[container] = list = new BlockList(container);
            }

            RemoveMark(paragraph, list);
        }
    }

    private static void RemoveMark(XElement paragraph, BlockList list)
    {
        if (IsEmpty(paragraph))
        {
            list.TryRemove(paragraph);
            return;
        }

        if (list.Next(paragraph) is not { } next || next.Name != W.P)
        {
            // Before a table, a content control or the end of a cell there is nothing to run on into; Word keeps the mark as well.
            return;
        }

        var properties = paragraph.Element(W.PPr);
        properties?.Remove();
        var content = paragraph.Nodes().ToList();
        paragraph.RemoveNodes();
        if (next.Element(W.PPr) is { } own)
        {
            own.AddAfterSelf(content);
        }
        else
        {
            next.AddFirst(content);
        }

        list.Remove(paragraph);
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
}
