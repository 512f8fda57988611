using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Storage.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Reviewing;

/// <summary>Passes everything that waits for one person, or one handoff of it, on to another, each handoff by its own rules and in its own transaction.</summary>
internal static class ReassignReviews
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/reviews/reassignment", Handle)
        .WithName("ReassignReviews").WithSummary("Passes everything that waits for one person, or one handoff of it, on to another")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.Administrator).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<Reassignment>, ProblemHttpResult>> Handle(
        ReassignmentRequest request, Caller caller, People people, StandIns standIns, HandoffStore handoffs, WaitingReviews reviews, TimeProvider time, CancellationToken cancel)
    {
        if (ReasonMissing.In(request.Reason) is { } missing)
        {
            return Problems.Of(missing);
        }

        (Person? to, HandoffError? unable) = await standIns.Here(request.To, time.GetUtcNow(), cancel);
        if (unable is not null)
        {
            return Problems.Of(unable);
        }

        // Whoever has left the organisation is known by the id alone, and their reviews are the ones that have to go on.
        Person from = await people.Find(request.From, null, cancel) ?? new Person(request.From, request.From);
        List<ReassignedReview> all = [];
        foreach (Guid id in (await reviews.IdsFor(from.Id, cancel)).Where(id => request.Handoff is not { } only || only == id))
        {
            (Handoff? handoff, HandoffError? error) = await handoffs.Change(
                id, h => h.Reassign(Named(h, from), new Actor(to!), request.Reason, caller.ToActor(), time.GetUtcNow()), cancel);
            if (handoff is not null)
            {
                all.Add(new ReassignedReview(id, handoff.Subject, error is null, error?.Code, error?.Detail));
            }
        }

        return TypedResults.Ok(new Reassignment(all));
    }

    private static Person Named(Handoff handoff, Person person) => handoff.Reviewers.FirstOrDefault(person.Is) ?? person;
}

/// <summary>Whose reviews go to whom.</summary>
/// <param name="From">Object id of the person they wait for.</param>
/// <param name="To">Object id of the person who is to review instead.</param>
/// <param name="Reason">1 to 2,000 characters.</param>
/// <param name="Handoff">The only one that is passed on; null for all that wait for that person.</param>
public sealed record ReassignmentRequest(string From, string To, string Reason, Guid? Handoff = null);

/// <summary>What became of each review.</summary>
/// <param name="Items">By due time.</param>
public sealed record Reassignment(IReadOnlyList<ReassignedReview> Items);

/// <summary>What became of one review.</summary>
/// <param name="Id">The handoff.</param>
/// <param name="Subject">The document's title or the mail's subject.</param>
/// <param name="Done">Whether it was passed on.</param>
/// <param name="Code">The error's code where not.</param>
/// <param name="Reason">Why not, for a person.</param>
public sealed record ReassignedReview(Guid Id, string Subject, bool Done, string? Code, string? Reason);
