using System.Text;

namespace HandoffOffice.Redlining.Tests;

/// <summary>Files that nobody should open (invariant 9 of the design).</summary>
public sealed class HostileFileTests
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static Docx Plain => Docx.WithBody(Docx.P(Docx.R("Text")));

    private static DocumentRefusedException Refused(byte[] file, DocumentLimits? limits = null) =>
        Assert.Throws<DocumentRefusedException>(() => WordFile.Check(file, limits));

    [Fact]
    public void A_plain_document_and_one_with_a_hyperlink_pass()
    {
        WordFile.Check(Plain.Build());
        WordFile.Check(Plain.Relationship("hyperlink", "https://example.org/", external: true).Build());
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("PK\u0003\u0004 and nothing else, long enough for a directory")]
    public void What_is_no_archive_is_refused(string content) => Assert.Equal("not-a-zip", Refused(Encoding.Latin1.GetBytes(content)).Code);

    [Fact]
    public void A_truncated_document_is_refused() => Assert.Equal("not-a-zip", Refused(Plain.Build()[..^30]).Code);

    [Fact]
    public void An_archive_that_is_no_document_is_refused() => Assert.Equal("not-a-word-document", Refused(Docx.Zip([("a.txt", [1])])).Code);

    [Fact]
    public void A_workbook_is_refused() =>
        Assert.Equal("not-a-word-document", Refused(Plain.MainType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml").Build()).Code);

    [Fact]
    public void Two_parts_of_the_same_name_are_refused() =>
        Assert.Equal(("not-a-word-document", "/WORD/document.xml"), CodeAndPlace(Docx.Zip([("word/document.xml", [1]), ("WORD/document.xml", [2])])));

    [Fact]
    public void An_encrypted_document_is_refused() =>
        Assert.Equal("encrypted", Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]).Code);

    [Fact]
    public void A_document_with_a_DTD_is_refused()
    {
        var file = new Docx().Part("word/document.xml",
            $"""<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="{W}"><w:body>&b;</w:body></w:document>""").Build();

        Assert.Equal(("dtd-not-allowed", "/word/document.xml"), CodeAndPlace(file));
    }

    [Fact]
    public void A_DTD_in_any_other_part_is_refused_too() =>
        Assert.Equal(("dtd-not-allowed", "/customXml/item1.xml"), CodeAndPlace(Plain.Part("customXml/item1.xml", "<!DOCTYPE a SYSTEM \"http://example.org/x\"><a/>").Build()));

    [Fact]
    public void Malformed_XML_is_refused() =>
        Assert.Equal(("malformed-xml", "/word/document.xml"), CodeAndPlace(Docx.Bytes("<w:p>")));

    [Fact]
    public void Endless_nesting_is_refused() =>
        Assert.Equal("too-large", Refused(Docx.Bytes(string.Concat(Enumerable.Repeat("<w:p>", 100_000)))).Code);

    [Fact]
    public void Too_many_nodes_are_refused() =>
        Assert.Equal("too-large", Refused(Docx.Bytes(string.Concat(Enumerable.Repeat("<w:p/>", 2_000))), new DocumentLimits(MaxXmlNodes: 1_000)).Code);

    [Fact]
    public void Too_many_parts_are_refused() =>
        Assert.Equal("too-many-parts", Refused(Docx.Zip(Enumerable.Range(0, 3_000).Select(n => ($"p{n}.bin", Array.Empty<byte>())))).Code);

    [Fact]
    public void More_entries_than_the_directory_can_state_are_refused() =>
        Assert.Equal("too-many-parts", Refused(Docx.Zip(Enumerable.Range(0, 70_000).Select(n => ($"p{n}", Array.Empty<byte>())))).Code);

    [Theory]
    [InlineData("attachedTemplate")]
    [InlineData("image")]
    [InlineData("oleObject")]
    [InlineData("frame")]
    [InlineData("subDocument")]
    public void What_Word_would_fetch_is_refused(string kind) =>
        Assert.Equal(("external-relationship", "/word/_rels/document.xml.rels"), CodeAndPlace(Plain.Relationship(kind, "https://example.org/x", external: true).Build()));

    [Theory]
    [InlineData("file:///R:\\TEMPLATE\\POOL%20S\\PS.dotx")]
    [InlineData("file:///C:/Users/ann/Templates/Normal.dotm")]
    [InlineData("file:///Users/ann/Library/Normal.dotm")]
    public void A_template_on_the_writers_own_machine_is_no_fetching(string target) =>
        WordFile.Check(Plain.Relationship("attachedTemplate", target, external: true).Build());

    [Theory]
    [InlineData("http://example.org/a.dotm")]
    [InlineData("file://server/share/a.dotm")]
    [InlineData("file:////server/share/a.dotm")]
    [InlineData("file:///\\\\server\\share\\a.dotm")]
    [InlineData("file:///%5C%5Cserver%5Cshare/a.dotm")]
    [InlineData("\\\\server\\share\\a.dotm")]
    [InlineData("file:///C:\\..\\..\\\\server\\a.dotm")]
    [InlineData("Normal.dotm")]
    public void A_template_anywhere_else_is_refused(string target) =>
        Assert.Equal("external-relationship", Refused(Plain.Relationship("attachedTemplate", target, external: true).Build()).Code);

    [Theory]
    [InlineData("<c:externalData r:id=\"r1\"><c:autoUpdate val=\"0\"/></c:externalData>", true)]
    [InlineData("<c:externalData r:id=\"r1\"><c:autoUpdate val=\"1\"/></c:externalData>", false)]
    [InlineData("<c:externalData r:id=\"r1\"/>", false)]
    [InlineData("<c:externalData r:id=\"r1\"><c:autoUpdate val=\"0\"/></c:externalData><c:userShapes r:id=\"r1\"/>", false)]
    [InlineData("", false)]
    public void The_workbook_of_a_chart_that_is_not_updated_by_itself_is_no_fetching(string data, bool passes)
    {
        var file = Chart(data, "oleObject");
        if (passes)
        {
            WordFile.Check(file);
        }
        else
        {
            Assert.Equal(("external-relationship", "/word/charts/_rels/chart1.xml.rels"), CodeAndPlace(file));
        }
    }

    [Fact]
    public void A_picture_of_a_chart_from_elsewhere_is_refused() =>
        Assert.Equal("external-relationship", Refused(Chart("<c:externalData r:id=\"r1\"><c:autoUpdate val=\"0\"/></c:externalData>", "image")).Code);

    [Fact]
    public void What_nothing_leads_to_may_be_no_XML()
    {
        WordFile.Check(Plain.Part("21401.xml", "what a tool left behind").Build());

        Assert.Equal(("malformed-xml", "/customXml/item1.xml"), CodeAndPlace(Plain.Part("customXml/item1.xml", "x").Relationship("customXml", "../customXml/item1.xml", external: false).Build()));
    }

    [Fact]
    public void Macros_are_refused_by_type_and_by_part()
    {
        Assert.Equal("macros-not-allowed", Refused(Plain.MainType("application/vnd.ms-word.document.macroEnabled.main+xml").Build()).Code);
        Assert.Equal("macros-not-allowed", Refused(Plain.Relationship("vbaProject", "vbaProject.bin", external: false).Part("word/vbaProject.bin", [1]).Build()).Code);
    }

    [Fact]
    public void A_zip_bomb_is_refused_in_bounded_memory()
    {
        var bomb = Plain.Part("word/media/image1.bin", new byte[100 * 1024 * 1024]).Build();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("too-large", Refused(bomb).Code);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100 * 1024 * 1024);
    }

    [Fact]
    public void A_part_of_100_MB_is_refused_even_when_it_does_not_compress()
    {
        var noise = new byte[100 * 1024 * 1024];
        new Random(7).NextBytes(noise);

        Assert.Equal("too-large", Refused(Plain.Part("a.bin", noise).Build()).Code);
        Assert.Equal("too-large", Refused(Plain.Part("a.bin", noise).Build(), new DocumentLimits(MaxFileBytes: int.MaxValue)).Code);
    }

    [Fact]
    public void A_size_that_the_archive_understates_is_not_believed()
    {
        var file = Plain.Part("a.bin", new byte[2_000_000]).Build();
        foreach (var at in IndexesOf(file, BitConverter.GetBytes(2_000_000)))
        {
            BitConverter.GetBytes(10).CopyTo(file, at);
        }

        Assert.Equal("not-a-zip", Refused(file).Code);
    }

    [Fact]
    public void Every_way_in_is_through_the_check()
    {
        var file = Docx.Bytes("<w:p>");
        Action[] ways =
        [
            () => Revisions.List(file), () => Revisions.Pending(file), () => Revisions.AcceptAll(file), () => Revisions.RejectAll(file), () => Revisions.Accept(file, []),
            () => Comments.List(file), () => Comments.Add(file, []), () => Comments.RemoveBy(file, "a"), () => DocumentText.Read(file, RevisionView.Accepted),
            () => DocumentText.ReadBody(file, RevisionView.Rejected), () => VisibleText.Read(file, RevisionView.Accepted), () => DocumentValidation.Validate(file),
            () => SectionDrafting.Insert(file, [Drafts.Section("a", ["b"])], Drafts.Author),
        ];

        Assert.All(ways, way => Assert.Equal("malformed-xml", Assert.Throws<DocumentRefusedException>(way).Code));
    }

    private static byte[] Chart(string data, string kind) => Plain.Chart("word/charts/chart1.xml",
        $"""<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:chart/>{data}</c:chartSpace>""")
        .Part("word/charts/_rels/chart1.xml.rels",
            $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="file:///\\server\share\Book1.xlsx" TargetMode="External"/></Relationships>""").Build();

    private static (string, string?) CodeAndPlace(byte[] file) => (Refused(file).Code, Refused(file).Place);

    private static List<int> IndexesOf(byte[] file, byte[] pattern) =>
        [.. Enumerable.Range(0, file.Length - pattern.Length).Where(at => file.AsSpan(at, pattern.Length).SequenceEqual(pattern))];
}
