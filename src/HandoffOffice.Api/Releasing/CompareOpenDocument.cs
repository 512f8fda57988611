using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Releasing;

/// <summary>Tells whether a sealed document that is open in Word still says what was approved.</summary>
internal static class CompareOpenDocument
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/handoffs/{id:guid}/open-document/comparison", Handle)
        .WithName("CompareOpenDocument").WithSummary("Tells whether the sealed document that is open in Word still says what was approved")
        .Accepts<Stream>(MediaTypes.Word)
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithMetadata(new RequestLimit(UseOwnDocument.MaxBytes))
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<OpenDocumentComparison>, ProblemHttpResult>> Handle(
        Guid id, Caller caller, HttpRequest request, ReleaseDesk desk, CancellationToken cancel)
    {
        (OpenDocumentComparison? comparison, HandoffError? error) = await desk.CompareOpen(id, await request.ReadBytes(cancel), caller, cancel);
        return comparison is not null ? TypedResults.Ok(comparison)
            : error is not null ? Problems.Of(error)
            : Problems.UnknownHandoff();
    }
}

/// <summary>How a document that left is now.</summary>
/// <param name="Difference">How it differs from what was approved, as a sentence; null where it does not.</param>
public sealed record OpenDocumentComparison(string? Difference);
