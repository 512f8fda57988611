namespace HandoffOffice.Redlining;

/// <summary>Blocks that are the same on both sides and in the same order.</summary>
internal static class Anchors
{
    private const int CharactersPerCopy = 48;
    private const int MostCopies = 24;

    /// <summary>Pairs of indices, increasing on both sides.</summary>
    public static List<(int A, int B)> Of(List<XmlElement> a, List<int> keysA, List<XmlElement> b, List<int> keysB)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return [];
        }

        if (a.Count == 1 && b.Count == 1)
        {
            return keysA[0] == keysB[0] ? [(0, 0)] : [];
        }

        var (copiesA, copiesB) = (Copies(a, keysA), Copies(b, keysB));
        var pairs = new List<(int A, int B)>();
        foreach (var match in SequenceDiff.Matches(copiesA.Keys, copiesB.Keys))
        {
            for (var at = 0; at < match.Length; at++)
            {
                var pair = (A: copiesA.Owners[match.A + at], B: copiesB.Owners[match.B + at]);
                if (pairs.Count == 0 || (pair.A > pairs[^1].A && pair.B > pairs[^1].B))
                {
                    pairs.Add(pair);
                }
            }
        }

        return [.. pairs.Where((pair, at) => !IsBlank(a[pair.A]) || !IsAlone(pairs, at, a.Count, b.Count))];
    }

    // Of blocks that passed each other those with more text stay: a block counts by its length.
    private static (int[] Keys, int[] Owners) Copies(List<XmlElement> blocks, List<int> keys)
    {
        var (copies, owners) = (new List<int>(blocks.Count), new List<int>(blocks.Count));
        for (var block = 0; block < blocks.Count; block++)
        {
            var count = Math.Min(MostCopies, 1 + (Length(blocks[block]) / CharactersPerCopy));
            for (var copy = 0; copy < count; copy++)
            {
                copies.Add(keys[block]);
                owners.Add(block);
            }
        }

        return (copies.ToArray(), owners.ToArray());
    }

    private static int Length(XmlElement block)
    {
        var length = 0;
        for (var at = block.Index + 1; at < block.Span.After; at++)
        {
            var span = block.Map.Span(at);
            length += span.Name == W.T ? span.ContentEnd - span.Content : 0;
        }

        return length;
    }

    // An empty paragraph between changed ones says nothing about which belongs to which.
    private static bool IsAlone(List<(int A, int B)> pairs, int at, int countA, int countB)
    {
        var (a, b) = pairs[at];
        var (beforeA, beforeB) = at == 0 ? (-1, -1) : pairs[at - 1];
        var (afterA, afterB) = at == pairs.Count - 1 ? (countA, countB) : pairs[at + 1];
        return a > beforeA + 1 && b > beforeB + 1 && a < afterA - 1 && b < afterB - 1;
    }

    private static bool IsBlank(XmlElement block) => block.Name == W.P && !HoldsText(block);

    private static bool HoldsText(XmlElement block)
    {
        for (var at = block.Index + 1; at < block.Span.After; at++)
        {
            var name = block.Map.Span(at).Name;
            if (name == W.R || name.Namespace == W.Math)
            {
                return true;
            }
        }

        return false;
    }
}
