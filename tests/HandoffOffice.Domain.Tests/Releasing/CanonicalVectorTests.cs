using HandoffOffice.Domain.Releasing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Releasing;

[Trait("Capability", "C87")]
public sealed class CanonicalVectorTests
{
    public static TheoryData<string> Groups => [.. CanonicalVectors.All.Html.Select(group => group.Name)];

    [Theory]
    [MemberData(nameof(Groups))]
    public void A_rewrite_by_a_client_has_the_same_form(string name)
    {
        HtmlGroup group = Group(name);
        Assert.All([group.Html, .. group.Equal], html => Assert.Equal(group.Form, Form(html)));
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void A_change_to_what_is_read_has_another_form(string name)
    {
        HtmlGroup group = Group(name);
        Assert.All(group.Different, html => Assert.NotEqual(group.Form, Form(html)));
    }

    [Fact]
    public void Paragraphs_have_the_form_of_the_vectors() =>
        Assert.All(CanonicalVectors.All.Text, group => Assert.All(group.Equal, paragraphs => Assert.Equal(group.Form, CanonicalContent.Of(paragraphs))));

    [Fact]
    public void Forms_of_different_paragraphs_differ() =>
        Assert.Distinct(CanonicalVectors.All.Text.Select(group => group.Form));

    [Fact]
    public void A_captured_tail_may_follow_and_no_other() => Assert.All(CanonicalVectors.All.Tails, group =>
    {
        var approved = Sha256Digest.Of(Form(group.Html));
        List<CapturedTail?> tails = [null, .. group.Tails.Select(tail => CapturedTail.Of(Form(tail)))];
        Assert.All(group.Match, html => Assert.Contains(tails, tail => CapturedTail.Split(CanonicalHtml.Of(html).Text, tail, approved) is not null));
        Assert.All(group.Fail, html => Assert.DoesNotContain(tails, tail => CapturedTail.Split(CanonicalHtml.Of(html).Text, tail, approved) is not null));
    });

    [Fact]
    public void Random_pieces_have_the_digest_that_both_implementations_give() =>
        Assert.All(CanonicalVectors.Soups, soup => Assert.Equal(soup.Digest, CanonicalHtml.Of(soup.Html).Digest.ToString()));

    [Fact]
    public void There_are_enough_cases()
    {
        Assert.True(CanonicalVectors.All.Html.Sum(group => 1 + group.Equal.Count + group.Different.Count) >= 500);
        Assert.True(CanonicalVectors.Soups.Count >= 500);
    }

    private static string Form(string html)
    {
        CanonicalHtmlForm form = CanonicalHtml.Of(html);
        Assert.Null(form.Error);
        return form.Text;
    }

    private static HtmlGroup Group(string name) => CanonicalVectors.All.Html.Single(group => group.Name == name);
}
