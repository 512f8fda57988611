using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Design;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Design;

/// <summary>The workflows that somebody can start.</summary>
internal static class ListWorkflows
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/workflows", Handle)
        .WithName("ListWorkflows").WithSummary("The workflows that somebody can start")
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Ok<IReadOnlyList<WorkflowSummary>>> Handle(WorkflowCatalog catalog, HandoffStore handoffs, CancellationToken cancel)
    {
        IReadOnlyDictionary<string, TimeSpan> last = await handoffs.LastDurations(cancel);
        return TypedResults.Ok<IReadOnlyList<WorkflowSummary>>([.. (await catalog.Newest(cancel)).Select(w => new WorkflowSummary(
            w.Key, w.Version, w.Name, w.Promise, w.Pattern, w.Stakes, w.Surface, w.BaselineMinutes,
            last.TryGetValue(w.Key, out TimeSpan duration) ? Math.Round(duration.TotalMinutes, 1) : null))]);
    }
}

/// <summary>A workflow on a card.</summary>
/// <param name="Key">The workflow.</param>
/// <param name="Version">Its newest version.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Promise">What a person gets from it.</param>
/// <param name="Pattern">How work passes between people and the AI.</param>
/// <param name="Stakes">What an error would cost.</param>
/// <param name="Surface">Where the work happens.</param>
/// <param name="BaselineMinutes">Minutes that one run takes a person without it.</param>
/// <param name="LastMinutes">Minutes from start to release of the last released run; null before the first.</param>
public sealed record WorkflowSummary(
    string Key, int Version, string Name, string Promise, Pattern Pattern, Stakes Stakes, Surface Surface, int BaselineMinutes, double? LastMinutes);
