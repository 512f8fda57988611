using System.Numerics;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Longest common subsequences, exact, by other algorithms than the one that is measured.</summary>
internal static class Lcs
{
    /// <summary>The length, bit-parallel (Hyyrö 2004) over the places of each token only, so that 100,000 words are no matter.</summary>
    public static int Length(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var (head, tail) = Ends(a, b, (x, y) => x == y);
        var places = new Dictionary<string, List<(int Word, ulong Mask)>>();
        var length = a.Count - head - tail;
        for (var at = 0; at < length; at++)
        {
            var list = places.TryGetValue(a[head + at], out var known) ? known : places[a[head + at]] = [];
            var bit = 1UL << (at % 64);
            if (list.Count > 0 && list[^1].Word == at / 64)
            {
                list[^1] = (at / 64, list[^1].Mask | bit);
            }
            else
            {
                list.Add((at / 64, bit));
            }
        }

        var row = new ulong[(length / 64) + 1];
        Array.Fill(row, ulong.MaxValue);
        for (var at = head; at < b.Count - tail; at++)
        {
            if (places.TryGetValue(b[at], out var list))
            {
                Step(row, list);
            }
        }

        return head + tail + row.Sum(word => 64 - BitOperations.PopCount(word));
    }

    /// <summary>
    /// Pairs of equal items, increasing in both; among the longest, one with the greatest number of preferred items of <paramref name="a"/>.
    /// </summary>
    public static List<(int A, int B)> Pairs<T>(IReadOnlyList<T> a, IReadOnlyList<T> b, Func<T, T, bool> equal, Func<int, bool> preferred)
    {
        var best = new long[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            var weight = (1L << 32) + (preferred(i) ? 1 : 0);
            for (var j = b.Count - 1; j >= 0; j--)
            {
                best[i, j] = Math.Max(best[i + 1, j], best[i, j + 1]);
                if (equal(a[i], b[j]))
                {
                    best[i, j] = Math.Max(best[i, j], best[i + 1, j + 1] + weight);
                }
            }
        }

        var pairs = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < a.Count && j < b.Count;)
        {
            if (best[i, j] == best[i + 1, j])
            {
                i++;
            }
            else if (best[i, j] == best[i, j + 1])
            {
                j++;
            }
            else
            {
                pairs.Add((i++, j++));
            }
        }

        return pairs;
    }

    // V := (V + (V & M)) | (V & ~M), where words in which M is 0 change only by the carry.
    private static void Step(ulong[] row, List<(int Word, ulong Mask)> places)
    {
        var (carry, next) = (0UL, 0);
        foreach (var (word, mask) in places)
        {
            Carry(row, ref carry, next, word);
            var old = row[word];
            var half = old + (old & mask);
            var sum = half + carry;
            carry = half < old || sum < half ? 1UL : 0;
            row[word] = sum | (old & ~mask);
            next = word + 1;
        }

        Carry(row, ref carry, next, row.Length);
    }

    private static void Carry(ulong[] row, ref ulong carry, int from, int to)
    {
        for (var word = from; carry != 0 && word < to; word++)
        {
            var sum = row[word] + 1;
            carry = sum == 0 ? 1UL : 0;
            row[word] |= sum;
        }
    }

    private static (int Head, int Tail) Ends<T>(IReadOnlyList<T> a, IReadOnlyList<T> b, Func<T, T, bool> equal)
    {
        var (head, tail, most) = (0, 0, Math.Min(a.Count, b.Count));
        while (head < most && equal(a[head], b[head]))
        {
            head++;
        }

        while (tail < most - head && equal(a[a.Count - 1 - tail], b[b.Count - 1 - tail]))
        {
            tail++;
        }

        return (head, tail);
    }
}
