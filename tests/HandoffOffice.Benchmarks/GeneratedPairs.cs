using HandoffOffice.Redlining.Tests.Comparing;

namespace HandoffOffice.Benchmarks;

/// <summary>
/// <c>generate FOLDER COUNT</c>: writes the pairs that the properties are tested with, the same each time and numbered as there, with a
/// <c>pairs.tsv</c> for <see cref="PairsReport"/> and what was edited in <c>N.txt</c>.
/// </summary>
internal static class GeneratedPairs
{
    /// <returns>0.</returns>
    public static int Write(string folder, int count, TextWriter output)
    {
        Directory.CreateDirectory(folder);
        List<string> list = ["pair_id\tbefore\tafter"];
        RevisedGen.Pair.Sample(pair =>
        {
            var number = list.Count;
            File.WriteAllBytes(Path.Combine(folder, $"{number}-before.docx"), pair.Original);
            File.WriteAllBytes(Path.Combine(folder, $"{number}-after.docx"), pair.Revised);
            File.WriteAllText(Path.Combine(folder, $"{number}.txt"), $"{pair}\n");
            list.Add($"{number}\t{number}-before.docx\t{number}-after.docx");
        }, iter: count);
        File.WriteAllLines(Path.Combine(folder, "pairs.tsv"), list);
        output.WriteLine($"{count} pairs: {Path.Combine(folder, "pairs.tsv")}");
        return 0;
    }
}
