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
    /// without an end reaches to the end of its part.
    /// </summary>
    private static Dictionary<TrackedChange, List<TrackedChange>> Contents(RevisionScan scan)
    {
        var contents = new Dictionary<TrackedChange, List<TrackedChange>>();
        var open = new Dictionary<(string Part, bool From), Stack<(TrackedChange Range, int End)>>();
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
                ranges.Push((change, scan.Ranges.EndOf(change.Element) is { } end ? scan.Ranges.OrderOf(end) : int.MaxValue));
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
        }

        return contents;
    }

    private static bool IsFrom(TrackedChange change) =>
        change.Kind is RevisionKind.MoveFrom or RevisionKind.MoveFromRange or RevisionKind.ParagraphMarkMoveFrom;
}
