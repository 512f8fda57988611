using System.Diagnostics;
using System.Globalization;
using System.Text;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Releasing;

namespace HandoffOffice.Benchmarks;

/// <summary><c>ledger COUNT</c>: what it takes to check an exported ledger of so many entries, in a process of its own.</summary>
internal static class LedgerSize
{
    private const double Mega = 1024 * 1024;

    /// <returns>0 when the ledger was found intact.</returns>
    public static int Run(int count, TextWriter output)
    {
        var file = Path.GetTempFileName();
        try
        {
            Write(file, count);
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
            foreach (var argument in (string[])[typeof(LedgerSize).Assembly.Location, "ledger-verify", file])
            {
                start.ArgumentList.Add(argument);
            }

            using var child = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
            output.Write(child.StandardOutput.ReadToEnd());
            child.WaitForExit();
            return child.ExitCode;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary><c>ledger-verify FILE</c>: checks it once and prints what that took.</summary>
    public static int Verify(string file, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        using var stream = File.OpenRead(file);
        var report = LedgerVerification.Of(stream, []);
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.Entries} entries, {new FileInfo(file).Length / Mega:0} MB, {report.Faults.Count} faults: {watch.Elapsed.TotalSeconds:0.00} s, peak working set {process.PeakWorkingSet64 / Mega:0} MB."));
        return report.Faults.Count == 0 ? 0 : 1;
    }

    private static void Write(string file, int count)
    {
        using var key = SealKey.FromSeed(new byte[32]);
        var tree = new MerkleTree();
        var body = Path.GetTempFileName();
        using (var lines = new StreamWriter(body))
        {
            for (var number = 0; number < count; number++)
            {
                var leaf = $$"""{"actor":"3c58b9f0-6e21-4d94-a0f5-1b7c3d9e0c03","application":false,"at":"2026-03-02T08:00:00.0000000Z","facts":{"change":"s{{number % 9}}","decision":"Accepted","textDigest":"{{new string('a', 64)}}"},"handoff":"019c0000-0000-7000-8000-{{number:x12}}","kind":"ChangeDecided","sequence":{{number}},"tenant":"t","v":1}""";
                var hash = MerkleTree.Leaf(Encoding.UTF8.GetBytes(leaf));
                tree.Append(hash);
                lines.Write(LedgerExport.Write($"{hash}", leaf) + "\n");
            }
        }

        using var export = File.Create(file);
        var head = key.Sign(new TreeHead("t", tree.Size, tree.Root, DateTimeOffset.UnixEpoch, key.Id));
        export.Write(Encoding.UTF8.GetBytes(LedgerExport.Write(new LedgerExportHeader(LedgerExport.Form, "t", head, [])) + "\n"));
        using (var written = File.OpenRead(body))
        {
            written.CopyTo(export);
        }

        File.Delete(body);
    }
}
