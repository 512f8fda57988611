using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Storage.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Reviewing;

/// <summary>Takes in how long the reviewer had the draft in view since the last report. The server's own clock bounds it.</summary>
internal static class ReportViewing
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/handoffs/{id:guid}/viewing", Handle)
        .WithName("ReportViewing").WithSummary("Says how long, and what of it, the reviewer had in view")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.Reviewer).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<ViewingView>, ProblemHttpResult>> Handle(
        Guid id, ViewingReport request, Caller caller, HandoffStore handoffs, TimeProvider time, CancellationToken cancel)
    {
        (Handoff? handoff, HandoffError? error) = await handoffs.Change(
            id, h => h.View(request.Draft, TimeSpan.FromMilliseconds(request.ActiveMilliseconds), request.Seen, caller.ToActor(), time.GetUtcNow()), cancel);
        return handoff is null ? Problems.UnknownHandoff()
            : error is not null ? Problems.Of(error)
            : TypedResults.Ok(ViewingView.Of(handoff, caller.ToActor().Person));
    }
}

/// <summary>What a reviewer had in view since the last report.</summary>
/// <param name="Draft">The draft on screen: its <c>revision</c>.</param>
/// <param name="ActiveMilliseconds">Time in view, focused and not idle. Never counted beyond the time that has passed since the last report.</param>
/// <param name="Seen">The changes that were on screen, by id.</param>
public sealed record ViewingReport(int Draft, int ActiveMilliseconds, IReadOnlyList<string> Seen);

/// <summary>How the time that a reviewer had the draft in view compares with its length.</summary>
/// <param name="Words">The words under review.</param>
/// <param name="NeededSeconds">How long reading them takes, at 238 words a minute.</param>
/// <param name="ActiveSeconds">How long they were in view.</param>
/// <param name="SeenPercent">The share of the changes that were on screen, 0 to 100.</param>
/// <param name="TooFast">Whether nobody reads that fast.</param>
/// <param name="Required">Whether nobody signs who is too fast or has not seen all; otherwise it is recorded.</param>
public sealed record ViewingView(int Words, double NeededSeconds, double ActiveSeconds, int SeenPercent, bool TooFast, bool Required)
{
    internal static ViewingView Of(Handoff handoff, Person person) => Of(handoff.PaceOf(person), handoff.Rigor.ViewingRequired);

    internal static ViewingView Of(ReviewPace pace, bool required) => new(
        pace.Words, Math.Round(pace.Needed.TotalSeconds, 1), Math.Round(pace.Active.TotalSeconds, 1), (int)(100 * pace.SeenShare), pace.IsTooFast, required);
}
