namespace HandoffOffice.Redlining;

/// <summary>A comment to hang on words of a tracked insertion.</summary>
/// <param name="RevisionId">The insertion, as in <see cref="Revision.Id"/>.</param>
/// <param name="Start">Where its words begin in <see cref="Revision.Text"/>, in UTF-16 units.</param>
/// <param name="Length">How many units; 0 for the whole insertion.</param>
/// <param name="Author">Shown with the comment.</param>
/// <param name="Initials">Shown where there is no room for the author.</param>
/// <param name="Date">Written in UTC to the second.</param>
/// <param name="Text">Plain text; each line becomes a paragraph.</param>
public sealed record NewComment(string RevisionId, int Start, int Length, string Author, string Initials, DateTimeOffset Date, string Text);

/// <summary>A comment that a document has (ECMA-376 Part 1, 17.13.4.2).</summary>
/// <param name="Id">Its <c>w:id</c>.</param>
/// <param name="Author">Who wrote it; may be empty.</param>
/// <param name="Initials">Of the author; may be empty.</param>
/// <param name="Date">When, if it says.</param>
/// <param name="Text">Its paragraphs, joined by line feeds.</param>
/// <param name="Anchor">The words it hangs on; empty when it hangs on a point.</param>
/// <param name="Part">The part with those words, as <c>/word/document.xml</c>; empty when no place refers to the comment.</param>
public sealed record DocumentComment(string Id, string Author, string Initials, DateTimeOffset? Date, string Text, string Anchor, string Part);
