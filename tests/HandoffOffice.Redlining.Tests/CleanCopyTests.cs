using System.Xml.Linq;
using static HandoffOffice.Redlining.Tests.Docx;

namespace HandoffOffice.Redlining.Tests;

[Trait("Capability", "C95")]
public sealed class CleanCopyTests(ITestOutputHelper output)
{
    private const string Core = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Status</dc:title><dc:creator>Ann Author</dc:creator><cp:lastModifiedBy>Rita Reviewer</cp:lastModifiedBy></cp:coreProperties>""";

    [Theory]
    [InlineData("""<w:bookmarkStart w:id="1" w:name="ours"/><w:r w:rsidR="00AB12CD"><w:t>Text.</w:t></w:r><w:bookmarkEnd w:id="1"/>""")]
    [InlineData("""<w:sdt><w:sdtPr><w:tag w:val="summary"/><w:alias w:val="Summary"/><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:r><w:t>Text.</w:t></w:r></w:sdtContent></w:sdt>""")]
    [InlineData("""<w:permStart w:id="3" w:ed="ann@example.org"/><w:r><w:t>Text.</w:t></w:r><w:permEnd w:id="3"/>""")]
    [InlineData("""<w:r><w:t>Text.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>""")]
    [InlineData("""<w:ins w:id="1" w:author="Ann" w:date="2026-01-02T03:04:05Z"><w:r><w:t>Text.</w:t></w:r></w:ins>""")]
    public void What_its_readers_do_not_need_is_gone(string traces)
    {
        byte[] copy = CleanCopy.Of(Bytes(P(traces)));

        Assert.Equal("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>", XDocument.Parse(PartOf(copy, "word/document.xml")).Descendants().First(e => e.Name.LocalName == "p")
            .ToString(SaveOptions.DisableFormatting).Replace(" xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"", "", StringComparison.Ordinal)
            .Replace(" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"", "", StringComparison.Ordinal));
        Assert.Empty(DocumentValidation.Validate(copy));
    }

    [Theory]
    [InlineData("""<w:hyperlink w:anchor="place"><w:r><w:t>There</w:t></w:r></w:hyperlink>""")]
    [InlineData("""<w:fldSimple w:instr=" REF place \h "><w:r><w:t>There</w:t></w:r></w:fldSimple>""")]
    [InlineData("""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF pl</w:instrText></w:r><w:r><w:instrText>ace </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>""")]
    public void A_bookmark_that_something_leads_to_stays(string link)
    {
        byte[] copy = CleanCopy.Of(Bytes(P("""<w:bookmarkStart w:id="1" w:name="place"/><w:r><w:t>Here.</w:t></w:r><w:bookmarkEnd w:id="1"/>""" + link)));
        Assert.Contains("bookmarkStart", PartOf(copy, "word/document.xml"), StringComparison.Ordinal);
        Assert.Contains("bookmarkEnd", PartOf(copy, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_that_chooses_keeps_its_choice_and_no_name()
    {
        string xml = PartOf(CleanCopy.Of(Bytes(P("""<w:sdt><w:sdtPr><w:tag w:val="status"/><w:dropDownList><w:listItem w:value="ok"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>ok</w:t></w:r></w:sdtContent></w:sdt>"""))), "word/document.xml");
        Assert.Contains("dropDownList", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("status", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_people_and_data_of_software_are_gone()
    {
        byte[] document = Drafts.Insert(Drafts.Section("summary", ["All is well."])).File;
        byte[] with = CustomXml.Add(document, new XElement(XName.Get("seal", "urn:test:seal"), "Ann"));
        byte[] copy = CleanCopy.Of(WithPart(with, "docProps/core.xml", Core));

        Assert.Contains("Status", PartOf(copy, "docProps/core.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain(Names(copy), name => name.StartsWith("customXml", StringComparison.Ordinal));
        foreach (string name in Names(copy))
        {
            Assert.DoesNotContain("Ann Author", PartOf(copy, name), StringComparison.Ordinal);
            Assert.DoesNotContain("Rita Reviewer", PartOf(copy, name), StringComparison.Ordinal);
            Assert.DoesNotContain("w:rsid", PartOf(copy, name), StringComparison.Ordinal);
        }

        Assert.Equal(0, Revisions.Pending(copy));
        Drafts.AssertValid(copy);
    }

    [Fact]
    public void A_copy_of_a_copy_is_the_same_file()
    {
        byte[] copy = CleanCopy.Of(Drafts.Insert(Drafts.Section("summary", ["All is well."])).File);
        Assert.Equal(copy, CleanCopy.Of(copy));
    }

    [Fact]
    public void Documents_of_others_stay_valid_and_say_the_same_but_for_hidden_text()
    {
        if (Corpus.Folder is null)
        {
            output.WriteLine(Corpus.Absent);
            return;
        }

        int same = 0;
        int tried = 0;
        foreach (Dictionary<string, string> row in Corpus.Tracked().Take(40))
        {
            byte[] accepted;
            try
            {
                accepted = Revisions.AcceptAll(Corpus.Bytes(row["path"]));
            }
            catch (RevisionNotSupportedException)
            {
                continue;
            }

            byte[] copy = CleanCopy.Of(accepted);
            tried++;
            string before = Text(accepted);
            same += before == Text(copy) ? 1 : 0;
            Assert.True(before == Text(copy) || before.Contains("hidden", StringComparison.Ordinal), $"{row["path"]} says something else.");
            IEnumerable<string> worse = Issues(copy).Except(Issues(accepted));
            Assert.True(!worse.Any(), $"{row["path"]}: {string.Join(" | ", worse.Take(3))}");
        }

        output.WriteLine($"{same} of {tried} copies say the same.");
        Assert.True(same > 10);
    }

    private static string Text(byte[] document) => string.Join('\n', VisibleText.Read(document, RevisionView.Accepted).SelectMany(story => story.Paragraphs));

    private static IEnumerable<string> Issues(byte[] document) => DocumentValidation.Validate(document).Select(issue => $"{issue.Part} {issue.Code} {issue.Message}");

    private static byte[] WithPart(byte[] document, string name, string content) => Zip(
        [.. Names(document).Select(entry => (entry, entry == name ? System.Text.Encoding.UTF8.GetBytes(content) : RawPart(document, entry)))]);
}
