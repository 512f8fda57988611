using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Filtering;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Models;
using HandoffOffice.Storage.Stops;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Design;

/// <summary>Holds a filter against the labelled examples of a workflow version (C14): whoever ranks in a run ranks here, each item of each record.</summary>
internal static class RunBackTest
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/workflows/{key}/versions/{version:int}/backtest", Handle)
        .WithName("RunBackTest").WithSummary("Precision, recall and F1 of a filter at every threshold, on its labelled examples")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status502BadGateway)
        .RequireAuthorization(Policies.Designer).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<BackTestView>, ProblemHttpResult>> Handle(
        string key, int version, WorkflowCatalog catalog, BackTester tester, DraftWriter writer, StopSwitch stops, CancellationToken cancel)
    {
        if (await catalog.Find(key, version, cancel) is not { } workflow)
        {
            return Problems.UnknownWorkflow(key, version);
        }

        if (workflow.Filter is not { } filter)
        {
            return Problems.Answer(StatusCodes.Status422UnprocessableEntity, "not-a-filter", "There is nothing to back-test", "Only a workflow of the pattern Filter has labelled items.");
        }

        if (await stops.Covering(key, writer.Origin.Name, cancel) is { } stopped)
        {
            return Problems.Of(stopped);
        }

        try
        {
            return TypedResults.Ok(await tester.Run(workflow, filter, cancel));
        }
        catch (DraftingFailedException failed)
        {
            return Problems.Answer(StatusCodes.Status502BadGateway, failed.Failure.Code, "The ranking did not come", failed.Failure.Detail);
        }
    }
}

/// <summary>Has the labelled examples of a filter ranked by whoever ranks in a run.</summary>
internal sealed class BackTester(DraftWriter writer)
{
    /// <summary>Ranks each item of each labelled example.</summary>
    /// <exception cref="DraftingFailedException">No ranking came.</exception>
    public async Task<BackTestView> Run(Workflow workflow, FilterContract filter, CancellationToken cancel)
    {
        var records = new List<IReadOnlyList<LabelledItem>>();
        foreach (ExampleRecord example in workflow.Examples.Where(example => example.Relevant is not null))
        {
            records.Add(await Ranked(workflow, filter, example, cancel));
        }

        return BackTestView.Of(BackTest.Of(records, filter), filter, writer.Origin);
    }

    // Without a bar and a limit, so that every item gets a score; what is not given back was not worth one.
    private async Task<IReadOnlyList<LabelledItem>> Ranked(Workflow workflow, FilterContract filter, ExampleRecord example, CancellationToken cancel)
    {
        var record = InputRecord.Freeze(example.Record);
        int items = filter.Items.Find(record.Root)?.GetArrayLength() ?? 0;
        Workflow open = workflow with { Filter = filter with { MostCandidates = items, Handover = filter.Handover with { Threshold = 0 } } };
        var scores = new Dictionary<Domain.JsonPointer, decimal>();
        if (items > 0)
        {
            await foreach (DraftSentence sentence in writer.WriteAsync(new Brief(open, record), cancel))
            {
                scores[sentence.Candidate!.Item] = sentence.Candidate.Score;
            }
        }

        return [.. Enumerable.Range(0, items).Select(index => filter.Items.Append(index))
            .Select(item => new LabelledItem(scores.GetValueOrDefault(item), example.Relevant!.Contains(item)))];
    }
}

/// <summary>How well a filter does on past items of which the answer is known.</summary>
/// <param name="Origin">Who ranked.</param>
/// <param name="Records">Labelled records.</param>
/// <param name="Items">Items of all of them.</param>
/// <param name="Relevant">Those that a person found relevant.</param>
/// <param name="Curve">Precision, recall and F1 at every score, by rising threshold.</param>
/// <param name="Best">The point with the greatest F1.</param>
/// <param name="AveragePrecision">The mean precision over the recall, 0 to 1.</param>
/// <param name="AtContract">At the workflow's own threshold and limit.</param>
/// <param name="Bar">What the workflow asks for.</param>
/// <param name="Meets">Whether the bar is met.</param>
/// <param name="Shortfalls">What is missing, in sentences.</param>
public sealed record BackTestView(
    DrafterView Origin, int Records, int Items, int Relevant, IReadOnlyList<CurvePoint> Curve, CurvePoint? Best, double? AveragePrecision, CurvePoint AtContract,
    HandoverBar Bar, bool Meets, IReadOnlyList<string> Shortfalls)
{
    internal static BackTestView Of(BackTest test, FilterContract filter, DraftOrigin origin) => new(
        DrafterView.Of(origin), test.Records, test.Items, test.Relevant, test.Curve, test.Best, test.AveragePrecision, test.AtContract, filter.Handover, test.Meets, test.Shortfalls);
}
