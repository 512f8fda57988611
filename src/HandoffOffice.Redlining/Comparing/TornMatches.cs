namespace HandoffOffice.Redlining;

/// <summary>Undoes matches that would tear a container or a field apart.</summary>
internal sealed class TornMatches(TokenStream a, TokenStream b, int[] ofA, int[] ofB)
{
    /// <summary>Drops them until none is left: one that goes may tear another.</summary>
    public void Drop()
    {
        while (DropTornContainers() | DropTornFields())
        {
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

            var (inA, inB) = (a.Solid(a.ContainerOf(token)), b.Solid(b.ContainerOf(ofA[token])));
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
}
