namespace HandoffOffice.Redlining;

/// <summary>What is to become of one tracked change.</summary>
/// <param name="Id">As in <see cref="Revision.Id"/>.</param>
public abstract record RevisionDecision(string Id)
{
    /// <summary>The change stands.</summary>
    /// <param name="Id">As in <see cref="Revision.Id"/>.</param>
    public sealed record Accept(string Id) : RevisionDecision(Id);

    /// <summary>The document is as if the change had not been made.</summary>
    /// <param name="Id">As in <see cref="Revision.Id"/>.</param>
    public sealed record Reject(string Id) : RevisionDecision(Id);

    /// <summary>An insertion stands with other words. Its formatting is kept; a line break or tab in the text becomes one in the document.</summary>
    /// <param name="Id">As in <see cref="Revision.Id"/>; an insertion of plain text.</param>
    /// <param name="Text">The words, taken as plain text; white space at the ends is dropped. Nothing but white space is a rejection.</param>
    public sealed record AcceptEdited(string Id, string Text) : RevisionDecision(Id);
}
