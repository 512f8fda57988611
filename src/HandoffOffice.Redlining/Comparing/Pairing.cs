namespace HandoffOffice.Redlining;

/// <summary>The words of an element, counted.</summary>
internal sealed class WordBag
{
    private readonly Dictionary<string, int> counts = [];

    public int Count { get; private set; }

    /// <summary>The words in the text of an element; what was deleted earlier does not count.</summary>
    public static WordBag Of(XmlElement element)
    {
        var bag = new WordBag();
        var split = new List<(int Start, int Length)>();
        foreach (var text in element.Descendants(W.T))
        {
            var characters = text.Text;
            split.Clear();
            WordBreaker.Split(characters, split);
            foreach (var (start, length) in split)
            {
                if (char.IsLetterOrDigit(characters[start]))
                {
                    bag.Add(characters.Substring(start, length));
                }
            }
        }

        return bag;
    }

    /// <summary>The share of words that two have in common (Dice's coefficient), 0 to 1; two without words are alike.</summary>
    public double Likeness(WordBag other)
    {
        if (Count + other.Count == 0)
        {
            return 1;
        }

        var (small, large) = counts.Count < other.counts.Count ? (this, other) : (other, this);
        var common = 0;
        foreach (var (word, count) in small.counts)
        {
            common += Math.Min(count, large.counts.GetValueOrDefault(word));
        }

        return 2.0 * common / (Count + other.Count);
    }

    private void Add(string word)
    {
        counts[word] = counts.GetValueOrDefault(word) + 1;
        Count++;
    }
}

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
