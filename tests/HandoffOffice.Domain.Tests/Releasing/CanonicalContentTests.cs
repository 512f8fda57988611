using System.Text;
using CsCheck;
using HandoffOffice.Domain.Releasing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Releasing;

public sealed class CanonicalContentTests
{
    private static readonly Gen<string[]> Paragraphs =
        Gen.OneOf(Gen.Char, Gen.Char["aé e\u0301\t\u00a0\u2003\u200b\u00ad\n\ud83d\ude00\ufffe"]).Array[0, 12].Select(letters => new string(letters)).Array[0, 5];

    [Theory]
    [InlineData("caf\u00e9", "cafe\u0301")]
    [InlineData("Ang\u00f6r 5\u212b", "Ango\u0308r 5A\u030a")]
    public void What_looks_the_same_composed_or_decomposed_is_the_same(string one, string other) =>
        Assert.Equal(CanonicalContent.Of([one]), CanonicalContent.Of([other]));

    [Theory]
    [InlineData("two  words")]
    [InlineData("  two words ")]
    [InlineData("two\u00a0words")]
    [InlineData("two\u2003\u3000words")]
    [InlineData("two\t\r\n\v\fwords")]
    public void A_run_of_white_space_is_one_space_and_none_at_the_ends(string text) => Assert.Equal("two words", CanonicalContent.Of([text]));

    [Fact]
    public void Empty_paragraphs_do_not_count() => Assert.Equal("a\nb", CanonicalContent.Of(["", "a", " \u00a0", "b", "\n"]));

    [Fact]
    public void Where_a_paragraph_ends_counts() => Assert.NotEqual(CanonicalContent.Of(["a b"]), CanonicalContent.Of(["a", "b"]));

    [Theory]
    [InlineData("\u200b")]
    [InlineData("\u200d")]
    [InlineData("\u00ad")]
    [InlineData("\u202e")]
    [InlineData("\ufeff")]
    [InlineData("\U000e0041")]
    public void What_a_reader_cannot_see_counts(string hidden) => Assert.NotEqual(CanonicalContent.Of(["paid"]), CanonicalContent.Of([$"pa{hidden}id"]));

    [Theory]
    [InlineData("one", "One")]
    [InlineData("1.000", "1,000")]
    [InlineData("\uff11", "1")]
    [InlineData("\ufb01ne", "fine")]
    [InlineData("5\u2009%", "5%")]
    public void What_reads_differently_is_different(string one, string other) => Assert.NotEqual(CanonicalContent.Of([one]), CanonicalContent.Of([other]));

    // An attribute could not hold these: the compiler writes its texts in UTF-8.
    [Fact]
    public void What_no_file_can_carry_counts_as_what_files_have_in_its_place()
    {
        Assert.All(["a\ud83d", "a\ude00", "a\ufffe", "a\uffff"], text =>
        {
            Assert.Equal("a\ufffd", CanonicalContent.Of([text]));
            Assert.False(CanonicalContent.IsWhole(text));
        });
        Assert.True(CanonicalContent.IsWhole("a\ufffd\U0001f600"));
    }

    [Fact]
    public void Its_own_form_is_its_canonical_form_and_no_text_has_none() => Paragraphs.Sample(paragraphs =>
    {
        string canonical = CanonicalContent.Of(paragraphs);
        Assert.Equal(canonical, CanonicalContent.Of(canonical.Split('\n')));
        Assert.True(canonical.IsNormalized(NormalizationForm.FormC));
    }, seed: "0004ZmmQyQs2", iter: 5000, threads: 1);
}
