using static HandoffOffice.Redlining.Tests.Docx;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Shapes that documents of other makers have, and that need care: earlier changes in tables, notes without references, missing parts.</summary>
public sealed class ForeignShapeTests
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly byte[] Plain = Bytes(P(R("One.")));

    private static string Cell(string paragraph) => $"<w:tc><w:tcPr><w:tcW w:w=\"100\" w:type=\"dxa\"/></w:tcPr>{paragraph}</w:tc>";

    private static string Row(string cells, string properties = "") => $"<w:tr>{properties}{cells}</w:tr>";

    private static string Table(string rows) => $"<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"100\"/></w:tblGrid>{rows}</w:tbl>";

    [Fact]
    public void A_cell_keeps_its_last_paragraph_whatever_became_of_the_mark()
    {
        var moved = P($"<w:moveFrom w:id=\"2\" w:author=\"Ann\" w:date=\"2026-01-02T03:04:05Z\">{R("gone")}</w:moveFrom>", Mark("moveFrom", 1));

        Exact(Plain, Bytes(Table(Row(Cell(P(R("a")))) + Row(Cell(moved))) + P(R("One."))));
        Exact(Plain, Bytes(Table(Row(Cell(P(R("a")))) + Row(Cell(P(R("kept"), Mark("del", 1))))) + P(R("One."))));
        Exact(Plain, Bytes(Table(Row(Cell(P(R("b"), Mark("del", 1)) + P("", Mark("del", 2))))) + P(R("One."))));
    }

    [Fact]
    public void Rows_that_were_deleted_earlier_do_not_come_with_a_table()
    {
        const string Deleted = "<w:trPr><w:del w:id=\"1\" w:author=\"Ann\" w:date=\"2026-01-02T03:04:05Z\"/></w:trPr>";

        Exact(Plain, Bytes(Table(Row(Cell(P(R("a")))) + Row(Cell(P(Del(2, "b"))), Deleted)) + P(R("One."))));
        Exact(Plain, Bytes(Table(Row(Cell(P(Del(2, "b"))), Deleted)) + P(R("One."))));
    }

    [Fact]
    public void A_paragraph_that_was_split_earlier_joins_again_across_a_table_that_was_rejected() =>
        Exact(Bytes(P(R("This is a"), Mark("ins", 1)) + P(R(" split"), Mark("del", 2)) + P(R("paragraph."))), Bytes(P(R("See.")) + Table(Row(Cell(P(R("a"))))) + P(R("Now."))));

    [Theory]
    [InlineData("<w:sdt><w:sdtPr><w:tag w:val=\"t\"/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>")]
    [InlineData("<w:customXml w:element=\"e\">", "</w:customXml>")]
    public void Paragraphs_join_across_a_table_with_controls_around_its_rows(string start, string end)
    {
        var row = Row(Cell(P(R("a"))));

        Exact(Bytes(P(R("See this ")) + Table(start + row + end + row) + P(R("and that."))), Bytes(P(R("See this and that."))));
        Exact(Bytes(P(R("See this ")) + Table(start + row + end) + P(R("and that."))), Bytes(P(R("See this and that."))));
    }

    [Fact]
    public void References_without_a_note_are_the_same_on_both_sides()
    {
        var file = WithBody(P(R("One") + Reference(2))).Story("footnotes", "footnotes.xml", Notes(Note(50, "Never referred to."))).Build();

        var same = DocumentComparison.Compare(file, file, RedlinePairs.Author);

        Assert.Equal(0, same.Revisions);
        Assert.NotEqual(0, DocumentComparison.Compare(Plain, file, RedlinePairs.Author).Revisions);
    }

    [Fact]
    public void Notes_that_come_keep_clear_of_the_separators()
    {
        var separators = $"<w:footnote w:type=\"separator\" w:id=\"-1\">{P("")}</w:footnote><w:footnote w:type=\"continuationNotice\" w:id=\"1\">{P("")}</w:footnote>";
        var revised = WithBody(P(R("One.") + Reference(2))).Story("footnotes", "footnotes.xml", Notes(separators + Note(2, "A note."))).Build();

        Exact(Plain, revised);
        Exact(WithBody(P(R("One."))).Story("footnotes", "footnotes.xml", Notes(separators)).Build(), revised);
    }

    [Fact]
    public void A_picture_whose_part_is_missing_comes_as_it_is_and_never_from_elsewhere()
    {
        var revised = WithBody(P(R("One.") + "<w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:imagedata xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"x0\"/></v:shape></w:pict></w:r>"))
            .Relationship("image", "media/image1.png", external: false).Build();
        var original = WithBody(P(R("One."))).Part("word/media/image1.png", [1, 2, 3]).Build();

        var output = RedlinePairs.Compare(original, revised);

        Assert.Contains("Target=\"media/image1_1.png\"/>", PartOf(output, "word/_rels/document.xml.rels"), StringComparison.Ordinal);
        Assert.Equal(0, Revisions.Pending(Revisions.AcceptAll(output)));
    }

    [Fact]
    public void A_list_that_another_program_wrote_in_its_own_way_is_the_same_list()
    {
        const string Word = "<w:lvl w:ilvl=\"0\" w:tplc=\"04070001\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/><w:lvlJc w:val=\"left\"/>"
            + "<w:pPr><w:ind w:left=\"720\" w:hanging=\"360\"/></w:pPr><w:rPr><w:rFonts w:hint=\"default\"/></w:rPr></w:lvl>";
        const string Other = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/><w:lvlJc w:val=\"start\"/>"
            + "<w:pPr><w:tabs><w:tab w:val=\"num\" w:pos=\"0\"/></w:tabs><w:ind w:start=\"720\" w:hanging=\"360\"/></w:pPr></w:lvl>";

        Assert.Equal(0, DocumentComparison.Compare(Listed(Word), Listed(Other), RedlinePairs.Author).Revisions);
        Assert.NotEqual(0, DocumentComparison.Compare(Listed(Word), Listed(Other.Replace("720", "900", StringComparison.Ordinal)), RedlinePairs.Author).Revisions);
        Assert.NotEqual(0, DocumentComparison.Compare(Listed(Word), Listed(Other.Replace("%1.", "%1)", StringComparison.Ordinal)), RedlinePairs.Author).Revisions);
    }

    private static byte[] Listed(string level) => WithBody(P(R("One."), "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")).Story("numbering", "numbering.xml",
        $"<w:numbering xmlns:w=\"{W}\"><w:abstractNum w:abstractNumId=\"0\">{level}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>").Build();

    private static string Reference(int id) => $"<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>";

    private static string Note(int id, string text) => $"<w:footnote w:id=\"{id}\">{P("<w:r><w:footnoteRef/></w:r>" + R(text))}</w:footnote>";

    private static string Notes(string notes) => $"<w:footnotes xmlns:w=\"{W}\">{notes}</w:footnotes>";

    private static void Exact(byte[] original, byte[] revised)
    {
        var measured = RedlinePairs.Measure("pair", original, revised, RedlinePairs.Compare);

        Assert.True(!measured.Problems().Any(), measured.ToString());
    }
}
