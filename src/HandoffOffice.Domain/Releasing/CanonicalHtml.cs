using HandoffOffice.Domain.Releasing.Html;

namespace HandoffOffice.Domain.Releasing;

/// <summary>The one text that stands for an HTML mail body: what a reader reads, in order, with what hides or redirects made visible in it.</summary>
/// <remarks>
/// <para>
/// Lines joined by line feeds, folded and composed as in <see cref="CanonicalContent"/>. Marks stand in braces; a brace or backslash of the text has a
/// backslash before it, so that no text can pass for a mark. <c>{hidden}</c>, <c>{struck}</c>... say how the text from here on looks, <c>{}</c> that it is
/// plain again; <c>{a URL}</c> begins a link and <c>{/a}</c> ends it; <c>{img URL}</c>, <c>{cell}</c>, <c>{row}</c>, <c>{li 2}</c> and their like are things.
/// </para>
/// <para>
/// What a rule does not know is in the form and not left out of it: an unknown style property, a stylesheet that could hide, a conditional comment of
/// Office, tags that browsers would nest otherwise (<c>{misnested}</c>). Nothing is left out by an id or class. addin/src/canonical has the same algorithm,
/// tests/vectors the cases that both must agree on.
/// </para>
/// </remarks>
public static class CanonicalHtml
{
    /// <summary>Names the form in a seal.</summary>
    public const string Form = "handoffoffice-html-1";

    /// <summary>The longest body that is read, in UTF-16 units.</summary>
    public const int MaxLength = 2_097_152;

    /// <summary>The longest form that is given, in UTF-16 units.</summary>
    public const int MaxFormLength = 8_388_608;

    /// <summary>How deep elements may be nested. Blink flattens trees below 512.</summary>
    public const int MaxDepth = 256;

    /// <summary>How many attributes a tag may have.</summary>
    public const int MaxAttributes = 256;

    /// <summary>The canonical form of a body, or why it has none.</summary>
    /// <param name="html">A mail body, whole or a fragment.</param>
    public static CanonicalHtmlForm Of(string html)
    {
        if (html.Length > MaxLength)
        {
            return new CanonicalHtmlForm(string.Empty, new HtmlNotReadable("characters", MaxLength));
        }

        var tokenizer = new HtmlTokenizer(HtmlCharacters.Whole(html), MaxAttributes);
        List<HtmlToken> tokens = tokenizer.Read();
        return tokenizer.TooManyAttributes
            ? new CanonicalHtmlForm(string.Empty, new HtmlNotReadable("attributes", MaxAttributes))
            : new HtmlReader(tokens).Read();
    }
}

/// <summary>What reading a body gave.</summary>
/// <param name="Text">The form; empty with an error.</param>
/// <param name="Error">Why there is none, or null.</param>
public sealed record CanonicalHtmlForm(string Text, HandoffError? Error)
{
    /// <summary>The digest that a seal holds.</summary>
    /// <exception cref="InvalidOperationException">There is no form.</exception>
    public Sha256Digest Digest => Error is null ? Sha256Digest.Of(Text) : throw new InvalidOperationException(Error.Detail);
}

/// <summary>A body is beyond what is read.</summary>
/// <param name="What">What there is too much of.</param>
/// <param name="Limit">How much is read.</param>
public sealed record HtmlNotReadable(string What, int Limit)
    : HandoffError("html-not-readable", $"The message has more {What} than can be checked ({Limit}). Shorten it, then have it approved.");
