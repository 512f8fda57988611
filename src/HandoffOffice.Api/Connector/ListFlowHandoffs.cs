using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Storage.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Connector;

/// <summary>The handoffs that the caller has a part in and that wait, the newest first.</summary>
internal static class ListFlowHandoffs
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/handoffs", Handle)
        .WithName("FlowListHandoffs").WithSummary("List handoffs that wait")
        .WithDescription("Lists the handoffs in a state that the connection started or reviews, the newest first and at most 100.")
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Ok<FlowHandoffs>> Handle(
        Caller caller, HandoffStore handoffs, TimeProvider time, HttpRequest request, CancellationToken cancel, HandoffState state = HandoffState.InReview)
    {
        IEnumerable<Handoff> found = (await handoffs.List(caller.PersonId, Part.Author, [state], Most, cancel))
            .UnionBy(await handoffs.List(caller.PersonId, Part.Reviewer, [state], Most, cancel), handoff => handoff.Id)
            .OrderByDescending(handoff => handoff.UpdatedAt).Take(Most);
        DateTimeOffset now = time.GetUtcNow();
        return TypedResults.Ok(new FlowHandoffs([.. found.Select(handoff => FlowHandoff.Of(handoff, request, now))]));
    }
}

/// <summary>Some handoffs.</summary>
/// <param name="Items">The handoffs, the newest first.</param>
public sealed record FlowHandoffs(IReadOnlyList<FlowHandoff> Items);
