using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Compares two Word documents.</summary>
public static class DocumentComparison
{
    private static readonly string[] NoteKinds = ["footnotes", "endnotes", "comments"];

    /// <summary>The original, edited in place: what the revised document says differently becomes a tracked change, all else keeps its bytes.</summary>
    /// <param name="original">A .docx.</param>
    /// <param name="revised">A .docx.</param>
    /// <param name="author">Who the changes are by, and when. The same input gives the same bytes.</param>
    /// <exception cref="DocumentRefusedException">A document was not taken in.</exception>
    /// <exception cref="ArgumentException">The author's name is blank.</exception>
    /// <exception cref="EditNotLandedException">What was read back is not the two texts: a fault of this library, never given out.</exception>
    public static ComparedDocument Compare(ReadOnlyMemory<byte> original, ReadOnlyMemory<byte> revised, RevisionAuthor author)
    {
        ArgumentNullException.ThrowIfNull(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(author.Name, nameof(author));
        var (sideA, sideB) = Side.OpenBoth(original, revised);
        var comparison = new Comparison(sideA, sideB, author)
        {
            HasNotes = NoteKinds.Any(kind => sideA.Related(sideA.Main, kind) is not null || sideB.Related(sideB.Main, kind) is not null),
        };
        foreach (var part in Stories.Of(sideA).Append(sideA.Main))
        {
            comparison.Learn(sideA.Map(part));
        }

        Body(comparison);
        new HeaderComparison(comparison).Write();
        comparison.Notes.Apply();
        if (comparison.Count == 0)
        {
            return new ComparedDocument(original, 0, UntrackedDifferences.Of(sideA, sideB));
        }

        comparison.Numbering.Apply();
        comparison.Styles.Apply();
        comparison.Edits.Apply();
        // One reads the parts, the other writes them down: they share nothing that changes any more.
        var written = sideA.Again();
        var (file, untracked) = SideBySide.Run(Side.AreLarge(original, revised), sideA.Package.ToBytes, () => UntrackedDifferences.Of(written, sideB));
        return new ComparedDocument(file, comparison.Count, untracked);
    }

    private static void Body(Comparison comparison)
    {
        var target = new PartTarget(comparison.PartOfOriginal(comparison.Original.Main));
        var from = comparison.PartOfRevised(comparison.Revised.Main);
        var blocks = new BlockComparison(comparison, target, from);
        var inner = new StringBuilder();
        if (target.Part.Map.Root.Child(W.Body) is not { } body || from.Map.Root.Child(W.Body) is not { } revisedBody
            || body.IsEmpty || !blocks.Compare(inner, body, revisedBody))
        {
            return;
        }

        var written = target.WithInside(body, comparison.Ranges.Settle(inner, target.Word));
        var read = ReadBack.Check(target.Part.Name, written, target.Part.Map.Root, from.Map.Root);
        comparison.Original.Replace(target.Part.Name, written, read);
    }
}
