using static HandoffOffice.Redlining.Tests.Docx;
using static HandoffOffice.Redlining.Tests.Editing.Edits;

namespace HandoffOffice.Redlining.Tests.Editing;

/// <summary>What is not clear, or would do harm, is refused by name, and the rest goes in.</summary>
[Trait("Capability", "C60")]
public sealed class EditRefusalTests
{
    private const string Picture = "<w:r><w:drawing/></w:r>";

    private static readonly byte[] Letter = Bytes(P(R("Dear Ann,")) + P(R("The party costs 5 EUR. The party is over.")) + P(R("Best")));

    public static TheoryData<string, DocumentEdit> Unclear => new()
    {
        { DocumentEditRefusals.NothingToFind, Words("", "x") },
        { DocumentEditRefusals.TooLong, Words(new string('x', DocumentEditing.MaxFind + 1), "x") },
        { DocumentEditRefusals.TooLong, Words("Dear", new string('x', DocumentEditing.MaxReplacement + 1)) },
        { DocumentEditRefusals.NotFound, Words("art", "x") },
        { DocumentEditRefusals.NotFound, Words("Ann,\nThe party", "x") },
        { DocumentEditRefusals.Ambiguous, Words("party", "x") },
        { DocumentEditRefusals.NoSuchOccurrence, Words("party", "x", occurrence: 3) },
        { DocumentEditRefusals.NoSuchOccurrence, Words("Dear", "x", occurrence: 0) },
        { DocumentEditRefusals.NoSuchParagraph, Paragraph(3, "x") },
        { DocumentEditRefusals.NoSuchParagraph, Behind(-1, "x") },
        { DocumentEditRefusals.NoSuchPart, new DocumentEdit(new DocumentAnchor.Paragraph(new ParagraphPlace(0, "/word/header9.xml")), "x") },
        { DocumentEditRefusals.NoSuchPart, new DocumentEdit(new DocumentAnchor.Paragraph(new ParagraphPlace(0, "/word/_rels/document.xml.rels")), "x") },
        { DocumentEditRefusals.NoSuchControl, Paragraph(0, "x", tag: "summary") },
        { DocumentEditRefusals.ChangedMeanwhile, Paragraph(0, "x", expected: "Dear Bob,") },
        { DocumentEditRefusals.ChangedMeanwhile, Words("party", "x", within: new ParagraphPlace(9, Expected: "Gone.")) },
        { DocumentEditRefusals.NothingChanged, Words("Dear", "Dear") },
        { DocumentEditRefusals.NothingChanged, Paragraph(2, "Best") },
    };

    [Theory]
    [MemberData(nameof(Unclear))]
    public void An_unclear_edit_is_refused_and_the_rest_goes_in(string code, DocumentEdit edit)
    {
        var edited = Apply(Letter, edit, Words("Best", "Yours"));

        Assert.Equal((0, code), edited.Refused.Select(refused => (refused.Index, refused.Code)).Single());
        Assert.Equal(1, Assert.Single(edited.Landed).Index);
        Assert.EndsWith("Yours", Accepted(edited.File), StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_tells_how_many_there_are() =>
        Assert.Contains("2 times", Assert.Single(Apply(Letter, Words("party", "x")).Refused).Message, StringComparison.Ordinal);

    [Fact]
    public void When_nothing_lands_the_file_is_the_one_given() => Assert.Equal(Letter, Apply(Letter, Words("nowhere", "x")).File);

    [Fact]
    public void Of_two_edits_of_the_same_words_the_first_goes_in()
    {
        var edited = Apply(Letter, Words("5 EUR", "7 EUR"), Words("costs 5", "is"), Paragraph(1, "Other."), Behind(0, "a"), Behind(0, "b"), Words("Dear", "Hello"));

        Assert.Equal([(1, "overlapping"), (2, "overlapping"), (4, "overlapping")], edited.Refused.Select(refused => (refused.Index, refused.Code)));
        Assert.Equal("Hello Ann,\na\nThe party costs 7 EUR. The party is over.\nBest", Accepted(edited.File));
    }

    [Fact]
    [Trait("Capability", "C91")]
    public void A_paragraph_that_stands_elsewhere_now_is_found_again_when_it_is_the_only_one()
    {
        var document = Bytes(P(R("New on top.")) + P(R("Same.")) + P(R("Same.")) + P(R("Mine.")));
        var edited = Apply(document, Paragraph(1, "Yours.", expected: "Mine."), Paragraph(0, "x", expected: "Same."), Words("Same", "x", within: new ParagraphPlace(0, Expected: "New on top.")));

        Assert.Equal((0, 3), edited.Landed.Select(landed => (landed.Index, landed.Paragraph)).Single());
        Assert.Equal([(1, "changed-meanwhile"), (2, "not-found")], edited.Refused.Select(refused => (refused.Index, refused.Code)));
    }

    public static TheoryData<string, DocumentEdit> NotEditable => new()
    {
        { Locked(P(R("Mine."))), Words("Mine", "Yours") },
        { Locked(P(R("Mine."))), Behind(0, "More.") },
        { Locked(P(R("Mine."))), Paragraph(0, "", tag: "clause") },
        { P(R("a ") + Locked(R("Mine")) + R(".")), Words("Mine", "Yours") },
        { P(R("a ") + Locked(R("Mine")) + R(".")), Paragraph(0, "") },
        { P(R("a ") + Picture + R("b")), Words("a b", "x") },
        { P(R("a ") + Picture + R("b")), Paragraph(0, "x") },
        { P(R("It is ") + Field("IF 1 = ", R("then "), R("ten")) + R(" now")), Words("then", "x") },
        { P(R("It is ") + Field("DATE", "", R("ten")) + R(" now")), Words("is ten", "was nine") },
        { P("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + R("a")) + P(R("b") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"), Paragraph(0, "") },
        { P(R("so ") + "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>" + R(" holds")), Words("x", "z") },
        { P(R("a"), "<w:sectPr/>") + P(R("b")), Paragraph(0, "") },
        { """<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>One line</w:t></w:r></w:p></w:sdtContent></w:sdt>""", Words("One line", "One\nline") },
        { """<w:sdt><w:sdtPr><w:tag w:val="s"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here</w:t></w:r></w:p></w:sdtContent></w:sdt>""", Paragraph(0, "x", tag: "s") },
        { """<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{0}"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>From data</w:t></w:r></w:p></w:sdtContent></w:sdt>""", Words("data", "x") },
        { P(Del(1, "gone"), Mark("del", 2)) + P(R("b")), Paragraph(0, "x") },
        { "<w:p><w:t>stray</w:t></w:p>", Paragraph(0, "") },
    };

    [Theory]
    [MemberData(nameof(NotEditable))]
    public void What_is_locked_or_would_take_something_else_along_is_refused(string body, DocumentEdit edit)
    {
        var edited = Apply(Bytes(body + P(R("Last."))), edit, Words("Last", "End"));

        Assert.Equal((0, DocumentEditRefusals.NotEditable), edited.Refused.Select(refused => (refused.Index, refused.Code)).Single());
        Assert.EndsWith("End.", Accepted(edited.File), StringComparison.Ordinal);
    }

    [Fact]
    public void A_placeholder_is_no_text_to_be_found() =>
        Assert.Equal(DocumentEditRefusals.NotFound, Assert.Single(Apply(
            Bytes("""<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here</w:t></w:r></w:p></w:sdtContent></w:sdt>"""), Words("Click", "x")).Refused).Code);

    [Fact]
    public void A_tag_that_two_controls_have_is_ambiguous()
    {
        const string Control = """<w:sdt><w:sdtPr><w:tag w:val="item"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:sdtContent></w:sdt>""";

        Assert.Equal(DocumentEditRefusals.Ambiguous, Assert.Single(Apply(Bytes(Control + Control), Paragraph(0, "y", tag: "item")).Refused).Code);
    }

    [Fact]
    public void A_blank_author_is_a_fault_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => DocumentEditing.Apply(Letter, [], Author with { Name = " " }));
        Assert.Throws<ArgumentException>(() => Apply(Letter, Words("Dear", "x") with { Author = Author with { Name = "" } }));
    }

    [Fact]
    public void Too_many_edits_are_refused() =>
        Assert.Equal(RefusalCodes.TooLarge, Assert.Throws<DocumentRefusedException>(() => Apply(Letter, [.. Enumerable.Repeat(Words("Dear", "x"), DocumentEditing.MaxEdits + 1)])).Code);

    private static string Locked(string content) =>
        $"""<w:sdt><w:sdtPr><w:tag w:val="clause"/><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>""";

    private static string Field(string code, string nested, string result) =>
        $"""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>{nested}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>""";
}
