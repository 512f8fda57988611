using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using Microsoft.AspNetCore.Mvc;

namespace HandoffOffice.Api.Releasing;

/// <summary>
/// Lets the sealed mail leave from the mailbox of the person who releases it, once. The release is written first; the same key, or the person's next look,
/// goes on with a sending that did not come to its end.
/// </summary>
internal static class SendMail
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/handoffs/{id:guid}/sending", Send).WithName("SendMail").WithSummary("Sends the sealed mail from the caller's mailbox, once").As();
        routes.MapPost("/handoffs/{id:guid}/sending/continuation", GoOn).WithName("ContinueSending")
            .WithSummary("Goes on with a sending that did not come to its end; what was sent is looked for first").As();
        routes.MapPost("/handoffs/{id:guid}/sending/answer", Answer).WithName("AnswerSending")
            .WithSummary("Says whether a mail that is nowhere was sent after all, or is to be sent again").As();
    }

    private static void As(this RouteHandlerBuilder route) => route
        .Produces<DeliveryView>().Produces<DeliveryView>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.Release);

    private static async Task<IResult> Send(
        Guid id, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, Caller caller, ReleaseDesk desk, CancellationToken cancel) =>
        IdempotencyKey.Missing(idempotencyKey) ?? Result(await desk.Send(id, idempotencyKey!, caller, cancel));

    private static async Task<IResult> GoOn(Guid id, Caller caller, ReleaseDesk desk, CancellationToken cancel) => Result(await desk.GoOn(id, caller, cancel));

    private static async Task<IResult> Answer(Guid id, SendingAnswer request, Caller caller, ReleaseDesk desk, CancellationToken cancel) =>
        Result(await desk.AnswerSending(id, request.IsThere, request.Reason, caller, cancel));

    private static IResult Result(ReleaseAnswer answer) => answer switch
    {
        ReleaseAnswer.Mailed mailed when DeliveryView.Of(mailed.Handoff) is { } view =>
            view.State == DeliveryState.Done ? TypedResults.Ok(view) : TypedResults.Accepted((string?)null, view),
        ReleaseAnswer.OtherRequest => IdempotencyKey.Reused(),
        ReleaseAnswer.Refused refused => Problems.Of(refused.Error),
        _ => Problems.UnknownHandoff(),
    };
}

/// <summary>What the person saw in their mailbox.</summary>
/// <param name="IsThere">Whether the mail is among those that were sent; if not, it is sent again.</param>
/// <param name="Reason">What they saw, in 1 to 2,000 characters.</param>
public sealed record SendingAnswer(bool IsThere, string Reason);

/// <summary>How far a mail's sending has come.</summary>
/// <param name="State">How far.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="TriedAt">When last.</param>
/// <param name="DoneAt">When it was sent.</param>
/// <param name="RetryAt">Before when the mail service does not want to be asked again.</param>
/// <param name="Problem">What stood against it last, as a code.</param>
/// <param name="Detail">What that means and what to do, in a sentence or two.</param>
public sealed record DeliveryView(
    DeliveryState State, int Attempts, DateTimeOffset? TriedAt, DateTimeOffset? DoneAt, DateTimeOffset? RetryAt, string? Problem, string Detail)
{
    internal static DeliveryView? Of(Handoff handoff) => handoff.Deliveries.FirstOrDefault(one => one.Channel == ReleaseChannel.Mail) is { } delivery
        ? new DeliveryView(delivery.State, delivery.Attempts, delivery.TriedAt, delivery.DoneAt, delivery.RetryAt, delivery.Problem, Says(delivery))
        : null;

    private static string Says(Delivery delivery) => delivery.State switch
    {
        DeliveryState.Done => "It was sent from your mailbox.",
        DeliveryState.Pending => "It is released and not sent yet. Send it; nothing goes out twice.",
        DeliveryState.Sending => "Your mailbox was told to send it and has not said that it did. Look again in a minute; nothing goes out twice.",
        DeliveryState.Uncertain =>
            "Your mailbox was told to send it, and it is neither among your drafts nor among what you sent. Look there by its subject, then say whether it was sent.",
        _ => $"Your mailbox refused it ({delivery.Problem}). It did not leave. Send it again, or tell an administrator.",
    };
}
