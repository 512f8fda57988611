using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Compares what stands in a container of blocks: a body, a cell, a header, a note, a text box, a content control. Blocks that are the
/// same go out as they are; between them paragraphs are compared word by word, tables row by row.
/// </summary>
internal sealed class BlockComparison
{
    private readonly Comparison comparison;
    private readonly PartTarget target;
    private readonly SidePart from;
    private readonly PropertyWriter properties;
    private readonly TableComparison tables;
    private readonly ControlComparison controls;
    private readonly BlockPairing pairing = new();

    public BlockComparison(Comparison comparison, PartTarget target, SidePart from)
    {
        (this.comparison, this.target, this.from) = (comparison, target, from);
        properties = new PropertyWriter(comparison, target, from);
        tables = new TableComparison(comparison, target, from, properties, this);
        controls = new ControlComparison(comparison, target, new ElementImporter(comparison, from, target), this);
    }

    private SidePart Part => target.Part;

    /// <summary>What stands in the original's container with the changes in it; null when there are none.</summary>
    /// <param name="original">The container.</param>
    /// <param name="revised">The same in the revised document.</param>
    /// <param name="properties">Name of the properties that come first in it and are no content.</param>
    public string? Compare(XmlElement original, XmlElement revised, XName? properties = null)
    {
        var output = new StringBuilder();
        return Compare(output, original, revised, properties) ? output.ToString() : null;
    }

    /// <summary>Writes what stands in the original's container with the changes in it; nothing when there are none.</summary>
    /// <returns>Whether there are changes.</returns>
    public bool Compare(StringBuilder output, XmlElement original, XmlElement revised, XName? properties = null)
    {
        var (before, start) = (comparison.Count, output.Length);
        Write(output, original, Content(original, properties), Content(revised, properties), Start(original, properties));
        if (comparison.Count != before)
        {
            return true;
        }

        output.Length = start;
        return false;
    }

    /// <summary>What stands in the container, all of it deleted.</summary>
    public string Delete(XmlElement original)
    {
        var output = new StringBuilder();
        Delete(output, original);
        return output.ToString();
    }

    /// <summary>Writes what stands in the container, all of it deleted.</summary>
    public void Delete(StringBuilder output, XmlElement original, XName? properties = null) =>
        Write(output, original, Content(original, properties), [], Start(original, properties));

    /// <summary>Writes what stands in a container of the revised document, all of it inserted.</summary>
    public void Insert(StringBuilder output, XmlElement revised) => Stream(output, [], revised.Children.ToList(), []);

    private static List<XmlElement> Content(XmlElement container, XName? properties)
    {
        // What stands before properties that are not the first (which no schema allows) is not compared.
        var start = Start(container, properties);
        var content = new List<XmlElement>();
        foreach (var child in container.Children)
        {
            if (child.Name != properties && child.Span.Start >= start)
            {
                content.Add(child);
            }
        }

        return content;
    }

    private static int Start(XmlElement container, XName? properties) =>
        properties is not null && container.Child(properties) is { } element ? element.Span.End : container.Span.Content;

    private void Write(StringBuilder output, XmlElement container, List<XmlElement> a, List<XmlElement> b, int written)
    {
        var sectionA = a.Count > 0 && a[^1].Name == W.SectPr ? a[^1] : (XmlElement?)null;
        var sectionB = b.Count > 0 && b[^1].Name == W.SectPr ? b[^1] : (XmlElement?)null;
        if (sectionA is not null)
        {
            a.RemoveAt(a.Count - 1);
        }

        if (sectionB is not null)
        {
            b.RemoveAt(b.Count - 1);
        }

        var (blocksA, blocksB) = (a.FindAll(BlockKind.IsBlock), b.FindAll(BlockKind.IsBlock));
        var keysA = blocksA.ConvertAll(block => comparison.Keys.Thing(Fingerprints.Of(block, Part), -1));
        var keysB = blocksB.ConvertAll(block => comparison.Keys.Thing(Fingerprints.Of(block, from), -1));
        var alike = pairing.PairChanged(comparison.Keys, blocksA, keysA, blocksB, keysB);
        var anchors = Anchors.Of(blocksA, keysA, blocksB, keysB);
        var moves = MovedParagraphs.Find(comparison, blocksA, blocksB, anchors);

        // Elements between blocks belong to the gap before the next block that stays.
        var text = container.Map.Text;
        var (nextA, nextB, at) = (0, 0, 0);
        foreach (var (anchorA, anchorB) in anchors)
        {
            var gapA = new List<XmlElement>();
            while (at < a.Count && !a[at].Equals(blocksA[anchorA]))
            {
                gapA.Add(a[at++]);
            }

            written = Gap(output, text, written, gapA, blocksB[nextB..anchorB], moves);
            if (alike.Contains(anchorA))
            {
                output.Append(text, written, a[at].Span.Start - written);
                CompareHard(output, a[at], blocksB[anchorB]);
            }
            else
            {
                output.Append(text, written, a[at].Span.End - written);
                NoteReferences(a[at], blocksB[anchorB]);
            }

            written = a[at++].Span.End;
            (nextA, nextB) = (anchorA + 1, anchorB + 1);
        }

        written = Gap(output, text, written, a[at..], blocksB[nextB..], moves);
        if (sectionA is { } section)
        {
            output.Append(text, written, section.Span.Start - written);
            output.Append(properties.ChangedSection(section, sectionB) is { } changed ? changed : section.Raw);
            written = section.Span.End;
        }

        output.Append(text, written, container.Span.ContentEnd - written);
    }

    private int Gap(StringBuilder output, string text, int written, List<XmlElement> a, List<XmlElement> b, Dictionary<XmlElement, string> moves)
    {
        if (b.Count == 0 && !a.Exists(BlockKind.IsBlock))
        {
            if (a.Count == 0)
            {
                return written;
            }

            output.Append(text, written, a[^1].Span.End - written);
            return a[^1].Span.End;
        }

        Between(output, a, b, moves);
        return a.Count == 0 ? written : a[^1].Span.End;
    }

    // Tables and controls first: what they are paired with divides the paragraphs around them.
    private void Between(StringBuilder output, List<XmlElement> a, List<XmlElement> b, Dictionary<XmlElement, string> moves)
    {
        var (hardA, hardB) = (a.FindAll(BlockKind.IsHard), b.FindAll(BlockKind.IsHard));
        var (fromA, fromB) = (0, 0);
        foreach (var (x, y) in pairing.Pair(hardA, hardB))
        {
            var (toA, toB) = (a.FindIndex(e => e.Equals(hardA[x])), b.FindIndex(e => e.Equals(hardB[y])));
            Segment(output, a[fromA..toA], b[fromB..toB], moves);
            CompareHard(output, hardA[x], hardB[y]);
            (fromA, fromB) = (toA + 1, toB + 1);
        }

        Segment(output, a[fromA..], b[fromB..], moves);
    }

    private void CompareHard(StringBuilder output, XmlElement original, XmlElement revised)
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

    private void Stream(StringBuilder output, List<XmlElement> a, List<XmlElement> b, Dictionary<XmlElement, string> moves)
    {
        if (a.Count + b.Count == 0)
        {
            return;
        }

        var (streamA, streamB) = (Read(a, Part, true, moves), Read(b, from, false, moves));
        new StreamMerge(comparison, target, properties, this, streamA, streamB, output, (block, revised) => Block(output, block, revised, moves), ChangeTags.Edits).Write();
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
        var streamA = Read(revised ? [] : [paragraph], Part, true, none);
        var streamB = Read(revised ? [paragraph] : [], from, false, none);
        new StreamMerge(comparison, target, properties, this, streamA, streamB, output, (_, _) => { }, ChangeTags.Moves).Write();
        comparison.Streams.Return(streamA);
        comparison.Streams.Return(streamB);
        output.Append('<').Append(w).Append(range).Append("End ").Append(w).Append("id=\"").Append(id).Append("\"/>");
    }

    /// <summary>Blocks that are the same still hold references to notes that may differ.</summary>
    public void NoteReferences(XmlElement original, XmlElement revised)
    {
        if (!comparison.HasNotes)
        {
            return;
        }

        var others = revised.Descendants().Where(e => NoteImporter.IsReference(e.Name)).ToList();
        foreach (var (one, other) in original.Descendants().Where(e => NoteImporter.IsReference(e.Name)).Zip(others))
        {
            comparison.Notes.Matched(one.Name, one.Attribute(W.Id) ?? "", other.Attribute(W.Id) ?? "");
        }
    }
}
