using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Storage.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Reviewing;

/// <summary>Which handoffs to list.</summary>
public enum HandoffList
{
    /// <summary>In review, and the caller can sign or release next.</summary>
    Waiting,

    /// <summary>The caller is the author.</summary>
    Mine,

    /// <summary>Every handoff that the caller has a part in.</summary>
    All,

    /// <summary>Every review of the organisation that was escalated because nobody had signed in time; for administrators.</summary>
    Overdue,
}

/// <summary>Handoffs: what waits for the caller and what is overdue, by due time and stakes; what is theirs, newest first.</summary>
internal static class ListHandoffs
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/handoffs", Handle)
        .WithName("ListHandoffs").WithSummary("Handoffs (at most 100): what waits or is overdue by due time and stakes, all else newest first")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<HandoffPage>, ProblemHttpResult>> Handle(
        Caller caller, HandoffStore handoffs, WaitingReviews reviews, TimeProvider time, CancellationToken cancel, HandoffList view = HandoffList.Waiting)
    {
        if (view == HandoffList.Overdue && !caller.Is(Role.Administrator))
        {
            return Problems.Of(new NotYours("administrators-only", "Only an administrator sees every overdue review of the organisation."));
        }

        IReadOnlyList<ListedHandoff> found = view switch
        {
            HandoffList.Waiting => await reviews.WaitingFor(caller.PersonId, Most, cancel),
            HandoffList.Overdue => await reviews.Escalated(Most, cancel),
            HandoffList.Mine => await handoffs.Cards(caller.PersonId, Part.Author, Most, cancel),
            _ => (await handoffs.Cards(caller.PersonId, Part.Author, Most, cancel))
                .UnionBy(await handoffs.Cards(caller.PersonId, Part.Reviewer, Most, cancel), handoff => handoff.Id)
                .OrderByDescending(handoff => handoff.UpdatedAt).Take(Most).ToList(),
        };
        DateTimeOffset now = time.GetUtcNow();
        return TypedResults.Ok(new HandoffPage([.. found.Select(handoff => HandoffSummary.Of(handoff, now))]));
    }
}

/// <summary>Some handoffs.</summary>
/// <param name="Items">In the order of the list.</param>
public sealed record HandoffPage(IReadOnlyList<HandoffSummary> Items);

/// <summary>A handoff in a list.</summary>
/// <param name="Id">The handoff.</param>
/// <param name="WorkflowKey">Its workflow.</param>
/// <param name="WorkflowName">What people call it.</param>
/// <param name="Subject">The document's title or the mail's subject.</param>
/// <param name="State">Where it is.</param>
/// <param name="Stakes">What an error would cost.</param>
/// <param name="Author">Its author.</param>
/// <param name="Words">Words of the text as it stands; null before the first draft.</param>
/// <param name="Undecided">Changes that are undecided.</param>
/// <param name="Reviewers">Its reviewers.</param>
/// <param name="DueAt">When its review is due; null where none waits.</param>
/// <param name="Overdue">Whether it is due by now.</param>
/// <param name="EscalatedAt">When it was escalated because nobody had signed in time.</param>
/// <param name="UpdatedAt">When something last happened.</param>
public sealed record HandoffSummary(
    Guid Id, string WorkflowKey, string WorkflowName, string Subject, HandoffState State, Stakes Stakes, Person Author, int? Words, int Undecided,
    IReadOnlyList<Person> Reviewers, DateTimeOffset? DueAt, bool Overdue, DateTimeOffset? EscalatedAt, DateTimeOffset UpdatedAt)
{
    internal static HandoffSummary Of(ListedHandoff h, DateTimeOffset now) => new(
        h.Id, h.WorkflowKey, h.Card.WorkflowName, h.Subject, h.State, h.Card.Stakes, h.Card.Author, h.Card.Words, h.Card.Undecided, h.Card.Reviewers,
        h.State == HandoffState.InReview ? h.DueAt : null,
        h.State == HandoffState.InReview && h.DueAt <= now,
        h.State == HandoffState.InReview ? h.EscalatedAt : null, h.UpdatedAt);
}
