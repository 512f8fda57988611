using HandoffOffice.Domain;
using HandoffOffice.Domain.Fleet;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Domain.Training;
using HandoffOffice.Storage.Absences;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Ledger;
using HandoffOffice.Storage.Stops;
using HandoffOffice.Storage.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Storage.Exporting;

/// <summary>
/// What there is of one person in a tenant, for that person (Regulation (EU) 2016/679, article 15). The ledger and the journals are read from one end to the other for it: nobody
/// asks often, and an index for it would cost every change.
/// </summary>
public sealed class PersonsTraces(HandoffOfficeDb db)
{
    /// <summary>The person as they last signed in; null where they never did.</summary>
    public Task<PersonRow?> Known(string personId, CancellationToken cancel) => db.People.AsNoTracking().FirstOrDefaultAsync(person => person.Id == personId, cancel);

    /// <summary>Their part in handoffs, the oldest first.</summary>
    public async Task<IReadOnlyList<PartTaken>> Parts(string personId, CancellationToken cancel) => await db.Participants.AsNoTracking().Where(part => part.PersonId == personId)
        .Join(db.Handoffs, part => part.HandoffId, handoff => handoff.Id, (part, handoff) => new { part.Part, handoff.Id, handoff.Subject, handoff.State, handoff.CreatedAt, Workflow = EF.Property<string>(handoff, HandoffMapping.WorkflowKey) })
        .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ThenBy(row => row.Part)
        .Select(row => new PartTaken(row.Id, row.Part, row.Workflow, row.Subject, row.State, row.CreatedAt)).ToListAsync(cancel);

    /// <summary>The ledger's entries of what they did, in order.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> Acts(string personId, CancellationToken cancel) =>
        await db.Ledger.AsNoTracking().Where(entry => entry.ActorId == personId).OrderBy(entry => entry.Sequence).ToListAsync(cancel);

    /// <summary>Absences: their own, and those that they stand in for.</summary>
    public async Task<IReadOnlyList<AbsenceRow>> Absences(Person person, CancellationToken cancel) =>
        [.. (await db.Absences.AsNoTracking().OrderBy(absence => absence.PersonId).ToListAsync(cancel)).Where(absence => absence.Person.Is(person) || absence.Substitute.Is(person))];

    /// <summary>The add-ins that they were seen with.</summary>
    public async Task<IReadOnlyList<Sighting>> AddIns(string personId, CancellationToken cancel) =>
        await db.Installations.AsNoTracking().Where(row => row.PersonId == personId).OrderBy(row => row.Host).ThenBy(row => row.Platform).Select(row => row.Sighting).ToListAsync(cancel);

    /// <summary>Their practices, the oldest first.</summary>
    public async Task<IReadOnlyList<Practice>> Practices(string personId, CancellationToken cancel) =>
        [.. (await db.Practices.AsNoTracking().Where(row => row.PersonId == personId).Select(row => row.Practice).ToListAsync(cancel)).OrderBy(practice => practice.StartedAt)];

    /// <summary>The trainings that they have completed.</summary>
    public async Task<IReadOnlyList<Trained>> Trained(string personId, CancellationToken cancel) =>
        [.. (await db.Trained.AsNoTracking().Where(row => row.PersonId == personId).Select(row => row.Trained).ToListAsync(cancel)).OrderBy(trained => trained.At)];

    /// <summary>What they wrote into the journals of pilots, the oldest first.</summary>
    public async Task<IReadOnlyList<JournalEntry>> Journal(Person person, CancellationToken cancel)
    {
        List<JournalEntry> entries = [];
        await foreach (JournalEntry entry in db.Journal.AsNoTracking().Select(row => row.Entry).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (entry.By.Is(person))
            {
                entries.Add(entry);
            }
        }

        return [.. entries.OrderBy(entry => entry.At)];
    }

    /// <summary>The stops that they set.</summary>
    public async Task<IReadOnlyList<StopRow>> Stops(string personId, CancellationToken cancel) =>
        await db.Stops.AsNoTracking().Where(stop => stop.ById == personId).OrderBy(stop => stop.At).ToListAsync(cancel);

    /// <summary>Their subscriptions.</summary>
    public async Task<IReadOnlyList<SubscriptionRow>> Subscriptions(string personId, CancellationToken cancel) =>
        await db.Subscriptions.AsNoTracking().Where(row => row.OwnerId == personId).OrderBy(row => row.CreatedAt).ToListAsync(cancel);
}

/// <summary>A person's part in a handoff.</summary>
/// <param name="Handoff">The handoff.</param>
/// <param name="Part">What they are to it.</param>
/// <param name="Workflow">Its workflow.</param>
/// <param name="Subject">The document's title or the mail's subject.</param>
/// <param name="State">Where it is.</param>
/// <param name="StartedAt">When it was started.</param>
public sealed record PartTaken(Guid Handoff, Part Part, string Workflow, string Subject, HandoffState State, DateTimeOffset StartedAt);
