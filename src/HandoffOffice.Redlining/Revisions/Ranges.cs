using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Marks that have nothing left to mark.</summary>
internal static class Ranges
{
    /// <summary>Takes out the ranges of moves of which nothing is pending, and our bookmarks around sections whose heading is settled.</summary>
    public static void Tidy(RevisionScan scan)
    {
        foreach (var range in scan.Changes.Where(change => change.IsRange))
        {
            foreach (var element in range.Copies.Prepend(range.Element).Where(e => e.Document is not null))
            {
                var start = range with { Element = element };
                if (!Moves.Within(start).Any(IsMoved))
                {
                    RemoveWithEnd(element);
                }
            }
        }

        foreach (var root in scan.Changes.Select(change => change.Part.Xml.Root).OfType<XElement>().Distinct())
        {
            foreach (var start in root.Descendants().Where(Followers.IsSectionBookmark).Where(start => start.Parent?.Name != W.Ins).ToList())
            {
                RemoveWithEnd(start);
            }
        }
    }

    private static bool IsMoved(XElement element) => element.Name == W.MoveFrom || element.Name == W.MoveTo;

    private static void RemoveWithEnd(XElement start)
    {
        var id = (string?)start.Attribute(W.Id);
        start.Document?.Descendants(RevisionNames.EndOf(start)).Where(end => (string?)end.Attribute(W.Id) == id).ToList().ForEach(end => end.Remove());
        start.Remove();
    }
}
