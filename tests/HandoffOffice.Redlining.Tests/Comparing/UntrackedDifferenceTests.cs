using static HandoffOffice.Redlining.Tests.Docx;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>What a comparison says of differences that nothing can track.</summary>
[Trait("Capability", "C60")]
public sealed class UntrackedDifferenceTests
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Kind of part, its root, what it holds in the original and in the revised document, and what is listed.</summary>
    public static TheoryData<string, string, string, string, string> Parts => new()
    {
        { "styles", "styles", Style("A", "<w:b/>"), Style("A", "<w:i/>"), "style A (/word/styles.xml)" },
        { "styles", "styles", "", Style("A", "<w:b/>"), "style A (/word/styles.xml)" },
        { "styles", "styles", "<w:docDefaults/>", "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>", "style-defaults (/word/styles.xml)" },
        { "styles", "styles", Style("A", "<w:b/>"), Style("A", "<w:b/><w:lang w:val=\"de-DE\"/>") + "<w:latentStyles/>", "" },
        { "settings", "settings", "<w:trackRevisions/>", "", "setting trackRevisions (/word/settings.xml)" },
        { "settings", "settings", "<w:zoom w:percent=\"100\"/>", "<w:zoom w:percent=\"90\"/><w:rsids><w:rsid w:val=\"00AA\"/></w:rsids><w:compat/>", "" },
        { "settings", "settings", "<w:footnotePr><w:footnote w:id=\"0\"/></w:footnotePr>", "", "" },
        { "settings", "settings", "", "<w:footnotePr><w:pos w:val=\"beneathText\"/></w:footnotePr>", "setting footnotePr (/word/settings.xml)" },
        { "webSettings", "webSettings", "", "<w:relyOnVML/>", "web-setting relyOnVML (/word/webSettings.xml)" },
        { "fontTable", "fonts", "<w:font w:name=\"A\"/>", "<w:font w:name=\"B\"/>", "font-table (/word/fontTable.xml)" },
        { "numbering", "numbering", List(1, 7, "decimal"), List(1, 7, "bullet"), "numbering 1 (/word/numbering.xml); numbering 1 (/word/numbering.xml)" },
        { "numbering", "numbering", List(1, 7, "decimal"), List(4, 9, "decimal"), "" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Parts_that_nothing_tracks_are_listed_by_what_differs_in_them(string kind, string root, string original, string revised, string listed) =>
        Assert.Equal(listed, Untracked(With(kind, root, original), With(kind, root, revised)));

    /// <summary>The body of the original, of the revised document, and what is listed.</summary>
    public static TheoryData<string, string, string> Bodies => new()
    {
        { P(R("a")), P(Bookmark("b", R("a"))), "bookmark b (/word/document.xml)" },
        { P(Bookmark("b", R("a"))), P(R("a")), "bookmark b (/word/document.xml)" },
        { P(Bookmark("b", R("one")) + R(" two")), P(R("one ") + Bookmark("b", R("two"))), "bookmark b (/word/document.xml)" },
        { P(Bookmark("b", R("one")) + R(" two")), P(R("new ")) + P(Bookmark("b", R("one")) + R(" three")), "" },
        { P(R("a")), P(Bookmark("_GoBack", R("a"))), "" },
        { Control("<w:tag w:val=\"t\"/>"), Control("<w:tag w:val=\"t\"/><w:text/>"), "content-control t (/word/document.xml)" },
        { Control("<w:tag w:val=\"t\"/><w:id w:val=\"4\"/>"), Control("<w:tag w:val=\"t\"/><w:id w:val=\"5\"/>"), "" },
        { Table(1000), Table(2000), "column-widths 1 (/word/document.xml)" },
        { "<w:tcW w:w=\"1\"/>" + P(R("a")), P(R("a")), "" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Bookmarks_controls_and_widths_are_listed_where_they_differ(string original, string revised, string listed) =>
        Assert.Equal(listed, Untracked(Bytes(original), Bytes(revised)));

    [Fact]
    public void The_title_and_own_properties_are_listed_and_counters_and_times_are_not()
    {
        var (original, revised) = (Titled("One", 1), Titled("Two", 9));

        Assert.Equal("property title (/docProps/core.xml)", Untracked(original, revised));
        Assert.Equal("", Untracked(Titled("One", 1), Titled("One", 9)));
    }

    [Fact]
    public void A_resolved_comment_and_another_author_are_listed()
    {
        Assert.Equal("comment 1 (/word/comments.xml)", Untracked(Commented("Ann"), Commented("Bob")));
        Assert.Equal("", Untracked(Commented("Ann"), Commented("Ann")));
    }

    [Fact]
    public void A_picture_of_the_same_name_with_other_bytes_is_a_changed_picture()
    {
        var compared = DocumentComparison.Compare(Pictured(1), Pictured(2), RedlinePairs.Author);

        Assert.Equal(2, compared.Revisions);
        Assert.Equal([1], RawPart(Revisions.RejectAll(compared.File), "word/media/picture.bin"));
        Assert.Contains(Names(Revisions.AcceptAll(compared.File)), name => name.StartsWith("word/media/picture_", StringComparison.Ordinal));
    }

    private static string Untracked(byte[] original, byte[] revised) => string.Join("; ", DocumentComparison.Compare(original, revised, RedlinePairs.Author).Untracked);

    private static byte[] With(string kind, string root, string content) =>
        WithBody(P(R("a"))).Story(kind, $"{kind}.xml", $"<w:{root} xmlns:w=\"{Main}\">{content}</w:{root}>").Build();

    private static string Style(string id, string properties) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{id}\"/><w:rPr>{properties}</w:rPr></w:style>";

    private static string List(int number, int definition, string format) =>
        $"<w:abstractNum w:abstractNumId=\"{definition}\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"{format}\"/></w:lvl></w:abstractNum><w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{definition}\"/></w:num>";

    private static string Bookmark(string name, string content) => $"<w:bookmarkStart w:id=\"1\" w:name=\"{name}\"/>{content}<w:bookmarkEnd w:id=\"1\"/>";

    private static string Control(string properties) => $"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{P(R("a"))}</w:sdtContent></w:sdt>{P("")}";

    private static string Table(int width) =>
        $"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"1000\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{P(R("a"))}</w:tc></w:tr></w:tbl>{P("")}";

    private static byte[] Titled(string title, int revision) => WithBody(P(R("a"))).Part("docProps/core.xml",
        $"<c:coreProperties xmlns:c=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:d=\"http://purl.org/dc/elements/1.1/\"><d:title>{title}</d:title><c:revision>{revision}</c:revision></c:coreProperties>")
        .PackageRelationship("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml").Build();

    private static byte[] Commented(string author) => WithBody(P(R("a") + "<w:r><w:commentReference w:id=\"1\"/></w:r>"))
        .Story("comments", "comments.xml", $"<w:comments xmlns:w=\"{Main}\"><w:comment w:id=\"1\" w:author=\"{author}\">{P(R("words"))}</w:comment></w:comments>").Build();

    private static byte[] Pictured(byte content) => WithBody(P("<w:r><w:drawing><a:blip xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:embed=\"x0\"/></w:drawing></w:r>"))
        .Relationship("image", "media/picture.bin", external: false).Part("word/media/picture.bin", [content]).Build();
}
