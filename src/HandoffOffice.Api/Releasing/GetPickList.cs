using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Releasing;

/// <summary>Hands out the picks of what was released as a list, for a spreadsheet or a board.</summary>
internal static class GetPickList
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/handoffs/{id:guid}/picks", Handle)
        .WithName("GetPickList").WithSummary("The picks of what was released, as comma-separated values")
        .Produces<byte[]>(StatusCodes.Status200OK, MediaTypes.Csv)
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.Release);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(Guid id, Caller caller, ReleaseDesk desk, CancellationToken cancel) =>
        await desk.Picks(id, caller, cancel) switch
        {
            ReleaseAnswer.File file => TypedResults.File(file.Bytes, file.MediaType, file.Name),
            ReleaseAnswer.Refused refused => Problems.Of(refused.Error),
            _ => Problems.UnknownHandoff(),
        };
}
