using HandoffOffice.Domain;
using HandoffOffice.Domain.Training;
using HandoffOffice.Storage.Ledger;
using HandoffOffice.Storage.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffOffice.Storage.Training;

/// <summary>The tenant's practices, and who has completed their training. A completion and its ledger entry are one transaction.</summary>
public sealed class TrainingBook(HandoffOfficeDb db, WorkflowCatalog catalog, LedgerWriter ledger)
{
    /// <summary>How many practices a screen of all people goes back to.</summary>
    private const int MostListed = 1000;

    /// <summary>The practice with this id; null where the tenant has none such.</summary>
    public async Task<Practice?> Find(Guid id, CancellationToken cancel) =>
        (await db.Practices.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel))?.Practice;

    /// <summary>The practices of a person on one basis, the latest first.</summary>
    public async Task<IReadOnlyList<Practice>> Of(string workflow, Sha256Digest basis, string personId, CancellationToken cancel) =>
        await PracticesOn(workflow, $"{basis}").Where(row => row.PersonId == personId).OrderByDescending(row => row.Id).Select(row => row.Practice).ToListAsync(cancel);

    /// <summary>The finished practices of all people on one basis, the latest first.</summary>
    public async Task<IReadOnlyList<Practice>> Finished(string workflow, Sha256Digest basis, CancellationToken cancel) =>
        await PracticesOn(workflow, $"{basis}").Where(row => row.FinishedAt != null)
            .OrderByDescending(row => row.FinishedAt).Take(MostListed).Select(row => row.Practice).ToListAsync(cancel);

    /// <summary>Who has completed the training on one basis.</summary>
    public async Task<IReadOnlyList<Trained>> Completed(string workflow, Sha256Digest basis, CancellationToken cancel) =>
        await TrainedOn(workflow, $"{basis}").Select(row => row.Trained).ToListAsync(cancel);

    /// <summary>Keeps a new practice, unless its trainee has one on the same that is not finished: who could leave a bad one would be measured by the good ones.</summary>
    /// <returns>The practice to go on with.</returns>
    public async Task<Practice> Begin(string tenantId, Practice practice, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.Training(db.TenantId), cancel);
        string hex = $"{practice.Basis}";
        PracticeRow? open = await PracticesOn(practice.Workflow, hex).FirstOrDefaultAsync(row => row.PersonId == practice.Trainee.Id && row.FinishedAt == null, cancel);
        if (open is not null)
        {
            return open.Practice;
        }

        db.Practices.Add(new PracticeRow
        {
            TenantId = tenantId,
            Id = practice.Id,
            Workflow = practice.Workflow,
            Basis = hex,
            PersonId = practice.Trainee.Id,
            Revision = 1,
            Practice = practice,
        });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return practice;
    }

    /// <summary>Takes a step of a practice. Where it finishes it and its trainee has practised enough by then, that is kept with it.</summary>
    /// <param name="id">The practice.</param>
    /// <param name="step">The step.</param>
    /// <param name="now">When.</param>
    /// <param name="cancel">Ends it without a trace.</param>
    /// <returns>The practice afterwards, or null where the tenant has none such; and why nothing changed, or null.</returns>
    public async Task<(Practice? Practice, HandoffError? Error)> Change(
        Guid id, Func<Practice, (Practice, HandoffError?)> step, DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.Training(db.TenantId), cancel);
        if (await db.Practices.FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } row)
        {
            return (null, null);
        }

        (Practice next, HandoffError? error) = step(row.Practice);
        if (error is not null)
        {
            db.ChangeTracker.Clear();
            return (row.Practice, error);
        }

        (row.Practice, row.Revision) = (next, row.Revision + 1);
        if (next.Score is not null)
        {
            row.FinishedAt = now;
            await Complete(row, now, cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (next, null);
    }

    /// <summary>Tells a handoff whose gate asks for training who has completed it on its version.</summary>
    internal async Task Tell(Handoff? handoff, CancellationToken cancel)
    {
        if (handoff?.Terms is not { Gate.TrainingRequired: true } terms || await catalog.Find(terms.WorkflowKey, terms.WorkflowVersion, cancel) is not { } workflow)
        {
            return;
        }

        handoff.KnowTrained(await TrainedOn(workflow.Key, $"{TrainingBasis.Of(workflow)}").Select(row => row.PersonId).ToListAsync(cancel));
    }

    private IQueryable<PracticeRow> PracticesOn(string workflow, string basis) => db.Practices.AsNoTracking().Where(row => row.Workflow == workflow && row.Basis == basis);

    private IQueryable<TrainedRow> TrainedOn(string workflow, string basis) => db.Trained.AsNoTracking().Where(row => row.Workflow == workflow && row.Basis == basis);

    // The first time counts: who has passed once keeps it, however later practices go.
    private async Task Complete(PracticeRow finished, DateTimeOffset now, CancellationToken cancel)
    {
        if (await TrainedOn(finished.Workflow, finished.Basis).AnyAsync(row => row.PersonId == finished.PersonId, cancel))
        {
            return;
        }

        List<Practice> before = await PracticesOn(finished.Workflow, finished.Basis).Where(row => row.PersonId == finished.PersonId && row.FinishedAt != null && row.Id != finished.Id)
            .OrderByDescending(row => row.FinishedAt).Take(TrainingBar.Practices).Select(row => row.Practice).ToListAsync(cancel);
        if (finished.Practice.Passed([finished.Practice.Score!, .. before.Select(practice => practice.Score!)], now) is not { } trained)
        {
            return;
        }

        db.Trained.Add(new TrainedRow
        {
            TenantId = finished.TenantId,
            Workflow = finished.Workflow,
            Basis = finished.Basis,
            PersonId = finished.PersonId,
            Trained = trained,
        });
        await ledger.Append(finished.TenantId, null, [trained.Event()], cancel);
    }
}
