using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// The ranges of a package that changes hang on, found in one walk: where each start has its end, and in which range of a move each moved
/// piece lies. Ends are found by id (17.13.5.24 and the like); the nearest one behind the start counts.
/// </summary>
internal sealed class RangeIndex
{
    private readonly Dictionary<XElement, XElement> ends = [];
    private readonly Dictionary<XElement, int> order = [];

    /// <summary>Notes an element of a part, in document order, parts one after the other.</summary>
    public void Meet(XElement element) => order.TryAdd(element, order.Count);

    /// <summary>Finds the ends, after a whole part was met.</summary>
    /// <param name="met">What was met in this part, in order.</param>
    public void Close(List<XElement> met)
    {
        var open = new Dictionary<(XName, string?), XElement>();
        foreach (var element in met.AsEnumerable().Reverse())
        {
            var id = (string?)element.Attribute(W.Id);
            if (IsEnd(element))
            {
                open[(element.Name, id)] = element;
            }
            else if (IsStart(element) && open.TryGetValue((RevisionNames.EndOf(element), id), out var end))
            {
                ends[element] = end;
            }
        }
    }

    /// <summary>The end of a range, or null when it has none.</summary>
    public XElement? EndOf(XElement start) => ends.GetValueOrDefault(start);

    /// <summary>The place of a change or of an end of a range in reading order.</summary>
    public int OrderOf(XElement element) => order[element];

    /// <summary>Whether the element is noted: a start or an end of a range that changes hang on.</summary>
    public static bool IsOfInterest(XElement element) => IsStart(element) || IsEnd(element);

    private static bool IsStart(XElement element) =>
        W.IsMarker(element) && element.Name.LocalName.EndsWith("Start", StringComparison.Ordinal)
        && (RevisionNames.KindOf(element) is not null || Followers.IsSectionBookmark(element));

    private static bool IsEnd(XElement element) =>
        W.IsMarker(element) && element.Name.LocalName.EndsWith("End", StringComparison.Ordinal) && element.Name != CommentParts.RangeEnd;
}
