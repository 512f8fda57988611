namespace HandoffOffice.Redlining;

/// <summary>The text of one story of a document.</summary>
/// <param name="Part">The part, as <c>/word/document.xml</c>.</param>
/// <param name="Paragraphs">Its paragraphs in document order, those of tables and text boxes among them.</param>
public sealed record StoryText(string Part, IReadOnlyList<string> Paragraphs);

/// <summary>Which of the two texts of a document with tracked changes is meant.</summary>
public enum RevisionView
{
    /// <summary>The text with every change accepted.</summary>
    Accepted,

    /// <summary>The text with every change rejected: as it was.</summary>
    Rejected,
}
