namespace HandoffOffice.Redlining;

/// <summary>Makes of the shortest script of changes one that people would have written.</summary>
internal static class MatchTidying
{
    // Longer stretches of punctuation say something of their own: a line of dashes, a row of dots.
    private const int LongestGlue = 8;

    /// <summary>
    /// Drops matches of nothing but white space and punctuation between two changes, so that "delete A, keep the space, delete B" is one
    /// change; then moves insertions and deletions, where equal tokens allow it, to where they begin and end naturally: behind a paragraph mark,
    /// else a sentence, else a word and its space. No word that was matched is lost.
    /// </summary>
    /// <param name="matches">As <see cref="SequenceDiff.Matches"/> gives them.</param>
    /// <param name="a">The tokens of the first sequence.</param>
    /// <param name="b">The tokens of the second sequence.</param>
    /// <param name="kind">What a token is. Matched breaks and paragraph marks are never dropped.</param>
    public static List<Match> Tidy(List<Match> matches, ReadOnlySpan<int> a, ReadOnlySpan<int> b, Func<int, TokenKind> kind) =>
        ChangeSlider.Slide(WithoutGlue(matches, a, b, kind), a, b, kind);

    private static List<Match> WithoutGlue(List<Match> matches, ReadOnlySpan<int> a, ReadOnlySpan<int> b, Func<int, TokenKind> kind)
    {
        var kept = new MatchList();
        var i = 0;
        while (i < matches.Count)
        {
            if (!IsGlueBetweenChanges(matches, i, a, b, kind))
            {
                kept.Add(matches[i].A, matches[i].B, matches[i].Length);
                i++;
                continue;
            }

            var next = i + 1;
            while (next < matches.Count && IsGlueBetweenChanges(matches, next, a, b, kind))
                next++;
            Rematch(matches, i, next, a, b, kept);
            i = next;
        }

        return kept.Runs;
    }

    private static bool IsGlueBetweenChanges(List<Match> matches, int at, ReadOnlySpan<int> a, ReadOnlySpan<int> b, Func<int, TokenKind> kind)
    {
        var run = matches[at];
        if (run.Length > LongestGlue || (run.A == 0 && run.B == 0) || (run.A + run.Length == a.Length && run.B + run.Length == b.Length))
            return false;

        foreach (var token in a.Slice(run.A, run.Length))
        {
            if (kind(token) is not (TokenKind.Space or TokenKind.Punctuation or TokenKind.SentenceEnd))
                return false;
        }

        return true;
    }

    // The changes around the glue become one; what its ends then have in common is matched: "-A-B-" against "-" is "-" and one deletion.
    private static void Rematch(List<Match> matches, int from, int to, ReadOnlySpan<int> a, ReadOnlySpan<int> b, MatchList kept)
    {
        var (startA, startB) = from > 0 ? (matches[from - 1].A + matches[from - 1].Length, matches[from - 1].B + matches[from - 1].Length) : (0, 0);
        var (endA, endB) = to < matches.Count ? (matches[to].A, matches[to].B) : (a.Length, b.Length);
        var changeA = a[startA..endA];
        var changeB = b[startB..endB];
        var prefix = changeA.CommonPrefixLength(changeB);
        var suffix = SequenceDiff.CommonSuffix(changeA[prefix..], changeB[prefix..]);
        var glue = matches[from..to].Sum(run => run.Length);

        // Where words were only inserted, or only deleted, nothing is won by replacing the glue between them.
        var replaces = prefix + suffix < Math.Min(changeA.Length, changeB.Length);
        if (replaces && (glue == changeA.Length || glue == changeB.Length))
        {
            foreach (var run in matches[from..to])
                kept.Add(run.A, run.B, run.Length);
            return;
        }

        kept.Add(startA, startB, prefix);
        kept.Add(endA - suffix, endB - suffix, suffix);
    }
}
