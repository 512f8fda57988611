namespace HandoffOffice.Redlining.Tests;

[Trait("Capability", "C86")]
public sealed class VisibleTextTests
{
    private const string Style = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{0}</w:styles>""";
    private const string Box = """<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:positionH relativeFrom="page"><wp:posOffset>{0}</wp:posOffset></wp:positionH><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="b" {1}/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>""";
    private const string Picture = """<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="x0"/></w:drawing></w:r>""";
    private static readonly byte[] Ink = [1, 2, 3];
    private static readonly byte[] OtherInk = [1, 2, 4];

    [Theory]
    [InlineData("<w:vanish/>", "hidden")]
    [InlineData("<w:webHidden/>", "webhidden")]
    [InlineData("<w:specVanish/>", "specvanish")]
    [InlineData("""<w:sz w:val="2"/>""", "hidden")]
    [InlineData("""<w:color w:val="FFFFFF"/>""", "hidden")]
    [InlineData("""<w:color w:val="FEFEFA"/>""", "hidden")]
    [InlineData("""<w:color w:val="000000"/><w:highlight w:val="black"/>""", "hidden")]
    [InlineData("""<w:color w:val="1F1F1F"/><w:shd w:val="clear" w:fill="202020"/>""", "hidden")]
    [InlineData("<w:strike/>", "struck")]
    [InlineData("<w:dstrike/>", "struck")]
    [InlineData("<w:caps/>", "upper")]
    [InlineData("""<w:vertAlign w:val="superscript"/>""", "sup")]
    [InlineData("""<w:position w:val="-400"/>""", "moved")]
    [InlineData("""<w:w w:val="1"/>""", "squeezed")]
    [InlineData("""<w:spacing w:val="-400"/>""", "squeezed")]
    [InlineData("""<w:rFonts w:ascii="Wingdings"/>""", "symbol")]
    [InlineData("<w:rtl/>", "rtl")]
    public void What_hides_or_changes_text_is_told(string properties, string mark) =>
        Assert.Equal([$"Pay {{{mark}}}100{{}} now"], Read(Docx.P(Docx.R("Pay ") + Run("100", properties) + Docx.R(" now"))));

    [Theory]
    [InlineData("<w:b/>")]
    [InlineData("""<w:sz w:val="16"/>""")]
    [InlineData("""<w:color w:val="C00000"/>""")]
    [InlineData("""<w:color w:val="auto"/>""")]
    [InlineData("""<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>""")]
    [InlineData("""<w:vanish w:val="0"/>""")]
    [InlineData("""<w:rFonts w:ascii="Segoe UI Symbol"/>""")]
    [InlineData("""<w:lang w:val="de-DE"/>""")]
    public void What_only_dresses_text_is_not_told(string properties) =>
        Assert.Equal(["Pay 100"], Read(Docx.P(Docx.R("Pay ") + Run("100", properties))));

    [Theory]
    [InlineData("""<w:style w:type="character" w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style>""", "hidden")]
    [InlineData("""<w:style w:type="character" w:styleId="T"><w:rPr><w:sz w:val="1"/></w:rPr></w:style><w:style w:type="character" w:styleId="S"><w:basedOn w:val="T"/></w:style>""", "hidden")]
    [InlineData("""<w:docDefaults><w:rPrDefault><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:rPrDefault></w:docDefaults>""", "hidden")]
    [InlineData("""<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:vanish/></w:rPr></w:style>""", "hidden")]
    [InlineData("""<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style>""", "")]
    public void Styles_hide_as_well(string styles, string mark) => Assert.Equal(
        [mark.Length == 0 ? "text" : $"{{{mark}}}text"],
        Read(Docx.WithBody(Docx.P(Run("text", """<w:rStyle w:val="S"/>"""))).Story("styles", "styles.xml", Style.Replace("{0}", styles))));

    [Theory]
    [InlineData("<w:framePr w:x=\"-9000\"/>", "moved")]
    [InlineData("<w:ind w:left=\"-9000\"/>", "moved")]
    [InlineData("<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>", "hidden")]
    public void A_paragraph_can_be_away_as_a_whole(string properties, string mark) =>
        Assert.StartsWith($"{{{mark}", Assert.Single(Read(Docx.P(Docx.R("text"), properties))));

    [Fact]
    public void A_row_can_be_hidden_and_a_table_be_away()
    {
        const string table = "<w:tbl><w:tblPr>{0}</w:tblPr><w:tr><w:trPr>{1}</w:trPr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>";
        Assert.Equal("cell", Read(table.Replace("{0}", "").Replace("{1}", ""))[0]);
        Assert.Equal("{hidden}cell", Read(table.Replace("{0}", "").Replace("{1}", "<w:hidden/>"))[0]);
        Assert.Equal("{moved}cell", Read(table.Replace("{0}", "<w:tblInd w:w=\"-9000\"/>").Replace("{1}", ""))[0]);
        Assert.StartsWith("{moved ", Read(table.Replace("{0}", "<w:tblpPr w:tblpX=\"-9000\"/>").Replace("{1}", ""))[0]);
    }

    [Fact]
    public void A_text_box_is_read_with_where_it_is()
    {
        string[] Boxed(string offset, string hidden = "") => [.. Read(Docx.P(Docx.R("text") + Box.Replace("{0}", offset).Replace("{1}", hidden)))];
        Assert.Equal(["text", "{box}in a box"], Boxed("914400"));
        Assert.Equal(["text", "{box}{moved}in a box"], Boxed("-91440000"));
        Assert.Equal(["text", "{box}{hidden}in a box"], Boxed("914400", "hidden=\"1\""));
    }

    [Fact]
    public void A_link_is_read_with_its_target()
    {
        const string link = """<w:hyperlink r:id="x0" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:r><w:t>plan</w:t></w:r></w:hyperlink>""";
        Assert.Equal(["See {a https://contoso.com/}plan{/a}"], Read(Docx.WithBody(Docx.P(Docx.R("See ") + link)).Relationship("hyperlink", "https://contoso.com/", external: true)));
        Assert.Equal(["{field HYPERLINK \"https://contoso.com/\"}plan{/field}"], Read(Docx.P(
            """<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPER</w:instrText></w:r><w:r><w:instrText>LINK "https://contoso.com/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>"""
            + Docx.R("plan") + """<w:r><w:fldChar w:fldCharType="end"/></w:r>""")));
    }

    [Fact]
    public void A_picture_is_read_by_its_bytes_and_not_by_its_name()
    {
        string Of(byte[] bytes, string name) => Read(Docx.WithBody(Docx.P(Picture)).Relationship("image", name, external: false).Part($"word/{name}", bytes))[0];
        Assert.Equal(Of(Ink, "a.bin"), Of(Ink, "b.bin"));
        Assert.NotEqual(Of(Ink, "a.bin"), Of(OtherInk, "a.bin"));
        Assert.StartsWith("{part ", Of(Ink, "a.bin"));
    }

    [Fact]
    public void Text_can_not_pass_for_a_mark() => Assert.Equal([@"\{hidden\} \\"], Read(Docx.P(Docx.R(@"{hidden} \"))));

    [Fact]
    public void Without_marks_it_is_the_text_of_the_document()
    {
        byte[] document = Docx.WithBody(Docx.P(Docx.R("One ") + Docx.Ins(1, "two") + Docx.Del(2, "three")) + Docx.P("")).Header(Docx.P(Docx.R("Top"))).Build();
        foreach (var view in Enum.GetValues<RevisionView>())
        {
            Assert.Equal(DocumentText.Read(document, view).SelectMany(story => story.Paragraphs), VisibleText.Read(document, view).SelectMany(story => story.Paragraphs));
        }
    }

    private static string Run(string text, string properties) => $"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>";

    private static IReadOnlyList<string> Read(string body) => Read(Docx.WithBody(body));

    private static IReadOnlyList<string> Read(Docx document) => VisibleText.Read(document.Build(), RevisionView.Accepted)[0].Paragraphs;
}
