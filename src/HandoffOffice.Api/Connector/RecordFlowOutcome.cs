using System.Text.Json.Serialization;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Storage.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HandoffOffice.Api.Connector;

/// <summary>Records how what left was received. The same report, sent again, is one report.</summary>
internal static class RecordFlowOutcome
{
    private const string Operation = "flow outcome";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/handoffs/{id:guid}/outcomes", Handle)
        .WithName("FlowRecordOutcome").WithSummary("Record how it was received")
        .WithDescription("Records how a released text was received. An error that is reported sends the next reviews of the workflow back to full.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<FlowHandoff>, ProblemHttpResult>> Handle(
        Guid id, FlowOutcome body, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, Caller caller, HandoffStore handoffs, FlowRequests requests,
        TimeProvider time, HttpRequest request, CancellationToken cancel)
    {
        if (idempotencyKey is not null && IdempotencyKey.Missing(idempotencyKey) is { } unusable)
        {
            return unusable;
        }

        DateTimeOffset now = time.GetUtcNow();
        var asked = FlowRequest.Of(
            Operation, idempotencyKey, caller.PersonId, $"{id}", $"{body.Reception}", body.Reason ?? "", $"{body.ShouldHaveCaught}", $"{body.Check}", body.ChecklistItem ?? "");
        bool isReused = false;
        (Handoff? handoff, HandoffError? error) = await handoffs.Change(id, async (handoff, files) =>
        {
            IdempotencyRow? earlier = await requests.Kept(asked, cancel);
            isReused = earlier is not null && asked.IsTaken(earlier);
            if (isReused || (earlier is not null && asked.IsSame(earlier, now)))
            {
                return Outcome.Done();
            }

            Outcome outcome = handoff.RecordOutcome(body.ToReport(), caller.ToActor(), now);
            if (outcome.Error is null)
            {
                requests.Remember(asked.Row(caller.TenantId, null, now), earlier);
            }

            return outcome;
        }, cancel);
        return handoff is null ? Problems.UnknownHandoff()
            : error is not null ? Problems.Of(error)
            : isReused ? IdempotencyKey.Reused()
            : TypedResults.Ok(FlowHandoff.Of(handoff, request, now));
    }
}

/// <summary>How a released text was received.</summary>
/// <param name="Reception">How the text was received.</param>
/// <param name="Reason">What was wrong, up to 2,000 characters; needed unless it was accepted.</param>
/// <param name="ShouldHaveCaught">What should have caught the error. A person who reports one says it; an application leaves it out.</param>
/// <param name="Check">The check that should have caught the error, where it was a check.</param>
/// <param name="ChecklistItem">The checklist item that should have caught the error, where it was an item.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FlowOutcome(
    Reception Reception, string? Reason = null, CatcherKind? ShouldHaveCaught = null, CheckKind? Check = null, string? ChecklistItem = null)
{
    internal OutcomeReport ToReport() => new(
        Reception, string.IsNullOrWhiteSpace(Reason) ? null : Reason,
        ShouldHaveCaught is { } kind ? new Catcher(kind, Check, string.IsNullOrEmpty(ChecklistItem) ? null : ChecklistItem) : null);
}
