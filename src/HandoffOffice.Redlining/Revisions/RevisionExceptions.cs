namespace HandoffOffice.Redlining;

/// <summary>A decision named a change that the document does not have (any more).</summary>
/// <param name="id">The id that was given.</param>
public sealed class UnknownRevisionException(string id) : Exception($"The document has no pending change with the id '{id}'.")
{
    /// <summary>The id that was given.</summary>
    public string Id { get; } = id;
}

/// <summary>A decision that this library does not carry out. The document was left as it was.</summary>
/// <param name="code">A stable code: <c>conflict</c>, <c>numbering-change</c>, <c>not-plain-text</c>, <c>not-an-insertion</c>, <c>move-decided-twice</c>, <c>field-would-break</c>.</param>
/// <param name="message">One sentence for people.</param>
/// <param name="place">The part, and the id of the change where there is one.</param>
public sealed class RevisionNotSupportedException(string code, string message, string place) : Exception(message)
{
    /// <summary>A stable code.</summary>
    public string Code { get; } = code;

    /// <summary>The part, and the id of the change where there is one.</summary>
    public string Place { get; } = place;
}

/// <summary>What was written was read back and is not what was asked for. Nothing was given out. A fault of this library.</summary>
/// <param name="message">What differs.</param>
public sealed class EditNotLandedException(string message) : Exception(message);
