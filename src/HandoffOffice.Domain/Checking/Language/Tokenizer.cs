using System.Globalization;
using System.Text;

namespace HandoffOffice.Domain.Checking.Language;

/// <summary>
/// Cuts a text into words. What carries digits stays whole ("1.31.0-alpha.3", "48,200", "BW-2026-14", "14:05"), so that one version
/// or number is never taken for the beginning of another.
/// </summary>
internal static class Tokenizer
{
    private const int LongestFileType = 4;

    private static readonly string[] FileTypes = ["pdf", "docx", "doc", "xlsx", "xls", "pptx", "ppt", "csv", "txt", "zip", "md", "odt", "png", "jpg"];

    private static readonly string[] PreReleases = ["alpha", "beta", "rc", "pre", "preview", "dev", "snapshot"];

    public static IReadOnlyList<Token> Split(string text)
    {
        var tokens = new List<Token>();
        int i = 0;
        while (i < text.Length)
        {
            if (!IsWord(text, i))
            {
                i++;
                continue;
            }

            int end = EndOfChunk(text, i, out bool hasDigit);
            AddParts(text, i, end, hasDigit, tokens);
            i = end;
        }

        return tokens;
    }

    /// <summary>The text without case, diacritics and apostrophes; it holds no lone surrogate, as it is made of letters and digits.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        string lower = word.ToString().ToLowerInvariant();
        if (!Ascii.IsValid(lower))
        {
            lower = WithoutMarks(lower);
        }

        if (lower.EndsWith("'s", StringComparison.Ordinal))
        {
            lower = lower[..^2];
        }

        lower = lower.Replace("'", "");
        return lower.Length > 1 && lower[0] == 'v' && char.IsAsciiDigit(lower[1]) ? lower[1..] : lower;
    }

    private static string WithoutMarks(string lower)
    {
        var folded = new StringBuilder(lower.Length);
        foreach (char c in lower.Normalize(NormalizationForm.FormD))
        {
            switch (c)
            {
                case 'ß':
                    folded.Append("ss");
                    break;
                case '’' or 'ʼ' or '‘':
                    folded.Append('\'');
                    break;
                case '\u2011' or '\u2010':
                    folded.Append('-');
                    break;
                default:
                    if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                    {
                        folded.Append(c);
                    }

                    break;
            }
        }

        return folded.ToString();
    }

    private static int EndOfChunk(string text, int start, out bool hasDigit)
    {
        hasDigit = false;
        int i = start;
        while (i < text.Length)
        {
            if (IsWord(text, i))
            {
                hasDigit |= char.IsDigit(text, i);
                i += char.IsSurrogatePair(text, i) ? 2 : 1;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark
                || (IsJoiner(text[i]) && i + 1 < text.Length && IsWord(text, i + 1)))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    private static void AddParts(string text, int start, int end, bool hasDigit, List<Token> tokens)
    {
        int from = start;
        for (int i = start; i < end; i++)
        {
            if (IsJoiner(text[i]) && SplitsAt(text, start, i, end, hasDigit))
            {
                Add(text, from, i, tokens);
                from = i + 1;
            }
        }

        Add(text, from, end, tokens);
    }

    // "two-year" is two words and "30-day" a number and a word, but "1.31.0-alpha.3" and "BW-2026-14" are one name each.
    private static bool SplitsAt(string text, int start, int at, int end, bool hasDigit)
    {
        if (IsApostrophe(text[at]))
        {
            return false;
        }

        if (!hasDigit)
        {
            return true;
        }

        if (text[at] == '.' && end - at <= LongestFileType + 1 && FileTypes.Contains(text[(at + 1)..end].ToLowerInvariant()))
        {
            return true;
        }

        if (text[at] is ',' or ':')
        {
            return !char.IsAsciiDigit(text[at - 1]) || !char.IsAsciiDigit(text[at + 1]);
        }

        if (!IsHyphen(text[at]) || !char.IsDigit(text[start]))
        {
            return false;
        }

        int wordEnd = at + 1;
        while (wordEnd < end && char.IsLetter(text[wordEnd]))
        {
            wordEnd++;
        }

        string word = text[(at + 1)..wordEnd].ToLowerInvariant();
        return word.Length > 1 && (wordEnd == end || IsJoiner(text[wordEnd])) && !PreReleases.Contains(word);
    }

    private static void Add(string text, int start, int end, List<Token> tokens)
    {
        if (start >= end)
        {
            return;
        }

        string folded = Fold(text.AsSpan(start, end - start));
        bool hasDigit = folded.Any(char.IsDigit);
        tokens.Add(new Token(start, end - start, folded, hasDigit ? folded : Stemmer.Stem(folded), hasDigit));
    }

    private static bool IsWord(string text, int i) => char.IsLetterOrDigit(text, i);

    private static bool IsJoiner(char c) => c is '.' or ',' or ':' or '_' || IsHyphen(c) || IsApostrophe(c);

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '‘';
}
