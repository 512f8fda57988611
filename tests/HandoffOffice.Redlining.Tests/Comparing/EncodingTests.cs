using System.Text;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Parts in other encodings than UTF-8 (ECMA-376 Part 2, 6.2.5 allows UTF-16).</summary>
public sealed class EncodingTests
{
    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    public void A_part_in_another_encoding_is_compared_by_its_characters(string encoding)
    {
        var original = In(encoding, "Grüße aus Köln.");
        var revised = In(encoding, "Grüße aus Zürich.");

        var output = DocumentComparison.Compare(original, revised, RedlinePairs.Author).File;

        Assert.Equal("Grüße aus Zürich.", DocumentText.ReadBody(output, RevisionView.Accepted));
        Assert.Equal("Grüße aus Köln.", DocumentText.ReadBody(output, RevisionView.Rejected));
    }

    private static byte[] In(string name, string text)
    {
        var encoding = Encoding.GetEncoding(name);
        var xml = $"<?xml version=\"1.0\" encoding=\"{name}\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>";
        return Docx.WithBody("").Part("word/document.xml", [.. encoding.GetPreamble(), .. encoding.GetBytes(xml)]).Build();
    }
}
