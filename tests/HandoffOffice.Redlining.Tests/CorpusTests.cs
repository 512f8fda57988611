namespace HandoffOffice.Redlining.Tests;

/// <summary>Documents with tracked changes from elsewhere, where the corpus is present beside the project.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Capability", "C92")]
    public void Accepting_or_rejecting_all_leaves_nothing_pending_in_any_document()
    {
        Assert.SkipWhen(Corpus.Folder is null, Corpus.Absent);
        var (done, refused, golden, matched, newIssues) = (0, 0, 0, 0, 0);
        foreach (var row in Corpus.Tracked())
        {
            try
            {
                var file = Corpus.Bytes(row["path"]);
                var issues = Issues(file);
                foreach (var (settled, gold) in new[] { (Revisions.AcceptAll(file), row["gold_accepted"]), (Revisions.RejectAll(file), row["gold_rejected"]) })
                {
                    Assert.Equal(0, Revisions.Pending(settled));
                    newIssues += Report(row["path"], "new validation issue", Issues(settled).Except(issues));
                    if (gold.Length > 0)
                    {
                        golden++;
                        matched += Matches(row["path"], settled, Corpus.Bytes(gold)) ? 1 : 0;
                    }
                }

                Assert.True(Revisions.List(file).Count <= Revisions.Pending(file));
                done++;
            }
            catch (DocumentRefusedException e)
            {
                refused++;
                output.WriteLine($"{row["path"]}: refused, {e.Code} {e.Place}");
            }
            catch (RevisionNotSupportedException e)
            {
                refused++;
                output.WriteLine($"{row["path"]}: not supported, {e.Code} {e.Place}");
            }
        }

        output.WriteLine($"{done} documents settled both ways, {refused} refused; text equal to {matched} of {golden} golden documents; {newIssues} new validation issues.");
        Assert.Equal(0, newIssues);
    }

    private bool Matches(string path, byte[] settled, byte[] gold)
    {
        var ours = DocumentText.ReadBody(settled, RevisionView.Accepted);
        var theirs = DocumentText.ReadBody(gold, RevisionView.Accepted);
        if (ours == theirs)
        {
            return true;
        }

        var at = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        output.WriteLine($"{path}: differs from gold at {at}: ours {Around(ours, at)} gold {Around(theirs, at)}");
        return false;
    }

    private int Report(string path, string what, IEnumerable<(string, string)> issues)
    {
        var list = issues.ToList();
        list.ForEach(issue => output.WriteLine($"{path}: {what}: {issue}"));
        return list.Count;
    }

    private static string Around(string text, int at) => $"'{text[Math.Max(0, at - 20)..Math.Min(text.Length, at + 40)].Replace("\n", "\\n", StringComparison.Ordinal)}'";

    private static List<(string Part, string Message)> Issues(byte[] file) => [.. DocumentValidation.Validate(file).Select(issue => (issue.Part, issue.Message))];
}
