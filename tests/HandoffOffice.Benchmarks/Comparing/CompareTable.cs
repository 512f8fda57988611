using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using HandoffOffice.Redlining.Tests.Comparing;

namespace HandoffOffice.Benchmarks.Comparing;

/// <summary><c>compare</c>: runs <see cref="CompareBenchmarks"/>, measures peak memory in processes of their own, and prints a table for the library's README.</summary>
internal static class CompareTable
{
    private const double Mega = 1024 * 1024;

    /// <returns>0 when everything ran.</returns>
    public static int Run(TextWriter output)
    {
        var summary = BenchmarkRunner.Run<CompareBenchmarks>();
        if (summary.HasCriticalValidationErrors || summary.Reports.Length == 0)
        {
            return 1;
        }

        var rows = CompareCases.All.Keys.Select(name => (Name: name,
            Compare: Find(summary, name, nameof(CompareBenchmarks.Compare)), Sdk: Find(summary, name, nameof(CompareBenchmarks.OpenBothAndSaveOne)))).ToList();
        output.WriteLine("| documents | compare, ms | open both, save one, ms | ratio | allocated, MB |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (var (name, compare, sdk) in rows)
        {
            output.WriteLine($"| {name} | {Number(compare.Milliseconds, "0.0")} | {Number(sdk.Milliseconds, "0.0")} | {Number(compare.Milliseconds / sdk.Milliseconds, "0.00")} | {Number(compare.Megabytes, "0")} |");
        }

        foreach (var way in new[] { "anywhere", "in one place" })
        {
            var growth = rows.Single(row => row.Name == $"500 pages, {way}").Compare.Milliseconds / rows.Single(row => row.Name == $"100 pages, {way}").Compare.Milliseconds;
            output.WriteLine($"Growth from 100 to 500 pages, changes {way}: {Number(growth, "0.00")} times.");
        }

        output.WriteLine($"Peak working set of a process, {CompareCases.Largest}: {Peak("compare")} MB comparing, {Peak("sdk")} MB opening both and saving one, {Peak("nothing")} MB doing neither.");
        return summary.Reports.All(report => report.Success) ? 0 : 1;
    }

    /// <summary><c>peak compare|sdk|nothing</c>: does it once with the largest documents, and prints the peak working set of this process in bytes.</summary>
    public static int Once(string what, string folder, TextWriter output)
    {
        // Made by another process, so that making them is not measured.
        var pair = new LongPair(File.ReadAllBytes(Path.Combine(folder, "original.docx")), File.ReadAllBytes(Path.Combine(folder, "revised.docx")));
        var done = what switch
        {
            "compare" => RedlinePairs.Compare(pair.Original, pair.Revised).Length,
            "sdk" => CompareCases.OpenBothAndSaveOne(pair),
            _ => 0,
        };
        using var process = Process.GetCurrentProcess();
        output.WriteLine(process.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        return done < 0 ? 1 : 0;
    }

    private static string Peak(string what)
    {
        var folder = Directory.CreateTempSubdirectory("handoff-peak-").FullName;
        try
        {
            var pair = CompareCases.All[CompareCases.Largest]();
            File.WriteAllBytes(Path.Combine(folder, "original.docx"), pair.Original);
            File.WriteAllBytes(Path.Combine(folder, "revised.docx"), pair.Revised);
            // However this process was started, dotnet starts its assembly.
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
            foreach (var argument in (string[])[typeof(CompareTable).Assembly.Location, "peak", what, folder])
            {
                start.ArgumentList.Add(argument);
            }

            using var child = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
            var text = child.StandardOutput.ReadToEnd();
            child.WaitForExit();
            return child.ExitCode == 0 ? Number(long.Parse(text, CultureInfo.InvariantCulture) / Mega, "0") : "(failed)";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double Milliseconds, double Megabytes) Find(Summary summary, string name, string method)
    {
        var report = summary.Reports.Single(r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name == method && (string)r.BenchmarkCase.Parameters[nameof(CompareBenchmarks.Case)] == name);
        return (report.ResultStatistics?.Mean / 1e6 ?? double.NaN, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) / Mega ?? double.NaN);
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
