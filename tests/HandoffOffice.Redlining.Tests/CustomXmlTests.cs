using System.Xml.Linq;

namespace HandoffOffice.Redlining.Tests;

[Trait("Capability", "C63")]
public sealed class CustomXmlTests(ITestOutputHelper output)
{
    private const string Ours = "urn:test:seal";
    private static readonly XNamespace Ns = Ours;

    private static XElement Seal { get; } = new(Ns + "seal", new XAttribute("xmlns", Ours), "{\"a\":\"<&>\u00E4\u2028\U0001F600\"}");

    [Fact]
    public void What_was_added_is_found_by_its_namespace()
    {
        byte[] sealedDocument = CustomXml.Add(Drafts.Template(), Seal);

        Assert.Equal(Seal.Value, Assert.Single(CustomXml.Find(sealedDocument, Ours)).Value);
        Assert.Empty(CustomXml.Find(sealedDocument, "urn:test:other"));
        Assert.Empty(DocumentValidation.Validate(sealedDocument));
    }

    [Fact]
    public void The_same_XML_in_the_same_document_gives_the_same_bytes() =>
        Assert.Equal(CustomXml.Add(Drafts.Template(), Seal), CustomXml.Add(Drafts.Template(), Seal));

    [Fact]
    public void What_is_taken_out_again_leaves_the_file_that_was_there() =>
        Assert.Equal(Drafts.Template(), CustomXml.Remove(CustomXml.Add(Drafts.Template(), Seal), Ours));

    [Fact]
    public void Parts_of_others_stay_and_keep_their_names()
    {
        byte[] others = CustomXml.Add(CustomXml.Add(Drafts.Template(), new XElement(XName.Get("data", "urn:test:theirs"), "theirs")), Seal);

        Assert.Equal("theirs", Assert.Single(CustomXml.Find(others, "urn:test:theirs")).Value);
        Assert.Contains("customXml/item2.xml", Docx.Names(others));
        byte[] without = CustomXml.Remove(others, Ours);
        Assert.Equal("theirs", Assert.Single(CustomXml.Find(without, "urn:test:theirs")).Value);
        Assert.DoesNotContain(Docx.Names(without), name => name.Contains('2', StringComparison.Ordinal));
        Assert.Empty(DocumentValidation.Validate(others));
    }

    [Fact]
    public void A_document_takes_one_part_of_a_namespace()
    {
        byte[] sealedDocument = CustomXml.Add(Drafts.Template(), Seal);
        Assert.Throws<ArgumentException>(() => CustomXml.Add(sealedDocument, Seal));
        Assert.Throws<ArgumentException>(() => CustomXml.Add(Drafts.Template(), new XElement("seal")));
    }

    [Fact]
    public void Every_other_part_of_a_document_of_others_keeps_its_bytes()
    {
        if (Corpus.Folder is null)
        {
            output.WriteLine(Corpus.Absent);
            return;
        }

        int tried = 0;
        foreach (Dictionary<string, string> row in Corpus.Tracked().Take(40))
        {
            byte[] document = Corpus.Bytes(row["path"]);
            byte[] sealedDocument = CustomXml.Add(document, Seal);

            string[] changed = [.. Docx.Names(document).Where(name => !Docx.RawPart(document, name).AsSpan().SequenceEqual(Docx.RawPart(sealedDocument, name)))];
            Assert.All(changed, name => Assert.True(name == "[Content_Types].xml" || name.EndsWith(".rels", StringComparison.Ordinal), $"{name} of {row["path"]} has changed."));
            Assert.Equal(2, changed.Length);
            Assert.Equal(Issues(document), Issues(sealedDocument));
            tried++;
        }

        Assert.True(tried > 10);
    }

    private static IEnumerable<string> Issues(byte[] document) => DocumentValidation.Validate(document).Select(issue => $"{issue.Part} {issue.Path} {issue.Code}");
}
