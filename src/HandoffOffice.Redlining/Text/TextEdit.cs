namespace HandoffOffice.Redlining;

/// <summary>One edit that somebody (or some model) proposes for a plain text.</summary>
/// <param name="At">What is replaced. It is looked for in the text as it was before any of the edits.</param>
/// <param name="Replacement">What stands there afterwards; empty to delete.</param>
/// <param name="Reason">Why, for people to read beside the change.</param>
public sealed record TextEdit(TextAnchor At, string Replacement, string? Reason = null);

/// <summary>A place in a plain text. Paragraphs are lines: what stands between two line feeds.</summary>
public abstract record TextAnchor
{
    private TextAnchor()
    {
    }

    /// <summary>
    /// Words of the text, exactly; where the text does not have them so, quotation marks, dashes and spaces of any form count as equal. Only whole
    /// words are found: "art" is not in "party".
    /// </summary>
    /// <param name="Find">The words; not empty, at most <see cref="TextEditing.MaxFind"/> characters.</param>
    /// <param name="Occurrence">Which one, from 1 on; null when there is just one.</param>
    /// <param name="InParagraph">Where to look, from 0 on; null for the whole text. Occurrences are counted within it.</param>
    public sealed record Words(string Find, int? Occurrence = null, int? InParagraph = null) : TextAnchor;

    /// <summary>A whole paragraph without its line feed.</summary>
    /// <param name="Number">From 0 on.</param>
    public sealed record Paragraph(int Number) : TextAnchor;

    /// <summary>Between a paragraph and the next: the replacement becomes a paragraph of its own.</summary>
    /// <param name="Number">The paragraph before it, from 0 on; -1 for the beginning of the text.</param>
    public sealed record BehindParagraph(int Number) : TextAnchor;
}

/// <summary>An edit that was not carried out. The others were.</summary>
/// <param name="Index">Its place in the list that was given, from 0 on.</param>
/// <param name="Code">A stable code, one of <see cref="TextEditRefusals"/>.</param>
/// <param name="Message">One sentence for people: what is wrong, and what to do.</param>
public sealed record RefusedTextEdit(int Index, string Code, string Message);

/// <summary>The codes of <see cref="RefusedTextEdit"/>. They are stable: callers may switch on them.</summary>
public static class TextEditRefusals
{
    /// <summary>The words to be found are empty.</summary>
    public const string NothingToFind = "nothing-to-find";

    /// <summary>The words to be found are more than <see cref="TextEditing.MaxFind"/> characters.</summary>
    public const string TooLong = "too-long";

    /// <summary>The text does not have the words.</summary>
    public const string NotFound = "not-found";

    /// <summary>The text has the words more than once, and the edit does not say which.</summary>
    public const string Ambiguous = "ambiguous";

    /// <summary>The text has the words less often than the edit says.</summary>
    public const string NoSuchOccurrence = "no-such-occurrence";

    /// <summary>The text has fewer paragraphs.</summary>
    public const string NoSuchParagraph = "no-such-paragraph";

    /// <summary>An earlier edit of the list is at the same place.</summary>
    public const string Overlapping = "overlapping";
}

/// <summary>A text with edits as changes to be decided on.</summary>
/// <param name="Text">The text before and after, and the changes with their reasons.</param>
/// <param name="Refused">What was not carried out, in the order of the list.</param>
public sealed record EditedText(ComparedText Text, IReadOnlyList<RefusedTextEdit> Refused);
