using static HandoffOffice.Redlining.Tests.Docx;
using static HandoffOffice.Redlining.Tests.Editing.Edits;

namespace HandoffOffice.Redlining.Tests.Editing;

/// <summary>Text is found and edited wherever it stands, and what stands around it stays.</summary>
[Trait("Capability", "C60")]
public sealed class EditPlaceTests
{
    private const string Ns = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static readonly string InBox = $"""<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>{Box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{Box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>""";

    private static string Box => $"<w:txbxContent>{P(R("in the box"))}</w:txbxContent>";

    private static readonly byte[] Everywhere = WithBody(P(R("in the body ") + InBox) + "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>" + P(R("in the cell")) + "</w:tc></w:tr></w:tbl>" + P(R("end")))
        .Header(P(R("in the header")))
        .Story("footer", "footer1.xml", $"<w:ftr {Ns}>{P(R("in the footer"))}</w:ftr>")
        .Story("footnotes", "footnotes.xml", $"<w:footnotes {Ns}><w:footnote w:id=\"1\">{P("<w:r><w:footnoteRef/></w:r>" + R("in the footnote"))}</w:footnote></w:footnotes>")
        .Story("endnotes", "endnotes.xml", $"<w:endnotes {Ns}><w:endnote w:id=\"1\">{P(R("in the endnote"))}</w:endnote></w:endnotes>").Build();

    [Theory]
    [InlineData("body", "/word/document.xml", 0)]
    [InlineData("box", "/word/document.xml", 1)]
    [InlineData("cell", "/word/document.xml", 3)]
    [InlineData("header", "/word/header1.xml", 0)]
    [InlineData("footer", "/word/footer1.xml", 0)]
    [InlineData("footnote", "/word/footnotes.xml", 0)]
    [InlineData("endnote", "/word/endnotes.xml", 0)]
    public void Every_story_is_looked_through(string story, string part, int paragraph)
    {
        var edited = Land(Everywhere, Words($"in the {story}", $"in this very {story}", "because"));

        var landed = Assert.Single(edited.Landed);
        Assert.Equal((part, paragraph), (landed.Part, landed.Paragraph));
        Assert.Equal(All(Everywhere, RevisionView.Accepted).Replace($"in the {story}", $"in this very {story}", StringComparison.Ordinal), All(edited.File, RevisionView.Accepted));
        Assert.Equal(All(Everywhere, RevisionView.Accepted), All(edited.File, RevisionView.Rejected));
        Assert.Equal(["the", "this very"], Revisions.List(edited.File).Select(change => change.Text));
    }

    [Fact]
    public void All_stories_can_be_edited_at_once_and_decided_alone()
    {
        string[] stories = ["body", "box", "cell", "header", "footer", "footnote", "endnote"];
        var edited = Land(Everywhere, [.. stories.Select(story => Words($"in the {story}", $"in this {story}"))]);

        foreach (var (story, index) in stories.Select((story, index) => (story, index)))
        {
            var decided = Revisions.RejectAll(Revisions.Accept(edited.File, edited.Landed[index].RevisionIds));
            Assert.Equal(All(Everywhere, RevisionView.Accepted).Replace($"in the {story}", $"in this {story}", StringComparison.Ordinal), All(decided, RevisionView.Accepted));
        }
    }

    [Fact]
    public void Both_copies_of_a_text_box_are_edited_as_one_change()
    {
        var edited = Land(Everywhere, Words("in the box", "in the crate"));

        Assert.Equal(2, PartOf(Revisions.AcceptAll(edited.File), "word/document.xml").Split("crate").Length - 1);
        Assert.Equal(2, edited.Landed[0].RevisionIds.Count);
        Assert.Equal(2, Revisions.Pending(edited.File));
    }

    [Fact]
    public void A_paragraph_and_the_text_box_that_hangs_on_it_are_edited_together()
    {
        var edited = Land(Everywhere, Words("in the body", "on the body"), Words("in the box", "on the box"));

        Assert.StartsWith("on the body \non the box\n", Accepted(edited.File), StringComparison.Ordinal);
        Assert.Equal(Accepted(Everywhere), Rejected(edited.File));
    }

    [Theory]
    [InlineData("""<w:hyperlink w:anchor="x">{0}</w:hyperlink>""")]
    [InlineData("""<w:fldSimple w:instr="DATE">{0}</w:fldSimple>""")]
    [InlineData("""<w:sdt><w:sdtPr><w:tag w:val="t"/></w:sdtPr><w:sdtContent>{0}</w:sdtContent></w:sdt>""")]
    [InlineData("""<w:smartTag w:element="x">{0}</w:smartTag>""")]
    [InlineData("""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{0}<w:r><w:fldChar w:fldCharType="end"/></w:r>""")]
    [InlineData("""<w:bookmarkStart w:id="7" w:name="b"/>{0}<w:bookmarkEnd w:id="7"/>""")]
    public void Words_are_found_across_runs_and_what_holds_them(string holder)
    {
        var document = Bytes(P(R("see the clau") + R("se of ") + holder.Replace("{0}", R("the first") + R(" contract"), StringComparison.Ordinal) + R(" for more")));
        var edited = Land(document, Words("clause of the first contract for", "clause of the second contract for"));

        Assert.Equal("see the clause of the second contract for more", Accepted(edited.File));
        Assert.Equal(Accepted(document), Rejected(edited.File));
        Assert.Equal(["first", "second"], Revisions.List(edited.File).Select(change => change.Text));
        Assert.Contains(holder[..holder.IndexOf("{0}", StringComparison.Ordinal)], PartOf(edited.File, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_begin_in_a_link_and_end_behind_it_leave_the_link_whole()
    {
        var document = Bytes(P(R("go to ") + """<w:hyperlink w:anchor="x"><w:r><w:t>our old site</w:t></w:r></w:hyperlink>""" + R(" today please")));
        var edited = Land(document, Words("site today", "page tomorrow"));

        Assert.Equal("go to our old page tomorrow please", Accepted(edited.File));
        Assert.Equal(1, PartOf(edited.File, "word/document.xml").Split("<w:hyperlink").Length - 1);
    }

    [Fact]
    public void Notes_and_pictures_beside_changed_words_stay()
    {
        var document = Bytes(P(R("one") + "<w:r><w:drawing/></w:r>" + R(" two three")));
        var edited = Land(document, Words("one two three", "1 two 3"));

        Assert.Equal("1 two 3", Accepted(edited.File));
        Assert.DoesNotContain("<w:drawing/></w:r></w:del>", PartOf(edited.File, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_paragraph_takes_along_what_is_in_it()
    {
        var document = Bytes(P(R("one ") + "<w:r><w:drawing/></w:r>" + R("two")) + P(R("three")));
        var edited = Land(document, Paragraph(0, ""));

        Assert.Equal("three", Accepted(edited.File));
        Assert.DoesNotContain("drawing", PartOf(Revisions.AcceptAll(edited.File), "word/document.xml"), StringComparison.Ordinal);
        Assert.Contains("drawing", PartOf(Revisions.RejectAll(edited.File), "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_paragraph_of_a_cell_stays_empty()
    {
        var edited = Land(Everywhere, Paragraph(3, ""));

        Assert.Equal(["in the body ", "in the box", "", "end"], DocumentText.Read(edited.File, RevisionView.Accepted)[0].Paragraphs);
        Assert.Equal(Accepted(Everywhere), Rejected(edited.File));
    }

    [Fact]
    public void The_last_paragraph_that_is_not_deleted_already_stays_empty()
    {
        var edited = Land(Bytes(P(R("one")) + P(Del(1, "two"), Mark("del", 2)) + P(Del(3, "three"), Mark("del", 4))), Paragraph(0, ""));

        Assert.Equal("", Accepted(edited.File));
        Assert.Equal("one\ntwo\nthree", Rejected(edited.File));
    }

    [Fact]
    public void New_paragraphs_beside_one_that_leaves_something_of_another_hand_behind_are_refused()
    {
        var document = Bytes(P(R("one ") + Del(1, "two")) + P(R("three")));

        Assert.Equal(DocumentEditRefusals.Overlapping, Assert.Single(Apply(document, Paragraph(0, ""), Behind(0, "new")).Refused).Code);
        Assert.Equal(DocumentEditRefusals.Overlapping, Assert.Single(Apply(document, Before(1, "new"), Paragraph(0, "")).Refused).Code);
    }

    [Fact]
    public void Quotation_marks_dashes_and_spaces_may_be_of_another_form_and_keep_theirs()
    {
        var edited = Land(Bytes(P(R("It\u2019s 5\u00A0EUR \u2013 or more"))), Words("It's 5 EUR - or more", "It's 7 EUR - or more"));

        Assert.Equal("It\u2019s 7\u00A0EUR \u2013 or more", Accepted(edited.File));
    }

    [Fact]
    public void Tabs_and_line_breaks_are_characters()
    {
        var document = Bytes(P("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"));
        var edited = Land(document, Words("a\tb\nc", "a\tx\ty\nc"));

        Assert.Equal("a\tx\ty\nc", Accepted(edited.File));
        Assert.Equal("a\tb\nc", Rejected(edited.File));
        Assert.Equal(2, PartOf(edited.File, "word/document.xml").Split("<w:tab/>").Length - 1);
    }

    [Fact]
    public void A_control_is_a_place_by_its_tag()
    {
        static string Control(string tag, string content) => $"""<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>""";
        var document = Bytes(P(R("one")) + Control("summary", P(R("two")) + P(R("three"))) + P(R("a ") + Control("name", R("Ann"))));
        var edited = Land(document, Paragraph(1, "four", tag: "summary"), Paragraph(0, "Bob", expected: "Ann", tag: "name"));

        Assert.Equal("one\ntwo\nfour\na Bob", Accepted(edited.File));
        Assert.Equal([2, 3], edited.Landed.Select(landed => landed.Paragraph));
    }

    [Fact]
    public void Earlier_changes_of_others_stay_and_their_insertions_can_be_edited()
    {
        var document = Bytes(P(R("We agree") + Del(1, " never") + Ins(2, " to pay tomorrow") + R(" in full.")));
        var edited = Land(document, Words("pay tomorrow in full", "pay today in full"), Words("agree to", "agree not to"));

        Assert.Equal("We agree not to pay today in full.", Accepted(edited.File));
        Assert.Equal("We agree never in full.", Rejected(edited.File));
        Assert.Equal("We agree to pay tomorrow in full.", Accepted(Revisions.Reject(edited.File, edited.Landed.SelectMany(landed => landed.RevisionIds))));
        Assert.Equal("We agree never in full.", Rejected(Revisions.Reject(edited.File, edited.Landed.SelectMany(landed => landed.RevisionIds))));
        Assert.Equal("never to pay tomorrow", string.Concat(Revisions.List(edited.File).Where(change => change.Author == "Ann").Select(change => change.Text == "never" ? "never" : change.Text)));
    }

    [Fact]
    public void A_paragraph_that_runs_on_into_the_next_is_one_with_it()
    {
        var document = Bytes(P(R("one "), Mark("del", 1)) + P(R("two")) + P(R("three")));
        var edited = Land(document, Words("one two", "one and two"), Behind(0, "more"));

        Assert.Equal("one and two\nmore\nthree", Accepted(edited.File));
        Assert.Equal("one \ntwo\nthree", Rejected(edited.File));
    }

    [Fact]
    public void Ids_that_styles_or_headers_have_are_not_given_again()
    {
        var document = WithBody(P(R("a"))).Header(P(Ins(1, "x"))).Story("styles", "styles.xml",
            $"<w:styles {Ns}><w:style w:type=\"paragraph\" w:styleId=\"s\"><w:name w:val=\"s\"/><w:rPr>{Change("rPrChange", 2, "<w:rPr/>")}</w:rPr></w:style></w:styles>").Build();
        var edited = Land(document, Words("a", "b"));

        Assert.Equal(["3", "4"], edited.Landed[0].RevisionIds);
        Assert.Equal(["b", "a"], Revisions.List(edited.File).Where(change => edited.Landed[0].RevisionIds.Contains(change.Id)).Select(change => change.Text).Order().Reverse());
    }
}
