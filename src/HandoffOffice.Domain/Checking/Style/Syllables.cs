namespace HandoffOffice.Domain.Checking.Style;

/// <summary>
/// Counts syllables by spelling. English and German have no rule without exceptions; the mean over a text, which is all that a readability formula
/// asks for, comes within a few hundredths of a dictionary's.
/// </summary>
internal static class Syllables
{
    private static readonly string[] GermanDiphthongs = ["au", "ei", "ai", "eu", "äu", "ie", "ee", "aa", "oo", "ey", "ay", "ui"];
    private static readonly string[] TwoEnglishSounds = ["ia", "io", "iu", "eo", "ua", "uo", "yi"];
    private static readonly string[] OneEnglishSound = ["tia", "cia", "sia", "tio", "sio", "cio", "gio", "gia", "geo", "qua", "quo", "xio"];

    /// <summary>The syllables of one word, at least 1.</summary>
    public static int Count(ReadOnlySpan<char> word, bool german)
    {
        string lower = word.ToString().ToLowerInvariant();
        return Math.Max(1, german ? German(lower) : English(lower));
    }

    private static int German(string word)
    {
        int count = 0;
        for (int i = 0; i < word.Length; i++)
        {
            if (!IsVowel(word[i]) || (word[i] == 'u' && i > 0 && word[i - 1] == 'q'))
            {
                continue;
            }

            count++;
            if (i + 1 < word.Length && GermanDiphthongs.Contains(word.Substring(i, 2)))
            {
                i++;
            }
        }

        return count;
    }

    private static int English(string word)
    {
        int count = 0;
        for (int i = 0; i < word.Length; i++)
        {
            bool first = i == 0 || !IsVowel(word[i - 1]);
            if (IsVowel(word[i]) && (first || IsHiatus(word, i)) && !(word[i] == 'y' && i == 0))
            {
                count++;
            }
        }

        return count - (IsLastSilent(word) ? 1 : 0);
    }

    // "client" and "area" have two sounds where "nation" has one.
    private static bool IsHiatus(string word, int at) => TwoEnglishSounds.Contains(word.Substring(at - 1, 2))
        && !(at > 1 && OneEnglishSound.Contains(word.Substring(at - 2, 3)));

    // "made", "makes" and "asked" end in a silent e; "table", "changes" and "wanted" don't.
    private static bool IsLastSilent(string word)
    {
        if (word.Length > 2 && word[^1] == 'e' && !IsVowel(word[^2]))
        {
            return !(word[^2] == 'l' && !IsVowel(word[^3]));
        }

        if (word.Length > 3 && word[^2] == 'e' && !IsVowel(word[^3]))
        {
            return word[^1] == 'd' ? word[^3] is not ('t' or 'd')
                : word[^1] == 's' && word[^3] is not ('s' or 'z' or 'x' or 'c' or 'g') && !(word[^3] == 'h' && word[^4] is 'c' or 's') && !(word[^3] == 'l' && !IsVowel(word[^4]));
        }

        return false;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'ä' or 'ö' or 'ü' or 'é' or 'è' or 'à' or 'á' or 'ó' or 'ê';
}
