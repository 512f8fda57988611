using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Writes the pieces of one paragraph as runs, with the containers they stand in and the marks of what changed.</summary>
internal sealed class PieceWriter(Comparison comparison, PartTarget target, PropertyWriter properties, BlockComparison blocks, TokenStream a, TokenStream b)
{
    private readonly ElementImporter importer = new(comparison, b.Part, target);
    private readonly List<OpenContainer> open = [];
    private readonly HashSet<int> opened = [];
    private readonly HashSet<int> started = [];
    private StringBuilder output = new();

    /// <summary>The partner of a container of the revised document; -1 for none.</summary>
    public required Func<int, int> PartnerOf { get; init; }

    /// <summary>Whether a container of the original has a partner.</summary>
    public required Func<int, bool> IsMatched { get; init; }

    /// <summary>The mark of what goes: <c>del</c> or <c>moveFrom</c>.</summary>
    public string DeleteTag { get; init; } = "del";

    /// <summary>The mark of what comes: <c>ins</c> or <c>moveTo</c>.</summary>
    public string InsertTag { get; init; } = "ins";

    /// <summary>The attributes of one more change by an edit; null for a comparison's.</summary>
    public Func<int, string>? StampOf { get; init; }

    /// <summary>What becomes of something with text boxes in which somebody edited; null where two documents are compared.</summary>
    public Func<XmlElement, string>? NestedMarkup { get; init; }

    private string w => target.Word;

    public void Write(StringBuilder into, IReadOnlyList<Piece> pieces)
    {
        output = into;
        for (var at = 0; at < pieces.Count;)
        {
            Enter(PathOf(pieces[at]));
            at = pieces[at].Kind is PieceKind.Insert or PieceKind.Delete ? WriteMarked(pieces, at) : WriteRun(pieces, at);
        }

        Enter([]);
    }

    // Insertions and deletions that follow each other are one change, whatever the runs.
    private int WriteMarked(IReadOnlyList<Piece> pieces, int at)
    {
        var (kind, edit) = (pieces[at].Kind, pieces[at].Edit);
        var container = Container(pieces[at]);
        var tag = kind == PieceKind.Insert ? InsertTag : DeleteTag;
        output.Append('<').Append(w).Append(tag).Append(StampOf?.Invoke(edit) ?? comparison.Attributes(w)).Append('>');
        while (at < pieces.Count && pieces[at].Kind == kind && pieces[at].Edit == edit && Container(pieces[at]) == container)
        {
            at = WriteRun(pieces, at);
        }

        output.Append("</").Append(w).Append(tag).Append('>');
        return at;
    }

    private int WriteRun(IReadOnlyList<Piece> pieces, int at)
    {
        var first = pieces[at];
        var stream = Stream(first);
        var atom = stream.Atoms[first.Atom];
        if (atom.Run < 0)
        {
            WriteOutsideRun(first, stream.Element(atom.Element));
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

    private int WriteContent(IReadOnlyList<Piece> pieces, int at, int end)
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

        var deleted = piece.Kind == PieceKind.Delete && DeleteTag == "del";
        if (!deleted && piece.Kind != PieceKind.Insert && length == atom.Length)
        {
            output.Append(element.Raw);
            return next;
        }

        var text = stream.Text.AsSpan(atom.Start + piece.From, length);
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
            case PieceKind.Delete when element.Name == W.Ns + "instrText" && DeleteTag == "del":
                output.Append('<').Append(w).Append("delInstrText xml:space=\"preserve\">").Append(element.Inner).Append("</").Append(w).Append("delInstrText>");
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

    private void WriteOutsideRun(Piece piece, XmlElement element)
    {
        if (piece.Kind == PieceKind.Format)
        {
            output.Append(element.Raw);
        }
        else
        {
            WriteObject(piece, element);
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
    private bool IsWhole(IReadOnlyList<Piece> pieces, int at, int end)
    {
        var run = a.Atoms[pieces[at].Atom].Run;
        var (first, last) = (pieces[at].Atom, pieces[end - 1].Atom);
        if ((first > 0 && a.Atoms[first - 1].Run == run) || (last + 1 < a.Atoms.Count && a.Atoms[last + 1].Run == run))
        {
            return false;
        }

        var covered = 0;
        var atom = first - 1;
        for (var piece = at; piece < end; piece++)
        {
            if (pieces[piece].Atom != atom)
            {
                if (pieces[piece].Atom != atom + 1 || (atom >= first && covered != a.Atoms[atom].Length))
                {
                    return false;
                }

                atom++;
                covered = 0;
            }

            covered += pieces[piece].Length;
        }

        return covered == a.Atoms[last].Length;
    }

    private List<OpenContainer> PathOf(Piece piece)
    {
        var path = new List<OpenContainer>();
        var stream = Stream(piece);
        for (var container = Container(piece); container != 0; container = stream.Containers[container].Parent)
        {
            var own = ReferenceEquals(stream, a);
            var partner = own ? container : PartnerOf(container);
            path.Add(partner >= 0 ? new OpenContainer(false, partner) : new OpenContainer(true, container));
        }

        path.Reverse();
        return path;
    }

    private void Enter(List<OpenContainer> path)
    {
        var common = 0;
        while (common < open.Count && common < path.Count && open[common] == path[common])
        {
            common++;
        }

        for (var at = open.Count - 1; at >= common; at--)
        {
            CloseContainer(open[at]);
            open.RemoveAt(at);
        }

        for (var at = common; at < path.Count; at++)
        {
            OpenContainerTag(path[at]);
            open.Add(path[at]);
        }
    }

    private void OpenContainerTag(OpenContainer container)
    {
        var range = StartRange(container);
        WriteOpenTag(container);
        EndRange(container, range);
    }

    // A control that only one side has comes or goes with its tags, each crossed by a range (17.13.5.4-.7).
    private int StartRange(OpenContainer container)
    {
        if (!IsOneSided(container))
        {
            return -1;
        }

        var id = comparison.NextId();
        output.Append('<').Append(w).Append(RangeName(container)).Append("Start").Append(comparison.AttributesOf(w, id)).Append("/>");
        return id;
    }

    private void EndRange(OpenContainer container, int id)
    {
        if (id >= 0)
        {
            output.Append('<').Append(w).Append(RangeName(container)).Append("End ").Append(w).Append("id=\"").Append(id).Append("\"/>");
        }
    }

    private static string RangeName(OpenContainer container) => container.Revised ? "customXmlInsRange" : "customXmlDelRange";

    private bool IsOneSided(OpenContainer container) =>
        Element(container).Name is var name && (name == W.Sdt || name == W.Ns + "customXml") && (container.Revised || !IsMatched(container.Index));

    private void WriteOpenTag(OpenContainer container)
    {
        var element = Element(container);
        var content = element.Child(W.SdtContent);
        if (container.Revised)
        {
            importer.Open(output, element);
            foreach (var child in element.Children)
            {
                if (content is not null && child.Name != W.SdtContent || child.Name.LocalName is "smartTagPr" or "customXmlPr" or "fldData")
                {
                    importer.Write(output, child);
                }
            }

            if (content is { } inner)
            {
                importer.Open(output, inner);
            }

            return;
        }

        var end = content?.Span.Content ?? element.Span.Content;
        foreach (var child in element.Children)
        {
            end = child.Name.LocalName is "smartTagPr" or "customXmlPr" or "fldData" ? child.Span.End : end;
        }

        var tag = element.Map.Text.AsSpan(element.Span.Start, end - element.Span.Start);
        if (opened.Add(container.Index))
        {
            output.Append(tag);
        }
        else if (element.Name == W.Ins || element.Name == W.MoveTo)
        {
            // What somebody inserted earlier now has something else in its middle: two insertions by the same hand.
            var w = target.Word;
            output.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"<{element.QualifiedName} {w}id=\"{comparison.NextId()}\" {w}author=\"{XmlEscape.Attribute(element.Attribute(W.Author) ?? "")}\"");
            output.Append(element.Attribute(W.Date) is { } date ? $" {w}date=\"{date}\">" : ">");
        }
        else if (element.Child(W.SdtPr)?.Child(W.Id) is { } id)
        {
            output.Append(element.Map.Text, element.Span.Start, id.Span.Start - element.Span.Start).Append(element.Map.Text, id.Span.End, end - id.Span.End);
        }
        else
        {
            output.Append(tag);
        }
    }

    private void CloseContainer(OpenContainer container)
    {
        var range = StartRange(container);
        WriteCloseTag(container);
        EndRange(container, range);
    }

    private void WriteCloseTag(OpenContainer container)
    {
        var element = Element(container);
        var content = element.Child(W.SdtContent);
        if (container.Revised)
        {
            if (content is { } inner)
            {
                importer.Close(output, inner);
            }

            importer.Close(output, element);
            return;
        }

        var start = content?.Span.ContentEnd ?? element.Span.ContentEnd;
        output.Append(element.Map.Text, start, element.Span.End - start);
    }

    private XmlElement Element(OpenContainer container) =>
        (container.Revised ? b : a).Containers[container.Index].Element ?? throw new InvalidOperationException("The paragraph itself is no container.");

    private readonly record struct OpenContainer(bool Revised, int Index);
}
