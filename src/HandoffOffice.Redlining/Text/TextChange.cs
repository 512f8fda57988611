namespace HandoffOffice.Redlining;

/// <summary>One change of a plain text: words deleted, words inserted, or both at one place. It is decided on as a whole.</summary>
/// <param name="Id">Names the change in this comparison and in all that decisions make of it; counted from 0 in the order of the text.</param>
/// <param name="OriginalStart">Where it begins in the original, in UTF-16 units.</param>
/// <param name="Deleted">What the original has there; empty for an insertion.</param>
/// <param name="RevisedStart">Where it begins in the revised text, in UTF-16 units.</param>
/// <param name="Inserted">What the revised text has there; empty for a deletion.</param>
/// <param name="Reason">Why, if an edit said so.</param>
public sealed record TextChange(int Id, int OriginalStart, string Deleted, int RevisedStart, string Inserted, string? Reason = null);

/// <summary>A stretch of two compared texts.</summary>
/// <param name="Kind">Whether both texts have it.</param>
/// <param name="OriginalStart">Where it stands in the original, or would stand, in UTF-16 units.</param>
/// <param name="RevisedStart">Where it stands in the revised text, or would stand, in UTF-16 units.</param>
/// <param name="Text">The stretch; not empty.</param>
/// <param name="Change">The <see cref="TextChange.Id"/> it is of; null when it is kept.</param>
public sealed record TextSegment(TextSegmentKind Kind, int OriginalStart, int RevisedStart, string Text, int? Change);

/// <summary>Which of two texts has a stretch.</summary>
public enum TextSegmentKind
{
    /// <summary>Both.</summary>
    Kept,

    /// <summary>The original only.</summary>
    Deleted,

    /// <summary>The revised text only.</summary>
    Inserted,
}
