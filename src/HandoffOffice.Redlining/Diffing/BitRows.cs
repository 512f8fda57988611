using System.Buffers;

namespace HandoffOffice.Redlining;

/// <summary>Rows of the table of common subsequence lengths, as bits: a bit is cleared where the length grows by one from the column before.</summary>
internal sealed class BitRows(int symbols)
{
    // Of each symbol in the columns: its first column and how often it occurs there; -1 and 0 between two calls.
    private readonly int[] first = Filled(symbols, -1);
    private readonly int[] count = new int[symbols];
    private readonly int[] maskOf = new int[symbols];

    public static int Words(int columns) => (columns + 63) / 64;

    /// <summary>All rows, one behind the other.</summary>
    public void Fill(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, Span<ulong> table)
    {
        var words = Words(columns.Length);
        var index = Index(rows, columns, backward: false);
        for (var i = 0; i < rows.Length; i++)
        {
            var current = table.Slice(i * words, words);
            if (i == 0)
                current.Fill(ulong.MaxValue);
            else
                table.Slice((i - 1) * words, words).CopyTo(current);
            Advance(current, rows[i], index);
        }

        Clear(columns, index);
    }

    /// <summary>Where the columns are best cut when the rows are cut between <paramref name="upper"/> and <paramref name="lower"/>.</summary>
    public int BestSplit(ReadOnlySpan<int> upper, ReadOnlySpan<int> lower, ReadOnlySpan<int> columns)
    {
        var words = Words(columns.Length);
        var rented = ArrayPool<ulong>.Shared.Rent(2 * words);
        try
        {
            var forward = rented.AsSpan(0, words);
            var backward = rented.AsSpan(words, words);
            LastRow(upper, columns, backward: false, forward);
            LastRow(lower, columns, backward: true, backward);

            // Moving the cut to the right by one column gives it to the upper half and takes it from the lower one.
            var (best, bestAt, score) = (0, 0, 0);
            for (var j = 0; j < columns.Length; j++)
            {
                score += Grows(forward, j) - Grows(backward, columns.Length - 1 - j);
                if (score > best)
                    (best, bestAt) = (score, j + 1);
            }

            return bestAt;
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(rented);
        }
    }

    private static int Grows(ReadOnlySpan<ulong> row, int column) => (int)((~row[column >> 6] >> (column & 63)) & 1);

    private void LastRow(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, bool backward, Span<ulong> row)
    {
        var index = Index(rows, columns, backward);
        row.Fill(ulong.MaxValue);
        for (var i = 0; i < rows.Length; i++)
            Advance(row, rows[backward ? rows.Length - 1 - i : i], index);
        Clear(columns, index);
    }

    // V' = (V + (V & M)) | (V & ~M), where M has the columns that hold the row's token.
    private void Advance(Span<ulong> row, int token, ColumnIndex index)
    {
        if (count[token] == 0)
            return;
        if (maskOf[token] >= 0)
            AdvanceAll(row, index.Masks.AsSpan(maskOf[token] * row.Length, row.Length));
        else
            AdvanceFew(row, first[token], index.Next);
    }

    private static void AdvanceAll(Span<ulong> row, ReadOnlySpan<ulong> mask)
    {
        var carry = 0UL;
        mask = mask[..row.Length];
        for (var w = 0; w < row.Length; w++)
        {
            var bits = row[w];
            var taken = bits & mask[w];
            var sum = bits + taken;
            var carried = sum + carry;
            carry = (sum < bits ? 1UL : 0UL) | (carried < sum ? 1UL : 0UL);
            row[w] = carried | (bits ^ taken);
        }
    }

    // Words without a bit of the mask change only as far as the carry runs.
    private static void AdvanceFew(Span<ulong> row, int column, ReadOnlySpan<int> next)
    {
        var (carry, word) = (0UL, 0);
        while (column >= 0 || carry != 0)
        {
            var at = column >= 0 ? column >> 6 : row.Length;
            for (; carry != 0 && word < at; word++)
                row[word] = Step(row[word], 0, ref carry);
            if (at >= row.Length)
                return;

            var mask = 0UL;
            for (; column >= 0 && column >> 6 == at; column = next[column])
                mask |= 1UL << (column & 63);
            row[at] = Step(row[at], mask, ref carry);
            word = at + 1;
        }
    }

    private static ulong Step(ulong bits, ulong mask, ref ulong carry)
    {
        var sum = bits + (bits & mask);
        var overflow = sum < bits;
        sum += carry;
        carry = overflow || sum < carry ? 1UL : 0UL;
        return sum | (bits & ~mask);
    }

    private ColumnIndex Index(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, bool backward)
    {
        var next = ArrayPool<int>.Shared.Rent(columns.Length);
        for (var j = columns.Length - 1; j >= 0; j--)
        {
            var token = columns[backward ? columns.Length - 1 - j : j];
            next[j] = first[token];
            first[token] = j;
            count[token]++;
            maskOf[token] = -1;
        }

        // A frequent token has its bits ready; those of a rare one are gathered as it comes.
        var (words, masks) = (Words(columns.Length), 0);
        var few = Math.Max(8, words / 4);
        foreach (var token in rows)
        {
            if (count[token] > few && maskOf[token] < 0)
                maskOf[token] = masks++;
        }

        var bits = ArrayPool<ulong>.Shared.Rent(Math.Max(1, masks * words));
        bits.AsSpan(0, masks * words).Clear();
        for (var j = 0; masks > 0 && j < columns.Length; j++)
        {
            if (maskOf[columns[backward ? columns.Length - 1 - j : j]] is >= 0 and var mask)
                bits[(mask * words) + (j >> 6)] |= 1UL << (j & 63);
        }

        return new ColumnIndex(next, bits);
    }

    private void Clear(ReadOnlySpan<int> columns, ColumnIndex index)
    {
        foreach (var token in columns)
            (first[token], count[token]) = (-1, 0);
        ArrayPool<int>.Shared.Return(index.Next);
        ArrayPool<ulong>.Shared.Return(index.Masks);
    }

    private static int[] Filled(int length, int value)
    {
        var array = new int[length];
        Array.Fill(array, value);
        return array;
    }

    /// <param name="Next">Of each column the next one with the same token, or -1.</param>
    /// <param name="Masks">The columns of each frequent token, one mask behind the other.</param>
    private readonly record struct ColumnIndex(int[] Next, ulong[] Masks);
}
