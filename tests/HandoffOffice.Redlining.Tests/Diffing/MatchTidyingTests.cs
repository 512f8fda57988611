using System.Text;
using CsCheck;

namespace HandoffOffice.Redlining.Tests.Diffing;

/// <summary>Changes as people would have written them. A pilcrow is a paragraph mark.</summary>
public sealed class MatchTidyingTests
{
    private static readonly Gen<string> Texts =
        Gen.OneOf("a", "b", "c", "the", " ", " ", " ", ". ", ", ", "(", ")", "¶", "¶", "\n", "--------------").Array[0, 30].Select(string.Concat);

    [Theory]
    [InlineData("x old words y", "x new things y", "x [old words|new things] y")]
    [InlineData("x old, words y", "x new things y", "x [old, words|new things] y")]
    [InlineData("x A B y", "x y", "x [A B |]y")]
    [InlineData("one, three", "one, two, three", "one, [|two, ]three")]
    [InlineData("A. C.", "A. B. C.", "A. [|B. ]C.")]
    [InlineData("One two.", "One two. Three four.", "One two.[| Three four.]")]
    [InlineData("the good", "the very very good", "the [|very very ]good")]
    [InlineData("the very good", "the very very good", "the very [|very ]good")]
    [InlineData("A¶C¶", "A¶B¶C¶", "A¶[|B¶]C¶")]
    [InlineData("A.¶A. C.¶", "A.¶A. B.¶A. C.¶", "A.¶[|A. B.¶]A. C.¶")]
    [InlineData("old one¶stays¶", "new two¶stays¶", "[old one|new two]¶stays¶")]
    [InlineData("a¶b¶c", "x¶y¶z", "[a|x]¶[b|y]¶[c|z]")]
    [InlineData("( )", "(X Y)", "([|X] [|Y])")]
    [InlineData("a -------------- b", "c -------------- d", "[a|c] -------------- [b|d]")]
    [InlineData("", "new", "[|new]")]
    [InlineData("old", "", "[old|]")]
    [InlineData("same", "same", "same")]
    [Trait("Capability", "C92")]
    public void Changes_hold_together_and_begin_and_end_where_readers_expect(string original, string revised, string expected) =>
        Assert.Equal(expected, Marked(original, revised));

    [Fact]
    [Trait("Capability", "C92")]
    public void No_matched_word_or_paragraph_mark_is_lost() => Gen.Select(Texts, Texts).Sample(
        (original, revised) =>
        {
            var pair = new Pair(original, revised);
            Assert.True(pair.Kept(pair.Tidied).Count() >= pair.Kept(pair.Matches).Count());
            Assert.Equal(original, Side(pair.Marked(), first: true));
            Assert.Equal(revised, Side(pair.Marked(), first: false));
        },
        iter: 2_000);

    private static string Marked(string original, string revised) => new Pair(original, revised).Marked();

    private static string Side(string marked, bool first)
    {
        var (text, inside) = (new StringBuilder(), 0);
        foreach (var letter in marked)
        {
            inside = letter switch { '[' => 1, '|' => 2, ']' => 0, _ => inside };
            if (letter is not ('[' or '|' or ']') && inside != (first ? 2 : 1))
                text.Append(letter);
        }

        return text.ToString();
    }

    private sealed class Pair
    {
        private readonly TokenTable table = new();
        private readonly List<string> originalTokens;
        private readonly List<string> revisedTokens;
        private readonly int[] a;
        private readonly int[] b;

        public Pair(string original, string revised)
        {
            (originalTokens, revisedTokens) = (Tokens(original), Tokens(revised));
            (a, b) = (Numbers(originalTokens), Numbers(revisedTokens));
            Matches = SequenceDiff.Matches(a, b);
            Tidied = MatchTidying.Tidy(Matches, a, b, table.Kind);
        }

        public List<Match> Matches { get; }

        public List<Match> Tidied { get; }

        public IEnumerable<int> Kept(List<Match> runs) =>
            runs.SelectMany(run => a[run.A..(run.A + run.Length)]).Where(token => table.Kind(token) is TokenKind.Word or TokenKind.ParagraphMark or TokenKind.LineBreak);

        public string Marked()
        {
            var (text, endA, endB) = (new StringBuilder(), 0, 0);
            foreach (var run in Tidied.Append(new Match(a.Length, b.Length, 0)))
            {
                Assert.True(a.AsSpan(run.A, run.Length).SequenceEqual(b.AsSpan(run.B, run.Length)));
                if (run.A > endA || run.B > endB)
                    text.Append('[').AppendJoin("", originalTokens[endA..run.A]).Append('|').AppendJoin("", revisedTokens[endB..run.B]).Append(']');
                text.AppendJoin("", originalTokens[run.A..(run.A + run.Length)]);
                (endA, endB) = (run.A + run.Length, run.B + run.Length);
            }

            return text.ToString();
        }

        private int[] Numbers(List<string> tokens) => [.. tokens.Select(token => token == "¶" ? table.Add(token, TokenKind.ParagraphMark) : table.Add(token))];

        private static List<string> Tokens(string text)
        {
            List<(int Start, int Length)> tokens = [];
            WordBreaker.Split(text, tokens);
            return [.. tokens.Select(token => text.Substring(token.Start, token.Length))];
        }
    }
}
