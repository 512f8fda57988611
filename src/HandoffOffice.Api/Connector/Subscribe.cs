using System.Text.Json.Serialization;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Webhooks;
using HandoffOffice.Storage.Webhooks;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Connector;

/// <summary>The triggers: somebody, mostly a flow, asks to be called when something happens, and asks no more (C72).</summary>
internal static class Subscribe
{
    private static readonly JsonPointer CallbackUrl = JsonPointer.Root.Append("callbackUrl");

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, WebhookEventKind.ReadyForReview, "WhenReadyForReview", "ready-for-review", "When a draft is ready for review",
            "Starts the flow when a draft is written and checked, and a person can review it.");
        Map(routes, WebhookEventKind.Approved, "WhenApproved", "approved", "When a handoff is approved", "Starts the flow when people have signed a handoff. Its text can leave then.");
        Map(routes, WebhookEventKind.Rejected, "WhenRejected", "rejected", "When a handoff is rejected",
            "Starts the flow when nothing of a draft will leave: it was rejected, or a person writes the text by hand.");
        Map(routes, WebhookEventKind.Expired, "WhenExpired", "expired", "When an approval expires", "Starts the flow when the time of an approval is over before its text has left. It is reviewed again.");
        Map(routes, WebhookEventKind.EscapedError, "WhenErrorFound", "escaped-error", "When an error is found after release", "Starts the flow when somebody reports an error in a text that has left.");
        routes.MapDelete("/triggers/{subscriptionId:guid}", End)
            .WithName("FlowEndSubscription").WithSummary("End a subscription").WithDescription("Ends a subscription of the connection when its flow is turned off.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);
    }

    private static void Map(IEndpointRouteBuilder routes, WebhookEventKind kind, string name, string path, string summary, string description) => routes
        .MapPost($"/triggers/{path}", (CallbackRequest body, string? workflow, HttpRequest http, Caller caller, [AsParameters] Subscribing subscribing, CancellationToken cancel) =>
            Handle(kind, body, workflow, http, caller, subscribing, cancel))
        .WithName($"Flow{name}").WithSummary(summary).WithDescription(description)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Results<Created<Subscribed>, ProblemHttpResult>> Handle(
        WebhookEventKind kind, CallbackRequest request, string? workflow, HttpRequest http, Caller caller, Subscribing subscribing, CancellationToken cancel)
    {
        if (workflow is not null && await subscribing.Catalog.Find(workflow, null, cancel) is null)
        {
            return Problems.UnknownWorkflow(workflow, null);
        }

        (Uri? address, CallbackRule? broken) = await subscribing.Client.Judge(request.CallbackUrl, cancel);
        if (address is null)
        {
            return Problems.Invalid("callback-refused", "This address can't be called", [new Problem(CallbackUrl, broken!.Code, broken.Detail, "an https address of a flow, or of a host that an administrator allows")]);
        }

        string origin = http.Origin();
        var wish = new SubscriptionWish(kind, workflow, address, origin);
        return await subscribing.Book.Make(caller.TenantId, wish, caller.ToActor(), subscribing.Time.GetUtcNow(), cancel) is var (row, secret)
            ? TypedResults.Created($"{origin}/api/v1/flow/triggers/{row.Id}", new Subscribed(row.Id, row.Kind, row.Workflow, secret))
            : Problems.Answer(StatusCodes.Status409Conflict, "too-many-subscriptions", "There are too many subscriptions",
                $"Your organisation has {SubscriptionBook.Most:N0} subscriptions. An administrator can end some.");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> End(Guid subscriptionId, Caller caller, SubscriptionBook book, TimeProvider time, CancellationToken cancel) =>
        await book.End(subscriptionId, caller.PersonId, caller.ToActor(), "asked", time.GetUtcNow(), cancel) ? TypedResults.NoContent() : Webhooks.Unknown();
}

/// <summary>What subscribing needs.</summary>
internal sealed record Subscribing(SubscriptionBook Book, WorkflowCatalog Catalog, CallbackClient Client, TimeProvider Time);

/// <summary>Where to call when it happens.</summary>
/// <param name="CallbackUrl">An https address of a flow, or of a host that an administrator allows, at most 2,048 characters. Whoever knows it can start the flow: it is kept encrypted and shown to nobody.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CallbackRequest(string CallbackUrl);

/// <summary>A subscription that was made.</summary>
/// <param name="SubscriptionId">The ID of the subscription.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="Workflow">Of this workflow only, by its key; of all where it is missing.</param>
/// <param name="Secret">What each event is signed with (Standard Webhooks). It is told this once.</param>
public sealed record Subscribed(Guid SubscriptionId, WebhookEventKind Kind, string? Workflow, string Secret);
