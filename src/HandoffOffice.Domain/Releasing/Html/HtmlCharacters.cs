using System.Text;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>Characters as HTML reads them, where the framework's own rules depend on culture or version.</summary>
internal static class HtmlCharacters
{
    /// <summary>Stands for the ampersand of a character reference that the table does not know. No body has it: it counts as U+FFFD there.</summary>
    public const char Unknown = '\uFFFF';

    private const string Spaces = "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000";

    /// <summary>White space as <see cref="CanonicalContent"/> folds it: Zs of Unicode, tab, line feed, carriage return, vertical tab, form feed.</summary>
    public static bool IsSpace(char c) => c is ' ' or (>= '\t' and <= '\r') || (c >= '\u00A0' && Spaces.Contains(c));

    /// <summary>ASCII whitespace of the Infra standard.</summary>
    public static bool IsMarkupSpace(char c) => c is ' ' or '\t' or '\n' or '\f' or '\r';

    /// <summary>ASCII letters in lower case, all else as it is.</summary>
    public static string Lower(string text) => string.Create(text.Length, text, (lower, source) =>
    {
        for (int at = 0; at < source.Length; at++)
        {
            lower[at] = char.IsAsciiLetterUpper(source[at]) ? (char)(source[at] | 0x20) : source[at];
        }
    });

    /// <summary>Runs of white space as one space each, none at the ends.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        bool pending = false;
        foreach (char c in text)
        {
            if (IsSpace(c))
            {
                pending = folded.Length > 0;
                continue;
            }

            if (pending)
            {
                folded.Append(' ');
                pending = false;
            }

            folded.Append(c);
        }

        return folded.ToString();
    }

    /// <summary>A body with line feeds for all line ends (WHATWG HTML 13.2.3.5), no byte order mark, and U+FFFD for what no file can carry.</summary>
    public static string Whole(string html)
    {
        var whole = new StringBuilder(html.Length);
        for (int at = html.StartsWith('\uFEFF') ? 1 : 0; at < html.Length; at++)
        {
            char c = html[at];
            if (c == '\r')
            {
                if (at + 1 == html.Length || html[at + 1] != '\n')
                {
                    whole.Append('\n');
                }
            }
            else if (at + 1 < html.Length && char.IsSurrogatePair(c, html[at + 1]))
            {
                whole.Append(c).Append(html[++at]);
            }
            else
            {
                whole.Append(char.IsSurrogate(c) || c is '\0' or '\uFFFE' or '\uFFFF' ? '\uFFFD' : c);
            }
        }

        return whole.ToString();
    }
}
