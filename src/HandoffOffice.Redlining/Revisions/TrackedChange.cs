using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>A revision and the element that carries it.</summary>
internal sealed class TrackedChange(string id, RevisionKind kind, XElement element, WordPart part)
{
    public string Id => id;

    public RevisionKind Kind => kind;

    public XElement Element => element;

    public WordPart Part => part;

    /// <summary>
    /// The same change once more, in the fallback of an alternate content block (Part 3, 7.4): Word writes a text box twice, and
    /// shows one of the two. What happens to the change happens to its copies.
    /// </summary>
    public List<XElement> Copies { get; } = [];

    /// <summary>The change as one of its copies.</summary>
    public TrackedChange At(XElement copy) => copy == Element ? this : new TrackedChange(Id, Kind, copy, Part);

    public string Author => (string?)Element.Attribute(W.Author) ?? "";

    public string DateText => (string?)Element.Attribute(W.Date) ?? "";

    public DateTimeOffset? Date => Stamp.Parse(DateText);

    public bool IsRange => Kind is RevisionKind.MoveFromRange or RevisionKind.MoveToRange;

    /// <summary>Whether this is content that its range's mark speaks for, on either side of a move.</summary>
    public bool IsMoved => Kind is RevisionKind.MoveFrom or RevisionKind.MoveTo or RevisionKind.ParagraphMarkMoveFrom
        or RevisionKind.ParagraphMarkMoveTo or RevisionKind.MoveFromRange or RevisionKind.MoveToRange;

    public bool BySameHandAs(TrackedChange other) => Author == other.Author && DateText == other.DateText;

    public XElement? Paragraph => Element.Ancestors(W.P).FirstOrDefault();

    public string Place => $"{Part.Uri} (change {Id})";
}
