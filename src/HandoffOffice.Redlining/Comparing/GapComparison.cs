using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Compares what stands between two blocks that stay: tables and controls with those most like them, paragraphs as one stream of words.</summary>
internal sealed class GapComparison(Comparison comparison, PartTarget target, SidePart from, PropertyWriter properties, BlockPairing pairing, BlockComparison blocks)
{
    private readonly TableComparison tables = new(comparison, target, from, properties, blocks);
    private readonly ControlComparison controls = new(comparison, target, new ElementImporter(comparison, from, target), blocks);

    /// <summary>Tables and controls first: what they are paired with divides the paragraphs around them.</summary>
    /// <param name="output">Where it is written.</param>
    /// <param name="a">What the original has there.</param>
    /// <param name="b">What the revised document has there.</param>
    /// <param name="moves">The names of the moves that paragraphs belong to.</param>
    public void Between(StringBuilder output, List<XmlElement> a, List<XmlElement> b, Dictionary<XmlElement, string> moves)
    {
        var (hardA, hardB) = (a.FindAll(BlockKind.IsHard), b.FindAll(BlockKind.IsHard));
        var (fromA, fromB) = (0, 0);
        foreach (var (x, y) in pairing.Pair(hardA, hardB))
        {
            var (toA, toB) = (a.FindIndex(e => e.Equals(hardA[x])), b.FindIndex(e => e.Equals(hardB[y])));
            Segment(output, a[fromA..toA], b[fromB..toB], moves);
            Pair(output, hardA[x], hardB[y]);
            (fromA, fromB) = (toA + 1, toB + 1);
        }

        Segment(output, a[fromA..], b[fromB..], moves);
    }

    /// <summary>Two tables, or two controls, that belong together.</summary>
    public void Pair(StringBuilder output, XmlElement original, XmlElement revised)
    {
        if (original.Name == W.Tbl)
        {
            tables.Compare(output, original, revised);
        }
        else
        {
            controls.Compare(output, original, revised);
        }
    }

    // Blocks that were put into a control, or taken out of one, are the same blocks: only the control's tags come or go.
    private void Segment(StringBuilder output, List<XmlElement> a, List<XmlElement> b, Dictionary<XmlElement, string> moves)
    {
        for (var side = 0; side < 2; side++)
        {
            var (wrapped, bare, revised) = side == 0 ? (a, b, false) : (b, a, true);
            for (var at = 0; at < wrapped.Count; at++)
            {
                if (!BlockKind.IsControl(wrapped[at]) || BlockPairing.SameBlocks(wrapped[at], bare) is not { } range)
                {
                    continue;
                }

                var (before, inside, after) = (bare[..range.Start], bare[range.Start..range.End], bare[range.End..]);
                Between(output, revised ? before : a[..at], revised ? b[..at] : before, moves);
                controls.Tags(output, wrapped[at], revised, content => Between(output, revised ? inside : content, revised ? content : inside, moves));
                Between(output, revised ? after : a[(at + 1)..], revised ? b[(at + 1)..] : after, moves);
                return;
            }
        }

        Stream(output, a, b, moves);
    }

    /// <summary>Paragraphs word by word, everything else as a whole.</summary>
    /// <inheritdoc cref="Between"/>
    public void Stream(StringBuilder output, List<XmlElement> a, List<XmlElement> b, Dictionary<XmlElement, string> moves)
    {
        if (a.Count + b.Count == 0)
        {
            return;
        }

        var (streamA, streamB) = (Read(a, target.Part, true, moves), Read(b, from, false, moves));
        new StreamMerge(comparison, target, properties, blocks, streamA, streamB, output, (block, revised) => Block(output, block, revised, moves), ChangeTags.Edits).Write();
        comparison.Streams.Return(streamA);
        comparison.Streams.Return(streamB);
    }

    private TokenStream Read(List<XmlElement> elements, SidePart part, bool original, Dictionary<XmlElement, string> moves)
    {
        var stream = comparison.Streams.Take(part);
        var reader = new ParagraphReader(stream, comparison.Keys, keepsEarlierChanges: original);
        foreach (var element in elements)
        {
            if (element.Name == W.P && !moves.ContainsKey(element))
            {
                reader.Paragraph(element);
            }
            else if (BlockKind.IsBlock(element))
            {
                reader.Block(element);
            }
            else
            {
                reader.Loose(element);
            }
        }

        return stream;
    }

    // A block that only one side has.
    private void Block(StringBuilder output, XmlElement block, bool revised, Dictionary<XmlElement, string> moves)
    {
        if (moves.TryGetValue(block, out var name))
        {
            Moved(output, block, revised, name);
        }
        else if (block.Name == W.Tbl)
        {
            if (revised)
            {
                tables.Insert(output, block);
            }
            else
            {
                tables.Delete(output, block);
            }
        }
        else
        {
            controls.Tags(output, block, revised, content => Stream(output, revised ? [] : content, revised ? content : [], []));
        }
    }

    private void Moved(StringBuilder output, XmlElement paragraph, bool revised, string name)
    {
        var w = target.Word;
        var range = revised ? "moveToRange" : "moveFromRange";
        var id = comparison.NextId();
        var stamp = comparison.AttributesOf(w, id);
        output.Append('<').Append(w).Append(range).Append("Start").Append(stamp).Append(' ').Append(w).Append("name=\"").Append(name).Append("\"/>");
        var none = new Dictionary<XmlElement, string>();
        var streamA = Read(revised ? [] : [paragraph], target.Part, true, none);
        var streamB = Read(revised ? [paragraph] : [], from, false, none);
        new StreamMerge(comparison, target, properties, blocks, streamA, streamB, output, (_, _) => { }, ChangeTags.Moves).Write();
        comparison.Streams.Return(streamA);
        comparison.Streams.Return(streamB);
        output.Append('<').Append(w).Append(range).Append("End ").Append(w).Append("id=\"").Append(id).Append("\"/>");
    }
}
