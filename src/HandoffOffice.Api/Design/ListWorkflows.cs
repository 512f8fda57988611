using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Design;
using HandoffOffice.Storage.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Design;

/// <summary>The workflows that somebody can start.</summary>
internal static class ListWorkflows
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/workflows", Handle)
        .WithName("ListWorkflows").WithSummary("The workflows that somebody can start")
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Ok<IReadOnlyList<WorkflowSummary>>> Handle(
        Caller caller, WorkflowsInForce inForce, HandoffStore handoffs, WaitingReviews reviews, CancellationToken cancel)
    {
        IReadOnlyDictionary<string, LoopCounts> loops = await reviews.Loops(cancel);
        IReadOnlyDictionary<string, TimeSpan> last = await handoffs.LastDurations(cancel);
        return TypedResults.Ok<IReadOnlyList<WorkflowSummary>>([.. (await inForce.For(caller, cancel)).Select(found => SummaryOf(found.Workflow, found.IsPilot))]);

        WorkflowSummary SummaryOf(Workflow w, bool isPilot) => new(
            w.Key, w.Version, w.Name, w.Promise, w.Pattern, w.Stakes, w.Surface, w.BaselineMinutes,
            last.TryGetValue(w.Key, out TimeSpan duration) ? Math.Round(duration.TotalMinutes, 1) : null,
            LoopsView.Of(loops.GetValueOrDefault(w.Key)), FlagOf(loops.GetValueOrDefault(w.Key)), isPilot);
    }

    // Two loops mean that the workflow is broken; once it is mended, ten handoffs without them say so.
    internal static WorkflowWarning? FlagOf(LoopCounts? loops) => loops?.LoopedLately > 0 ? WorkflowWarning.BrokenLoop : null;
}

/// <summary>What is wrong with a workflow, by its handoffs.</summary>
public enum WorkflowWarning
{
    /// <summary>At least one of its last ten finished handoffs asked for two or more revisions.</summary>
    BrokenLoop,
}

/// <summary>How often handoffs of a workflow asked for a second revision.</summary>
/// <param name="Looped">Finished handoffs that asked for two or more, those that were refused counted.</param>
/// <param name="Finished">Of how many finished handoffs.</param>
public sealed record LoopsView(int Looped, int Finished)
{
    internal static LoopsView Of(LoopCounts? counts) => new(counts?.Looped ?? 0, counts?.Finished ?? 0);
}

/// <summary>A workflow on a card.</summary>
/// <param name="Key">The workflow.</param>
/// <param name="Version">The version that is in force for the caller.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Promise">What a person gets from it.</param>
/// <param name="Pattern">How work passes between people and the AI.</param>
/// <param name="Stakes">What an error would cost.</param>
/// <param name="Surface">Where the work happens.</param>
/// <param name="BaselineMinutes">Minutes that one run takes a person without it.</param>
/// <param name="LastMinutes">Minutes from start to release of the last released run; null before the first.</param>
/// <param name="Loops">How often its handoffs asked for a second revision.</param>
/// <param name="Flag">What is wrong with it, by its handoffs; null where nothing is.</param>
/// <param name="IsPilot">Whether the caller is the one person who tries this version.</param>
public sealed record WorkflowSummary(
    string Key, int Version, string Name, string Promise, Pattern Pattern, Stakes Stakes, Surface Surface, int BaselineMinutes, double? LastMinutes,
    LoopsView Loops, WorkflowWarning? Flag, bool IsPilot);
