namespace HandoffOffice.Redlining;

/// <summary>Which tokens of two streams are the same. Partners increase on both sides.</summary>
internal sealed class StreamMatching : IContainerPairs
{
    private readonly TokenStream a;
    private readonly TokenStream b;
    private readonly int[] ofA;
    private readonly int[] ofB;
    private MatchedContainers? containers;

    private StreamMatching(TokenStream a, TokenStream b)
    {
        (this.a, this.b) = (a, b);
        ofA = new int[a.Tokens.Count];
        ofB = new int[b.Tokens.Count];
        Array.Fill(ofA, -1);
        Array.Fill(ofB, -1);
    }

    /// <summary>The tokens of the original.</summary>
    public TokenStream Original => a;

    /// <summary>The tokens of the revised document.</summary>
    public TokenStream Revised => b;

    /// <summary>The partner of a token of the original; -1 when it has none.</summary>
    public int OfOriginal(int token) => ofA[token];

    /// <summary>The partner of a token of the revised document; -1 when it has none.</summary>
    public int OfRevised(int token) => ofB[token];

    /// <summary>
    /// Matches words and objects by a longest common subsequence, then the white space, punctuation and paragraph marks that stand
    /// next to them, so that a blank alone between two changed words does not split the change.
    /// </summary>
    public static StreamMatching Of(TokenStream a, TokenStream b)
    {
        var matching = new StreamMatching(a, b);
        var (wordsA, wordsB) = (Carrying(a), Carrying(b));
        foreach (var match in SequenceDiff.Matches(Keys(a, wordsA), Keys(b, wordsB)))
        {
            for (var at = 0; at < match.Length; at++)
            {
                matching.Match(wordsA[match.A + at], wordsB[match.B + at]);
            }
        }

        new TornMatches(a, b, matching.ofA, matching.ofB).Drop();
        matching.FillGaps();
        ParagraphSlider.Slide(b, matching.ofB, matching.ofA);
        ParagraphSlider.Slide(a, matching.ofA, matching.ofB);
        return matching;
    }

    private static List<int> Carrying(TokenStream stream)
    {
        var list = new List<int>(stream.Tokens.Count / 2);
        for (var at = 0; at < stream.Tokens.Count; at++)
        {
            if (stream.Tokens[at].Kind is StreamTokenKind.Word or StreamTokenKind.Object)
            {
                list.Add(at);
            }
        }

        return list;
    }

    private static int[] Keys(TokenStream stream, List<int> tokens)
    {
        var keys = new int[tokens.Count];
        for (var at = 0; at < keys.Length; at++)
        {
            keys[at] = stream.Tokens[tokens[at]].Key;
        }

        return keys;
    }

    private void Match(int tokenA, int tokenB)
    {
        ofA[tokenA] = tokenB;
        ofB[tokenB] = tokenA;
    }

    private void FillGaps()
    {
        var (fromA, fromB) = (0, 0);
        for (var token = 0; token < ofA.Length; token++)
        {
            if (ofA[token] >= 0)
            {
                var (nextA, nextB) = (token, ofA[token]);
                FillGap(fromA, nextA, fromB, nextB);
                (fromA, fromB) = (nextA + 1, nextB + 1);
            }
        }

        FillGap(fromA, ofA.Length, fromB, ofB.Length);
    }

    private void FillGap(int fromA, int toA, int fromB, int toB)
    {
        while (fromA < toA && fromB < toB && Fit(fromA, fromB))
        {
            Match(fromA++, fromB++);
        }

        while (fromA < toA && fromB < toB && Fit(toA - 1, toB - 1))
        {
            Match(--toA, --toB);
        }

        if (fromA == toA || fromB == toB)
        {
            return;
        }

        if (OnlyGlue(a, fromA, toA) && OnlyGlue(b, fromB, toB))
        {
            var glueA = Enumerable.Range(fromA, toA - fromA).ToList();
            var glueB = Enumerable.Range(fromB, toB - fromB).ToList();
            foreach (var match in SequenceDiff.Matches(Keys(a, glueA), Keys(b, glueB)))
            {
                for (var at = 0; at < match.Length; at++)
                {
                    Match(fromA + match.A + at, fromB + match.B + at);
                }
            }

            return;
        }

        PairMarks(fromA, toA, fromB, toB);
    }

    // Between changed words paragraphs are paired in order, so that a rewritten paragraph keeps its mark and with it its properties.
    private void PairMarks(int fromA, int toA, int fromB, int toB)
    {
        var nextB = fromB;
        for (var token = fromA; token < toA; token++)
        {
            if (a.Tokens[token].Kind == StreamTokenKind.Block)
            {
                return;
            }

            if (a.Tokens[token].Kind != StreamTokenKind.Mark)
            {
                continue;
            }

            while (nextB < toB && b.Tokens[nextB].Kind is not (StreamTokenKind.Mark or StreamTokenKind.Block))
            {
                nextB++;
            }

            if (nextB >= toB || b.Tokens[nextB].Key != a.Tokens[token].Key)
            {
                return;
            }

            Match(token, nextB++);
        }
    }

    private bool Fit(int tokenA, int tokenB) =>
        a.Tokens[tokenA].Kind is StreamTokenKind.Glue or StreamTokenKind.Mark && a.Tokens[tokenA].Key == b.Tokens[tokenB].Key
        && a.Tokens[tokenA].Kind == b.Tokens[tokenB].Kind && SameContainer(tokenA, tokenB);

    // Glue in containers is left to the words around it.
    private bool SameContainer(int tokenA, int tokenB)
    {
        var (inA, inB) = (a.Solid(a.ContainerOf(tokenA)), b.Solid(b.ContainerOf(tokenB)));
        return (inA == 0 && inB == 0) || (inA != 0 && inB != 0 && ContainersMatch(inA, inB));
    }

    private bool ContainersMatch(int inA, int inB) => Containers.Pairs.Contains((inA, inB));

    /// <summary>Whether a container of the original has a partner.</summary>
    public bool IsMatched(int container) => Containers.OfA.Contains(container);

    /// <summary>The container of the original that is the partner of one of the revised document; -1 when it has none.</summary>
    public int ContainerOfRevised(int container) => Containers.PartnerOfB.GetValueOrDefault(container, -1);

    private MatchedContainers Containers => containers ??= FindContainers();

    private MatchedContainers FindContainers()
    {
        var found = new MatchedContainers([], [], []);
        for (var token = 0; token < ofA.Length; token++)
        {
            if (ofA[token] >= 0)
            {
                var (inA, inB) = (a.Solid(a.ContainerOf(token)), b.Solid(b.ContainerOf(ofA[token])));
                while (inA != 0 && inB != 0 && found.Pairs.Add((inA, inB)))
                {
                    found.OfA.Add(inA);
                    found.PartnerOfB.TryAdd(inB, inA);
                    (inA, inB) = (a.Solid(a.Containers[inA].Parent), b.Solid(b.Containers[inB].Parent));
                }
            }
        }

        return found;
    }

    private static bool OnlyGlue(TokenStream stream, int from, int to)
    {
        for (var token = from; token < to; token++)
        {
            if (stream.Tokens[token].Kind is not (StreamTokenKind.Glue or StreamTokenKind.Mark))
            {
                return false;
            }
        }

        return true;
    }

    // Asked for at every piece that is written, so each answer is one look.
    private sealed record MatchedContainers(HashSet<(int InA, int InB)> Pairs, HashSet<int> OfA, Dictionary<int, int> PartnerOfB);
}
