using System.CommandLine;
using System.Text.Json;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Cli.Verify;

/// <summary><c>handoff verify ledger EXPORT [--head FILE ...] [--json]</c>: an exported ledger against signed heads that were kept elsewhere.</summary>
internal static class VerifyLedgerCommand
{
    public static Command Create()
    {
        var export = new Argument<string>("EXPORT") { Description = "An exported ledger (JSON lines)." };
        var heads = new Option<string[]>("--head")
        {
            Description = "A file of signed heads that was kept elsewhere, one a line. May be given several times; the more heads, the closer a change is located.",
        };
        var json = new Option<bool>("--json") { Description = "Writes one JSON object." };
        var command = new Command("ledger", "Whether an exported ledger is whole and unchanged. Exit code 1 when it is not.") { export, heads, json };
        command.SetAction(parsed =>
        {
            List<SignedTreeHead> earlier = [.. (parsed.GetValue(heads) ?? []).SelectMany(Heads)];
            using FileStream file = File.OpenRead(parsed.GetRequiredValue(export));
            LedgerReport report = Verified(file, earlier, parsed.GetRequiredValue(export));
            Say(report, earlier.Count, parsed.GetValue(json), parsed.InvocationConfiguration.Output);
            return report.Faults.Count == 0 ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }

    private static LedgerReport Verified(FileStream file, List<SignedTreeHead> earlier, string name)
    {
        try
        {
            return LedgerVerification.Of(file, earlier);
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"not-a-ledger: {e.Message} ({name})", e);
        }
    }

    private static IEnumerable<SignedTreeHead> Heads(string path)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0)
            {
                yield return Head(line, path, number);
            }
        }
    }

    private static SignedTreeHead Head(string line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<SignedTreeHead>(line, WorkflowFile.Options) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"not-a-head: line {number} of {path} is no signed head: {e.Message}", e);
        }
    }

    private static void Say(LedgerReport report, int earlier, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(report, WorkflowFile.Options));
            return;
        }

        foreach (LedgerFault fault in report.Faults)
        {
            string place = fault.Entry is not { } first ? "" : fault.LastEntry is { } last ? $" (entries {first} to {last})" : $" (entry {first})";
            output.WriteLine($"{fault.Code}{place}: {fault.Detail}");
        }

        output.WriteLine(report.Faults.Count > 0 ? $"NOT intact: {report.Entries} entries, {report.Faults.Count} faults."
            : earlier == 0 ? $"Consistent in itself: {report.Entries} entries, root {report.Root}. Without an earlier head (--head) nothing says that it was not written anew as a whole."
            : $"Intact: {report.Entries} entries, root {report.Root}, {earlier} earlier heads agree.");
    }
}
