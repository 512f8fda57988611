namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>The measures themselves: what is right passes, and each thing that can be wrong is seen.</summary>
public sealed class RedlineMeasuresTests
{
    private const string Kept = """<w:p w:rsidR="00AA11BB"><w:r><w:t>Nothing happens here.</w:t></w:r></w:p>""";

    private static readonly byte[] Original = Docx.Bytes(Kept + Docx.P(Docx.R("The quick fox jumps.")));
    private static readonly byte[] Revised = Docx.Bytes(Kept.Replace("00AA11BB", "00CC22DD", StringComparison.Ordinal) + Docx.P(Docx.R("The slow fox jumps.")));

    private static string Change => Docx.P(Docx.R("The ") + Docx.Del(1, "quick") + Docx.Ins(2, "slow") + Docx.R(" fox jumps."));

    private static RedlineReport Of(string body) => RedlineMeasures.Of(Original, Revised, Docx.Bytes(body));

    [Fact]
    public void A_minimal_redline_has_no_problem()
    {
        var report = Of(Kept + Change);

        Assert.Empty(report.Problems());
        Assert.Equal((2, 2, 2), (report.Words.Touched, report.WordsMinimum, report.Revisions));
        Assert.Equal((2, 2), (report.UnchangedBlocks, report.UnchangedBlocksKept));
        Assert.Equal(3, report.UnchangedParts);
    }

    [Fact]
    public void Text_that_is_not_the_revised_or_not_the_original_is_seen()
    {
        Assert.Equal("body: paragraph 1 of 2 is 'The  fox jumps.', not 'The slow fox jumps.' (2 paragraphs)",
            Of(Kept + Docx.P(Docx.R("The ") + Docx.Del(1, "quick") + Docx.R(" fox jumps."))).AcceptedDifference);
        Assert.StartsWith("body: paragraph 1 of 2", Of(Kept + Docx.P(Docx.R("The ") + Docx.Ins(2, "slow") + Docx.R(" fox jumps."))).RejectedDifference, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_attribute_of_an_unchanged_block_and_a_changed_part_are_seen()
    {
        Assert.Equal(1, Of(Kept.Replace("00AA11BB", "00CC22DD", StringComparison.Ordinal) + Change).UnchangedBlocksKept);

        var (before, after) = (Docx.WithBody(Kept).Part("docProps/x.bin", [1]).Build(), Docx.WithBody(Kept).Part("docProps/x.bin", [2]).Build());
        Assert.Equal("docProps/x.bin", Assert.Single(RedlineMeasures.Of(before, before, after).UnchangedPartsLost));
    }

    [Fact]
    public void Words_changed_in_part_and_more_words_than_needed_are_counted()
    {
        var revised = Docx.Bytes(Docx.P(Docx.R("Two cats sat.")));
        var original = Docx.Bytes(Docx.P(Docx.R("Two cat sat.")));

        var split = RedlineMeasures.Of(original, revised, Docx.Bytes(Docx.P(Docx.R("Two cat") + Docx.Ins(1, "s") + Docx.R(" sat."))));
        var wide = RedlineMeasures.Of(original, revised, Docx.Bytes(Docx.P(Docx.Del(1, "Two cat sat.") + Docx.Ins(2, "Two cats sat."))));

        Assert.Equal(new WordTally(0, 1, 1, 1), split.Words);
        Assert.Equal((6, 2, 0), (wide.Words.Touched, wide.WordsMinimum, wide.Words.Split));
    }

    [Fact]
    public void Changes_that_an_input_brought_along_are_not_the_comparisons()
    {
        var file = Docx.Bytes(Kept + Change);

        var report = RedlineMeasures.Of(file, file, file);

        Assert.Empty(report.Problems());
        Assert.Equal((0, 0, 0), (report.Words.Touched, report.WordsMinimum, report.Revisions));
    }

    [Theory]
    [InlineData("markup: revision id 1 is there 2 times", """<w:p><w:ins w:id="1" w:author="Bob" w:date="2026-01-02T03:04:05Z"><w:r><w:t>x</w:t></w:r></w:ins></w:p>""")]
    [InlineData("markup: ins without author or date in word/document.xml", """<w:p><w:ins w:id="9" w:author="Bob"><w:r><w:t>x</w:t></w:r></w:ins></w:p>""")]
    [InlineData("markup: t inside a deletion in word/document.xml", """<w:p><w:del w:id="9" w:author="Bob" w:date="2026-01-02T03:04:05Z"><w:r><w:t>x</w:t></w:r></w:del></w:p>""")]
    [InlineData("markup: fldChar begin without end in word/document.xml, accepted", """<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>""")]
    [InlineData("markup: move 'a' has moveFromRangeStart", """<w:p><w:moveFromRangeStart w:id="9" w:name="a" w:author="Bob" w:date="2026-01-02T03:04:05Z"/><w:moveFromRangeEnd w:id="9"/></w:p>""")]
    [InlineData("markup: moveTo outside a range in word/document.xml", """<w:p><w:moveTo w:id="9" w:author="Bob" w:date="2026-01-02T03:04:05Z"><w:r><w:t>x</w:t></w:r></w:moveTo></w:p>""")]
    [InlineData("markup: bookmark id 3 is there 2 times", """<w:p><w:bookmarkStart w:id="3" w:name="a"/><w:bookmarkEnd w:id="3"/><w:bookmarkStart w:id="3" w:name="b"/><w:bookmarkEnd w:id="3"/></w:p>""")]
    [InlineData("new issue: /word/document.xml Sch_UnexpectedElementContentExpectingComplex", """<w:p><w:r><w:t>a</w:t></w:r><w:pPr/></w:p>""")]
    public void Faulty_markup_is_named(string expected, string block) =>
        Assert.Contains(Of(Kept + Change + block).Problems(), problem => problem.StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void Notes_are_read_in_the_order_of_their_references()
    {
        static byte[] File(int first, int second) => Docx.WithBody(Docx.P(Reference(first) + Reference(second)))
            .Story("footnotes", "footnotes.xml", $"""<w:footnotes xmlns:w="{Ooxml.W}">{Note(1, first == 1 ? "one" : "two")}{Note(2, first == 1 ? "two" : "one")}</w:footnotes>""").Build();

        Assert.Null(Stories.Difference(Stories.ByRole(File(1, 2)), Stories.ByRole(File(2, 1))));
        Assert.Equal(["one"], Stories.ByRole(File(2, 1)).Single(story => story.Role == "footnotes 0").Paragraphs);

        static string Reference(int id) => $"""<w:r><w:footnoteReference w:id="{id}"/></w:r>""";
        static string Note(int id, string text) => $"""<w:footnote w:id="{id}">{Docx.P(Docx.R(text))}</w:footnote>""";
    }

    [Fact]
    public void The_length_of_the_longest_common_subsequence_is_exact()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var (a, b) = (Letters(random.Next(300)), Letters(random.Next(300)));
            Assert.Equal(Lcs.Pairs(a, b, (x, y) => x == y, _ => false).Count, Lcs.Length(a, b));
        }

        string[] Letters(int count) => [.. Enumerable.Range(0, count).Select(_ => $"{random.Next(1 + (count / 10))}")];
    }

    [Fact]
    public void Blocks_are_cut_where_the_body_has_children()
    {
        const string xml = """<?xml version="1.0"?><x:document><x:background><a/></x:background><x:body ><!-- <p> --><x:p a='>'><x:p/></x:p><x:sectPr/><![CDATA[<p>]]></x:body></x:document>""";

        Assert.Equal(["<x:p a='>'><x:p/></x:p>", "<x:sectPr/>"], RawBlocks.Cut(xml));
    }
}
