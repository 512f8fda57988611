using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>
/// Writes two streams as one: what matches is kept, what only the original has is deleted, what only the revised document has is
/// inserted. A paragraph ends where a mark of either side stands, and its mark is kept, deleted or inserted like a word (17.13.5.15, .20).
/// </summary>
internal sealed class StreamMerge
{
    private readonly Comparison comparison;
    private readonly PartTarget target;
    private readonly PropertyWriter properties;
    private readonly TokenStream a;
    private readonly TokenStream b;
    private readonly StreamMatching matching;
    private readonly PieceWriter writer;
    private readonly Action<XmlElement, bool> writeBlock;
    private readonly string deleteTag;
    private readonly string insertTag;
    private readonly List<Piece> pieces = [];
    private readonly StringBuilder output;
    private int nextAtom;

    public StreamMerge(Comparison comparison, PartTarget target, PropertyWriter properties, BlockComparison blocks, TokenStream a, TokenStream b,
        StringBuilder output, Action<XmlElement, bool> writeBlock, string deleteTag = "del", string insertTag = "ins")
    {
        (this.comparison, this.target, this.properties, this.a, this.b) = (comparison, target, properties, a, b);
        (this.output, this.writeBlock, this.deleteTag, this.insertTag) = (output, writeBlock, deleteTag, insertTag);
        matching = StreamMatching.Of(a, b);
        writer = new PieceWriter(comparison, target, properties, blocks, a, b)
        {
            PartnerOf = matching.ContainerOfRevised,
            IsMatched = matching.IsMatched,
            DeleteTag = deleteTag,
            InsertTag = insertTag,
        };
    }

    public void Write()
    {
        var (atA, atB) = (0, 0);
        while (atA < a.Tokens.Count || atB < b.Tokens.Count)
        {
            if (atA < a.Tokens.Count && matching.OfOriginal(atA) == atB)
            {
                Keep(a.Tokens[atA++], b.Tokens[atB++]);
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

        Loose(a.Atoms.Count);
        if (pieces.Count > 0)
        {
            writer.Write(output, pieces);
            pieces.Clear();
        }
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
            Insert(b.Tokens[atB]);
        }

        while (atA < endA || atB < endB)
        {
            var (stopA, stopB) = (ContainerEnd(a, atA, endA), ContainerEnd(b, atB, endB));
            if (atA < endA && (atB >= endB || !Awaited(atA, endA, atB)))
            {
                for (; atA < stopA; atA++)
                {
                    Delete(a.Tokens[atA]);
                }
            }

            if (atB < endB && (atA >= endA || !Ahead(atA, endA, atB)))
            {
                for (; atB < stopB; atB++)
                {
                    Insert(b.Tokens[atB]);
                }
            }
        }
    }

    // Whether what is inserted next belongs into the container that was just left or stays open, while the deletions go on elsewhere.
    private bool Awaited(int atA, int endA, int atB)
    {
        var container = OutputContainer(atB);
        return container != 0 && container == current && a.Solid(ContainerOf(a, atA)) != container && !Ahead(atA, endA, atB);
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
            if (a.Solid(ContainerOf(a, token)) == container)
            {
                return true;
            }
        }

        return false;
    }

    private int OutputContainer(int tokenB)
    {
        var container = ContainerOf(b, tokenB);
        return container == 0 ? 0 : Math.Max(0, matching.ContainerOfRevised(container));
    }

    private static int ContainerEnd(TokenStream stream, int at, int end)
    {
        if (at >= end)
        {
            return end;
        }

        var container = ContainerOf(stream, at);
        while (at < end && ContainerOf(stream, at) == container)
        {
            at++;
        }

        return at;
    }

    private static int ContainerOf(TokenStream stream, int token) => stream.Atoms[stream.Tokens[token].Atom].Container;

    private int current;

    private void Keep(Token tokenA, Token tokenB)
    {
        Loose(tokenA.Atom);
        var atom = a.Atoms[tokenA.Atom];
        current = a.Solid(atom.Container);
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
            (atomA, atomB) = (At(a, atomA, tokenA.Start + done), At(b, atomB, tokenB.Start + done));
            LooseBetween(atomA);
            var (one, other) = (a.Atoms[atomA], b.Atoms[atomB]);
            var (from, fromB) = (tokenA.Start + done - one.Start, tokenB.Start + done - other.Start);
            var length = Math.Min(Math.Min(one.Length - from, other.Length - fromB), tokenA.Length - done);
            pieces.Add(KeptPiece(atomA, atomB, from, length));
            done += length;
            nextAtom = from + length == one.Length ? atomA + 1 : atomA;
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

        var looksDiffer = one.Run >= 0 && other.Run >= 0 && properties.FormatOfOriginal(a.Element(one.Run)) != properties.FormatOfRevised(b.Element(other.Run));
        return looksDiffer ? new Piece(PieceKind.Format, atomA, from, length, atomB) : new Piece(PieceKind.Keep, atomA, from, length);
    }

    private void Delete(Token token)
    {
        Loose(token.Atom);
        current = a.Solid(a.Atoms[token.Atom].Container);
        var element = a.Element(a.Atoms[token.Atom].Element);
        switch (token.Kind)
        {
            case StreamTokenKind.Mark:
                EndParagraph(element, properties.DeletedParagraph(element.Child(W.PPr), deleteTag));
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
            atom = At(a, atom, token.Start + done);
            LooseBetween(atom);
            var from = token.Start + done - a.Atoms[atom].Start;
            var length = Math.Min(a.Atoms[atom].Length - from, token.Length - done);
            pieces.Add(new Piece(PieceKind.Delete, atom, from, length));
            done += length;
            nextAtom = from + length == a.Atoms[atom].Length ? atom + 1 : atom;
        }
    }

    private void Insert(Token token)
    {
        var element = b.Element(b.Atoms[token.Atom].Element);
        switch (token.Kind)
        {
            case StreamTokenKind.Mark:
                EndParagraph(null, properties.InsertedParagraph(element.Child(W.PPr), insertTag));
                return;
            case StreamTokenKind.Block:
                writeBlock(element, true);
                return;
        }

        var atom = token.Atom;
        for (var done = 0; done < token.Length;)
        {
            atom = At(b, atom, token.Start + done);
            var from = token.Start + done - b.Atoms[atom].Start;
            var length = Math.Min(b.Atoms[atom].Length - from, token.Length - done);
            pieces.Add(new Piece(PieceKind.Insert, atom, from, length));
            done += length;
        }
    }

    private static int At(TokenStream stream, int atom, int place)
    {
        while (stream.Atoms[atom].Start + stream.Atoms[atom].Length <= place)
        {
            atom++;
        }

        return atom;
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

    private bool IsUntouched(int first, int mark)
    {
        var (atom, covered) = (first - 1, 0);
        foreach (var piece in pieces)
        {
            if (piece.Kind != PieceKind.Keep)
            {
                return false;
            }

            if (piece.Atom != atom)
            {
                if (piece.Atom != atom + 1 || (atom >= first && covered != a.Atoms[atom].Length))
                {
                    return false;
                }

                (atom, covered) = (piece.Atom, 0);
            }

            if (piece.From != covered)
            {
                return false;
            }

            covered += piece.Length;
        }

        return atom == mark - 1 && (atom < first || covered == a.Atoms[atom].Length);
    }

    private void EndParagraph(XmlElement? original, string paragraphProperties)
    {
        output.Append(original is { } kept ? kept.OpenTag : $"<{target.Word}p>").Append(paragraphProperties);
        writer.Write(output, pieces);
        pieces.Clear();
        output.Append("</").Append(original is { } p ? p.QualifiedName : $"{target.Word}p").Append('>');
    }
}
