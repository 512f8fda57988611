using System.Collections.Concurrent;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Storage;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Ledger;
using Microsoft.Extensions.Options;

namespace HandoffOffice.Api.Reviewing;

/// <summary>Settings <c>Review</c>.</summary>
public sealed class ReviewOptions
{
    /// <summary>How often the clock looks at what waits.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);
}

/// <summary>
/// What time does to reviews (DESIGN rule 5: time denies): it escalates what is overdue, ends approvals that are over, and passes on what waits for
/// somebody who is away. Each handoff is changed in its own transaction under the rules as they are then, so that any number of nodes may look at once:
/// the second finds nothing left to do.
/// </summary>
[LetsOut(WayOut.None)]
public sealed partial class ReviewClock(IServiceScopeFactory scopes, IOptions<ReviewOptions> options, TimeProvider time, ILogger<ReviewClock> log) : BackgroundService
{
    private readonly ConcurrentDictionary<(Guid Handoff, string Person, string Code), bool> told = new();

    /// <summary>Looks once at every tenant's reviews.</summary>
    public async Task Sweep(CancellationToken cancel)
    {
        IReadOnlyList<string> tenants;
        await using (AsyncServiceScope scope = scopes.CreateAsyncScope())
        {
            tenants = [.. (await scope.ServiceProvider.GetRequiredService<LedgerReader>().Sizes(cancel)).Keys];
        }

        foreach (string tenant in tenants)
        {
            await GoOn(tenant, null, () => Sweep(tenant, cancel), cancel);
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
            catch (Exception e) when (DatabaseFailure.In(e) is not null)
            {
                LogNotSwept(e);
            }
        }
    }

    private async Task Sweep(string tenant, CancellationToken cancel)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallersTenant>().Name(tenant);
        WaitingReviews reviews = scope.ServiceProvider.GetRequiredService<WaitingReviews>();
        DateTimeOffset now = time.GetUtcNow();
        await PassOn(tenant, scope.ServiceProvider, reviews, now, cancel);
        foreach (Guid id in await reviews.ToEscalate(now, cancel))
        {
            await Change(tenant, id, handoff => handoff.Escalate(now), cancel);
        }

        foreach (Guid id in await reviews.ToExpire(now, cancel))
        {
            await Change(tenant, id, handoff => handoff.Expire(now), cancel);
        }
    }

    private async Task PassOn(string tenant, IServiceProvider services, WaitingReviews reviews, DateTimeOffset now, CancellationToken cancel)
    {
        AwayOn away = await services.GetRequiredService<StandIns>().Away(now, cancel);
        foreach (Absence absence in away.All)
        {
            Person? standIn = away.StandInFor(absence) is { } named ? await services.GetRequiredService<People>().Find(named.Id, Role.Reviewer, cancel) : null;
            foreach (Guid id in await reviews.IdsFor(absence.Person.Id, cancel))
            {
                HandoffError? refused = standIn is null
                    ? new CannotPassOn("unknown-reviewer", $"{absence.Substitute.Name} can't review here any more.")
                    : await Change(tenant, id, handoff => handoff.Reassign(absence.Person, new Actor(standIn), StandIns.Reason, Actor.Software, now), cancel);
                // Where another node was faster there is no such review any more. Else it goes on waiting, and is escalated when it is due: once is enough to tell.
                if (refused is CannotPassOn { Rule: not DelegationRules.NoReview } && told.TryAdd((id, absence.Person.Id, refused.Code), true))
                {
                    LogNotPassedOn(id, tenant, refused.Code);
                }
            }
        }
    }

    // In a unit of work of its own, so that what one leaves behind when it breaks is not the next one's.
    private async Task<HandoffError?> Change(string tenant, Guid id, Func<Handoff, Outcome> change, CancellationToken cancel)
    {
        HandoffError? refused = null;
        await GoOn(tenant, id, async () =>
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CallersTenant>().Name(tenant);
            (_, refused) = await scope.ServiceProvider.GetRequiredService<HandoffStore>().Change(id, change, cancel);
        }, cancel);
        return refused;
    }

    // What breaks over one handoff or tenant, whatever it is, must not keep the others waiting.
    private async Task GoOn(string tenant, Guid? handoff, Func<Task> work, CancellationToken cancel)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            LogBroken(e, tenant, handoff);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Time could not do its work in tenant {Tenant}, handoff {Handoff}; the others go on, and the next round tries again.")]
    private partial void LogBroken(Exception fault, string tenant, Guid? handoff);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The review of handoff {Handoff} in tenant {Tenant} waits for somebody who is away and can't be passed on: {Code}.")]
    private partial void LogNotPassedOn(Guid handoff, string tenant, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not be asked for what waits; the next round tries again.")]
    private partial void LogNotSwept(Exception fault);
}
