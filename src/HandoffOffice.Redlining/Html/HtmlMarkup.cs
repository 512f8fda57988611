using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Markup that is taken over from the revised body.</summary>
internal static class HtmlMarkup
{
    private static readonly FrozenSet<string> Dropped =
        "embed base link meta form input frame param source track keygen bgsound basefont html head body area".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Addresses =
        "href src action formaction background xlink:href data poster cite longdesc lowsrc dynsrc classid codebase usemap srcset manifest profile ping".Split(' ').ToFrozenSet();

    /// <summary>Whether the tags of an element are taken over.</summary>
    public static bool IsTaken(string name) => !Dropped.Contains(name) && !HtmlNames.Opaque.Contains(name);

    /// <summary>Text as it is written in HTML.</summary>
    public static string Text(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => written.Append("&amp;"),
                '<' => written.Append("&lt;"),
                '>' => written.Append("&gt;"),
                '\u00A0' => written.Append("&nbsp;"),
                _ => written.Append(letter),
            };
        }

        return written.ToString();
    }

    /// <summary>A start tag as it is written, without the attributes that could run code or pass for a mark of ours.</summary>
    public static string StartTag(string html, HtmlToken tag)
    {
        var attributes = HtmlAttributes.Of(html, tag).ToList();
        if (attributes.TrueForAll(IsHarmless))
            return html[tag.Start..tag.End];

        var written = new StringBuilder("<").Append(tag.Name);
        foreach (var attribute in attributes.Where(IsHarmless))
            written.Append(' ').Append(html, attribute.Start, attribute.End - attribute.Start);
        return written.Append('>').ToString();
    }

    /// <summary>Whether two bodies have the same tags and attributes in the same order, text aside.</summary>
    public static bool Same(string one, string other) => Tags(one).SequenceEqual(Tags(other));

    private static IEnumerable<string> Tags(string html) => HtmlTokenizer.Tokens(html).Where(token => token.Kind is HtmlTokenKind.StartTag or HtmlTokenKind.EndTag).Select(token =>
        token.Kind == HtmlTokenKind.EndTag
            ? "/" + token.Name
            : token.Name + string.Concat(HtmlAttributes.Of(html, token).OrderBy(attribute => attribute.Name, StringComparer.Ordinal).Select(attribute => $"\0{attribute.Name}={attribute.Value}")));

    private static bool IsHarmless(HtmlAttribute attribute)
    {
        if (attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name.StartsWith("data-revision-", StringComparison.Ordinal) || attribute.Name is "srcdoc" or "is" or "http-equiv")
            return false;

        var value = string.Concat(WebUtility.HtmlDecode(attribute.Value).Where(letter => letter > ' ' && !char.IsControl(letter))).ToLowerInvariant();
        if (attribute.Name == "style")
            return !(value.Contains("expression", StringComparison.Ordinal) || value.Contains("script:", StringComparison.Ordinal)
                || value.Contains("behavior", StringComparison.Ordinal) || value.Contains("binding", StringComparison.Ordinal)
                || value.Contains('\\') || value.Contains("@import", StringComparison.Ordinal));

        return !Addresses.Contains(attribute.Name)
            || !(value.Contains("script:", StringComparison.Ordinal)
                || (value.StartsWith("data:", StringComparison.Ordinal) && !value.StartsWith("data:image/", StringComparison.Ordinal))
                || value.StartsWith("data:image/svg", StringComparison.Ordinal));
    }
}
