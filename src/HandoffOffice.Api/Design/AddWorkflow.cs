using System.Text.Json;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Design;

/// <summary>Takes in a workflow version in the product's own format.</summary>
internal static class AddWorkflow
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/workflows", Handle)
        .WithName("AddWorkflow").WithSummary("Adds a workflow version").Accepts<Workflow>("application/json")
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.Designer).WithWayOut(WayOut.None);

    private static async Task<Results<Created<Workflow>, ProblemHttpResult>> Handle(
        JsonElement file, Caller caller, WorkflowCatalog catalog, CancellationToken cancel)
    {
        (Workflow? workflow, IReadOnlyList<Problem> problems) = WorkflowFile.Read(file.GetRawText());
        if (workflow is null)
        {
            return Problems.Invalid("invalid-workflow", "This workflow is not sound yet", problems);
        }

        Workflow? newest = await catalog.Find(workflow.Key, null, cancel);
        int next = (newest?.Version ?? 0) + 1;
        return workflow.Version == next && await catalog.Add(caller.TenantId, workflow, cancel)
            ? TypedResults.Created($"/api/v1/workflows/{workflow.Key}", workflow)
            : Problems.Answer(StatusCodes.Status409Conflict, "workflow-version", "A version never changes",
                $"The next version of '{workflow.Key}' is {next}; version {workflow.Version} can't be added.");
    }
}
