using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>What belongs to one move: the ranges of the same name on both sides (17.13.5.24, .28) and all that was moved in them.</summary>
internal static class Moves
{
    public static IReadOnlyList<IReadOnlyList<TrackedChange>> Of(RevisionScan scan)
    {
        var contents = Contents(scan);
        return
        [
            .. scan.Changes.Where(change => change.IsRange)
                .GroupBy(range => (range.Part.Name, Name: (string?)range.Element.Attribute(W.Ns + "name")))
                .Select(ranges => ranges.SelectMany(range => contents[range].Prepend(range)).ToList()),
        ];
    }

    /// <summary>
    /// What was moved in each range: a piece belongs to the range of its side that was opened last and is still open there. A range
    /// without an end reaches to the end of its part. Word begins the range of a whole paragraph inside of it and ends it behind it: then the
    /// paragraph's mark belongs to it, though its element stands before.
    /// </summary>
    private static Dictionary<TrackedChange, List<TrackedChange>> Contents(RevisionScan scan)
    {
        var contents = new Dictionary<TrackedChange, List<TrackedChange>>();
        var open = new Dictionary<(string Part, bool From), Stack<(TrackedChange Range, int End)>>();
        var waiting = new Dictionary<XElement, TrackedChange>();
        foreach (var change in scan.Changes.Where(change => change.IsMoved))
        {
            var side = (change.Part.Name, IsFrom(change));
            if (!open.TryGetValue(side, out var ranges))
            {
                open[side] = ranges = new();
            }

            if (change.IsRange)
            {
                contents[change] = [];
                var end = scan.Ranges.EndOf(change.Element);
                ranges.Push((change, end is not null ? scan.Ranges.OrderOf(end) : int.MaxValue));
                if (change.Element.Parent is { } paragraph && end?.Parent != paragraph && waiting.TryGetValue(paragraph, out var mark) && IsFrom(mark) == IsFrom(change))
                {
                    contents[change].Add(mark);
                    waiting.Remove(paragraph);
                }

                continue;
            }

            var at = scan.Ranges.OrderOf(change.Element);
            while (ranges.TryPeek(out var last) && last.End < at)
            {
                ranges.Pop();
            }

            if (ranges.TryPeek(out var range))
            {
                contents[range.Range].Add(change);
            }
            else if (change is { Kind: RevisionKind.ParagraphMarkMoveFrom or RevisionKind.ParagraphMarkMoveTo, Paragraph: { } owner })
            {
                waiting[owner] = change;
            }
        }

        return contents;
    }

    private static bool IsFrom(TrackedChange change) =>
        change.Kind is RevisionKind.MoveFrom or RevisionKind.MoveFromRange or RevisionKind.ParagraphMarkMoveFrom;
}
