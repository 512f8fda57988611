namespace HandoffOffice.Redlining;

/// <summary>One tracked change.</summary>
/// <param name="Id">
/// Names the change in this file, and in every file that decisions of this library make of it. It is the element's <c>w:id</c> where
/// that is a number and no other change has it; foreign documents repeat ids, so each further change gets a free number instead,
/// always the same for the same bytes, and carries it from the first decision on.
/// </param>
/// <param name="Kind">What was changed.</param>
/// <param name="Author">Who made it; empty where the element does not say (a table grid change cannot).</param>
/// <param name="Date">When, if the element says.</param>
/// <param name="Text">The words concerned, without white space at either end (unless it is nothing else); for a change of properties the text they apply to.</param>
/// <param name="Part">The part, as <c>/word/document.xml</c>.</param>
/// <param name="Paragraph">Zero-based number of the paragraph in document order within the part; -1 outside any paragraph.</param>
public sealed record Revision(string Id, RevisionKind Kind, string Author, DateTimeOffset? Date, string Text, string Part, int Paragraph);

/// <summary>What a tracked change changed (ECMA-376 Part 1, 17.13.5; the clause of each is named).</summary>
public enum RevisionKind
{
    /// <summary>Runs inserted (17.13.5.18).</summary>
    Insertion,

    /// <summary>Runs deleted (17.13.5.14).</summary>
    Deletion,

    /// <summary>Runs moved away (17.13.5.22).</summary>
    MoveFrom,

    /// <summary>Runs moved here (17.13.5.25).</summary>
    MoveTo,

    /// <summary>A paragraph mark inserted: the paragraph was split, or is new (17.13.5.20).</summary>
    ParagraphMarkInsertion,

    /// <summary>A paragraph mark deleted: the paragraph runs on into the next (17.13.5.15).</summary>
    ParagraphMarkDeletion,

    /// <summary>A paragraph mark moved away (17.13.5.21).</summary>
    ParagraphMarkMoveFrom,

    /// <summary>A paragraph mark moved here (17.13.5.26).</summary>
    ParagraphMarkMoveTo,

    /// <summary>The place that a move started from, when nothing of it is left but its marks (17.13.5.24).</summary>
    MoveFromRange,

    /// <summary>The place that a move went to, when nothing of it is left but its marks (17.13.5.28).</summary>
    MoveToRange,

    /// <summary>Run properties (17.13.5.30, .31).</summary>
    RunPropertiesChange,

    /// <summary>Paragraph properties (17.13.5.29).</summary>
    ParagraphPropertiesChange,

    /// <summary>Section properties (17.13.5.32).</summary>
    SectionPropertiesChange,

    /// <summary>Table properties (17.13.5.34).</summary>
    TablePropertiesChange,

    /// <summary>Exceptions from table properties in a row (17.13.5.35).</summary>
    TableExceptionPropertiesChange,

    /// <summary>Row properties (17.13.5.37).</summary>
    TableRowPropertiesChange,

    /// <summary>Cell properties (17.13.5.36).</summary>
    TableCellPropertiesChange,

    /// <summary>The table grid (17.13.5.33).</summary>
    TableGridChange,

    /// <summary>A row inserted (17.13.5.17).</summary>
    TableRowInsertion,

    /// <summary>A row deleted (17.13.5.12).</summary>
    TableRowDeletion,

    /// <summary>A cell inserted (17.13.5.2).</summary>
    CellInsertion,

    /// <summary>A cell deleted (17.13.5.1).</summary>
    CellDeletion,

    /// <summary>Cells merged or split vertically (17.13.5.3).</summary>
    CellMerge,

    /// <summary>Numbering inserted (17.13.5.19).</summary>
    NumberingInsertion,

    /// <summary>The earlier number of a paragraph or field, from old versions of Word. Can be accepted, not rejected (17.13.5.10 of the transitional format).</summary>
    NumberingChange,

    /// <summary>An object of a formula inserted (17.13.5.16).</summary>
    MathInsertion,

    /// <summary>An object of a formula deleted (17.13.5.13).</summary>
    MathDeletion,

    /// <summary>A content control or custom XML element inserted around its content (17.13.5.6).</summary>
    CustomXmlInsertion,

    /// <summary>A content control or custom XML element deleted from around its content (17.13.5.4).</summary>
    CustomXmlDeletion,

    /// <summary>A content control or custom XML element moved away (17.13.5.8).</summary>
    CustomXmlMoveFrom,

    /// <summary>A content control or custom XML element moved here (17.13.5.10).</summary>
    CustomXmlMoveTo,

    /// <summary>A conflict of two people's edits ([MS-DOCX] 2.6.1): listed and counted, to be settled in Word.</summary>
    Conflict,
}
