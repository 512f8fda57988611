using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Changes that nobody decides on their own. The mark of a paragraph that holds nothing but insertions of the mark's author follows
/// them: accepted with the first accepted, gone with the last rejected. So does the heading that came with a drafted section.
/// </summary>
internal static class Followers
{
    /// <summary>Begins the name of the (hidden) bookmark that holds a drafted heading and its section together until it is decided.</summary>
    public const string SectionBookmark = "_DraftedSection";

    /// <summary>Each follower with the insertions it follows (at least one).</summary>
    public static IReadOnlyDictionary<TrackedChange, IReadOnlyList<TrackedChange>> Of(RevisionScan scan)
    {
        var insertions = scan.Changes.Where(change => change.Kind == RevisionKind.Insertion).ToDictionary(change => change.Element);
        var followers = new Dictionary<TrackedChange, IReadOnlyList<TrackedChange>>();
        var sectionEnd = -1;
        for (var place = 0; place < scan.Changes.Count; place++)
        {
            var change = scan.Changes[place];
            var leaders = change.Kind switch
            {
                RevisionKind.ParagraphMarkInsertion => WordsOf(change, insertions),
                RevisionKind.Insertion => SectionOf(scan, place, ref sectionEnd),
                _ => [],
            };
            if (leaders.Count > 0)
            {
                followers[change] = leaders;
            }
        }

        return followers;
    }

    /// <summary>Whether the bookmark is one of ours around a drafted section.</summary>
    public static bool IsSectionBookmark(XElement element) =>
        element.Name == W.Ns + "bookmarkStart"
        && ((string?)element.Attribute(W.Ns + "name"))?.StartsWith(SectionBookmark, StringComparison.Ordinal) == true;

    private static List<TrackedChange> WordsOf(TrackedChange mark, Dictionary<XElement, TrackedChange> insertions)
    {
        var words = new List<TrackedChange>();
        foreach (var child in mark.Paragraph?.Elements() ?? [])
        {
            if (child.Name == W.PPr || W.IsMarker(child))
            {
                continue;
            }

            if (!insertions.TryGetValue(child, out var insertion) || insertion.Author != mark.Author)
            {
                return [];
            }

            words.Add(insertion);
        }

        return words;
    }

    // A section in a section would be no draft of ours.
    private static List<TrackedChange> SectionOf(RevisionScan scan, int place, ref int sectionEnd)
    {
        var heading = scan.Changes[place];
        if (heading.Element.Elements().FirstOrDefault(IsSectionBookmark) is not { } start || scan.Ranges.EndOf(start) is not { } end
            || scan.Ranges.OrderOf(start) < sectionEnd)
        {
            return [];
        }

        var until = sectionEnd = scan.Ranges.OrderOf(end);
        return
        [
            .. Enumerable.Range(place + 1, scan.Changes.Count - place - 1).Select(next => scan.Changes[next]).TakeWhile(change => scan.Ranges.OrderOf(change.Element) < until)
                .Where(change => change.Kind == RevisionKind.Insertion && change.BySameHandAs(heading)),
        ];
    }
}
