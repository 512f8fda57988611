using DocumentFormat.OpenXml.Packaging;

namespace HandoffOffice.Benchmarks.Comparing;

/// <summary>The documents that comparing is measured with, and what it is measured against.</summary>
internal static class CompareCases
{
    public const string Largest = "500 pages, anywhere";

    /// <summary>By name. Pages have 300 words; 5 % of the words are changed, anywhere or in one place, and paragraphs moved, inserted, deleted.</summary>
    public static IReadOnlyDictionary<string, Func<LongPair>> All { get; } = new[] { 1, 10, 100, 500 }
        .SelectMany(pages => new[] { false, true }.Select(clustered => (pages, clustered)))
        .Select(c => ($"{c.pages} pages, {(c.clustered ? "in one place" : "anywhere")}", (Func<LongPair>)(() => LongDocuments.Pages(c.pages, c.clustered))))
        .Append(("one table of 23,000 words, all new", () => LongDocuments.Table(sameWords: false)))
        .Append(("one table of 23,000 words, shuffled", () => LongDocuments.Table(sameWords: true)))
        .ToDictionary(c => c.Item1, c => c.Item2);

    /// <summary>The least that any program does: both trees in memory, one written.</summary>
    public static long OpenBothAndSaveOne(LongPair pair)
    {
        using var target = new MemoryStream();
        target.Write(pair.Original);
        using var revisedStream = new MemoryStream(pair.Revised);
        using var original = WordprocessingDocument.Open(target, isEditable: true);
        using var revised = WordprocessingDocument.Open(revisedStream, isEditable: false);
        var elements = Elements(original) + Elements(revised);
        original.MainDocumentPart?.Document.Save();
        original.Save();
        return elements + target.Length;
    }

    private static int Elements(WordprocessingDocument document) => document.MainDocumentPart?.Document.Descendants().Count() ?? 0;
}
