using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Reads paragraphs into a stream. Earlier tracked changes are read as if accepted: what was inserted is text, what was deleted is
/// without width. In the original both stay where they are; in the revised document only the text counts.
/// </summary>
internal sealed class ParagraphReader(TokenStream stream, TokenKeys keys, bool keepsEarlierChanges)
{
    private const char Thing = '\uFFFC';

    private static readonly HashSet<XName> Containers =
    [
        W.Ns + "hyperlink", W.Sdt, W.Ns + "fldSimple", W.Ns + "smartTag", W.Ns + "customXml", W.Ns + "bdo", W.Ns + "dir",
    ];

    private static readonly HashSet<XName> Invisible =
    [
        W.Ns + "lastRenderedPageBreak", W.RPr,
    ];

    private readonly InlineKeys inlineKeys = new(stream.Part);
    private int segmentAtom = -1;
    private int segmentStart;
    private int segmentContainer;

    public void Paragraph(XmlElement paragraph)
    {
        var first = stream.Atoms.Count;
        RangesBefore(paragraph);
        foreach (var child in paragraph.Children)
        {
            if (child.Name != W.PPr)
            {
                Inline(child, 0);
            }
        }

        EndSegment();
        stream.FirstAtoms[stream.Atoms.Count] = first;
        if (DeletedMarks.IsDeleted(paragraph) && (keepsEarlierChanges || !DeletedMarks.EndsAllTheSame(paragraph)))
        {
            if (keepsEarlierChanges)
            {
                Add(AtomKind.DeletedMark, paragraph, -1, 0, 0);
            }

            return;
        }

        // A mark that ends a section is not the same as one that ends a paragraph only.
        var section = paragraph.Child(W.PPr)?.Child(W.SectPr) is not null;
        Token(StreamTokenKind.Mark, keys.Thing(section ? 2UL : 1UL, 0), Add(AtomKind.Mark, paragraph, -1, 0, 1), '\r');
    }

    /// <summary>A block that takes part as a whole.</summary>
    public void Block(XmlElement block)
    {
        EndSegment();
        Token(StreamTokenKind.Block, keys.Unique(), Add(AtomKind.Block, block, -1, 0, 1), Thing);
    }

    /// <summary>Something between blocks that has no width.</summary>
    public void Loose(XmlElement element)
    {
        if (keepsEarlierChanges)
        {
            EndSegment();
            Add(AtomKind.Loose, element, -1, 0, 0);
        }
    }

    private void Inline(XmlElement element, int container)
    {
        var name = element.Name;
        if (name == W.R)
        {
            Run(element, container);
        }
        else if (name == W.Ins || name == W.MoveTo)
        {
            Inside(element, container, keepsEarlierChanges, transparent: true);
        }
        else if (Containers.Contains(name) && HoldsTokens(element))
        {
            Inside(element, container, opens: true, transparent: false);
        }
        else if (name.Namespace == W.Math || name == W.Compatibility + "AlternateContent")
        {
            Object(element, -1, container, Fingerprints.Of(element, stream.Part));
        }
        else if (keepsEarlierChanges || CommentRanges.IsEnd(element, stream.Part))
        {
            Add(AtomKind.Loose, element, -1, container, 0);
        }
    }

    // Where a comment begins or ends with a paragraph, the mark may stand beside it.
    private void RangesBefore(XmlElement paragraph)
    {
        var first = paragraph.Index;
        while (!keepsEarlierChanges && first > 0 && new XmlElement(paragraph.Map, first - 1) is var before && before.Span.Parent == paragraph.Span.Parent
            && CommentRanges.IsEnd(before, stream.Part))
        {
            first--;
        }

        for (; first < paragraph.Index; first++)
        {
            Add(AtomKind.Loose, new XmlElement(paragraph.Map, first), -1, 0, 0);
        }
    }

    private void Inside(XmlElement element, int container, bool opens, bool transparent)
    {
        // An earlier insertion may begin or end within a word.
        if (!transparent)
        {
            EndSegment();
        }

        var inner = container;
        if (opens)
        {
            inner = stream.Containers.Count;
            var key = transparent ? stream.Containers[container].Key : keys.Thing(inlineKeys.OfContainer(element), stream.Containers[container].Key);
            stream.Containers.Add(new InlineContainer(inner, element, container, key, transparent));
        }

        foreach (var child in (element.Child(W.SdtContent) ?? element).Children)
        {
            if (child.Name.LocalName is not ("smartTagPr" or "customXmlPr" or "fldData"))
            {
                Inline(child, inner);
            }
        }

        if (!transparent)
        {
            EndSegment();
        }
    }

    private static bool HoldsTokens(XmlElement element) => element.Descendants().Any(e => e.Name == W.R || e.Name == W.Math + "oMath");

    private void Run(XmlElement run, int container)
    {
        var any = false;
        foreach (var child in run.Children)
        {
            if (child.Name == W.RPr)
            {
                continue;
            }

            any = true;
            if (child.Name == W.T)
            {
                Text(child, run.Index, container);
            }
            else if (child.Name.LocalName is "softHyphen" or "noBreakHyphen" && child.Name.Namespace == W.Ns)
            {
                Hyphen(child, run.Index, container);
            }
            else if (!Invisible.Contains(child.Name))
            {
                Object(child, run.Index, container, inlineKeys.OfObject(child));
            }
            else if (keepsEarlierChanges)
            {
                Add(AtomKind.Loose, child, run.Index, container, 0);
            }
        }

        if (!any && keepsEarlierChanges)
        {
            Add(AtomKind.Loose, run, -1, container, 0);
        }
    }

    private void Text(XmlElement text, int run, int container)
    {
        var written = text.Inner;
        var characters = XmlEscape.IsPlain(written) ? written : XmlEscape.Decode(written);
        if (characters.Length == 0)
        {
            if (keepsEarlierChanges)
            {
                Add(AtomKind.Loose, text, run, container, 0);
            }

            return;
        }

        BeginSegment(container);
        Add(AtomKind.Text, text, run, container, characters.Length);
        stream.Characters.Append(characters);
    }

    // A hyphen that is an element is still a letter of its word (17.3.3.29, .18).
    private void Hyphen(XmlElement hyphen, int run, int container)
    {
        BeginSegment(container);
        Add(AtomKind.Object, hyphen, run, container, 1);
        stream.Characters.Append(hyphen.Name.LocalName == "softHyphen" ? '\u00AD' : '\u2011');
    }

    private void BeginSegment(int container)
    {
        if (segmentAtom < 0)
        {
            segmentAtom = stream.Atoms.Count;
            segmentStart = stream.Characters.Length;
            segmentContainer = container;
        }
    }

    private void Object(XmlElement element, int run, int container, ulong fingerprint)
    {
        EndSegment();
        Token(StreamTokenKind.Object, keys.Thing(fingerprint, stream.Containers[container].Key), Add(AtomKind.Object, element, run, container, 1), Thing);
    }

    private int Add(AtomKind kind, XmlElement element, int run, int container, int length)
    {
        stream.Atoms.Add(new Atom(kind, element.Index, run, container, stream.Characters.Length, length));
        return stream.Atoms.Count - 1;
    }

    private void Token(StreamTokenKind kind, int key, int atom, char character)
    {
        stream.Tokens.Add(new Token(key, kind, stream.Characters.Length, 1, atom));
        stream.Characters.Append(character);
    }

    // Words go on across runs, but not across the border of a container or anything that is no text.
    private void EndSegment()
    {
        if (segmentAtom < 0)
        {
            return;
        }

        var text = stream.Text[segmentStart..];
        var split = stream.Split;
        split.Clear();
        WordBreaker.Split(text, split);
        var atom = segmentAtom;
        var container = stream.Containers[segmentContainer].Key;
        foreach (var (start, length) in split)
        {
            var place = segmentStart + start;
            while (stream.Atoms[atom].Start + stream.Atoms[atom].Length <= place)
            {
                atom++;
            }

            var kind = char.IsLetterOrDigit(text[start]) || char.IsSurrogate(text[start]) ? StreamTokenKind.Word : StreamTokenKind.Glue;
            stream.Tokens.Add(new Token(keys.Word(text.Slice(start, length), container), kind, place, length, atom));
        }

        segmentAtom = -1;
    }
}
