using CsCheck;
using HandoffOffice.Domain.Releasing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Releasing;

[Trait("Capability", "C87")]
public sealed class CanonicalHtmlTests
{
    private static readonly string[] Hostile =
    [
        "<", "<!--", "<a b=\"", "<a b='", "</", "<![if x]>", "<!--[if mso]><xml>", "<!--[if mso]><xml><![endif]-->", "&", "&a", "&#", "<![CDATA[", "--!", "<style>", "<style>a{color:red}</style>",
        "<textarea>", "<svg>", "</x>", "<b></p>", "<a href=x>", "a\u0301\u0323", "<p style='a:b;c:d'>x</p>", "{", "<li>", "<!---", "<td>", "<br ", "<title></titl", "\ud800",
    ];

    private static readonly string[] Pieces =
        [.. Hostile, ">", "\"", "'", "-->", "]]>", "<![endif]-->", "<p>", "</p>", "a", " ", "=", "/", "style=display:none", "<table>", "</table>"];

    [Fact]
    public void A_body_of_plain_paragraphs_has_the_form_of_its_paragraphs() =>
        Gen.OneOf(Gen.Char['a', 'z'], Gen.Char[" \t\u00a0\u200bé\u0301"]).Array[0, 30].Select(letters => new string(letters)).Array[0, 6].Sample(paragraphs =>
            Assert.Equal(CanonicalContent.Of(paragraphs), CanonicalHtml.Of(string.Concat(paragraphs.Select(text => $"<p>{text}</p>"))).Text), seed: "0004ZmmQyQs2", iter: 500);

    [Fact]
    public void The_digest_is_over_the_form() => Assert.Equal(Sha256Digest.Of("Pay 100."), CanonicalHtml.Of("<p>Pay <b>100</b>.</p>").Digest);

    [Theory]
    [InlineData("characters")]
    [InlineData("nested elements")]
    [InlineData("attributes")]
    [InlineData("marks")]
    public void Too_much_of_anything_is_a_named_error(string what)
    {
        string html = what switch
        {
            "characters" => new string('a', CanonicalHtml.MaxLength + 1),
            "nested elements" => Repeated("<div>", CanonicalHtml.MaxDepth + 1) + "a",
            "attributes" => $"<p {string.Join(' ', Enumerable.Range(0, CanonicalHtml.MaxAttributes + 1).Select(number => $"a{number}"))}>x",
            _ => $"<a href=https://contoso.com/{new string('a', 1000)}>{Repeated("b<i href=c>d</i>", 10_000)}",
        };

        CanonicalHtmlForm form = CanonicalHtml.Of(html);

        Assert.Equal(what, Assert.IsType<HtmlNotReadable>(form.Error).What);
        Assert.Empty(form.Text);
        Assert.Throws<InvalidOperationException>(() => form.Digest);
    }

    [Fact]
    public void As_much_as_is_allowed_is_read()
    {
        Assert.Null(CanonicalHtml.Of(new string('a', CanonicalHtml.MaxLength)).Error);
        Assert.Null(CanonicalHtml.Of(Repeated("<div>", CanonicalHtml.MaxDepth) + "a").Error);
    }

    // Each of these is some 200,000 characters: what takes the square of that would not end while a person waits.
    [Fact]
    public void Markup_that_never_ends_is_read_in_one_pass() =>
        Assert.All(Hostile, piece => Assert.True(CanonicalHtml.Of(Repeated(piece, 200_000 / piece.Length)).Error is null or HtmlNotReadable { What: "nested elements" }));

    [Fact]
    public void Any_text_has_a_form_and_the_same_each_time() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(indices => string.Concat(indices.Select(index => Pieces[index]))).Sample(html => Assert.Equal(CanonicalHtml.Of(html), CanonicalHtml.Of(html)), seed: "0004ZmmQyQs2", iter: 2000);

    private static string Repeated(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));
}
