using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Domain.Releasing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HandoffOffice.Api.Releasing;

/// <summary>Lets the sealed document leave where it is open in Word, once: compares the open one with it and hands out the seal to put in.</summary>
internal static class SealOpenDocument
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/handoffs/{id:guid}/open-document", Handle)
        .WithName("SealOpenDocument").WithSummary("Compares the document that is open in Word with the approved one and hands out its seal, once")
        .Accepts<Stream>(MediaTypes.Word)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithMetadata(new RequestLimit(UseOwnDocument.MaxBytes))
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.Release);

    private static async Task<Results<Ok<SealedOpenDocument>, ProblemHttpResult>> Handle(
        Guid id, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, Caller caller, HttpRequest request, ReleaseDesk desk, CancellationToken cancel)
    {
        if (IdempotencyKey.Missing(idempotencyKey) is { } missing)
        {
            return missing;
        }

        (SealProof? proof, ReleaseAnswer answer) = await desk.SealOpen(id, idempotencyKey!, await request.ReadBytes(cancel), caller, cancel);
        return answer switch
        {
            ReleaseAnswer.File => TypedResults.Ok(new SealedOpenDocument(SealedFile.Part(proof!).ToString(), SealProof.XmlNamespace)),
            ReleaseAnswer.OtherRequest => IdempotencyKey.Reused(),
            ReleaseAnswer.Refused refused => Problems.Of(refused.Error),
            _ => Problems.UnknownHandoff(),
        };
    }
}

/// <summary>What makes an open document the released one.</summary>
/// <param name="Xml">The custom XML part with the seal. Put into the document, it lets <c>handoff verify document</c> say who approved exactly this.</param>
/// <param name="XmlNamespace">The namespace of its root, by which an earlier one is found.</param>
public sealed record SealedOpenDocument(string Xml, string XmlNamespace);
