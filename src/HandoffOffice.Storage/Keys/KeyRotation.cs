using HandoffOffice.Domain;
using HandoffOffice.Storage.Ledger;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffOffice.Storage.Keys;

/// <summary>Changes the signing key, on record: the new key and the ledger's entry are one transaction.</summary>
public sealed class KeyRotation(HandoffOfficeDb db, SealKeyRing keys, LedgerWriter ledger, TimeProvider time)
{
    /// <summary>What the ledger's entry is called.</summary>
    public const string EventKind = "KeyRotated";

    /// <summary>Makes a new key that signs from now on.</summary>
    /// <param name="tenantId">Whose administrator asked: the entry is in that tenant's ledger.</param>
    /// <param name="administrator">Who asked.</param>
    /// <param name="cancel">Ends it without a trace.</param>
    /// <returns>The new key's id.</returns>
    public async Task<string> Rotate(string tenantId, Actor administrator, CancellationToken cancel)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.Keys, cancel);
        (string before, string made) = await keys.Rotate(cancel);
        var facts = new Dictionary<string, string> { ["from"] = before, ["key"] = made };
        await ledger.Append(tenantId, null, [new HandoffEvent(EventKind, administrator, time.GetUtcNow(), facts)], cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return made;
    }
}
