namespace HandoffOffice.Redlining;

/// <summary>
/// An insertion (or deletion) next to equal tokens can be read in several ways: "the [very] very", "the very [very]". This takes the one whose
/// borders are the most natural.
/// </summary>
internal static class ChangeSlider
{
    // How natural it is that a change begins or ends here, from within a word group to the end of a paragraph.
    private const int BesideMark = 1;
    private const int BeforeSpace = 2;
    private const int BehindSpace = 3;
    private const int BehindSentence = 4;
    private const int BehindLine = 5;
    private const int BehindParagraph = 8;

    public static List<Match> Slide(List<Match> matches, ReadOnlySpan<int> a, ReadOnlySpan<int> b, Func<int, TokenKind> kind)
    {
        // With a match of nothing at either end every change stands between two.
        List<Match> runs = [new(0, 0, 0), .. matches, new(a.Length, b.Length, 0)];
        if (matches is [{ A: 0, B: 0 }, ..])
            runs.RemoveAt(0);
        if (matches is [.., var last] && last.A + last.Length == a.Length && last.B + last.Length == b.Length)
            runs.RemoveAt(runs.Count - 1);

        for (var i = 1; i < runs.Count; i++)
        {
            var (before, after) = (runs[i - 1], runs[i]);
            var (deleted, inserted) = (after.A - before.A - before.Length, after.B - before.B - before.Length);
            if ((deleted == 0) == (inserted == 0))
                continue;

            // The neighbours keep a token each, unless they stand at an end of the text: two changes are not to run into one another.
            var up = before.A == 0 && before.B == 0 ? before.Length : before.Length - 1;
            var down = after.A + after.Length == a.Length && after.B + after.Length == b.Length ? after.Length : after.Length - 1;
            var shift = deleted > 0
                ? BestShift(a, before.A + before.Length, after.A, up, down, kind)
                : BestShift(b, before.B + before.Length, after.B, up, down, kind);
            runs[i - 1] = before with { Length = before.Length + shift };
            runs[i] = new Match(after.A + shift, after.B + shift, after.Length - shift);
        }

        runs.RemoveAll(run => run.Length == 0);
        return runs;
    }

    private static int BestShift(ReadOnlySpan<int> text, int start, int end, int up, int down, Func<int, TokenKind> kind)
    {
        var lowest = 0;
        while (-lowest < up && text[start + lowest - 1] == text[end + lowest - 1])
            lowest--;
        var highest = 0;
        while (highest < down && text[start + highest] == text[end + highest])
            highest++;

        // Of equally good places the last one: who repeats a word writes it again behind.
        var (best, bestShift) = (-1, 0);
        for (var shift = lowest; shift <= highest; shift++)
        {
            var strength = Strength(text, start + shift, kind) + Strength(text, end + shift, kind);
            if (strength >= best)
                (best, bestShift) = (strength, shift);
        }

        return bestShift;
    }

    private static int Strength(ReadOnlySpan<int> text, int at, Func<int, TokenKind> kind)
    {
        if (at == 0 || at == text.Length)
            return BehindParagraph;

        return (kind(text[at - 1]), kind(text[at])) switch
        {
            (TokenKind.ParagraphMark, _) => BehindParagraph,
            (TokenKind.LineBreak, _) => BehindLine,
            (TokenKind.Space, _) => at > 1 && kind(text[at - 2]) == TokenKind.SentenceEnd ? BehindSentence : BehindSpace,
            (_, TokenKind.Space) => BeforeSpace,
            (TokenKind.Word, TokenKind.Word) => 0,
            _ => BesideMark,
        };
    }
}
