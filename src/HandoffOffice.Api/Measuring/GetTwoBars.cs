using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Measuring;

/// <summary>How a filter does in real runs (C17): what was handed over, as people judged it, and what they kept, as it was received.</summary>
internal static class GetTwoBars
{
    /// <summary>The most runs that are looked at, the latest first.</summary>
    private const int MostRuns = 500;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/workflows/{key}/versions/{version:int}/bars", Handle)
        .WithName("GetTwoBars").WithSummary("What a filter handed over and what came of it, beside the two bars of its contract")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.DesignerOrAdministrator).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<TwoBarsView>, ProblemHttpResult>> Handle(
        string key, int version, WorkflowCatalog catalog, HandoffStore handoffs, CancellationToken cancel)
    {
        if (await catalog.Find(key, version, cancel) is not { } workflow)
        {
            return Problems.UnknownWorkflow(key, version);
        }

        if (workflow.Filter is not { } filter)
        {
            return Problems.Answer(StatusCodes.Status422UnprocessableEntity, "not-a-filter", "There are no bars to measure", "Only a workflow of the pattern Filter has two bars.");
        }

        IReadOnlyList<Handoff> runs = await handoffs.Released(key, version, MostRuns, cancel);
        return TypedResults.Ok(new TwoBarsView(runs.Count, TwoBars.Of(filter, runs)));
    }
}

/// <summary>The two bars of a filter as its released runs measured them.</summary>
/// <param name="Runs">Released runs of this version; at most the latest 500.</param>
/// <param name="Bars">What was right of what, beside the bars.</param>
public sealed record TwoBarsView(int Runs, TwoBars Bars);
