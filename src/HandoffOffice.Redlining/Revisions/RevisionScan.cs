using System.Globalization;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Finds every revision of a package, in reading order, and gives each an id of its own.</summary>
internal sealed class RevisionScan
{
    private readonly HashSet<int> taken = [];
    private readonly List<TrackedChange> changes = [];
    private int lastFree;

    private RevisionScan()
    {
    }

    public IReadOnlyList<TrackedChange> Changes => changes;

    /// <summary>Where the ranges of changes end, and in what order all of it stands.</summary>
    public RangeIndex Ranges { get; } = new();

    /// <summary>Scans the package. Ids that had to be given are written into the trees; they reach a file with the first part that is changed.</summary>
    public static RevisionScan Of(WordPackage package)
    {
        var scan = new RevisionScan();
        var found = new List<(WordPart Part, XElement Element, RevisionKind Kind)>();
        foreach (var part in package.Parts())
        {
            scan.Find(part, found);
        }

        RefuseCrowdedProperties(found);

        scan.lastFree = found.Select(hit => NumberOf(hit.Element)).Where(id => id is >= 0 and < int.MaxValue / 2).Append(0).Max() ?? 0;
        foreach (var (_, element, _) in found)
        {
            if (NumberOf(element) is { } number)
            {
                scan.taken.Add(number);
            }
        }

        scan.Name(found);
        return scan;
    }

    /// <summary>An id that no revision of the package has.</summary>
    public int NextId()
    {
        do
        {
            lastFree++;
        }
        while (!taken.Add(lastFree));

        return lastFree;
    }

    private void Name(List<(WordPart Part, XElement Element, RevisionKind Kind)> found)
    {
        var used = new HashSet<int>();
        var copies = FallbackCopies.Of(found.Select(hit => hit.Element));
        var byElement = new Dictionary<XElement, TrackedChange>();
        foreach (var (part, element, kind) in found.Where(hit => !copies.ContainsKey(hit.Element)))
        {
            var number = NumberOf(element) is { } own && used.Add(own) ? own : Rename(element);
            used.Add(number);
            var change = new TrackedChange(number.ToString(CultureInfo.InvariantCulture), kind, element, part);
            changes.Add(change);
            byElement[element] = change;
        }

        foreach (var (_, element, _) in found)
        {
            if (copies.TryGetValue(element, out var original))
            {
                byElement[original].Copies.Add(element);
            }
        }
    }

    private int Rename(XElement element)
    {
        var id = NextId();
        element.SetAttributeValue(W.Id, id);
        Ranges.EndOf(element)?.SetAttributeValue(W.Id, id);
        return id;
    }

    private static int? NumberOf(XElement element) =>
        int.TryParse((string?)element.Attribute(W.Id), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A properties element has one change of each kind (CT_PPr, CT_RPr and the like have at most one of each). Thousands in one place would be
    // compared with each other.
    private static void RefuseCrowdedProperties(List<(WordPart Part, XElement Element, RevisionKind Kind)> found)
    {
        var counts = new Dictionary<XElement, int>();
        foreach (var (part, element, kind) in found)
        {
            if (kind is not (RevisionKind.Insertion or RevisionKind.Deletion or RevisionKind.MoveFrom or RevisionKind.MoveTo) && !W.IsMarker(element)
                && element.Parent is { } properties && (counts[properties] = counts.GetValueOrDefault(properties) + 1) > DocumentLimits.MaxRevisionsOfOneElement)
            {
                throw new DocumentRefusedException(RefusalCodes.TooLarge,
                    $"A properties element has more than {DocumentLimits.MaxRevisionsOfOneElement} tracked changes.", part.Uri);
            }
        }
    }

    private void Find(WordPart part, List<(WordPart Part, XElement Element, RevisionKind Kind)> found)
    {
        var ranges = new List<XElement>();
        for (var element = part.Xml.Root; element is not null; element = Following(element))
        {
            // The root of a part is no change of anything, whatever its name.
            var kind = element.Parent is null ? null : RevisionNames.KindOf(element);
            if (kind is not null)
            {
                found.Add((part, element, kind.Value));
                if (found.Count > DocumentLimits.MaxRevisions)
                {
                    throw new DocumentRefusedException(RefusalCodes.TooLarge, $"The document has more than {DocumentLimits.MaxRevisions} tracked changes.");
                }
            }

            if (RangeIndex.IsOfInterest(element))
            {
                ranges.Add(element);
            }

            if (kind is not null || RangeIndex.IsOfInterest(element))
            {
                Ranges.Meet(element);
            }
        }

        Ranges.Close(ranges);
    }

    /// <summary>The next element in document order that is no history: properties as they were.</summary>
    private static XElement? Following(XElement element)
    {
        if (!RevisionNames.IsHistory(element) && element.HasElements && element.Elements().First() is { } child)
        {
            return child;
        }

        for (var at = element; at is not null; at = at.Parent)
        {
            var next = at.NextNode;
            while (next is not null and not XElement)
            {
                next = next.NextNode;
            }

            if (next is XElement found)
            {
                return found;
            }
        }

        return null;
    }
}
