using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Which change in the fallback of an alternate content block is the copy of which in its choice. Word gives both the same id. Where ids
/// are unique in the file they can't be the same; then the copies are told by their order, as long as there are as many of each kind, author and date.
/// </summary>
internal static class FallbackCopies
{
    /// <summary>The copies, each with the element that it is the copy of.</summary>
    /// <param name="changes">The elements of all changes in document order.</param>
    public static Dictionary<XElement, XElement> Of(IEnumerable<XElement> changes)
    {
        var copies = new Dictionary<XElement, XElement>();
        var alternates = changes.Select(element => (Block: Block(element), Element: element)).Where(item => item.Block is not null);
        foreach (var alike in alternates.GroupBy(item => (item.Block, Hand(item.Element)), item => item.Element))
        {
            Pair([.. alike.Where(element => !IsFallback(element))], [.. alike.Where(IsFallback)], copies);
        }

        return copies;
    }

    private static void Pair(List<XElement> originals, List<XElement> fallbacks, Dictionary<XElement, XElement> copies)
    {
        var byId = new Dictionary<string, XElement>();
        foreach (var original in originals)
        {
            byId.TryAdd(IdOf(original), original);
        }

        if (originals.Count == fallbacks.Count && fallbacks.Exists(fallback => !byId.ContainsKey(IdOf(fallback))))
        {
            byId.Clear();
            foreach (var (fallback, original) in fallbacks.Zip(originals))
            {
                copies[fallback] = original;
            }
        }

        foreach (var fallback in fallbacks)
        {
            if (byId.TryGetValue(IdOf(fallback), out var original))
            {
                copies[fallback] = original;
            }
        }
    }

    private static string IdOf(XElement element) => (string?)element.Attribute(W.Id) ?? "";

    // A mark of a paragraph has the element of an insertion of runs, so that what the element stands in counts.
    private static (XName, XName?, string?, string?) Hand(XElement element) =>
        (element.Name, element.Parent?.Name == W.RPr ? W.RPr : null, (string?)element.Attribute(W.Author), (string?)element.Attribute(W.Date));

    private static XElement? Block(XElement element) => element.Ancestors(W.Compatibility + "AlternateContent").LastOrDefault();

    private static bool IsFallback(XElement element) => element.Ancestors(W.Fallback).Any();
}
