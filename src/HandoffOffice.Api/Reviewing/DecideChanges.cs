using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Reviewing.Seeding;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Reviewing;

/// <summary>Accepts, rejects or edits changes, or takes a decision back. The checks run again over the text as it then stands.</summary>
internal static class DecideChanges
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/handoffs/{id:guid}/changes/{changeId}", One)
            .WithName("DecideChange").WithSummary("Accepts, rejects or edits a change, or takes a decision back")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);
        routes.MapPost("/handoffs/{id:guid}/changes", Rest)
            .WithName("DecideUndecided").WithSummary("Decides all undecided changes the same way")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);
    }

    private static Task<Results<Ok<HandoffView>, ProblemHttpResult>> One(
        Guid id, string changeId, ChangeDecision request, Caller caller, HandoffStore handoffs, WorkflowCatalog catalog, TimeProvider time, CancellationToken cancel) =>
        Decide(id, request.Draft, _ => [new Change(changeId, request.Decision, request.Text)], caller, handoffs, catalog, time, cancel);

    private static Task<Results<Ok<HandoffView>, ProblemHttpResult>> Rest(
        Guid id, RestDecision request, Caller caller, HandoffStore handoffs, WorkflowCatalog catalog, TimeProvider time, CancellationToken cancel) =>
        Decide(
            id, request.Draft, handoff => [.. handoff.Changes.Where(change => change.Decision == Decision.Undecided)
                .Select(change => new Change(change.Id, request.Accept ? Decision.Accepted : Decision.Rejected))],
            caller, handoffs, catalog, time, cancel);

    private static async Task<Results<Ok<HandoffView>, ProblemHttpResult>> Decide(
        Guid id, int? onScreen, Func<Handoff, IReadOnlyList<Change>> decisions, Caller caller, HandoffStore handoffs, WorkflowCatalog catalog, TimeProvider time,
        CancellationToken cancel)
    {
        SeededError? settled = null;
        (Handoff? handoff, HandoffError? error) = await handoffs.Change(id, async (handoff, files) =>
        {
            if (handoff.ReplacedError(onScreen) is { } replaced)
            {
                return replaced;
            }

            Workflow workflow = await catalog.Of(handoff, cancel);
            IReadOnlyList<Change> before = handoff.Changes;
            SeededError? planted = handoff.Planted;
            Outcome outcome = handoff.Decide(decisions(handoff), text => GateChecks.Run(workflow, handoff.Record, text), caller.ToActor(), time.GetUtcNow());
            settled = planted is not null && handoff.Planted is null ? handoff.Seeded[^1] : null;
            bool redraft = outcome.Error is null && (settled is not null || WorkingDocument.HasToBeRedrafted(handoff, before));
            return redraft && await files.Redraft(handoff, workflow, cancel) is { } refused ? refused : outcome;
        }, cancel);
        Results<Ok<HandoffView>, ProblemHttpResult> answer = await HandoffView.Answer(handoff, error, handoffs, catalog, caller, time, cancel);
        return settled is not null && answer.Result is Ok<HandoffView> { Value: { } view }
            ? TypedResults.Ok(view with { SeedResult = SeedResultView.Of(settled, handoff!) })
            : answer;
    }
}

/// <summary>What is decided about a change.</summary>
/// <param name="Decision">What.</param>
/// <param name="Text">The reviewer's words, with <see cref="Domain.Reviewing.Decision.Edited"/> only.</param>
/// <param name="Draft">The draft on screen, its <c>revision</c>: where a newer one has taken its place, that is answered. Null takes the newest.</param>
public sealed record ChangeDecision(Decision Decision, string? Text = null, int? Draft = null);

/// <summary>What is decided about everything undecided.</summary>
/// <param name="Accept">True to accept, false to reject.</param>
/// <param name="Draft">The draft on screen, its <c>revision</c>: where a newer one has taken its place, that is answered. Null takes the newest.</param>
public sealed record RestDecision(bool Accept, int? Draft = null);
