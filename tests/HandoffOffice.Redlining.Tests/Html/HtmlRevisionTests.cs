namespace HandoffOffice.Redlining.Tests.Html;

/// <summary>Decisions on marks, and what is not taken in.</summary>
public sealed class HtmlRevisionTests
{
    private static readonly RevisionAuthor Author = new("Ann", DateTimeOffset.UnixEpoch);

    public static TheoryData<string, string> Refused => new()
    {
        { new string('a', HtmlComparison.MaxLength + 1), HtmlRefusals.TooLarge },
        { string.Concat(Enumerable.Repeat("a ", HtmlComparison.MaxWords)), HtmlRefusals.TooLarge },
        { string.Concat(Enumerable.Repeat("<div>", HtmlComparison.MaxDepth + 1)), HtmlRefusals.TooDeep },
        { "<p>a</ins></p>", HtmlRefusals.StrayMark },
        { "<p><del>a</p>", HtmlRefusals.StrayMark },
        { "<p><ins data-revision-id=1>a</ins></p>", HtmlRefusals.PendingRevisions },
        { "<ul><li><p><del data-revision-id=1 data-revision-levels=2>a</del></p></ul>", HtmlRefusals.BadMark },
        { "<ins data-revision-id=1 data-revision-levels=1>a</ins>", HtmlRefusals.BadMark },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_compared_safely_is_refused_by_name(string html, string code)
    {
        Assert.Equal(code, Assert.Throws<HtmlRefusedException>(() => HtmlComparison.Compare(html, "a", Author)).Code);
        Assert.Equal(code, Assert.Throws<HtmlRefusedException>(() => HtmlComparison.Compare("a", html, Author)).Code);
    }

    public static TheoryData<string, string> Bombs => new()
    {
        { "open tags", "<b>" },
        { "unclosed cells", "<table><tr><td>" },
        { "stray ends", "</p></b></div>" },
        { "comments without end", "<!--" },
        { "quotes", "<a '" },
        { "less than", "<" },
        { "references", "&a" },
        { "scripts", "<script></scrip" },
        { "breaks", "<br> " },
        { "cells", "<td></td>" },
        { "attributes", "<p a=1 b=2>x" },
        { "lists", "<li><p>x" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Hostile_html_of_twice_the_length_takes_about_twice_the_memory(string what, string part)
    {
        var (half, whole) = (Cost(what, part, 125_000), Cost(what, part, 250_000));

        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {half / 1024} KiB, of twice the length {whole / 1024} KiB");
        Assert.True(whole < 3 * half, $"{half}, {whole}");
    }

    private static long Cost(string what, string part, int length)
    {
        var html = string.Concat(Enumerable.Repeat(part, length / part.Length));
        return HangGuard.Allocated(
            () =>
            {
                try
                {
                    HtmlComparison.Compare(html, "<p>b</p>" + html + "a", Author);
                }
                catch (HtmlRefusedException)
                {
                    // Refused is as good as compared.
                }
            },
            what);
    }

    [Fact]
    public void Marks_of_others_are_neither_listed_nor_settled()
    {
        const string Html = "<p><ins cite=x>theirs</ins> <del>gone</del></p>";
        var marked = HtmlComparison.Compare(Html, "<p><ins cite=x>theirs</ins> <del>gone</del> ours</p>", Author).Html;

        Assert.Equal("ours", Assert.Single(HtmlRevisions.List(marked)).Text);
        Assert.Equal(Html, HtmlRevisions.RejectAll(marked));
        Assert.Empty(HtmlRevisions.List(Html));
    }

    [Fact]
    public void A_change_that_is_not_pending_cannot_be_decided() =>
        Assert.Equal("9", Assert.Throws<UnknownRevisionException>(() => HtmlRevisions.Accept("<p>a</p>", ["9"])).Id);

    [Theory]
    [InlineData("1 < 2 script>alert(1)", "1 <script>alert(1)")]
    [InlineData("a &x lt;b", "a & lt;b")]
    [InlineData("<p>1 < <i>2</i>b>", "<p>1 &lt;b>")]
    public void Text_never_turns_into_markup(string original, string revisedText)
    {
        var revised = revisedText.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<s", "&lt;s", StringComparison.Ordinal);
        var accepted = HtmlRevisions.AcceptAll(HtmlComparison.Compare(original, revised, Author).Html);

        Assert.Equal(HtmlLines.Text(revised), HtmlLines.Text(accepted));
        Assert.DoesNotContain("<script", accepted, StringComparison.Ordinal);
    }
}
