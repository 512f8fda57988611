using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Plain text as the content of a run.</summary>
internal static class RunText
{
    /// <summary>The text as <c>w:t</c>, <c>w:tab</c> and <c>w:br</c> (17.3.3).</summary>
    public static IEnumerable<XElement> Content(string text)
    {
        var normal = Clean(text.ReplaceLineEndings("\n"));
        var start = 0;
        for (var at = 0; at <= normal.Length; at++)
        {
            if (at < normal.Length && normal[at] is not ('\n' or '\t'))
            {
                continue;
            }

            if (at > start)
            {
                yield return Text(normal[start..at]);
            }

            if (at < normal.Length)
            {
                yield return new XElement(W.Ns + (normal[at] == '\n' ? "br" : "tab"));
            }

            start = at + 1;
        }
    }

    /// <summary>The text on one line: line breaks and tabs as spaces, each for each, so that places in the text stay what they are.</summary>
    public static string OneLine(string text) =>
        string.Create(text.Length, Clean(text), (line, clean) =>
        {
            for (var at = 0; at < clean.Length; at++)
            {
                line[at] = clean[at] is '\n' or '\r' or '\t' or '\u2028' or '\u2029' or '\u0085' ? ' ' : clean[at];
            }
        });

    public static XElement Text(string text) => new(W.T, W.Preserve, text);

    /// <summary>Characters that XML 1.0 cannot carry become U+FFFD, one for one (XML 1.0, production 2).</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                clean.Append(text[at]).Append(text[++at]);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[at]) ? text[at] : '\uFFFD');
            }
        }

        return clean.ToString();
    }
}
