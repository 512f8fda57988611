namespace HandoffOffice.Redlining;

/// <summary>One edit that somebody (or some model) proposes for a document.</summary>
/// <param name="At">What is replaced. It is looked for in the document as it was before any of the edits.</param>
/// <param name="Replacement">What stands there afterwards; empty to delete. A line feed begins a new paragraph, a tab is a tab.</param>
/// <param name="Reason">Why, for people to read beside the change.</param>
/// <param name="Author">Who the change is by; null for the one of the call.</param>
public sealed record DocumentEdit(DocumentAnchor At, string Replacement, string? Reason = null, RevisionAuthor? Author = null);

/// <summary>
/// A place in a document. Text is that of the document as it stands with the earlier tracked changes accepted, whoever made them, and it is
/// looked up as it was before any of the edits. What stands in a placeholder, a comment or the copy of a text box for old readers is no text.
/// </summary>
public abstract record DocumentAnchor
{
    private DocumentAnchor()
    {
    }

    /// <summary>
    /// Words of one paragraph, exactly; where the document does not have them so, quotation marks, dashes and spaces of any form count as equal.
    /// Only whole words are found: "art" is not in "party". It does not matter what stands around or between them: runs, links, fields, controls, notes.
    /// </summary>
    /// <param name="Find">The words; not empty, at most <see cref="DocumentEditing.MaxFind"/> characters. A line feed is a line break within a paragraph.</param>
    /// <param name="Occurrence">Which one, from 1 on; null when there is just one.</param>
    /// <param name="In">Where to look; null for all stories: the body, headers, footers, footnotes, endnotes and the text boxes in them. Occurrences are counted within it.</param>
    public sealed record Words(string Find, int? Occurrence = null, ParagraphPlace? In = null) : DocumentAnchor;

    /// <summary>
    /// The whole text of a paragraph. An empty replacement deletes the paragraph with all that is in it; where a paragraph has to stay (the only one of a
    /// cell, a note, a header, or the one that keeps two tables apart) it stays, empty.
    /// </summary>
    /// <param name="Place">Which one.</param>
    public sealed record Paragraph(ParagraphPlace Place) : DocumentAnchor;

    /// <summary>Between a paragraph and what follows: the replacement becomes one or more paragraphs that look like the one before.</summary>
    /// <param name="Place">The paragraph before.</param>
    public sealed record BehindParagraph(ParagraphPlace Place) : DocumentAnchor;

    /// <summary>Between a paragraph and what precedes: the replacement becomes one or more paragraphs that look like the one behind.</summary>
    /// <param name="Place">The paragraph behind.</param>
    public sealed record BeforeParagraph(ParagraphPlace Place) : DocumentAnchor;
}

/// <summary>Which paragraph. A paragraph that runs on into the next, because its mark is deleted in a tracked change, is one with it.</summary>
/// <param name="Number">From 0 on, in document order: of the part, as <see cref="Revision.Paragraph"/>, or of the content control. A control within a paragraph has one: what it holds.</param>
/// <param name="Part">The part, as <c>/word/document.xml</c>.</param>
/// <param name="ControlTag">The tag of the content control in that part that the paragraph stands in; null for the part itself.</param>
/// <param name="Expected">The text of the paragraph as the caller saw it. Where it says something else now, the only paragraph of the part (or control) that does say it is meant; null not to check.</param>
public sealed record ParagraphPlace(int Number, string Part = "/word/document.xml", string? ControlTag = null, string? Expected = null);

/// <summary>A document with edits as tracked changes.</summary>
/// <param name="File">The .docx; the bytes given, when nothing landed.</param>
/// <param name="Landed">What was carried out, in the order of the list.</param>
/// <param name="Refused">What was not, in the order of the list.</param>
public sealed record EditedDocument(byte[] File, IReadOnlyList<LandedEdit> Landed, IReadOnlyList<RefusedDocumentEdit> Refused);

/// <summary>An edit that was carried out.</summary>
/// <param name="Index">Its place in the list that was given, from 0 on.</param>
/// <param name="RevisionIds">As in <see cref="Revision.Id"/>: exactly the tracked changes that this edit made. Deciding those decides the edit.</param>
/// <param name="Part">The part it landed in, as <c>/word/document.xml</c>.</param>
/// <param name="Paragraph">The paragraph of the original document: its number in the part, from 0 on.</param>
/// <param name="CommentId">The comment with the reason, as in <see cref="DocumentComment.Id"/>. Null without a reason, and in headers, footers, notes and text boxes, where Word shows no comments.</param>
public sealed record LandedEdit(int Index, IReadOnlyList<string> RevisionIds, string Part, int Paragraph, string? CommentId = null);

/// <summary>An edit that was not carried out. The others were.</summary>
/// <param name="Index">Its place in the list that was given, from 0 on.</param>
/// <param name="Code">A stable code, one of <see cref="DocumentEditRefusals"/>.</param>
/// <param name="Message">One sentence for people: what is wrong, and what to do.</param>
public sealed record RefusedDocumentEdit(int Index, string Code, string Message);

/// <summary>The codes of <see cref="RefusedDocumentEdit"/>. They are stable: callers may switch on them.</summary>
public static class DocumentEditRefusals
{
    /// <summary>The words to be found are empty.</summary>
    public const string NothingToFind = TextEditRefusals.NothingToFind;

    /// <summary>The words to be found are more than <see cref="DocumentEditing.MaxFind"/> characters, or the replacement more than <see cref="DocumentEditing.MaxReplacement"/>.</summary>
    public const string TooLong = TextEditRefusals.TooLong;

    /// <summary>The document does not have the words.</summary>
    public const string NotFound = TextEditRefusals.NotFound;

    /// <summary>The document has the words, or the control, more than once, and the edit does not say which.</summary>
    public const string Ambiguous = TextEditRefusals.Ambiguous;

    /// <summary>The document has the words less often than the edit says.</summary>
    public const string NoSuchOccurrence = TextEditRefusals.NoSuchOccurrence;

    /// <summary>The part or control has fewer paragraphs.</summary>
    public const string NoSuchParagraph = TextEditRefusals.NoSuchParagraph;

    /// <summary>The document has no such part with text.</summary>
    public const string NoSuchPart = "no-such-part";

    /// <summary>The part has no content control of that tag.</summary>
    public const string NoSuchControl = "no-such-control";

    /// <summary>An earlier edit of the list is at the same place.</summary>
    public const string Overlapping = TextEditRefusals.Overlapping;

    /// <summary>The paragraph does not say any more what the caller saw.</summary>
    public const string ChangedMeanwhile = "changed-meanwhile";

    /// <summary>The place may not be edited, or something would be lost that is no text: a picture, a note, a field.</summary>
    public const string NotEditable = "not-editable";

    /// <summary>The document says already what the edit says.</summary>
    public const string NothingChanged = "nothing-changed";
}
