using System.Text.Json;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Training;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Storage.Journeys;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Design;

/// <summary>Takes in a workflow version in the product's own format. Nobody can run it before it is tested and piloted.</summary>
internal static class AddVersion
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/workflows", Import)
            .WithName("AddWorkflow").WithSummary("Adds a workflow version from a file").Accepts<Workflow>("application/json")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization(Policies.Designer).WithWayOut(WayOut.None);
        routes.MapPost("/journeys/{key}/versions", Add)
            .WithName("AddVersion").WithSummary("Adds a workflow version, and says what it answers where the workflow is in use")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization(Policies.Designer).WithWayOut(WayOut.None);
    }

    private static async Task<Results<Created<Workflow>, ProblemHttpResult>> Import(
        JsonElement file, Caller caller, JourneyBook book, WorkflowCatalog catalog, PracticeTexts texts, TimeProvider time, CancellationToken cancel)
    {
        (Workflow? workflow, IReadOnlyList<Problem> problems) = WorkflowFile.Read(file.GetRawText());
        if (workflow is null)
        {
            return Invalid(problems);
        }

        if (await NobodyCouldPractise(workflow, caller, texts, cancel) is { } locked)
        {
            return Invalid([locked]);
        }

        DateTimeOffset now = time.GetUtcNow();
        if (workflow.Version == 1 && await book.Find(workflow.Key, cancel) is null)
        {
            (Journey journey, Outcome begun) = Journey.Begin(workflow.Key, workflow.Name, caller.ToActor().Person, now);
            await book.Add(caller.TenantId, journey, begun, cancel);
        }

        return await Take(workflow, null, caller, book, catalog, now, cancel) is { } refused
            ? refused
            : TypedResults.Created($"/api/v1/workflows/{workflow.Key}?version={workflow.Version}", workflow);
    }

    private static async Task<Results<Ok<JourneyView>, ProblemHttpResult>> Add(
        string key, NewVersion request, Caller caller, JourneyBook book, WorkflowCatalog catalog, JourneyDesk desk, PracticeTexts texts, TimeProvider time,
        CancellationToken cancel)
    {
        (Workflow? workflow, IReadOnlyList<Problem> problems) = WorkflowFile.Read(request.Workflow.GetRawText());
        if (workflow is null)
        {
            return Invalid([.. problems.Select(problem => problem.Within("/workflow"))]);
        }

        if (workflow.Key != key)
        {
            return Invalid([new Problem(JsonPointer.Parse("/workflow/key"), "key", $"This is a version of '{workflow.Key}'.", key)]);
        }

        if (await NobodyCouldPractise(workflow, caller, texts, cancel) is { } locked)
        {
            return Invalid([locked.Within("/workflow")]);
        }

        return await Take(workflow, request.Adjustment, caller, book, catalog, time.GetUtcNow(), cancel) is { } refused ? refused : await desk.Show(key, cancel);
    }

    private static async Task<ProblemHttpResult?> Take(
        Workflow workflow, AdjustmentReport? adjustment, Caller caller, JourneyBook book, WorkflowCatalog catalog, DateTimeOffset now, CancellationToken cancel)
    {
        Workflow? before = await catalog.Find(workflow.Key, null, cancel);
        IReadOnlyList<Guid> journal = [.. (await book.Journal(workflow.Key, cancel)).Select(entry => entry.Id)];
        (Journey? journey, HandoffError? error) = await book.Change(
            caller.TenantId, workflow.Key, own => own.AddVersion(workflow, adjustment, before, journal, caller.ToActor().Person, now), cancel,
            adds: book.Version(caller.TenantId, workflow));
        return error is not null ? Problems.Of(error) : journey is null ? Problems.UnknownWorkflow(workflow.Key, null) : null;
    }

    // A gate that asks for a training that nobody can do would let nobody review.
    private static async Task<Problem?> NobodyCouldPractise(Workflow workflow, Caller caller, PracticeTexts texts, CancellationToken cancel) =>
        !workflow.Gate.TrainingRequired || await texts.Begin(workflow, null, caller.ToActor().Person, cancel) is not null
            ? null
            : new Problem(JsonPointer.Parse("/gate/trainingRequired"), "training-impossible",
                "No practice error fits the examples, so nobody could practise, and nobody review.", "an example with numbers, dates or names that the text repeats; or false");

    private static ProblemHttpResult Invalid(IReadOnlyList<Problem> problems) => Problems.Invalid("invalid-workflow", "This workflow is not sound yet", problems);
}

/// <summary>A new version of a workflow.</summary>
/// <param name="Workflow">The version in the product's own format.</param>
/// <param name="Adjustment">What it answers; needed once the workflow has been piloted.</param>
public sealed record NewVersion(JsonElement Workflow, AdjustmentReport? Adjustment = null);
