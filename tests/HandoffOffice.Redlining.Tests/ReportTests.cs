using System.IO.Compression;
using System.Xml.Linq;

namespace HandoffOffice.Redlining.Tests;

[Trait("Capability", "C44")]
public sealed class ReportTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly ReportContent Content = new(
        "Client note", "Playbook of version 2", "en-GB", "Client note: playbook", "Contents",
        [
            new ReportBlock.Heading("What it is for"),
            new ReportBlock.Paragraph("A short note to a client."),
            new ReportBlock.Heading("Details", 2),
            new ReportBlock.Paragraph("Dear Ada.", ParagraphLook.Quote),
            new ReportBlock.Table([new ReportColumn("Field", 1), new ReportColumn("Help", 3)], [["Client", "Who gets it."], ["City", "Where & when <they> are."]]),
            new ReportBlock.Table([new ReportColumn("One")], []),
        ]);

    [Fact]
    public void It_is_valid() => Assert.Empty(DocumentValidation.Validate(ReportDocument.Create(Content)));

    [Fact]
    public void The_contents_lead_to_every_heading()
    {
        XElement body = Body();
        string[] bookmarks = [.. body.Descendants(W + "bookmarkStart").Select(mark => (string)mark.Attribute(W + "name")!)];
        Assert.Equal(bookmarks, body.Descendants(W + "hyperlink").Select(link => (string)link.Attribute(W + "anchor")!));
        Assert.Equal(["What it is for", "Details"], body.Descendants(W + "hyperlink").Select(link => link.Value));
        Assert.Equal(["begin", "separate", "end"], body.Descendants(W + "fldChar").Select(mark => (string)mark.Attribute(W + "fldCharType")!));
    }

    [Fact]
    public void A_tables_head_is_repeated_and_its_columns_share_the_width()
    {
        XElement table = Body().Elements(W + "tbl").First();
        Assert.Single(table.Descendants(W + "tblHeader"));
        Assert.Equal([2296, 6888], table.Descendants(W + "gridCol").Select(column => (int)column.Attribute(W + "w")!));
        Assert.Equal(["Client", "Who gets it.", "City", "Where & when <they> are."], table.Elements(W + "tr").Skip(1).Elements(W + "tc").Select(cell => cell.Value));
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes() => Assert.Equal(ReportDocument.Create(Content), ReportDocument.Create(Content));

    [Fact]
    public void A_row_of_another_length_and_a_level_that_there_is_not_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ReportDocument.Create(Content with { Blocks = [new ReportBlock.Table([new ReportColumn("One")], [["a", "b"]])] }));
        Assert.Throws<ArgumentException>(() => ReportDocument.Create(Content with { Blocks = [new ReportBlock.Heading("Deep", 3)] }));
    }

    [Fact]
    public void Without_a_heading_there_are_no_contents_to_lead_anywhere() =>
        Assert.Empty(DocumentValidation.Validate(ReportDocument.Create(Content with { Blocks = [new ReportBlock.Paragraph("Alone.")] })));

    private static XElement Body()
    {
        using var zip = new ZipArchive(new MemoryStream(ReportDocument.Create(Content)));
        using Stream part = zip.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(part).Root!.Element(W + "body")!;
    }
}
