using HandoffOffice.Domain.Releasing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Releasing;

/// <summary>What stood in a mail before its draft may stand below the approved text, and nothing else.</summary>
[Trait("Capability", "C86")]
public sealed class CapturedTailTests
{
    private static readonly Sha256Digest Approved = Sha256Digest.Of("a");

    [Fact]
    public void It_is_told_apart_from_what_is_above() => Assert.Equal(("a", "b\nc"), CapturedTail.Split("a\nb\nc", CapturedTail.Of("b\nc"), Approved));

    [Fact]
    public void The_approved_text_alone_has_nothing_below() => Assert.Equal(("a", ""), CapturedTail.Split("a", CapturedTail.Of("b"), Approved));

    [Fact]
    public void All_of_a_mail_may_be_what_stood_there_where_nothing_was_approved() =>
        Assert.Equal(("", "b"), CapturedTail.Split("b", CapturedTail.Of("b"), Sha256Digest.Of("")));

    [Theory]
    [InlineData("a\nb\nc", "b")]
    [InlineData("a\nb\nc", "c")]
    [InlineData("a\nB", "b")]
    [InlineData("ab", "b")]
    [InlineData("x\nb", "b")]
    [InlineData("b", "a\nb")]
    public void Anything_else_is_not_what_was_approved(string form, string tail) => Assert.Null(CapturedTail.Split(form, CapturedTail.Of(tail), Approved));

    // What addin/src/canonical writes into the header: SHA-256 of "abc" as in FIPS 180-4.
    [Fact]
    public void The_header_has_its_length_and_digest()
    {
        const string value = "3 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        Assert.Equal(value, CapturedTail.Of("abc")!.ToString());
        Assert.Equal(CapturedTail.Of("abc"), CapturedTail.Parse($" {value}\r\n"));
        Assert.Null(CapturedTail.Of(""));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("3 ba78")]
    [InlineData("0 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("-3 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("3 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad 3")]
    public void What_is_no_header_of_ours_is_no_tail(string? value) => Assert.Null(CapturedTail.Parse(value));
}
