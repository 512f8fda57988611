using System.Globalization;
using System.Text;
using static HandoffOffice.Domain.Releasing.Html.HtmlCharacters;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>Declarations of CSS as names and values (CSS Syntax 3, clause 5), without comments.</summary>
internal static class HtmlDeclarations
{
    private const string Important = "!important";

    /// <summary>What a style attribute declares: important declarations last, so that the last of a property counts.</summary>
    public static IEnumerable<(string Property, string Value)> Of(string style)
    {
        List<(string Property, string Value, bool Important)> all = [];
        foreach (string part in Split(Plain(style), ';'))
        {
            if (Declaration(part) is { } declaration)
            {
                all.Add(declaration);
            }
        }

        return all.Where(one => !one.Important).Concat(all.Where(one => one.Important)).Select(one => (one.Property, one.Value));
    }

    /// <summary>One declaration, or null for what is none.</summary>
    public static (string Property, string Value, bool Important)? Declaration(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return null;
        }

        string property = Fold(Lower(text[..colon])), value = Fold(text[(colon + 1)..]);
        bool important = Lower(value).Replace(" ", string.Empty, StringComparison.Ordinal).EndsWith(Important, StringComparison.Ordinal);
        return property.Length == 0 ? null : (property, important ? Fold(value[..value.LastIndexOf('!')]) : value, important);
    }

    /// <summary>The parts of a text between separators that stand in no quotes and brackets.</summary>
    public static List<string> Split(string text, char separator)
    {
        List<string> parts = [];
        int start = 0, depth = 0;
        char quote = '\0';
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (quote != '\0')
            {
                quote = c == quote || c == '\n' ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c is '(' or '[' or '{')
            {
                depth++;
            }
            else if (c is ')' or ']' or '}')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (c == separator && depth == 0)
            {
                parts.Add(text[start..at]);
                start = at + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>CSS without comments and escapes: an escaped character is never syntax, so that one of ASCII that is no letter or digit becomes a low line.</summary>
    public static string Plain(string css)
    {
        if (!css.Contains('\\', StringComparison.Ordinal) && !css.Contains("/*", StringComparison.Ordinal))
        {
            return css;
        }

        var plain = new StringBuilder(css.Length);
        for (int at = 0; at < css.Length; at++)
        {
            if (css[at] == '/' && at + 1 < css.Length && css[at + 1] == '*')
            {
                int end = css.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = end < 0 ? css.Length : end + 1;
            }
            else if (css[at] == '\\')
            {
                Escape(css, ref at, plain);
            }
            else
            {
                plain.Append(css[at]);
            }
        }

        return plain.ToString();
    }

    private static void Escape(string css, ref int at, StringBuilder plain)
    {
        int start = at + 1, end = start;
        while (end < css.Length && end - start < 6 && char.IsAsciiHexDigit(css[end]))
        {
            end++;
        }

        if (end == start)
        {
            plain.Append(start < css.Length && (char.IsAsciiLetterOrDigit(css[start]) || css[start] > '\u007F') ? css[start] : '_');
            at = start;
            return;
        }

        int value = int.Parse(css.AsSpan(start, end - start), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        bool character = value > 0x7F ? value <= 0xFFFF && !char.IsSurrogate((char)value) : char.IsAsciiLetterOrDigit((char)value) || value == '-';
        plain.Append(character ? (char)value : '_');
        at = end < css.Length && IsMarkupSpace(css[end]) ? end : end - 1;
    }
}
