namespace HandoffOffice.Domain.Reviewing.Seeding;

/// <summary>Finds a phrase in a text as whole words, whatever its case.</summary>
internal static class WholeWords
{
    /// <summary>Where it begins, in order.</summary>
    public static IEnumerable<int> Find(string text, string phrase)
    {
        for (int at = Next(text, phrase, 0); at >= 0; at = Next(text, phrase, at + 1))
        {
            if (!IsLetter(text, at - 1) && !IsLetter(text, at + phrase.Length))
            {
                yield return at;
            }
        }
    }

    /// <summary>How often it is there.</summary>
    public static int Count(string text, string phrase) => Find(text, phrase).Count();

    private static int Next(string text, string phrase, int from) => from < text.Length ? text.IndexOf(phrase, from, StringComparison.OrdinalIgnoreCase) : -1;

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
}
