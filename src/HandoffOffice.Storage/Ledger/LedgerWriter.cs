using HandoffOffice.Domain;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Storage.Ledger;

/// <summary>Appends to the ledger, within the transaction of what it records.</summary>
public sealed class LedgerWriter(HandoffOfficeDb db)
{
    /// <summary>Adds an entry an event, at the end of the tenant's ledger; saved with the change it belongs to.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction: two writers could take the same position.</exception>
    public async Task Append(string tenantId, Guid handoffId, IReadOnlyList<HandoffEvent> events, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("The ledger is written within the transaction of what it records.");
        }

        long next = 1 + (await db.Ledger.IgnoreQueryFilters().Where(entry => entry.TenantId == tenantId)
            .MaxAsync(entry => (long?)entry.Sequence, cancel) ?? -1);
        db.Ledger.AddRange(events.Select((happened, index) => LedgerEntry.From(tenantId, next + index, handoffId, happened)));
    }
}
