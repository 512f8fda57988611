namespace HandoffOffice.Redlining.Tests;

/// <summary>The corpus of documents of others, where it is present beside the project.</summary>
internal static class Corpus
{
    public const string Absent = "There is no corpus of redlined documents beside the project.";

    public static string? Folder { get; } = Find();

    /// <summary>The rows of tracked.tsv, by the names of its columns.</summary>
    public static IEnumerable<Dictionary<string, string>> Tracked() => Rows("tracked.tsv");

    /// <summary>The rows of pairs.tsv.</summary>
    public static IEnumerable<Dictionary<string, string>> Pairs() => Rows("pairs.tsv");

    /// <summary>A file, by the path that a row gives.</summary>
    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Folder ?? "", path));

    private static IEnumerable<Dictionary<string, string>> Rows(string table)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder ?? "", table));
        var names = lines[0].Split('\t');
        return lines.Skip(1).Where(line => line.Length > 0).Select(line => names.Zip(line.Split('\t')).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpus = Path.Combine(folder.FullName, "shared", "corpora", "redline");
            if (File.Exists(Path.Combine(corpus, "tracked.tsv")))
            {
                return corpus;
            }
        }

        return null;
    }
}
