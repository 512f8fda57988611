namespace HandoffOffice.Redlining;

/// <summary>The HTML was not taken in. Nothing of it was used.</summary>
/// <param name="code">A stable code, one of <see cref="HtmlRefusals"/>.</param>
/// <param name="message">One sentence for people.</param>
/// <param name="offset">Where in the HTML, in UTF-16 units; null when it is the whole.</param>
public sealed class HtmlRefusedException(string code, string message, int? offset = null) : Exception(message)
{
    /// <summary>A stable code, one of <see cref="HtmlRefusals"/>.</summary>
    public string Code { get; } = code;

    /// <summary>Where in the HTML, in UTF-16 units; null when it is the whole.</summary>
    public int? Offset { get; } = offset;
}

/// <summary>The codes of <see cref="HtmlRefusedException"/>. They are stable: callers may switch on them.</summary>
public static class HtmlRefusals
{
    /// <summary>Longer than <see cref="HtmlComparison.MaxLength"/>, or with more words than <see cref="HtmlComparison.MaxWords"/>.</summary>
    public const string TooLarge = "too-large";

    /// <summary>Elements are nested deeper than <see cref="HtmlComparison.MaxDepth"/>.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>An <c>ins</c> or <c>del</c> element has no end, or an end has no such element, so that marks could not be told from it.</summary>
    public const string StrayMark = "stray-mark";

    /// <summary>A mark of a revision does not fit what it stands in.</summary>
    public const string BadMark = "bad-mark";

    /// <summary>Elements are nested so wrongly that no marks hold in it.</summary>
    public const string Malformed = "malformed";

    /// <summary>The HTML has revisions that are not decided yet. Accept or reject them first.</summary>
    public const string PendingRevisions = "pending-revisions";
}
