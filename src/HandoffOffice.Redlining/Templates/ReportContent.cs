namespace HandoffOffice.Redlining;

/// <summary>What a report is to hold: a document that is read, not drafted into.</summary>
/// <param name="Title">Shown on top of the first page and in the header; also the document's title property.</param>
/// <param name="Subtitle">Beneath the title; null for none.</param>
/// <param name="Language">BCP 47 tag of its language.</param>
/// <param name="FooterText">On the left of each page's foot.</param>
/// <param name="ContentsHeading">Above the table of contents.</param>
/// <param name="Blocks">In order.</param>
public sealed record ReportContent(string Title, string? Subtitle, string Language, string FooterText, string ContentsHeading, IReadOnlyList<ReportBlock> Blocks);

/// <summary>One block of a report.</summary>
public abstract record ReportBlock
{
    private ReportBlock()
    {
    }

    /// <summary>A heading; it is in the contents.</summary>
    /// <param name="Text">One line.</param>
    /// <param name="Level">1 or 2.</param>
    public sealed record Heading(string Text, int Level = 1) : ReportBlock;

    /// <summary>A paragraph.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Look">How it is set.</param>
    public sealed record Paragraph(string Text, ParagraphLook Look = ParagraphLook.Plain) : ReportBlock;

    /// <summary>A table. Its head is repeated on each page, and no row is broken over two.</summary>
    /// <param name="Columns">At least one.</param>
    /// <param name="Rows">Each as long as the columns.</param>
    public sealed record Table(IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : ReportBlock;
}

/// <summary>How a paragraph is set.</summary>
public enum ParagraphLook
{
    /// <summary>As running text.</summary>
    Plain,

    /// <summary>As words from somewhere else.</summary>
    Quote,

    /// <summary>Smaller and quieter, beside what matters.</summary>
    Remark,
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">Above it.</param>
/// <param name="Share">Its part of the width, above 0; the columns share the text's width by these.</param>
public sealed record ReportColumn(string Heading, int Share = 1);
