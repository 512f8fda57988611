using System.Text.Json;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Reviewing;

/// <summary>Confirms a checklist item, waives it with a reason, or takes that back.</summary>
internal static class ConfirmItem
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/handoffs/{id:guid}/checklist/{itemId}", Handle)
        .WithName("ConfirmItem").WithSummary("Confirms or waives a checklist item, or takes that back")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<HandoffView>, ProblemHttpResult>> Handle(
        Guid id, string itemId, ItemConfirmation request, Caller caller, HandoffStore handoffs, WorkflowCatalog catalog, TimeProvider time, CancellationToken cancel)
    {
        (Handoff? handoff, HandoffError? error) = await handoffs.Change(
            id, h => h.ReplacedError(request.Draft) is { } replaced ? replaced : h.Attest(itemId, request.Confirmed, request.WaiverReason, EvidenceDigest(h), caller.ToActor(), time.GetUtcNow()), cancel);
        return await HandoffView.Answer(handoff, error, handoffs, catalog, caller, time, cancel);
    }

    // What the pane shows beside an item is the report's evidence and findings: the digest says which.
    private static Sha256Digest EvidenceDigest(Handoff handoff) =>
        Sha256Digest.Of(CanonicalJson.Write(JsonSerializer.SerializeToElement(handoff.Report, WorkflowFile.Options)));
}

/// <summary>What a reviewer says of a checklist item.</summary>
/// <param name="Confirmed">True to confirm or waive it, false to take that back.</param>
/// <param name="WaiverReason">Why it does not have to hold; null to confirm it. A non-negotiable item can't be waived.</param>
/// <param name="Draft">The draft on screen, its <c>revision</c>: where a newer one has taken its place, that is answered. Null takes the newest.</param>
public sealed record ItemConfirmation(bool Confirmed, string? WaiverReason = null, int? Draft = null);
