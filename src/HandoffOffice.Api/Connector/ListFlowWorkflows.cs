using HandoffOffice.Api.Design;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Connector;

/// <summary>The workflows that a flow can start, for the list in the flow's designer.</summary>
internal static class ListFlowWorkflows
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/workflows", Handle)
        .WithName("FlowListWorkflows").WithSummary("List workflows")
        .WithDescription("Lists the workflows that a flow can start, by name.")
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    // What is written together with a person, sentence beside sentence, has nobody to write it in a flow.
    private static async Task<Ok<FlowWorkflows>> Handle(Caller caller, WorkflowsInForce inForce, CancellationToken cancel) =>
        TypedResults.Ok(new FlowWorkflows([.. (await inForce.For(caller, cancel)).Where(found => found.Workflow.Pattern != Pattern.Parallel)
            .Select(found => FlowWorkflow.Of(found.Workflow))]));
}

/// <summary>Workflows.</summary>
/// <param name="Items">The workflows, by name.</param>
public sealed record FlowWorkflows(IReadOnlyList<FlowWorkflow> Items);

/// <summary>A workflow that can be started.</summary>
/// <param name="Workflow">The key that other actions take.</param>
/// <param name="WorkflowName">What people call the workflow.</param>
/// <param name="WorkflowVersion">The version that is in force now.</param>
/// <param name="Promise">What somebody gets from the workflow.</param>
/// <param name="Stakes">What an error would cost, which decides how strict the review is.</param>
/// <param name="Format">Whether the workflow makes a Word document or a mail.</param>
/// <param name="ReviewersNeeded">How many different people have to sign.</param>
public sealed record FlowWorkflow(
    string Workflow, string WorkflowName, int WorkflowVersion, string Promise, Stakes Stakes, OutputFormat Format, int ReviewersNeeded)
{
    internal static FlowWorkflow Of(Workflow workflow) => new(
        workflow.Key, workflow.Name, workflow.Version, workflow.Promise, workflow.Stakes, workflow.Output.Format, workflow.Gate.Reviewers);
}
