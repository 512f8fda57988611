namespace HandoffOffice.Redlining;

/// <summary>Which line of the original became which line of the revised body.</summary>
internal static class HtmlPairing
{
    /// <summary>The partners, in order on both sides: the ones that share the most words. A line that was split goes with its larger half.</summary>
    /// <returns>Of each line of the original the line of the revised body, or -1.</returns>
    public static int[] Partners(HtmlSide original, HtmlSide revised, TokenTable table)
    {
        var (a, linesA) = Stream(original, table);
        var (b, linesB) = Stream(revised, table);
        var (formsA, formsB) = (original.Lines.ConvertAll(Form), revised.Lines.ConvertAll(Form));
        List<Candidate> candidates = [];
        foreach (var run in SequenceDiff.Matches(a, b))
        {
            for (var i = 0; i < run.Length; i++)
            {
                var (lineA, lineB) = (linesA[run.A + i], linesB[run.B + i]);
                if (formsA[lineA] == formsB[lineB])
                    Count(candidates, lineA, lineB, Weight(table.Kind(a[run.A + i])));
            }
        }

        var partners = new int[original.Lines.Count];
        Array.Fill(partners, -1);
        foreach (var pair in Heaviest(candidates))
            partners[pair.A] = pair.B;
        return partners;
    }

    /// <summary>The number of a word.</summary>
    public static int Number(string html, HtmlWord word, TokenTable table) => word.Tag is { Name: "img" } tag
        ? table.Add(WordBreaker.Object + html[tag.Start..tag.End], TokenKind.Word)
        : table.Add(word.Text);

    private static (int[] Tokens, int[] Lines) Stream(HtmlSide side, TokenTable table)
    {
        var count = side.Lines.Sum(line => line.Words.Count + 1);
        var (tokens, lines, next) = (new int[count], new int[count], 0);
        for (var i = 0; i < side.Lines.Count; i++)
        {
            foreach (var word in side.Lines[i].Words)
                (tokens[next], lines[next++]) = (Number(side.Html, word, table), i);
            // No word is two characters that begin with this one.
            (tokens[next], lines[next++]) = (table.Add("\u00B6" + side.Lines[i].Block?.Name, TokenKind.ParagraphMark), i);
        }

        return (tokens, lines);
    }

    // A paragraph does not become a cell or a list item: the rest of the table or list would have no place.
    private static char Form(HtmlLine line) => line.Block?.Blocks.FirstOrDefault(block => HtmlNames.Carriers.Contains(block.Name))?.Name switch
    {
        "td" or "th" => 'c',
        "li" or "dt" or "dd" => 'i',
        _ => 'p',
    };

    private static int Weight(TokenKind kind) => kind switch { TokenKind.Word => 4, TokenKind.ParagraphMark => 2, _ => 0 };

    private static void Count(List<Candidate> candidates, int a, int b, int weight)
    {
        if (weight == 0)
            return;
        if (candidates.Count > 0 && candidates[^1] is var last && last.A == a && last.B == b)
            candidates[^1] = last with { Weight = last.Weight + weight };
        else
            candidates.Add(new Candidate(a, b, weight));
    }

    // The candidates go down a staircase: only neighbours on one step exclude one another.
    private static List<Candidate> Heaviest(List<Candidate> candidates)
    {
        var (best, before, taken) = (new long[candidates.Count + 1], new int[candidates.Count + 1], new bool[candidates.Count + 1]);
        var free = 0;
        for (var i = 1; i <= candidates.Count; i++)
        {
            while (free < i - 1 && candidates[free].A < candidates[i - 1].A && candidates[free].B < candidates[i - 1].B)
                free++;
            var with = best[free] + candidates[i - 1].Weight;
            (best[i], before[i], taken[i]) = with > best[i - 1] ? (with, free, true) : (best[i - 1], i - 1, false);
        }

        List<Candidate> chosen = [];
        for (var i = candidates.Count; i > 0; i = before[i])
        {
            if (taken[i])
                chosen.Add(candidates[i - 1]);
        }

        return chosen;
    }

    private readonly record struct Candidate(int A, int B, int Weight);
}
