using HandoffOffice.Api.Hosting;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Storage;
using HandoffOffice.Storage.Stops;

namespace HandoffOffice.Api.Drafting;

/// <summary>Looks out for stops while a draft is written, on whichever node an administrator sets them.</summary>
internal sealed partial class StopWatch(IServiceScopeFactory scopes, TimeProvider time, ILogger<StopWatch> log)
{
    // A stop is in force within 5 seconds; what is left of them is for the model's client to end its request.
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Watches until it is disposed or a stop covers the draft.</summary>
    public Watched Over(Handoff handoff, string model, CancellationToken cancel)
    {
        var watched = new Watched(cancel);
        watched.Watching = Watch(watched, handoff.TenantId, handoff.Terms.WorkflowKey, model);
        return watched;
    }

    private async Task Watch(Watched watched, string tenant, string workflow, string model)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(watched.Done))
            {
                if (await Covering(tenant, workflow, model, watched.Done) is { } stopped)
                {
                    watched.End(stopped);
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (watched.Done.IsCancellationRequested)
        {
            // The draft is over.
        }
    }

    private async Task<Stopped?> Covering(string tenant, string workflow, string model, CancellationToken cancel)
    {
        try
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CallersTenant>().Name(tenant);
            return await scope.ServiceProvider.GetRequiredService<StopSwitch>().Covering(workflow, model, cancel);
        }
        catch (Exception e) when (DatabaseFailure.In(e) is not null)
        {
            // The next look tries again; and the draft is not taken in without one.
            LogNotSeen(e);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stops could not be read; the next look tries again.")]
    private partial void LogNotSeen(Exception fault);
}

/// <summary>A draft that is watched.</summary>
internal sealed class Watched : IAsyncDisposable
{
    private readonly CancellationTokenSource done = new();
    private readonly CancellationTokenSource writing;

    public Watched(CancellationToken cancel) => writing = CancellationTokenSource.CreateLinkedTokenSource(cancel);

    /// <summary>Ends the draft.</summary>
    public CancellationToken Writing => writing.Token;

    /// <summary>Ends the watch.</summary>
    public CancellationToken Done => done.Token;

    /// <summary>The stop that ended the draft; null where none did.</summary>
    public Stopped? Stopped { get; private set; }

    public Task Watching { get; set; } = Task.CompletedTask;

    public void End(Stopped stopped)
    {
        Stopped = stopped;
        writing.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await Watching;
        done.Dispose();
        writing.Dispose();
    }
}
