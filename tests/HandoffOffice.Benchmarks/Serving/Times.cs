using System.Diagnostics;

namespace HandoffOffice.Benchmarks.Serving;

/// <summary>How long calls took, milliseconds.</summary>
internal sealed class Times
{
    private readonly List<double> all = [];

    public int Count => all.Count;

    public double Median => At(0.5);

    /// <summary>The time that 99 of 100 calls stay within.</summary>
    public double P99 => At(0.99);

    /// <summary>Makes a call and keeps how long it took.</summary>
    public async Task Take(Func<Task> call)
    {
        var watch = Stopwatch.StartNew();
        await call();
        lock (all)
        {
            all.Add(watch.Elapsed.TotalMilliseconds);
        }
    }

    private double At(double share)
    {
        var sorted = all.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
    }
}
