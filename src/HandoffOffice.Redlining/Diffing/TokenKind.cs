using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>What a token is to a reader. The border behind a token is the more natural the later its kind stands here.</summary>
internal enum TokenKind : byte
{
    /// <summary>A word, or an object that stands for one: a picture, a field.</summary>
    Word,

    /// <summary>Punctuation within a sentence, or a symbol.</summary>
    Punctuation,

    /// <summary>White space within a line.</summary>
    Space,

    /// <summary>A mark that ends a sentence; the white space after it belongs to it.</summary>
    SentenceEnd,

    /// <summary>A line feed or another break within a paragraph.</summary>
    LineBreak,

    /// <summary>The end of a paragraph, a cell, a row: kept wherever it is equal.</summary>
    ParagraphMark,
}

/// <summary>The kinds of tokens that are text.</summary>
internal static class TokenKinds
{
    /// <summary>The kind of a token of <see cref="WordBreaker"/>.</summary>
    public static TokenKind Of(ReadOnlySpan<char> token)
    {
        if (token[0] is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')
            return TokenKind.LineBreak;
        if (token[0] is '.' or '!' or '?' or '\u2026' or '。' or '！' or '？' or '؟' or '।')
            return TokenKind.SentenceEnd;

        Rune.DecodeFromUtf16(token, out var rune, out _);
        if (Rune.IsWhiteSpace(rune))
            return TokenKind.Space;
        return token[0] != WordBreaker.Object && (Rune.IsPunctuation(rune) || Rune.IsSymbol(rune)) ? TokenKind.Punctuation : TokenKind.Word;
    }
}
