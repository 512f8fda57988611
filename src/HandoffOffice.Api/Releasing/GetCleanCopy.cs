using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Releasing;

/// <summary>Hands out what was released without revisions, comments, hidden text, names of editing or ids of ours. The seal beside it still verifies.</summary>
internal static class GetCleanCopy
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/handoffs/{id:guid}/clean-copy", Handle)
        .WithName("GetCleanCopy").WithSummary("What was released, without traces of how it came about")
        .Produces<byte[]>(StatusCodes.Status200OK, MediaTypes.Word, MediaTypes.Mail)
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.Release);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(Guid id, Caller caller, ReleaseDesk desk, CancellationToken cancel) =>
        await desk.CleanCopy(id, caller, cancel) switch
        {
            ReleaseAnswer.File file => TypedResults.File(file.Bytes, file.MediaType, file.Name),
            ReleaseAnswer.Refused refused => Problems.Of(refused.Error),
            _ => Problems.UnknownHandoff(),
        };
}
