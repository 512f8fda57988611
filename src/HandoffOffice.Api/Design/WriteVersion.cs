using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Design;

/// <summary>Writing a version: it is kept in whatever state, looked at while it is written, and held against other versions.</summary>
internal static class WriteVersion
{
    // A workflow of 200 fields and three examples has some 100,000.
    private const int MostCharacters = 500_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/journeys/{key}/draft", Keep).WithName("KeepVersionDraft").WithSummary("Keeps the version that is being written, finished or not")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization(Policies.Designer).WithWayOut(WayOut.None);
        routes.MapPost("/workflows/preview", Preview).WithName("PreviewWorkflow")
            .WithSummary("What is wrong with a version, what could be better, and the schema and brief that it makes; nothing is stored").Accepts<Workflow>("application/json")
            .RequireAuthorization(Policies.Designer).WithWayOut(WayOut.None);
        routes.MapGet("/journeys/{key}/differences", Compare).WithName("CompareVersions").WithSummary("What changed from one version to another")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.DesignerOrAdministrator).WithWayOut(WayOut.None);
    }

    private static async Task<Results<Ok<JourneyView>, ProblemHttpResult>> Keep(
        string key, DraftRequest request, Caller caller, JourneyDesk desk, CancellationToken cancel) => request.Draft.Length > MostCharacters
            ? Problems.Invalid("invalid-draft", "This is too long",
                [new Problem(JsonPointer.Parse("/draft"), "too-long", $"The version has {request.Draft.Length} characters.", $"at most {MostCharacters}")])
            : await desk.Take(caller, key, request.Revision,
                (journey, _) => (journey with { Draft = request.Draft.Length == 0 ? null : request.Draft }, Outcome.Done([])), cancel);

    private static Ok<WorkflowPreview> Preview(JsonElement file)
    {
        (Workflow? workflow, IReadOnlyList<Problem> problems) = WorkflowFile.Read(file.GetRawText());
        return TypedResults.Ok(workflow is null
            ? new WorkflowPreview(problems, [], null, null)
            : new WorkflowPreview([], DesignAdvisor.Advice(workflow), JsonSchemaWriter.Write(workflow.Input), BriefText.System(workflow)));
    }

    private static async Task<Results<Ok<IReadOnlyList<WorkflowChange>>, ProblemHttpResult>> Compare(
        string key, int from, int to, WorkflowCatalog catalog, CancellationToken cancel) =>
        await catalog.Find(key, from, cancel) is not { } before ? Problems.UnknownWorkflow(key, from)
        : await catalog.Find(key, to, cancel) is not { } after ? Problems.UnknownWorkflow(key, to)
        : TypedResults.Ok(WorkflowDiff.Between(before, after));
}

/// <summary>The version that is being written.</summary>
/// <param name="Draft">It as JSON text, finished or not; empty takes it away.</param>
/// <param name="Revision">The journey's revision that the designer saw; none takes any.</param>
public sealed record DraftRequest(string Draft, int? Revision = null);

/// <summary>A version as it would be.</summary>
/// <param name="Problems">What is wrong; empty where it is sound.</param>
/// <param name="Advice">What could be better.</param>
/// <param name="Schema">The JSON Schema of its records; null where it is not sound.</param>
/// <param name="Brief">What a model would be told; null where it is not sound.</param>
public sealed record WorkflowPreview(IReadOnlyList<Problem> Problems, IReadOnlyList<DesignAdvice> Advice, JsonObject? Schema, string? Brief);
