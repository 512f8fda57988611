using System.Net.Mime;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Measuring;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Measuring;

/// <summary>Whether a workflow pays, for designers and administrators, as numbers and as a table (C38 to C42).</summary>
internal static class GetMeasures
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder measures = routes.MapGroup("/workflows/{key}").RequireAuthorization(Policies.DesignerOrAdministrator).WithWayOut(WayOut.None);
        measures.MapGet("/measures", Numbers).WithName("GetMeasures").WithSummary("Whether a workflow pays: before and after, drafts, reviews, use; by version and week")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        measures.MapGet("/measures.csv", Table).WithName("GetMeasuresTable").WithSummary("The same as a table for a spreadsheet")
            .Produces<string>(StatusCodes.Status200OK, MediaTypes.Csv).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<MeasuresView>, ProblemHttpResult>> Numbers(
        string key, WorkflowCatalog catalog, MeasureBook book, WaitingReviews reviews, IExpectations expectations, TimeProvider time, CancellationToken cancel) =>
        await Of(key, catalog, book, reviews, expectations, time, cancel) is { } view ? TypedResults.Ok(view) : Problems.UnknownWorkflow(key, null);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Table(
        string key, WorkflowCatalog catalog, MeasureBook book, WaitingReviews reviews, IExpectations expectations, TimeProvider time, HttpContext context, CancellationToken cancel)
    {
        if (await Of(key, catalog, book, reviews, expectations, time, cancel) is not { } view)
        {
            return Problems.UnknownWorkflow(key, null);
        }

        context.Response.Headers.ContentDisposition = new ContentDisposition { FileName = $"{view.Key}-measures.csv" }.ToString();
        return TypedResults.Bytes(MeasureTable.Of(view), $"{MediaTypes.Csv}; charset=utf-8; header=present");
    }

    private static async Task<MeasuresView?> Of(
        string key, WorkflowCatalog catalog, MeasureBook book, WaitingReviews reviews, IExpectations expectations, TimeProvider time, CancellationToken cancel)
    {
        IReadOnlyList<Workflow> versions = await catalog.Versions(key, cancel);
        if (versions.Count == 0)
        {
            return null;
        }

        var given = new List<VersionGiven>();
        foreach (Workflow version in versions)
        {
            given.Add(new VersionGiven(version.Version, version.BaselineMinutes, await expectations.About(version, cancel)));
        }

        bool isLooping = await reviews.IsLoopingLately(key, cancel);
        var measures = WorkflowMeasures.Of(key, await book.Of(key, cancel), given, isLooping, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return new MeasuresView(
            key, versions[^1].Name, versions[^1].Version, measures.Answers, measures.Flags, measures.All, measures.Versions, measures.Adoption, measures.Weeks);
    }
}

/// <summary>Whether a workflow pays.</summary>
/// <param name="Key">The workflow.</param>
/// <param name="Name">What people call its newest version.</param>
/// <param name="Version">Its newest version.</param>
/// <param name="Answers">Does it save time, is the draft good, do people really review, is it used? One sentence each, over all versions.</param>
/// <param name="Flags">What is wrong with it.</param>
/// <param name="All">The measures over all versions.</param>
/// <param name="Versions">By version, the oldest first: what an adjustment brought.</param>
/// <param name="Adoption">Whether it is used.</param>
/// <param name="Weeks">The course of time, by week and version, for charts.</param>
public sealed record MeasuresView(
    string Key, string Name, int Version, IReadOnlyList<MeasuredAnswer> Answers, IReadOnlyList<RaisedWarning> Flags, VersionMeasures All,
    IReadOnlyList<VersionMeasures> Versions, Adoption Adoption, IReadOnlyList<WeekPoint> Weeks);
