namespace HandoffOffice.Redlining.Tests;

/// <summary>Documents with tracked changes from elsewhere, where the corpus is present beside the project.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    // The gold texts are another program's, not Word's. In these it leaves one paragraph mark where the standard has none left.
    private static readonly Dictionary<(string File, bool Accepted), string> OneMarkMore = new()
    {
        // 17.13.5.21: a mark with w:moveFrom is moved away with its paragraph; with the move accepted the paragraph is gone, mark and all. The
        // gold text keeps it, empty, though it takes the same paragraph's runs away.
        [("single/oxpt__RP__RP015-MoveFrom-MoveTo.docx", true)] = "the empty paragraph that a moved one leaves behind",

        // 17.13.5.26, the other way round: with the move rejected nothing was moved here, no mark either.
        [("single/oxpt__RP__RP015-MoveFrom-MoveTo.docx", false)] = "the empty paragraph where a moved one had arrived",

        // 17.13.5.20: two inserted marks and, behind them, a table of inserted rows (17.13.5.17). With all of it rejected the text runs on into the
        // paragraph behind the table; it is one sentence. The gold text, which joins paragraphs before it takes the table away, breaks it in two.
        [("single/oxpt__RP__RP051-Arabic.docx", false)] = "the mark in the middle of a sentence that a table had been put into",
    };

    [Fact]
    [Trait("Capability", "C92")]
    public void Accepting_or_rejecting_all_leaves_nothing_pending_in_any_document()
    {
        Assert.SkipWhen(Corpus.Folder is null, Corpus.Absent);
        var (done, golden, matched, newIssues) = (0, 0, 0, 0);
        foreach (var row in Corpus.Tracked())
        {
            var file = Corpus.Bytes(row["path"]);
            var issues = Issues(file);
            foreach (var (accepted, gold) in new[] { (true, row["gold_accepted"]), (false, row["gold_rejected"]) })
            {
                var settled = accepted ? Revisions.AcceptAll(file) : Revisions.RejectAll(file);
                Assert.Equal(0, Revisions.Pending(settled));
                newIssues += Report(row["path"], "new validation issue", Issues(settled).Except(issues));
                if (gold.Length > 0)
                {
                    golden++;
                    matched += Matches(row["path"], accepted, settled, Corpus.Bytes(gold)) ? 1 : 0;
                }
            }

            Assert.True(Revisions.List(file).Count <= Revisions.Pending(file));
            done++;
        }

        output.WriteLine($"{done} documents settled both ways; text equal to {matched} of {golden} golden documents; {newIssues} new validation issues.");
        Assert.Equal(0, newIssues);
        Assert.Equal(golden - OneMarkMore.Count, matched);
    }

    private bool Matches(string path, bool accepted, byte[] settled, byte[] gold)
    {
        var ours = DocumentText.ReadBody(settled, RevisionView.Accepted);
        var theirs = DocumentText.ReadBody(gold, RevisionView.Accepted);
        if (ours == theirs)
        {
            return true;
        }

        var at = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        output.WriteLine($"{path}: differs from gold at {at}: ours {Around(ours, at)} gold {Around(theirs, at)}");
        Assert.True(OneMarkMore.TryGetValue((path, accepted), out var reason), $"{path} differs from its gold text.");
        output.WriteLine($"    The gold text has {reason}.");
        Assert.Equal('\n', theirs[at]);
        Assert.Equal(ours, theirs.Remove(at, 1));
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
