using System.Net.Mime;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Measuring;
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

    private static async Task<Results<Ok<MeasuresView>, ProblemHttpResult>> Numbers(string key, MeasuredWorkflows measured, CancellationToken cancel) =>
        await measured.Of(key, cancel) is { } view ? TypedResults.Ok(view) : Problems.UnknownWorkflow(key, null);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Table(
        string key, MeasuredWorkflows measured, HttpContext context, CancellationToken cancel)
    {
        if (await measured.Of(key, cancel) is not { } view)
        {
            return Problems.UnknownWorkflow(key, null);
        }

        context.Response.Headers.ContentDisposition = new ContentDisposition { FileName = $"{view.Key}-measures.csv" }.ToString();
        return TypedResults.Bytes(MeasureTable.Of(view), $"{MediaTypes.Csv}; charset=utf-8; header=present");
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
