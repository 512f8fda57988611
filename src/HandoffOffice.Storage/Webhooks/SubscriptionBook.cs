using System.Security.Cryptography;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Webhooks;
using HandoffOffice.Storage.Ledger;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffOffice.Storage.Webhooks;

/// <summary>What somebody wants to be told of, and where.</summary>
/// <param name="Kind">What.</param>
/// <param name="Workflow">Of this workflow only, by its key; null for all.</param>
/// <param name="Address">The address to call, which keeps <see cref="CallbackRules"/>.</param>
/// <param name="Origin">The server's own address as the subscriber knows it, without a path.</param>
public sealed record SubscriptionWish(WebhookEventKind Kind, string? Workflow, Uri Address, string Origin);

/// <summary>The subscriptions of the caller's tenant. Each is in the ledger, made and ended, in the same transaction.</summary>
public sealed class SubscriptionBook(HandoffOfficeDb db, LedgerWriter ledger, IDataProtectionProvider protection)
{
    /// <summary>The most that one tenant can have in force.</summary>
    public const int Most = 1000;

    private readonly IDataProtector protector = protection.CreateProtector("Webhooks");

    /// <summary>Those in force, newest first.</summary>
    public async Task<IReadOnlyList<SubscriptionRow>> InForce(CancellationToken cancel) =>
        await db.Subscriptions.AsNoTracking().Where(row => row.EndedAt == null).OrderByDescending(row => row.CreatedAt).ToListAsync(cancel);

    /// <summary>By subscription, how many of its notices wait.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> Waiting(CancellationToken cancel) => await db.Notices.Where(row => row.State == NoticeState.Waiting)
        .GroupBy(row => row.SubscriptionId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancel);

    /// <summary>Makes a subscription.</summary>
    /// <returns>It and the secret that its events are signed with, which is told this once; or null where the tenant has <see cref="Most"/>.</returns>
    public async Task<(SubscriptionRow Row, string Secret)?> Make(string tenantId, SubscriptionWish wish, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        string secret = WebhookSignature.Secret(RandomNumberGenerator.GetBytes(WebhookSignature.KeyBytes));
        var row = new SubscriptionRow
        {
            Id = Guid.CreateVersion7(now),
            TenantId = tenantId,
            Kind = wish.Kind,
            Workflow = wish.Workflow,
            OwnerId = by.Person.Id,
            OwnerName = by.Person.Name,
            Host = wish.Address.IdnHost,
            Address = protector.Protect(wish.Address.AbsoluteUri),
            Secret = protector.Protect(secret),
            Origin = wish.Origin,
            CreatedAt = now,
        };
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.Subscriptions(tenantId), cancel);
        if (await db.Subscriptions.CountAsync(one => one.EndedAt == null, cancel) >= Most)
        {
            return null;
        }

        db.Subscriptions.Add(row);
        await Keep("WebhookSubscribed", row, by, now, null, cancel);
        await transaction.CommitAsync(cancel);
        return (row, secret);
    }

    /// <summary>Ends a subscription; what waits for it is dropped.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="ownerId">Only where it is this person's or application's; null for whosesoever.</param>
    /// <param name="by">Who ends it.</param>
    /// <param name="reason">A stable code for the ledger: <c>asked</c>, <c>administrator</c> or what the receiver answered.</param>
    /// <param name="now">When.</param>
    /// <param name="cancel">Ends it without a trace.</param>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> End(Guid id, string? ownerId, Actor by, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.Subscription(id), cancel);
        if (await db.Subscriptions.FirstOrDefaultAsync(one => one.Id == id && one.EndedAt == null && (ownerId == null || one.OwnerId == ownerId), cancel) is not { } row)
        {
            return false;
        }

        row.EndedAt = now;
        // Who adds notices is at the end of the ledger, too: past it, nobody adds one more that would wait for ever.
        await Keep("WebhookUnsubscribed", row, by, now, reason, cancel);
        await db.Notices.Where(notice => notice.SubscriptionId == id && notice.State == NoticeState.Waiting)
            .ExecuteUpdateAsync(notice => notice.SetProperty(one => one.State, NoticeState.Dropped).SetProperty(one => one.EndedAt, now), cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task Keep(string kind, SubscriptionRow row, Actor by, DateTimeOffset at, string? reason, CancellationToken cancel)
    {
        var facts = new Dictionary<string, string> { ["subscription"] = $"{row.Id}", ["event"] = $"{row.Kind}", ["host"] = row.Host };
        if (row.Workflow is { } workflow)
        {
            facts["workflow"] = workflow;
        }

        if (reason is not null)
        {
            facts["reason"] = reason;
        }

        await ledger.Append(row.TenantId, null, [new HandoffEvent(kind, by, at, facts)], cancel);
        await db.SaveChangesAsync(cancel);
    }
}
