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

    // Large ones are opened at the same time.
    [Fact]
    public void Of_two_bad_documents_the_original_is_said_first_however_large_they_are()
    {
        var (good, malformed, noise) = (Large(Docx.P(Docx.R("Text."))), Large("<w:p>"), Noise());

        Assert.Equal("malformed-xml", Refused(malformed, good).Code);
        Assert.Equal("malformed-xml", Refused(good, malformed).Code);
        Assert.Equal("malformed-xml", Refused(malformed, noise).Code);
        Assert.Equal("not-a-zip", Refused(noise, malformed).Code);
    }

    private static byte[] Large(string body) => Docx.WithBody(body).Part("word/media/noise.png", Noise()).Build();

    // It does not compress.
    private static byte[] Noise()
    {
        var bytes = new byte[64 * 1024];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static (string Code, string? Place) Refused(byte[] original, byte[] revised)
    {
        var refusal = Assert.Throws<DocumentRefusedException>(() => DocumentComparison.Compare(original, revised, RedlinePairs.Author));
        return (refusal.Code, refusal.Place);
    }
}
