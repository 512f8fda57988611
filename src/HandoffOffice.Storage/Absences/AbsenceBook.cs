using System.Globalization;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Storage.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffOffice.Storage.Absences;

/// <summary>Who of the tenant is away. Each change is one transaction with its ledger entry, so that two at once can't close a circle.</summary>
public sealed class AbsenceBook(HandoffOfficeDb db, LedgerWriter ledger)
{
    /// <summary>Every absence that is set, those that are over too.</summary>
    public async Task<IReadOnlyList<Absence>> All(CancellationToken cancel) =>
        [.. (await db.Absences.AsNoTracking().OrderBy(row => row.From).ThenBy(row => row.PersonId).ToListAsync(cancel)).Select(Read)];

    /// <summary>The absence of a person, or null.</summary>
    public async Task<Absence?> Of(string personId, CancellationToken cancel) =>
        await db.Absences.AsNoTracking().FirstOrDefaultAsync(row => row.PersonId == personId, cancel) is { } row ? Read(row) : null;

    /// <summary>Sets an absence in the place of the person's last one, where the rules let it.</summary>
    /// <returns>What is wrong with it; empty when it is set.</returns>
    public async Task<IReadOnlyList<Problem>> Set(string tenantId, Absence absence, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.Absences(tenantId), cancel);
        List<AbsenceRow> rows = await db.Absences.ToListAsync(cancel);
        AbsenceRow? own = rows.Find(row => row.PersonId == absence.Person.Id);
        IReadOnlyList<Absence> others = [.. rows.Where(row => row != own).Select(Read)];
        List<Problem> problems = [.. AbsenceRules.Problems(absence, others, DateOnly.FromDateTime(now.UtcDateTime))];
        if (problems.Count > 0)
        {
            return problems;
        }

        if (own is null)
        {
            db.Absences.Add(new AbsenceRow
            {
                TenantId = tenantId,
                PersonId = absence.Person.Id,
                Person = absence.Person,
                From = absence.From,
                Until = absence.Until,
                Substitute = absence.Substitute,
            });
        }
        else
        {
            (own.Person, own.From, own.Until, own.Substitute) = (absence.Person, absence.From, absence.Until, absence.Substitute);
        }

        await Keep("AbsenceSet", tenantId, absence, by, now, transaction, cancel);
        return [];
    }

    /// <summary>Lifts a person's absence.</summary>
    /// <returns>What was lifted; null where there was none.</returns>
    public async Task<Absence?> Lift(string tenantId, string personId, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.Absences(tenantId), cancel);
        if (await db.Absences.FirstOrDefaultAsync(row => row.PersonId == personId, cancel) is not { } row)
        {
            return null;
        }

        db.Absences.Remove(row);
        Absence lifted = Read(row);
        await Keep("AbsenceLifted", tenantId, lifted, by, now, transaction, cancel);
        return lifted;
    }

    private async Task Keep(string kind, string tenantId, Absence absence, Actor by, DateTimeOffset now, IDbContextTransaction transaction, CancellationToken cancel)
    {
        await ledger.Append(tenantId, null, [new HandoffEvent(kind, by, now, new Dictionary<string, string>
        {
            ["person"] = absence.Person.Id,
            ["from"] = absence.From.ToString("O", CultureInfo.InvariantCulture),
            ["until"] = absence.Until.ToString("O", CultureInfo.InvariantCulture),
            ["substitute"] = absence.Substitute.Id,
        })], cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static Absence Read(AbsenceRow row) => new(row.Person, row.From, row.Until, row.Substitute);
}
