using HandoffOffice.Api.Piloting;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Piloting;

namespace HandoffOffice.Api.Design;

/// <summary>A step that a version could take next, and what it lacks for it.</summary>
/// <param name="Stage">Where it would go.</param>
/// <param name="Lacks">What is missing; empty where it can go.</param>
public sealed record NextStep(LifecycleStage Stage, IReadOnlyList<Lack> Lacks);

/// <summary>A version in its life.</summary>
/// <param name="Version">The version.</param>
/// <param name="Stage">Where it is.</param>
/// <param name="Ground">On what ground it came there.</param>
/// <param name="Since">Since when.</param>
/// <param name="By">Who brought it there.</param>
/// <param name="Reason">Why, where somebody had to say so.</param>
/// <param name="LastTest">Its last test with who would draft it now; null where there was none.</param>
/// <param name="Next">Where it can go.</param>
/// <param name="Needs">What it needs while people run it: another model, or a test with the model that drafts now; empty for nothing.</param>
public sealed record VersionView(
    int Version, LifecycleStage Stage, StageGround Ground, DateTimeOffset Since, Person By, string? Reason, SuiteRun? LastTest, IReadOnlyList<NextStep> Next,
    IReadOnlyList<Lack> Needs)
{
    internal static VersionView Of(Journey journey, Workflow workflow, LifecycleStage stage, JourneyFacts facts)
    {
        StageStep last = journey.Steps.Last(step => step.Version == workflow.Version);
        // A version that is designed becomes tested by its test, and shows what it lacks to go on from there.
        IReadOnlyList<LifecycleStage> next = stage == LifecycleStage.Designed ? [LifecycleStage.Pilot] : Lifecycle.Steps[stage];
        return new VersionView(
            workflow.Version, stage, last.Ground, last.At, last.By, last.Reason,
            journey.Tests.LastOrDefault(run => run.Version == workflow.Version && run.Origin == facts.Origin),
            [.. next.Select(to => new NextStep(to, journey.Lacks(workflow, to, facts)))],
            stage is LifecycleStage.Live or LifecycleStage.Pilot ? journey.Needs(workflow, facts) : []);
    }
}

/// <summary>The way of a workflow, as its screens show it.</summary>
/// <param name="Key">The workflow.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Revision">Grows with each step; a change carries it, so that nobody writes over somebody else's.</param>
/// <param name="Designer">Who answers for its design.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="IsSample">Whether it came with the product and nobody has taken a step with it.</param>
/// <param name="Map">How the work is done today.</param>
/// <param name="Totals">What the map adds up to.</param>
/// <param name="Answers">What the designer knows of the work.</param>
/// <param name="Suitability">What follows from it.</param>
/// <param name="Options">Where AI could help.</param>
/// <param name="Comparison">The options side by side.</param>
/// <param name="Choice">Which it is to be.</param>
/// <param name="StakesOverride">That an administrator lets work with high stakes be the first.</param>
/// <param name="Draft">The version that is being written, as JSON text.</param>
/// <param name="Versions">All versions, the newest first.</param>
/// <param name="Live">The version that everybody can run.</param>
/// <param name="InPilot">The version in pilot.</param>
/// <param name="Pilot">The pilot.</param>
/// <param name="Adjustments">The changes from version to version with what the next runs say of them, oldest first.</param>
/// <param name="TimeLine">The phases, with dates and drift.</param>
/// <param name="Drafter">Who would draft it now.</param>
public sealed record JourneyView(
    string Key, string Name, int Revision, Person Designer, DateTimeOffset BegunAt, bool IsSample, ProcessMap? Map, MapTotals? Totals, SuitabilityAnswers? Answers,
    SuitabilityView? Suitability, IReadOnlyList<Opportunity> Options, ComparisonView? Comparison, Choice? Choice, StakesOverride? StakesOverride, string? Draft,
    IReadOnlyList<VersionView> Versions, int? Live, int? InPilot, Pilot? Pilot, IReadOnlyList<AdjustmentView> Adjustments, IReadOnlyList<PhaseTime> TimeLine, string Drafter)
{
    internal static JourneyView Of(Journey journey, int revision, IReadOnlyList<VersionView> versions, IReadOnlyList<AdjustmentView> adjustments, JourneyFacts facts, ModelRegister register, DateTimeOffset now)
    {
        ProcessMap? map = journey.Map;
        SuitabilityVerdict? verdict = map is null || journey.Answers is null ? null : Domain.Design.Suitability.Judge(map, journey.Answers);
        return new JourneyView(
            journey.Key, journey.Name, revision, journey.Designer, journey.BegunAt, journey.IsUntouchedSample,
            map, map is null ? null : MapTotals.Of(map),
            journey.Answers, verdict is null ? null : SuitabilityView.Of(verdict),
            journey.Options, map is null || journey.Options.Count == 0 ? null : ComparisonView.Of(OpportunityPlan.Compare(map, journey.Options, verdict?.LeastStakes ?? Stakes.Low, register)),
            journey.Choice, journey.StakesOverride, journey.Draft, versions, journey.Live, journey.InPilot, journey.Pilot, adjustments,
            Domain.Piloting.TimeLine.Of(journey, now), facts.Origin);
    }
}
