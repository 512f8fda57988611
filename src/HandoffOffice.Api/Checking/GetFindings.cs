using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Storage.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Checking;

/// <summary>What the automatic checks say of the text as it stands.</summary>
internal static class GetFindings
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/handoffs/{id:guid}/findings", Handle)
        .WithName("GetFindings").WithSummary("What the automatic checks say of the text as it stands").ProducesProblem(StatusCodes.Status404NotFound)
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<IReadOnlyList<FindingView>>, ProblemHttpResult>> Handle(Guid id, HandoffStore handoffs, CancellationToken cancel) =>
        await handoffs.Find(id, cancel) is { } handoff
            ? TypedResults.Ok(FindingView.Of(handoff))
            : Problems.UnknownHandoff();
}
