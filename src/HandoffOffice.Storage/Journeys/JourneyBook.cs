using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Storage.Ledger;
using HandoffOffice.Storage.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffOffice.Storage.Journeys;

/// <summary>
/// The tenant's journeys and their journals. A step, what it adds (a version, the details of a test) and its ledger entries are one transaction.
/// </summary>
public sealed class JourneyBook(HandoffOfficeDb db, LedgerWriter ledger, TimeProvider time)
{
    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<(Journey Journey, int Revision)>> All(CancellationToken cancel) =>
        [.. (await db.Journeys.AsNoTracking().ToListAsync(cancel)).OrderBy(row => row.Journey.Name, StringComparer.Ordinal).Select(row => (row.Journey, row.Revision))];

    /// <summary>The journey of a workflow and how many steps it has had; null where the tenant has none such.</summary>
    public async Task<(Journey Journey, int Revision)?> Find(string key, CancellationToken cancel) =>
        await db.Journeys.AsNoTracking().FirstOrDefaultAsync(row => row.Key == key, cancel) is { } row ? (row.Journey, row.Revision) : null;

    /// <summary>Keeps a new journey.</summary>
    /// <returns>False where the tenant has one under that key.</returns>
    public async Task<bool> Add(string tenantId, Journey journey, Outcome outcome, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.Journey(tenantId, journey.Key), cancel);
        if (await db.Journeys.AnyAsync(row => row.Key == journey.Key, cancel))
        {
            return false;
        }

        db.Journeys.Add(new JourneyRow { TenantId = tenantId, Key = journey.Key, Revision = 1, Journey = journey });
        await ledger.Append(tenantId, null, outcome.Events, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Takes a step.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="key">The workflow.</param>
    /// <param name="step">The step; it gets the journey as of this transaction.</param>
    /// <param name="cancel">Ends it without a trace.</param>
    /// <param name="revision">The revision that the caller saw; null takes any.</param>
    /// <param name="adds">What is stored with it; null for nothing.</param>
    /// <returns>The journey afterwards, or null where there is none; and why nothing changed, or null.</returns>
    public async Task<(Journey? Journey, HandoffError? Error)> Change(
        string tenantId, string key, Func<Journey, (Journey, Outcome)> step, CancellationToken cancel, int? revision = null, Action<HandoffOfficeDb>? adds = null)
    {
        db.ChangeTracker.Clear();
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.Journey(tenantId, key), cancel);
        if (await db.Journeys.FirstOrDefaultAsync(row => row.Key == key, cancel) is not { } row)
        {
            return (null, null);
        }

        if (revision is { } seen && seen != row.Revision)
        {
            return (row.Journey, new JourneyMoved(row.Revision));
        }

        (Journey next, Outcome outcome) = step(row.Journey);
        if (outcome.Error is { } error)
        {
            db.ChangeTracker.Clear();
            return (row.Journey, error);
        }

        (row.Journey, row.Revision) = (next, row.Revision + 1);
        adds?.Invoke(db);
        await ledger.Append(tenantId, null, outcome.Events, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (next, null);
    }

    /// <summary>Stores a version with the step that adds it.</summary>
    public Action<HandoffOfficeDb> Version(string tenantId, Workflow workflow) => database => database.Workflows.Add(new WorkflowRow
    {
        TenantId = tenantId,
        Key = workflow.Key,
        Version = workflow.Version,
        Json = WorkflowFile.Write(workflow),
        AddedAt = time.GetUtcNow(),
    });

    /// <summary>Begins the journeys of workflows that have none: those that come with the product, and those from before there were journeys.</summary>
    public async Task Adopt(string tenantId, IReadOnlyList<Workflow> workflows, CancellationToken cancel)
    {
        List<string> known = await db.Journeys.Select(row => row.Key).ToListAsync(cancel);
        db.Journeys.AddRange(workflows.Where(workflow => !known.Contains(workflow.Key))
            .Select(workflow => new JourneyRow { TenantId = tenantId, Key = workflow.Key, Revision = 1, Journey = Journey.Adopt(workflow, time.GetUtcNow()) }));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A workflow's journal, newest first.</summary>
    public async Task<IReadOnlyList<JournalEntry>> Journal(string key, CancellationToken cancel) =>
        await db.Journal.AsNoTracking().Where(row => row.Workflow == key).OrderByDescending(row => row.Id).Select(row => row.Entry).ToListAsync(cancel);

    /// <summary>Adds an entry to a journal.</summary>
    public async Task Note(string tenantId, JournalEntry entry, CancellationToken cancel)
    {
        db.Journal.Add(new JournalRow { TenantId = tenantId, Id = entry.Id, Workflow = entry.Workflow, Entry = entry });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The results of a test's examples, as JSON; null where there is no such test.</summary>
    public Task<string?> Results(string key, Guid test, CancellationToken cancel) =>
        db.Suites.AsNoTracking().Where(row => row.Workflow == key && row.Id == test).Select(row => (string?)row.Results).FirstOrDefaultAsync(cancel);
}
