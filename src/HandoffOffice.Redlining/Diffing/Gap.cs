namespace HandoffOffice.Redlining;

/// <summary>A stretch of both sequences that is still to be aligned, and where its tokens stand in the whole.</summary>
internal readonly struct Gap
{
    // Places in the whole of each token; null where they just follow one another.
    private readonly ReadOnlyMemory<int>? placesA;
    private readonly ReadOnlyMemory<int>? placesB;
    private readonly int startA;
    private readonly int startB;

    public Gap(ReadOnlyMemory<int> a, ReadOnlyMemory<int> b, int startA, int startB)
        : this(a, b, startA, startB, null, null)
    {
    }

    private Gap(ReadOnlyMemory<int> a, ReadOnlyMemory<int> b, int startA, int startB, ReadOnlyMemory<int>? placesA, ReadOnlyMemory<int>? placesB)
    {
        (A, B, this.startA, this.startB, this.placesA, this.placesB) = (a, b, startA, startB, placesA, placesB);
    }

    public ReadOnlyMemory<int> A { get; }

    public ReadOnlyMemory<int> B { get; }

    public bool IsEmpty => A.IsEmpty || B.IsEmpty;

    /// <summary>The stretch of <paramref name="a"/> and <paramref name="b"/> within this gap.</summary>
    public Gap Slice(Range a, Range b) => new(A[a], B[b], startA + a.Start.GetOffset(A.Length), startB + b.Start.GetOffset(B.Length),
        placesA?[a], placesB?[b]);

    /// <summary>Writes a run of equal tokens down.</summary>
    public void Report(int a, int b, int length, MatchList found)
    {
        if (placesA is null && placesB is null)
        {
            found.Add(startA + a, startB + b, length);
            return;
        }

        for (var i = 0; i < length; i++)
            found.Add(placesA?.Span[a + i] ?? startA + a + i, placesB?.Span[b + i] ?? startB + b + i, 1);
    }

    /// <summary>
    /// Without the tokens that only one side has: they are in no common subsequence. Null when each side would stay longer than
    /// nine tenths of what it is.
    /// </summary>
    /// <param name="seen">A flag for each symbol, all 0; 0 again afterwards.</param>
    public Gap? WithoutOneSided(byte[] seen)
    {
        foreach (var token in A.Span)
            seen[token] |= 1;
        foreach (var token in B.Span)
            seen[token] |= 2;

        var (keptA, wherePlacedA) = Common(A.Span, placesA, startA, seen);
        var (keptB, wherePlacedB) = Common(B.Span, placesB, startB, seen);
        foreach (var token in A.Span)
            seen[token] = 0;
        foreach (var token in B.Span)
            seen[token] = 0;

        var worth = keptA.Length < A.Length * 0.9 || keptB.Length < B.Length * 0.9;
        return worth ? new Gap(keptA, keptB, 0, 0, wherePlacedA, wherePlacedB) : null;
    }

    private static (ReadOnlyMemory<int> Kept, ReadOnlyMemory<int> Places) Common(ReadOnlySpan<int> tokens, ReadOnlyMemory<int>? places, int start, byte[] seen)
    {
        var count = 0;
        foreach (var token in tokens)
            count += seen[token] == 3 ? 1 : 0;

        var (kept, where, next) = (new int[count], new int[count], 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (seen[tokens[i]] == 3)
                (kept[next], where[next++]) = (tokens[i], places?.Span[i] ?? start + i);
        }

        return (kept, where);
    }
}
