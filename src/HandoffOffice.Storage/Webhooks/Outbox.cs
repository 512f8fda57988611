using HandoffOffice.Domain;
using HandoffOffice.Domain.Webhooks;
using HandoffOffice.Storage.Ledger;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Storage.Webhooks;

/// <summary>Puts what happened where it is delivered from, within the transaction of what happened (the transactional outbox of Hohpe's and Richardson's patterns).</summary>
public sealed class Outbox(HandoffOfficeDb db, OutboxBell bell)
{
    private bool hasMore;

    /// <summary>Adds a notice for each event and each subscription that waits for it; saved with the change they belong to. A change that nobody can wait for asks nothing of the database.</summary>
    /// <param name="handoff">The handoff as it is afterwards.</param>
    /// <param name="happened">The entries of the ledger, in order, each with the event it was made of.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task Add(Handoff handoff, IReadOnlyList<(HandoffEvent Event, LedgerEntry Entry)> happened, CancellationToken cancel)
    {
        List<(WebhookEventKind Kind, LedgerEntry Entry)> told = [.. happened
            .Select(one => (Kind: WebhookEvent.KindOf(one.Event), one.Entry)).Where(one => one.Kind is not null).Select(one => (one.Kind!.Value, one.Entry))];
        if (told.Count == 0)
        {
            return;
        }

        List<WebhookEventKind> kinds = [.. told.Select(one => one.Kind).Distinct()];
        List<SubscriptionRow> waiting = await db.Subscriptions.AsNoTracking()
            .Where(row => row.EndedAt == null && kinds.Contains(row.Kind) && (row.Workflow == null || row.Workflow == handoff.Terms.WorkflowKey)).ToListAsync(cancel);
        db.Notices.AddRange(
            from one in told
            from subscription in waiting
            where subscription.Kind == one.Kind
            select Notice(handoff, one.Kind, one.Entry, subscription));
        hasMore = waiting.Count > 0;
    }

    /// <summary>Wakes who delivers, where something was added; after the commit.</summary>
    public void Committed()
    {
        if (hasMore)
        {
            bell.Ring();
        }

        hasMore = false;
    }

    private static NoticeRow Notice(Handoff handoff, WebhookEventKind kind, LedgerEntry entry, SubscriptionRow subscription)
    {
        string id = $"msg_{Guid.CreateVersion7(entry.At):N}";
        var told = new WebhookEvent(
            id, kind, entry.At.ToUniversalTime(), handoff.Id, handoff.Terms.WorkflowKey, handoff.Terms.WorkflowVersion, handoff.State, entry.Sequence);
        return new NoticeRow
        {
            Id = id,
            TenantId = handoff.TenantId,
            SubscriptionId = subscription.Id,
            HandoffId = handoff.Id,
            Sequence = entry.Sequence,
            Body = told.Body(HandoffLink.At(subscription.Origin, handoff.Id)),
            CreatedAt = entry.At,
            DueAt = entry.At,
        };
    }
}
