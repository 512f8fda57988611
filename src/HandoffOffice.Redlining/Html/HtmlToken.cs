namespace HandoffOffice.Redlining;

/// <summary>What a token of HTML is.</summary>
internal enum HtmlTokenKind
{
    /// <summary>Text, with character references as they are written.</summary>
    Text,

    /// <summary>A start tag.</summary>
    StartTag,

    /// <summary>An end tag.</summary>
    EndTag,

    /// <summary>What a reader does not see: a comment, a declaration, the text of a script, a tag that is cut off.</summary>
    Hidden,
}

/// <summary>A token of HTML, and where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character, in UTF-16 units.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="Name">Of a tag the name in lower case; else empty.</param>
internal readonly record struct HtmlToken(HtmlTokenKind Kind, int Start, int End, string Name);
