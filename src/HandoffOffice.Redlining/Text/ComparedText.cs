using System.Globalization;
using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>
/// Two plain texts and the changes between them that are still undecided. Immutable: a decision gives a new one, in which the other changes
/// keep their ids. With no change left both texts are the same.
/// </summary>
public sealed class ComparedText
{
    internal ComparedText(string original, string revised, IReadOnlyList<TextChange> changes)
    {
        (Original, Revised, Changes) = (original, revised, changes);
    }

    /// <summary>The text when every change that is left is rejected.</summary>
    public string Original { get; }

    /// <summary>The text when every change that is left is accepted.</summary>
    public string Revised { get; }

    /// <summary>The undecided changes, in the order of the text.</summary>
    public IReadOnlyList<TextChange> Changes { get; }

    /// <summary>Both texts in one, without gaps: what is kept, and of each change first what is deleted, then what is inserted.</summary>
    public IEnumerable<TextSegment> Segments
    {
        get
        {
            var (original, revised) = (0, 0);
            foreach (var change in Changes)
            {
                if (change.OriginalStart > original)
                    yield return new TextSegment(TextSegmentKind.Kept, original, revised, Original[original..change.OriginalStart], null);
                if (change.Deleted.Length > 0)
                    yield return new TextSegment(TextSegmentKind.Deleted, change.OriginalStart, change.RevisedStart, change.Deleted, change.Id);
                (original, revised) = (change.OriginalStart + change.Deleted.Length, change.RevisedStart);
                if (change.Inserted.Length > 0)
                    yield return new TextSegment(TextSegmentKind.Inserted, original, revised, change.Inserted, change.Id);
                revised += change.Inserted.Length;
            }

            if (original < Original.Length)
                yield return new TextSegment(TextSegmentKind.Kept, original, revised, Original[original..], null);
        }
    }

    /// <summary>Accepts changes: the original has them too from now on.</summary>
    /// <param name="ids">As in <see cref="TextChange.Id"/>; naming one twice is naming it once.</param>
    /// <exception cref="UnknownRevisionException">No undecided change has the id. Nothing was decided.</exception>
    public ComparedText Accept(IEnumerable<int> ids) => Decide(ids, accept: true);

    /// <summary>Rejects changes: the revised text is without them from now on.</summary>
    /// <param name="ids">As in <see cref="TextChange.Id"/>; naming one twice is naming it once.</param>
    /// <exception cref="UnknownRevisionException">No undecided change has the id. Nothing was decided.</exception>
    public ComparedText Reject(IEnumerable<int> ids) => Decide(ids, accept: false);

    private ComparedText Decide(IEnumerable<int> ids, bool accept)
    {
        var decided = ids.ToHashSet();
        foreach (var unknown in decided.Except(Changes.Select(change => change.Id)).Order())
            throw new UnknownRevisionException(unknown.ToString(CultureInfo.InvariantCulture));

        // One text is rewritten, so the places of the later changes in it move.
        var (text, end, left) = (new StringBuilder(), 0, new List<TextChange>());
        var source = accept ? Original : Revised;
        foreach (var change in Changes)
        {
            var (start, old, other) = accept ? (change.OriginalStart, change.Deleted, change.Inserted) : (change.RevisedStart, change.Inserted, change.Deleted);
            text.Append(source, end, start - end);
            end = start + old.Length;
            if (!decided.Contains(change.Id))
                left.Add(accept ? change with { OriginalStart = text.Length } : change with { RevisedStart = text.Length });
            text.Append(decided.Contains(change.Id) ? other : old);
        }

        text.Append(source, end, source.Length - end);
        return accept ? new ComparedText(text.ToString(), Revised, left) : new ComparedText(Original, text.ToString(), left);
    }
}
