using System.Globalization;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using HandoffOffice.Benchmarks;
using HandoffOffice.Benchmarks.Comparing;
using HandoffOffice.Benchmarks.Serving;

switch (args)
{
    case ["pairs", var list]:
        return PairsReport.Run(list, Console.Out);
    case ["orders", var list, var count]:
        return OrdersReport.Run(list, int.Parse(count, CultureInfo.InvariantCulture), Console.Out);
    case ["generate", var folder, var count]:
        return GeneratedPairs.Write(folder, int.Parse(count, CultureInfo.InvariantCulture), Console.Out);
    case ["compare"]:
        return CompareTable.Run(Console.Out);
    case ["ledger", var count]:
        return LedgerSize.Run(int.Parse(count, CultureInfo.InvariantCulture), Console.Out);
    case ["ledger-verify", var file]:
        return LedgerSize.Verify(file, Console.Out);
    case ["measures", var count]:
        return await MeasuresSize.Run(int.Parse(count, CultureInfo.InvariantCulture), Console.Out);
    case ["service"]:
        return await ServiceLoad.Run(null, Console.Out);
    case ["service", var server]:
        return await ServiceLoad.Run(server, Console.Out);
    case ["peak", var what, var folder]:
        return CompareTable.Once(what, folder, Console.Out);
}

// Without a filter all of them run; the switcher would ask which.
string[] all = args.Any(arg => arg is "-f" or "--filter" or "--list" or "--help") ? args : [.. args, "--filter", "*"];
IReadOnlyList<Summary> summaries = [.. BenchmarkSwitcher.FromAssembly(typeof(CheckBenchmarks).Assembly).Run(all)];

// A benchmark that broke is a failure of the run, which BenchmarkDotNet itself does not say to the shell.
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
