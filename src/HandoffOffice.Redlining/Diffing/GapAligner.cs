namespace HandoffOffice.Redlining;

/// <summary>
/// Aligns a gap: exactly where that is affordable; else between anchors, that is runs of tokens that both sides have once, in the
/// longest chain that increases on both (patience diff, with longer runs first because they are surer); else window by window.
/// </summary>
internal sealed class GapAligner(int symbols, MatchList found)
{
    // In words of 64 cells: 4,096 x 4,096 cells, some 0.5 ms.
    private const long AlwaysExact = 4_096L * 4_096 / 64;

    // 16,384 x 16,384 cells, some 10 ms.
    private const long LargestExact = 16_384L * 16_384 / 64;

    // Runs of 32 survive one change in twenty often enough, and leave short gaps; the ends of the ladder are for what was edited heavily.
    private static readonly int[] RunLengths = [32, 8, 5, 3, 1];

    private readonly ExactAligner exact = new(symbols, found);
    private readonly byte[] seen = new byte[symbols];

    // What the exact alignment of large gaps may cost in all.
    private long budget = 8 * LargestExact;

    public void Align(Gap gap) => Align(gap, rung: 0);

    private void Align(Gap gap, int rung)
    {
        var prefix = gap.A.Span.CommonPrefixLength(gap.B.Span);
        var suffix = SequenceDiff.CommonSuffix(gap.A.Span[prefix..], gap.B.Span[prefix..]);
        gap.Report(0, 0, prefix, found);
        AlignMiddle(gap.Slice(prefix..^suffix, prefix..^suffix), rung);
        gap.Report(gap.A.Length - suffix, gap.B.Length - suffix, suffix, found);
    }

    private void AlignMiddle(Gap gap, int rung)
    {
        if (gap.IsEmpty)
            return;

        if (Affordable(gap))
            exact.Align(gap);
        else if (gap.WithoutOneSided(seen) is { } smaller)
            Align(smaller, rung);
        else
            AlignBetweenAnchors(gap, rung);
    }

    private bool Affordable(Gap gap)
    {
        var cost = ExactAligner.Cost(gap.A.Length, gap.B.Length);
        if (cost <= AlwaysExact)
            return true;
        if (cost > LargestExact || cost > budget)
            return false;

        budget -= cost;
        return true;
    }

    private void AlignBetweenAnchors(Gap gap, int rung)
    {
        for (; rung < RunLengths.Length; rung++)
        {
            found.Work += gap.A.Length + gap.B.Length;
            var anchors = UniqueRuns.Chain(gap.A.Span, gap.B.Span, RunLengths[rung]);
            if (anchors.Count == 0)
                continue;

            var (a, b) = (0, 0);
            foreach (var anchor in anchors)
            {
                Align(gap.Slice(a..anchor.A, b..anchor.B), rung + 1);
                gap.Report(anchor.A, anchor.B, anchor.Length, found);
                (a, b) = (anchor.A + anchor.Length, anchor.B + anchor.Length);
            }

            Align(gap.Slice(a..gap.A.Length, b..gap.B.Length), rung + 1);
            return;
        }

        AlignByWindows(gap);
    }

    // Nothing stands out: long stretches of few different tokens, or shuffled ones. A window goes over both sides and follows what it finds.
    private void AlignByWindows(Gap gap)
    {
        const int Side = 4_096;
        var (a, b) = (0, 0);
        while (a < gap.A.Length && b < gap.B.Length)
        {
            var (leftA, leftB) = (gap.A.Length - a, gap.B.Length - b);
            var lengthA = Math.Min(leftA, Math.Max(Side, Side * (Side / Math.Min(Side, leftB))));
            var lengthB = Math.Min(leftB, Math.Max(Side, Side * (Side / Math.Min(Side, leftA))));
            var window = gap.Slice(a..(a + lengthA), b..(b + lengthB));
            var (trustA, trustB) = (lengthA == leftA ? lengthA : lengthA * 3 / 4, lengthB == leftB ? lengthB : lengthB * 3 / 4);
            var (usedA, usedB) = exact.AlignUpTo(window, trustA, trustB);
            if (2 * usedA < trustA && 2 * usedB < trustB)
            {
                // Hardly anything in common here: on, as far as the sides are long, so that both end together and no stretch is looked at often.
                usedA = Math.Max(usedA, Step(leftA, leftB, trustA));
                usedB = Math.Max(usedB, Step(leftB, leftA, trustB));
            }

            (a, b) = (a + usedA, b + usedB);
        }
    }

    private static int Step(int left, int otherLeft, int trust) => left >= otherLeft ? trust : Math.Max(1, (int)((long)trust * left / otherLeft));
}
