using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Connector;

/// <summary>The text that people have approved, for a flow to go on with; through the release desk.</summary>
internal static class GetApprovedText
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/handoffs/{id:guid}/approved-text", Handle)
        .WithName("FlowGetApprovedText").WithSummary("Get the approved text")
        .WithDescription("Gets the text that people have signed. Until then the action fails with 409, and the error says the state and where to review.")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.Release);

    private static async Task<Results<Ok<ApprovedText>, ProblemHttpResult>> Handle(Guid id, Caller caller, ReleaseDesk desk, HttpRequest request, CancellationToken cancel)
    {
        (Handoff? handoff, ReleaseAnswer answer) = await desk.GiveToFlow(id, caller, cancel);
        return answer is ReleaseAnswer.File ? TypedResults.Ok(ApprovedText.Of(handoff!)) : Refusal(answer, id, request);
    }

    /// <summary>Why there is nothing approved to give out, with the state and where a person opens it.</summary>
    internal static ProblemHttpResult Refusal(ReleaseAnswer answer, Guid id, HttpRequest request) => answer switch
    {
        ReleaseAnswer.Refused { Error: NotApproved error } => Problems.Answer(
            StatusCodes.Status409Conflict, error.Code, "Not approved", error.Detail,
            KeyValuePair.Create("state", (object?)error.State), KeyValuePair.Create("link", (object?)FlowHandoff.LinkTo(id, request))),
        ReleaseAnswer.Refused { Error: SealBroken error } => Problems.Answer(
            StatusCodes.Status409Conflict, "not-approved", "Not approved any more", error.Detail,
            KeyValuePair.Create("state", (object?)HandoffState.InReview), KeyValuePair.Create("link", (object?)FlowHandoff.LinkTo(id, request))),
        ReleaseAnswer.Refused refused => Problems.Of(refused.Error),
        _ => Problems.UnknownHandoff(),
    };
}

/// <summary>An approved text.</summary>
/// <param name="HandoffId">The ID of the handoff.</param>
/// <param name="Subject">The title of the document or the subject of the mail.</param>
/// <param name="Text">The whole text, with an empty line between paragraphs.</param>
/// <param name="Paragraphs">The paragraphs of the text, in order.</param>
/// <param name="Recipients">The addresses that were approved with a mail; empty for a document.</param>
/// <param name="ApprovedBy">The names of the people who signed.</param>
/// <param name="ApprovedAt">When the last of them signed.</param>
/// <param name="ApprovedUntil">When the approval ends.</param>
/// <param name="FileDigest">The SHA-256 of the sealed file before its proof was put in, as hexadecimal.</param>
public sealed record ApprovedText(
    Guid HandoffId, string Subject, string Text, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Recipients, IReadOnlyList<string> ApprovedBy,
    DateTimeOffset ApprovedAt, DateTimeOffset ApprovedUntil, string FileDigest)
{
    internal static ApprovedText Of(Handoff handoff)
    {
        IReadOnlyList<string> paragraphs = WorkingDocument.Paragraphs(handoff);
        SealPayload seal = handoff.Seal!.Payload;
        return new(
            handoff.Id, seal.Content.Envelope.Subject, string.Join("\n\n", paragraphs), paragraphs, [.. seal.Content.Envelope.Recipients.Select(recipient => recipient.Address)],
            [.. handoff.Signatures.Select(signature => signature.By.Name)], seal.IssuedAt, seal.ExpiresAt, $"{seal.Content.FileDigest}");
    }
}
