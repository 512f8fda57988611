using System.Text.Json.Nodes;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Design;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Design;

/// <summary>A workflow's newest version, and the JSON Schema of its records.</summary>
internal static class GetWorkflow
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/workflows/{key}", Handle)
            .WithName("GetWorkflow").WithSummary("A workflow's newest version").ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);
        routes.MapGet("/workflows/{key}/schema", Schema)
            .WithName("GetWorkflowSchema").WithSummary("The JSON Schema (2020-12) of a workflow's records").ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);
    }

    private static async Task<Results<Ok<Workflow>, ProblemHttpResult>> Handle(string key, WorkflowCatalog catalog, CancellationToken cancel) =>
        await catalog.Find(key, null, cancel) is { } workflow ? TypedResults.Ok(workflow) : Problems.UnknownWorkflow(key, null);

    private static async Task<Results<Ok<JsonObject>, ProblemHttpResult>> Schema(string key, WorkflowCatalog catalog, CancellationToken cancel) =>
        await catalog.Find(key, null, cancel) is { } workflow
            ? TypedResults.Ok(JsonSchemaWriter.Write(workflow.Input))
            : Problems.UnknownWorkflow(key, null);
}
