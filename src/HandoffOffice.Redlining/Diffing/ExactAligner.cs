using System.Buffers;

namespace HandoffOffice.Redlining;

/// <summary>
/// A longest common subsequence, exactly. Bit-parallel (Hyyrö, "Bit-parallel LCS-length computation revisited", 2004): 64 cells of the
/// table in one step; what is too large to be kept whole is halved first (Hirschberg, "A linear space algorithm for computing maximal
/// common subsequences", 1975).
/// </summary>
internal sealed class ExactAligner(int symbols, MatchList found)
{
    // Words of 64 cells that are kept at a time (256 KiB, so that they stay near the processor).
    private const int LargestTable = 32_768;

    private readonly BitRows bits = new(symbols);

    /// <summary>What an alignment costs, in words of 64 cells.</summary>
    public static long Cost(int a, int b) => (long)Math.Min(a, b) * ((Math.Max(a, b) + 63) / 64);

    public void Align(Gap gap) => AlignUpTo(gap, gap.A.Length, gap.B.Length);

    /// <summary>Aligns all of the gap, and reports the tokens in front of <paramref name="endA"/> and <paramref name="endB"/> only.</summary>
    /// <returns>How much of each side is used up: to behind the last match reported. 0 and 0 when there is none.</returns>
    public (int A, int B) AlignUpTo(Gap gap, int endA, int endB)
    {
        // Bits run along the longer side, so that few are wasted in the last word.
        var swapped = gap.A.Length > gap.B.Length;
        var local = new MatchList();
        found.Work += Cost(gap.A.Length, gap.B.Length);
        Solve(swapped ? gap.B.Span : gap.A.Span, swapped ? gap.A.Span : gap.B.Span, 0, 0, local);
        var (usedA, usedB) = (0, 0);
        foreach (var run in local.Runs)
        {
            var (a, b) = swapped ? (run.B, run.A) : (run.A, run.B);
            var length = Math.Min(run.Length, Math.Min(endA - a, endB - b));
            if (length <= 0)
                break;

            gap.Report(a, b, length, found);
            (usedA, usedB) = (a + length, b + length);
        }

        return (usedA, usedB);
    }

    private void Solve(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, int row, int column, MatchList local)
    {
        var prefix = rows.CommonPrefixLength(columns);
        local.Add(row, column, prefix);
        var suffix = SequenceDiff.CommonSuffix(rows[prefix..], columns[prefix..]);
        rows = rows[prefix..^suffix];
        columns = columns[prefix..^suffix];
        (row, column) = (row + prefix, column + prefix);

        if (rows.Length > 0 && columns.Length > 0)
        {
            if (rows.Length == 1)
                SolveOne(rows[0], columns, row, column, local);
            else if (columns.Length == 1)
                SolveOneColumn(rows, columns[0], row, column, local);
            else if ((long)rows.Length * BitRows.Words(columns.Length) <= LargestTable)
                SolveInTable(rows, columns, row, column, local);
            else
                SolveInHalves(rows, columns, row, column, local);
        }

        local.Add(row + rows.Length, column + columns.Length, suffix);
    }

    private static void SolveOne(int token, ReadOnlySpan<int> columns, int row, int column, MatchList local)
    {
        if (columns.IndexOf(token) is >= 0 and var at)
            local.Add(row, column + at, 1);
    }

    private static void SolveOneColumn(ReadOnlySpan<int> rows, int token, int row, int column, MatchList local)
    {
        if (rows.IndexOf(token) is >= 0 and var at)
            local.Add(row + at, column, 1);
    }

    private void SolveInHalves(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, int row, int column, MatchList local)
    {
        var half = rows.Length / 2;
        var split = bits.BestSplit(rows[..half], rows[half..], columns);
        Solve(rows[..half], columns[..split], row, column, local);
        Solve(rows[half..], columns[split..], row + half, column + split, local);
    }

    private void SolveInTable(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, int row, int column, MatchList local)
    {
        var words = BitRows.Words(columns.Length);
        var table = ArrayPool<ulong>.Shared.Rent(rows.Length * words);
        var partners = ArrayPool<int>.Shared.Rent(rows.Length);
        try
        {
            bits.Fill(rows, columns, table);
            Trace(table, words, rows.Length, columns.Length, partners);
            for (var i = 0; i < rows.Length; i++)
            {
                if (partners[i] >= 0)
                    local.Add(row + i, column + partners[i], 1);
            }
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(table);
            ArrayPool<int>.Shared.Return(partners);
        }
    }

    // A cleared bit says that the column adds one to the length that the row's prefix has in common with the columns so far.
    private static void Trace(ReadOnlySpan<ulong> table, int words, int rows, int columns, Span<int> partners)
    {
        partners[..rows].Fill(-1);
        var (i, j) = (rows - 1, columns - 1);
        while (i >= 0 && j >= 0)
        {
            if (IsSet(table, words, i, j))
                j--;
            else if (i > 0 && !IsSet(table, words, i - 1, j))
                i--;
            else
                partners[i--] = j--;
        }
    }

    private static bool IsSet(ReadOnlySpan<ulong> table, int words, int row, int column) => ((table[(row * words) + (column >> 6)] >> (column & 63)) & 1) != 0;
}
