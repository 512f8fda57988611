namespace HandoffOffice.Redlining;

/// <summary>Blocks that are the same on both sides and in the same order.</summary>
internal static class Anchors
{
    /// <summary>Pairs of indices, increasing on both sides.</summary>
    public static List<(int A, int B)> Of(List<XmlElement> a, List<int> keysA, List<XmlElement> b, List<int> keysB)
    {
        var anchors = new List<(int, int)>();
        var matches = SequenceDiff.Matches(keysA.ToArray(), keysB.ToArray());
        for (var at = 0; at < matches.Count; at++)
        {
            var (startA, startB, length) = matches[at];
            var alone = at > 0 ? startA > matches[at - 1].A + matches[at - 1].Length && startB > matches[at - 1].B + matches[at - 1].Length : startA > 0 && startB > 0;
            var last = at == matches.Count - 1;
            alone &= last ? startA + length < a.Count && startB + length < b.Count
                : matches[at + 1].A > startA + length && matches[at + 1].B > startB + length;

            // An empty paragraph between changed ones says nothing about which belongs to which.
            if (alone && Enumerable.Range(startA, length).All(block => IsBlank(a[block])))
            {
                continue;
            }

            for (var block = 0; block < length; block++)
            {
                anchors.Add((startA + block, startB + block));
            }
        }

        return anchors;
    }

    private static bool IsBlank(XmlElement block) => block.Name == W.P && !block.Descendants().Any(e => e.Name == W.R || e.Name.Namespace == W.Math);
}
