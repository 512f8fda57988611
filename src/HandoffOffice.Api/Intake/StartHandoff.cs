using System.Text.Json;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Intake;

/// <summary>Starts a handoff: the record is checked against its template and frozen, the people are named.</summary>
internal static class StartHandoff
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/handoffs", Handle)
        .WithName("StartHandoff").WithSummary("Starts a handoff from an input record")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.AuthorOrApplication).WithWayOut(WayOut.None);

    private static async Task<Results<Created<HandoffView>, ProblemHttpResult>> Handle(
        HandoffRequest request, Caller caller, NewHandoffs starting, TimeProvider time, CancellationToken cancel)
    {
        (Handoff? handoff, Workflow? workflow, ProblemHttpResult? refused) = await starting.Start(request, caller, cancel);
        return handoff is null
            ? refused!
            : TypedResults.Created($"/api/v1/handoffs/{handoff.Id}", HandoffView.Of(handoff, workflow!, caller, time.GetUtcNow(), RevisionMap.Empty));
    }
}

/// <summary>What a handoff starts from.</summary>
/// <param name="Workflow">Key of the workflow.</param>
/// <param name="Record">A JSON object with the template's fields.</param>
/// <param name="Reviewers">Object ids of the people who are to review it.</param>
/// <param name="Version">The workflow's version; the one in force for the caller where none is given.</param>
/// <param name="InputSeconds">How long the author had the form in use, in focus and not idle, 0 to 28,800 seconds: what the measures count as the author's work. An application leaves it out.</param>
/// <param name="SensitivityLabels">The ids (GUIDs) of the sensitivity labels of what the record is made from, such as the open mail and imported tables: the draft inherits the highest.</param>
public sealed record HandoffRequest(
    string Workflow, JsonElement Record, IReadOnlyList<string> Reviewers, int? Version = null, int? InputSeconds = null, IReadOnlyList<string>? SensitivityLabels = null);
