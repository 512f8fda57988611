using System.Buffers;
using System.Globalization;
using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Character data as written and as meant (XML 1.0, 2.4, 4.1 and 2.7).</summary>
internal static class XmlEscape
{
    private static readonly SearchValues<char> InAttributes = SearchValues.Create("&<>\"\r\n\t");
    private static readonly SearchValues<char> Written = SearchValues.Create("&<\r");

    /// <summary>Whether written character data stands for itself.</summary>
    public static bool IsPlain(ReadOnlySpan<char> written) => !written.ContainsAny(Written);

    /// <summary>The characters that written character data stands for; line ends normalised (2.11).</summary>
    public static string Decode(ReadOnlySpan<char> written)
    {
        if (IsPlain(written))
        {
            return written.ToString();
        }

        var text = new StringBuilder(written.Length);
        for (var at = 0; at < written.Length;)
        {
            var next = written[at..].IndexOfAny(Written);
            if (next < 0)
            {
                text.Append(written[at..]);
                break;
            }

            text.Append(written.Slice(at, next));
            at += next;
            at += written[at] switch
            {
                '&' => Reference(written[at..], text),
                '<' => Markup(written[at..], text),
                _ => LineEnd(written[at..], text),
            };
        }

        return text.ToString();
    }

    public static void AppendText(StringBuilder target, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny("&<>\r") is var at and >= 0)
        {
            target.Append(text[..at]).Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&#13;" });
            text = text[(at + 1)..];
        }

        target.Append(text);
    }

    public static string Attribute(string value)
    {
        if (value.AsSpan().IndexOfAny(InAttributes) < 0)
        {
            return value;
        }

        var text = new StringBuilder(value.Length + 16);
        foreach (var c in value)
        {
            _ = c switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '"' => text.Append("&quot;"),
                '\r' or '\n' or '\t' => text.Append(CultureInfo.InvariantCulture, $"&#{(int)c};"),
                _ => text.Append(c),
            };
        }

        return text.ToString();
    }

    private static int Reference(ReadOnlySpan<char> written, StringBuilder text)
    {
        var end = written.IndexOf(';');
        var name = written[1..end];
        if (name[0] == '#')
        {
            var code = name[1] == 'x'
                ? int.Parse(name[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                : int.Parse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture);
            text.Append(char.ConvertFromUtf32(code));
        }
        else
        {
            text.Append(name switch { "amp" => '&', "lt" => '<', "gt" => '>', "quot" => '"', _ => '\'' });
        }

        return end + 1;
    }

    private static int Markup(ReadOnlySpan<char> written, StringBuilder text)
    {
        const string CData = "<![CDATA[";
        if (written.StartsWith(CData, StringComparison.Ordinal))
        {
            var end = written.IndexOf("]]>", StringComparison.Ordinal);
            text.Append(written[CData.Length..end]);
            return end + 3;
        }

        return written.StartsWith("<!--", StringComparison.Ordinal)
            ? written.IndexOf("-->", StringComparison.Ordinal) + 3
            : written.IndexOf("?>", StringComparison.Ordinal) + 2;
    }

    private static int LineEnd(ReadOnlySpan<char> written, StringBuilder text)
    {
        text.Append('\n');
        return written.Length > 1 && written[1] == '\n' ? 2 : 1;
    }
}
