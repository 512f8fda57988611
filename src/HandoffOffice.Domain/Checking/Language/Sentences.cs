namespace HandoffOffice.Domain.Checking.Language;

/// <summary>Where sentences begin. A piece is one sentence, but a reviewer's edit may have made it several.</summary>
internal static class Sentences
{
    private static readonly string[] Abbreviations =
        ["mr", "mrs", "ms", "dr", "prof", "st", "no", "nr", "vs", "approx", "ca", "bzw", "inkl", "zzgl", "ggf", "incl", "etc", "dept", "inc", "ltd"];

    /// <summary>The offsets of the sentences' beginnings, 0 first.</summary>
    public static IReadOnlyList<int> Starts(string text)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] is '.' or '!' or '?' or '…' && EndsSentence(text, i)))
            {
                starts.Add(i + 1);
            }
        }

        return starts;
    }

    /// <summary>The sentences one behind the other, each with its offset: together they are the text.</summary>
    public static IEnumerable<(int Start, string Text)> Of(string text)
    {
        IReadOnlyList<int> starts = Starts(text);
        return starts.Select((start, i) => (start, text[start..(i + 1 < starts.Count ? starts[i + 1] : text.Length)]));
    }

    private static bool EndsSentence(string text, int at)
    {
        int next = at + 1;
        while (next < text.Length && text[next] is '"' or '\'' or '”' or '’' or ')' or ']' or '»' or '.' or '!' or '?')
        {
            next++;
            if (next - at > 8)
            {
                return false;
            }
        }

        if (next >= text.Length || !char.IsWhiteSpace(text[next]))
        {
            return false;
        }

        while (next < text.Length && next - at < 8 && (char.IsWhiteSpace(text[next]) || text[next] is '"' or '“' or '„' or '(' or '«' or '‘'))
        {
            next++;
        }

        return next < text.Length && !char.IsLower(text[next]) && (text[at] != '.' || !IsAbbreviation(text, at, next));
    }

    private static bool IsAbbreviation(string text, int dot, int next)
    {
        int start = dot;
        while (start > 0 && dot - start < 12 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        string word = text[start..dot].ToLowerInvariant();
        if (word.Length > 0 && word.All(char.IsAsciiDigit))
        {
            // "14. Juni" is an ordinal.
            int end = next;
            while (end < text.Length && end - next < 12 && char.IsLetter(text[end]))
            {
                end++;
            }

            return word.Length <= 2 && Calendar.Month(text.AsSpan(next, end - next)) > 0;
        }

        return (word.Length == 1 && char.IsLetter(word[0]) && word != "i") || Abbreviations.Contains(word);
    }
}
