using System.Text.RegularExpressions;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>What counts as a word: letters, digits and their marks in a row; one character each where words are not spaced.</summary>
internal static partial class Words
{
    public static MatchCollection In(string text) => Word().Matches(text);

    public static IEnumerable<string> Of(IEnumerable<string> paragraphs) => paragraphs.SelectMany(paragraph => In(paragraph).Select(m => m.Value));

    [GeneratedRegex("""
        [\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\u2FDF\u3005-\u30FF\u3400-\u9FFF\uF900-\uFAFF]|[\p{L}\p{M}\p{N}-[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\u2FDF\u3005-\u30FF\u3400-\u9FFF\uF900-\uFAFF]]+
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Word();
}
