using System.CommandLine;
using System.Text.Json;
using HandoffOffice.Redlining;

namespace HandoffOffice.Cli.Redline;

/// <summary><c>handoff redline edit FILE --edits EDITS -o OUT</c>: the file with a list of edits as tracked changes.</summary>
internal static class EditCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create(TimeProvider clock)
    {
        var file = DocumentFile.Argument();
        var edits = new Option<string>("--edits") { Description = "The edits, a JSON array (see the README).", Required = true };
        var target = new Option<string>("--output", "-o", "--out") { Description = "The file to write.", Required = true };
        var json = new Option<bool>("--json") { Description = "As JSON: landed and refused." };
        var command = new Command("edit", "Carries edits out as tracked changes, with their reasons as comments. Exit code 1 when one was refused; the others are in the file.")
        {
            file, edits, target, json,
        };
        var signature = new Signature(command);
        command.SetAction(parsed =>
        {
            var document = DocumentFile.Read(parsed.GetRequiredValue(file));
            var by = signature.Of(parsed, clock);
            var edited = DocumentEditing.Apply(document, EditList.Parse(DocumentFile.Read(parsed.GetRequiredValue(edits)), by), by);
            File.WriteAllBytes(parsed.GetRequiredValue(target), edited.File);
            Report(edited, parsed.GetValue(json), parsed.InvocationConfiguration.Output);
            return edited.Refused.Count == 0 ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }

    private static void Report(EditedDocument edited, bool asJson, TextWriter output)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(new { edited.Landed, edited.Refused }, Json));
            return;
        }

        var landed = edited.Landed.Select(one => (one.Index, Line: $"{one.Index}\tlanded\t{string.Join(' ', one.RevisionIds)}\t{one.Part}\t{one.Paragraph}"));
        var refused = edited.Refused.Select(one => (one.Index, Line: $"{one.Index}\trefused\t{one.Code}\t{OneLine(one.Message)}"));
        foreach (var (_, line) in landed.Concat(refused).OrderBy(one => one.Index))
        {
            output.WriteLine(line);
        }
    }

    // A tab or line break of a quotation must not look like one of the table.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
