using System.Collections.Concurrent;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Storage;
using HandoffOffice.Storage.Ledger;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace HandoffOffice.Api.Auditing;

/// <summary>
/// Signs a head for each ledger that grew and has it kept outside of the database. Before it does, the ledger must still begin with what the last head
/// was signed over; where it does not, somebody has rewritten the past: no further head is signed, and the host says so in its health and its log.
/// </summary>
[LetsOut(WayOut.None)]
public sealed partial class HeadKeeper(
    IServiceScopeFactory scopes, IKeepsHeads sink, IOptions<LedgerOptions> options, TimeProvider time, ILogger<HeadKeeper> log) : BackgroundService, IHealthCheck
{
    private readonly ConcurrentDictionary<string, SignedTreeHead?> last = new();
    private readonly ConcurrentDictionary<string, bool> rewritten = new();

    /// <summary>Unhealthy while a ledger is not what its last head was signed over.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(rewritten.IsEmpty ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("A ledger is not what its last head was signed over."));

    /// <summary>Signs and keeps what has grown.</summary>
    public async Task Sweep(CancellationToken cancel)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        LedgerReader ledger = scope.ServiceProvider.GetRequiredService<LedgerReader>();
        foreach ((string tenant, long size) in await ledger.Sizes(cancel))
        {
            if (!last.TryGetValue(tenant, out SignedTreeHead? before))
            {
                last[tenant] = before = await sink.Last(tenant, cancel);
            }

            if (rewritten.ContainsKey(tenant) || size == (before?.Head.Size ?? 0))
            {
                continue;
            }

            if (before is not null && await ledger.RootAt(tenant, before.Head.Size, cancel) != before.Head.Root)
            {
                rewritten[tenant] = true;
                LogRewritten(tenant, before.Head.Size, before.Head.At);
                continue;
            }

            SignedTreeHead head = await ledger.Head(tenant, cancel);
            await sink.Keep(head, cancel);
            last[tenant] = head;
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception e) when (DatabaseFailure.In(e) is not null || e is IOException or UnauthorizedAccessException)
            {
                // The next round tries again: a head that comes later covers what this one would have.
                LogNotKept(e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The ledger of tenant {Tenant} was rewritten: its first {Size} entries are not those of the head of {At}. No further head is signed.")]
    private partial void LogRewritten(string tenant, long size, DateTimeOffset at);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The ledger's heads could not be kept; the next round tries again.")]
    private partial void LogNotKept(Exception fault);
}
