using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Storage.Handoffs;

/// <summary>What a list shows of a handoff beside its columns. It lies in a column of its own: a list of a hundred reads no drafts, records and gates.</summary>
/// <param name="WorkflowName">What people call its workflow.</param>
/// <param name="Stakes">What an error would cost.</param>
/// <param name="Author">Its author.</param>
/// <param name="Reviewers">Its reviewers.</param>
/// <param name="Words">Words of the text as it stands; null before the first draft.</param>
/// <param name="Undecided">Changes that are undecided.</param>
public sealed record HandoffCard(string WorkflowName, Stakes Stakes, Person Author, IReadOnlyList<Person> Reviewers, int? Words, int Undecided)
{
    /// <summary>The card of a handoff as it is now.</summary>
    public static HandoffCard Of(Handoff handoff) => new(
        handoff.Terms.WorkflowName, handoff.Terms.Stakes, handoff.Author, handoff.Reviewers,
        handoff.CurrentDraft is null ? null : handoff.CurrentText().Sum(piece => TextMeasure.CountWords(piece.Text)),
        handoff.Changes.Count(change => change.Decision == Decision.Undecided));
}

/// <summary>A handoff in a list.</summary>
/// <param name="Id">The handoff.</param>
/// <param name="WorkflowKey">Its workflow.</param>
/// <param name="Subject">The document's title or the mail's subject.</param>
/// <param name="State">Where it is.</param>
/// <param name="DueAt">When its review is due.</param>
/// <param name="EscalatedAt">When its review was escalated.</param>
/// <param name="UpdatedAt">When something last happened.</param>
/// <param name="Card">What else a list shows.</param>
public sealed record ListedHandoff(
    Guid Id, string WorkflowKey, string Subject, HandoffState State, DateTimeOffset? DueAt, DateTimeOffset? EscalatedAt, DateTimeOffset UpdatedAt, HandoffCard Card);

/// <summary>Reads lists of handoffs by their cards.</summary>
internal static class HandoffCards
{
    /// <summary>These handoffs in their order. Those that have not changed since there are cards have none, and are read whole.</summary>
    public static async Task<IReadOnlyList<ListedHandoff>> Listed(this IQueryable<Handoff> handoffs, HandoffOfficeDb db, CancellationToken cancel)
    {
        var rows = await handoffs.Select(h => new
        {
            h.Id,
            WorkflowKey = EF.Property<string>(h, HandoffMapping.WorkflowKey),
            h.Subject,
            h.State,
            h.DueAt,
            h.EscalatedAt,
            h.UpdatedAt,
            Card = EF.Property<HandoffCard?>(h, HandoffMapping.Card),
        }).ToListAsync(cancel);
        Guid[] without = [.. rows.Where(row => row.Card is null).Select(row => row.Id)];
        Dictionary<Guid, HandoffCard> made = without.Length == 0
            ? []
            : (await db.Handoffs.AsNoTracking().Where(h => without.Contains(h.Id)).ToListAsync(cancel)).ToDictionary(h => h.Id, HandoffCard.Of);
        return [.. rows.Where(row => row.Card is not null || made.ContainsKey(row.Id)).Select(row => new ListedHandoff(
            row.Id, row.WorkflowKey, row.Subject, row.State, row.DueAt, row.EscalatedAt, row.UpdatedAt, row.Card ?? made[row.Id]))];
    }
}
