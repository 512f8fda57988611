using HandoffOffice.Api.Design;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Measuring;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Measuring;

/// <summary>What a workflow has earned, for designers and administrators: how well its reviewers look, where each version and origin stands, and what escaped.</summary>
internal static class GetTrust
{
    private const int MostEscaped = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/workflows/{key}/trust", Handle)
        .WithName("GetTrust").WithSummary("What a workflow has earned: catch rate, trust by version and origin, loops, escaped errors")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .RequireAuthorization(Policies.DesignerOrAdministrator).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<TrustView>, ProblemHttpResult>> Handle(
        string key, WorkflowCatalog catalog, HandoffStore handoffs, MeasureBook measures, WaitingReviews reviews, CancellationToken cancel)
    {
        if (await catalog.Find(key, null, cancel) is not { } newest)
        {
            return Problems.UnknownWorkflow(key, null);
        }

        CatchRate caught = await measures.Caught(key, cancel);
        IReadOnlyList<ScoredOutput> outputs = await handoffs.Scored(key, cancel);
        var levels = new List<TrustLevelView>();
        foreach (IGrouping<(int Version, string Origin), ScoredOutput> own in outputs.GroupBy(output => (output.WorkflowVersion, output.Origin)))
        {
            Workflow version = await catalog.Find(key, own.Key.Version, cancel) ?? throw new InvalidDataException($"Version {own.Key.Version} of '{key}' is gone.");
            TrustLevel level = AcceptanceSampling.Stand(version.Stakes, own.Key.Version, own.Key.Origin, outputs, caught);
            levels.Add(TrustLevelView.Of(own, level));
        }

        LoopCounts? loops = (await reviews.Loops(cancel)).GetValueOrDefault(key);
        IReadOnlyList<Handoff> escaped = await handoffs.Escaped(key, MostEscaped, cancel);
        return TypedResults.Ok(new TrustView(
            key, newest.Version, newest.Stakes, Rigor.Of(newest.Stakes).ErrorBound, CatchRateView.Of(caught), levels, LoopsView.Of(loops), ListWorkflows.FlagOf(loops),
            [.. escaped.SelectMany(EscapedErrorView.Of)]));
    }
}

/// <summary>What a workflow has earned.</summary>
/// <param name="Key">The workflow.</param>
/// <param name="Version">Its newest version.</param>
/// <param name="Stakes">What an error would cost.</param>
/// <param name="AskedErrorBound">The error rate that it has to be shown to stay under before its review is reduced; null where it never is.</param>
/// <param name="CatchRate">How well its reviewers look.</param>
/// <param name="Levels">Where each version and origin stands, in the order of their first score.</param>
/// <param name="Loops">How often its handoffs asked for a second revision.</param>
/// <param name="Flag">What is wrong with it, by its handoffs; null where nothing is.</param>
/// <param name="Escaped">The errors that were found after release, of the latest 100 handoffs that have one.</param>
public sealed record TrustView(
    string Key, int Version, Stakes Stakes, double? AskedErrorBound, CatchRateView CatchRate, IReadOnlyList<TrustLevelView> Levels, LoopsView Loops,
    WorkflowWarning? Flag, IReadOnlyList<EscapedErrorView> Escaped);

/// <summary>How many planted errors the reviewers of a workflow found, in aggregate.</summary>
/// <param name="Found">Those that were found.</param>
/// <param name="Missed">Those that were missed.</param>
/// <param name="LowerBound">The share that is sure to be found, with a chance of 95 %; null below <paramref name="FewestToClaim"/>.</param>
/// <param name="FewestToClaim">Below so many planted errors no rate is claimed.</param>
/// <param name="Sentence">The same for a person.</param>
public sealed record CatchRateView(int Found, int Missed, double? LowerBound, int FewestToClaim, string Sentence)
{
    internal static CatchRateView Of(CatchRate caught) => new(
        caught.Found, caught.Missed, caught.LowerBound, CatchRate.FewestToClaim,
        caught.LowerBound is { } bound
            ? $"{caught.Found} of {caught.Seeded} planted errors found: at least {Math.Floor(bound * 100)} % with 95 % confidence."
            : $"{caught.Found} of {caught.Seeded} planted errors found; none claimed below {CatchRate.FewestToClaim}.");
}

/// <summary>Where the next output of one version and origin would stand.</summary>
/// <param name="Version">The workflow's version.</param>
/// <param name="Origin">Who drafts.</param>
/// <param name="Clean">All of its outputs that were reviewed in full and clean.</param>
/// <param name="Faulty">All that were not clean, or turned out wrong after release.</param>
/// <param name="NotReviewed">All whose review was reduced.</param>
/// <param name="CleanInARow">Clean ones since the last fault or change of version or origin.</param>
/// <param name="ErrorBound">The error rate stays below this with a chance of 95 %; null where no catch rate can be claimed.</param>
/// <param name="Plan">The plan in force; null where all are reviewed in full.</param>
public sealed record TrustLevelView(
    int Version, string Origin, int Clean, int Faulty, int NotReviewed, int CleanInARow, double? ErrorBound, SamplingPlan? Plan)
{
    internal static TrustLevelView Of(IGrouping<(int Version, string Origin), ScoredOutput> own, TrustLevel level) => new(
        own.Key.Version, own.Key.Origin, own.Count(o => o.Score == OutputScore.Clean), own.Count(o => o.Score == OutputScore.Faulty),
        own.Count(o => o.Score == OutputScore.NotReviewed), level.CleanInARow, level.ErrorBound, level.Plan);
}

/// <summary>An error that was found after release, without the words that people wrote about it.</summary>
/// <param name="HandoffId">The handoff.</param>
/// <param name="Version">The workflow's version.</param>
/// <param name="Origin">Who drafted it.</param>
/// <param name="Reception">How it was received.</param>
/// <param name="At">When it was reported.</param>
/// <param name="ShouldHaveCaught">What should have caught it; null where a flow reported it and nobody has traced it.</param>
public sealed record EscapedErrorView(Guid HandoffId, int Version, string Origin, Reception Reception, DateTimeOffset At, Catcher? ShouldHaveCaught)
{
    internal static IEnumerable<EscapedErrorView> Of(Handoff handoff) => handoff.Outcomes.Where(outcome => outcome.Report.IsError).Select(outcome => new EscapedErrorView(
        handoff.Id, handoff.Terms.WorkflowVersion, handoff.CurrentDraft!.Origin.Name, outcome.Report.Reception, outcome.At, outcome.Report.ShouldHaveCaught));
}
