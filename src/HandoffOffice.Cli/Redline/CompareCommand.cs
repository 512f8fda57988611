using System.CommandLine;
using HandoffOffice.Redlining;

namespace HandoffOffice.Cli.Redline;

/// <summary>
/// <c>handoff redline compare ORIGINAL REVISED -o OUT</c>: the original with what the revised document says differently as tracked changes;
/// <c>compare --pairs LIST --out-dir FOLDER --report REPORT</c>: the same for many pairs.
/// </summary>
internal static class CompareCommand
{
    public static Command Create(TimeProvider clock)
    {
        var original = new Argument<string?>("ORIGINAL") { Description = "A Word document (.docx).", Arity = ArgumentArity.ZeroOrOne };
        var revised = new Argument<string?>("REVISED") { Description = "What became of it.", Arity = ArgumentArity.ZeroOrOne };
        var target = new Option<string?>("--output", "-o") { Description = "The file to write." };
        var pairs = new Option<string?>("--pairs") { Description = "A list instead: tab-separated, with the columns pair_id, before, after." };
        var folder = new Option<string?>("--out-dir") { Description = "With --pairs: where pair_id.docx goes." };
        var report = new Option<string?>("--report") { Description = "With --pairs: the report to write, tab-separated: pair_id, milliseconds, revisions, error." };
        var command = new Command("compare", "Writes a document's changes as tracked changes. Exit code 1 when two documents do not differ, or when a pair of a list failed.")
        {
            original, revised, target, pairs, folder, report,
        };
        var signature = new Signature(command);
        command.Validators.Add(result =>
        {
            bool[] one = [result.GetValue(original) is not null, result.GetValue(revised) is not null, result.GetValue(target) is not null];
            bool[] many = [result.GetValue(pairs) is not null, result.GetValue(folder) is not null, result.GetValue(report) is not null];
            if (!(Array.TrueForAll(one, given => given) && !Array.Exists(many, given => given)) && !(Array.TrueForAll(many, given => given) && !Array.Exists(one, given => given)))
            {
                result.AddError("Give either ORIGINAL REVISED -o OUT or --pairs LIST --out-dir FOLDER --report REPORT.");
            }
        });
        command.SetAction(parsed =>
        {
            var by = signature.Of(parsed, clock);
            var output = parsed.InvocationConfiguration.Output;
            return parsed.GetValue(pairs) is { } list
                ? PairList.Compare(list, parsed.GetRequiredValue(folder) ?? "", parsed.GetRequiredValue(report) ?? "", by, output)
                : Compare(parsed.GetRequiredValue(original) ?? "", parsed.GetRequiredValue(revised) ?? "", parsed.GetRequiredValue(target) ?? "", by, output);
        });
        return command;
    }

    private static int Compare(string original, string revised, string target, RevisionAuthor author, TextWriter output)
    {
        var compared = DocumentComparison.Compare(DocumentFile.Read(original), DocumentFile.Read(revised), author);
        File.WriteAllBytes(target, compared.File.Span);
        output.WriteLine($"{compared.Revisions} changes: {target}");
        foreach (var difference in compared.Untracked)
        {
            output.WriteLine($"not tracked: {difference}");
        }

        return compared.Revisions > 0 || compared.Untracked.Count > 0 ? ExitCode.Done : ExitCode.No;
    }
}
