using static HandoffOffice.Redlining.Tests.Docx;

namespace HandoffOffice.Redlining.Tests;

/// <summary>
/// Changes crowded in the worst ways: the work grows with their number, not with its square, which would be thousands of times as much
/// and would not come back.
/// </summary>
public sealed class CrowdedDocumentTests(ITestOutputHelper output)
{
    private const int Most = DocumentLimits.MaxRevisions;
    private const int Many = 20_000;
    private const string By = "w:author=\"Ann\" w:date=\"2026-01-02T03:04:05Z\"";

    /// <summary>A name, and the body with so many changes.</summary>
    public static TheoryData<string> Crowds => new(Bodies.Keys);

    private static readonly Dictionary<string, Func<int, string>> Bodies = new()
    {
        ["insertions in one paragraph"] = count => P(Repeat(count, n => Ins(n, "a ") + R("b"))),
        ["sentences by one hand in one paragraph"] = count => P(Repeat(count, n => Ins(n, "a "))),
        ["deletions in one paragraph"] = count => P(Repeat(count, n => Del(n, "a ") + R("b"))),
        ["one id for all"] = count => P(Repeat(count, _ => Ins(7, "a ") + R("b"))),
        ["paragraph marks"] = count => Repeat(count, n => P(R("a"), Mark(n % 2 == 0 ? "ins" : "del", n))),
        ["empty paragraphs"] = count => Repeat(count, n => P("", Mark("ins", n))) + P(R("a")),
        ["rows"] = count => $"<w:tbl><w:tblPr/><w:tblGrid/>{Repeat(count, n => $"<w:tr><w:trPr><w:{(n % 2 == 0 ? "ins" : "del")} w:id=\"{n}\" {By}/></w:trPr><w:tc><w:p/></w:tc></w:tr>")}</w:tbl><w:p/>",
        ["moves"] = count => Repeat(count / 4, n => P(Move("From", 4 * n, n) + R("a"))) + Repeat(count / 4, n => P(Move("To", (4 * n) + 2, n))),
        ["ranges without an end"] = count => P(Repeat(count / 2, n => $"<w:moveFromRangeStart w:id=\"{n}\" w:name=\"m{n}\" {By}/>") + Repeat(count / 2, n => $"<w:moveFrom w:id=\"{n}\" {By}>{R("a")}</w:moveFrom>")),
        ["bookmarks in changes"] = count => P(Repeat(count - 1, n => $"<w:ins w:id=\"{n}\" {By}><w:bookmarkStart w:id=\"{n}\" w:name=\"b{n}\"/>{R("a")}</w:ins><w:bookmarkEnd w:id=\"{n}\"/>")
            + $"<w:del w:id=\"{count}\" {By}>{Repeat(count, n => $"<w:bookmarkStart w:id=\"{count + n}\" w:name=\"c{n}\"/>{R("a")}")}</w:del>"),
        ["content controls"] = count => P(Repeat(count, n => $"<w:customXmlInsRangeStart w:id=\"{n}\" {By}/><w:sdt><w:sdtContent><w:customXmlInsRangeEnd w:id=\"{n}\"/>{R("a")}</w:sdtContent></w:sdt>")),
    };

    [Theory]
    [MemberData(nameof(Crowds))]
    public void However_changes_crowd_four_times_as_many_are_about_four_times_the_work(string crowd)
    {
        var (few, many) = (Settle(crowd, Many / 4), Settle(crowd, Many));

        output.WriteLine($"{crowd}: {few / 1024} KiB for {Many / 4}, {many / 1024} KiB for {Many}.");
        Assert.True(many < 6 * few, $"{few}, {many}");
    }

    [Fact]
    public void As_many_changes_as_are_taken_in_are_settled() => Settle("insertions in one paragraph", Most);

    // What it allocated.
    private static long Settle(string crowd, int count)
    {
        var file = Bytes(Bodies[crowd](count));
        return HangGuard.Allocated(
            () =>
            {
                Assert.Equal(0, Revisions.Pending(Revisions.AcceptAll(file)));
                Assert.Equal(0, Revisions.Pending(Revisions.RejectAll(file)));
                Assert.True(Revisions.List(file).Count > 0);
            },
            $"{count} x {crowd}");
    }

    [Fact]
    public void Thousands_of_single_decisions_in_one_paragraph_are_carried_out()
    {
        var file = Bytes(P(Repeat(5_000, n => Ins(n, $"w{n} "))));
        var rows = Revisions.List(file);

        var half = HangGuard.Run(() => Revisions.Decide(file, [.. rows.Where((_, n) => n % 2 == 0).Select((row, n) => n % 3 == 0 ? new RevisionDecision.Reject(row.Id) : (RevisionDecision)new RevisionDecision.Accept(row.Id))]), "2,500 of 5,000 decisions");

        Assert.Equal(2_500, Revisions.Pending(half));
        Assert.DoesNotContain("  ", DocumentText.ReadBody(half, RevisionView.Rejected).Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void More_changes_are_refused()
    {
        Assert.Equal("too-large", Assert.Throws<DocumentRefusedException>(() => Revisions.Pending(Bytes(P(Repeat(Most + 1, n => Ins(n, "a")))))).Code);
        var crowded = Bytes(P(R("a"), $"<w:rPr>{Repeat(65, n => $"<w:ins w:id=\"{n}\" {By}/>")}</w:rPr>"));
        Assert.Equal("too-large", Assert.Throws<DocumentRefusedException>(() => Revisions.Pending(crowded)).Code);
    }

    [Fact]
    public void Comments_by_the_thousand_are_read_and_refused_when_they_overlap_without_end()
    {
        const int Count = 10_000;
        static byte[] Commented(string body) => WithBody(body).Story("comments", "comments.xml",
            $"<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{Repeat(Count, n => $"<w:comment w:id=\"{n}\" w:author=\"Ann\"/>")}</w:comments>").Build();
        static string Start(int n) => $"<w:commentRangeStart w:id=\"{n}\"/>";
        static string End(int n) => $"<w:commentRangeEnd w:id=\"{n}\"/><w:r><w:commentReference w:id=\"{n}\"/></w:r>";
        var many = Commented(P(Repeat(Count, n => Start(n) + R("a") + End(n))));

        Assert.All(HangGuard.Run(() => Comments.List(many), "comments"), comment => Assert.Equal("a", comment.Anchor));
        var nested = Commented(P(Repeat(Count, Start) + R(new string('a', 100_000)) + Repeat(Count, End)));
        Assert.Equal("too-large", Assert.Throws<DocumentRefusedException>(() => Comments.List(nested)).Code);
    }

    private static string Move(string way, int id, int name) =>
        $"<w:move{way}RangeStart w:id=\"{id}\" w:name=\"m{name}\" {By}/><w:move{way} w:id=\"{id + 1}\" {By}>{R("a")}</w:move{way}><w:move{way}RangeEnd w:id=\"{id}\"/>";

    private static string Repeat(int count, Func<int, string> text) => string.Concat(Enumerable.Range(1, count).Select(text));
}
