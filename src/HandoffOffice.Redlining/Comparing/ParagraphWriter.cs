using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Collects the pieces of a paragraph and writes it when a mark of either side ends it.</summary>
internal sealed class ParagraphWriter
{
    private readonly Comparison comparison;
    private readonly PartTarget target;
    private readonly PropertyWriter properties;
    private readonly TokenStream a;
    private readonly TokenStream b;
    private readonly PieceWriter writer;
    private readonly StringBuilder output;
    private readonly Action<XmlElement, bool> writeBlock;
    private readonly StreamMatching matching;
    private readonly ChangeTags tags;
    private readonly List<Piece> pieces = [];
    private int nextAtom;
    private int nextAtomOfRevised;
    private HashSet<string>? insertedComments;
    private (int Run, int Other) comparedRuns = (-1, -1);
    private bool looksDiffer;

    public ParagraphWriter(Comparison comparison, PartTarget target, PropertyWriter properties, BlockComparison blocks, StreamMatching matching,
        StringBuilder output, Action<XmlElement, bool> writeBlock, ChangeTags tags)
    {
        (this.comparison, this.target, this.properties, a, b) = (comparison, target, properties, matching.Original, matching.Revised);
        (this.matching, this.output, this.writeBlock, this.tags) = (matching, output, writeBlock, tags);
        writer = new PieceWriter(comparison, target, properties, blocks, matching, tags);
    }

    /// <summary>The container of the original in which the last token stood that was kept or deleted.</summary>
    public int Container { get; private set; }

    /// <summary>A token that both sides have.</summary>
    public void Keep(Token tokenA, Token tokenB)
    {
        Loose(tokenA.Atom);
        Ranges(tokenB.Atom);
        var atom = a.Atoms[tokenA.Atom];
        Container = a.Solid(atom.Container);
        if (tokenA.Kind == StreamTokenKind.Mark)
        {
            var partner = b.Element(b.Atoms[tokenB.Atom].Element);
            EndKept(tokenA.Atom, properties.ChangedParagraph(a.Element(atom.Element).Child(W.PPr), partner.Child(W.PPr)));
            nextAtom = tokenA.Atom + 1;
            return;
        }

        var (atomA, atomB) = (tokenA.Atom, tokenB.Atom);
        for (var done = 0; done < tokenA.Length;)
        {
            (atomA, atomB) = (a.AtomAt(atomA, tokenA.Start + done), b.AtomAt(atomB, tokenB.Start + done));
            LooseBetween(atomA);
            Ranges(atomB);
            var (one, other) = (a.Atoms[atomA], b.Atoms[atomB]);
            var (from, fromB) = (tokenA.Start + done - one.Start, tokenB.Start + done - other.Start);
            var length = Math.Min(Math.Min(one.Length - from, other.Length - fromB), tokenA.Length - done);
            Add(KeptPiece(atomA, atomB, from, length));
            done += length;
            nextAtom = from + length == one.Length ? atomA + 1 : atomA;
            EndRanges(atomB, fromB + length);
        }
    }

    private Piece KeptPiece(int atomA, int atomB, int from, int length)
    {
        var (one, other) = (a.Atoms[atomA], b.Atoms[atomB]);
        if (one.Kind == AtomKind.Object)
        {
            var (element, partner) = (a.Element(one.Element), b.Element(other.Element));
            if (NoteImporter.IsReference(element.Name))
            {
                comparison.Notes.Matched(element.Name, element.Attribute(W.Id) ?? "", partner.Attribute(W.Id) ?? "");
            }
            else if (element.Has(W.TextBoxContent) && Fingerprints.Of(element, a.Part) != Fingerprints.Of(partner, b.Part))
            {
                return new Piece(PieceKind.Nested, atomA, from, length, atomB);
            }
        }

        return LooksDiffer(one.Run, other.Run) ? new Piece(PieceKind.Format, atomA, from, length, atomB) : new Piece(PieceKind.Keep, atomA, from, length);
    }

    // Word after word stands in the same two runs.
    private bool LooksDiffer(int run, int other)
    {
        if (run < 0 || other < 0)
        {
            return false;
        }

        if (comparedRuns != (run, other))
        {
            comparedRuns = (run, other);
            looksDiffer = properties.FormatOfOriginal(a.Element(run)) != properties.FormatOfRevised(b.Element(other));
        }

        return looksDiffer;
    }

    // What goes on where the last piece ended is one piece with it.
    private void Add(Piece piece)
    {
        if (pieces.Count > 0 && pieces[^1] is var last && last.From + last.Length == piece.From && last with { From = piece.From, Length = piece.Length } == piece)
        {
            pieces[^1] = last with { Length = last.Length + piece.Length };
            return;
        }

        pieces.Add(piece);
    }

    /// <summary>A token that only the original has.</summary>
    public void Delete(Token token)
    {
        Loose(token.Atom);
        Container = a.Solid(a.Atoms[token.Atom].Container);
        var element = a.Element(a.Atoms[token.Atom].Element);
        switch (token.Kind)
        {
            case StreamTokenKind.Mark:
                EndParagraph(element, properties.DeletedParagraph(element.Child(W.PPr), tags.Deleted));
                nextAtom = token.Atom + 1;
                return;
            case StreamTokenKind.Block:
                writeBlock(element, false);
                nextAtom = token.Atom + 1;
                return;
        }

        var atom = token.Atom;
        for (var done = 0; done < token.Length;)
        {
            atom = a.AtomAt(atom, token.Start + done);
            LooseBetween(atom);
            var from = token.Start + done - a.Atoms[atom].Start;
            var length = Math.Min(a.Atoms[atom].Length - from, token.Length - done);
            Add(new Piece(PieceKind.Delete, atom, from, length));
            done += length;
            nextAtom = from + length == a.Atoms[atom].Length ? atom + 1 : atom;
        }
    }

    /// <summary>A token that only the revised document has.</summary>
    public void Insert(Token token)
    {
        Ranges(token.Atom);
        var element = b.Element(b.Atoms[token.Atom].Element);
        switch (token.Kind)
        {
            case StreamTokenKind.Mark:
                EndParagraph(null, properties.InsertedParagraph(element.Child(W.PPr), tags.Inserted));
                return;
            case StreamTokenKind.Block:
                writeBlock(element, true);
                return;
        }

        var atom = token.Atom;
        for (var done = 0; done < token.Length;)
        {
            atom = b.AtomAt(atom, token.Start + done);
            Ranges(atom);
            var from = token.Start + done - b.Atoms[atom].Start;
            var length = Math.Min(b.Atoms[atom].Length - from, token.Length - done);
            Add(new Piece(PieceKind.Insert, atom, from, length));
            done += length;
            EndRanges(atom, from + length);
        }
    }

    // What comments of the revised document hang on begins right before its next word there...
    private void Ranges(int until)
    {
        for (; nextAtomOfRevised < until; nextAtomOfRevised++)
        {
            if (b.Atoms[nextAtomOfRevised].Kind == AtomKind.Loose && b.Element(b.Atoms[nextAtomOfRevised].Element) is var mark
                && comparison.Ranges.MayCome(mark, insertedComments ??= CommentRanges.Inserted(matching)))
            {
                pieces.Add(new Piece(PieceKind.Range, nextAtomOfRevised, 0, 0));
            }
        }
    }

    // ...and ends right behind its last one, before what was deleted there.
    private void EndRanges(int atom, int covered)
    {
        if (covered == b.Atoms[atom].Length)
        {
            var end = atom + 1;
            while (end < b.Atoms.Count && b.Atoms[end].Kind == AtomKind.Loose && b.Element(b.Atoms[end].Element).Name == CommentParts.RangeEnd)
            {
                end++;
            }

            Ranges(end);
        }
    }

    /// <summary>What is left when no mark ends it.</summary>
    public void End()
    {
        Loose(a.Atoms.Count);
        if (pieces.Count > 0)
        {
            writer.Write(output, pieces);
            pieces.Clear();
        }
    }

    // What has no width goes out where it stands, before what comes next.
    private void Loose(int until)
    {
        for (; nextAtom < until; nextAtom++)
        {
            var atom = a.Atoms[nextAtom];
            var element = a.Element(atom.Element);
            if (atom.Kind == AtomKind.DeletedMark)
            {
                EndKept(nextAtom, null);
            }
            else if (atom.Kind == AtomKind.Loose && pieces.Count == 0 && atom.Run < 0 && element.Parent?.Name is { } parent && parent != W.P && atom.Container == 0)
            {
                output.Append(element.Raw);
            }
            else if (atom.Kind == AtomKind.Loose)
            {
                pieces.Add(new Piece(PieceKind.Keep, nextAtom, 0, 0));
            }
        }
    }

    private void LooseBetween(int atom)
    {
        if (nextAtom < atom)
        {
            Loose(atom);
        }
    }

    // A paragraph of which nothing changed goes out as it came in.
    private void EndKept(int mark, string? changedProperties)
    {
        var paragraph = a.Element(a.Atoms[mark].Element);
        if (changedProperties is null && IsUntouched(a.FirstAtoms[mark], mark))
        {
            output.Append(paragraph.Raw);
            pieces.Clear();
            return;
        }

        EndParagraph(paragraph, changedProperties ?? (paragraph.Child(W.PPr) is { } kept ? kept.Raw.ToString() : ""));
    }

    private bool IsUntouched(int first, int mark) =>
        pieces.TrueForAll(piece => piece.Kind == PieceKind.Keep) && Piece.AreAllOf(pieces, 0, pieces.Count, a.Atoms, first, mark - 1);

    private void EndParagraph(XmlElement? original, string paragraphProperties)
    {
        output.Append(original is { } kept ? kept.OpenTag : $"<{target.Word}p>").Append(paragraphProperties);
        writer.Write(output, pieces);
        pieces.Clear();
        output.Append("</").Append(original is { } p ? p.QualifiedName : $"{target.Word}p").Append('>');
    }
}
