using HandoffOffice.Domain.Fleet;
using HandoffOffice.Storage.Handoffs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffOffice.Storage.Fleet;

/// <summary>That a person had something drafted by a version of a workflow.</summary>
/// <param name="PersonId">The author's object id.</param>
/// <param name="Workflow">The workflow.</param>
/// <param name="Version">Its version.</param>
public sealed record Authorship(string PersonId, string Workflow, int Version);

/// <summary>Who of the tenant works with which add-in. It is no part of the ledger: nothing is decided by it, and it says nothing of any text.</summary>
public sealed class FleetBook(HandoffOfficeDb db)
{
    /// <summary>Every add-in that was seen, with the object id of whose it is.</summary>
    public async Task<ILookup<string, Sighting>> All(CancellationToken cancel) =>
        (await db.Installations.AsNoTracking().OrderBy(row => row.Host).ThenBy(row => row.Platform).ToListAsync(cancel)).ToLookup(row => row.PersonId, row => row.Sighting);

    /// <summary>Keeps what a pane says of itself in the place of what was known of the same application and platform.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="personId">Whose it is.</param>
    /// <param name="next">What is known now, by what was known before.</param>
    /// <param name="said">What the pane says.</param>
    /// <param name="cancel">Ends it without a trace.</param>
    public async Task<Sighting> Keep(string tenantId, string personId, Installation said, Func<Sighting?, Sighting> next, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        // Two panes of a person may open at once: the second one waits here and finds the row.
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.AddIn(tenantId, personId, said), cancel);
        InstallationRow? row = await db.Installations.FirstOrDefaultAsync(
            one => one.PersonId == personId && one.Host == said.Host && one.Platform == said.Platform, cancel);
        Sighting seen = next(row?.Sighting);
        if (row is null)
        {
            db.Installations.Add(new InstallationRow { TenantId = tenantId, PersonId = personId, Host = said.Host, Platform = said.Platform, Sighting = seen });
        }
        else
        {
            row.Sighting = seen;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return seen;
    }

    /// <summary>Who is the author of a handoff that has moved since then, by workflow version; applications too.</summary>
    public async Task<IReadOnlyList<Authorship>> Authors(DateTimeOffset since, CancellationToken cancel) => await db.Handoffs.AsNoTracking()
        .Where(handoff => handoff.UpdatedAt >= since)
        .Join(db.Participants.Where(participant => participant.Part == Part.Author), handoff => handoff.Id, participant => participant.HandoffId, (handoff, participant) => new
        {
            participant.PersonId,
            Workflow = EF.Property<string>(handoff, HandoffMapping.WorkflowKey),
            Version = EF.Property<int>(handoff, HandoffMapping.WorkflowVersion),
        })
        .Distinct().Select(one => new Authorship(one.PersonId, one.Workflow, one.Version)).ToListAsync(cancel);
}
