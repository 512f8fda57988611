using System.Text.RegularExpressions;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>
/// What a reader calls a word: letters and digits in a row, with what joins them inside (don't, 3.14, 2026-03-04); one character each where
/// words are not spaced (Chinese, Japanese). Punctuation and white space are none.
/// </summary>
internal static partial class Words
{
    private const string Ideograph = @"\u3005-\u3007\u3031-\u3035\u3041-\u3096\u309D-\u309F\u30A1-\u30FA\u30FC-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF66-\uFF9D";
    private const string Letters = @"[\p{L}\p{M}\p{N}-[" + Ideograph + "]]";
    private const string Joint = @"(?<=[\p{L}\p{M}])['\u2019](?=\p{L})|(?<=\p{N})['\u2019.,\-\u2010\u2011](?=\p{N})|[\u00AD\u2060](?=[\p{L}\p{N}])";

    public static MatchCollection In(string text) => Word().Matches(text);

    public static IEnumerable<string> Of(IEnumerable<string> paragraphs) => paragraphs.SelectMany(paragraph => In(paragraph).Select(m => m.Value));

    [GeneratedRegex($"[{Ideograph}]|{Letters}+(?:(?:{Joint}){Letters}+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
