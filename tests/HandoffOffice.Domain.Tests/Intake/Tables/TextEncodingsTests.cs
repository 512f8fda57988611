using System.Text;
using HandoffOffice.Domain.Intake.Tables;
using Xunit;

namespace HandoffOffice.Domain.Tests.Intake.Tables;

[Trait("Capability", "C09")]
public sealed class TextEncodingsTests
{
    private const string Text = "Thema;Besuche\r\nKühlgeräte – günstig;1240\r\n";

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string, byte[]> Encoded { get; } = new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Text) },
        { "UTF-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)] },
        { "UTF-16LE", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)] },
        { "UTF-16BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "Windows-1252", Windows.GetBytes(Text) },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void The_encoding_is_found(string encoding, byte[] bytes)
    {
        (string? text, string found, TableFault? fault) = TextEncodings.Decode(bytes);
        Assert.Equal((Text, encoding, null), (text, found, fault));
    }

    [Fact]
    public void UTF_16_without_a_mark_is_found_where_it_looks_like_it()
    {
        byte[] bytes = Encoding.Unicode.GetBytes("Topic;Visits\r\nCloud;4820\r\n");
        Assert.Equal(("Topic;Visits\r\nCloud;4820\r\n", "UTF-16LE"), (TextEncodings.Decode(bytes).Text, TextEncodings.Decode(bytes).Encoding));
    }

    [Fact]
    public void Mixed_encodings_are_named_with_the_line()
    {
        byte[] mixed = [.. Encoding.UTF8.GetBytes("Thema\nKühlung\n"), .. Windows.GetBytes("Wärme\n"), .. Encoding.UTF8.GetBytes("Lüftung\n")];
        TableFault fault = TextEncodings.Decode(mixed).Fault!;
        Assert.Equal("encoding-mixed", fault.Code);
        Assert.StartsWith("Line 3 ", fault.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x41, 0x00, 0x42, 0x07, 0x00 })]
    [InlineData(new byte[] { 0x41, 0x81, 0x0A })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8 })]
    public void What_is_no_text_is_refused(byte[] bytes) => Assert.Equal("not-text", TextEncodings.Decode(bytes).Fault!.Code);
}
