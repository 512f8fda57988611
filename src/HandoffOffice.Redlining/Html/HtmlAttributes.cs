using System.Net;

namespace HandoffOffice.Redlining;

/// <summary>An attribute of a start tag.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Value">With character references resolved; empty when there is none.</param>
/// <param name="Start">Where the attribute begins in the HTML.</param>
/// <param name="End">Behind its last character.</param>
internal readonly record struct HtmlAttribute(string Name, string Value, int Start, int End);

/// <summary>Reads the attributes of a tag (WHATWG HTML, 13.2.5.32-40).</summary>
internal static class HtmlAttributes
{
    public static bool IsSpace(char letter) => letter is ' ' or '\t' or '\n' or '\f' or '\r';

    /// <summary>Where the tag ends whose name ends at <paramref name="at"/>; -1 when the text ends within it.</summary>
    public static int TagEnd(string html, int at)
    {
        while (at < html.Length && html[at] != '>')
            at = Next(html, at, out _);
        return at < html.Length ? at + 1 : -1;
    }

    /// <summary>The attributes of a start tag. Of two with one name browsers take the first; both are given.</summary>
    public static IEnumerable<HtmlAttribute> Of(string html, HtmlToken tag)
    {
        var at = tag.Start + 1 + tag.Name.Length;
        while (at < tag.End - 1)
        {
            at = Next(html, at, out var attribute);
            if (attribute is { } found)
                yield return found;
        }
    }

    public static string? Value(string html, HtmlToken tag, string name)
    {
        foreach (var attribute in Of(html, tag))
        {
            if (attribute.Name == name)
                return attribute.Value;
        }

        return null;
    }

    // Steps over one attribute, or over what stands between two. Never past the '>' that ends the tag.
    private static int Next(string html, int at, out HtmlAttribute? attribute)
    {
        attribute = null;
        if (IsSpace(html[at]) || html[at] == '/')
            return at + 1;

        // 13.2.5.32: an equals sign in front belongs to the name.
        var nameEnd = at + 1;
        while (nameEnd < html.Length && !IsSpace(html[nameEnd]) && html[nameEnd] is not ('/' or '>' or '='))
            nameEnd++;
        var name = html[at..nameEnd].ToLowerInvariant();
        var equals = Skip(html, nameEnd);
        if (equals >= html.Length || html[equals] != '=')
        {
            attribute = new HtmlAttribute(name, "", at, nameEnd);
            return nameEnd;
        }

        var (valueStart, valueEnd, end) = ValueRange(html, Skip(html, equals + 1));
        attribute = new HtmlAttribute(name, WebUtility.HtmlDecode(html[valueStart..valueEnd]), at, end);
        return end;
    }

    private static (int Start, int ValueEnd, int End) ValueRange(string html, int at)
    {
        if (at < html.Length && html[at] is ('"' or '\''))
        {
            var quote = html.IndexOf(html[at], at + 1);
            return quote < 0 ? (at + 1, html.Length, html.Length) : (at + 1, quote, quote + 1);
        }

        var end = at;
        while (end < html.Length && !IsSpace(html[end]) && html[end] != '>')
            end++;
        return (at, end, end);
    }

    private static int Skip(string html, int at)
    {
        while (at < html.Length && IsSpace(html[at]))
            at++;
        return at;
    }
}
