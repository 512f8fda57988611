namespace HandoffOffice;

/// <summary>
/// Fails what does not come back. The limit is far beyond what a slow or busy machine needs: it is against hanging (the square of a large
/// number), and says nothing about speed, which tests/HandoffOffice.Benchmarks measures.
/// </summary>
internal static class HangGuard
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Does it on a thread of its own; what it throws is thrown.</summary>
    /// <param name="action">What has to come back.</param>
    /// <param name="what">Its name in a failure.</param>
    public static void Run(Action action, string what) => Allocated(action, what);

    /// <inheritdoc cref="Run(Action, string)"/>
    /// <returns>What it gives.</returns>
    public static T Run<T>(Func<T> action, string what)
    {
        Task<T> task = Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (!((IAsyncResult)task).AsyncWaitHandle.WaitOne(Limit))
        {
            throw new TimeoutException($"{what} did not come back within {Limit.TotalMinutes} minutes.");
        }

        return task.GetAwaiter().GetResult();
    }

    /// <summary>Does it, and gives how many bytes were allocated on its thread: work that is the same on every machine.</summary>
    /// <inheritdoc cref="Run(Action, string)"/>
    public static long Allocated(Action action, string what) => Run(
        () =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        },
        what);
}
