using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Measuring;

/// <summary>Records how what left was received, and what should have caught an error that escaped (C41, C58). Who may: <see cref="OutcomeRules.MayRecord"/>.</summary>
internal static class RecordOutcome
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/handoffs/{id:guid}/outcomes", Handle)
        .WithName("RecordOutcome").WithSummary("Records how what left was received")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<HandoffView>, ProblemHttpResult>> Handle(
        Guid id, OutcomeReport request, Caller caller, HandoffStore handoffs, WorkflowCatalog catalog, TimeProvider time, CancellationToken cancel)
    {
        (Handoff? handoff, HandoffError? error) = await handoffs.Change(id, h => h.RecordOutcome(request, caller.ToActor(), time.GetUtcNow()), cancel);
        return await HandoffView.Answer(handoff, error, handoffs, catalog, caller, time, cancel);
    }
}

/// <summary>How what left was received, by one report.</summary>
/// <param name="Reception">How.</param>
/// <param name="At">When it was reported.</param>
/// <param name="By">Who reported it: a person, or an application under its own name.</param>
/// <param name="ByApplication">Whether an application did.</param>
/// <param name="Reason">What was wrong.</param>
/// <param name="ShouldHaveCaught">What should have caught it.</param>
/// <param name="ChangeId">The change that had the error.</param>
public sealed record OutcomeView(
    Reception Reception, DateTimeOffset At, Person By, bool ByApplication, string? Reason, Catcher? ShouldHaveCaught, string? ChangeId)
{
    internal static OutcomeView Of(ReceivedOutcome outcome) => new(
        outcome.Report.Reception, outcome.At, outcome.By.Person, outcome.By.IsApplication, outcome.Report.Reason, outcome.Report.ShouldHaveCaught, outcome.Report.ChangeId);
}
