using static HandoffOffice.Redlining.Tests.Docx;
using static HandoffOffice.Redlining.Tests.Editing.Edits;

namespace HandoffOffice.Redlining.Tests.Editing;

/// <summary>Reasons are comments on the changed words.</summary>
[Trait("Capability", "C60")]
public sealed class EditReasonTests
{
    private static readonly byte[] Letter = Bytes(P(R("Dear Ann,")) + P(R("The party costs 5 EUR.")) + P(R("Best")));

    public static TheoryData<DocumentEdit, string> Reasoned => new()
    {
        { Words("costs 5", "costs 7", "The record says 7."), "57" },
        { Words("Dear Ann", "Ann", "Too warm."), "Dear " },
        { Words("Best", "Best wishes", "Warmer."), " wishes" },
        { Words("The party costs", "A feast will cost", "Style."), "The party costsA feast will cost" },
        { Behind(1, "New.\nTwo.") with { Reason = "Was missing." }, "New.Two." },
        { Behind(1, "") with { Reason = "Space." }, "" },
        { Paragraph(1, "") with { Reason = "Not for the client." }, "The party costs 5 EUR." },
        { Words("party costs", "party\ncosts", "A line of its own."), " " },
    };

    [Theory]
    [MemberData(nameof(Reasoned))]
    public void A_reason_hangs_on_the_changed_words_and_goes_when_the_edit_is_rejected(DocumentEdit edit, string words)
    {
        var edited = Land(Letter, edit);
        var landed = Assert.Single(edited.Landed);

        var comment = Assert.Single(Comments.List(edited.File));
        Assert.Equal((landed.CommentId, "Grace Hopper", "GH", edit.Reason, words), (comment.Id, comment.Author, comment.Initials, comment.Text, comment.Anchor));
        Assert.Empty(Comments.List(Revisions.Reject(edited.File, landed.RevisionIds)));
        Assert.Empty(Comments.List(Revisions.RejectAll(edited.File)));
        Assert.Equal(Accepted(Letter), Accepted(Revisions.Reject(edited.File, landed.RevisionIds)));
        Assert.Equal(0, Revisions.Pending(Revisions.Accept(edited.File, landed.RevisionIds)));
        Assert.Empty(DocumentValidation.Validate(edited.File));
    }

    [Fact]
    public void A_reason_stays_on_accepted_words_and_goes_with_deleted_ones()
    {
        var edited = Land(Letter, Words("5", "7", "The record."), Words("Dear Ann", "Ann", "Too warm."));
        var accepted = Revisions.AcceptAll(edited.File);

        Assert.Equal([("The record.", "7")], Comments.List(accepted).Select(comment => (comment.Text, comment.Anchor)));
    }

    [Fact]
    public void Comments_of_others_on_the_same_words_stay()
    {
        var document = WithBody(P("""<w:commentRangeStart w:id="0"/>""" + R("The party") + """<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>""" + R(" costs 5 EUR.")))
            .Story("comments", "comments.xml", """<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="Bob"><w:p><w:r><w:t>Which?</w:t></w:r></w:p></w:comment></w:comments>""").Build();
        var edited = Land(document, Words("party costs", "feast is", "Style."));

        Assert.Equal(["Which?", "Style."], Comments.List(edited.File).Select(comment => comment.Text));
        Assert.Equal(["Which?"], Comments.List(Revisions.RejectAll(edited.File)).Select(comment => comment.Text));
        Assert.Equal(["Which?", "Style."], Comments.List(Revisions.AcceptAll(edited.File)).Select(comment => comment.Text));
    }

    [Fact]
    public void Where_Word_shows_no_comments_there_is_none()
    {
        var edited = Land(WithBody(P(R("a"))).Header(P(R("head"))).Build(), Words("head", "top", "Shorter."), Words("a", "b", " "));

        Assert.Equal([null, null], edited.Landed.Select(landed => landed.CommentId));
        Assert.Empty(Comments.List(edited.File));
    }

    [Fact]
    public void A_comment_of_another_hand_in_a_deletion_stays_when_the_words_do()
    {
        var document = WithBody(P("""<w:del w:id="1" w:author="Ann" w:date="2026-01-02T03:04:05Z"><w:r><w:delText>a</w:delText></w:r><w:r><w:commentReference w:id="0"/></w:r></w:del>"""))
            .Story("comments", "comments.xml", """<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="Ann" w:date="2020-01-02T03:04:05Z"><w:p/></w:comment></w:comments>""").Build();

        Assert.Single(Comments.List(Revisions.RejectAll(document)));
        Assert.Empty(Comments.List(Revisions.AcceptAll(document)));
    }
}
