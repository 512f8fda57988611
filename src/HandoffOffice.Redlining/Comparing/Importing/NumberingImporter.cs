using System.Globalization;
using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>
/// Lists (17.9). A list of the revised document is the same as one of the original when both define the same; what the original lacks
/// is added. Definitions are compared without the ids that Word gives anew.
/// </summary>
internal sealed class NumberingImporter(Comparison comparison)
{
    private readonly Dictionary<string, string> mapped = [];
    private readonly List<(string Id, string Abstract, XmlElement Num)> added = [];
    private readonly List<(string Id, XmlElement Abstract)> addedAbstracts = [];
    private NumberingLists? original;
    private NumberingLists? revised;

    /// <summary>What a list of the revised document is known by: the id of the same list of the original, if there is one.</summary>
    public string IdentityOfRevised(string id) => Same(id) ?? "new:" + id;

    /// <summary>The id that a list of the revised document has in the original, which gets the list if it lacks it.</summary>
    public string Import(string id)
    {
        if (id == "0" || Same(id) is { } same && same == id)
        {
            return id;
        }

        if (Same(id) is { } other)
        {
            return other;
        }

        if (mapped.TryGetValue(id, out var known))
        {
            return known;
        }

        original ??= new NumberingLists(comparison.Original);
        revised ??= new NumberingLists(comparison.Revised);
        if (!revised.Nums.TryGetValue(id, out var num) || num.ChildValue(W.Ns + "abstractNumId") is not { } abstractId
            || !revised.Abstracts.TryGetValue(abstractId, out var definition))
        {
            return mapped[id] = id;
        }

        var newAbstract = Next(original.Abstracts.Keys.Concat(addedAbstracts.Select(a => a.Id)));
        var newNum = Next(original.Nums.Keys.Concat(added.Select(a => a.Id)));
        addedAbstracts.Add((newAbstract, definition));
        added.Add((newNum, newAbstract, num));
        return mapped[id] = newNum;
    }

    /// <summary>Writes what was added.</summary>
    public void Apply()
    {
        if (added.Count == 0 || revised?.Part is not { } source)
        {
            return;
        }

        var part = original?.Part ?? Create();
        var target = new PartTarget(new SidePart(comparison.Original, part));
        var importer = new ElementImporter(comparison, new SidePart(comparison.Revised, source), target);
        var abstracts = new StringBuilder();
        foreach (var (id, definition) in addedAbstracts)
        {
            abstracts.Append(WithId(importer, definition, "abstractNumId", id, null));
        }

        var nums = new StringBuilder();
        foreach (var (id, abstractId, num) in added)
        {
            nums.Append(WithId(importer, num, "numId", id, abstractId));
        }

        // The definitions come before the lists (CT_Numbering), and a list of deleted pictures after both.
        var root = target.Part.Map.Root;
        var text = target.Part.Map.Text;
        var children = root.Children.ToList();
        var beforeNums = children.Where(e => e.Name.LocalName is "numPicBullet" or "abstractNum").Select(e => e.Span.End).Append(root.Span.Content).Max();
        var afterNums = children.Where(e => e.Name.LocalName != "numIdMacAtCleanup").Select(e => e.Span.End).Append(root.Span.Content).Max();
        var end = root.IsEmpty ? root.Span.Content : root.Span.ContentEnd;
        comparison.Original.Package.Replace(part, target.WithInside(
            $"{text.AsSpan(root.Span.Content, beforeNums - root.Span.Content)}{abstracts}{text.AsSpan(beforeNums, afterNums - beforeNums)}{nums}{text.AsSpan(afterNums, end - afterNums)}"));
    }

    private string Create()
    {
        var part = comparison.Edits.AddPart(PackageRules.Resolve(comparison.Original.Main, "numbering.xml"), PackageRules.WordType + "numbering+xml",
            Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:numbering xmlns:w=\"{W.Ns}\"></w:numbering>"));
        comparison.Edits.Relate(comparison.Original.Main, PackageRules.RelationshipType + "numbering", part, external: false);
        return part;
    }

    private static string WithId(ElementImporter importer, XmlElement element, string attribute, string id, string? abstractId)
    {
        var markup = new StringBuilder();
        importer.Write(markup, element);
        var text = markup.ToString();
        text = Replace(text, attribute, element.Attribute(W.Ns + attribute) ?? "", id);
        return abstractId is null ? text : Replace(text, "abstractNumId w:val", element.ChildValue(W.Ns + "abstractNumId") ?? "", abstractId);
    }

    private static string Replace(string text, string attribute, string old, string id)
    {
        var at = text.IndexOf($"{attribute}=\"{old}\"", StringComparison.Ordinal);
        return at < 0 ? text : $"{text.AsSpan(0, at)}{attribute}=\"{id}\"{text.AsSpan(at + attribute.Length + old.Length + 3)}";
    }

    private string? Same(string id)
    {
        original ??= new NumberingLists(comparison.Original);
        revised ??= new NumberingLists(comparison.Revised);
        if (!revised.Keys.TryGetValue(id, out var key))
        {
            return original.Nums.ContainsKey(id) ? null : id;
        }

        if (original.Keys.TryGetValue(id, out var own) && own == key)
        {
            return id;
        }

        // Lists that define the same count on their own: the second such list of one document is the second of the other.
        var place = revised.Keys.Where(pair => pair.Value == key).Select(pair => pair.Key).ToList().IndexOf(id);
        return original.Keys.Where(pair => pair.Value == key).Select(pair => pair.Key).ElementAtOrDefault(place);
    }

    private static string Next(IEnumerable<string> taken) =>
        (taken.Select(id => int.TryParse(id, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : 0).Append(0).Max() + 1).ToString(CultureInfo.InvariantCulture);
}
