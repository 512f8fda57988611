using HandoffOffice.Redlining.Tests.Comparing;

namespace HandoffOffice.Benchmarks;

/// <summary><c>orders PATH/pairs.tsv COUNT</c>: settles the changes of every pair one by one in as many random orders, and says where that differs from all at once.</summary>
internal static class OrdersReport
{
    /// <returns>0 when no order of any pair differs.</returns>
    public static int Run(string list, int orders, TextWriter output)
    {
        var (pairs, wrong) = (0, 0);
        foreach (var (id, original, revised) in RedlinePairs.Read(list))
        {
            pairs++;
            var file = RedlinePairs.Compare(original, revised);
            foreach (var difference in Enumerable.Range(1, orders).SelectMany(seed => OneByOne.Differences(file, seed)))
            {
                wrong++;
                output.WriteLine($"{id}: {difference}");
            }
        }

        output.WriteLine($"{pairs} pairs, {orders} orders each way: {wrong} differ from all at once");
        return pairs > 0 && wrong == 0 ? 0 : 1;
    }
}
