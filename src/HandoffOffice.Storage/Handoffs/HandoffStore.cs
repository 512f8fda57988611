using HandoffOffice.Domain;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Storage.Ledger;
using HandoffOffice.Storage.Measuring;
using HandoffOffice.Storage.Training;
using HandoffOffice.Storage.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffOffice.Storage.Handoffs;

/// <summary>
/// Reads handoffs and changes them. A change, the files it writes, its ledger entries, what subscribers are told and what is counted of it are one transaction: all of it is there, or none.
/// </summary>
public sealed class HandoffStore(HandoffOfficeDb db, LedgerWriter ledger, Outbox outbox, MeasureBook measures, TrainingBook training)
{
    /// <summary>The handoff with this id in the caller's tenant, or null.</summary>
    public async Task<Handoff?> Find(Guid id, CancellationToken cancel)
    {
        Handoff? handoff = await db.Handoffs.AsNoTracking().FirstOrDefaultAsync(h => h.Id == id, cancel);
        await training.Tell(handoff, cancel);
        return handoff;
    }

    /// <summary>The handoff with this id, and its <see cref="RevisionMap"/>, by one question: what is asked for most.</summary>
    public async Task<(Handoff? Handoff, string? RevisionMap)> FindMapped(Guid id, CancellationToken cancel)
    {
        IQueryable<string?> maps = RevisionMaps(id);
        var found = await db.Handoffs.AsNoTracking().Where(h => h.Id == id)
            .Select(h => new { Handoff = h, RevisionMap = maps.FirstOrDefault() }).FirstOrDefaultAsync(cancel);
        await training.Tell(found?.Handoff, cancel);
        return (found?.Handoff, found?.RevisionMap);
    }

    /// <summary>What a person sees in a list, newest first.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="part">What they are to the handoff; null for every handoff of the tenant.</param>
    /// <param name="states">The states; empty for all.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyList<Handoff>> List(
        string personId, Part? part, IReadOnlyCollection<HandoffState> states, int most, CancellationToken cancel)
    {
        IQueryable<Handoff> handoffs = db.Handoffs.AsNoTracking();
        if (part is { } has && states.Count == 0)
        {
            return await Of(personId, has, most).ToListAsync(cancel);
        }

        if (part is not null)
        {
            handoffs = handoffs.Where(h => db.Participants.Any(p => p.HandoffId == h.Id && p.PersonId == personId && p.Part == part));
        }

        if (states.Count > 0)
        {
            handoffs = handoffs.Where(h => states.Contains(h.State));
        }

        return await handoffs.OrderByDescending(h => h.UpdatedAt).Take(most).ToListAsync(cancel);
    }

    /// <summary>The handoffs of the tenant to which something happened in a time, the oldest first; one after the other, however many there are.</summary>
    /// <param name="from">From this time on; null for all before.</param>
    /// <param name="before">Before this time; null for all after.</param>
    /// <param name="workflow">Of this workflow; null for all.</param>
    public IAsyncEnumerable<Handoff> Touched(DateTimeOffset? from, DateTimeOffset? before, string? workflow)
    {
        IQueryable<Handoff> handoffs = db.Handoffs.AsNoTracking();
        handoffs = from is { } since ? handoffs.Where(h => h.UpdatedAt >= since) : handoffs;
        handoffs = before is { } until ? handoffs.Where(h => h.UpdatedAt < until) : handoffs;
        handoffs = workflow is not null ? handoffs.Where(h => EF.Property<string>(h, HandoffMapping.WorkflowKey) == workflow) : handoffs;
        return handoffs.OrderBy(h => h.UpdatedAt).ThenBy(h => h.Id).AsAsyncEnumerable();
    }

    /// <summary>The handoffs that a person has a part in, newest first, by what a list shows of them.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="part">What they are to the handoff.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<IReadOnlyList<ListedHandoff>> Cards(string personId, Part part, int most, CancellationToken cancel) => Of(personId, part, most).Listed(db, cancel);

    /// <summary>By workflow, how long its last released handoff took from start to release.</summary>
    public async Task<IReadOnlyDictionary<string, TimeSpan>> LastDurations(CancellationToken cancel)
    {
        await measures.BringUpToDate(cancel);
        // The workflows that have released anything are few and are counted; of each the last one is a step in an index.
        var last = await db.MeasureBins.Where(row => row.Measure == Measure.Released && row.Count > 0).Select(row => row.WorkflowKey).Distinct()
            .Select(workflow => new
            {
                Workflow = workflow,
                CreatedAt = db.Handoffs.Where(h => h.State == HandoffState.Released && EF.Property<string>(h, HandoffMapping.WorkflowKey) == workflow)
                    .OrderByDescending(h => h.UpdatedAt).Select(h => (DateTimeOffset?)h.CreatedAt).FirstOrDefault(),
                UpdatedAt = db.Handoffs.Where(h => h.State == HandoffState.Released && EF.Property<string>(h, HandoffMapping.WorkflowKey) == workflow)
                    .OrderByDescending(h => h.UpdatedAt).Select(h => (DateTimeOffset?)h.UpdatedAt).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return last.Where(run => run.UpdatedAt is not null).ToDictionary(run => run.Workflow, run => run.UpdatedAt!.Value - run.CreatedAt!.Value);
    }

    /// <summary>The scored outputs of a workflow over all its versions and origins, oldest score first: what earned trust is computed from.</summary>
    public async Task<IReadOnlyList<ScoredOutput>> Scored(string workflow, CancellationToken cancel)
    {
        var scored = await db.Handoffs.AsNoTracking()
            .Where(h => EF.Property<string>(h, HandoffMapping.WorkflowKey) == workflow && EF.Property<DateTimeOffset?>(h, HandoffMapping.ScoredAt) != null)
            .OrderBy(h => EF.Property<DateTimeOffset?>(h, HandoffMapping.ScoredAt)).ThenBy(h => h.Id)
            .Select(h => new { Version = EF.Property<int>(h, HandoffMapping.WorkflowVersion), h.Scored })
            .ToListAsync(cancel);
        return [.. scored.Select(output => new ScoredOutput(output.Version, output.Scored!.Origin, output.Scored.Score))];
    }

    /// <summary>The released handoffs of a workflow in which an error was found afterwards (C58), the latest first.</summary>
    public async Task<IReadOnlyList<Handoff>> Escaped(string workflow, int most, CancellationToken cancel) => await db.Handoffs.AsNoTracking()
        .Where(h => EF.Property<string>(h, HandoffMapping.WorkflowKey) == workflow
            && (EF.Property<Reception?>(h, HandoffMapping.WorstReception) == Reception.CorrectionNeeded
                || EF.Property<Reception?>(h, HandoffMapping.WorstReception) == Reception.Complaint))
        .OrderByDescending(h => EF.Property<DateTimeOffset?>(h, HandoffMapping.ScoredAt)).Take(most).ToListAsync(cancel);

    /// <summary>The last runs of a workflow whose draft was reviewed to the end, the latest first.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="version">Of this version; null for all.</param>
    public async Task<IReadOnlyList<Handoff>> LastReviewed(string workflow, int most, CancellationToken cancel, int? version = null) =>
        await Latest(workflow, version, most, HandoffState.Released, HandoffState.Rejected).ToListAsync(cancel);

    /// <summary>The released handoffs of a workflow version, the latest first.</summary>
    public async Task<IReadOnlyList<Handoff>> Released(string workflow, int version, int most, CancellationToken cancel) =>
        await Latest(workflow, version, most, HandoffState.Released).ToListAsync(cancel);

    /// <summary>What happened to a handoff, oldest first.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> History(Guid id, CancellationToken cancel) =>
        await db.Ledger.AsNoTracking().Where(entry => entry.HandoffId == id).OrderBy(entry => entry.Sequence).ToListAsync(cancel);

    /// <summary>The ledger's entries of one kind with the subject of the handoff that each is about, newest first.</summary>
    public async Task<IReadOnlyList<(LedgerEntry Entry, string Subject)>> Happened(string kind, int most, CancellationToken cancel)
    {
        var rows = await db.Ledger.AsNoTracking().Where(entry => entry.Kind == kind)
            .Join(db.Handoffs, entry => entry.HandoffId, handoff => handoff.Id, (entry, handoff) => new { Entry = entry, handoff.Subject })
            .OrderByDescending(row => row.Entry.Sequence).Take(most).ToListAsync(cancel);
        return [.. rows.Select(row => (row.Entry, row.Subject))];
    }

    /// <summary>A file of a handoff that is not finished: its base or its draft. The finished one is the release desk's.</summary>
    public Task<HandoffFile?> WorkingFile(Guid id, HandoffFileKind kind, CancellationToken cancel) => kind == HandoffFileKind.Sealed
        ? throw new ArgumentOutOfRangeException(nameof(kind), kind, "The sealed file leaves through the release desk only.")
        : db.Files.AsNoTracking().FirstOrDefaultAsync(file => file.HandoffId == id && file.Kind == kind, cancel);

    /// <summary>Which revision of the drafted document each change is, as JSON; null where nothing is drafted.</summary>
    public Task<string?> RevisionMap(Guid id, CancellationToken cancel) => RevisionMaps(id).FirstOrDefaultAsync(cancel);

    /// <summary>Keeps a new handoff with its first events, and under which key it was asked for.</summary>
    /// <param name="handoff">The handoff.</param>
    /// <param name="outcome">What happened.</param>
    /// <param name="cancel">Ends it without a trace.</param>
    /// <param name="key">The key of the request, which no other request has; null where it has none.</param>
    /// <param name="over">A row of the same key whose time is over, and that this one takes the place of.</param>
    /// <exception cref="DbUpdateException">A request with the same key came first; nothing was kept.</exception>
    public async Task Add(Handoff handoff, Outcome outcome, CancellationToken cancel, IdempotencyRow? key = null, IdempotencyRow? over = null)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        if (over is not null)
        {
            db.Idempotency.Remove(over);
            await db.SaveChangesAsync(cancel);
        }

        if (key is not null)
        {
            db.Idempotency.Add(key);
            await db.SaveChangesAsync(cancel);
        }

        EntityEntry<Handoff> entry = db.Handoffs.Add(handoff);
        entry.Property(HandoffMapping.WorkflowKey).CurrentValue = handoff.Terms.WorkflowKey;
        entry.Property(HandoffMapping.WorkflowVersion).CurrentValue = handoff.Terms.WorkflowVersion;
        Follow(entry);
        db.Participants.Add(Participant(handoff, handoff.Author, Part.Author));
        db.Participants.AddRange(handoff.Reviewers.Select(reviewer => Participant(handoff, reviewer, Part.Reviewer)));
        await Keep(handoff, outcome, null, transaction, cancel);
    }

    /// <summary>Changes a handoff.</summary>
    /// <param name="id">The handoff.</param>
    /// <param name="change">The change; it may read and write the handoff's files through the database it is given.</param>
    /// <param name="cancel">Ends it without a trace.</param>
    /// <returns>The handoff as it is afterwards, or null where the tenant has none; and why nothing changed, or null.</returns>
    public async Task<(Handoff? Handoff, HandoffError? Error)> Change(
        Guid id, Func<Handoff, HandoffFiles, Task<Outcome>> change, CancellationToken cancel)
    {
        // What an earlier change of this unit of work has read, or has left behind when it broke, is not this one's: all is read anew.
        db.ChangeTracker.Clear();
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.Handoff(id), cancel);
        if (await db.Handoffs.FirstOrDefaultAsync(h => h.Id == id, cancel) is not { } handoff)
        {
            return (null, null);
        }

        // Every change comes through here: what the gate asks of who reviews can't be forgotten on a route.
        await training.Tell(handoff, cancel);
        IReadOnlyList<Person> reviewers = handoff.Reviewers;
        var before = RunFacts.Of(handoff);
        Outcome outcome = await change(handoff, new HandoffFiles(db, handoff));
        if (outcome.Error is { } error)
        {
            db.ChangeTracker.Clear();
            return (handoff, error);
        }

        Follow(db.Entry(handoff));
        if (!ReferenceEquals(reviewers, handoff.Reviewers))
        {
            await FollowReviewers(handoff, cancel);
        }

        await db.Participants.Where(row => row.HandoffId == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.UpdatedAt, handoff.UpdatedAt), cancel);
        await Keep(handoff, outcome, before, transaction, cancel);
        return (handoff, null);
    }

    /// <summary>Changes a handoff whose files are not touched.</summary>
    /// <inheritdoc cref="Change(Guid, Func{Handoff, HandoffFiles, Task{Outcome}}, CancellationToken)" />
    public Task<(Handoff? Handoff, HandoffError? Error)> Change(Guid id, Func<Handoff, Outcome> change, CancellationToken cancel) =>
        Change(id, (handoff, _) => Task.FromResult(change(handoff)), cancel);

    // One, or none.
    private IQueryable<string?> RevisionMaps(Guid id) =>
        db.Files.Where(file => file.HandoffId == id && file.Kind == HandoffFileKind.Drafted).Select(file => file.RevisionMap);

    // In the order of the index: it reads as many as are shown, however many the person has.
    private IQueryable<Handoff> Of(string personId, Part part, int most) => db.Participants.Where(p => p.PersonId == personId && p.Part == part)
        .OrderByDescending(p => p.UpdatedAt).Join(db.Handoffs.AsNoTracking(), p => p.HandoffId, h => h.Id, (p, h) => h).Take(most);

    private IQueryable<Handoff> Latest(string workflow, int? version, int most, params HandoffState[] states) => db.Handoffs.AsNoTracking()
        .Where(h => EF.Property<string>(h, HandoffMapping.WorkflowKey) == workflow && states.Contains(h.State)
            && (version == null || EF.Property<int>(h, HandoffMapping.WorkflowVersion) == version))
        .OrderByDescending(h => h.UpdatedAt).Take(most);

    // What goes with every change, in the transaction of the change.
    private async Task Keep(Handoff handoff, Outcome outcome, RunFacts? before, IDbContextTransaction transaction, CancellationToken cancel)
    {
        IReadOnlyList<LedgerEntry> entries = await ledger.Append(handoff.TenantId, handoff.Id, outcome.Events, cancel);
        await outbox.Add(handoff, [.. outcome.Events.Zip(entries)], cancel);
        await db.SaveChangesAsync(cancel);
        await measures.Follow(handoff.TenantId, before, RunFacts.Of(handoff), cancel);
        await transaction.CommitAsync(cancel);
        outbox.Committed();
    }

    // What queries ask for and the aggregate has within JSON.
    private static void Follow(EntityEntry<Handoff> entry)
    {
        entry.Property(HandoffMapping.ApprovedUntil).CurrentValue = entry.Entity.Seal?.Payload.ExpiresAt;
        entry.Property(HandoffMapping.ScoredAt).CurrentValue = entry.Entity.Scored?.At;
        entry.Property(HandoffMapping.WorstReception).CurrentValue = entry.Entity.WorstOutcome;
        entry.Property(HandoffMapping.Card).CurrentValue = HandoffCard.Of(entry.Entity);
    }

    private async Task FollowReviewers(Handoff handoff, CancellationToken cancel)
    {
        List<ParticipantRow> rows = await db.Participants.Where(row => row.HandoffId == handoff.Id && row.Part == Part.Reviewer).ToListAsync(cancel);
        db.Participants.RemoveRange(rows.Where(row => handoff.Reviewers.All(reviewer => reviewer.Id != row.PersonId)));
        db.Participants.AddRange(handoff.Reviewers.Where(reviewer => rows.All(row => row.PersonId != reviewer.Id)).Select(reviewer => Participant(handoff, reviewer, Part.Reviewer)));
    }

    private static ParticipantRow Participant(Handoff handoff, Person person, Part part) => new()
    {
        TenantId = handoff.TenantId,
        HandoffId = handoff.Id,
        PersonId = person.Id,
        Part = part,
        UpdatedAt = handoff.UpdatedAt,
    };
}
