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
        if (string.IsNullOrWhiteSpace(idempotencyKey) || idempotencyKey.Length > 255)
        {
            return Problems.Answer(StatusCodes.Status400BadRequest, "idempotency-key-missing", "The header Idempotency-Key is missing",
                "Send a header Idempotency-Key with a value of your own, such as a UUID, and the same value when you try again.");
        }

        ReleaseAnswer answer = await desk.Release(id, idempotencyKey, caller, cancel);
        return answer switch
        {
            ReleaseAnswer.File file => TypedResults.File(file.Bytes, file.MediaType, file.Name),
            ReleaseAnswer.OtherRequest => Problems.Answer(StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused",
                "The key belongs to another request", "This Idempotency-Key was used for another request or by somebody else. Use a new one."),
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

    /// <summary>It may not.</summary>
    public sealed record Refused(HandoffError Error) : ReleaseAnswer;

    /// <summary>The key was used for something else.</summary>
    public sealed record OtherRequest : ReleaseAnswer;

    /// <summary>There is no such handoff.</summary>
    public sealed record Unknown : ReleaseAnswer;
}
