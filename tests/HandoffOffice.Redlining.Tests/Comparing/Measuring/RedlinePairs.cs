using System.Diagnostics;
using System.Globalization;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>One pair of a list, what came of it, and how long the comparison alone took.</summary>
/// <param name="Id">From the list.</param>
/// <param name="Report">Null when the comparison or the measuring of its output broke.</param>
/// <param name="Failure">What broke, in one line.</param>
/// <param name="Milliseconds">Of the comparison, not of measuring.</param>
internal sealed record PairResult(string Id, RedlineReport? Report, string? Failure, double Milliseconds)
{
    /// <summary>Every broken rule in one line each.</summary>
    public IEnumerable<string> Problems() => Report?.Problems() ?? [Failure ?? "nothing was measured"];

    public override string ToString() => $"{Id}: {string.Join("; ", Problems())}";
}

/// <summary>Pairs of documents in a tab-separated list with the columns <c>pair_id</c>, <c>before</c>, <c>after</c>; files are relative to the list's folder.</summary>
internal static class RedlinePairs
{
    /// <summary>By an author that no document has, so that the changes of the comparison can be told from others.</summary>
    public static readonly RevisionAuthor Author = new("HandoffOffice measuring", new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    /// <summary>What the project compares with.</summary>
    public static byte[] Compare(byte[] original, byte[] revised) => DocumentComparison.Compare(original, revised, Author).File.ToArray();

    /// <summary>Compares and measures pair by pair; a pair that breaks is a result like any other.</summary>
    public static IEnumerable<PairResult> Measure(string list, Func<byte[], byte[], byte[]> compare) =>
        Read(list).Select(pair => Measure(pair.Id, pair.Original, pair.Revised, compare));

    /// <summary>The pairs of a list.</summary>
    public static IEnumerable<(string Id, byte[] Original, byte[] Revised)> Read(string list)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(list)) ?? "";
        var lines = File.ReadAllLines(list);
        var names = lines[0].Split('\t').ToList();
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
        {
            var cells = line.Split('\t');
            yield return (cells[names.IndexOf("pair_id")], Bytes("before"), Bytes("after"));

            byte[] Bytes(string column) => File.ReadAllBytes(Path.Combine(folder, cells[names.IndexOf(column)]));
        }
    }

    /// <summary>One pair.</summary>
    public static PairResult Measure(string id, byte[] original, byte[] revised, Func<byte[], byte[], byte[]> compare)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var output = compare(original, revised);
            var time = clock.Elapsed.TotalMilliseconds;
            return new PairResult(id, RedlineMeasures.Of(original, revised, output), null, time);
        }
        catch (Exception e)
        {
            // Whatever it is, it is the finding of this pair, and the others have theirs.
            return new PairResult(id, null, $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}", clock.Elapsed.TotalMilliseconds);
        }
    }

    /// <summary>All in a few lines: counts, ratios, the ten pairs that touch most words beyond the minimum, times.</summary>
    public static IEnumerable<string> Summary(IReadOnlyList<PairResult> results)
    {
        var reports = results.Select(result => result.Report).OfType<RedlineReport>().ToList();
        var (touched, minimum) = (reports.Sum(r => r.Words.Touched), reports.Sum(r => r.WordsMinimum));
        var times = results.Select(result => result.Milliseconds).Order().ToList();
        yield return Line($"exact both ways {reports.Count(r => r.Exact)} of {results.Count}; new issues {reports.Sum(r => r.NewIssues.Count)} (repeated {reports.Sum(r => r.RepeatedIssues.Count)}); ")
            + Line($"unchanged blocks kept {Share(reports.Sum(r => r.UnchangedBlocksKept), reports.Sum(r => r.UnchangedBlocks))}, ")
            + Line($"parts kept {Share(reports.Sum(r => r.UnchangedParts - r.UnchangedPartsLost.Count), reports.Sum(r => r.UnchangedParts))}; ")
            + Line($"words touched {touched}, minimum {minimum}, ratio {Ratio(touched, minimum):0.000}; ")
            + Line($"words changed in part {reports.Sum(r => r.Words.Split)}, single letters {reports.Sum(r => r.Words.SingleLetters)}; ")
            + Line($"markup faults {reports.Sum(r => r.Faults.Count)}; revisions {reports.Sum(r => r.Revisions)}; broken {results.Count - reports.Count}; ")
            + Line($"ms total {times.Sum():0}, median {times.ElementAtOrDefault(times.Count / 2):0.0}, most {times.LastOrDefault():0.0}");
        foreach (var (id, report) in results.Where(r => r.Report is not null && r.Report.Words.Touched > r.Report.WordsMinimum)
            .Select(r => (r.Id, r.Report ?? throw new UnreachableException())).OrderByDescending(r => r.Item2.Words.Touched - r.Item2.WordsMinimum).Take(10))
        {
            yield return Line($"  words: {id} touches {report.Words.Touched}, minimum {report.WordsMinimum}, ratio {Ratio(report.Words.Touched, report.WordsMinimum):0.00}");
        }
    }

    /// <summary>Words touched against the fewest; 1 where nothing is to do and nothing is done.</summary>
    public static double Ratio(int touched, int minimum) => touched == minimum ? 1 : touched / (double)minimum;

    private static string Share(int part, int whole) => whole == 0 ? "none there" : Line($"{100.0 * part / whole:0.00} % of {whole}");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
