using System.Globalization;
using System.Text;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>Character references (WHATWG HTML 13.2.5.72-13.2.5.80). Names: Latin-1 of HTML 4 (24.2), and of the others those that mail has.</summary>
/// <remarks>A name that is not among them is not decoded; its ampersand is <see cref="HtmlCharacters.Unknown"/>, so that it is told from the same text written out.</remarks>
internal static class HtmlReferences
{
    private const int LongestName = 31;

    // U+00A0 to U+00FF in order. These need no semicolon.
    private const string Latin =
        "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot "
        + "cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml "
        + "Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig "
        + "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute "
        + "ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

    private const string Others =
        "apos:27 OElig:152 oelig:153 Scaron:160 scaron:161 Yuml:178 circ:2c6 tilde:2dc ensp:2002 emsp:2003 thinsp:2009 zwnj:200c zwj:200d "
        + "lrm:200e rlm:200f ndash:2013 mdash:2014 lsquo:2018 rsquo:2019 sbquo:201a ldquo:201c rdquo:201d bdquo:201e dagger:2020 Dagger:2021 "
        + "permil:2030 lsaquo:2039 rsaquo:203a euro:20ac bull:2022 hellip:2026 prime:2032 Prime:2033 trade:2122 larr:2190 uarr:2191 rarr:2192 "
        + "darr:2193 harr:2194 rArr:21d2 hArr:21d4 ne:2260 le:2264 ge:2265 infin:221e radic:221a minus:2212 sum:2211 part:2202 asymp:2248 "
        + "Delta:394 Omega:3a9 alpha:3b1 beta:3b2 gamma:3b3 delta:3b4 lambda:3bb pi:3c0 sigma:3c3 omega:3c9";

    // What bytes 128 to 159 are in windows-1252, which is what pages mean by these numbers (13.2.5.80).
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static readonly Dictionary<string, string> Legacy = LegacyNames();
    private static readonly Dictionary<string, string> Names = AllNames();

    /// <summary>A text with its references decoded.</summary>
    /// <param name="text">Text or the value of an attribute.</param>
    /// <param name="attribute">In attributes a name without a semicolon is no reference before a letter, a digit or an equals sign.</param>
    public static string Decode(string text, bool attribute)
    {
        int and = text.IndexOf('&', StringComparison.Ordinal);
        if (and < 0)
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        int at = 0;
        while (and >= 0)
        {
            decoded.Append(text, at, and - at);
            at = and + 1;
            string? character = at < text.Length && text[at] == '#' ? Number(text, ref at) : Name(text, ref at, attribute);
            decoded.Append(character ?? "&");
            and = text.IndexOf('&', at);
        }

        return decoded.Append(text, at, text.Length - at).ToString();
    }

    private static string? Number(string text, ref int at)
    {
        bool hex = at + 1 < text.Length && text[at + 1] is 'x' or 'X';
        int start = hex ? at + 2 : at + 1, end = start, value = 0;
        while (end < text.Length && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            int digit = int.Parse(text.AsSpan(end, 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            value = Math.Min(0x110000, (value * (hex ? 16 : 10)) + digit);
            end++;
        }

        if (end == start)
        {
            return null;
        }

        at = end < text.Length && text[end] == ';' ? end + 1 : end;
        return value switch
        {
            0 or 0xFFFE or 0xFFFF or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) => "\uFFFD",
            >= 0x80 and <= 0x9F => Windows1252[value - 0x80].ToString(),
            _ => char.ConvertFromUtf32(value),
        };
    }

    private static string? Name(string text, ref int at, bool attribute)
    {
        int end = at;
        while (end < text.Length && end - at < LongestName && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        if (end > at && end < text.Length && text[end] == ';')
        {
            bool known = Names.TryGetValue(text[at..end], out string? character);
            at = known ? end + 1 : at;
            return known ? character : HtmlCharacters.Unknown.ToString();
        }

        for (int length = Math.Min(6, end - at); length >= 2; length--)
        {
            if (Legacy.TryGetValue(text[at..(at + length)], out string? character))
            {
                char next = at + length < text.Length ? text[at + length] : '\0';
                if (attribute && (next == '=' || char.IsAsciiLetterOrDigit(next)))
                {
                    return null;
                }

                at += length;
                return character;
            }
        }

        return null;
    }

    private static Dictionary<string, string> LegacyNames()
    {
        var names = new Dictionary<string, string>
        {
            ["amp"] = "&",
            ["AMP"] = "&",
            ["lt"] = "<",
            ["LT"] = "<",
            ["gt"] = ">",
            ["GT"] = ">",
            ["quot"] = "\"",
            ["QUOT"] = "\"",
            ["COPY"] = "\u00A9",
            ["REG"] = "\u00AE",
        };
        string[] latin = Latin.Split(' ');
        for (int index = 0; index < latin.Length; index++)
        {
            names[latin[index]] = ((char)(0xA0 + index)).ToString();
        }

        return names;
    }

    private static Dictionary<string, string> AllNames()
    {
        var names = new Dictionary<string, string>(Legacy);
        foreach (string entry in Others.Split(' '))
        {
            int colon = entry.IndexOf(':', StringComparison.Ordinal);
            names[entry[..colon]] = ((char)int.Parse(entry.AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();
        }

        return names;
    }
}
