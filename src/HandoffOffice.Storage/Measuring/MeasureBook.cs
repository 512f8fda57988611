using System.Globalization;
using System.Runtime.CompilerServices;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Measuring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffOffice.Storage.Measuring;

/// <summary>How many runs of a workflow have ended.</summary>
/// <param name="Ended">Released, rejected, finished by hand and withdrawn ones.</param>
/// <param name="Looped">Those of them that asked for two or more revisions, refused ones counted.</param>
public sealed record RunTotals(int Ended, int Looped);

/// <summary>
/// A tenant's runs, counted up as they change, so that a workflow's measures cost the same at any number of runs (C38 to C42).
/// </summary>
/// <remarks>
/// It can't drift from the handoffs: each change of one counts it away as it was and up as it is, by <see cref="RunFacts"/>, in its own transaction. What is written
/// are differences (<c>Count = Count + n</c>), so that no two writers lose each other's. Where a tenant's runs were counted by other rules (<see cref="Form"/>) or
/// never, all of them are counted anew: at the start of the host, or by whoever is first to write or to read.
/// </remarks>
public sealed class MeasureBook(HandoffOfficeDb db)
{
    /// <summary>The number of the rules by which runs are counted. Who changes what <see cref="MeasureEntry"/> says of a run, or the bins, raises it.</summary>
    public const int Form = 2;

    // SQLite takes 32,766 parameters a statement, PostgreSQL 65,535.
    private const int RowsAtOnce = 500;

    private string? foundUpToDate;

    /// <summary>The runs of a workflow, counted up.</summary>
    public async Task<MeasureCells> Of(string workflow, CancellationToken cancel)
    {
        await BringUpToDate(db.TenantId, cancel);
        List<BinCell> bins = await db.MeasureBins.AsNoTracking().Where(row => row.WorkflowKey == workflow && row.Count > 0)
            .Select(row => new BinCell(row.WorkflowVersion, row.Measure, row.Bin, row.Count, row.Sum)).ToListAsync(cancel);
        List<WeekCell> weeks = await db.MeasureWeeks.AsNoTracking().Where(row => row.WorkflowKey == workflow && row.Count > 0)
            .Select(row => new WeekCell(row.WorkflowVersion, row.Measure, row.Week, row.Count, row.Sum)).ToListAsync(cancel);
        return new MeasureCells([.. bins.OrderBy(cell => (cell.Version, cell.Measure, cell.Bin))], [.. weeks.OrderBy(cell => (cell.Version, cell.Measure, cell.Week))]);
    }

    /// <summary>By workflow, how many of its runs have ended, over all its versions; nothing of those of which none has.</summary>
    public async Task<IReadOnlyDictionary<string, RunTotals>> Totals(CancellationToken cancel)
    {
        await BringUpToDate(db.TenantId, cancel);
        // Each run that has ended says how many revisions it asked for, and be it none.
        var totals = await db.MeasureBins.AsNoTracking().Where(row => row.Measure == Measure.Loops || row.Measure == Measure.LoopedTwice)
            .GroupBy(row => row.WorkflowKey)
            .Select(rows => new
            {
                Workflow = rows.Key,
                Ended = rows.Where(row => row.Measure == Measure.Loops).Sum(row => row.Count),
                Looped = rows.Where(row => row.Measure == Measure.LoopedTwice).Sum(row => row.Count),
            })
            .ToListAsync(cancel);
        return totals.Where(total => total.Ended > 0).ToDictionary(total => total.Workflow, total => new RunTotals((int)total.Ended, (int)total.Looped));
    }

    /// <summary>
    /// How many of the errors that were planted in the handoffs of a workflow, over all its versions, were found and missed. Asked within the transaction of a
    /// change it is as of that change.
    /// </summary>
    public async Task<CatchRate> Caught(string workflow, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null && db.TenantId is { } tenant)
        {
            await db.Hold(WriteLock.Ledger(tenant), cancel);
        }

        await BringUpToDate(db.TenantId, cancel);
        Dictionary<Measure, long> sums = await db.MeasureBins.AsNoTracking()
            .Where(row => row.WorkflowKey == workflow && (row.Measure == Measure.PlantedFound || row.Measure == Measure.PlantedMissed))
            .GroupBy(row => row.Measure).Select(rows => new { Measure = rows.Key, Sum = rows.Sum(row => row.Sum) })
            .ToDictionaryAsync(rows => rows.Measure, rows => rows.Sum, cancel);
        return new CatchRate((int)sums.GetValueOrDefault(Measure.PlantedFound), (int)sums.GetValueOrDefault(Measure.PlantedMissed));
    }

    /// <summary>Counts a run as it is now, within the transaction of its change, which is saved already.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="before">The run as it was; null for a new one.</param>
    /// <param name="after">The run as it is.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task Follow(string tenantId, RunFacts? before, RunFacts after, CancellationToken cancel)
    {
        await db.Hold(WriteLock.Ledger(tenantId), cancel);
        if (before is not null && MeasureEntry.Of(before).SequenceEqual(MeasureEntry.Of(after)))
        {
            return;
        }

        if (await IsOutdated(tenantId, cancel))
        {
            await CountAnew(tenantId, cancel);
            return;
        }

        var tally = new MeasureTally();
        if (before is not null)
        {
            tally.Remove(before);
        }

        tally.Add(after);
        await Write(tenantId, after.WorkflowKey, tally.Cells(), cancel);
    }

    /// <summary>Counts all runs of a tenant anew: what is kept is then the plain count over its handoffs.</summary>
    public async Task Rebuild(string tenantId, CancellationToken cancel)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.Ledger(tenantId), cancel);
        await CountAnew(tenantId, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Counts the runs of every tenant anew whose runs were counted by other rules, or never.</summary>
    internal async Task BringAllUpToDate(CancellationToken cancel)
    {
        // Asked of small tables: whoever has a handoff has a workflow or a ledger.
        List<string> tenants = await db.Workflows.IgnoreQueryFilters().Select(row => row.TenantId)
            .Union(db.LedgerTrees.IgnoreQueryFilters().Select(row => row.TenantId))
            .Except(db.MeasureForms.IgnoreQueryFilters().Where(row => row.Form == Form).Select(row => row.TenantId)).ToListAsync(cancel);
        foreach (string tenant in tenants)
        {
            await BringUpToDate(tenant, cancel);
        }
    }

    /// <summary>Adds counted runs to what is kept.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="workflow">The workflow of all of them.</param>
    /// <param name="cells">The runs, counted up; below 0 what is counted away.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task Write(string tenantId, string workflow, MeasureCells cells, CancellationToken cancel)
    {
        await db.Hold(WriteLock.Ledger(tenantId), cancel);
        IEnumerable<Counted> counted = cells.Bins.Select(cell => new Counted("MeasureBins", "Bin", cell.Version, cell.Measure, cell.Bin, cell.Count, cell.Sum))
            .Concat(cells.Weeks.Select(cell => new Counted("MeasureWeeks", "Week", cell.Version, cell.Measure, cell.Week, cell.Count, cell.Sum)));
        foreach (Counted[] some in counted.Chunk(RowsAtOnce))
        {
            List<object> values = [tenantId, workflow];
            IEnumerable<string> statements = some.GroupBy(cell => (cell.Table, cell.Place)).Select(rows => Statement(rows.Key.Table, rows.Key.Place, rows, values));
            await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(string.Join(";\n", statements), [.. values]), cancel);
        }
    }

    /// <summary>Counts the runs of the caller's tenant anew where they were counted by other rules: for who reads what is counted beside this book.</summary>
    internal Task BringUpToDate(CancellationToken cancel) => BringUpToDate(db.TenantId, cancel);

    private async Task BringUpToDate(string? tenantId, CancellationToken cancel)
    {
        // Asked once by each unit of work: who reads two counts of one tenant reads them at once.
        if (tenantId is null || tenantId == foundUpToDate)
        {
            return;
        }

        if (!await IsOutdated(tenantId, cancel))
        {
            foundUpToDate = tenantId;
            return;
        }

        await using IDbContextTransaction? transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await db.Hold(WriteLock.Ledger(tenantId), cancel);
        // Somebody else may have counted while this waited.
        if (await IsOutdated(tenantId, cancel))
        {
            await CountAnew(tenantId, cancel);
        }

        await (transaction?.CommitAsync(cancel) ?? Task.CompletedTask);
    }

    private async Task<bool> IsOutdated(string tenantId, CancellationToken cancel) =>
        !await db.MeasureForms.IgnoreQueryFilters().AnyAsync(row => row.TenantId == tenantId && row.Form == Form, cancel);

    private async Task CountAnew(string tenantId, CancellationToken cancel)
    {
        await db.MeasureBins.IgnoreQueryFilters().Where(row => row.TenantId == tenantId).ExecuteDeleteAsync(cancel);
        await db.MeasureWeeks.IgnoreQueryFilters().Where(row => row.TenantId == tenantId).ExecuteDeleteAsync(cancel);
        await db.MeasureForms.IgnoreQueryFilters().Where(row => row.TenantId == tenantId).ExecuteDeleteAsync(cancel);
        var tallies = new Dictionary<string, MeasureTally>();
        await foreach (Handoff handoff in db.Handoffs.IgnoreQueryFilters().AsNoTracking().Where(h => h.TenantId == tenantId).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var run = RunFacts.Of(handoff);
            if (!tallies.TryGetValue(run.WorkflowKey, out MeasureTally? tally))
            {
                tallies.Add(run.WorkflowKey, tally = new MeasureTally());
            }

            tally.Add(run);
        }

        foreach ((string workflow, MeasureTally tally) in tallies)
        {
            await Write(tenantId, workflow, tally.Cells(), cancel);
        }

        await db.Database.ExecuteSqlAsync($"""INSERT INTO "MeasureForms" ("TenantId", "Form") VALUES ({tenantId}, {Form})""", cancel);
    }

    // The names are constants of this class; every value is a parameter. This form is SQLite's and PostgreSQL's.
    private static string Statement(string table, string place, IEnumerable<Counted> cells, List<object> values)
    {
        List<string> rows = [];
        foreach (Counted cell in cells)
        {
            IEnumerable<int> own = Enumerable.Range(values.Count, 5);
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"({{0}}, {{1}}, {string.Join(", ", own.Select(number => $"{{{number}}}"))})"));
            values.AddRange([cell.Version, cell.Measure.ToString(), cell.At, cell.Count, cell.Sum]);
        }

        return $"""
            INSERT INTO "{table}" ("TenantId", "WorkflowKey", "WorkflowVersion", "Measure", "{place}", "Count", "Sum") VALUES {string.Join(", ", rows)}
            ON CONFLICT ("TenantId", "WorkflowKey", "WorkflowVersion", "Measure", "{place}")
            DO UPDATE SET "Count" = "{table}"."Count" + excluded."Count", "Sum" = "{table}"."Sum" + excluded."Sum"
            """;
    }

    // A cell and where it is kept.
    private sealed record Counted(string Table, string Place, int Version, Measure Measure, object At, long Count, long Sum);
}
