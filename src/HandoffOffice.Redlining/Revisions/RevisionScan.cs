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

    /// <summary>Scans the package. Ids that had to be given are written into the trees; they reach a file with the first part that is changed.</summary>
    public static RevisionScan Of(WordPackage package)
    {
        var scan = new RevisionScan();
        var found = package.Parts().SelectMany(part => Find(part.Xml.Root).Select(hit => (part, hit.Element, hit.Kind))).ToList();
        if (found.Count > DocumentLimits.MaxRevisions)
        {
            throw new DocumentRefusedException(RefusalCodes.TooLarge, $"The document has more than {DocumentLimits.MaxRevisions} tracked changes.");
        }

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
        var stated = (string?)element.Attribute(W.Id);
        var end = W.IsMarker(element)
            ? RevisionText.After(element).FirstOrDefault(e => e.Name == RevisionNames.EndOf(element) && (string?)e.Attribute(W.Id) == stated)
            : null;
        var id = NextId();
        element.SetAttributeValue(W.Id, id);
        end?.SetAttributeValue(W.Id, id);
        return id;
    }

    private static int? NumberOf(XElement element) =>
        int.TryParse((string?)element.Attribute(W.Id), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<(XElement Element, RevisionKind Kind)> Find(XElement? root)
    {
        if (root is null)
        {
            yield break;
        }

        var open = new Stack<XElement>();
        open.Push(root);
        while (open.TryPop(out var element))
        {
            if (RevisionNames.KindOf(element) is { } kind)
            {
                yield return (element, kind);
            }

            if (!RevisionNames.IsHistory(element))
            {
                foreach (var child in element.Elements().Reverse())
                {
                    open.Push(child);
                }
            }
        }
    }
}
