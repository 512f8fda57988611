using HandoffOffice.Domain;
using HandoffOffice.Storage.Measuring;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Storage.Handoffs;

/// <summary>How often handoffs of a workflow asked for a second loop.</summary>
/// <param name="Finished">Handoffs that are over.</param>
/// <param name="Looped">Those of them that asked for two or more revisions, refused ones counted.</param>
/// <param name="LoopedLately">Those of the last <see cref="WaitingReviews.Lately"/>.</param>
public sealed record LoopCounts(int Finished, int Looped, int LoopedLately);

/// <summary>What waits for a review in the caller's tenant, and what time does to it.</summary>
public sealed class WaitingReviews(HandoffOfficeDb db, MeasureBook measures)
{
    /// <summary>The number of finished handoffs that say how a workflow does now.</summary>
    public const int Lately = 10;

    private static readonly HandoffState[] Over = [HandoffState.Released, HandoffState.Rejected, HandoffState.RevertedToManual, HandoffState.Withdrawn];

    /// <summary>What waits for a person's review: by due time, then by stakes, high ones first.</summary>
    public async Task<IReadOnlyList<ListedHandoff>> WaitingFor(string personId, int most, CancellationToken cancel) =>
        InOrder(await InReview(personId).OrderBy(h => h.DueAt).Take(most).AsNoTracking().Listed(db, cancel));

    /// <summary>What waits for anybody's review and was escalated, in the same order.</summary>
    public async Task<IReadOnlyList<ListedHandoff>> Escalated(int most, CancellationToken cancel) => InOrder(await db.Handoffs.AsNoTracking()
        .Where(h => h.State == HandoffState.InReview && h.EscalatedAt != null).OrderBy(h => h.DueAt).Take(most).Listed(db, cancel));

    /// <summary>The ids of all that waits for a person's review.</summary>
    public async Task<IReadOnlyList<Guid>> IdsFor(string personId, CancellationToken cancel) =>
        await InReview(personId).OrderBy(h => h.DueAt).Select(h => h.Id).ToListAsync(cancel);

    /// <summary>The reviews that are overdue and not escalated yet.</summary>
    public async Task<IReadOnlyList<Guid>> ToEscalate(DateTimeOffset now, CancellationToken cancel) => await db.Handoffs
            .Where(h => h.State == HandoffState.InReview && h.EscalatedAt == null && h.DueAt <= now)
            .Select(h => h.Id).ToListAsync(cancel);

    /// <summary>The approvals whose time is over, and those of which no column says when it is.</summary>
    public async Task<IReadOnlyList<Guid>> ToExpire(DateTimeOffset now, CancellationToken cancel) => await db.Handoffs
        .Where(h => h.State == HandoffState.Approved
            && (EF.Property<DateTimeOffset?>(h, HandoffMapping.ApprovedUntil) == null || EF.Property<DateTimeOffset?>(h, HandoffMapping.ApprovedUntil) <= now))
        .Select(h => h.Id).ToListAsync(cancel);

    /// <summary>By workflow, how often its handoffs asked for a second loop: what is counted is read, and the last handoffs of the workflows that ever looped.</summary>
    public async Task<IReadOnlyDictionary<string, LoopCounts>> Loops(CancellationToken cancel)
    {
        var counts = new Dictionary<string, LoopCounts>();
        foreach ((string workflow, RunTotals total) in await measures.Totals(cancel))
        {
            counts[workflow] = new LoopCounts(total.Ended, total.Looped, total.Looped == 0 ? 0 : await LoopedLately(workflow, cancel));
        }

        return counts;
    }

    /// <summary>Whether one of the last <see cref="Lately"/> finished handoffs of a workflow asked for a second loop: a few steps in an index, at any number of them.</summary>
    public async Task<bool> IsLoopingLately(string workflow, CancellationToken cancel) => await LoopedLately(workflow, cancel) > 0;

    // Of each state the last ones, in the order of its index; the last of all are among them.
    private async Task<int> LoopedLately(string workflow, CancellationToken cancel)
    {
        var last = Over.Select(state => db.Handoffs.Where(h => EF.Property<string>(h, HandoffMapping.WorkflowKey) == workflow && h.State == state)
                .OrderByDescending(h => h.UpdatedAt).Take(Lately).Select(h => new { h.UpdatedAt, Loops = h.LoopsUsed + h.RefusedLoops }))
            .Aggregate((some, more) => some.Concat(more));
        return (await last.ToListAsync(cancel)).OrderByDescending(run => run.UpdatedAt).Take(Lately).Count(run => run.Loops >= 2);
    }

    private IQueryable<Handoff> InReview(string personId) => db.Handoffs.Where(h => h.State == HandoffState.InReview
        && db.Participants.Any(p => p.HandoffId == h.Id && p.PersonId == personId && p.Part == Part.Reviewer));

    private static IReadOnlyList<ListedHandoff> InOrder(IEnumerable<ListedHandoff> handoffs) =>
        [.. handoffs.OrderBy(h => h.DueAt).ThenByDescending(h => h.Card.Stakes)];
}
