using System.Xml.Linq;
using static HandoffOffice.Redlining.Tests.Docx;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Comments that only the revised document has.</summary>
[Trait("Capability", "C60")]
public sealed class CommentComparisonTests
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly XNamespace Word = W;

    [Theory]
    [InlineData("One two three.", "One [two] three.", "two", "two")]
    [InlineData("One two three.", "One t[w]o three.", "w", "")]
    [InlineData("One two three.", "One [four] three.", "four", "")]
    [InlineData("One two three.", "[One four] three.", "One four", "One ")]
    [InlineData("One two three.", "One [two] four.", "two", "two")]
    [InlineData("One two three.", "One two three. [And four.]", "And four.", "")]
    [InlineData("One two three.", "One two three. And [four] five.", "four", "")]
    public void A_comment_that_comes_hangs_on_the_words_it_hung_on(string original, string revised, string accepted, string pending)
    {
        var output = RedlinePairs.Compare(Bytes(P(R(original))), Commented(Paragraph(revised)));

        Assert.Equal(accepted, Hung(Revisions.AcceptAll(output)));
        Assert.Equal(pending, Hung(output, inserted: false));
        Assert.Null(Hung(Revisions.RejectAll(output)));
        Drafts.AssertValid(output);
    }

    [Fact]
    public void A_comment_may_begin_and_end_in_different_paragraphs()
    {
        var output = RedlinePairs.Compare(Bytes(P(R("One.")) + P(R("Two.")) + P(R("Three."))), Commented(Paragraph("[One.") + P(R("Two.")) + Paragraph("Thr]ee.")));

        Assert.Equal("One.Two.Thr", Hung(Revisions.AcceptAll(output)));
        Assert.Null(Hung(Revisions.RejectAll(output)));
    }

    [Fact]
    public void A_comment_may_end_beside_a_paragraph()
    {
        var output = RedlinePairs.Compare(Bytes(P(R("One.")) + P(R("Two."))), Commented(Start + P(R("Ones.")) + End + P(Reference + R("Two."))));

        Assert.Equal("Ones.", Hung(Revisions.AcceptAll(output)));
    }

    [Fact]
    public void A_comment_does_not_divide_an_insertion()
    {
        var output = RedlinePairs.Compare(Bytes(P(R("One."))), Commented(Paragraph("One. And [four] five.")));

        Assert.Equal("And four five.", Assert.Single(Revisions.List(output)).Text);
    }

    [Fact]
    public void A_comment_of_both_documents_keeps_its_place()
    {
        var file = Commented(Paragraph("One [two] three."));

        Assert.Equal(0, DocumentComparison.Compare(file, file, RedlinePairs.Author).Revisions);
        Assert.Equal("two", Hung(RedlinePairs.Compare(file, Commented(Paragraph("One [two] four.")))));
    }

    private const string Start = "<w:commentRangeStart w:id=\"7\"/>";
    private const string End = "<w:commentRangeEnd w:id=\"7\"/>";
    private const string Reference = "<w:r><w:commentReference w:id=\"7\"/></w:r>";

    // [ and ] are where the comment begins and ends.
    private static string Paragraph(string text) => P(R(text).Replace("[", Between(Start), StringComparison.Ordinal).Replace("]", Between(End + Reference), StringComparison.Ordinal));

    private static string Between(string mark) => $"</w:t></w:r>{mark}<w:r><w:t xml:space=\"preserve\">";

    private static byte[] Commented(string body) => WithBody(body).Story("comments", "comments.xml",
        $"<w:comments xmlns:w=\"{W}\"><w:comment w:id=\"7\" w:author=\"Ann\" w:date=\"2026-01-02T03:04:05Z\" w:initials=\"A\">{P(R("Why?"))}</w:comment></w:comments>").Build();

    // The words between the ends of the only range; null where there is no trace of a comment.
    private static string? Hung(byte[] file, bool inserted = true)
    {
        var all = XDocument.Parse(PartOf(file, "word/document.xml")).Descendants().ToList();
        if (!all.Exists(e => e.Name.LocalName.StartsWith("comment", StringComparison.Ordinal)))
        {
            return null;
        }

        var id = (string?)all.Single(e => e.Name == Word + "commentReference").Attribute(Word + "id");
        var (start, end) = (all.FindIndex(e => e.Name == Word + "commentRangeStart"), all.FindIndex(e => e.Name == Word + "commentRangeEnd"));
        Assert.Equal((id, id), ((string?)all[start].Attribute(Word + "id"), (string?)all[end].Attribute(Word + "id")));
        return string.Concat(all[start..end].Where(e => e.Name == Word + "t" && (inserted || !e.Ancestors(Word + "ins").Any())).Select(e => e.Value));
    }
}
