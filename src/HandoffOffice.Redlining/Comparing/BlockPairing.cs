namespace HandoffOffice.Redlining;

/// <summary>Which tables, controls and blocks in them belong together, though they are not the same.</summary>
internal sealed class BlockPairing
{
    private const double EnoughAlike = 0.25;
    private const double SameContent = 0.5;

    private readonly Dictionary<XmlElement, WordBag> bags = [];

    /// <summary>
    /// Gives tables and controls that were changed the same key. They still hold their place: what moved past one moved, and it did not.
    /// </summary>
    /// <returns>Which blocks of the original they are.</returns>
    public HashSet<int> PairChanged(TokenKeys keys, List<XmlElement> a, List<int> keysA, List<XmlElement> b, List<int> keysB)
    {
        if (!a.Exists(BlockKind.IsHard) || !b.Exists(BlockKind.IsHard))
        {
            return [];
        }

        var (known, offered) = (keysA.ToHashSet(), keysB.ToHashSet());
        var changedA = Enumerable.Range(0, a.Count).Where(block => BlockKind.IsHard(a[block]) && !offered.Contains(keysA[block])).ToList();
        var changedB = Enumerable.Range(0, b.Count).Where(block => BlockKind.IsHard(b[block]) && !known.Contains(keysB[block])).ToList();
        var (bagsA, bagsB) = (changedA.ConvertAll(block => BagOf(a[block])), changedB.ConvertAll(block => BagOf(b[block])));
        var alike = new HashSet<int>();
        foreach (var (x, y) in Pairing.By(changedA.Count, changedB.Count,
            (i, j) => a[changedA[i]].Name == b[changedB[j]].Name && bagsA[i].Count > 0 ? bagsA[i].Likeness(bagsB[j]) : 0, SameContent))
        {
            keysA[changedA[x]] = keysB[changedB[y]] = keys.Unique();
            alike.Add(changedA[x]);
        }

        return alike;
    }

    /// <summary>Pairs tables and controls by the words they share, and by their build or their name.</summary>
    public List<(int A, int B)> Pair(List<XmlElement> a, List<XmlElement> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return [];
        }

        var (bagsA, bagsB) = (a.ConvertAll(BagOf), b.ConvertAll(BagOf));
        return Pairing.By(a.Count, b.Count, (x, y) => a[x].Name == b[y].Name ? bagsA[x].Likeness(bagsB[y]) + SameBuild(a[x], b[y]) : 0, EnoughAlike);
    }

    // The words of a table that found no partner at first are asked for again.
    private WordBag BagOf(XmlElement block) => bags.TryGetValue(block, out var bag) ? bag : bags[block] = WordBag.Of(block);

    private static double SameBuild(XmlElement a, XmlElement b)
    {
        if (a.Name == W.Tbl)
        {
            // A table with as many columns is the same table with other words rather than another one.
            return TableComparison.Columns(a) == TableComparison.Columns(b) ? EnoughAlike : 0;
        }

        var same = a.Child(W.SdtPr) is { } one && b.Child(W.SdtPr) is { } other
            && (one.ChildValue(W.Id) ?? "") == (other.ChildValue(W.Id) ?? "-") | (one.ChildValue(W.Ns + "tag") ?? "") == (other.ChildValue(W.Ns + "tag") ?? "-");
        return same ? EnoughAlike : 0;
    }

    /// <summary>Where among the blocks those of the control stand; null when they don't.</summary>
    public static (int Start, int End)? SameBlocks(XmlElement control, List<XmlElement> blocks)
    {
        var inner = (control.Child(W.SdtContent) ?? control).Children.ToList().FindAll(BlockKind.IsBlock).ConvertAll(WordBag.Of);
        var others = blocks.FindAll(BlockKind.IsBlock);
        var bags = others.ConvertAll(WordBag.Of);
        var pairs = Pairing.By(inner.Count, others.Count, (x, y) => others[y].Name == W.Sdt || inner[x].Count == 0 ? 0 : inner[x].Likeness(bags[y]), SameContent);
        return pairs.Count == 0 ? null : (blocks.IndexOf(others[pairs[0].B]), blocks.IndexOf(others[pairs[^1].B]) + 1);
    }
}
