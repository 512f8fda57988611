namespace HandoffOffice.Redlining;

/// <summary>The lists of a document: what each defines, as a number that ids given anew do not change.</summary>
internal sealed class NumberingLists
{
    public NumberingLists(Side side)
    {
        Part = side.Related(side.Main, "numbering");
        if (Part is null)
        {
            return;
        }

        var part = new SidePart(side, Part);
        foreach (var child in part.Map.Root.Children)
        {
            if (child.Name == W.Ns + "abstractNum" && child.Attribute(W.Ns + "abstractNumId") is { } abstractId)
            {
                Abstracts.TryAdd(abstractId, child);
            }
            else if (child.Name == W.Ns + "num" && child.Attribute(W.Ns + "numId") is { } id)
            {
                Nums.TryAdd(id, child);
            }
        }

        var reference = W.Ns + "abstractNumId";
        foreach (var (id, num) in Nums)
        {
            var definition = num.ChildValue(reference) is { } abstractId && Abstracts.TryGetValue(abstractId, out var found)
                ? ListKey.Of(found, part)
                : 0;
            Keys[id] = Fingerprints.Mix(definition, Fingerprints.OfProperties(num, part, name => name == reference));
        }
    }

    public string? Part { get; }

    public Dictionary<string, XmlElement> Nums { get; } = [];

    public Dictionary<string, XmlElement> Abstracts { get; } = [];

    public Dictionary<string, ulong> Keys { get; } = [];
}
