using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using HandoffOffice.Redlining;

namespace HandoffOffice.Cli.Redline;

/// <summary>
/// <c>handoff redline compare ORIGINAL REVISED -o OUT</c>: the original with what the revised document says differently as tracked changes;
/// <c>compare --pairs LIST --out-dir FOLDER --report REPORT</c>: the same for many pairs.
/// </summary>
internal static class CompareCommand
{
    private const string DefaultAuthor = "HandoffOffice";

    // ISO 8601; without an offset it is UTC.
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    public static Command Create(TimeProvider clock)
    {
        var original = new Argument<string?>("ORIGINAL") { Description = "A Word document (.docx).", Arity = ArgumentArity.ZeroOrOne };
        var revised = new Argument<string?>("REVISED") { Description = "What became of it.", Arity = ArgumentArity.ZeroOrOne };
        var target = new Option<string?>("--output", "-o") { Description = "The file to write." };
        var pairs = new Option<string?>("--pairs") { Description = "A list instead: tab-separated, with the columns pair_id, before, after." };
        var folder = new Option<string?>("--out-dir") { Description = "With --pairs: where pair_id.docx goes." };
        var report = new Option<string?>("--report") { Description = "With --pairs: the report to write, tab-separated: pair_id, milliseconds, revisions, error." };
        var author = new Option<string?>("--author") { Description = $"Who the changes are by: {DefaultAuthor} if not given." };
        var date = new Option<DateTimeOffset?>("--date") { Description = "When, in ISO 8601; UTC unless it says otherwise. Now if not given.", CustomParser = ReadDate };
        var command = new Command("compare", "Writes a document's changes as tracked changes. Exit code 1 when two documents do not differ, or when a pair of a list failed.")
        {
            original, revised, target, pairs, folder, report, author, date,
        };
        command.Validators.Add(result =>
        {
            bool[] one = [result.GetValue(original) is not null, result.GetValue(revised) is not null, result.GetValue(target) is not null];
            bool[] many = [result.GetValue(pairs) is not null, result.GetValue(folder) is not null, result.GetValue(report) is not null];
            if (!(Array.TrueForAll(one, given => given) && !Array.Exists(many, given => given)) && !(Array.TrueForAll(many, given => given) && !Array.Exists(one, given => given)))
            {
                result.AddError("Give either ORIGINAL REVISED -o OUT or --pairs LIST --out-dir FOLDER --report REPORT.");
            }

            if (result.GetValue(author) is { } name && string.IsNullOrWhiteSpace(name))
            {
                result.AddError("The author has no name.");
            }
        });
        command.SetAction(parsed =>
        {
            var by = new RevisionAuthor(parsed.GetValue(author) ?? DefaultAuthor, parsed.GetValue(date) ?? clock.GetUtcNow());
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

    private static DateTimeOffset? ReadDate(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            return date;
        }

        result.AddError($"'{text}' is no date such as 2026-03-04T05:06:07Z.");
        return null;
    }
}
