using System.Collections.Concurrent;
using System.Threading.Channels;
using HandoffOffice.Api.Drafting;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Storage.Workflows;

namespace HandoffOffice.Api.Connector;

/// <summary>
/// Writes the drafts that flows ask for, a few at a time, while the flow waits by asking again. What this node has not begun when it ends is begun by the next
/// question, on whichever node; what it had begun is begun anew when its lease is over (<see cref="Handoff.DraftingLease"/>).
/// </summary>
[LetsOut(WayOut.None)]
internal sealed partial class BackgroundDrafts(IServiceScopeFactory scopes, ILogger<BackgroundDrafts> logger) : IHostedService, IDisposable
{
    private const int AtOnce = 4;

    private readonly ConcurrentDictionary<Guid, Lazy<Task>> writing = new();
    private readonly SemaphoreSlim places = new(AtOnce, AtOnce);
    private readonly CancellationTokenSource stopping = new();
    private bool isDisposed;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Stops the drafts that are being written: each handoff says so, and can be tried again. A host may be stopped twice.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (isDisposed)
        {
            return;
        }

        await stopping.CancelAsync();
        await Task.WhenAll(writing.Values.Select(draft => draft.Value)).WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        isDisposed = true;
        places.Dispose();
        stopping.Dispose();
    }

    /// <summary>Has a draft written; nothing where this node is at it.</summary>
    public void Write(Guid handoff, Caller caller) =>
        _ = writing.GetOrAdd(handoff, id => new Lazy<Task>(() => Task.Run(() => WriteOne(id, caller), CancellationToken.None))).Value;

    private async Task WriteOne(Guid id, Caller caller)
    {
        try
        {
            await places.WaitAsync(stopping.Token);
            try
            {
                await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                await WriteIn(scope.ServiceProvider, id, caller);
            }
            finally
            {
                places.Release();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The next question begins it.
        }
        catch (Exception e)
        {
            // Nobody waits for this task: the handoff is as it was, and the next question tries again.
            LogFault(e);
        }
        finally
        {
            writing.TryRemove(id, out _);
        }
    }

    private async Task WriteIn(IServiceProvider services, Guid id, Caller caller)
    {
        services.GetRequiredService<CallersTenant>().Name(caller.TenantId);
        DraftRun run = services.GetRequiredService<DraftRun>();
        (Handoff? handoff, HandoffError? error) = await run.Begin(id, caller, stopping.Token);
        if (handoff is not null && error is null)
        {
            var unheard = Channel.CreateUnbounded<DraftEvent>();
            await run.Write(handoff, await services.GetRequiredService<WorkflowCatalog>().Of(handoff, stopping.Token), caller, unheard.Writer, stopping.Token);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A draft that a flow asked for could not be begun.")]
    private partial void LogFault(Exception fault);
}
