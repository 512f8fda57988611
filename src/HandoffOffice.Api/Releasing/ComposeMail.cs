using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MimeKit;

namespace HandoffOffice.Api.Releasing;

/// <summary>
/// Lets the sealed mail leave into the mail that is open in Outlook, once. It is released by that: from then on the seal in its header says, with no
/// network, whether what the person sends is what was approved. The same key gets the same answer again, so that it can be put back after an edit.
/// </summary>
internal static class ComposeMail
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/handoffs/{id:guid}/composition", Handle)
        .WithName("ComposeMail").WithSummary("Hands out the sealed mail for the mail that is open in Outlook, once")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.Release);

    private static async Task<Results<Ok<ComposedMail>, ProblemHttpResult>> Handle(
        Guid id, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, Caller caller, ReleaseDesk desk, CancellationToken cancel)
    {
        if (IdempotencyKey.Missing(idempotencyKey) is { } missing)
        {
            return missing;
        }

        return await desk.Compose(id, idempotencyKey!, caller, cancel) switch
        {
            ReleaseAnswer.File file => TypedResults.Ok(ComposedMail.Of(id, file.Bytes)),
            ReleaseAnswer.OtherRequest => IdempotencyKey.Reused(),
            ReleaseAnswer.Refused refused => Problems.Of(refused.Error),
            _ => Problems.UnknownHandoff(),
        };
    }
}

/// <summary>A sealed mail in the parts that a mail in Outlook takes.</summary>
/// <param name="HandoffId">The handoff: the value of the header <c>x-handoffoffice-draft</c>.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Html">Its text (HTML).</param>
/// <param name="Recipients">Where it goes.</param>
/// <param name="Seal">The seal in base64: the value of the header <c>x-handoffoffice-seal</c>.</param>
/// <param name="ContentDigest">SHA-256 over the canonical form of the text.</param>
/// <param name="SensitivityLabel">The id of the sensitivity label that was approved with it; null where it was approved without one.</param>
public sealed record ComposedMail(
    Guid HandoffId, string Subject, string Html, IReadOnlyList<ComposedRecipient> Recipients, string Seal, Sha256Digest ContentDigest, string? SensitivityLabel = null)
{
    internal static ComposedMail Of(Guid id, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using MimeMessage mail = MimeMessage.Load(stream);
        SealProof proof = SealProof.ParseBase64(SealedFile.ProofsInMail(bytes).Proofs.Single());
        return new ComposedMail(
            id, mail.Subject!, mail.HtmlBody!,
            [.. Named(RecipientKind.To, mail.To), .. Named(RecipientKind.Cc, mail.Cc), .. Named(RecipientKind.Bcc, mail.Bcc)],
            proof.ToBase64(), proof.Seal.Payload.Content.ContentDigest, proof.Seal.Payload.Content.Envelope.Label);
    }

    private static IEnumerable<ComposedRecipient> Named(RecipientKind kind, InternetAddressList list) =>
        list.Mailboxes.Select(mailbox => new ComposedRecipient(kind, mailbox.Address, mailbox.Name ?? string.Empty));
}

/// <summary>Somebody whom a mail goes to.</summary>
/// <param name="Kind">How it reaches them.</param>
/// <param name="Address">The address (RFC 5321).</param>
/// <param name="Name">What they are called; empty where that is not known.</param>
public sealed record ComposedRecipient(RecipientKind Kind, string Address, string Name);
