namespace HandoffOffice.Redlining;

/// <summary>Which tables, controls and blocks in them belong together, though they are not the same.</summary>
internal static class BlockPairing
{
    /// <summary>The least likeness of tables or controls that are compared with each other.</summary>
    public const double EnoughAlike = 0.25;

    private const double SameContent = 0.5;

    /// <summary>
    /// Gives tables and controls that were changed the same key. They still hold their place: what moved past one moved, and it did not.
    /// </summary>
    /// <returns>Which blocks of the original they are.</returns>
    public static HashSet<int> PairChanged(TokenKeys keys, List<XmlElement> a, List<int> keysA, List<XmlElement> b, List<int> keysB)
    {
        var (known, offered) = (keysA.ToHashSet(), keysB.ToHashSet());
        var changedA = Enumerable.Range(0, a.Count).Where(block => BlockKind.IsHard(a[block]) && !offered.Contains(keysA[block])).ToList();
        var changedB = Enumerable.Range(0, b.Count).Where(block => BlockKind.IsHard(b[block]) && !known.Contains(keysB[block])).ToList();
        var (bagsA, bagsB) = (changedA.ConvertAll(block => WordBag.Of(a[block])), changedB.ConvertAll(block => WordBag.Of(b[block])));
        var alike = new HashSet<int>();
        foreach (var (x, y) in Pairing.By(changedA.Count, changedB.Count,
            (i, j) => a[changedA[i]].Name == b[changedB[j]].Name && bagsA[i].Count > 0 ? bagsA[i].Likeness(bagsB[j]) : 0, SameContent))
        {
            keysA[changedA[x]] = keysB[changedB[y]] = keys.Unique();
            alike.Add(changedA[x]);
        }

        return alike;
    }

    /// <summary>How alike two tables or controls are: the words they share, and more where their build or their name is the same.</summary>
    public static double Likeness(XmlElement a, XmlElement b)
    {
        if (a.Name != b.Name)
        {
            return 0;
        }

        var words = WordBag.Of(a).Likeness(WordBag.Of(b));
        if (a.Name == W.Tbl)
        {
            // A table with as many columns is the same table with other words rather than another one.
            return words + (TableComparison.Columns(a) == TableComparison.Columns(b) ? EnoughAlike : 0);
        }

        var same = a.Child(W.SdtPr) is { } one && b.Child(W.SdtPr) is { } other
            && (one.ChildValue(W.Id) ?? "") == (other.ChildValue(W.Id) ?? "-") | (one.ChildValue(W.Ns + "tag") ?? "") == (other.ChildValue(W.Ns + "tag") ?? "-");
        return words + (same ? EnoughAlike : 0);
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
