namespace HandoffOffice.Redlining;

/// <summary>Pairs things of two ordered lists by how alike they are, without crossing.</summary>
internal static class Pairing
{
    private const int MostCells = 4_000_000;

    /// <summary>The pairs with the greatest sum of likeness; a pair is at least <paramref name="least"/> alike.</summary>
    public static List<(int A, int B)> By(int countA, int countB, Func<int, int, double> likeness, double least)
    {
        var pairs = new List<(int, int)>();
        if ((long)countA * countB > MostCells)
        {
            // Too many to try each with each: in order.
            for (var at = 0; at < Math.Min(countA, countB); at++)
            {
                if (likeness(at, at) >= least)
                {
                    pairs.Add((at, at));
                }
            }

            return pairs;
        }

        var best = new double[countA + 1, countB + 1];
        var alike = new double[countA, countB];
        for (var x = countA - 1; x >= 0; x--)
        {
            for (var y = countB - 1; y >= 0; y--)
            {
                alike[x, y] = likeness(x, y);
                var paired = alike[x, y] >= least ? alike[x, y] + best[x + 1, y + 1] : -1;
                best[x, y] = Math.Max(paired, Math.Max(best[x + 1, y], best[x, y + 1]));
            }
        }

        for (var (x, y) = (0, 0); x < countA && y < countB;)
        {
            if (alike[x, y] >= least && best[x, y] <= alike[x, y] + best[x + 1, y + 1])
            {
                pairs.Add((x++, y++));
            }
            else if (best[x + 1, y] >= best[x, y + 1])
            {
                x++;
            }
            else
            {
                y++;
            }
        }

        return pairs;
    }
}
