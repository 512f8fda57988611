using System.Buffers;
using System.Globalization;
using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>
/// Cuts text into the units that a comparison keeps whole: words, white space, and each other character. No cut falls within a grapheme
/// cluster (Unicode Standard Annex #29), except that an object (U+FFFC) always stands alone.
/// </summary>
internal static class WordBreaker
{
    /// <summary>Stands for what is no text: a picture, a field, a note reference.</summary>
    public const char Object = '\uFFFC';

    private static readonly SearchValues<char> AsciiWord = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private enum Kind
    {
        Symbol,
        Space,
        Letter,
        Digit,
        Ideograph,
    }

    /// <summary>Appends the tokens of a text, in order and without gaps.</summary>
    /// <param name="text">Any text, also with lone surrogates.</param>
    /// <param name="tokens">Where they go, in UTF-16 units of <paramref name="text"/>.</param>
    public static void Split(ReadOnlySpan<char> text, List<(int Start, int Length)> tokens)
    {
        var start = 0;
        while (start < text.Length)
        {
            var length = TokenLength(text[start..]);
            tokens.Add((start, length));
            start += length;
        }
    }

    private static int TokenLength(ReadOnlySpan<char> text)
    {
        if (PlainLength(text) is > 0 and var plain)
            return plain;

        var length = ElementLength(text);
        return KindOf(text[..length]) switch
        {
            Kind.Letter or Kind.Digit => WordLength(text),
            Kind.Space when text[0] is not ('\t' or '\n' or '\r') => SpaceLength(text),
            _ => length,
        };
    }

    // Most of what is written: a word of plain letters and digits, or one blank, with nothing behind it that could belong to it; else 0.
    private static int PlainLength(ReadOnlySpan<char> text)
    {
        var word = text.IndexOfAnyExcept(AsciiWord);
        return word switch
        {
            < 0 => text.Length,
            0 when text[0] == ' ' && (text.Length == 1 || text[1] is < '\u0080' and not ' ') => 1,
            > 0 when text[word] is < '\u0080' and not ('\'' or '.' or ',' or '-') => word,
            _ => 0,
        };
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var (end, last) = (0, Kind.Symbol);
        while (end < text.Length)
        {
            var length = ElementLength(text[end..]);
            var kind = KindOf(text.Slice(end, length));
            if (kind is Kind.Letter or Kind.Digit)
            {
                (end, last) = (end + length, kind);
            }
            else if (length == 1 && end + 1 < text.Length && KindOf(text.Slice(end + 1, ElementLength(text[(end + 1)..]))) is var next && Joins(text[end], last, next))
            {
                end++;
            }
            else
            {
                return end;
            }
        }

        return end;
    }

    private static bool Joins(char joiner, Kind before, Kind after) => joiner switch
    {
        '\'' or '\u2019' => before == after && after is Kind.Letter or Kind.Digit,
        '.' or ',' or '-' or '\u2010' or '\u2011' => (before, after) is (Kind.Digit, Kind.Digit),
        // Soft hyphen and word joiner show nothing.
        '\u00AD' or '\u2060' => after is Kind.Letter or Kind.Digit,
        _ => false,
    };

    private static int SpaceLength(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && text[length] == text[0] && ElementLength(text[length..]) == 1)
            length++;
        return length;
    }

    // A letter with what is set on it, a line break of two characters, an emoji of several.
    private static int ElementLength(ReadOnlySpan<char> text)
    {
        if (AsciiWord.Contains(text[0]) && (text.Length == 1 || text[1] < '\u0080'))
            return 1;

        var length = StringInfo.GetNextTextElementLength(text);
        return text[..length].IndexOf(Object) switch
        {
            0 => 1,
            > 0 and var before => before,
            _ => length,
        };
    }

    private static Kind KindOf(ReadOnlySpan<char> element)
    {
        Rune.DecodeFromUtf16(element, out var rune, out var length);
        var category = Rune.GetUnicodeCategory(rune);
        // What goes in front of a number, such as the Arabic sign for it, belongs to it.
        if (category == UnicodeCategory.Format && length < element.Length)
            return KindOf(element[length..]) is Kind.Letter or Kind.Digit ? Kind.Digit : Kind.Symbol;
        if (Rune.IsWhiteSpace(rune))
            return element.Length == 1 || element is "\r\n" ? Kind.Space : Kind.Symbol;
        if (IsIdeograph(rune.Value))
            return Kind.Ideograph;

        return category switch
        {
            <= UnicodeCategory.EnclosingMark => Kind.Letter,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Kind.Digit,
            _ => Kind.Symbol,
        };
    }

    // Han, Hiragana and Katakana, which are written without spaces.
    private static bool IsIdeograph(int value) => value
        is (>= 0x3005 and <= 0x3007) or (>= 0x3031 and <= 0x3035) or (>= 0x3041 and <= 0x3096) or (>= 0x309D and <= 0x309F)
        or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF)
        or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9D) or (>= 0x1AFF0 and <= 0x1B16F)
        or (>= 0x20000 and <= 0x3FFFF);
}
