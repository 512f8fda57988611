using static HandoffOffice.Redlining.Tests.Docx;

namespace HandoffOffice.Redlining.Tests;

/// <summary>What hung on content that a decision took out goes with it; nothing else does.</summary>
public sealed class PruningTests
{
    private const string Ns = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static string Inserted(int id, string content) => $"<w:ins w:id=\"{id}\" w:author=\"Ann\" w:date=\"2026-01-02T03:04:05Z\">{content}</w:ins>";

    private static string Reference(string kind, int id) => $"<w:r><w:{kind}Reference w:id=\"{id}\"/></w:r>";

    private static Docx WithNotes(string body, string kind) => WithBody(body).Story(kind + "s", kind + "s.xml",
        $"<w:{kind}s {Ns}><w:{kind} w:type=\"separator\" w:id=\"-1\"><w:p/></w:{kind}><w:{kind} w:type=\"continuationSeparator\" w:id=\"0\"><w:p/></w:{kind}>"
        + $"<w:{kind} w:id=\"1\">{P(R("one"))}</w:{kind}><w:{kind} w:id=\"2\">{P(Ins(9, "two"))}</w:{kind}><w:{kind} w:id=\"3\">{P(R("never referred to"))}</w:{kind}></w:{kind}s>");

    [Theory]
    [InlineData("footnote")]
    [InlineData("endnote")]
    public void A_note_whose_only_reference_was_rejected_goes_and_no_other(string kind)
    {
        var file = WithNotes(P(R("a") + Reference(kind, 1) + Inserted(1, Reference(kind, 1) + Reference(kind, 2))), kind).Build();

        var rejected = Revisions.RejectAll(file);

        Assert.Equal(["", "", "one", "never referred to"], Story(rejected, kind));
        Assert.Equal(["", "", "one", "two", "never referred to"], Story(Revisions.AcceptAll(file), kind));
        Drafts.AssertValid(rejected);
    }

    [Fact]
    public void A_note_whose_reference_was_deleted_goes_when_that_is_accepted_and_its_comment_with_it()
    {
        var note = $"<w:p><w:commentRangeStart w:id=\"5\"/>{R("gone")}<w:commentRangeEnd w:id=\"5\"/>{Reference("comment", 5)}</w:p>";
        var file = WithBody(P(R("a") + $"<w:del w:id=\"1\" w:author=\"Ann\">{Reference("footnote", 4)}</w:del>"))
            .Story("footnotes", "footnotes.xml", $"<w:footnotes {Ns}><w:footnote w:id=\"4\">{note}</w:footnote></w:footnotes>")
            .Story("comments", "comments.xml", $"<w:comments {Ns}><w:comment w:id=\"5\" w:author=\"Bob\">{P(R("?"))}</w:comment></w:comments>").Build();

        var accepted = Revisions.AcceptAll(file);

        Assert.Empty(Comments.List(accepted));
        Assert.Empty(Story(accepted, "footnote"));
        Assert.Equal("gone", Assert.Single(Comments.List(Revisions.RejectAll(file))).Anchor);
    }

    [Theory]
    [InlineData("<w:hyperlink w:anchor=\"x\">", "</w:hyperlink>")]
    [InlineData("<w:fldSimple w:instr=\"PAGE\">", "</w:fldSimple>")]
    [InlineData("<w:smartTag w:element=\"x\">", "</w:smartTag>")]
    [InlineData("<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>")]
    [InlineData("<w:hyperlink w:anchor=\"x\"><w:sdt><w:sdtContent><w:smartTag w:element=\"x\">", "</w:smartTag></w:sdtContent></w:sdt></w:hyperlink>")]
    public void A_container_in_a_line_that_a_decision_emptied_is_taken_away_and_its_marks_are_left(string open, string close)
    {
        const string Bookmark = "<w:bookmarkStart w:id=\"4\" w:name=\"x\"/><w:bookmarkEnd w:id=\"4\"/>";
        var file = Bytes(P(R("a") + open + Inserted(1, R("b")) + Bookmark + close + R("c")));

        var rejected = Revisions.RejectAll(file);

        Assert.Contains($"<w:body>{P(R("a") + Bookmark + R("c"))}", PartOf(rejected, "word/document.xml"), StringComparison.Ordinal);
        Assert.Contains(open + R("b") + Bookmark + close, PartOf(Revisions.AcceptAll(file), "word/document.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<w:hyperlink w:anchor=\"x\"/>")]
    [InlineData("<w:sdt><w:sdtContent/></w:sdt>")]
    public void A_container_that_was_empty_before_stays(string empty)
    {
        var file = Bytes(P(empty + Ins(1, "b")));

        Assert.Contains(empty, PartOf(Revisions.RejectAll(file), "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_with_a_tag_in_a_line_stays_as_a_place_to_write_to()
    {
        var control = $"<w:sdt><w:sdtPr><w:tag w:val=\"name\"/></w:sdtPr><w:sdtContent>{Inserted(1, R("Ann"))}</w:sdtContent></w:sdt>";

        Assert.Contains("<w:tag w:val=\"name\"/>", PartOf(Revisions.RejectAll(Bytes(P(R("Dear ") + control))), "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_a_decision_emptied_stays()
    {
        var file = WithBody(P(R("a"))).Header(P(Ins(1, "Secret"))).Build();

        Assert.Equal([""], DocumentText.Read(Revisions.RejectAll(file), RevisionView.Accepted).Single(story => story.Part == "/word/header1.xml").Paragraphs);
    }

    private static IReadOnlyList<string> Story(byte[] file, string kind) =>
        DocumentText.Read(file, RevisionView.Accepted).Single(story => story.Part == $"/word/{kind}s.xml").Paragraphs;
}
