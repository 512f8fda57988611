using System.Collections.Concurrent;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Storage;
using HandoffOffice.Storage.Webhooks;
using Microsoft.Extensions.Options;

namespace HandoffOffice.Api.Connector;

/// <summary>
/// Delivers what waits in the outbox, at least once. Each subscription has a lane of its own, so that one that does not answer keeps no other waiting; within it,
/// what belongs to one handoff goes out in order. Any number of nodes may do this at once (<see cref="NoticeBook"/>).
/// </summary>
[LetsOut(WayOut.None)]
public sealed partial class WebhookCourier(
    IServiceScopeFactory scopes, OutboxBell bell, CallbackClient client, IOptions<WebhookOptions> options, TimeProvider time, ILogger<WebhookCourier> log) : BackgroundService
{
    private const int MaxLanes = 64;

    /// <summary>How many notices a lane takes at once, and how many of them it sends at the same time.</summary>
    private const int Batch = 96, AtOnce = 16;

    private static readonly TimeSpan Sweeping = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, Task> lanes = new();
    private readonly SemaphoreSlim starting = new(1, 1);
    private DateTimeOffset sweptAt;

    /// <summary>Delivers what is due now, until nothing is.</summary>
    public async Task Round(CancellationToken cancel)
    {
        while (await StartLanes(cancel) > 0 || !lanes.IsEmpty)
        {
            await Task.WhenAll(lanes.Values);
        }
    }

    /// <summary>Forgets what is old.</summary>
    public async Task Forget(CancellationToken cancel)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NoticeBook>().Forget(time.GetUtcNow() - options.Value.Keep, cancel);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        starting.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.Wait(options.Value.Interval, stoppingToken);
                await StartLanes(stoppingToken);
                if (time.GetUtcNow() - sweptAt > Sweeping)
                {
                    await Forget(stoppingToken);
                    sweptAt = time.GetUtcNow();
                }
            }
            catch (Exception e) when (DatabaseFailure.In(e) is not null)
            {
                LogNotLooked(e);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        await Task.WhenAll(lanes.Values);
    }

    // One at a time: who looks while another one begins a lane would begin a second one for the same subscription.
    private async Task<int> StartLanes(CancellationToken cancel)
    {
        await starting.WaitAsync(cancel);
        try
        {
            return await StartMissing(cancel);
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task<int> StartMissing(CancellationToken cancel)
    {
        if (lanes.Count >= MaxLanes)
        {
            return 0;
        }

        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        IReadOnlyList<DueSubscription> due = await scope.ServiceProvider.GetRequiredService<NoticeBook>().Due([.. lanes.Keys], MaxLanes - lanes.Count, cancel);
        foreach (DueSubscription subscription in due)
        {
            // It begins when it is in the list, so that it can't have left it before.
            var listed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lanes[subscription.Id] = Lane(listed.Task, subscription, cancel);
            listed.SetResult();
        }

        return due.Count;
    }

    private async Task Lane(Task listed, DueSubscription subscription, CancellationToken cancel)
    {
        await listed;
        try
        {
            int batch = subscription.IsFailing ? 1 : Batch;
            while (await Carry(subscription, batch, cancel))
            {
                batch = Batch;
            }
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            // What breaks over one subscription, whatever it is, must not keep the others waiting. What it held is free again in a while.
            LogBroken(e, subscription.Id, subscription.TenantId);
        }
        catch (OperationCanceledException)
        {
            // The host stops; another node, or this one when it is back, goes on.
            LogStopped(subscription.Id);
        }
        finally
        {
            lanes.TryRemove(subscription.Id, out _);
        }
    }

    // Whether there may be more to carry: some of it was delivered.
    private async Task<bool> Carry(DueSubscription subscription, int batch, CancellationToken cancel)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        NoticeBook book = scope.ServiceProvider.GetRequiredService<NoticeBook>();
        string holder = $"{Guid.NewGuid():N}";
        TimeSpan held = (options.Value.Timeout * Batch / AtOnce) + TimeSpan.FromSeconds(30);
        IReadOnlyList<NoticeRow> taken = await book.Take(subscription.Id, batch, holder, held, cancel);
        var attempts = new ConcurrentBag<Attempted>();
        bool gone = false;
        await Parallel.ForEachAsync(taken, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (notice, stop) =>
        {
            CallbackAnswer answer = await client.Send(subscription.Address, subscription.Secret, notice.Id, notice.Body, stop);
            attempts.Add(new Attempted(notice, answer.Fault, answer.RetryAfter));
            gone |= answer.IsGone;
        });
        if (taken.Count == 0)
        {
            return false;
        }

        await book.Keep(subscription.Id, holder, attempts, Random.Shared.NextDouble, cancel);
        if (gone)
        {
            scope.ServiceProvider.GetRequiredService<Hosting.CallersTenant>().Name(subscription.TenantId);
            await scope.ServiceProvider.GetRequiredService<SubscriptionBook>().End(subscription.Id, null, Actor.Software, "gone", time.GetUtcNow(), cancel);
            LogGone(subscription.Id, subscription.TenantId);
        }

        return !gone && attempts.Any(attempt => attempt.Fault is null);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The subscription {Subscription} of tenant {Tenant} could not be served; it is tried again, and the others go on.")]
    private partial void LogBroken(Exception fault, Guid subscription, string tenant);

    [LoggerMessage(Level = LogLevel.Information, Message = "The receiver of subscription {Subscription} of tenant {Tenant} says that nobody listens there any more: the subscription has ended.")]
    private partial void LogGone(Guid subscription, string tenant);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The host stops while the subscription {Subscription} is served.")]
    private partial void LogStopped(Guid subscription);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not be asked for what is to be delivered; the next round tries again.")]
    private partial void LogNotLooked(Exception fault);
}
