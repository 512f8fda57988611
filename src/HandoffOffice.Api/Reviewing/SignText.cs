using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Keys;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Reviewing;

/// <summary>Signs the text as it stands. The last of the gate's signatures builds the finished file, reads it back and seals it.</summary>
internal static class SignText
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/handoffs/{id:guid}/signature", Handle)
        .WithName("SignText").WithSummary("Signs the text that was on screen")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.Reviewer).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<HandoffView>, ProblemHttpResult>> Handle(
        Guid id, SignatureRequest request, Caller caller, HandoffStore handoffs, WorkflowCatalog catalog, SealKeyRing keys, TimeProvider time, CancellationToken cancel)
    {
        (Handoff? handoff, HandoffError? error) = await handoffs.Change(id, async (handoff, files) =>
        {
            Actor reviewer = caller.ToActor();
            if (handoff.SignError(request.Confirmation, request.TextDigest, reviewer) is { } notYet)
            {
                return notYet;
            }

            DateTimeOffset now = time.GetUtcNow();
            Workflow workflow = await catalog.ForSigning(handoff, cancel);
            HandoffFile drafted = await files.Find(HandoffFileKind.Drafted, cancel)
                ?? throw new InvalidDataException($"Handoff {id} is in review without a drafted document.");
            ReleasableFile file = ReleasableFile.Build(handoff, workflow, drafted.Content, drafted.RevisionMap!, now);
            using SealKey key = await keys.SigningKey(cancel);
            Outcome outcome = handoff.Sign(request.Confirmation, request.TextDigest, file.ReadBack(handoff), key, reviewer, now);
            if (handoff.State == HandoffState.Approved)
            {
                await files.Put(HandoffFileKind.Sealed, file.MediaType, file.Bytes, null, cancel);
            }

            return outcome;
        }, cancel);
        return await HandoffView.Answer(handoff, error, handoffs, catalog, caller, time, cancel);
    }
}

/// <summary>A signature.</summary>
/// <param name="Confirmation">The sentence that was confirmed: the handoff's <c>confirmation</c>.</param>
/// <param name="TextDigest">The text that was on screen: the handoff's <c>textDigest</c>.</param>
public sealed record SignatureRequest(string Confirmation, Sha256Digest TextDigest);
