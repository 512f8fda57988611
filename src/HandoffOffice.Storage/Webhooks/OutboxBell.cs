namespace HandoffOffice.Storage.Webhooks;

/// <summary>Wakes this node's courier when something was put into the outbox. Other nodes find it when they look next: nothing depends on the bell but how soon.</summary>
public sealed class OutboxBell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0);

    /// <summary>Wakes it, where it is not about to wake.</summary>
    public void Ring()
    {
        if (rung.CurrentCount == 0)
        {
            rung.Release();
        }
    }

    /// <summary>Waits for the bell, at most this long.</summary>
    /// <returns>Whether it rang.</returns>
    public Task<bool> Wait(TimeSpan atMost, CancellationToken cancel) => rung.WaitAsync(atMost, cancel);

    /// <inheritdoc />
    public void Dispose() => rung.Dispose();
}
