using System.Text.Json.Nodes;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Design;

/// <summary>A version of a workflow, and the JSON Schema of its records: the one that is in force for the caller where none is named.</summary>
internal static class GetWorkflow
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/workflows/{key}", Handle)
            .WithName("GetWorkflow").WithSummary("A version of a workflow; the one in force for the caller where none is named").ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);
        routes.MapGet("/workflows/{key}/schema", Schema)
            .WithName("GetWorkflowSchema").WithSummary("The JSON Schema (2020-12) of a workflow's records").ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);
    }

    private static async Task<Results<Ok<Workflow>, ProblemHttpResult>> Handle(string key, Caller caller, WorkflowsInForce inForce, CancellationToken cancel, int? version = null) =>
        await inForce.ToSee(key, version, caller, cancel) is { } workflow ? TypedResults.Ok(workflow) : Problems.UnknownWorkflow(key, version);

    private static async Task<Results<Ok<JsonObject>, ProblemHttpResult>> Schema(string key, Caller caller, WorkflowsInForce inForce, CancellationToken cancel, int? version = null) =>
        await inForce.ToSee(key, version, caller, cancel) is { } workflow
            ? TypedResults.Ok(JsonSchemaWriter.Write(workflow.Input))
            : Problems.UnknownWorkflow(key, version);
}
