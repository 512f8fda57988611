using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Reviewing;

/// <summary>Passes the caller's own review on to somebody else.</summary>
internal static class PassOnReview
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/handoffs/{id:guid}/delegation", Handle)
        .WithName("PassOnReview").WithSummary("Passes the caller's own review on to somebody else")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<HandoffView>, ProblemHttpResult>> Handle(
        Guid id, ReviewPassedOn request, Caller caller, StandIns standIns, HandoffStore handoffs, WorkflowCatalog catalog, TimeProvider time, CancellationToken cancel)
    {
        (Handoff? handoff, HandoffError? error) = await handoffs.Change(id, async (handoff, _) =>
        {
            DateTimeOffset now = time.GetUtcNow();
            if (handoff.Obstacle(HandoffAction.Delegate, caller.ToActor(), now) is { } obstacle)
            {
                return obstacle;
            }

            (Person? to, HandoffError? unable) = await standIns.Here(request.To, now, cancel);
            return unable is not null ? unable : handoff.Delegate(new Actor(to!), request.Reason, caller.ToActor(), now);
        }, cancel);
        return await HandoffView.Answer(handoff, error, handoffs, catalog, caller, time, cancel);
    }
}

/// <summary>To whom a review is passed on, and why.</summary>
/// <param name="To">Object id of the person, one of those who can review.</param>
/// <param name="Reason">1 to 2,000 characters.</param>
public sealed record ReviewPassedOn(string To, string Reason);
