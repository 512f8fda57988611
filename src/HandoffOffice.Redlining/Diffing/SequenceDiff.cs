using System.Runtime.InteropServices;

namespace HandoffOffice.Redlining;

/// <summary>What two sequences of tokens have in common, in order.</summary>
internal static class SequenceDiff
{
    // Up to here all are compared with all.
    private const int FewTokens = 64;

    /// <summary>
    /// A longest common subsequence, as runs: an exact one for up to some 16,000 tokens a side, a nearly longest one beyond, in time
    /// that grows with the length (never with its square). The same input gives the same runs.
    /// </summary>
    /// <param name="a">Tokens of the first sequence; equal numbers are equal tokens.</param>
    /// <param name="b">Tokens of the second sequence.</param>
    /// <returns>Runs that increase in both sequences and do not touch in both.</returns>
    public static List<Match> Matches(ReadOnlySpan<int> a, ReadOnlySpan<int> b) => Align(a, b).Runs;

    /// <summary>The same, with what it cost.</summary>
    public static MatchList Align(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var found = new MatchList();
        var prefix = a.CommonPrefixLength(b);
        var suffix = CommonSuffix(a[prefix..], b[prefix..]);
        found.Add(0, 0, prefix);
        var middleA = a[prefix..^suffix];
        var middleB = b[prefix..^suffix];
        if (middleA.Length > 0 && middleB.Length > 0)
        {
            var (denseA, denseB, symbols) = Numbered(middleA, middleB);
            new GapAligner(symbols, found).Align(new Gap(denseA, denseB, prefix, prefix));
        }

        found.Add(a.Length - suffix, b.Length - suffix, suffix);
        return found;
    }

    /// <summary>How many tokens at the ends are equal.</summary>
    public static int CommonSuffix(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var length = 0;
        while (length < a.Length && length < b.Length && a[^(length + 1)] == b[^(length + 1)])
            length++;
        return length;
    }

    // Small numbers, so that what is known of a token can stand in an array.
    private static (int[] A, int[] B, int Symbols) Numbered(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        // A negative token is a large unsigned one.
        var highest = Math.Max(Highest(a), Highest(b));
        if (highest <= 2UL * (uint)(a.Length + b.Length))
            return (a.ToArray(), b.ToArray(), (int)highest + 1);

        if (a.Length + b.Length <= FewTokens)
            return NumberedByPlace(a, b);

        var numbers = new Dictionary<int, int>();
        return (Renumber(a, numbers), Renumber(b, numbers), numbers.Count);
    }

    // A token's number is the place where it is first, counted over both: for a few that costs less than a dictionary.
    private static (int[] A, int[] B, int Symbols) NumberedByPlace(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var (numbersA, numbersB) = (new int[a.Length], new int[b.Length]);
        for (var i = 0; i < a.Length; i++)
            numbersA[i] = a.IndexOf(a[i]);
        for (var i = 0; i < b.Length; i++)
            numbersB[i] = a.IndexOf(b[i]) is >= 0 and var place ? place : a.Length + b.IndexOf(b[i]);
        return (numbersA, numbersB, a.Length + b.Length);
    }

    private static uint Highest(ReadOnlySpan<int> tokens)
    {
        var highest = 0U;
        foreach (var token in tokens)
            highest = Math.Max(highest, (uint)token);
        return highest;
    }

    private static int[] Renumber(ReadOnlySpan<int> tokens, Dictionary<int, int> numbers)
    {
        var renumbered = new int[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, tokens[i], out var known);
            if (!known)
                number = numbers.Count - 1;
            renumbered[i] = number;
        }

        return renumbered;
    }
}
