using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Measuring;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Keys;
using HandoffOffice.Storage.Stops;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Reviewing;

/// <summary>Signs the text as it stands. The last of the gate's signatures builds the finished file, reads it back and seals it.</summary>
internal static class SignText
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/handoffs/{id:guid}/signature", Handle)
        .WithName("SignText").WithSummary("Signs the text that was on screen")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.Reviewer).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<HandoffView>, ProblemHttpResult>> Handle(
        Guid id, SignatureRequest request, Caller caller, HandoffStore handoffs, WorkflowCatalog catalog, SealKeyRing keys, StopSwitch stops, EarnedTrust trust,
        TimeProvider time, HttpResponse response, CancellationToken cancel)
    {
        HandoffError? refused = null;
        (Handoff? handoff, HandoffError? error) = await handoffs.Change(id, async (handoff, files) =>
        {
            Actor reviewer = caller.ToActor();
            DateTimeOffset now = time.GetUtcNow();
            var signing = new Signing(request.Confirmation, request.TextDigest, request.Meaning, caller.SignedInAt);
            if (await stops.Covering(handoff, cancel) is { } stopped)
            {
                return stopped;
            }

            if ((handoff.ReplacedError(request.Draft) ?? handoff.SignError(signing, reviewer, now)) is { } notYet)
            {
                return notYet;
            }

            if (handoff.IsReduced && !await trust.StillReduces(handoff, cancel))
            {
                // It is kept that the review is in full again, although nothing is signed.
                refused = new ReviewIsInFull();
                return handoff.EndReduction(now);
            }

            Workflow workflow = await catalog.ForSigning(handoff, cancel);
            HandoffFile drafted = await files.FindDrafted(cancel);
            using SealKey key = await keys.SigningKey(cancel);
            ReleasableFile? file = null;
            Outcome outcome = handoff.Sign(
                signing, () => (file = ReleasableFile.Build(handoff, workflow, drafted.Content, drafted.RevisionMap!, now)).ReadBack(handoff), key, reviewer, now);
            if (handoff.State == HandoffState.Approved && file is not null)
            {
                await files.Put(HandoffFileKind.Sealed, file.MediaType, file.Bytes, null, cancel);
            }

            return outcome;
        }, cancel);
        if (error is FreshSignInNeeded stale)
        {
            // RFC 9470 section 3: the client is told how fresh the sign-in has to be.
            response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_user_authentication\", error_description=\"{stale.Detail}\", max_age=\"{stale.MaxAge.TotalSeconds:0}\"";
        }

        return await HandoffView.Answer(handoff, error ?? refused, handoffs, catalog, caller, time, cancel);
    }
}

/// <summary>A signature.</summary>
/// <param name="Confirmation">The sentence that was confirmed: the handoff's <c>confirmation</c>.</param>
/// <param name="TextDigest">The text that was on screen: the handoff's <c>textDigest</c>.</param>
/// <param name="Meaning">What the signer means by it.</param>
/// <param name="Draft">The draft on screen, its <c>revision</c>: where a newer one has taken its place, that is answered. Null goes by the text alone.</param>
public sealed record SignatureRequest(string Confirmation, Sha256Digest TextDigest, SignatureMeaning Meaning = SignatureMeaning.Approval, int? Draft = null);
