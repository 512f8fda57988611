using HandoffOffice.Domain.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffOffice.Storage.Webhooks;

/// <summary>A subscription that has something due.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TenantId">Its tenant.</param>
/// <param name="IsFailing">Whether its last attempt failed: then one notice at a time is enough to learn more.</param>
/// <param name="Address">The address to call.</param>
/// <param name="Secret">The secret to sign with.</param>
public sealed record DueSubscription(Guid Id, string TenantId, bool IsFailing, Uri Address, string Secret);

/// <summary>What one attempt led to.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Fault">A stable code; null where it was delivered.</param>
/// <param name="RetryAfter">What the receiver asked for.</param>
public sealed record Attempted(NoticeRow Notice, string? Fault, TimeSpan? RetryAfter);

/// <summary>A dead letter with the subscription it is for.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Subscription">The subscription.</param>
public sealed record DeadLetter(NoticeRow Notice, SubscriptionRow Subscription);

/// <summary>
/// The notices that wait. A node holds what it carries for a while: it says so in the row, and who comes second finds it taken. Where a node dies, what it held
/// is free again when that while is over, and is delivered once more: at least once, never not.
/// </summary>
public sealed class NoticeBook(HandoffOfficeDb db, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>After how many failures in a row a receiver rests.</summary>
    public const int RestsAfter = 20;

    private readonly IDataProtector protector = protection.CreateProtector("Webhooks");

    /// <summary>The subscriptions of all tenants that have something due, the longest wait first.</summary>
    /// <param name="except">Those that the caller works on already.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyList<DueSubscription>> Due(IReadOnlyCollection<Guid> except, int most, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        IQueryable<NoticeRow> ready = Ready(now);
        List<SubscriptionRow> rows = await db.Subscriptions.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.EndedAt == null && (row.RestsUntil == null || row.RestsUntil <= now) && !except.Contains(row.Id))
            .Where(row => ready.Any(notice => notice.SubscriptionId == row.Id))
            .OrderBy(row => ready.Where(notice => notice.SubscriptionId == row.Id).Min(notice => notice.DueAt))
            .Take(most).ToListAsync(cancel);
        return [.. rows.Select(row => new DueSubscription(
            row.Id, row.TenantId, row.FailuresInARow > 0, new Uri(protector.Unprotect(row.Address)), protector.Unprotect(row.Secret)))];
    }

    /// <summary>Takes notices of a subscription that are due, of each handoff the earliest only, and nobody else's.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="holder">The caller's word for this round.</param>
    /// <param name="held">For how long they are the caller's.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyList<NoticeRow>> Take(Guid subscription, int most, string holder, TimeSpan held, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        List<string> due = await Ready(now).Where(row => row.SubscriptionId == subscription)
            .OrderBy(row => row.DueAt).ThenBy(row => row.Sequence).Take(most).Select(row => row.Id).ToListAsync(cancel);
        if (due.Count == 0)
        {
            return [];
        }

        // Another node may have read the same: what it has taken by now is not taken again, because the condition is asked of each row as it is when it is written.
        await db.Notices.IgnoreQueryFilters().Where(row => due.Contains(row.Id) && row.State == NoticeState.Waiting && (row.HeldUntil == null || row.HeldUntil <= now))
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.HeldBy, holder).SetProperty(one => one.HeldUntil, now + held), cancel);
        return await db.Notices.IgnoreQueryFilters().AsNoTracking().Where(row => row.HeldBy == holder).OrderBy(row => row.Sequence).ToListAsync(cancel);
    }

    /// <summary>Keeps what a round led to. What the caller does not hold any more is left to who does.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="holder">The caller's word for this round.</param>
    /// <param name="attempts">One for each notice that was tried; those that were not are free again.</param>
    /// <param name="chance">From 0 up to 1, for each wait anew.</param>
    /// <param name="cancel">Ends it without a trace.</param>
    public async Task Keep(Guid subscription, string holder, IReadOnlyCollection<Attempted> attempts, Func<double> chance, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.Subscription(subscription), cancel);
        SubscriptionRow row = await db.Subscriptions.IgnoreQueryFilters().SingleAsync(one => one.Id == subscription, cancel);
        Dictionary<string, NoticeRow> held = await db.Notices.IgnoreQueryFilters().Where(notice => notice.HeldBy == holder && notice.State == NoticeState.Waiting)
            .ToDictionaryAsync(notice => notice.Id, cancel);
        foreach (Attempted attempt in attempts)
        {
            if (held.TryGetValue(attempt.Notice.Id, out NoticeRow? notice))
            {
                Note(notice, attempt, chance(), now);
                Note(row, attempt, chance(), now);
            }
        }

        foreach (NoticeRow notice in held.Values)
        {
            (notice.HeldBy, notice.HeldUntil) = (null, null);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The dead letters of the caller's tenant, the latest first.</summary>
    public async Task<IReadOnlyList<DeadLetter>> Dead(int most, CancellationToken cancel)
    {
        var rows = await db.Notices.AsNoTracking().Where(row => row.State == NoticeState.Dead).OrderByDescending(row => row.EndedAt).Take(most)
            .Join(db.Subscriptions, notice => notice.SubscriptionId, subscription => subscription.Id, (notice, subscription) => new { notice, subscription }).ToListAsync(cancel);
        return [.. rows.OrderByDescending(row => row.notice.EndedAt).Select(row => new DeadLetter(row.notice, row.subscription))];
    }

    /// <summary>How many dead letters the caller's tenant has.</summary>
    public Task<int> CountDead(CancellationToken cancel) => db.Notices.CountAsync(row => row.State == NoticeState.Dead, cancel);

    /// <summary>Has dead letters of the caller's tenant sent again, from the first attempt on. Those whose subscription has ended stay dead.</summary>
    /// <param name="id">One of them; null for all.</param>
    /// <param name="cancel">Ends it without a trace.</param>
    /// <returns>How many.</returns>
    public async Task<int> Replay(string? id, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        return await db.Notices.Where(row => row.State == NoticeState.Dead && (id == null || row.Id == id)
                && db.Subscriptions.Any(subscription => subscription.Id == row.SubscriptionId && subscription.EndedAt == null))
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, NoticeState.Waiting).SetProperty(one => one.Attempts, 0)
                .SetProperty(one => one.DueAt, now).SetProperty(one => one.EndedAt, (DateTimeOffset?)null), cancel);
    }

    /// <summary>Forgets what was delivered, dropped or given up before a time, of all tenants.</summary>
    /// <returns>How many.</returns>
    public Task<int> Forget(DateTimeOffset before, CancellationToken cancel) => db.Notices.IgnoreQueryFilters()
        .Where(row => row.State != NoticeState.Waiting && row.EndedAt < before).ExecuteDeleteAsync(cancel);

    // What is due, nobody's, and the first of its handoff that waits for its subscription.
    private IQueryable<NoticeRow> Ready(DateTimeOffset now) => db.Notices.IgnoreQueryFilters().Where(row => row.State == NoticeState.Waiting
        && row.DueAt <= now && (row.HeldUntil == null || row.HeldUntil <= now)
        && !db.Notices.IgnoreQueryFilters().Any(earlier => earlier.SubscriptionId == row.SubscriptionId && earlier.HandoffId == row.HandoffId
            && earlier.State == NoticeState.Waiting && earlier.Sequence < row.Sequence));

    private static void Note(NoticeRow notice, Attempted attempt, double chance, DateTimeOffset now)
    {
        notice.Attempts++;
        notice.LastFault = attempt.Fault;
        if (attempt.Fault is null)
        {
            (notice.State, notice.EndedAt) = (NoticeState.Delivered, now);
        }
        else if (RetrySchedule.Wait(notice.Attempts, chance, attempt.RetryAfter) is { } wait)
        {
            notice.DueAt = now + wait;
        }
        else
        {
            (notice.State, notice.EndedAt) = (NoticeState.Dead, now);
        }
    }

    // A receiver that fails again and again rests as a whole: else each of a thousand notices would ask it on its own.
    private static void Note(SubscriptionRow subscription, Attempted attempt, double chance, DateTimeOffset now)
    {
        subscription.LastFault = attempt.Fault;
        if (attempt.Fault is null)
        {
            (subscription.FailuresInARow, subscription.RestsUntil, subscription.DeliveredAt) = (0, null, now);
            return;
        }

        subscription.FailuresInARow++;
        if (subscription.FailuresInARow >= RestsAfter)
        {
            subscription.RestsUntil = now + RetrySchedule.Rest(subscription.FailuresInARow - RestsAfter + 1, chance, attempt.RetryAfter);
        }
    }
}
