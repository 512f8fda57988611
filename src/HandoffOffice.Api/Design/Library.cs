using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Design;

/// <summary>The ready workflows that a designer can start from.</summary>
internal static class Library
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/library", List).WithName("ListLibrary").WithSummary("Ready workflows to start from")
            .RequireAuthorization(Policies.Designer).WithWayOut(WayOut.None);
        routes.MapGet("/library/{key}", Get).WithName("GetLibraryWorkflow").WithSummary("A ready workflow, as its file")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.Designer).WithWayOut(WayOut.None);
    }

    private static Ok<IReadOnlyList<LibraryWorkflow>> List() => TypedResults.Ok<IReadOnlyList<LibraryWorkflow>>([.. WorkflowLibrary.All.Select(LibraryWorkflow.Of)]);

    private static Results<Ok<Workflow>, ProblemHttpResult> Get(string key) => WorkflowLibrary.All.FirstOrDefault(workflow => workflow.Key == key) is { } ready
        ? TypedResults.Ok(ready)
        : Problems.Answer(StatusCodes.Status404NotFound, "unknown-library-workflow", "There is no such workflow", $"The library has no workflow '{key}'.");
}

/// <summary>A ready workflow on a card.</summary>
/// <param name="Key">Its key; a copy gets one of its own where the organisation has that one.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Promise">What a person gets from it.</param>
/// <param name="Pattern">How work passes between people and the AI.</param>
/// <param name="Stakes">What an error would cost.</param>
/// <param name="Examples">How many examples it has.</param>
public sealed record LibraryWorkflow(string Key, string Name, string Promise, Pattern Pattern, Stakes Stakes, int Examples)
{
    internal static LibraryWorkflow Of(Workflow workflow) =>
        new(workflow.Key, workflow.Name, workflow.Promise, workflow.Pattern, workflow.Stakes, workflow.Examples.Count);
}
