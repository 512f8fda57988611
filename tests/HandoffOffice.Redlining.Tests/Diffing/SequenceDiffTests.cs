using CsCheck;

namespace HandoffOffice.Redlining.Tests.Diffing;

/// <summary>What two sequences of tokens have in common: against the plain table of the textbooks, and on large ones.</summary>
public sealed class SequenceDiffTests
{
    private static readonly Gen<(int[] A, int[] B)> Pairs =
        from alphabet in Gen.Int[1, 40]
        from a in Gen.Int[0, alphabet].Array[0, 150]
        from b in Gen.Int[0, alphabet].Array[0, 150]
        select (a, b);

    private static readonly Gen<(int[] A, int[] B)> EditedPairs =
        from alphabet in Gen.OneOf(2, 5, 60, 5_000)
        from seed in Gen.Int
        from length in Gen.Int[200, 3_000]
        from percent in Gen.OneOf(1, 5, 30, 80)
        select Edited(new Random(seed), length, alphabet, percent);

    [Fact]
    [Trait("Capability", "C92")]
    public void Short_sequences_are_aligned_on_a_longest_common_subsequence() => Pairs.Sample(
        pair => AssertLongest(pair.A, pair.B), iter: 3_000);

    [Fact]
    [Trait("Capability", "C92")]
    public void Edited_sequences_of_thousands_of_tokens_are_aligned_on_a_longest_common_subsequence() => EditedPairs.Sample(
        pair => AssertLongest(pair.A, pair.B), iter: 40);

    [Theory]
    [InlineData(17_000, 2, 5)]
    [InlineData(17_000, 4_000, 30)]
    [InlineData(18_000, 4_000, 70)]
    [Trait("Capability", "C92")]
    public void Longer_sequences_lose_at_most_a_hundredth_of_the_longest(int length, int alphabet, int percent)
    {
        var (a, b) = Edited(new Random(length + alphabet + percent), length, alphabet, percent);

        Assert.True(Valid(a, b) >= 0.99 * Longest(a, b));
    }

    [Fact]
    public void The_same_sequences_give_the_same_runs()
    {
        var (a, b) = Edited(new Random(7), 30_000, 300, 20);

        Assert.Equal(SequenceDiff.Matches(a, b), SequenceDiff.Matches(a, b));
    }

    [Fact]
    public void Tokens_may_be_any_numbers() =>
        Assert.Equal([new Match(0, 0, 1), new Match(1, 2, 2)], SequenceDiff.Matches([int.MinValue, -1, int.MaxValue], [int.MinValue, 5, -1, int.MaxValue]));

    public static TheoryData<string, int[], int[]> Hopeless
    {
        get
        {
            var (numbers, random) = (Enumerable.Range(0, 300_000).ToArray(), new Random(3));
            var shuffled = numbers.ToArray();
            random.Shuffle(shuffled);
            return new()
            {
                { "nothing in common", [.. numbers.Take(46_000)], [.. numbers.Skip(50_000).Take(46_000)] },
                { "nothing but spaces in common", [.. numbers.Take(150_000).Select(n => n % 2 * n)], [.. numbers.Skip(150_000).Select(n => n % 2 * n)] },
                { "shuffled", numbers, shuffled },
                { "two tokens in any order", [.. numbers.Select(_ => random.Next(2))], [.. numbers.Select(_ => random.Next(2))] },
                { "a row again and again", [.. numbers.Select(n => n % 7)], [.. numbers.Skip(3).Select(n => random.Next(20) == 0 ? 9 : n % 7), 8] },
                { "long against short", numbers, [.. shuffled.Take(5_000)] },
                { "one pair in each window", [.. numbers.Select(n => n % 6_000 == 0 ? 0 : n + 1)], [.. numbers.Select(n => n % 6_000 == 0 ? 0 : 900_000 - n)] },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Hopeless))]
    [Trait("Capability", "C92")]
    public void What_cannot_be_aligned_well_is_still_aligned_with_bounded_work(string what, int[] a, int[] b)
    {
        var (matched, work) = (Valid(a, b), SequenceDiff.Align(a, b).Work);

        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {matched} tokens, {(double)work / (a.Length + b.Length):F1} words for each");
        // The square of 300,000 would be thousands for each.
        Assert.InRange(work, 0, 100L * (a.Length + b.Length));
    }

    [Fact]
    [Trait("Capability", "C92")]
    public void Three_hundred_thousand_tokens_with_one_in_twenty_changed_take_little_work()
    {
        var (a, b) = Edited(new Random(1), 300_000, 8_000, 5);
        Valid(a, b);

        Assert.InRange(SequenceDiff.Align(a, b).Work, 0, 20L * (a.Length + b.Length));
    }

    private static void AssertLongest(int[] a, int[] b) => Assert.Equal(Longest(a, b), Valid(a, b));

    // How many tokens are matched; the runs hold, increase, and do not touch.
    private static int Valid(int[] a, int[] b)
    {
        var (endA, endB, matched) = (-1, -1, 0);
        foreach (var run in SequenceDiff.Matches(a, b))
        {
            Assert.True(run.Length > 0 && run.A >= Math.Max(endA, 0) && run.B >= Math.Max(endB, 0) && (run.A, run.B) != (endA, endB));
            Assert.True(a.AsSpan(run.A, run.Length).SequenceEqual(b.AsSpan(run.B, run.Length)));
            (endA, endB, matched) = (run.A + run.Length, run.B + run.Length, matched + run.Length);
        }

        return matched;
    }

    private static int Longest(int[] a, int[] b)
    {
        var row = new int[b.Length + 1];
        foreach (var token in a)
        {
            var diagonal = 0;
            for (var j = 0; j < b.Length; j++)
            {
                var length = token == b[j] ? diagonal + 1 : Math.Max(row[j], row[j + 1]);
                (diagonal, row[j + 1]) = (row[j + 1], length);
            }
        }

        return row[^1];
    }

    private static (int[] A, int[] B) Edited(Random random, int length, int alphabet, int percent)
    {
        var a = Enumerable.Range(0, length).Select(_ => random.Next(alphabet)).ToArray();
        var b = a.SelectMany(token => random.Next(100) >= percent ? [token] : random.Next(3) switch
        {
            0 => Array.Empty<int>(),
            1 => [random.Next(alphabet)],
            _ => [token, random.Next(alphabet)],
        });
        return (a, [.. b]);
    }
}
