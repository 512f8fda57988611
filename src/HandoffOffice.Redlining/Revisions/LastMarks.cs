using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Paragraph marks with nothing to run on into: before a table, a control or the end. Such a mark goes with the words of its paragraph, or an
/// empty paragraph would stay; and with the tags of a control that go as well, for without them there is something to run on into.
/// </summary>
internal sealed class LastMarks
{
    private readonly Dictionary<XElement, TrackedChange> byElement;
    private readonly Dictionary<XElement, List<TrackedChange>> tags = [];

    public LastMarks(RevisionScan scan)
    {
        byElement = scan.Changes.ToDictionary(change => change.Element);
        foreach (var change in scan.Changes.Where(change => change.Kind is RevisionKind.CustomXmlDeletion or RevisionKind.CustomXmlInsertion))
        {
            foreach (var control in CustomXmlChanges.Crossed(change.Element, scan.Ranges.EndOf(change.Element)))
            {
                tags.TryAdd(control, []);
                tags[control].Add(change);
            }
        }
    }

    /// <summary>Whether a decided change is a paragraph mark that goes.</summary>
    public static bool Goes(TrackedChange change, bool accepted) => accepted
        ? change.Kind is RevisionKind.ParagraphMarkDeletion or RevisionKind.ParagraphMarkMoveFrom
        : change.Kind is RevisionKind.ParagraphMarkInsertion or RevisionKind.ParagraphMarkMoveTo;

    /// <summary>Whether another paragraph comes right behind.</summary>
    public static bool RunsOn(XElement paragraph) => Next(paragraph)?.Name == W.P;

    /// <summary>What goes when such a mark does.</summary>
    /// <param name="paragraph">The mark's.</param>
    /// <param name="accepted">Whether deletions are what goes; else insertions.</param>
    /// <param name="going">The paragraphs whose marks go with it, its own among them.</param>
    public IEnumerable<TrackedChange> GoWith(XElement paragraph, bool accepted, HashSet<XElement> going)
    {
        var words = paragraph.Descendants().Select(element => byElement.GetValueOrDefault(element)).OfType<TrackedChange>()
            .Where(change => change.Paragraph == paragraph && IsContent(change, accepted)).ToList();

        // An empty paragraph is simply taken out where others stay beside it.
        var emptied = !paragraph.Descendants(W.R).Any(run => run.Ancestors().TakeWhile(e => e != paragraph).All(e => !byElement.TryGetValue(e, out var change) || !words.Contains(change)));
        return emptied && paragraph.Parent?.Elements().Any(e => IsBlock(e) && !going.Contains(e)) == true ? words : words.Concat(TagsBehind(paragraph, accepted));
    }

    // Into controls and out of them, as long as their tags go.
    private List<TrackedChange> TagsBehind(XElement paragraph, bool accepted)
    {
        var going = new List<TrackedChange>();
        var (at, next) = (paragraph, Next(paragraph));
        while (next?.Name != W.P && (next ?? Holder(at)) is { } control && tags.TryGetValue(control, out var own) && own.Find(tag => IsContent(tag, accepted)) is { } change)
        {
            going.Add(change);
            (at, next) = (control, (next is null ? null : First(control)) ?? Next(control));
        }

        return going;
    }

    private static bool IsContent(TrackedChange change, bool accepted) => accepted
        ? change.Kind is RevisionKind.Deletion or RevisionKind.CustomXmlDeletion or RevisionKind.MathDeletion
        : change.Kind is RevisionKind.Insertion or RevisionKind.CustomXmlInsertion or RevisionKind.MathInsertion;

    private static XElement? First(XElement control) => (control.Element(W.SdtContent) ?? control).Elements().FirstOrDefault(IsBlock);

    private static XElement? Next(XElement block) => block.ElementsAfterSelf().FirstOrDefault(IsBlock);

    private static XElement? Holder(XElement block) => block.Parent is { } parent && parent.Name == W.SdtContent ? parent.Parent : block.Parent;

    private static bool IsBlock(XElement element) => !W.IsMarker(element) && element.Name.LocalName != "customXmlPr";
}
