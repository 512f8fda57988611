using System.Text.Json;
using HandoffOffice.Redlining;

namespace HandoffOffice.Cli.Tests;

public sealed class RedlineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("handoff-cli-").FullName;

    private readonly DraftedDocument draft = SectionDrafting.Insert(
        DocumentTemplate.Create(new TemplateContent("Status", null, "en-GB", [new("body", "Body")], "Foot")),
        [new SectionText("body", null, [new ParagraphText([new("a", "One."), new("b", "Two.")])])],
        new RevisionAuthor("Ann", new DateTimeOffset(2026, 1, 2, 3, 4, 0, TimeSpan.Zero)));

    [Fact]
    public void List_writes_one_line_for_each_change()
    {
        var (code, output, error) = Handoff("redline", "list", Input());

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(["1\tInsertion\tAnn\t2026-01-02 03:04Z\t/word/document.xml\tOne.", "2\tInsertion\tAnn\t2026-01-02 03:04Z\t/word/document.xml\tTwo."],
            output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void List_writes_json()
    {
        var list = JsonDocument.Parse(Handoff("redline", "list", Input(), "--json").Output).RootElement;

        Assert.Equal(2, list.GetProperty("pending").GetInt32());
        Assert.Equal("Insertion", list.GetProperty("revisions")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public void Accept_by_id_leaves_the_others_pending()
    {
        Assert.Equal(0, Handoff("redline", "accept", Input(), "--id", draft.Sentences[0].RevisionId, "-o", Path("out.docx")).Code);

        Assert.Equal("Two.", Assert.Single(Revisions.List(File.ReadAllBytes(Path("out.docx")))).Text);
    }

    [Theory]
    [InlineData("accept", "Status\nBody\nOne. Two.")]
    [InlineData("reject", "Status\nBody\n")]
    public void All_changes_are_settled_at_once(string command, string expected)
    {
        var (code, output, _) = Handoff("redline", command, Input(), "--all", "-o", Path("out.docx"));

        Assert.Equal((0, $"2 settled, 0 pending: {Path("out.docx")}{Environment.NewLine}"), (code, output));
        Assert.Equal(expected, DocumentText.ReadBody(File.ReadAllBytes(Path("out.docx")), RevisionView.Accepted));
    }

    [Fact]
    public void Nothing_that_matches_is_exit_code_1_and_writes_no_file()
    {
        var unknown = Handoff("redline", "accept", Input(), "--id", "99", "-o", Path("out.docx"));
        File.WriteAllBytes(Path("clean.docx"), Revisions.AcceptAll(draft.File));

        Assert.Equal((1, 1), (unknown.Code, Lines(unknown.Error)));
        Assert.Equal(1, Handoff("redline", "list", Path("clean.docx")).Code);
        Assert.Equal(1, Handoff("redline", "reject", Path("clean.docx"), "--all", "-o", Path("out.docx")).Code);
        Assert.False(File.Exists(Path("out.docx")));
    }

    [Fact]
    public void Bad_input_is_exit_code_2_and_one_line()
    {
        File.WriteAllText(Path("bad.docx"), "hello");
        string[][] bad =
        [
            ["redline", "list", Path("bad.docx")], ["redline", "list", Path("missing.docx")], ["redline", "list"], ["redline", "frobnicate"],
            ["redline", "accept", Input(), "-o", Path("out.docx")], ["redline", "accept", Input(), "--all", "--id", "1", "-o", Path("out.docx")],
            ["redline", "accept", Input(), "--all"], ["redline", "accept", Input(), "--all", "-o", Path("no/such/folder.docx")],
        ];

        Assert.All(bad, args =>
        {
            var (code, output, error) = Handoff(args);
            Assert.Equal((2, "", 1), (code, output, Lines(error)));
        });
        Assert.StartsWith("handoff: not-a-zip: ", Handoff("redline", "list", Path("bad.docx")).Error, StringComparison.Ordinal);
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

    private string Input()
    {
        File.WriteAllBytes(Path("in.docx"), draft.File);
        return Path("in.docx");
    }
}
