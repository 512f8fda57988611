using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using HandoffOffice.Redlining.Tests.Comparing;
using Perfolizer.Horology;

namespace HandoffOffice.Benchmarks.Comparing;

/// <summary>What a comparison costs, as a multiple of opening both documents with the Open XML SDK and saving one: what any program pays that touches them.</summary>
[Config(typeof(Short))]
[MemoryDiagnoser]
public class CompareBenchmarks
{
    private LongPair pair = new([], []);

    /// <summary>What is compared: a key of <see cref="CompareCases.All"/>.</summary>
    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    public static IEnumerable<string> Cases => CompareCases.All.Keys;

    [GlobalSetup]
    public void Prepare() => pair = CompareCases.All[Case]();

    [Benchmark(Baseline = true)]
    public long OpenBothAndSaveOne() => CompareCases.OpenBothAndSaveOne(pair);

    [Benchmark]
    public int Compare() => RedlinePairs.Compare(pair.Original, pair.Revised).Length;

    private sealed class Short : ManualConfig
    {
        public Short() => AddJob(Job.Default.WithWarmupCount(2).WithIterationCount(5).WithIterationTime(TimeInterval.FromMilliseconds(200)));
    }
}
