namespace HandoffOffice.Redlining;

/// <summary>Compares plain texts by whole words.</summary>
public static class TextComparison
{
    /// <summary>The longest text taken in, in UTF-16 units.</summary>
    public const int MaxLength = 8 * 1024 * 1024;

    /// <summary>
    /// What changed, in as few words as can be, never a part of a word. White space and punctuation between two changed words belong to one change
    /// with them. The same texts give the same changes.
    /// </summary>
    /// <param name="original">The text as it was.</param>
    /// <param name="revised">The text as it is to be.</param>
    /// <exception cref="DocumentRefusedException">A text is longer than <see cref="MaxLength"/> (<see cref="RefusalCodes.TooLarge"/>).</exception>
    public static ComparedText Compare(string original, string revised)
    {
        Check(original);
        Check(revised);
        return new ComparedText(original, revised, [.. Changes(original, revised).Select((change, id) => change with { Id = id })]);
    }

    internal static void Check(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
            throw new DocumentRefusedException(RefusalCodes.TooLarge, $"A text has {text.Length} characters; at most {MaxLength} are compared.");
    }

    internal static List<TextChange> Changes(string original, string revised)
    {
        var table = new TokenTable();
        var (a, placesA) = Tokens(original, table);
        var (b, placesB) = Tokens(revised, table);
        var (changes, endA, endB) = (new List<TextChange>(), 0, 0);
        foreach (var run in MatchTidying.Tidy(SequenceDiff.Matches(a, b), a, b, table.Kind).Append(new Match(a.Length, b.Length, 0)))
        {
            if (run.A > endA || run.B > endB)
            {
                changes.Add(new TextChange(changes.Count,
                    placesA[endA], original[placesA[endA]..placesA[run.A]], placesB[endB], revised[placesB[endB]..placesB[run.B]]));
            }

            (endA, endB) = (run.A + run.Length, run.B + run.Length);
        }

        return changes;
    }

    // The places have one more entry: the end of the text.
    private static (int[] Tokens, int[] Places) Tokens(string text, TokenTable table)
    {
        List<(int Start, int Length)> words = [];
        WordBreaker.Split(text, words);
        return ([.. words.Select(word => table.Add(text.AsSpan(word.Start, word.Length)))], [.. words.Select(word => word.Start), text.Length]);
    }
}
