using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Filtering;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Reviewing;

/// <summary>Says of a kept candidate how it is told, who does it and until when (C18), or takes that back.</summary>
internal static class PickCandidate
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/handoffs/{id:guid}/changes/{changeId}/pick", Handle)
        .WithName("PickCandidate").WithSummary("Sets a kept candidate's angle, depth, assignee and due day")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<HandoffView>, ProblemHttpResult>> Handle(
        Guid id, string changeId, PickRequest request, Caller caller, HandoffStore handoffs, WorkflowCatalog catalog, People people, TimeProvider time,
        CancellationToken cancel)
    {
        Person? assignee = request.Assignee is null ? null : await people.Find(request.Assignee, null, cancel);
        if (request.Assignee is not null && assignee is null)
        {
            return Problems.Invalid("unknown-person", "Nobody here has this id",
                [new Problem(JsonPointer.Parse("/assignee"), "unknown-person", "Nobody of your organisation has this id.", "an id of GET /api/v1/people")]);
        }

        (Handoff? handoff, HandoffError? error) = await handoffs.Change(id, async (handoff, _) =>
        {
            Workflow workflow = await catalog.Of(handoff, cancel);
            var pick = Pick.Of(request.Angle, request.Depth, assignee, request.Due, workflow.Output.Language);
            return handoff.ReplacedError(request.Draft) is { } replaced ? replaced : handoff.PickCandidate(changeId, pick, caller.ToActor(), time.GetUtcNow());
        }, cancel);
        return await HandoffView.Answer(handoff, error, handoffs, catalog, caller, time, cancel);
    }
}

/// <summary>What is said of a kept candidate. What is null is not said; all null takes back what was.</summary>
/// <param name="Angle">One of the workflow's angles.</param>
/// <param name="Depth">One of the workflow's depths.</param>
/// <param name="Assignee">Object id of the person who does it.</param>
/// <param name="Due">The day until which it is done; not in the past.</param>
/// <param name="Draft">The draft on screen, its <c>revision</c>: where a newer one has taken its place, that is answered. Null takes the newest.</param>
public sealed record PickRequest(string? Angle = null, PickDepth? Depth = null, string? Assignee = null, DateOnly? Due = null, int? Draft = null);
