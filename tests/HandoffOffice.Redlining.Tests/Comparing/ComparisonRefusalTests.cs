namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>What is not compared is refused by type, with the place.</summary>
public sealed class ComparisonRefusalTests
{
    private static readonly byte[] Good = Docx.Bytes(Docx.P(Docx.R("Text.")));
    private static readonly byte[] Malformed = Docx.Bytes("<w:p>");

    [Fact]
    public void A_bad_document_is_refused_on_either_side()
    {
        Assert.Equal(("malformed-xml", "/word/document.xml"), Refused(Malformed, Good));
        Assert.Equal(("malformed-xml", "/word/document.xml"), Refused(Good, Malformed));
        Assert.Equal("not-a-zip", Refused([1, 2, 3], Good).Code);
    }

    private static (string Code, string? Place) Refused(byte[] original, byte[] revised)
    {
        var refusal = Assert.Throws<DocumentRefusedException>(() => DocumentComparison.Compare(original, revised, RedlinePairs.Author));
        return (refusal.Code, refusal.Place);
    }
}
