using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Releasing;

/// <summary>The proof of what was released, for <c>handoff verify document FILE --seal SEAL</c>.</summary>
internal static class GetSeal
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/handoffs/{id:guid}/seal", Handle)
        .WithName("GetSeal").WithSummary("The seal of what was released, with what it takes to check it")
        .Produces<SealProof>().ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);

    // In the form that the command line reads, whatever the options of the host are.
    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Handle(Guid id, Caller caller, ReleaseDesk desk, CancellationToken cancel)
    {
        (SealProof? proof, HandoffError? error) = await desk.ProofOf(id, caller, cancel);
        return proof is not null ? TypedResults.Text(proof.Write(), "application/json")
            : error is not null ? Problems.Of(error)
            : Problems.UnknownHandoff();
    }
}
