using System.IO.Compression;
using System.Text;

namespace HandoffOffice.Redlining.Tests;

/// <summary>Workbooks that people have, and workbooks that nobody should open (invariant 9 of the design).</summary>
[Trait("Capability", "C09")]
public sealed class WorkbookTests
{
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // Style 1 is the built-in date format 14, style 2 a date format of its own, style 3 a number format with a d in quotes.
    private const string Styles = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="[$-407]d\. mmm yyyy"/><numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/></numFmts>
        <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
        """;

    private const string Sheet = """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Visits</t></is></c><c r="D1" t="s"><v>1</v></c></row>
        <row r="2"/>
        <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4"><f>SUM(C1:C9)</f><v>4820</v></c><c r="D4" s="1"><v>46350</v></c></row>
        <row r="5"><c r="A5" t="str"><v>By formula</v></c><c r="B5"><v>0.30000000000000004</v></c><c r="D5" s="2"><v>46350.5</v></c></row>
        <row r="6"><c r="A6" t="b"><v>1</v></c><c r="B6" t="e"><v>#DIV/0!</v></c><c r="D6" s="3"><v>12</v></c></row>
        """;

    [Fact]
    public void Texts_numbers_days_and_stored_results_are_read()
    {
        WorkbookSheet sheet = Workbook.Read(Book(Sheet), 100);
        Assert.Equal(("Topics", 4), (sheet.Name, sheet.Total));
        Assert.Equal([1, 4, 5, 6], sheet.Rows.Select(row => row.Number));
        Assert.Equal(["Topic", "Visits", "", "Day"], Texts(sheet, 0));
        Assert.Equal(["Cloud & cost", "4820", "", "2026-11-24"], Texts(sheet, 1));
        Assert.Equal(["By formula", "0.3", "", "2026-11-24 12:00"], Texts(sheet, 2));
        Assert.Equal(["true", "#DIV/0!", "", "12"], Texts(sheet, 3));
        Assert.True(sheet.Rows[1].Cells[1].IsNumber && !sheet.Rows[1].Cells[3].IsNumber && sheet.Rows[3].Cells[1].IsError);
    }

    [Fact]
    public void Days_count_from_1904_where_the_workbook_says_so() =>
        Assert.Equal("2026-11-24", Workbook.Read(Book("""<row r="1"><c r="A1" s="1"><v>44888</v></c></row>""", properties: "<workbookPr date1904=\"1\"/>"), 9).Rows[0].Cells[0].Text);

    [Fact]
    public void Rows_beyond_those_that_are_kept_are_counted()
    {
        WorkbookSheet sheet = Workbook.Read(Book(string.Concat(Enumerable.Range(1, 5_000).Select(i => $"""<row r="{i}"><c r="A{i}"><v>{i}</v></c></row>"""))), 10);
        Assert.Equal((10, 5_000), (sheet.Rows.Count, sheet.Total));
    }

    [Fact]
    public void A_zip_bomb_is_refused() => Assert.Equal("too-large", Refused(Book(new string(' ', 70 * 1024 * 1024))));

    [Fact]
    public void A_part_of_100_MB_is_refused() => Assert.Equal("too-large", Refused(Book(Sheet, more: [("xl/media/a.bin", new byte[100 * 1024 * 1024])])));

    [Fact]
    public void A_DTD_is_refused() => Assert.Equal("dtd-not-allowed", Refused(Book("", sheet: "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>")));

    [Fact]
    public void A_link_to_another_workbook_is_refused() => Assert.Equal("external-relationship", Refused(Book(Sheet, more: [("xl/externalLinks/_rels/externalLink1.xml.rels",
        Encoding.UTF8.GetBytes($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Office}/externalLinkPath" Target="file:///\\server\share\Book1.xlsx" TargetMode="External"/></Relationships>"""))])));

    [Fact]
    public void Macros_are_refused() => Assert.Equal("macros-not-allowed", Refused(Book(Sheet, type: "application/vnd.ms-excel.sheet.macroEnabled.main+xml")));

    [Fact]
    public void A_document_is_no_workbook() => Assert.Equal("not-a-workbook", Refused(Docx.Bytes(Docx.P(Docx.R("Text")))));

    [Theory]
    [InlineData("hello", "not-a-zip")]
    [InlineData("", "not-a-zip")]
    public void What_is_no_archive_is_refused(string content, string code) => Assert.Equal(code, Refused(Encoding.ASCII.GetBytes(content)));

    [Fact]
    public void An_old_or_encrypted_workbook_is_refused() => Assert.Equal("encrypted", Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]));

    [Fact]
    public void A_workbook_whose_parts_are_missing_is_refused() => Assert.Equal("not-a-workbook", Refused(Book(Sheet, hasSheet: false)));

    [Fact]
    public void A_cell_that_names_a_text_that_is_not_there_is_empty() =>
        Assert.Equal(["x"], Texts(Workbook.Read(Book("""<row r="1"><c r="A1" t="s"><v>99</v></c></row><row r="2"><c r="A2" t="str"><v>x</v></c></row>"""), 9), 0));

    private static string Refused(byte[] file) => Assert.Throws<DocumentRefusedException>(() => Workbook.Read(file, 100)).Code;

    private static IEnumerable<string> Texts(WorkbookSheet sheet, int row) => sheet.Rows[row].Cells.Select(cell => cell.Text);

    private static byte[] Book(string rows, string? sheet = null, string type = Main, string properties = "", bool hasSheet = true, IEnumerable<(string Name, byte[] Content)>? more = null)
    {
        const string S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string P = "http://schemas.openxmlformats.org/package/2006";
        List<(string Name, string Content)> parts =
        [
            ("[Content_Types].xml", $"""<Types xmlns="{P}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/xl/workbook.xml" ContentType="{type}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"""),
            ("_rels/.rels", $"""<Relationships xmlns="{P}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
            ("xl/workbook.xml", $"""<workbook xmlns="{S}" xmlns:r="{Office}">{properties}<sheets><sheet name="Notes" sheetId="2" state="hidden" r:id="rId9"/><sheet name="Topics" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
            ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{P}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="{Office}/styles" Target="styles.xml"/></Relationships>"""),
            ("xl/sharedStrings.xml", $"""<sst xmlns="{S}"><si><t>Topic</t></si><si><r><t>D</t></r><r><t>ay</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si><t>Cloud &amp; cost</t></si></sst>"""),
            ("xl/styles.xml", Styles),
        ];
        if (hasSheet)
        {
            parts.Add(("xl/worksheets/sheet1.xml", sheet ?? $"""<worksheet xmlns="{S}"><sheetData>{rows}</sheetData></worksheet>"""));
        }

        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Content))).Concat(more ?? []))
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
