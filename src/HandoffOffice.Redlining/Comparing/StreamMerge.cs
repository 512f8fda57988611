using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>
/// Writes two streams as one: what matches is kept, what only the original has is deleted, what only the revised document has is
/// inserted. A paragraph ends where a mark of either side stands, and its mark is kept, deleted or inserted like a word (17.13.5.15, .20).
/// </summary>
internal sealed class StreamMerge
{
    private readonly TokenStream a;
    private readonly TokenStream b;
    private readonly StreamMatching matching;
    private readonly ParagraphWriter writer;

    public StreamMerge(Comparison comparison, PartTarget target, PropertyWriter properties, BlockComparison blocks, TokenStream a, TokenStream b,
        StringBuilder output, Action<XmlElement, bool> writeBlock, ChangeTags tags)
    {
        (this.a, this.b) = (a, b);
        matching = StreamMatching.Of(a, b);
        writer = new ParagraphWriter(comparison, target, properties, blocks, matching, output, writeBlock, tags);
    }

    public void Write()
    {
        var (atA, atB) = (0, 0);
        while (atA < a.Tokens.Count || atB < b.Tokens.Count)
        {
            if (atA < a.Tokens.Count && matching.OfOriginal(atA) == atB)
            {
                writer.Keep(a.Tokens[atA++], b.Tokens[atB++]);
                continue;
            }

            var endA = atA;
            while (endA < a.Tokens.Count && matching.OfOriginal(endA) < 0)
            {
                endA++;
            }

            var endB = endA < a.Tokens.Count ? matching.OfOriginal(endA) : b.Tokens.Count;
            Gap(atA, endA, atB, endB);
            (atA, atB) = (endA, endB);
        }

        writer.End();
    }

    // Old before new; but whole inserted blocks need a paragraph's end before them, so they come first, with what ends the paragraph.
    private void Gap(int atA, int endA, int atB, int endB)
    {
        var early = atB;
        for (var token = atB; token < endB; token++)
        {
            early = b.Tokens[token].Kind == StreamTokenKind.Block ? token + 1 : early;
        }

        for (; atB < early; atB++)
        {
            writer.Insert(b.Tokens[atB]);
        }

        while (atA < endA || atB < endB)
        {
            var (stopA, stopB) = (ContainerEnd(a, atA, endA), ContainerEnd(b, atB, endB));
            if (atA < endA && (atB >= endB || !Awaited(atA, endA, atB)))
            {
                for (; atA < stopA; atA++)
                {
                    writer.Delete(a.Tokens[atA]);
                }
            }

            if (atB < endB && (atA >= endA || !Ahead(atA, endA, atB)))
            {
                for (; atB < stopB; atB++)
                {
                    writer.Insert(b.Tokens[atB]);
                }
            }
        }
    }

    // Whether what is inserted next belongs into the container that was just left or stays open, while the deletions go on elsewhere.
    private bool Awaited(int atA, int endA, int atB)
    {
        var container = OutputContainer(atB);
        return container != 0 && container == writer.Container && a.Solid(a.ContainerOf(atA)) != container && !Ahead(atA, endA, atB);
    }

    // Whether the container in which the next insertion belongs comes later among the deletions.
    private bool Ahead(int atA, int endA, int atB)
    {
        var container = OutputContainer(atB);
        if (container == 0)
        {
            return false;
        }

        for (var token = atA; token < endA; token++)
        {
            if (a.Solid(a.ContainerOf(token)) == container)
            {
                return true;
            }
        }

        return false;
    }

    private int OutputContainer(int tokenB)
    {
        var container = b.ContainerOf(tokenB);
        return container == 0 ? 0 : Math.Max(0, matching.ContainerOfRevised(container));
    }

    private static int ContainerEnd(TokenStream stream, int at, int end)
    {
        if (at >= end)
        {
            return end;
        }

        var container = stream.ContainerOf(at);
        while (at < end && stream.ContainerOf(at) == container)
        {
            at++;
        }

        return at;
    }
}
