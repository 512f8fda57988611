using CsCheck;

namespace HandoffOffice;

/// <summary>
/// CsCheck's samples with every case fixed by its number, so that a run can be repeated: CsCheck itself fixes the first case only.
/// These stand nearer to the tests than CsCheck's own methods of the same names, and take their place. A failure prints its seed.
/// </summary>
internal static class Seeded
{
    private const int DefaultIterations = 100;

    public static void Sample<T>(this Gen<T> gen, Action<T> assert, string? seed = null, long iter = DefaultIterations, int threads = 1, Func<T, string>? print = null) =>
        Each(seed, iter, threads, one => Check.Sample(gen, assert, seed: one, iter: 1, threads: 1, print: print));

    public static void Sample<T>(this Gen<T> gen, Func<T, bool> assert, string? seed = null, long iter = DefaultIterations, int threads = 1, Func<T, string>? print = null) =>
        Each(seed, iter, threads, one => Check.Sample(gen, assert, seed: one, iter: 1, threads: 1, print: print));

    public static void Sample<T1, T2>(
        this Gen<(T1, T2)> gen, Action<T1, T2> assert, string? seed = null, long iter = DefaultIterations, int threads = 1, Func<(T1, T2), string>? print = null) =>
        Sample(gen, value => assert(value.Item1, value.Item2), seed, iter, threads, print);

    public static void Sample<T1, T2, T3>(
        this Gen<(T1, T2, T3)> gen, Action<T1, T2, T3> assert, string? seed = null, long iter = DefaultIterations, int threads = 1,
        Func<(T1, T2, T3), string>? print = null) =>
        Sample(gen, value => assert(value.Item1, value.Item2, value.Item3), seed, iter, threads, print);

    public static async Task SampleAsync<T>(
        this Gen<T> gen, Func<T, Task> assert, string? seed = null, long iter = DefaultIterations, int threads = 1, Func<T, string>? print = null)
    {
        foreach (string one in Seeds(seed, iter))
        {
            await Check.SampleAsync(gen, assert, seed: one, iter: 1, threads: threads, print: print);
        }
    }

    private static void Each(string? seed, long iter, int threads, Action<string> sample) => Parallel.ForEach(
        Seeds(seed, iter), new ParallelOptions { MaxDegreeOfParallelism = threads < 1 ? Environment.ProcessorCount : threads }, sample);

    // The case's number is its stream (PCG's independent sequences); the test's own seed is where each stream starts.
    private static IEnumerable<string> Seeds(string? seed, long iter)
    {
        ulong start = seed is null ? 2026 : PCG.Parse(seed).State;
        for (uint number = 1; number <= iter; number++)
        {
            yield return new PCG(number, start + number).ToString();
        }
    }
}
