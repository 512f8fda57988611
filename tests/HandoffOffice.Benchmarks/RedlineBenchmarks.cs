using BenchmarkDotNet.Attributes;
using HandoffOffice.Redlining;

namespace HandoffOffice.Benchmarks;

/// <summary>
/// What it costs to put a draft of three paragraphs into documents of growing size, reading back included, as a multiple of the smallest.
/// The cost is to grow with the document, not with its square.
/// </summary>
[MemoryDiagnoser]
public class RedlineBenchmarks
{
    private static readonly RevisionAuthor Author = new("HandoffOffice", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    private static readonly IReadOnlyList<SectionText> Draft =
        [new SectionText("body", "Body", [.. Enumerable.Range(0, 3).Select(p => new ParagraphText([new SentenceText($"s{p}", $"This is sentence {p} of the draft.")]))])];

    private byte[] small = [];
    private byte[] medium = [];
    private byte[] large = [];

    [GlobalSetup]
    public void Prepare()
    {
        small = Sample.Document(paragraphs: 10);
        medium = Sample.Document(paragraphs: 100);
        large = Sample.Document(paragraphs: 1000);
    }

    [Benchmark(Baseline = true)]
    public int Into10Paragraphs() => SectionDrafting.Insert(small, Draft, Author).File.Length;

    [Benchmark]
    public int Into100Paragraphs() => SectionDrafting.Insert(medium, Draft, Author).File.Length;

    [Benchmark]
    public int Into1000Paragraphs() => SectionDrafting.Insert(large, Draft, Author).File.Length;
}
