using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Storage.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Connector;

/// <summary>Where a handoff is.</summary>
internal static class GetFlowHandoff
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/handoffs/{id:guid}", Handle)
        .WithName("FlowGetHandoff").WithSummary("Get a handoff")
        .WithDescription("Gets where a handoff is, who reviews it and how many findings its checks have.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<FlowHandoff>, ProblemHttpResult>> Handle(
        Guid id, HandoffStore handoffs, FlowRequests requests, TimeProvider time, HttpRequest request, CancellationToken cancel) =>
        await handoffs.Find(id, cancel) is { } handoff
            ? TypedResults.Ok(FlowHandoff.Of(handoff, request, time.GetUtcNow(), await requests.ConvertedFor(id, cancel)))
            : Problems.UnknownHandoff();
}
