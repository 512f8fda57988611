namespace HandoffOffice.Redlining;

/// <summary>Which tokens of two streams are the same. Partners increase on both sides.</summary>
internal sealed class StreamMatching
{
    private readonly TokenStream a;
    private readonly TokenStream b;
    private readonly int[] ofA;
    private readonly int[] ofB;
    private HashSet<(int InA, int InB)>? matchedContainers;

    private StreamMatching(TokenStream a, TokenStream b)
    {
        (this.a, this.b) = (a, b);
        ofA = new int[a.Tokens.Count];
        ofB = new int[b.Tokens.Count];
        Array.Fill(ofA, -1);
        Array.Fill(ofB, -1);
    }

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

        while (matching.DropTornContainers() | matching.DropTornFields())
        {
        }

        matching.FillGaps();
        Slide(b, matching.ofB, matching.ofA);
        Slide(a, matching.ofA, matching.ofB);
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

    private void DropOfA(int token)
    {
        if (ofA[token] is >= 0 and var partner)
        {
            (ofA[token], ofB[partner]) = (-1, -1);
        }
    }

    private void DropOfB(int token)
    {
        if (ofB[token] >= 0)
        {
            DropOfA(ofB[token]);
        }
    }

    // A container of one side has one partner on the other: the one in which its first match stands.
    private bool DropTornContainers()
    {
        if (a.Containers.Count == 1 && b.Containers.Count == 1)
        {
            return false;
        }

        var dropped = false;
        var partnerOfA = new Dictionary<int, int>();
        var partnerOfB = new Dictionary<int, int>();
        for (var token = 0; token < ofA.Length; token++)
        {
            if (ofA[token] < 0)
            {
                continue;
            }

            var (inA, inB) = (a.Solid(ContainerOf(a, token)), b.Solid(ContainerOf(b, ofA[token])));
            while (inA != 0 && inB != 0 && partnerOfA.GetValueOrDefault(inA, inB) == inB && partnerOfB.GetValueOrDefault(inB, inA) == inA)
            {
                (partnerOfA[inA], partnerOfB[inB]) = (inB, inA);
                (inA, inB) = (a.Solid(a.Containers[inA].Parent), b.Solid(b.Containers[inB].Parent));
            }

            if (inA != 0 || inB != 0)
            {
                DropOfA(token);
                dropped = true;
            }
        }

        return dropped;
    }

    private static int ContainerOf(TokenStream stream, int token) => stream.Atoms[stream.Tokens[token].Atom].Container;

    // The begin and the end of a field stay together or go together; when they go, so does what stands between them.
    private bool DropTornFields()
    {
        var dropped = false;
        foreach (var (begin, end) in Fields(a))
        {
            if ((ofA[begin] < 0) != (ofA[end] < 0) || (ofA[begin] >= 0 && !IsField(b, ofA[begin], ofA[end])))
            {
                for (var token = begin; token <= end; token++)
                {
                    dropped |= ofA[token] >= 0;
                    DropOfA(token);
                }
            }
        }

        foreach (var (begin, end) in Fields(b))
        {
            if (ofB[begin] < 0 || ofB[end] < 0)
            {
                for (var token = begin; token <= end; token++)
                {
                    dropped |= ofB[token] >= 0;
                    DropOfB(token);
                }
            }
        }

        foreach (var (begin, end) in Fields(a))
        {
            for (var token = begin; ofA[begin] < 0 && token <= end; token++)
            {
                dropped |= ofA[token] >= 0;
                DropOfA(token);
            }
        }

        return dropped;
    }

    private static bool IsField(TokenStream stream, int begin, int end) => Fields(stream).Contains((begin, end));

    private static HashSet<(int Begin, int End)> Fields(TokenStream stream) => stream.Fields ??= FindFields(stream);

    private static HashSet<(int Begin, int End)> FindFields(TokenStream stream)
    {
        var found = new HashSet<(int, int)>();
        var open = new Stack<int>();
        for (var token = 0; token < stream.Tokens.Count; token++)
        {
            if (stream.Tokens[token].Kind == StreamTokenKind.Object && stream.Element(stream.Atoms[stream.Tokens[token].Atom].Element) is var element
                && element.Name == W.FieldCharacter)
            {
                var type = element.Attribute(W.FieldCharacterType);
                if (type == "begin")
                {
                    open.Push(token);
                }
                else if (type == "end" && open.TryPop(out var begin))
                {
                    found.Add((begin, token));
                }
            }
        }

        return found;
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
        var (inA, inB) = (a.Solid(ContainerOf(a, tokenA)), b.Solid(ContainerOf(b, tokenB)));
        return (inA == 0 && inB == 0) || (inA != 0 && inB != 0 && ContainersMatch(inA, inB));
    }

    private bool ContainersMatch(int inA, int inB)
    {
        matchedContainers ??= MatchedContainers();
        return matchedContainers.Contains((inA, inB));
    }

    private HashSet<(int, int)> MatchedContainers()
    {
        var matched = new HashSet<(int, int)>();
        for (var token = 0; token < ofA.Length; token++)
        {
            if (ofA[token] >= 0)
            {
                var (inA, inB) = (a.Solid(ContainerOf(a, token)), b.Solid(ContainerOf(b, ofA[token])));
                while (inA != 0 && inB != 0)
                {
                    matched.Add((inA, inB));
                    (inA, inB) = (a.Solid(a.Containers[inA].Parent), b.Solid(b.Containers[inB].Parent));
                }
            }
        }

        return matched;
    }

    /// <summary>Whether a container of the original has a partner.</summary>
    public bool IsMatched(int container) => (matchedContainers ??= MatchedContainers()).Any(pair => pair.InA == container);

    /// <summary>The container of the original that is the partner of one of the revised document; -1 when it has none.</summary>
    public int ContainerOfRevised(int container)
    {
        matchedContainers ??= MatchedContainers();
        foreach (var (inA, inB) in matchedContainers)
        {
            if (inB == container)
            {
                return inA;
            }
        }

        return -1;
    }

    // A change that could as well stand a little further left or right stands where it is whole paragraphs, if it can.
    private static void Slide(TokenStream stream, int[] own, int[] other)
    {
        for (var start = 0; start < own.Length; start++)
        {
            if (own[start] >= 0)
            {
                continue;
            }

            var end = start;
            while (end < own.Length && own[end] < 0)
            {
                end++;
            }

            var alone = (start == 0 ? 0 : own[start - 1] + 1) == (end == own.Length ? other.Length : own[end]);
            if (alone && !BeginsParagraph(stream, start))
            {
                var left = Distance(stream, own, start, end, -1);
                Shift(own, other, start, end, left != 0 ? left : Distance(stream, own, start, end, 1));
            }

            start = end;
        }
    }

    private static bool BeginsParagraph(TokenStream stream, int token) => token == 0 || stream.Tokens[token - 1].Kind is StreamTokenKind.Mark or StreamTokenKind.Block;

    // How far to go in a direction until the change begins with a paragraph; 0 when it never does.
    private static int Distance(TokenStream stream, int[] own, int start, int end, int direction)
    {
        for (var steps = direction; ; steps += direction)
        {
            var (enters, leaves) = direction < 0 ? (start + steps, end + steps) : (end + steps - 1, start + steps - 1);
            if (enters < 0 || enters >= own.Length || own[enters] < 0 || stream.Tokens[enters].Key != stream.Tokens[leaves].Key
                || ContainerOf(stream, enters) != 0 || ContainerOf(stream, leaves) != 0)
            {
                return 0;
            }

            if (BeginsParagraph(stream, start + steps))
            {
                return steps;
            }
        }
    }

    private static void Shift(int[] own, int[] other, int start, int end, int steps)
    {
        for (var step = 0; step != steps; step += Math.Sign(steps))
        {
            var (from, to) = steps < 0 ? (start + step - 1, end + step - 1) : (end + step, start + step);
            (own[to], own[from]) = (own[from], -1);
            other[own[to]] = to;
        }
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
}
