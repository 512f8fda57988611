using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Journeys;
using HandoffOffice.Storage.Measuring;
using HandoffOffice.Storage.Workflows;

namespace HandoffOffice.Api.Measuring;

/// <summary>The measures of a workflow: its runs as they are counted up, beside what its map says.</summary>
internal sealed class MeasuredWorkflows(WorkflowCatalog catalog, MeasureBook book, JourneyBook journeys, WaitingReviews reviews, TimeProvider time)
{
    /// <summary>The measures; null where the tenant has no such workflow, or no version of it yet.</summary>
    public async Task<MeasuresView?> Of(string key, CancellationToken cancel) => await Of(key, await catalog.Versions(key, cancel), cancel);

    /// <summary>The same with the workflow's versions at hand, the oldest first; null without one.</summary>
    public async Task<MeasuresView?> Of(string key, IReadOnlyList<Workflow> versions, CancellationToken cancel)
    {
        if (versions.Count == 0)
        {
            return null;
        }

        Expectations expected = await journeys.Find(key, cancel) is var (journey, _) ? ExpectedOf(journey) : new Expectations();
        var measures = WorkflowMeasures.Of(
            key, await book.Of(key, cancel), [.. versions.Select(version => new VersionGiven(version.Version, version.BaselineMinutes, expected))],
            await reviews.IsLoopingLately(key, cancel), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return new MeasuresView(
            key, versions[^1].Name, versions[^1].Version, measures.Answers, measures.Flags, measures.All, measures.Versions, measures.Adoption, measures.Weeks);
    }

    // While one person pilots it, nobody knows how many of the runs of all are to be theirs.
    private static Expectations ExpectedOf(Journey journey) => journey.Map is not { } map ? new Expectations() : new Expectations(
        journey.Options.FirstOrDefault(option => option.Id == journey.Choice?.OptionId) is { } chosen ? (double)OpportunityPlan.UntouchedMinutes(map, chosen) : 0,
        journey.Live is null ? null : (double)map.RunsAMonth);
}
