using static HandoffOffice.Redlining.Tests.Docx;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Headers and footers that only one of two documents has.</summary>
[Trait("Capability", "C60")]
public sealed class HeaderComparisonTests
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [Theory]
    [InlineData("header", "default")]
    [InlineData("footer", "default")]
    [InlineData("header", "first")]
    [InlineData("footer", "even")]
    public void A_header_that_only_the_revised_document_has_comes_with_its_words_inserted(string kind, string pages)
    {
        var output = Compare(Document(Section()), Document(Section((kind, pages, "new words"))));

        Assert.Equal("new words", Shown(Revisions.AcceptAll(output), kind, pages));
        Assert.Equal("", Shown(Revisions.RejectAll(output), kind, pages));
        Assert.Contains(Revisions.List(output), change => change.Kind == RevisionKind.Insertion && change.Text == "new words" && change.Part != "/word/document.xml");
        Drafts.AssertValid(output);
    }

    [Fact]
    public void A_header_that_only_the_original_has_is_deleted()
    {
        var output = Compare(Document(Section(("header", "default", "old words"))), Document(Section()));

        Assert.Equal("", Shown(Revisions.AcceptAll(output), "header", "default"));
        Assert.Equal("old words", Shown(Revisions.RejectAll(output), "header", "default"));
    }

    [Fact]
    public void A_section_that_showed_the_header_of_the_one_before_gets_its_own_where_it_differs()
    {
        var original = Document(Section(("header", "default", "first of all")), Section());
        var revised = Document(Section(("header", "default", "first of all")), Section(("header", "default", "second of all")));
        var output = Compare(original, revised);

        Assert.Equal(["second", "first"], Revisions.List(output).Select(change => change.Text).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal("first of all", Shown(Revisions.RejectAll(output), "header", "default", section: 1));
        Assert.Equal("second of all", Shown(Revisions.AcceptAll(output), "header", "default", section: 1));
    }

    [Fact]
    public void A_header_that_says_what_the_section_shows_anyway_is_no_change()
    {
        var original = Document(Section(("header", "default", "same")), Section());
        var revised = Document(Section(("header", "default", "same")), Section(("header", "default", "same")));

        Assert.Equal(0, DocumentComparison.Compare(original, revised, RedlinePairs.Author).Revisions);
    }

    [Fact]
    public void A_header_that_two_sections_share_is_divided_where_one_of_them_changes()
    {
        var shared = ("header", "default", "shared");
        var output = Compare(Document(Section(shared), Section(shared)), Document(Section(shared), Section(("header", "default", "apart"))));

        Assert.Equal("shared", Shown(Revisions.AcceptAll(output), "header", "default"));
        Assert.Equal("apart", Shown(Revisions.AcceptAll(output), "header", "default", section: 1));
        Assert.Equal("shared", Shown(Revisions.RejectAll(output), "header", "default", section: 1));
    }

    [Fact]
    public void A_new_section_brings_its_header_as_inserted_and_leaves_the_others_theirs()
    {
        var original = Document(Section(("header", "default", "last")));
        var revised = Document(Section(("header", "default", "new")), Section(("header", "default", "last")));
        var output = Compare(original, revised);

        Assert.Equal("new", Shown(Revisions.AcceptAll(output), "header", "default"));
        Assert.Equal("last", Shown(Revisions.AcceptAll(output), "header", "default", section: 1));
        Assert.Equal("last", Shown(Revisions.RejectAll(output), "header", "default"));
        Assert.Contains(Revisions.List(output), change => change.Kind == RevisionKind.Insertion && change.Text == "new");
        Drafts.AssertValid(output);
    }

    [Fact]
    public void A_header_goes_with_the_last_section_that_refers_to_it()
    {
        var one = Document(Section(("header", "default", "last")));
        var two = Document(Section(("header", "default", "new")), Section(("header", "default", "last")));
        var (comes, goes) = (Compare(one, two), Compare(two, one));

        Assert.Equal(OtherParts(one), OtherParts(Revisions.RejectAll(comes)));
        Assert.Equal(Names(comes), Names(Revisions.AcceptAll(comes)));
        Assert.Equal(Names(two), Names(Revisions.RejectAll(goes)));
        Assert.Equal(["word/header1.xml"], Names(two).Except(Names(Revisions.AcceptAll(goes))));
        Drafts.AssertValid(Revisions.RejectAll(comes));
    }

    [Fact]
    public void A_header_that_another_section_still_refers_to_stays()
    {
        var shared = ("header", "default", "shared");
        var output = Compare(Document(Section(shared), Section(("header", "default", "other")), Section(shared)), Document(Section(shared)));

        Assert.Equal("shared", Shown(Revisions.AcceptAll(output), "header", "default"));
    }

    [Fact]
    public void A_picture_goes_with_the_header_that_alone_has_it()
    {
        var header = WithBody(P(R("gone"), $"""<w:sectPr><w:headerReference w:type="default" xmlns:r="{Office}" r:id="r0"/></w:sectPr>""") + P(R("body")))
            .Story("header", "header1.xml", $"<w:hdr xmlns:w=\"{Ooxml.W}\">{P(R("words"))}</w:hdr>").Part("word/media/picture.bin", [1, 2, 3])
            .Part("word/_rels/header1.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/image" Target="media/picture.bin"/></Relationships>""");
        var output = RedlinePairs.Compare(header.Build(), WithBody(P(R("body"))).Build());

        Assert.DoesNotContain(Names(Revisions.AcceptAll(output)), name => name.Contains("header1", StringComparison.Ordinal) || name.Contains("picture", StringComparison.Ordinal));
        Assert.Contains("word/media/picture.bin", Names(Revisions.RejectAll(output)));
    }

    [Fact]
    public void Even_pages_that_get_their_own_show_the_old_header_when_rejected()
    {
        var output = Compare(Document(Section(("header", "default", "all pages"))), Document(Section(("header", "default", "all pages"), ("header", "even", "even pages"))));

        Assert.Contains("<w:evenAndOddHeaders", PartOf(output, "word/settings.xml"), StringComparison.Ordinal);
        Assert.Equal("even pages", Shown(Revisions.AcceptAll(output), "header", "even"));
        Assert.Equal("all pages", Shown(Revisions.RejectAll(output), "header", "even"));
    }

    [Fact]
    public void A_picture_in_a_new_header_is_brought_over()
    {
        var picture = $"""<w:r xmlns:r="{Office}"><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rId1"/></w:drawing></w:r>""";
        var revised = WithBody(P(R("body"))).Header(P(picture)).Part("word/media/picture.bin", [1, 2, 3]).Part("word/_rels/header1.xml.rels",
            $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/image" Target="media/picture.bin"/></Relationships>""");
        var output = Compare(WithBody(P(R("body"))).Build(), revised.Build());

        Assert.Contains("word/media/picture.bin", Names(output));
        Assert.Contains("media/picture.bin", PartOf(output, "word/_rels/header1.xml.rels"), StringComparison.Ordinal);
        Assert.Contains("<w:ins ", PartOf(output, "word/header1.xml"), StringComparison.Ordinal);
    }

    private static byte[] Compare(byte[] original, byte[] revised)
    {
        var compared = DocumentComparison.Compare(original, revised, RedlinePairs.Author);
        Assert.Empty(compared.Untracked);
        return compared.File.ToArray();
    }

    private static List<(string, string)> OtherParts(byte[] file) =>
        [.. Names(file).Where(name => name != "word/document.xml").Select(name => (name, PartOf(file, name)))];

    private static string Shown(byte[] settled, string kind, string pages, int section = 0) =>
        string.Join('\n', Stories.ByRole(settled).Where(story => story.Role == $"{kind} {section} {pages}").SelectMany(story => story.Paragraphs));

    private static (string Kind, string Pages, string Text)[] Section(params (string Kind, string Pages, string Text)[] headers) => headers;

    // Headers that say the same are one part.
    private static byte[] Document(params (string Kind, string Pages, string Text)[][] sections)
    {
        var docx = WithBody("");
        var ids = new Dictionary<(string, string), string>();
        foreach (var (kind, _, text) in sections.SelectMany(headers => headers).DistinctBy(header => (header.Kind, header.Text)))
        {
            var root = kind == "header" ? "hdr" : "ftr";
            docx.Story(kind, $"{kind}{ids.Count + 1}.xml", $"<w:{root} xmlns:w=\"{Ooxml.W}\">{P(R(text))}</w:{root}>");
            ids[(kind, text)] = docx.LastId;
        }

        if (sections.Any(headers => headers.Any(header => header.Pages == "even")))
        {
            docx.Story("settings", "settings.xml", $"<w:settings xmlns:w=\"{Ooxml.W}\"><w:evenAndOddHeaders/></w:settings>");
        }

        var properties = sections.Select(headers =>
            $"<w:sectPr>{string.Concat(headers.Select(h => $"<w:{h.Kind}Reference w:type=\"{h.Pages}\" r:id=\"{ids[(h.Kind, h.Text)]}\"/>"))}{(headers.Any(h => h.Pages == "first") ? "<w:titlePg/>" : "")}</w:sectPr>").ToList();
        var ended = properties.SkipLast(1).Select((section, number) => P(R($"End of section {number + 1}."), section));
        return docx.Part("word/document.xml",
            $"<w:document xmlns:w=\"{Ooxml.W}\" xmlns:r=\"{Office}\"><w:body>{string.Concat(ended)}{P(R("body"))}{properties[^1]}</w:body></w:document>").Build();
    }
}
