namespace HandoffOffice.Redlining;

/// <summary>What becomes of a piece of markup.</summary>
internal enum PieceKind : byte
{
    /// <summary>It stays as it is.</summary>
    Keep,

    /// <summary>It stays and looks different.</summary>
    Format,

    /// <summary>It stays, and a text box in it says something else.</summary>
    Nested,

    /// <summary>It goes.</summary>
    Delete,

    /// <summary>It comes from the revised document.</summary>
    Insert,

    /// <summary>It has no width and comes from the revised document: there a comment begins or ends to hang on the words.</summary>
    Range,
}

/// <summary>A piece of an atom, with what becomes of it.</summary>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Atom">The atom: of the revised document when it comes from there, else of the original.</param>
/// <param name="From">Where in the atom it begins.</param>
/// <param name="Length">How long it is; 0 for what has no width.</param>
/// <param name="Partner">The atom of the revised document with the new looks or the new content; else -1.</param>
/// <param name="Edit">Who asked for the change: what different edits change is never one change.</param>
internal readonly record struct Piece(PieceKind Kind, int Atom, int From, int Length, int Partner = -1, int Edit = -1)
{
    /// <summary>Whether pieces are some atoms from the beginning of the first to the end of the last, with nothing left out.</summary>
    public static bool AreAllOf(List<Piece> pieces, int from, int to, List<Atom> atoms, int first, int last)
    {
        var (atom, covered) = (first - 1, 0);
        for (var at = from; at < to; at++)
        {
            var piece = pieces[at];
            if (piece.Atom != atom)
            {
                if (piece.Atom != atom + 1 || (atom >= first && covered != atoms[atom].Length))
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

        return atom == last && (atom < first || covered == atoms[atom].Length);
    }
}
