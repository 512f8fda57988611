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
        foreach (var change in scan.Changes)
        {
            var leaders = change.Kind switch
            {
                RevisionKind.ParagraphMarkInsertion => WordsOf(change, insertions),
                RevisionKind.Insertion => SectionOf(change, insertions),
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

    private static List<TrackedChange> SectionOf(TrackedChange heading, Dictionary<XElement, TrackedChange> insertions)
    {
        var start = heading.Element.Elements().FirstOrDefault(IsSectionBookmark);
        if (start is null)
        {
            return [];
        }

        var id = (string?)start.Attribute(W.Id);
        return
        [
            .. RevisionText.After(start).TakeWhile(e => e.Name != W.Ns + "bookmarkEnd" || (string?)e.Attribute(W.Id) != id)
                .Select(e => insertions.GetValueOrDefault(e)).OfType<TrackedChange>()
                .Where(change => change != heading && change.BySameHandAs(heading)),
        ];
    }
}
