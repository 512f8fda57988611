using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Reviewing.Seeding;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Measuring;

/// <summary>What a workflow's AI tends to get wrong, for its reviewers beside the text that it concerns, and for its designer (C13).</summary>
internal static class GetKnownFailures
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/workflows/{key}/known-failures", Handle)
        .WithName("GetKnownFailures").WithSummary("What a workflow's AI tends to miss or invent, by its last runs")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<IReadOnlyList<KnownFailureView>>, ProblemHttpResult>> Handle(
        string key, WorkflowCatalog catalog, HandoffStore handoffs, CancellationToken cancel) => await catalog.Find(key, null, cancel) is null
            ? Problems.UnknownWorkflow(key, null)
            : TypedResults.Ok<IReadOnlyList<KnownFailureView>>(
                [.. KnownFailures.Of(await handoffs.LastReviewed(key, KnownFailures.Window, cancel)).Select(KnownFailureView.Of)]);
}

/// <summary>Something that tends to go wrong.</summary>
/// <param name="Source">Where it was seen.</param>
/// <param name="Runs">In how many runs.</param>
/// <param name="OutOf">Of how many.</param>
/// <param name="LastAt">When it was seen last.</param>
/// <param name="Section">The section that it concerns.</param>
/// <param name="Check">The check that it concerns.</param>
/// <param name="Item">The checklist's item that should have caught it.</param>
/// <param name="Error">The kind of a practice error that was overlooked.</param>
/// <param name="Sentence">The same for a person.</param>
public sealed record KnownFailureView(
    FailureSource Source, int Runs, int OutOf, DateTimeOffset LastAt, string? Section, CheckKind? Check, string? Item, SeededErrorKind? Error, string Sentence)
{
    internal static KnownFailureView Of(KnownFailure failure) => new(
        failure.Source, failure.Runs, failure.Of, failure.LastAt, failure.Section, failure.Check, failure.Item, failure.Error, failure.Sentence);
}
