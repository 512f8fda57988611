using System.Text.Json;
using HandoffOffice.Api.Design;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Parallel;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Models;
using HandoffOffice.Storage.Journeys;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Piloting;

/// <summary>
/// Has every example of a version drafted, checked, and held against what a draft of it has to say (C11, C15); the labelled items of a filter are ranked and held
/// against its bar (C14).
/// </summary>
internal sealed class TryExamples(DraftWriter writer, BackTester tester, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/journeys/{key}/versions/{version:int}/tests", Handle).WithName("TryExamples").WithSummary("Tries the examples of a version with the model that is to draft it")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .RequireAuthorization(Policies.Designer).WithWayOut(WayOut.None);
        routes.MapGet("/journeys/{key}/tests/{testId:guid}", Get).WithName("GetTest").WithSummary("How each example of a test went")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.DesignerOrAdministrator).WithWayOut(WayOut.None);
    }

    private static async Task<Results<Ok<TestView>, ProblemHttpResult>> Handle(
        string key, int version, Caller caller, WorkflowCatalog catalog, JourneyBook book, TryExamples tries, CancellationToken cancel)
    {
        if (await catalog.Find(key, version, cancel) is not { } workflow)
        {
            return Problems.UnknownWorkflow(key, version);
        }

        (SuiteRun Run, TestDetails Details) test;
        try
        {
            test = await tries.Run(workflow, caller.ToActor().Person, cancel);
        }
        catch (DraftingFailedException failed)
        {
            return Problems.Answer(StatusCodes.Status502BadGateway, failed.Failure.Code, "The ranking did not come", failed.Failure.Detail);
        }

        (SuiteRun run, TestDetails details) = test;
        string stored = JsonSerializer.Serialize(details, WorkflowFile.Options);
        (Journey? journey, HandoffError? error) = await book.Change(
            caller.TenantId, key, own => own.Test(workflow, run), cancel,
            adds: db => db.Suites.Add(new SuiteRow { TenantId = caller.TenantId, Id = run.Id, Workflow = key, Results = stored }));
        return error is not null ? Problems.Of(error) : journey is null ? Problems.UnknownWorkflow(key, version) : TypedResults.Ok(TestView.Of(run, workflow, details));
    }

    private static async Task<Results<Ok<TestView>, ProblemHttpResult>> Get(
        string key, Guid testId, JourneyBook book, WorkflowCatalog catalog, CancellationToken cancel)
    {
        if (await book.Find(key, cancel) is not var (journey, _))
        {
            return Problems.UnknownWorkflow(key, null);
        }

        return journey.Tests.FirstOrDefault(test => test.Id == testId) is { } run
            && await book.Results(key, testId, cancel) is { } stored && await catalog.Find(key, run.Version, cancel) is { } workflow
            ? TypedResults.Ok(TestView.Of(run, workflow, JsonSerializer.Deserialize<TestDetails>(stored, WorkflowFile.Options)!))
            : Problems.Answer(StatusCodes.Status404NotFound, "unknown-test", "There is no such test", "This workflow has no test with this id.");
    }

    private async Task<(SuiteRun Run, TestDetails Details)> Run(Workflow workflow, Person by, CancellationToken cancel)
    {
        if (workflow.Filter is { } filter)
        {
            BackTestView ranked = await tester.Run(workflow, filter, cancel);
            // The bar of a filter is for all labelled records together: they pass together.
            return (Ended(workflow, ranked.Records, ranked.Records, ranked.Meets ? ranked.Records : 0, by), new TestDetails([], ranked));
        }

        var results = new List<TriedExample>();
        foreach (ExampleRecord example in workflow.Examples)
        {
            results.Add(await Try(workflow, example, cancel));
        }

        return (Ended(workflow, results.Count, results.Count(tried => tried.Result.Expected > 0), results.Count(tried => tried.Result.Passed), by), new TestDetails(results));
    }

    private SuiteRun Ended(Workflow workflow, int examples, int withFacts, int passed, Person by)
    {
        DateTimeOffset now = time.GetUtcNow();
        return new SuiteRun(Guid.CreateVersion7(now), workflow.Version, writer.Origin.Name, examples, withFacts, passed, by, now);
    }

    private async Task<TriedExample> Try(Workflow workflow, ExampleRecord example, CancellationToken cancel)
    {
        InputRecord record = InputRecord.Freeze(example.Record);
        try
        {
            List<DraftSentence> sentences = await writer.WriteAsync(Brief.Of(workflow, example), cancel).ToListAsync(cancel);
            IReadOnlyList<TextPiece> text = new Draft(
                1, writer.Origin, sentences, time.GetUtcNow(), example.Own is { } own ? DraftOverlay.Join(OwnText.Of(workflow.Output, own), sentences) : null).Standing([]);
            return new TriedExample(ExampleResult.Of(workflow, example, text, GateChecks.Run(workflow, record, text)), [.. text.Select(piece => piece.Text)]);
        }
        catch (DraftingFailedException failed)
        {
            return new TriedExample(ExampleResult.NoDraft(example, failed.Failure), []);
        }
    }
}

/// <summary>How a test went, as it is stored.</summary>
/// <param name="Examples">The examples that were drafted; empty for a filter.</param>
/// <param name="BackTest">How the labelled items were ranked; null for what is no filter.</param>
internal sealed record TestDetails(IReadOnlyList<TriedExample> Examples, BackTestView? BackTest = null);

/// <summary>An example that was tried, as it is stored.</summary>
/// <param name="Result">How it went.</param>
/// <param name="Text">The draft, a sentence each; empty where none came.</param>
internal sealed record TriedExample(ExampleResult Result, IReadOnlyList<string> Text);

/// <summary>How one example went.</summary>
/// <param name="Name">The example.</param>
/// <param name="Passed">Whether its draft has all that it has to, and no blocking finding.</param>
/// <param name="Expected">How many facts it had to say.</param>
/// <param name="Missing">Those that it does not say.</param>
/// <param name="Said">Words that it must not say and does.</param>
/// <param name="Blocking">The findings that would stop its signing.</param>
/// <param name="Failure">Why no draft came.</param>
/// <param name="Text">The draft, a sentence each; empty where none came.</param>
public sealed record ExampleView(
    string Name, bool Passed, int Expected, IReadOnlyList<ExpectedFact> Missing, IReadOnlyList<string> Said, IReadOnlyList<Finding> Blocking, string? Failure,
    IReadOnlyList<string> Text)
{
    internal static ExampleView Of(TriedExample tried) => new(
        tried.Result.Example, tried.Result.Passed, tried.Result.Expected, tried.Result.Missing, tried.Result.Said, tried.Result.Blocking, tried.Result.Failure?.Detail, tried.Text);
}

/// <summary>How a test went.</summary>
/// <param name="Run">The test in numbers.</param>
/// <param name="Passes">Whether as many examples passed as have to.</param>
/// <param name="Bar">What has to be reached before a pilot.</param>
/// <param name="Examples">Each example; empty for a filter.</param>
/// <param name="BackTest">How the labelled items of a filter were ranked; null for what is no filter.</param>
public sealed record TestView(SuiteRun Run, bool Passes, LaunchBar Bar, IReadOnlyList<ExampleView> Examples, BackTestView? BackTest)
{
    internal static TestView Of(SuiteRun run, Workflow workflow, TestDetails details)
    {
        var bar = LaunchBar.Of(workflow.Stakes);
        return new TestView(run, run.Passes(bar), bar, [.. details.Examples.Select(ExampleView.Of)], details.BackTest);
    }
}
