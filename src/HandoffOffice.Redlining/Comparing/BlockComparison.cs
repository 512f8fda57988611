using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Compares what stands in a container of blocks: a body, a cell, a header, a note, a text box, a content control. Blocks that are the
/// same go out as they are; between them paragraphs are compared word by word, tables row by row.
/// </summary>
internal sealed class BlockComparison
{
    private const int LeastMovedWords = 4;
    private const double EnoughAlike = 0.25;
    private const double SameContent = 0.5;

    private readonly Comparison comparison;
    private readonly PartTarget target;
    private readonly SidePart from;
    private readonly PropertyWriter properties;
    private readonly TableComparison tables;
    private readonly ElementImporter importer;

    public BlockComparison(Comparison comparison, PartTarget target, SidePart from)
    {
        (this.comparison, this.target, this.from) = (comparison, target, from);
        properties = new PropertyWriter(comparison, target, from);
        importer = new ElementImporter(comparison, from, target);
        tables = new TableComparison(comparison, target, from, properties, this);
    }

    private SidePart Part => target.Part;

    /// <summary>What stands in the original's container with the changes in it; null when there are none.</summary>
    /// <param name="original">The container.</param>
    /// <param name="revised">The same in the revised document.</param>
    /// <param name="properties">Name of the properties that come first in it and are no content.</param>
    public string? Compare(XmlElement original, XmlElement revised, XName? properties = null)
    {
        var output = new StringBuilder();
        var before = comparison.Count;
        Write(output, original, Content(original, properties), Content(revised, properties), Start(original, properties));
        return comparison.Count == before ? null : output.ToString();
    }

    /// <summary>What stands in the container, all of it deleted.</summary>
    public string Delete(XmlElement original, XName? properties = null)
    {
        var output = new StringBuilder();
        Write(output, original, Content(original, properties), [], Start(original, properties));
        return output.ToString();
    }

    /// <summary>What stands in a container of the revised document, all of it inserted.</summary>
    public string Insert(XmlElement revised)
    {
        var output = new StringBuilder();
        Stream(output, [], revised.Children.ToList(), []);
        return output.ToString();
    }

    private static List<XmlElement> Content(XmlElement container, XName? properties)
    {
        var content = container.Children.ToList();
        content.RemoveAll(child => child.Name == properties);
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

        var blocksA = a.Where(IsBlock).ToList();
        var blocksB = b.Where(IsBlock).ToList();
        var keysA = blocksA.ConvertAll(block => comparison.Keys.Thing(Fingerprints.Of(block, Part), -1));
        var keysB = blocksB.ConvertAll(block => comparison.Keys.Thing(Fingerprints.Of(block, from), -1));
        var alike = PairAlike(blocksA, keysA, blocksB, keysB);
        var anchors = Anchors.Of(blocksA, keysA, blocksB, keysB);
        var moves = Moves(blocksA, blocksB, anchors);

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
        if (b.Count == 0 && !a.Any(IsBlock))
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
        var (hardA, hardB) = (a.Where(IsHard).ToList(), b.Where(IsHard).ToList());
        var (fromA, fromB) = (0, 0);
        foreach (var (x, y) in Pairing.By(hardA.Count, hardB.Count, (i, j) => Likeness(hardA[i], hardB[j]), EnoughAlike))
        {
            var (toA, toB) = (a.FindIndex(e => e.Equals(hardA[x])), b.FindIndex(e => e.Equals(hardB[y])));
            Segment(output, a[fromA..toA], b[fromB..toB], moves);
            CompareHard(output, hardA[x], hardB[y]);
            (fromA, fromB) = (toA + 1, toB + 1);
        }

        Segment(output, a[fromA..], b[fromB..], moves);
    }

    // A table or control that was changed still holds its place: what moved past it moved, and it did not. Gives the blocks of the original.
    private HashSet<int> PairAlike(List<XmlElement> a, List<int> keysA, List<XmlElement> b, List<int> keysB)
    {
        var (known, offered) = (keysA.ToHashSet(), keysB.ToHashSet());
        var changedA = Enumerable.Range(0, a.Count).Where(block => IsHard(a[block]) && !offered.Contains(keysA[block])).ToList();
        var changedB = Enumerable.Range(0, b.Count).Where(block => IsHard(b[block]) && !known.Contains(keysB[block])).ToList();
        var (bagsA, bagsB) = (changedA.ConvertAll(block => WordBag.Of(a[block])), changedB.ConvertAll(block => WordBag.Of(b[block])));
        var alike = new HashSet<int>();
        foreach (var (x, y) in Pairing.By(changedA.Count, changedB.Count,
            (i, j) => a[changedA[i]].Name == b[changedB[j]].Name && bagsA[i].Count > 0 ? bagsA[i].Likeness(bagsB[j]) : 0, SameContent))
        {
            keysA[changedA[x]] = keysB[changedB[y]] = comparison.Keys.Unique();
            alike.Add(changedA[x]);
        }

        return alike;
    }

    private void CompareHard(StringBuilder output, XmlElement original, XmlElement revised)
    {
        if (original.Name == W.Tbl)
        {
            tables.Compare(output, original, revised);
        }
        else
        {
            CompareControl(output, original, revised);
        }
    }

    // Blocks that were put into a control, or taken out of one, are the same blocks: only the control's tags come or go.
    private void Segment(StringBuilder output, List<XmlElement> a, List<XmlElement> b, Dictionary<XmlElement, string> moves)
    {
        foreach (var (wrapped, bare, revised) in ((ReadOnlySpan<(List<XmlElement>, List<XmlElement>, bool)>)[(a, b, false), (b, a, true)]).ToArray())
        {
            for (var at = 0; at < wrapped.Count; at++)
            {
                if (!IsControl(wrapped[at]) || SameBlocks(wrapped[at], bare) is not { } range)
                {
                    continue;
                }

                var (before, inside, after) = (bare[..range.Start], bare[range.Start..range.End], bare[range.End..]);
                Between(output, revised ? before : a[..at], revised ? b[..at] : before, moves);
                ControlTags(output, wrapped[at], revised, content => Between(output, revised ? inside : content, revised ? content : inside, moves));
                Between(output, revised ? after : a[(at + 1)..], revised ? b[(at + 1)..] : after, moves);
                return;
            }
        }

        Stream(output, a, b, moves);
    }

    // Where among the blocks those of the control stand; null when they don't.
    private static (int Start, int End)? SameBlocks(XmlElement control, List<XmlElement> blocks)
    {
        var inner = (control.Child(W.SdtContent) ?? control).Children.ToList().FindAll(IsBlock).ConvertAll(WordBag.Of);
        var others = blocks.FindAll(IsBlock);
        var bags = others.ConvertAll(WordBag.Of);
        var pairs = Pairing.By(inner.Count, others.Count, (x, y) => others[y].Name == W.Sdt || inner[x].Count == 0 ? 0 : inner[x].Likeness(bags[y]), SameContent);
        return pairs.Count == 0 ? null : (blocks.IndexOf(others[pairs[0].B]), blocks.IndexOf(others[pairs[^1].B]) + 1);
    }

    private void Stream(StringBuilder output, List<XmlElement> a, List<XmlElement> b, Dictionary<XmlElement, string> moves)
    {
        if (a.Count + b.Count == 0)
        {
            return;
        }

        var (streamA, streamB) = (Read(a, Part, true, moves), Read(b, from, false, moves));
        new StreamMerge(comparison, target, properties, this, streamA, streamB, output, (block, revised) => Block(output, block, revised, moves)).Write();
    }

    private TokenStream Read(List<XmlElement> elements, SidePart part, bool original, Dictionary<XmlElement, string> moves)
    {
        var stream = new TokenStream { Part = part };
        var reader = new ParagraphReader(stream, comparison.Keys, keepsEarlierChanges: original);
        foreach (var element in elements)
        {
            if (element.Name == W.P && !moves.ContainsKey(element))
            {
                reader.Paragraph(element);
            }
            else if (IsBlock(element))
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
            Control(output, block, revised);
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
        new StreamMerge(comparison, target, properties, this, streamA, streamB, output, (_, _) => { }, "moveFrom", "moveTo").Write();
        output.Append('<').Append(w).Append(range).Append("End ").Append(w).Append("id=\"").Append(id).Append("\"/>");
    }

    private void CompareControl(StringBuilder output, XmlElement original, XmlElement revised)
    {
        var (inA, inB) = (original.Child(W.SdtContent) ?? original, revised.Child(W.SdtContent) ?? revised);
        if (inA.IsEmpty || Compare(inA, inB) is not { } inner)
        {
            output.Append(original.Raw);
            return;
        }

        var text = original.Map.Text;
        output.Append(text, original.Span.Start, inA.Span.Content - original.Span.Start).Append(inner)
            .Append(text, inA.Span.ContentEnd, original.Span.End - inA.Span.ContentEnd);
    }

    private void Control(StringBuilder output, XmlElement control, bool revised) =>
        ControlTags(output, control, revised, content => Stream(output, revised ? [] : content, revised ? content : [], []));

    // The tags of a control come and go by ranges that cross them (17.13.5.4-.11), what is in it like any text.
    private void ControlTags(StringBuilder output, XmlElement control, bool revised, Action<List<XmlElement>> writeContent)
    {
        var w = target.Word;
        var range = revised ? "customXmlInsRange" : "customXmlDelRange";
        var (first, second) = (comparison.NextId(), comparison.NextId());
        var content = control.Child(W.SdtContent) ?? control;
        output.Append('<').Append(w).Append(range).Append("Start").Append(comparison.AttributesOf(w, first)).Append("/>");
        if (revised)
        {
            importer.Open(output, control);
            foreach (var child in control.Children)
            {
                if (child.Name == W.SdtPr || child.Name.LocalName is "sdtEndPr" or "customXmlPr")
                {
                    importer.Write(output, child);
                }
            }

            if (control.Name == W.Sdt)
            {
                output.Append('<').Append(w).Append("sdtContent>");
            }
        }
        else
        {
            var end = content.Span.Content;
            foreach (var child in control.Name == W.Sdt ? [] : control.Children.ToList())
            {
                end = child.Name.LocalName == "customXmlPr" ? child.Span.End : end;
            }

            output.Append(control.Map.Text, control.Span.Start, end - control.Span.Start);
        }

        output.Append('<').Append(w).Append(range).Append("End ").Append(w).Append("id=\"").Append(first).Append("\"/>");
        var children = content.Children.ToList();
        children.RemoveAll(child => child.Name.LocalName == "customXmlPr");
        writeContent(children);
        output.Append('<').Append(w).Append(range).Append("Start").Append(comparison.AttributesOf(w, second)).Append("/>");
        if (revised)
        {
            if (control.Name == W.Sdt)
            {
                output.Append("</").Append(w).Append("sdtContent>");
            }

            importer.Close(output, control);
        }
        else
        {
            output.Append(control.Map.Text, content.Span.ContentEnd, control.Span.End - content.Span.ContentEnd);
        }

        output.Append('<').Append(w).Append(range).Append("End ").Append(w).Append("id=\"").Append(second).Append("\"/>");
    }

    // Paragraphs that say the same, stand on each side once, and between other neighbours.
    private Dictionary<XmlElement, string> Moves(List<XmlElement> a, List<XmlElement> b, List<(int A, int B)> anchors)
    {
        var moves = new Dictionary<XmlElement, string>();
        var offered = Single(b, anchors.ConvertAll(anchor => anchor.B));
        foreach (var (text, (paragraph, gap)) in Single(a, anchors.ConvertAll(anchor => anchor.A)))
        {
            if (offered.TryGetValue(text, out var other) && other.Gap != gap)
            {
                moves[paragraph] = moves[other.Paragraph] = comparison.NextMoveName();
            }
        }

        return moves;
    }

    private static Dictionary<string, (XmlElement Paragraph, int Gap)> Single(List<XmlElement> blocks, List<int> anchors)
    {
        var single = new Dictionary<string, (XmlElement, int)>();
        var twice = new HashSet<string>();
        var gap = 0;
        for (var at = 0; at < blocks.Count; at++)
        {
            if (gap < anchors.Count && anchors[gap] == at)
            {
                gap++;
                continue;
            }

            if (blocks[at].Name != W.P || blocks[at].Child(W.PPr)?.Child(W.SectPr) is not null || !CanMove(blocks[at]))
            {
                continue;
            }

            var text = string.Concat(blocks[at].Descendants(W.T).Select(t => t.Text));
            if (text.AsSpan().Count(' ') + 1 >= LeastMovedWords && !single.TryAdd(text, (blocks[at], gap)))
            {
                twice.Add(text);
            }
        }

        foreach (var text in twice)
        {
            single.Remove(text);
        }

        return single;
    }

    // A field may go on into the next paragraph; earlier changes have a history of their own.
    private static bool CanMove(XmlElement paragraph)
    {
        var fields = 0;
        foreach (var element in paragraph.Descendants())
        {
            var name = element.Name;
            if (name == W.Ins || name == W.Del || name == W.MoveFrom || name == W.MoveTo)
            {
                return false;
            }

            if (name == W.FieldCharacter)
            {
                fields += element.Attribute(W.FieldCharacterType) switch { "begin" => 1, "end" => -1, _ => 0 };
            }
        }

        return fields == 0;
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

    private static double Likeness(XmlElement a, XmlElement b)
    {
        if (a.Name != b.Name)
        {
            return 0;
        }

        var words = WordBag.Of(a).Likeness(WordBag.Of(b));
        if (a.Name == W.Tbl)
        {
            // A table with as many columns is the same table with other words rather than another one.
            return words + (TableComparison.Columns(a) == TableComparison.Columns(b) ? EnoughAlike : 0);
        }

        var same = a.Child(W.SdtPr) is { } one && b.Child(W.SdtPr) is { } other
            && (one.ChildValue(W.Id) ?? "") == (other.ChildValue(W.Id) ?? "-") | (one.ChildValue(W.Ns + "tag") ?? "") == (other.ChildValue(W.Ns + "tag") ?? "-");
        return words + (same ? EnoughAlike : 0);
    }

    private static bool IsHard(XmlElement element) => element.Name == W.Tbl || IsControl(element);

    private static bool IsControl(XmlElement element) => element.Name == W.Sdt || element.Name == W.Ns + "customXml";

    private static bool IsBlock(XmlElement element) => element.Name == W.P || IsHard(element);
}
