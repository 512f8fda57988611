using static HandoffOffice.Redlining.Tests.Docx;
using static HandoffOffice.Redlining.Tests.Editing.Edits;

namespace HandoffOffice.Redlining.Tests.Editing;

/// <summary>Edits of documents: what is clear goes in as tracked changes.</summary>
[Trait("Capability", "C60")]
public sealed class DocumentEditingTests
{
    private static readonly byte[] Letter = Bytes(P(R("Dear Ann,")) + P(R("The party costs ") + "<w:r><w:rPr><w:b/></w:rPr><w:t>5 EUR</w:t></w:r>" + R(". The party is over.")) + P(R("Best")));

    [Fact]
    public void Edits_become_tracked_changes_of_whole_words()
    {
        var edited = Land(Letter, Words("The party costs 5 EUR", "The party costs 7 EUR"), Words("Dear", "Hello"));

        Assert.Equal("Hello Ann,\nThe party costs 7 EUR. The party is over.\nBest", Accepted(edited.File));
        Assert.Equal(Accepted(Letter), Rejected(edited.File));
        Assert.Equal(["Dear", "Hello", "5", "7"], Revisions.List(edited.File).Select(change => change.Text));
        Assert.Equal(["5", "7"], TextsOf(edited, 0));
        Assert.Equal([("/word/document.xml", 1), ("/word/document.xml", 0)], edited.Landed.Select(landed => (landed.Part, landed.Paragraph)));
    }

    [Fact]
    public void New_words_look_like_those_they_replace()
    {
        var edited = Land(Letter, Words("5 EUR", "seven pounds"), Words("over", "over now"));
        var xml = PartOf(edited.File, "word/document.xml");

        Assert.Contains("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">seven pounds</w:t></w:r>", xml, StringComparison.Ordinal);
        Assert.Contains("<w:r><w:t xml:space=\"preserve\"> now</w:t></w:r>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_is_rewritten_where_its_words_differ()
    {
        var edited = Land(Letter, Paragraph(1, "The party costs 5 EUR. It is over."));

        Assert.Equal(["The party", "It"], Revisions.List(edited.File).Select(change => change.Text));
        Assert.Equal("Dear Ann,\nThe party costs 5 EUR. It is over.\nBest", Accepted(edited.File));
    }

    [Fact]
    public void A_paragraph_with_nothing_instead_goes_with_its_mark()
    {
        var edited = Land(Letter, Paragraph(1, ""));

        Assert.Equal("Dear Ann,\nBest", Accepted(edited.File));
        Assert.Equal(Accepted(Letter), Rejected(edited.File));
        Assert.Equal("Dear Ann,\nBest", Accepted(Revisions.Accept(edited.File, edited.Landed[0].RevisionIds)));
    }

    [Fact]
    public void Paragraphs_come_before_and_behind_others_and_look_like_them()
    {
        var document = Bytes(P(R("a"), "<w:jc w:val=\"center\"/>") + P(R("b")));
        var edited = Land(document, Behind(0, "new\nand more"), Before(0, "first"), Behind(1, "last"));

        Assert.Equal("first\na\nnew\nand more\nb\nlast", Accepted(edited.File));
        Assert.Equal("a\nb", Rejected(edited.File));
        Assert.Equal(4, PartOf(edited.File, "word/document.xml").Split("<w:jc w:val=\"center\"/>").Length - 1);
        Assert.Equal("a\nnew\nand more\nb", Accepted(Revisions.Reject(Revisions.Accept(edited.File, edited.Landed[0].RevisionIds), [.. edited.Landed[1].RevisionIds, .. edited.Landed[2].RevisionIds])));
    }

    [Fact]
    public void A_line_feed_begins_a_paragraph()
    {
        var edited = Land(Letter, Words("costs 5 EUR. The", "costs 5 EUR.\nThe"));

        Assert.Equal("Dear Ann,\nThe party costs 5 EUR.\nThe party is over.\nBest", Accepted(edited.File));
        Assert.Equal(Accepted(Letter), Rejected(edited.File));
    }

    [Fact]
    public void Edits_of_one_paragraph_are_decided_one_by_one()
    {
        var edited = Land(Letter, Words("party costs", "feast costs"), Words("5", "7"), Words("EUR", "GBP"), Words("over.", "over. Really."));
        var ids = edited.Landed.Select(landed => landed.RevisionIds).ToList();

        var decided = Revisions.Reject(Revisions.Accept(edited.File, [.. ids[1], .. ids[3]]), [.. ids[0], .. ids[2]]);

        Assert.Equal("Dear Ann,\nThe party costs 7 EUR. The party is over. Really.\nBest", Accepted(decided));
        Assert.Equal(0, Revisions.Pending(decided));
    }

    [Fact]
    public void An_edit_may_have_an_author_of_its_own()
    {
        var edited = Land(Letter, Words("Dear", "Hello") with { Author = new RevisionAuthor("Ada", Author.Date) }, Words("Best", "Yours"));

        Assert.Equal(["Ada", "Ada", "Grace Hopper", "Grace Hopper"], Revisions.List(edited.File).Select(change => change.Author));
    }

    [Fact]
    public void What_is_not_touched_keeps_its_bytes()
    {
        var before = PartOf(Letter, "word/document.xml");
        var after = PartOf(Land(Letter, Words("Best", "Yours")).File, "word/document.xml");

        Assert.StartsWith(before[..before.IndexOf("<w:p><w:r><w:t xml:space=\"preserve\">Best", StringComparison.Ordinal)], after, StringComparison.Ordinal);
        Assert.EndsWith("<w:sectPr/></w:body></w:document>", after, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_edits_give_the_same_bytes()
    {
        DocumentEdit[] edits = [Words("Dear", "Hello", "warmer"), Paragraph(1, "One.\nTwo."), Behind(2, "PS: three")];

        Assert.Equal(Land(Letter, edits).File, Land(Letter, edits).File);
    }

    private static IEnumerable<string> TextsOf(EditedDocument edited, int index) =>
        Revisions.List(edited.File).Where(change => edited.Landed[index].RevisionIds.Contains(change.Id)).Select(change => change.Text);
}
