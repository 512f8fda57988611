using System.Text.Json.Serialization;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Connector;

/// <summary>Takes back what the caller has started and nobody has approved. Who asks again is told that it is taken back.</summary>
internal static class CancelHandoff
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/handoffs/{id:guid}/cancellation", Handle)
        .WithName("FlowCancelHandoff").WithSummary("Cancel a handoff")
        .WithDescription("Takes a handoff back that the connection started and nobody has approved yet. It can't be undone.")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<FlowHandoff>, ProblemHttpResult>> Handle(
        Guid id, Cancellation body, Caller caller, HandoffStore handoffs, WorkflowCatalog catalog, TimeProvider time, HttpRequest request, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        (Handoff? handoff, HandoffError? error) = await EndReview.End(id, h => (IsTakenBack(h, caller) ? Outcome.Done() : h.Withdraw(body.Reason, caller.ToActor(), now), null), handoffs, catalog, cancel);
        return handoff is null ? Problems.UnknownHandoff()
            : error is not null ? Problems.Of(error)
            : TypedResults.Ok(FlowHandoff.Of(handoff, request, now));
    }

    private static bool IsTakenBack(Handoff handoff, Caller caller) => handoff.State == HandoffState.Withdrawn && caller.ToActor().Person.Is(handoff.Author);
}

/// <summary>Why a handoff is taken back.</summary>
/// <param name="Reason">Why, in 1 to 2,000 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Cancellation(string Reason);
