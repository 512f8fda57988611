using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Storage.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffOffice.Storage.Stops;

/// <summary>The stops of a tenant. Each is in the ledger, set and lifted, in the same transaction.</summary>
public sealed class StopSwitch(HandoffOfficeDb db, LedgerWriter ledger)
{
    /// <summary>Those in force, oldest first.</summary>
    public async Task<IReadOnlyList<StopOrder>> InForce(CancellationToken cancel) =>
        [.. (await db.Stops.AsNoTracking().Where(row => row.LiftedAt == null).OrderBy(row => row.At).ToListAsync(cancel)).Select(Read)];

    /// <summary>A stop that covers this, or null. Asked within the transaction of a change it is as of that change.</summary>
    /// <param name="workflow">The workflow's key.</param>
    /// <param name="model">The model's name; null where none has a part in it yet.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Stopped?> Covering(string workflow, string? model, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            await db.Hold(WriteLock.StopsAsTheyAre(db.TenantId), cancel);
        }

        return (await InForce(cancel)).FirstOrDefault(stop => stop.Covers(workflow, model)) is { } stop ? new Stopped(stop) : null;
    }

    /// <summary>A stop that covers this handoff as it stands, or null.</summary>
    public Task<Stopped?> Covering(Handoff handoff, CancellationToken cancel) =>
        Covering(handoff.Terms.WorkflowKey, handoff.CurrentDraft?.Origin.Name, cancel);

    /// <summary>Puts a stop in force.</summary>
    public async Task Set(string tenantId, StopOrder stop, CancellationToken cancel)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.Stops(tenantId), cancel);
        db.Stops.Add(new StopRow
        {
            TenantId = tenantId,
            Id = stop.Id,
            Scope = stop.Scope,
            Target = stop.Target,
            Reason = stop.Reason,
            ById = stop.By.Id,
            ByName = stop.By.Name,
            At = stop.At,
        });
        await Keep(tenantId, "StopSet", stop, stop.By, stop.At, stop.Reason, transaction, cancel);
    }

    /// <summary>Lifts a stop.</summary>
    /// <returns>The stop, or null where none with that id is in force.</returns>
    public async Task<StopOrder?> Lift(string tenantId, Guid id, string reason, Person by, DateTimeOffset now, CancellationToken cancel)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.Stops(tenantId), cancel);
        if (await db.Stops.FirstOrDefaultAsync(row => row.Id == id && row.LiftedAt == null, cancel) is not { } row)
        {
            return null;
        }

        row.LiftedAt = now;
        await Keep(tenantId, "StopLifted", Read(row), by, now, reason, transaction, cancel);
        return Read(row);
    }

    private async Task Keep(
        string tenantId, string kind, StopOrder stop, Person by, DateTimeOffset at, string reason, IDbContextTransaction transaction, CancellationToken cancel)
    {
        var facts = new Dictionary<string, string> { ["stop"] = $"{stop.Id}", ["scope"] = $"{stop.Scope}", ["reasonDigest"] = $"{Sha256Digest.Of(reason)}" };
        if (stop.Target is { } target)
        {
            facts["target"] = target;
        }

        await ledger.Append(tenantId, null, [new HandoffEvent(kind, new Actor(by), at, facts)], cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static StopOrder Read(StopRow row) => new(row.Id, row.Scope, row.Target, row.Reason, new Person(row.ById, row.ByName), row.At);
}
