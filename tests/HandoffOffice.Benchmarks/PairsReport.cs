using HandoffOffice.Redlining.Tests.Comparing;

namespace HandoffOffice.Benchmarks;

/// <summary><c>pairs PATH/pairs.tsv</c>: compares every pair of a list and says what is wrong with the outputs, a line a pair, and a summary.</summary>
internal static class PairsReport
{
    /// <returns>0 when every rule holds for every pair.</returns>
    public static int Run(string list, TextWriter output)
    {
        var results = new List<PairResult>();
        foreach (var result in RedlinePairs.Measure(list, RedlinePairs.Compare))
        {
            results.Add(result);
            var problems = result.Problems().ToList();
            if (problems.Count > 0)
            {
                output.WriteLine($"{result.Id}: {string.Join("; ", problems)}");
            }
        }

        foreach (var line in RedlinePairs.Summary(results))
        {
            output.WriteLine(line);
        }

        return results.Count > 0 && results.All(result => !result.Problems().Any()) ? 0 : 1;
    }
}
