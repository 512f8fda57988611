using System.Text.Json;
using HandoffOffice.Redlining;

namespace HandoffOffice.Cli.Tests;

[Trait("Capability", "C60")]
public sealed class EditTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("handoff-edit-").FullName;

    public EditTests()
    {
        var template = DocumentTemplate.Create(new TemplateContent("Status", null, "en-GB", [new("body", "Body")], "Foot"));
        var drafted = SectionDrafting.Insert(template, [new SectionText("body", null, [new ParagraphText([new("a", "The quick fox jumps.")])])], new RevisionAuthor("Ann", DateTimeOffset.UnixEpoch));
        File.WriteAllBytes(Path("file.docx"), Revisions.AcceptAll(drafted.File));
    }

    [Fact]
    public void Every_edit_has_a_line_and_is_in_the_file()
    {
        var (code, output, error) = Edit("""[{ "words": "quick", "replacement": "slow", "reason": "It is old." }, { "words": "Foot", "replacement": "Feet", "author": "Bob" }]""");

        Assert.Equal((0, ""), (code, error));
        var lines = output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToList();
        Assert.Equal([("0", "landed", "/word/document.xml"), ("1", "landed", "/word/footer1.xml")], lines.Select(line => (line[0], line[1], line[3])));
        var changes = Revisions.List(Written());
        Assert.Equal([("quick", "Ann"), ("slow", "Ann"), ("Foot", "Bob"), ("Feet", "Bob")], changes.Select(change => (change.Text, change.Author)));
        Assert.Equal(string.Join(' ', changes.Take(2).Select(change => change.Id)), lines[0][2]);
        Assert.Equal("It is old.", Assert.Single(Comments.List(Written())).Text);
    }

    [Fact]
    public void A_refused_edit_is_exit_code_1_and_the_others_are_in_the_file()
    {
        var (code, output, _) = Edit("""[{ "words": "nowhere\tto be found", "replacement": "x" }, { "words": "quick", "replacement": "slow" }]""");

        Assert.Equal(1, code);
        Assert.StartsWith("0\trefused\tnot-found\tThe words \"nowhere to be found\"", output, StringComparison.Ordinal);
        Assert.Equal(["quick", "slow"], Revisions.List(Written()).Select(change => change.Text));
    }

    [Fact]
    public void With_json_the_answer_is_json()
    {
        var (_, output, _) = Edit("""[{ "words": "quick", "replacement": "slow" }, { "paragraph": { "number": 99 }, "replacement": "" }]""", "--json");

        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal(0, answer.GetProperty("landed")[0].GetProperty("index").GetInt32());
        Assert.Equal("no-such-paragraph", answer.GetProperty("refused")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void Paragraphs_are_named_by_number_part_control_and_text()
    {
        var (code, _, _) = Edit("""
            [{ "behindParagraph": { "number": 0, "control": "body" }, "replacement": "And runs." },
             { "beforeParagraph": { "number": 0, "part": "/word/footer1.xml" }, "replacement": "Over" },
             { "words": "fox", "occurrence": 1, "in": { "number": 7, "expected": "The quick fox jumps." }, "replacement": "dog" }]
            """);

        Assert.Equal(0, code);
        Assert.Contains("The quick dog jumps.\nAnd runs.", DocumentText.ReadBody(Written(), RevisionView.Accepted), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_date_gives_the_same_bytes()
    {
        Edit("""[{ "words": "quick", "replacement": "slow" }]""");
        var first = Written();
        Edit("""[{ "words": "quick", "replacement": "slow" }]""");

        Assert.Equal(first, Written());
    }

    [Theory]
    [InlineData("", "The edits are no JSON")]
    [InlineData("{}", "The edits: ")]
    [InlineData("[1]", "/0: ")]
    [InlineData("""[{ "replacement": "x" }]""", "/0: ")]
    [InlineData("""[{ "words": "a", "paragraph": { "number": 0 }, "replacement": "x" }]""", "/0/paragraph: ")]
    [InlineData("""[{ "words": "a" }]""", "/0/replacement: ")]
    [InlineData("""[{ "words": 5, "replacement": "x" }]""", "/0/words: ")]
    [InlineData("""[{ "words": "a", "replacement": "x" }, { "words": "a", "replacement": null }]""", "/1/replacement: ")]
    [InlineData("""[{ "words": "a", "replacement": "x", "ocurrence": 1 }]""", "/0/ocurrence: ")]
    [InlineData("""[{ "words": "a", "replacement": "x", "a/b": 1 }]""", "/0/a~1b: ")]
    [InlineData("""[{ "words": "a", "replacement": "x", "occurrence": 1.5 }]""", "/0/occurrence: ")]
    [InlineData("""[{ "words": "a", "replacement": "x", "author": " " }]""", "/0/author: ")]
    [InlineData("""[{ "paragraph": { "part": "/word/document.xml" }, "replacement": "x" }]""", "/0/paragraph/number: ")]
    [InlineData("""[{ "words": "a", "in": { "number": "3" }, "replacement": "x" }]""", "/0/in/number: ")]
    [InlineData("""[{ "words": "a", "words": "b", "replacement": "x" }]""", "The edits are no JSON")]
    public void Bad_edits_are_exit_code_2_and_one_line_with_the_place(string edits, string place)
    {
        var (code, output, error) = Edit(edits);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("handoff: " + place, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(File.Exists(Path("out.docx")));
    }

    [Fact]
    public void A_bad_command_line_is_exit_code_2()
    {
        File.WriteAllText(Path("edits.json"), "[]");
        string[][] bad = [[], [Path("file.docx")], [Path("file.docx"), "--edits", Path("edits.json")], [Path("file.docx"), "--edits", Path("missing.json"), "-o", Path("out.docx")],
            [Path("edits.json"), "--edits", Path("edits.json"), "-o", Path("out.docx")], [Path("file.docx"), "--edits", Path("edits.json"), "-o", Path("out.docx"), "--author", " "]];

        Assert.All(bad, args => Assert.Equal(2, Handoff(["redline", "edit", .. args]).Code));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private (int Code, string Output, string Error) Edit(string edits, params string[] more)
    {
        File.WriteAllText(Path("edits.json"), edits);
        return Handoff(["redline", "edit", Path("file.docx"), "--edits", Path("edits.json"), "--out", Path("out.docx"), "--author", "Ann", "--date", "2026-03-04T05:06:07Z", .. more]);
    }

    private static (int Code, string Output, string Error) Handoff(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (HandoffCommand.Run(args, output, error), output.ToString(), error.ToString());
    }

    private byte[] Written() => File.ReadAllBytes(Path("out.docx"));

    private string Path(string name) => System.IO.Path.Combine(folder, name);
}
