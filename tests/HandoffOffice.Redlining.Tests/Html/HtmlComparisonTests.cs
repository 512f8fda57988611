using System.Text.RegularExpressions;
using CsCheck;

namespace HandoffOffice.Redlining.Tests.Html;

/// <summary>Mail bodies compared. In expectations a mark's attributes are left out, but for the elements around it that belong to the change.</summary>
public sealed partial class HtmlComparisonTests
{
    private static readonly RevisionAuthor Author = new("Ann \"A\" <x>", new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(1)));

    [Theory]
    [InlineData("<p>The cost is 5 EUR.</p>", "<p>The cost is 7 EUR.</p>", "<p>The cost is <del>5</del><ins>7</ins> EUR.</p>")]
    [InlineData("<p>A</p><p>C</p>", "<p>A</p><p>B</p><p>C</p>", "<p>A</p><ins><p>B</p></ins><p>C</p>")]
    [InlineData("<p>A</p><p>B</p><p>C</p>", "<p>A</p><p>C</p>", "<p>A</p><del><p>B</p></del><p>C</p>")]
    [InlineData("<ul><li>a<li>c</ul>", "<ul><li>a<li class=x>b<li>c</ul>", "<ul><li>a<li class=x><ins ^1>b</ins></li><li>c</ul>")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li></ul>", "<ul><li>a</li><li><del ^1>b</del></li></ul>")]
    [InlineData("<table><tr><td>a<td>1</table>", "<table><tr><td>a<td>1<tr><td>b<td>2</table>",
        "<table><tr><td>a<td>1<tr><td><ins ^2>b</ins></td><td><ins>2</ins></td></tr></table>")]
    [InlineData("<table><tr><td>a</td></tr><tr><td>b</td><td></td></tr></table>", "<table><tr><td>a</td></tr></table>",
        "<table><tr><td>a</td></tr><tr><td><del ^2>b</del></td><td></td></tr></table>")]
    [InlineData("<table><tr><td>a</td><td></td></tr></table>", "<table><tr><td>a</td><td>b</td></tr></table>", "<table><tr><td>a</td><td><ins>b</ins></td></tr></table>")]
    [InlineData("<p>fo<b>o</b> bar</p>", "<p>bar</p>", "<p><del>fo</del><b><del>o</del></b><del> </del>bar</p>")]
    [InlineData("<p>a b</p>", "<p>a <b>new</b> b</p>", "<p>a <ins><b>new</b> </ins>b</p>")]
    [InlineData("<p>see <a href='x'>this</a></p>", "<p>see <a href='x'>this</a> now</p>", "<p>see <a href='x'>this</a><ins> now</ins></p>")]
    [InlineData("caf&eacute; &amp; bar", "café & bars", "caf&eacute; &amp; <del>bar</del><ins>bars</ins>")]
    [InlineData("a<br>b", "a<br>x<br>b", "a<br><ins>x<br></ins>b")]
    [InlineData("<p>x</p>", "<p>x</p><script>evil()</script><p onclick=evil()>y <a href=' java\nscript:evil()'>z</a></p>", "<p>x</p><ins><p>y <a>z</a></p></ins>")]
    [InlineData("", "<p>new</p>", "<ins><p>new</p></ins>")]
    [InlineData("<body><p>old</p></body>", "", "<body><del><p>old</p></del></body>")]
    [InlineData("<p>a<p>b", "<p>a<p>new<p>b", "<p>a<ins><br>new</ins><p>b")]
    [Trait("Capability", "C65")]
    public void What_differs_is_marked_and_nothing_else_is_touched(string original, string revised, string expected)
    {
        var compared = HtmlComparison.Compare(original, revised, Author);

        Assert.Equal(expected, Shown(compared.Html));
        AssertBoth(original, revised, compared.Html);
    }

    [Fact]
    [Trait("Capability", "C65")]
    public void A_mark_says_who_and_when()
    {
        var html = HtmlComparison.Compare("<p>a b</p>", "<p>a c</p>", Author).Html;

        Assert.Contains("<del data-revision-id=\"1\" data-revision-author=\"Ann &quot;A&quot; &lt;x&gt;\" datetime=\"2026-03-04T04:06:07Z\">b</del>", html, StringComparison.Ordinal);
        Assert.Equal([new("1", false, Author.Name, Author.Date, "b"), new HtmlRevision("2", true, Author.Name, Author.Date, "c")], HtmlRevisions.List(html));
    }

    [Fact]
    [Trait("Capability", "C65")]
    public void The_same_words_in_other_markup_are_no_change_and_said_to_differ()
    {
        var compared = HtmlComparison.Compare("<p>some\n words</p>", "<h1>some <b>words</b></h1>", Author);

        Assert.Equal(new ComparedHtml("<p>some\n words</p>", 0, true), compared);
        Assert.False(HtmlComparison.Compare("<p>a</p>", "<p>b</p>", Author).MarkupDiffers);
    }

    [Fact]
    [Trait("Capability", "C92")]
    public void Accepting_all_gives_the_revised_text_and_rejecting_all_the_original() => Gen.Select(Mails.Bodies, Mails.Bodies).Sample(
        (original, revised) => AssertBoth(original, revised, HtmlComparison.Compare(original, revised, Author).Html), iter: 2_000);

    [Fact]
    [Trait("Capability", "C92")]
    public void Edited_mails_give_both_texts_back() => Mails.Edited.Sample(
        (original, revised) => AssertBoth(original, revised, HtmlComparison.Compare(original, revised, Author).Html), iter: 2_000);

    [Fact]
    [Trait("Capability", "C92")]
    public void Well_nested_mails_never_need_the_marks_for_malformed_ones() => Mails.Edited.Where(mails => !(mails.Item1 + mails.Item2).Contains("<i>", StringComparison.Ordinal)).Sample(
        mails => HtmlComparison.Marked(HtmlSide.Of(mails.Item1), HtmlSide.Of(mails.Item2), Author, blocks: true) is not null, iter: 1_000);

    [Fact]
    [Trait("Capability", "C92")]
    public void Malformed_html_gives_both_texts_back_or_is_refused() => Gen.Select(Mails.Soup, Mails.Soup).Sample(
        (original, revised) =>
        {
            try
            {
                AssertBoth(original, revised, HtmlComparison.Compare(original, revised, Author).Html);
            }
            catch (HtmlRefusedException refusal)
            {
                Assert.True(refusal.Code is HtmlRefusals.StrayMark or HtmlRefusals.Malformed);
            }
        },
        iter: 3_000);

    [Fact]
    [Trait("Capability", "C92")]
    public void Decisions_one_by_one_in_any_order_give_what_they_give_at_once() => Gen.Select(Mails.Edited, Gen.Int).Sample(
        (mails, seed) =>
        {
            var (random, html) = (new Random(seed), HtmlComparison.Compare(mails.Item1, mails.Item2, Author).Html);
            var ids = HtmlRevisions.List(html).Select(revision => revision.Id).ToArray();
            random.Shuffle(ids);

            var rejected = ids.Aggregate(html, (left, id) => HtmlRevisions.Reject(left, [id]));
            Assert.Equal(mails.Item1, rejected);
            var accepted = ids.Aggregate(html, (left, id) => HtmlRevisions.Accept(left, [id]));
            Assert.Equal(HtmlLines.Text(mails.Item2), HtmlLines.Text(accepted));
            Assert.Equal(0, HtmlRevisions.Pending(accepted));

            var some = ids.Where(_ => random.Next(2) == 0).ToHashSet();
            var mixed = ids.Aggregate(html, (left, id) => some.Contains(id) ? HtmlRevisions.Accept(left, [id]) : HtmlRevisions.Reject(left, [id]));
            var atOnce = HtmlRevisions.RejectAll(HtmlRevisions.Accept(html, some));
            Assert.Equal(HtmlLines.Text(atOnce), HtmlLines.Text(mixed));
        },
        iter: 500);

    private static void AssertBoth(string original, string revised, string html)
    {
        Assert.Equal(original, HtmlRevisions.RejectAll(html));
        Assert.Equal(HtmlLines.Text(revised), HtmlLines.Text(HtmlRevisions.AcceptAll(html)));
        Assert.Equal(HtmlRevisions.List(html).Count, HtmlRevisions.Pending(html));
        Assert.Equal(0, HtmlRevisions.Pending(HtmlRevisions.AcceptAll(html)));
    }

    private static string Shown(string html) => Marks().Replace(html, match => match.Groups[2].Success ? $"<{match.Groups[1]} ^{match.Groups[2]}>" : $"<{match.Groups[1]}>");

    [GeneratedRegex("<(ins|del) data-revision-id=[^>]*?(?:levels=\"(\\d)\")?>")]
    private static partial Regex Marks();
}
