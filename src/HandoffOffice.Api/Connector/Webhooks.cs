using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Webhooks;
using HandoffOffice.Storage.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Connector;

/// <summary>What an administrator sees of subscriptions: who is told of what, how it goes, what could not be delivered, and how that is sent again (C78).</summary>
internal static class Webhooks
{
    private const int MostLetters = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/webhooks", List).WithName("ListWebhooks").WithSummary("Who is told of what, and what could not be delivered")
            .RequireAuthorization(Policies.Administrator).WithWayOut(WayOut.None);
        routes.MapDelete("/webhooks/{subscriptionId:guid}", End).WithName("EndWebhook").WithSummary("Ends anybody's subscription")
            .ProducesProblem(StatusCodes.Status404NotFound).RequireAuthorization(Policies.Administrator).WithWayOut(WayOut.None);
        routes.MapPost("/webhooks/dead/replay", ReplayAll).WithName("ReplayDeadLetters").WithSummary("Sends all dead letters again whose subscription is in force")
            .RequireAuthorization(Policies.Administrator).WithWayOut(WayOut.None);
        routes.MapPost("/webhooks/dead/{noticeId}/replay", Replay).WithName("ReplayDeadLetter").WithSummary("Sends a dead letter again")
            .ProducesProblem(StatusCodes.Status404NotFound).RequireAuthorization(Policies.Administrator).WithWayOut(WayOut.None);
    }

    /// <summary>There is no such subscription in force, or it is somebody else's.</summary>
    public static ProblemHttpResult Unknown() => Problems.Answer(
        StatusCodes.Status404NotFound, "unknown-subscription", "There is no such subscription", "No subscription with this id is in force.");

    private static async Task<Ok<WebhooksView>> List(SubscriptionBook book, NoticeBook notices, CancellationToken cancel)
    {
        IReadOnlyDictionary<Guid, int> waiting = await book.Waiting(cancel);
        return TypedResults.Ok(new WebhooksView(
            [.. (await book.InForce(cancel)).Select(row => new SubscriptionView(
                row.Id, row.Kind, row.Workflow, row.OwnerName, row.Host, row.CreatedAt, row.DeliveredAt, waiting.GetValueOrDefault(row.Id), row.LastFault, row.RestsUntil))],
            [.. (await notices.Dead(MostLetters, cancel)).Select(letter => new DeadLetterView(
                letter.Notice.Id, letter.Subscription.Kind, letter.Notice.HandoffId, letter.Subscription.Host, letter.Subscription.OwnerName, letter.Notice.CreatedAt,
                letter.Notice.Attempts, letter.Notice.LastFault, letter.Subscription.EndedAt is null))],
            await notices.CountDead(cancel)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> End(Guid subscriptionId, Caller caller, SubscriptionBook book, TimeProvider time, CancellationToken cancel) =>
        await book.End(subscriptionId, null, caller.ToActor(), "administrator", time.GetUtcNow(), cancel) ? TypedResults.NoContent() : Unknown();

    private static async Task<Ok<Replayed>> ReplayAll(NoticeBook notices, OutboxBell bell, CancellationToken cancel) => TypedResults.Ok(await SendAgain(null, notices, bell, cancel));

    private static async Task<Results<Ok<Replayed>, ProblemHttpResult>> Replay(string noticeId, NoticeBook notices, OutboxBell bell, CancellationToken cancel) =>
        await SendAgain(noticeId, notices, bell, cancel) is { Count: > 0 } replayed
            ? TypedResults.Ok(replayed)
            : Problems.Answer(StatusCodes.Status404NotFound, "unknown-dead-letter", "There is no such dead letter", "No dead letter of a subscription in force has this id.");

    private static async Task<Replayed> SendAgain(string? noticeId, NoticeBook notices, OutboxBell bell, CancellationToken cancel)
    {
        int count = await notices.Replay(noticeId, cancel);
        bell.Ring();
        return new Replayed(count);
    }
}

/// <summary>The subscriptions of an organisation.</summary>
/// <param name="Subscriptions">Those in force, newest first.</param>
/// <param name="Dead">What could not be delivered, the latest first; at most 200.</param>
/// <param name="DeadCount">How many there are of these in all.</param>
public sealed record WebhooksView(IReadOnlyList<SubscriptionView> Subscriptions, IReadOnlyList<DeadLetterView> Dead, int DeadCount);

/// <summary>A subscription. Its address is not shown: whoever knows it can start the flow.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="Workflow">Of this workflow only, by its key; of all where it is missing.</param>
/// <param name="Owner">Who subscribed.</param>
/// <param name="Host">The host that is called.</param>
/// <param name="CreatedAt">Since when.</param>
/// <param name="DeliveredAt">When something was last delivered.</param>
/// <param name="Waiting">How many events wait to be delivered.</param>
/// <param name="Fault">The code of the last failure, where the last attempt failed.</param>
/// <param name="RestsUntil">Until when nothing is tried, after many failures.</param>
public sealed record SubscriptionView(
    Guid Id, WebhookEventKind Kind, string? Workflow, string Owner, string Host, DateTimeOffset CreatedAt, DateTimeOffset? DeliveredAt, int Waiting, string? Fault, DateTimeOffset? RestsUntil);

/// <summary>An event that could not be delivered.</summary>
/// <param name="Id">Its id, which the receiver knows it by.</param>
/// <param name="Kind">What happened.</param>
/// <param name="HandoffId">To which handoff.</param>
/// <param name="Host">The host that did not take it.</param>
/// <param name="Owner">Who subscribed.</param>
/// <param name="CreatedAt">When it happened.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Fault">The code of the last failure.</param>
/// <param name="CanReplay">Whether it can be sent again: its subscription is in force.</param>
public sealed record DeadLetterView(
    string Id, WebhookEventKind Kind, Guid HandoffId, string Host, string Owner, DateTimeOffset CreatedAt, int Attempts, string? Fault, bool CanReplay);

/// <summary>Dead letters that are sent again.</summary>
/// <param name="Count">How many.</param>
public sealed record Replayed(int Count);
