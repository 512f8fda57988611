namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Settles the changes of a compared document one by one, in random order.</summary>
internal static class OneByOne
{
    /// <summary>What differs, after accepting and after rejecting, from settling all at once; each in one line that says the seed.</summary>
    /// <param name="file">A document with tracked changes.</param>
    /// <param name="seed">Of the order.</param>
    public static IEnumerable<string> Differences(byte[] file, int seed)
    {
        if (Difference(Settle(file, seed, Revisions.Accept), Revisions.AcceptAll(file)) is { } accepted)
        {
            yield return $"accepted in the order of seed {seed}: {accepted}";
        }

        if (Difference(Settle(file, seed, Revisions.Reject), Revisions.RejectAll(file)) is { } rejected)
        {
            yield return $"rejected in the order of seed {seed}: {rejected}";
        }
    }

    private static string? Difference(byte[] settled, byte[] expected) => Revisions.Pending(settled) is > 0 and var left
        ? $"{left} changes are left that nobody can decide"
        : Stories.Difference(Stories.ByRole(expected), Stories.ByRole(settled));

    private static byte[] Settle(byte[] file, int seed, Func<ReadOnlyMemory<byte>, IEnumerable<string>, byte[]> settle)
    {
        var random = new Random(seed);
        for (var left = Revisions.List(file); left.Count > 0; left = Revisions.List(file))
        {
            file = settle(file, [left[random.Next(left.Count)].Id]);
        }

        return file;
    }
}
