using HandoffOffice.Domain.Design;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Storage.Workflows;

/// <summary>The tenant's workflows.</summary>
public sealed class WorkflowCatalog(HandoffOfficeDb db, KnownVersions known, TimeProvider time)
{
    /// <summary>The newest version of each workflow, by name.</summary>
    public async Task<IReadOnlyList<Workflow>> Newest(CancellationToken cancel)
    {
        List<WorkflowRow> rows = await db.Workflows.AsNoTracking()
            .Where(row => row.Version == db.Workflows.Where(other => other.Key == row.Key).Max(other => other.Version))
            .ToListAsync(cancel);
        return [.. rows.Select(Read).OrderBy(workflow => workflow.Name, StringComparer.Ordinal)];
    }

    /// <summary>A version of a workflow, the newest where none is named; null where the tenant has none such.</summary>
    public async Task<Workflow?> Find(string key, int? version, CancellationToken cancel)
    {
        int? wanted = version ?? await db.Workflows.Where(row => row.Key == key).MaxAsync(row => (int?)row.Version, cancel);
        if (wanted is not { } number || db.TenantId is not { } tenant)
        {
            return null;
        }

        if (known.Find(tenant, key, number) is { } read)
        {
            return read;
        }

        if (await db.Workflows.AsNoTracking().FirstOrDefaultAsync(row => row.Key == key && row.Version == number, cancel) is not { } row)
        {
            return null;
        }

        Workflow workflow = Read(row);
        if (db.Database.CurrentTransaction is null)
        {
            known.Keep(tenant, workflow);
        }

        return workflow;
    }

    /// <summary>Every version of a workflow, the oldest first; none where the tenant has no such workflow.</summary>
    public async Task<IReadOnlyList<Workflow>> Versions(string key, CancellationToken cancel) =>
        [.. (await db.Workflows.AsNoTracking().Where(row => row.Key == key).OrderBy(row => row.Version).ToListAsync(cancel)).Select(Read)];

    /// <summary>Adds a version. It is sound; the caller has checked it.</summary>
    /// <returns>False where that version exists already: a version never changes.</returns>
    public async Task<bool> Add(string tenantId, Workflow workflow, CancellationToken cancel)
    {
        if (await Find(workflow.Key, workflow.Version, cancel) is not null)
        {
            return false;
        }

        db.Workflows.Add(new WorkflowRow
        {
            TenantId = tenantId,
            Key = workflow.Key,
            Version = workflow.Version,
            Json = WorkflowFile.Write(workflow),
            AddedAt = time.GetUtcNow(),
        });
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private static Workflow Read(WorkflowRow row) => WorkflowFile.ReadAccepted(row.Json) is ({ } workflow, _)
        ? workflow
        : throw new InvalidDataException($"The stored workflow {row.Key} version {row.Version} can't be read any more.");
}
