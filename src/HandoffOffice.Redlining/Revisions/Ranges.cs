using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Marks that have nothing left to mark.</summary>
internal static class Ranges
{
    /// <summary>Takes out the ranges of moves of which nothing is pending, and our bookmarks around sections whose heading is settled.</summary>
    public static void Tidy(RevisionScan scan)
    {
        var ranges = scan.Changes.Where(change => change.IsRange).SelectMany(change => change.Copies.Prepend(change.Element)).ToHashSet();
        foreach (var root in scan.Changes.Select(change => change.Part.Xml.Root).OfType<XElement>().Distinct())
        {
            var edits = new TreeEdits();
            Tidy(root, ranges, edits);
            edits.Apply();
        }
    }

    private static void Tidy(XElement root, HashSet<XElement> ranges, TreeEdits edits)
    {
        var open = new Dictionary<(XName End, string? Id), List<(XElement Start, int MovedBefore)>>();
        var moved = 0;
        foreach (var element in root.Descendants())
        {
            if (element.Name == W.MoveFrom || element.Name == W.MoveTo)
            {
                moved++;
            }
            else if (!W.IsMarker(element))
            {
                continue;
            }
            else if (ranges.Contains(element) || (Followers.IsSectionBookmark(element) && element.Parent?.Name != W.Ins))
            {
                var key = (RevisionNames.EndOf(element), (string?)element.Attribute(W.Id));
                open.TryAdd(key, []);
                open[key].Add((element, moved));
            }
            else if (open.Remove((element.Name, (string?)element.Attribute(W.Id)), out var starts))
            {
                var idle = starts.Where(start => IsIdle(start, moved)).ToList();
                idle.ForEach(start => edits.Drop(start.Start));
                if (idle.Count == starts.Count)
                {
                    edits.Drop(element);
                }
            }
        }

        foreach (var (start, movedBefore) in open.Values.SelectMany(starts => starts).Where(start => IsIdle(start, moved)))
        {
            edits.Drop(start);
        }
    }

    private static bool IsIdle((XElement Start, int MovedBefore) range, int moved) => Followers.IsSectionBookmark(range.Start) || range.MovedBefore == moved;
}
