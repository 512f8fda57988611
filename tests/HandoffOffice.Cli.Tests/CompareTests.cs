using HandoffOffice.Redlining;

namespace HandoffOffice.Cli.Tests;

[Trait("Capability", "C60")]
public sealed class CompareTests : IDisposable
{
    private const string Date = "2026-03-04T05:06:07Z";
    private static readonly string[] Signed = ["--author", "Ann", "--date", Date];

    private readonly string folder = Directory.CreateTempSubdirectory("handoff-compare-").FullName;

    public CompareTests()
    {
        Write("before.docx", "The quick fox jumps.");
        Write("after.docx", "The slow fox jumps.");
        File.WriteAllText(Path("bad.docx"), "hello");
    }

    [Fact]
    public void The_changes_are_tracked_under_the_name_and_date_given()
    {
        var (code, output, error) = Handoff(["redline", "compare", Path("before.docx"), Path("after.docx"), "-o", Path("out.docx"), .. Signed]);

        Assert.Equal((0, $"2 changes: {Path("out.docx")}{Environment.NewLine}", ""), (code, output, error));
        var changes = Revisions.List(File.ReadAllBytes(Path("out.docx")));
        Assert.Equal(["quick", "slow"], changes.Select(change => change.Text));
        Assert.All(changes, change => Assert.Equal(("Ann", DateTimeOffset.Parse(Date, System.Globalization.CultureInfo.InvariantCulture)), (change.Author, change.Date)));
    }

    [Fact]
    public void The_same_date_gives_the_same_bytes()
    {
        foreach (var name in new[] { "one.docx", "two.docx" })
        {
            Handoff(["redline", "compare", Path("before.docx"), Path("after.docx"), "-o", Path(name), .. Signed]);
        }

        Assert.Equal(File.ReadAllBytes(Path("one.docx")), File.ReadAllBytes(Path("two.docx")));
    }

    [Fact]
    public void Documents_that_do_not_differ_are_exit_code_1_and_the_original_is_written()
    {
        var (code, output, error) = Handoff("redline", "compare", Path("before.docx"), Path("before.docx"), "-o", Path("out.docx"));

        Assert.Equal((1, $"0 changes: {Path("out.docx")}{Environment.NewLine}", ""), (code, output, error));
        Assert.Equal(0, Revisions.Pending(File.ReadAllBytes(Path("out.docx"))));
    }

    [Fact]
    public void Bad_input_is_exit_code_2_and_one_line()
    {
        var (before, after, target) = (Path("before.docx"), Path("after.docx"), Path("out.docx"));
        File.WriteAllText(Path("no-column.tsv"), "pair_id\tbefore\n1\tbefore.docx\n");
        string[][] bad =
        [
            [before, Path("bad.docx"), "-o", target], [Path("bad.docx"), after, "-o", target], [before, Path("missing.docx"), "-o", target],
            [before, after], [before, "-o", target], [], [before, after, "-o", target, "--date", "yesterday"], [before, after, "-o", target, "--author", " "],
            [before, after, "-o", target, "--pairs", Path("pairs.tsv")], ["--pairs", Path("pairs.tsv"), "--out-dir", folder],
            ["--pairs", Path("missing.tsv"), "--out-dir", folder, "--report", Path("report.tsv")],
            ["--pairs", Path("no-column.tsv"), "--out-dir", folder, "--report", Path("report.tsv")],
        ];

        Assert.All(bad, args =>
        {
            var (code, output, error) = Handoff(["redline", "compare", .. args]);
            Assert.Equal((2, "", 1), (code, output, Lines(error)));
        });
        Assert.False(File.Exists(target));
        Assert.False(File.Exists(Path("report.tsv")));
        Assert.StartsWith("handoff: not-a-zip: ", Handoff(["redline", "compare", .. bad[0]]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_pair_of_a_list_is_compared_and_a_bad_one_stops_no_other()
    {
        var (code, output) = Batch("first\tbefore.docx\tafter.docx", "bad\tbefore.docx\tbad.docx", "missing\tbefore.docx\tnowhere.docx", "same\tafter.docx\tafter.docx");

        var report = Report();
        Assert.Equal((1, $"2 compared, 2 failed: {Path("report.tsv")}{Environment.NewLine}"), (code, output));
        Assert.Equal(["pair_id", "milliseconds", "revisions", "error"], report[0]);
        Assert.Equal([("first", "2", ""), ("same", "0", "")], report.Where(row => row[3].Length == 0).Select(row => (row[0], row[2], row[3])));
        Assert.All(report.Where(row => row[0] is "first" or "same"), row => Assert.True(int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture) >= 0));
        Assert.StartsWith("not-a-zip: ", report[2][3], StringComparison.Ordinal);
        Assert.Equal(["first.docx", "same.docx"], Directory.GetFiles(Path("out")).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_list_without_a_failure_is_exit_code_0() => Assert.Equal(0, Batch("first\tbefore.docx\tafter.docx").Code);

    [Fact]
    public void A_pair_that_would_be_written_elsewhere_or_over_another_fails()
    {
        Assert.Equal(1, Batch("../x\tbefore.docx\tafter.docx", "\tbefore.docx\tafter.docx", "twice\tbad.docx\tbad.docx", "TWICE\tbefore.docx\tafter.docx", "short\tbefore.docx").Code);

        Assert.Equal(["error", "The pair_id is no name of a file.", "The pair_id is no name of a file.", "The pair_id is there twice.", "The line has too few columns."],
            Report().Select(row => row[3]).Where(error => !error.StartsWith("not-a-zip", StringComparison.Ordinal)));
        Assert.Empty(Directory.GetFiles(Path("out")));
        Assert.False(File.Exists(Path("x.docx")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static (int Code, string Output, string Error) Handoff(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (HandoffCommand.Run(args, output, error), output.ToString(), error.ToString());
    }

    private static int Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    private string Path(string name) => System.IO.Path.Combine(folder, name);

    // The columns in another order, and one more, as lists from elsewhere have them.
    private (int Code, string Output) Batch(params string[] rows)
    {
        File.WriteAllLines(Path("pairs.tsv"), ["licence\tpair_id\tbefore\tafter", .. rows.Select(row => "MIT\t" + row)]);
        var (code, output, _) = Handoff(["redline", "compare", "--pairs", Path("pairs.tsv"), "--out-dir", Path("out"), "--report", Path("report.tsv"), .. Signed]);
        return (code, output);
    }

    private List<string[]> Report() => [.. File.ReadAllLines(Path("report.tsv")).Select(line => line.Split('\t'))];

    private void Write(string name, string text)
    {
        var template = DocumentTemplate.Create(new TemplateContent("Status", null, "en-GB", [new("body", "Body")], "Foot"));
        var drafted = SectionDrafting.Insert(template, [new SectionText("body", null, [new ParagraphText([new("a", text)])])], new RevisionAuthor("Ann", DateTimeOffset.UnixEpoch));
        File.WriteAllBytes(Path(name), Revisions.AcceptAll(drafted.File));
    }
}
