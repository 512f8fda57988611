namespace HandoffOffice.Redlining;

/// <summary>A comment to hang on words of a document.</summary>
/// <param name="At">The words.</param>
/// <param name="Author">Shown with the comment.</param>
/// <param name="Initials">Shown where there is no room for the author.</param>
/// <param name="Date">Written in UTC to the second.</param>
/// <param name="Text">Plain text; each line becomes a paragraph.</param>
public sealed record NewComment(CommentPlace At, string Author, string Initials, DateTimeOffset Date, string Text);

/// <summary>The words that a comment hangs on.</summary>
public abstract record CommentPlace
{
    private CommentPlace()
    {
    }

    /// <summary>Words of a tracked insertion, or a deletion as a whole.</summary>
    /// <param name="RevisionId">The change, as in <see cref="Revision.Id"/>.</param>
    /// <param name="Start">Where the words begin in <see cref="Revision.Text"/>, in UTF-16 units; 0 for a deletion.</param>
    /// <param name="Length">How many units; 0 for the whole change.</param>
    public sealed record Change(string RevisionId, int Start, int Length) : CommentPlace;

    /// <summary>Words of a section, whether they are pending insertion or were there.</summary>
    /// <param name="Tag">The tag of the section's content control.</param>
    /// <param name="Paragraph">Zero-based number of the paragraph, as <see cref="SectionDrafting.Existing"/> gives it: with every change accepted.</param>
    /// <param name="Start">Where the words begin in that paragraph, in UTF-16 units.</param>
    /// <param name="Length">How many units; above 0.</param>
    public sealed record Section(string Tag, int Paragraph, int Start, int Length) : CommentPlace;
}

/// <summary>A comment that a document has (ECMA-376 Part 1, 17.13.4.2).</summary>
/// <param name="Id">Its <c>w:id</c>.</param>
/// <param name="Author">Who wrote it; may be empty.</param>
/// <param name="Initials">Of the author; may be empty.</param>
/// <param name="Date">When, if it says.</param>
/// <param name="Text">Its paragraphs, joined by line feeds.</param>
/// <param name="Anchor">The words it hangs on; empty when it hangs on a point.</param>
/// <param name="Part">The part with those words, as <c>/word/document.xml</c>; empty when no place refers to the comment.</param>
public sealed record DocumentComment(string Id, string Author, string Initials, DateTimeOffset? Date, string Text, string Anchor, string Part);
