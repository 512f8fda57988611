using System.CommandLine;
using HandoffOffice.Redlining;

namespace HandoffOffice.Cli.Redline;

/// <summary><c>handoff redline accept|reject FILE (--id ID ... | --all) -o OUT</c>. The file given is not changed unless it is also OUT.</summary>
internal static class SettleCommand
{
    public static Command Accept() => Create("accept", "Accepts tracked changes.", Revisions.AcceptAll, Revisions.Accept);

    public static Command Reject() => Create("reject", "Rejects tracked changes.", Revisions.RejectAll, Revisions.Reject);

    private static Command Create(
        string name, string description, Func<ReadOnlyMemory<byte>, byte[]> settleAll, Func<ReadOnlyMemory<byte>, IEnumerable<string>, byte[]> settle)
    {
        var file = DocumentFile.Argument();
        var ids = new Option<string[]>("--id") { Description = "A change, by its id in the list. May be given several times.", AllowMultipleArgumentsPerToken = true };
        var all = new Option<bool>("--all") { Description = "Every change." };
        var target = new Option<string>("--output", "-o") { Description = "The file to write.", Required = true };
        var command = new Command(name, description + " Exit code 1, and no file, when nothing matched.") { file, ids, all, target };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == (result.GetValue(ids) is { Length: > 0 }))
            {
                result.AddError("Give either --id or --all.");
            }
        });
        command.SetAction(parsed =>
        {
            var document = DocumentFile.Read(parsed.GetRequiredValue(file));
            var chosen = parsed.GetValue(ids) ?? [];
            return Settle(document, parsed.GetRequiredValue(target), parsed.InvocationConfiguration,
                settled: () => parsed.GetValue(all) ? settleAll(document) : settle(document, chosen));
        });
        return command;
    }

    private static int Settle(byte[] document, string target, InvocationConfiguration console, Func<byte[]> settled)
    {
        var before = Revisions.Pending(document);
        if (before == 0)
        {
            console.Error.WriteLine("handoff: The document has no tracked change.");
            return ExitCode.No;
        }

        try
        {
            var file = settled();
            File.WriteAllBytes(target, file);
            var left = Revisions.Pending(file);
            console.Output.WriteLine($"{before - left} settled, {left} pending: {target}");
            return ExitCode.Done;
        }
        catch (UnknownRevisionException e)
        {
            console.Error.WriteLine("handoff: " + e.Message.ReplaceLineEndings(" "));
            return ExitCode.No;
        }
    }
}
