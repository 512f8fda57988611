using System.Buffers;
using System.Numerics;

namespace HandoffOffice.Redlining;

/// <summary>Runs of tokens that both sequences have exactly once.</summary>
internal static class UniqueRuns
{
    private const int Repeated = -2;
    private const int Absent = -1;

    // Odd, with bits spread evenly (the golden ratio's).
    private const ulong Factor = 0x9E3779B97F4A7C15;

    /// <summary>The longest chain of such runs that increases in both sequences; runs that overlap are joined. Empty when they contradict one another too much to be trusted.</summary>
    /// <param name="a">Tokens, none negative.</param>
    /// <param name="b">Tokens, none negative.</param>
    /// <param name="length">Tokens in a run.</param>
    public static List<Match> Chain(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int length)
    {
        if (a.Length < length || b.Length < length)
            return [];

        var partners = ArrayPool<int>.Shared.Rent(a.Length);
        try
        {
            var windows = partners.AsSpan(0, a.Length - length + 1);
            var candidates = FindPartners(a, b, length, windows);
            var chained = KeepLongestChain(windows, candidates);
            return Trusted(chained, candidates, Math.Min(a.Length, b.Length), length) ? Joined(windows, length) : [];
        }
        finally
        {
            ArrayPool<int>.Shared.Return(partners);
        }
    }

    // A few runs may be equal by chance, and short ones in shuffled text contradict one another; where nearly every token is unique
    // there is nothing better to go by.
    private static bool Trusted(int chained, int candidates, int tokens, int length) =>
        (50L * chained >= tokens && (length > 3 || 2 * chained >= candidates)) || candidates >= 0.9 * tokens;

    // For each run of a the place of the only equal run of b, if it is the only one in a as well. Gives how many there are.
    private static int FindPartners(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int length, Span<int> partners)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * partners.Length));
        var slots = ArrayPool<Slot>.Shared.Rent(size);
        try
        {
            var table = new Table(slots.AsSpan(0, size));
            var hash = new RollingHash(length);
            for (var i = 0; i < a.Length; i++)
            {
                if (hash.Next(a, i))
                    table.AddFirst(hash.Value, i - length + 1);
            }

            hash = new RollingHash(length);
            for (var i = 0; i < b.Length; i++)
            {
                if (hash.Next(b, i))
                    table.AddSecond(hash.Value, i - length + 1);
            }

            partners.Fill(Absent);
            var count = 0;
            foreach (ref readonly var slot in slots.AsSpan(0, size))
            {
                // Equal hashes are no proof.
                if (slot is { Hash: not 0, A: >= 0, B: >= 0 } && a.Slice(slot.A, length).SequenceEqual(b.Slice(slot.B, length)))
                {
                    partners[slot.A] = slot.B;
                    count++;
                }
            }

            return count;
        }
        finally
        {
            ArrayPool<Slot>.Shared.Return(slots);
        }
    }

    // Patience sorting: drops the partners that are not in the longest increasing chain. Gives its length.
    private static int KeepLongestChain(Span<int> partners, int candidates)
    {
        var ends = ArrayPool<int>.Shared.Rent(candidates + 1);
        var before = ArrayPool<int>.Shared.Rent(partners.Length);
        try
        {
            var length = 0;
            for (var i = 0; i < partners.Length; i++)
            {
                if (partners[i] < 0)
                    continue;

                var pile = length > 0 && partners[ends[length - 1]] >= partners[i] ? Pile(ends.AsSpan(0, length), partners, partners[i]) : length;
                before[i] = pile > 0 ? ends[pile - 1] : Absent;
                ends[pile] = i;
                length = Math.Max(length, pile + 1);
            }

            var next = length > 0 ? ends[length - 1] : Absent;
            for (var i = partners.Length - 1; i >= 0; i--)
            {
                if (i == next)
                    next = before[i];
                else
                    partners[i] = Absent;
            }

            return length;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(ends);
            ArrayPool<int>.Shared.Return(before);
        }
    }

    private static int Pile(ReadOnlySpan<int> ends, ReadOnlySpan<int> partners, int value)
    {
        var (low, high) = (0, ends.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (partners[ends[middle]] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // Runs that overlap on one diagonal are one; what overlaps on another diagonal is cut off.
    private static List<Match> Joined(ReadOnlySpan<int> partners, int length)
    {
        var runs = new MatchList();
        var (endA, endB) = (0, 0);
        for (var i = 0; i < partners.Length; i++)
        {
            if (partners[i] < 0)
                continue;

            var cut = Math.Max(0, Math.Max(endA - i, endB - partners[i]));
            if (cut >= length)
                continue;

            runs.Add(i + cut, partners[i] + cut, length - cut);
            (endA, endB) = (i + length, partners[i] + length);
        }

        return runs.Runs;
    }

    private struct Slot
    {
        public ulong Hash;
        public int A;
        public int B;
    }

    private ref struct RollingHash(int length)
    {
        private readonly ulong outgoing = Power(length);

        public ulong Value { get; private set; }

        /// <summary>Takes the token at <paramref name="at"/> in; true when <paramref name="at"/> ends a whole run.</summary>
        public bool Next(ReadOnlySpan<int> tokens, int at)
        {
            Value = (Value * Factor) + Spread(tokens[at]);
            if (at >= length)
                Value -= outgoing * Spread(tokens[at - length]);
            return at >= length - 1;
        }

        private static ulong Spread(int token) => BitOperations.RotateLeft((ulong)(token + 1) * 0xD6E8FEB86659FD93, 32);

        private static ulong Power(int exponent)
        {
            var power = 1UL;
            for (var i = 0; i < exponent; i++)
                power *= Factor;
            return power;
        }
    }

    private readonly ref struct Table
    {
        private readonly Span<Slot> slots;
        private readonly int shift;

        public Table(Span<Slot> slots)
        {
            slots.Clear();
            this.slots = slots;
            shift = 64 - BitOperations.Log2((uint)slots.Length);
        }

        public void AddFirst(ulong hash, int place)
        {
            ref var slot = ref Find(hash | 1);
            slot = slot.Hash == 0 ? new Slot { Hash = hash | 1, A = place, B = Absent } : slot with { A = Repeated };
        }

        public void AddSecond(ulong hash, int place)
        {
            ref var slot = ref Find(hash | 1);
            if (slot.Hash != 0)
                slot.B = slot.B == Absent ? place : Repeated;
        }

        private ref Slot Find(ulong hash)
        {
            var mask = slots.Length - 1;
            var at = shift == 64 ? 0 : (int)((hash * Factor) >> shift);
            while (slots[at].Hash != 0 && slots[at].Hash != hash)
                at = (at + 1) & mask;
            return ref slots[at];
        }
    }
}
