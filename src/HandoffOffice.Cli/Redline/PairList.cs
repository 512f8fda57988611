using System.Diagnostics;
using System.Globalization;
using HandoffOffice.Redlining;

namespace HandoffOffice.Cli.Redline;

/// <summary>Compares the pairs of a list. Each pair stands alone: one that fails is a line of the report.</summary>
internal static class PairList
{
    private static readonly string[] Columns = ["pair_id", "before", "after"];

    /// <returns><see cref="ExitCode.Done"/> when every pair was compared, <see cref="ExitCode.No"/> when one was not.</returns>
    public static int Compare(string list, string folder, string report, RevisionAuthor author, TextWriter output)
    {
        var rows = Read(list);
        Directory.CreateDirectory(folder);
        var root = Path.GetDirectoryName(Path.GetFullPath(list)) ?? "";
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var failed = 0;
        using var lines = new StreamWriter(report) { NewLine = "\n" };
        lines.WriteLine("pair_id\tmilliseconds\trevisions\terror");
        foreach (var row in rows)
        {
            var (milliseconds, revisions, error) = Compare(row, root, folder, author, seen);
            failed += error.Length > 0 ? 1 : 0;
            lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row[0]}\t{milliseconds}\t{revisions}\t{error}"));

            // What was done before a crash of the machine is on record.
            lines.Flush();
        }

        output.WriteLine($"{rows.Count - failed} compared, {failed} failed: {report}");
        return failed == 0 ? ExitCode.Done : ExitCode.No;
    }

    private static (long? Milliseconds, int? Revisions, string Error) Compare(string[] row, string root, string folder, RevisionAuthor author, HashSet<string> seen)
    {
        try
        {
            if (!IsFileName(row[0]) || row.Length < Columns.Length)
            {
                return (null, null, row.Length < Columns.Length ? "The line has too few columns." : "The pair_id is no name of a file.");
            }

            if (!seen.Add(row[0]))
            {
                return (null, null, "The pair_id is there twice.");
            }

            var (before, after) = (DocumentFile.Read(Path.Combine(root, row[1])), DocumentFile.Read(Path.Combine(root, row[2])));
            var clock = Stopwatch.StartNew();
            var compared = DocumentComparison.Compare(before, after, author);
            var milliseconds = clock.ElapsedMilliseconds;
            File.WriteAllBytes(Path.Combine(folder, row[0] + ".docx"), compared.File.Span);
            return (milliseconds, compared.Revisions, "");
        }
        catch (Exception e)
        {
            // Also a fault of ours is the fault of this pair alone: the report names it, and the exit code says so.
            return (null, null, (Refusals.Line(e) ?? $"{e.GetType().Name}: {e.Message}").ReplaceLineEndings(" ").Replace('\t', ' '));
        }
    }

    // Rows with the three columns in our order, whatever the order in the list and whatever else is there.
    private static List<string[]> Read(string list)
    {
        var lines = File.ReadAllLines(list);
        var names = (lines.Length == 0 ? "" : lines[0]).Split('\t').ToList();
        var places = Columns.Select(column => names.IndexOf(column)).ToArray();
        return places.Min() < 0
            ? throw new InvalidDataException($"The first line of the list names no column {Columns[Array.IndexOf(places, -1)]}.")
            : [.. lines.Skip(1).Where(line => line.Trim().Length > 0).Select(line => line.Split('\t')).Select(cells => Cells(cells, places))];
    }

    private static string[] Cells(string[] cells, int[] places) => places.Max() < cells.Length ? [.. places.Select(place => cells[place])] : [cells[0]];

    // An id such as ../x would be written outside of the folder.
    private static bool IsFileName(string id) => id.Length > 0 && id == Path.GetFileName(id) && id is not ("." or "..") && id.IndexOfAny(Path.GetInvalidFileNameChars()) < 0;
}
