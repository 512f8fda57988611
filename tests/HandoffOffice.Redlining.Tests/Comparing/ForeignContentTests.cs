using System.Xml.Linq;
using static HandoffOffice.Redlining.Tests.Docx;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Content that documents of other makers have inside of paragraphs: ruby, pictures in VML, smart tags, custom XML.</summary>
public sealed class ForeignContentTests
{
    private const string Vml = "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

    [Fact]
    public void Text_in_a_deleted_ruby_is_deleted_text()
    {
        var original = Bytes(P(R("One ") + Ruby("base", "above") + R(" two.")));
        var revised = Bytes(P(R("One two.")));

        Exact(original, revised);
        Exact(revised, original);
        Assert.Contains("<w:delText xml:space=\"preserve\">above</w:delText>", Body(RedlinePairs.Compare(original, revised)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_ruby_comes_back_as_it_was()
    {
        var original = Bytes(P(R("One ") + Ruby("base", "above") + R(" two.")));

        var rejected = Revisions.RejectAll(RedlinePairs.Compare(original, Bytes(P(R("Else.")))));

        Assert.Contains(Ruby("base", "above"), Body(rejected), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_with_a_ruby_is_deleted_by_an_edit_with_deleted_text()
    {
        var file = Bytes(P(R("One.")) + P(R("Two ") + Ruby("base", "above")));

        var edited = DocumentEditing.Apply(file, [new DocumentEdit(new DocumentAnchor.Paragraph(new ParagraphPlace(1)), "")], RedlinePairs.Author);

        Assert.Empty(edited.Refused);
        Assert.Empty(MarkupFaults.Of(RawPackage.Of(edited.File)));
    }

    [Fact]
    public void Shapes_that_come_have_ids_of_their_own()
    {
        var original = Bytes(P(R("One ") + Shape("10pt")));
        var revised = Bytes(P(R("One ") + Shape("20pt")));

        Exact(original, revised);
        Exact(revised, original);
    }

    [Fact]
    public void What_refers_to_a_shape_that_comes_follows_it()
    {
        var output = XDocument.Parse(Body(RedlinePairs.Compare(Bytes(P(Object("10pt"))), Bytes(P(Object("20pt"))))));

        XNamespace v = "urn:schemas-microsoft-com:vml", o = "urn:schemas-microsoft-com:office:office";
        var objects = output.Descendants(Ooxml.W + "object").Select(e => ((string?)e.Descendants(v + "shape").First().Attribute("id"), (string?)e.Descendants(o + "OLEObject").First().Attribute("ShapeID"))).ToList();
        Assert.Equal(2, objects.Distinct().Count());
        Assert.All(objects, pair => Assert.Equal(pair.Item1, pair.Item2));
        Assert.All(output.Descendants(v + "shape"), shape => Assert.Equal("#_x0000_t75", (string?)shape.Attribute("type")));
    }

    [Fact]
    public void Other_ids_of_the_same_shapes_are_no_difference() =>
        Assert.Equal(0, DocumentComparison.Compare(Bytes(P(Object("10pt"))), Bytes(P(Object("10pt").Replace("_x0000_i1025", "_x0000_i1030", StringComparison.Ordinal))), RedlinePairs.Author).Revisions);

    [Theory]
    [InlineData("<w:smartTag w:uri=\"urn:schemas-microsoft-com:office:smarttags\" w:element=\"place\"><w:smartTagPr><w:attr w:name=\"a\" w:val=\"b\"/></w:smartTagPr>", "</w:smartTag>")]
    [InlineData("<w:customXml w:uri=\"urn:x\" w:element=\"place\"><w:customXmlPr><w:placeholder w:val=\"x\"/></w:customXmlPr>", "</w:customXml>")]
    [InlineData("<w:smartTag w:uri=\"urn:x\" w:element=\"outer\"><w:smartTag w:uri=\"urn:x\" w:element=\"inner\">", "</w:smartTag></w:smartTag>")]
    public void Words_in_a_tag_change_one_by_one(string open, string close)
    {
        var original = Bytes(P(R("See ") + open + R("New York City") + close + R(" today.")));

        Exact(original, Bytes(P(R("See ") + open + R("New Jersey City") + close + R(" today."))));
        Exact(original, Bytes(P(R("See ") + open + R("York") + close + R(" now."))));
        Exact(original, Bytes(P(R("See New York City today."))));
        Exact(Bytes(P(R("See New York City today."))), original);
        Exact(original, Bytes(P(R("See ") + open + R("New ") + close) + P(open + R("York City") + close + R(" today."))));
    }

    [Fact]
    public void Paragraphs_in_a_block_of_custom_xml_change_word_by_word()
    {
        const string Open = "<w:customXml w:uri=\"urn:x\" w:element=\"block\"><w:customXmlPr><w:placeholder w:val=\"x\"/></w:customXmlPr>";
        var original = Bytes(P(R("Before.")) + Open + P(R("One two.")) + P(R("Three.")) + "</w:customXml>" + P(R("After.")));

        Exact(original, Bytes(P(R("Before.")) + Open + P(R("One four.")) + P(R("Three.")) + "</w:customXml>" + P(R("After."))));
        Exact(original, Bytes(P(R("Before.")) + Open + P(R("Three.")) + "</w:customXml>" + P(R("After."))));
        Exact(original, Bytes(P(R("Before.")) + P(R("One two.")) + P(R("Three.")) + P(R("After."))));
        Exact(Bytes(P(R("Before.")) + P(R("One two.")) + P(R("Three.")) + P(R("After."))), original);
    }

    private static string Ruby(string text, string above) => "<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val=\"center\"/><w:hps w:val=\"10\"/><w:hpsRaise w:val=\"18\"/><w:hpsBaseText w:val=\"21\"/><w:lid w:val=\"ja-JP\"/></w:rubyPr>"
        + $"<w:rt>{R(above)}</w:rt><w:rubyBase>{R(text)}</w:rubyBase></w:ruby></w:r>";

    private static string Shape(string width) => $"<w:r><w:pict {Vml}><v:shape id=\"Picture 1\" o:spid=\"_x0000_s1026\" style=\"width:{width};height:10pt\"/><v:rect id=\"_x0000_s1027\" style=\"width:{width};height:10pt\"/></w:pict></w:r>";

    private static string Object(string width) => $"<w:r><w:object {Vml}><v:shapetype id=\"_x0000_t75\" coordsize=\"21600,21600\" o:spt=\"75\"/><v:shape id=\"_x0000_i1025\" type=\"#_x0000_t75\" style=\"width:{width};height:10pt\"/>"
        + "<o:OLEObject Type=\"Embed\" ProgID=\"Package\" ShapeID=\"_x0000_i1025\" DrawAspect=\"Content\" ObjectID=\"_1\"/></w:object></w:r>";

    private static string Body(byte[] file) => PartOf(file, "word/document.xml");

    private static void Exact(byte[] original, byte[] revised)
    {
        var measured = RedlinePairs.Measure("pair", original, revised, RedlinePairs.Compare);

        Assert.True(!measured.Problems().Any(), measured.ToString());
    }
}
