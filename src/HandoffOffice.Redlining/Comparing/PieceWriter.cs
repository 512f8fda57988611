using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Writes the pieces of one paragraph as runs, with the containers they stand in and the marks of what changed.</summary>
internal sealed class PieceWriter
{
    private readonly Comparison comparison;
    private readonly PartTarget target;
    private readonly PropertyWriter properties;
    private readonly BlockComparison blocks;
    private readonly TokenStream a;
    private readonly TokenStream b;
    private readonly ChangeTags tags;
    private readonly ElementImporter importer;
    private readonly ContainerWriter containers;
    private readonly HashSet<int> started = [];
    private StringBuilder output = new();

    public PieceWriter(Comparison comparison, PartTarget target, PropertyWriter properties, BlockComparison blocks, IContainerPairs pairs, ChangeTags tags)
    {
        (this.comparison, this.target, this.properties, this.blocks, this.tags) = (comparison, target, properties, blocks, tags);
        (a, b) = (pairs.Original, pairs.Revised);
        importer = new ElementImporter(comparison, b.Part, target);
        containers = new ContainerWriter(comparison, target, importer, pairs);
    }

    /// <summary>The attributes of one more change by an edit; null for a comparison's.</summary>
    public Func<int, string>? StampOf { get; init; }

    /// <summary>What becomes of something with text boxes in which somebody edited; null where two documents are compared.</summary>
    public Func<XmlElement, string>? NestedMarkup { get; init; }

    private string w => target.Word;

    public void Write(StringBuilder into, List<Piece> pieces)
    {
        output = into;
        for (var at = 0; at < pieces.Count;)
        {
            if (pieces[at].Kind == PieceKind.Range)
            {
                WriteRange(pieces[at++]);
                continue;
            }

            containers.Enter(output, pieces[at]);
            at = pieces[at].Kind is PieceKind.Insert or PieceKind.Delete ? WriteMarked(pieces, at) : WriteRun(pieces, at);
        }

        containers.Leave(output);
    }

    // Insertions and deletions that follow each other are one change, whatever the runs.
    private int WriteMarked(List<Piece> pieces, int at)
    {
        var (kind, edit) = (pieces[at].Kind, pieces[at].Edit);
        var container = Container(pieces[at]);
        var tag = kind == PieceKind.Insert ? tags.Inserted : tags.Deleted;
        output.Append('<').Append(w).Append(tag).Append(StampOf?.Invoke(edit) ?? comparison.Attributes(w)).Append('>');
        for (var next = at; next < pieces.Count && pieces[next].Kind == kind && pieces[next].Edit == edit && Container(pieces[next]) == container;)
        {
            for (; at < next; at++)
            {
                WriteRange(pieces[at]);
            }

            next = at = WriteRun(pieces, at);
            while (kind == PieceKind.Insert && next < pieces.Count && pieces[next].Kind == PieceKind.Range)
            {
                next++;
            }
        }

        output.Append("</").Append(w).Append(tag).Append('>');
        return at;
    }

    private void WriteRange(Piece piece) => comparison.Ranges.Write(output, b.Element(b.Atoms[piece.Atom].Element));

    private int WriteRun(List<Piece> pieces, int at)
    {
        var first = pieces[at];
        var stream = Stream(first);
        var atom = stream.Atoms[first.Atom];
        if (atom.Run < 0)
        {
            WriteObject(first, stream.Element(atom.Element));
            return at + 1;
        }

        var end = at + 1;
        while (end < pieces.Count && pieces[end].Kind == first.Kind && pieces[end].Edit == first.Edit && Stream(pieces[end]).Atoms[pieces[end].Atom].Run == atom.Run && SameLooks(first, pieces[end]))
        {
            end++;
        }

        var run = stream.Element(atom.Run);
        if (first.Kind == PieceKind.Keep && IsWhole(pieces, at, end))
        {
            output.Append(run.Raw);
            return end;
        }

        if (first is { Kind: PieceKind.Keep, Length: 0 } && end == at + 1 && stream.Element(atom.Element).Name == W.Ns + "lastRenderedPageBreak")
        {
            return end;
        }

        if (first.Kind == PieceKind.Insert)
        {
            output.Append('<').Append(w).Append("r>").Append(properties.ImportedRun(run.Child(W.RPr)));
        }
        else
        {
            var again = !started.Add(atom.Run);
            output.Append(run.StartTag);
            output.Append(first.Kind == PieceKind.Format ? properties.ChangedRun(run.Child(W.RPr), b.Element(b.Atoms[first.Partner].Run).Child(W.RPr), again)
                : properties.KeptRun(run.Child(W.RPr), again));
        }

        for (var piece = at; piece < end;)
        {
            piece = WriteContent(pieces, piece, end);
        }

        if (first.Kind == PieceKind.Insert)
        {
            output.Append("</").Append(w).Append("r>");
        }
        else
        {
            output.Append("</").Append(run.QualifiedName).Append('>');
        }

        return end;
    }

    private int WriteContent(List<Piece> pieces, int at, int end)
    {
        var piece = pieces[at];
        var stream = Stream(piece);
        var atom = stream.Atoms[piece.Atom];
        var element = stream.Element(atom.Element);
        if (atom.Kind != AtomKind.Text)
        {
            WriteObject(piece, element);
            return at + 1;
        }

        var length = piece.Length;
        var next = at + 1;
        while (next < end && pieces[next].Atom == piece.Atom)
        {
            length += pieces[next++].Length;
        }

        var deleted = piece.Kind == PieceKind.Delete && tags.Deletes;
        if (!deleted && piece.Kind != PieceKind.Insert && length == atom.Length)
        {
            output.Append(element.Raw);
            return next;
        }

        var text = stream.Text.Slice(atom.Start + piece.From, length);
        if (StampOf is not null && piece.Kind == PieceKind.Insert)
        {
            WriteTyped(text);
        }
        else
        {
            WriteText(text, deleted ? "delText" : "t");
        }

        return next;
    }

    private void WriteText(ReadOnlySpan<char> text, string tag)
    {
        output.Append('<').Append(w).Append(tag).Append(" xml:space=\"preserve\">");
        XmlEscape.AppendText(output, text);
        output.Append("</").Append(w).Append(tag).Append('>');
    }

    // A tab that somebody types is an element, not white space (17.3.3.32).
    private void WriteTyped(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('\t') is var tab and >= 0)
        {
            if (tab > 0)
            {
                WriteText(text[..tab], "t");
            }

            output.Append('<').Append(w).Append("tab/>");
            text = text[(tab + 1)..];
        }

        if (text.Length > 0)
        {
            WriteText(text, "t");
        }
    }

    private void WriteObject(Piece piece, XmlElement element)
    {
        switch (piece.Kind)
        {
            case PieceKind.Insert:
                importer.Write(output, element);
                break;
            case PieceKind.Nested when NestedMarkup is { } markup:
                output.Append(markup(element));
                break;
            case PieceKind.Nested:
                WriteNested(element, b.Element(b.Atoms[piece.Partner].Element));
                break;
            case PieceKind.Delete when element.Name == W.Ns + "instrText" && tags.Deletes:
                output.Append('<').Append(w).Append("delInstrText xml:space=\"preserve\">").Append(element.Inner).Append("</").Append(w).Append("delInstrText>");
                break;
            case PieceKind.Delete when tags.Deletes:
                DeletedMarkup.Append(output, element);
                break;
            default:
                output.Append(element.Raw);
                break;
        }

        if (piece.Kind == PieceKind.Delete && NoteImporter.IsReference(element.Name))
        {
            comparison.Notes.Deleted(element.Name, element.Attribute(W.Id) ?? "");
        }
    }

    // A text box is written twice, for new and for old readers (Part 3, 7.4); each of the two is compared with its like.
    private void WriteNested(XmlElement element, XmlElement revised)
    {
        var boxes = Boxes(element);
        var revisedBoxes = Boxes(revised);
        var at = element.Span.Start;
        var text = element.Map.Text;
        for (var box = 0; box < Math.Min(boxes.Count, revisedBoxes.Count); box++)
        {
            if (boxes[box].IsEmpty || blocks.Compare(boxes[box], revisedBoxes[box]) is not { } inner)
            {
                continue;
            }

            output.Append(text, at, boxes[box].Span.Content - at).Append(inner);
            at = boxes[box].Span.ContentEnd;
        }

        output.Append(text, at, element.Span.End - at);
    }

    private static List<XmlElement> Boxes(XmlElement element)
    {
        var boxes = new List<XmlElement>();
        for (var at = element.Index + 1; at < element.Span.After;)
        {
            var inner = new XmlElement(element.Map, at);
            if (inner.Name == W.TextBoxContent)
            {
                boxes.Add(inner);
                at = inner.Span.After;
            }
            else
            {
                at++;
            }
        }

        return boxes;
    }

    private TokenStream Stream(Piece piece) => piece.Kind == PieceKind.Insert ? b : a;

    private int Container(Piece piece) => Stream(piece).Atoms[piece.Atom].Container;

    private bool SameLooks(Piece one, Piece other) =>
        one.Kind != PieceKind.Format || b.Atoms[one.Partner].Run == b.Atoms[other.Partner].Run
        || properties.FormatOfRevised(b.Element(b.Atoms[one.Partner].Run)) == properties.FormatOfRevised(b.Element(b.Atoms[other.Partner].Run));

    // Whether the pieces are all that the run is.
    private bool IsWhole(List<Piece> pieces, int at, int end)
    {
        var run = a.Atoms[pieces[at].Atom].Run;
        var (first, last) = (pieces[at].Atom, pieces[end - 1].Atom);
        if ((first > 0 && a.Atoms[first - 1].Run == run) || (last + 1 < a.Atoms.Count && a.Atoms[last + 1].Run == run))
        {
            return false;
        }

        return Piece.AreAllOf(pieces, at, end, a.Atoms, first, last);
    }
}
