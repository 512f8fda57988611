using System.Globalization;
using CsCheck;

namespace HandoffOffice.Redlining.Tests.Diffing;

/// <summary>The units that a comparison keeps whole.</summary>
public sealed class WordBreakerTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.OneOf("a", "7", "é", "e\u0301", " ", "  ", "\u00A0", "\t", "\r\n", "\n", "'", "’", "-", ".", ",", "日", "カ", "한", "\uFFFC", "\u00AD", "\u200D"),
        Gen.OneOf("👍🏽", "👩‍👩‍👧", "🇩🇪", "\uD83D", "\uDE00", "𝒳", "𠮷", "\u0600", "ก", "(", "€", "\u0301", "1️⃣", "क्षि")).Array[0, 12].Select(string.Concat);

    [Theory]
    [InlineData("The cost is 1,250.50 EUR.", "The| |cost| |is| |1,250.50| |EUR|.")]
    [InlineData("don't l’eau 'quoted'", "don't| |l’eau| |'|quoted|'")]
    [InlineData("2024-05-06, well-known", "2024-05-06|,| |well|-|known")]
    [InlineData("end.Next 3.a a.3", "end|.|Next| |3|.|a| |a|.|3")]
    [InlineData("a  \t\tb\r\nc\n\nd", "a|  |\t|\t|b|\r\n|c|\n|\n|d")]
    [InlineData("a\u00A0 b", "a|\u00A0| |b")]
    [InlineData("日本語カナ abc", "日|本|語|カ|ナ| |abc")]
    [InlineData("a\uFFFC\uFFFCb", "a|\uFFFC|\uFFFC|b")]
    [InlineData("cafe\u0301s 👩‍👩‍👧👍🏽!", "cafe\u0301s| |👩‍👩‍👧|👍🏽|!")]
    [InlineData("co\u00ADoperate \u00ADx", "co\u00ADoperate| |\u00AD|x")]
    [Trait("Capability", "C92")]
    public void Text_is_cut_into_words_white_space_and_marks(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Tokens(text));

    [Fact]
    [Trait("Capability", "C92")]
    public void Tokens_put_together_are_the_text() => Texts.Sample(text => string.Concat(Tokens(text)) == text, iter: 3_000);

    [Fact]
    [Trait("Capability", "C92")]
    public void No_grapheme_is_cut() => Texts.Sample(
        text =>
        {
            var borders = StringInfo.ParseCombiningCharacters(text).ToHashSet();
            return Starts(text).All(start => borders.Contains(start) || text[start] == '\uFFFC' || text[start - 1] == '\uFFFC');
        },
        iter: 3_000);

    [Fact]
    [Trait("Capability", "C92")]
    public void No_word_is_cut() => Texts.Sample(
        text => Starts(text).Skip(1).All(start => !(IsAlphabetic(text, start - 1) && IsAlphabetic(text, start))), iter: 3_000);

    private static bool IsAlphabetic(string text, int at) => text[at] is (>= 'a' and <= 'z') or (>= '0' and <= '9') or 'é' or '한' or 'ก';

    private static IEnumerable<int> Starts(string text)
    {
        List<(int Start, int Length)> tokens = [];
        WordBreaker.Split(text, tokens);
        return tokens.Select(token => token.Start);
    }

    private static IEnumerable<string> Tokens(string text)
    {
        List<(int Start, int Length)> tokens = [];
        WordBreaker.Split(text, tokens);
        return tokens.Select(token => text.Substring(token.Start, token.Length));
    }
}
