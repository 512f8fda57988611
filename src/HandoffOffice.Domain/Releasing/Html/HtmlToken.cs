namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>What a piece of markup is.</summary>
internal enum HtmlTokenKind
{
    /// <summary>Text, its character references decoded.</summary>
    Text,

    /// <summary>A start tag; the text is its name.</summary>
    Start,

    /// <summary>An end tag; the text is its name.</summary>
    End,

    /// <summary>What an element holds that is no markup: a script, a stylesheet, a title.</summary>
    Raw,

    /// <summary>The begin of what Office reads on a condition; the text is the condition.</summary>
    If,

    /// <summary>The end of that.</summary>
    EndIf,
}

/// <summary>One piece of markup.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Text, name or condition.</param>
/// <param name="Attributes">By name in lower case; the first of a name wins (WHATWG HTML 13.2.5.33). Empty but for start tags.</param>
/// <param name="Closed">A start tag that ends with a slash; of a condition, that browsers take it for a comment.</param>
internal sealed record HtmlToken(HtmlTokenKind Kind, string Text, IReadOnlyDictionary<string, string> Attributes, bool Closed = false)
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public HtmlToken(HtmlTokenKind kind, string text, bool closed = false)
        : this(kind, text, None, closed)
    {
    }

    /// <summary>The value of an attribute, or empty.</summary>
    public string this[string name] => Attributes.GetValueOrDefault(name, string.Empty);

    /// <summary>Whether there is such an attribute.</summary>
    public bool Has(string name) => Attributes.ContainsKey(name);
}
