namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Pairs of real documents, where the corpus is present beside the project.</summary>
public sealed class CompareCorpusTests(ITestOutputHelper output)
{
    private const double WordsAllowed = 1.05;

    [Fact]
    [Trait("Capability", "C60")]
    [Trait("Capability", "C92")]
    public void Every_pair_is_exact_both_ways_keeps_unchanged_bytes_and_adds_no_issue()
    {
        var list = Find();
        Assert.SkipWhen(list is null, "There is no corpus of pairs of documents beside the project.");

        var results = RedlinePairs.Measure(list, RedlinePairs.Compare).ToList();

        foreach (var line in results.SelectMany(result => result.Problems().Select(problem => $"{result.Id}: {problem}")).Concat(RedlinePairs.Summary(results)))
        {
            output.WriteLine(line);
        }

        Assert.NotEmpty(results);
        Assert.DoesNotContain(results, result => result.Problems().Any());
        var reports = results.Select(result => result.Report).OfType<RedlineReport>().ToList();
        Assert.True(RedlinePairs.Ratio(reports.Sum(r => r.Words.Touched), reports.Sum(r => r.WordsMinimum)) <= WordsAllowed);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var list = Path.Combine(folder.FullName, "shared", "corpora", "redline", "pairs.tsv");
            if (File.Exists(list))
            {
                return list;
            }
        }

        return null;
    }
}
