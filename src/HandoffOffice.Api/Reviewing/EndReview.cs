using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Reviewing.Seeding;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Reviewing;

/// <summary>The ways out of a review without a signature: one more draft, a refusal, or finishing by hand. Each wants a reason.</summary>
internal static class EndReview
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        MapOne(routes, "revision", "AskForRevision", "Asks the AI for another draft, within the loop budget", Revise);
        MapOne(routes, "rejection", "RejectDraft", "Refuses the draft for good", (h, reason, actor, now) => (h.Reject(reason, actor, now), null));
        MapOne(routes, "manual", "FinishByHand", "Ends the handoff because a person writes it by hand", (h, reason, actor, now) => (h.RevertToManual(reason, actor, now), null));
    }

    private static void MapOne(
        IEndpointRouteBuilder routes, string path, string name, string summary, Func<Handoff, string, Actor, DateTimeOffset, (Outcome Outcome, HandoffError? Refused)> end) =>
        routes.MapPost($"/handoffs/{{id:guid}}/{path}", async Task<Results<Ok<HandoffView>, ProblemHttpResult>> (
                Guid id, ReviewReason request, Caller caller, HandoffStore handoffs, WorkflowCatalog catalog, TimeProvider time, CancellationToken cancel) =>
            {
                (Handoff? handoff, HandoffError? error) = await End(id, h => end(h, request.Reason, caller.ToActor(), time.GetUtcNow()), handoffs, catalog, cancel);
                return await HandoffView.Answer(handoff, error, handoffs, catalog, caller, time, cancel);
            })
            .WithName(name).WithSummary(summary)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);

    /// <summary>Ends a review, and takes a planted error out of the document with it.</summary>
    /// <returns>The handoff, null where the tenant has none; and why it was refused, or null.</returns>
    public static async Task<(Handoff? Handoff, HandoffError? Error)> End(
        Guid id, Func<Handoff, (Outcome Outcome, HandoffError? Refused)> end, HandoffStore handoffs, WorkflowCatalog catalog, CancellationToken cancel)
    {
        HandoffError? refused = null;
        (Handoff? handoff, HandoffError? error) = await handoffs.Change(id, async (handoff, files) =>
        {
            SeededError? planted = handoff.Planted;
            (Outcome outcome, refused) = end(handoff);
            // Who goes on by hand may take words from the copy for review: a planted error is out of it as well.
            bool redraft = outcome.Error is null && planted is not null && handoff.Planted is null;
            return redraft && await files.Redraft(handoff, await catalog.Of(handoff, cancel), cancel) is { } notTaken ? notTaken : outcome;
        }, cancel);
        return (handoff, error ?? refused);
    }

    // A revision that is refused because none is left is kept all the same: it says something about the workflow.
    private static (Outcome Outcome, HandoffError? Refused) Revise(Handoff handoff, string reason, Actor actor, DateTimeOffset now) =>
        handoff.Revise(reason, actor, now) is { Error: not LoopBudgetSpent } outcome
            ? (outcome, null)
            : (handoff.RefuseRevision(actor, now), new LoopBudgetSpent(handoff.Terms.Gate.LoopBudget));
}

/// <summary>Why, in the person's words.</summary>
/// <param name="Reason">1 to 2,000 characters.</param>
public sealed record ReviewReason(string Reason);
