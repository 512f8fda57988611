using System.Globalization;

namespace HandoffOffice.Domain.Checking.Language;

internal enum LexemeKind
{
    /// <summary>A run of letters.</summary>
    Word,

    /// <summary>A run of ASCII digits.</summary>
    Number,

    /// <summary>One other character that is no white space.</summary>
    Sign,
}

/// <summary>The smallest part of a text that the readers of dates and numbers look at.</summary>
internal readonly record struct Lexeme(int Start, int Length, LexemeKind Kind)
{
    public int End => Start + Length;

    public bool IsWord => Kind == LexemeKind.Word;

    public bool IsNumber => Kind == LexemeKind.Number;

    public bool Is(string text, string sign) => Length == sign.Length && string.CompareOrdinal(text, Start, sign, 0, Length) == 0;

    public static List<Lexeme> Read(string text)
    {
        var lexemes = new List<Lexeme>();
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            if (char.IsAsciiDigit(text[i]))
            {
                i = Run(text, i, char.IsAsciiDigit);
                lexemes.Add(new Lexeme(start, i - start, LexemeKind.Number));
            }
            else if (IsLetter(text[i]))
            {
                i = Run(text, i, IsLetter);
                lexemes.Add(new Lexeme(start, i - start, LexemeKind.Word));
            }
            else
            {
                i++;
                if (!char.IsWhiteSpace(text[start]))
                {
                    lexemes.Add(new Lexeme(start, 1, LexemeKind.Sign));
                }
            }
        }

        return lexemes;
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static int Run(string text, int i, Func<char, bool> belongs)
    {
        while (i < text.Length && belongs(text[i]))
        {
            i++;
        }

        return i;
    }
}
