using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using HandoffOffice.Redlining;

namespace HandoffOffice.Cli.Redline;

/// <summary><c>handoff redline list FILE [--json]</c>: what is still undecided.</summary>
internal static class ListCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    public static Command Create()
    {
        var file = DocumentFile.Argument();
        var json = new Option<bool>("--json") { Description = "As JSON: pending and revisions." };
        var command = new Command("list", "Lists the tracked changes of a document. Exit code 1 when there is none.") { file, json };
        command.SetAction(parsed => List(DocumentFile.Read(parsed.GetRequiredValue(file)), parsed.GetValue(json), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int List(byte[] document, bool asJson, TextWriter output)
    {
        var revisions = Revisions.List(document);
        var pending = Revisions.Pending(document);
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(new { pending, revisions }, Json));
        }
        else
        {
            foreach (var revision in revisions)
            {
                var date = revision.Date?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "-";
                output.WriteLine(string.Join('\t', revision.Id, revision.Kind, OneLine(revision.Author), date, revision.Part, OneLine(revision.Text)));
            }
        }

        return pending > 0 ? ExitCode.Done : ExitCode.No;
    }

    // A tab or line break of the document must not look like one of the table.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
