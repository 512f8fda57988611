using System.Text.Json.Nodes;
using HandoffOffice.Api.Design;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Connector;

/// <summary>The fields of a workflow's record, for the flow's designer, which shows them as the inputs of the action.</summary>
internal static class GetRecordSchema
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/workflows/{workflow}/schema", Handle)
        .WithName("FlowGetRecordSchema").WithSummary("Get the fields of a workflow")
        .WithDescription("Gets the fields that a workflow starts from, for the designer to show.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<RecordSchema>, ProblemHttpResult>> Handle(
        string workflow, Caller caller, WorkflowsInForce inForce, CancellationToken cancel) =>
        await inForce.ToSee(workflow, null, caller, cancel) is { } found
            ? TypedResults.Ok(new RecordSchema(found.Key, found.Version, FlowSchema.Of(found)))
            : Problems.UnknownWorkflow(workflow, null);
}

/// <summary>The fields of a workflow.</summary>
/// <param name="Workflow">The key of the workflow.</param>
/// <param name="WorkflowVersion">The version whose fields these are.</param>
/// <param name="Schema">The fields as a schema that the designer reads.</param>
public sealed record RecordSchema(string Workflow, int WorkflowVersion, JsonObject Schema);
