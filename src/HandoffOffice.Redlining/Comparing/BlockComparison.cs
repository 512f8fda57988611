using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Compares what stands in a container of blocks: a body, a cell, a header, a note, a text box, a content control. Blocks that are the
/// same go out as they are; between them paragraphs are compared word by word, tables row by row.
/// </summary>
internal sealed class BlockComparison
{
    private static readonly Dictionary<XmlElement, string> NoMoves = [];

    private readonly Comparison comparison;
    private readonly PartTarget target;
    private readonly SidePart from;
    private readonly PropertyWriter properties;
    private readonly BlockPairing pairing = new();
    private readonly GapComparison gaps;

    public BlockComparison(Comparison comparison, PartTarget target, SidePart from)
    {
        (this.comparison, this.target, this.from) = (comparison, target, from);
        properties = new PropertyWriter(comparison, target, from);
        gaps = new GapComparison(comparison, target, from, properties, pairing, this);
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
    public void Insert(StringBuilder output, XmlElement revised) => gaps.Stream(output, [], revised.Children.ToList(), NoMoves);

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

        var text = container.Map.Text;
        written = Blocks(output, text, a, b, written);
        if (sectionA is { } section)
        {
            output.Append(text, written, section.Span.Start - written);
            output.Append(properties.ChangedSection(section, sectionB) is { } changed ? changed : section.Raw);
            written = section.Span.End;
        }

        output.Append(text, written, container.Span.ContentEnd - written);
    }

    // Gives how far the text is written.
    private int Blocks(StringBuilder output, string text, List<XmlElement> a, List<XmlElement> b, int written)
    {
        if (a is [var only] && b is [var other] && only.Name == W.P && other.Name == W.P && Fingerprints.Of(only, Part) != Fingerprints.Of(other, from))
        {
            // As most cells are: nothing to pair, and nothing that could have moved.
            gaps.Stream(output, a, b, NoMoves);
            return only.Span.End;
        }

        var (blocksA, blocksB) = (a.FindAll(BlockKind.IsBlock), b.FindAll(BlockKind.IsBlock));
        var keysA = blocksA.ConvertAll(block => comparison.Keys.Thing(Fingerprints.Of(block, Part), -1));
        var keysB = blocksB.ConvertAll(block => comparison.Keys.Thing(Fingerprints.Of(block, from), -1));
        var alike = pairing.PairChanged(comparison.Keys, blocksA, keysA, blocksB, keysB);
        var anchors = Anchors.Of(blocksA, keysA, blocksB, keysB);
        var moves = MovedParagraphs.Find(comparison, blocksA, blocksB, anchors);

        // Elements between blocks belong to the gap before the next block that stays.
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
                gaps.Pair(output, a[at], blocksB[anchorB]);
            }
            else
            {
                output.Append(text, written, a[at].Span.End - written);
                NoteReferences(a[at], blocksB[anchorB]);
            }

            written = a[at++].Span.End;
            (nextA, nextB) = (anchorA + 1, anchorB + 1);
        }

        return Gap(output, text, written, a[at..], blocksB[nextB..], moves);
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

        gaps.Between(output, a, b, moves);
        return a.Count == 0 ? written : a[^1].Span.End;
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
