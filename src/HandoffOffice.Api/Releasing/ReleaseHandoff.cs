using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HandoffOffice.Api.Releasing;

/// <summary>Lets the sealed file leave, once. The same key gets the same answer again; another key is refused.</summary>
internal static class ReleaseHandoff
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/handoffs/{id:guid}/release", Handle)
        .WithName("ReleaseHandoff").WithSummary("Hands out the sealed file, once")
        .Produces<byte[]>(StatusCodes.Status200OK, MediaTypes.Word, MediaTypes.Mail)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.Release);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, Caller caller, ReleaseDesk desk, CancellationToken cancel)
    {
        if (IdempotencyKey.Missing(idempotencyKey) is { } missing)
        {
            return missing;
        }

        ReleaseAnswer answer = await desk.Release(id, idempotencyKey!, caller, cancel);
        return answer switch
        {
            ReleaseAnswer.File file => TypedResults.File(file.Bytes, file.MediaType, file.Name),
            ReleaseAnswer.OtherRequest => IdempotencyKey.Reused(),
            ReleaseAnswer.Refused refused => Problems.Of(refused.Error),
            _ => Problems.UnknownHandoff(),
        };
    }
}

/// <summary>What came of a release.</summary>
internal abstract record ReleaseAnswer
{
    /// <summary>The file leaves.</summary>
    public sealed record File(byte[] Bytes, string MediaType, string Name) : ReleaseAnswer;

    /// <summary>It is released to be sent from a mailbox; how far that has come is in it.</summary>
    public sealed record Mailed(Handoff Handoff) : ReleaseAnswer;

    /// <summary>It may not.</summary>
    public sealed record Refused(HandoffError Error) : ReleaseAnswer;

    /// <summary>The key was used for something else.</summary>
    public sealed record OtherRequest : ReleaseAnswer;

    /// <summary>There is no such handoff.</summary>
    public sealed record Unknown : ReleaseAnswer;
}
