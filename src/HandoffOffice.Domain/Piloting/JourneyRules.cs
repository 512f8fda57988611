using System.Globalization;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Piloting;

/// <summary>What each step of a version demands: a list of rules, each with what it says when it is not met.</summary>
internal static class JourneyRules
{
    private static readonly IReadOnlyList<Func<Journey, Workflow, JourneyFacts, Lack?>> ForPilot = [Mapped, Judged, Chosen, NotTooHighAtFirst, AsStrictAsTheWork, FitForTheTask, Tried, TriedEnough];

    private static readonly IReadOnlyList<Func<Journey, Workflow, JourneyFacts, Lack?>> ForLive = [.. ForPilot, Piloted];

    /// <summary>What a version lacks for a step.</summary>
    public static IEnumerable<Lack> Lacks(Journey journey, Workflow workflow, LifecycleStage to, JourneyFacts facts) => to switch
    {
        LifecycleStage.Pilot => Of(ForPilot, journey, workflow, facts),
        LifecycleStage.Live => Of(ForLive, journey, workflow, facts).Concat(Shown(journey, facts)),
        _ => [],
    };

    /// <summary>What a version that people run needs now that it did not when it went live: a model that is for it, and a test with that model (C07).</summary>
    public static IEnumerable<Lack> Needs(Journey journey, Workflow workflow, JourneyFacts facts)
    {
        if (FitForTheTask(journey, workflow, facts) is { } misfit)
        {
            yield return misfit;
        }

        if (journey.Tests.LastOrDefault(run => run.Version == workflow.Version) is { } last && LastTest(journey, workflow, facts) is null)
        {
            yield return new Lack("test-again", $"Version {workflow.Version} was tested with {last.Origin}; {facts.Origin} drafts it now. Test it again.");
        }
    }

    /// <summary>Whether it is the test that is missing: nobody can do without it.</summary>
    public static bool IsTest(Lack lack) => lack.Code == "examples";

    private static IEnumerable<Lack> Of(
        IReadOnlyList<Func<Journey, Workflow, JourneyFacts, Lack?>> rules, Journey journey, Workflow workflow, JourneyFacts facts) =>
        rules.Select(rule => rule(journey, workflow, facts)).OfType<Lack>();

    private static Lack? Mapped(Journey journey, Workflow workflow, JourneyFacts facts) =>
        journey.Map is null ? new Lack("map", "Draw the map of how the work is done today: without it nobody can say what was gained.") : null;

    private static Lack? Judged(Journey journey, Workflow workflow, JourneyFacts facts) =>
        journey.Answers is null ? new Lack("suitability", "Answer whether the work is suited.") : null;

    private static Lack? Chosen(Journey journey, Workflow workflow, JourneyFacts facts) =>
        journey.Choice is null ? new Lack("choice", "Compare the options and record which one it is to be.") : null;

    private static Lack? NotTooHighAtFirst(Journey journey, Workflow workflow, JourneyFacts facts) =>
        journey.Answers is { } answers && FirstWorkflow.Stops(answers, workflow.Stakes, facts.IsFirst, journey.StakesOverride) is { } stopped
            ? new Lack(stopped.Code, stopped.Detail)
            : null;

    // Lower stakes than the answers speak of would make the gate too light.
    private static Lack? AsStrictAsTheWork(Journey journey, Workflow workflow, JourneyFacts facts) =>
        journey.Answers is { } answers && Suitability.Contradictions(answers, workflow) is [var first, ..]
            ? new Lack("contradiction", $"{first.Detail} Expected: {first.Expected}.")
            : null;

    private static Lack? FitForTheTask(Journey journey, Workflow workflow, JourneyFacts facts) =>
        facts.Models?.Misfit(facts.Origin, workflow.Task) is { } misfit ? new Lack(misfit.Code, misfit.Detail) : null;

    private static Lack? Tried(Journey journey, Workflow workflow, JourneyFacts facts)
    {
        SuiteRun? last = LastTest(journey, workflow, facts);
        return last is null ? new Lack("examples", $"Try the examples of version {workflow.Version} with {facts.Origin}.")
            : LaunchBar.Of(workflow.Stakes) is var bar && !last.Passes(bar)
                ? new Lack("examples", Words($"{last.Passed} of {last.Examples} examples pass with {facts.Origin}; the bar is {Math.Round(bar.SharePassed * 100)} %."))
            : null;
    }

    private static Lack? TriedEnough(Journey journey, Workflow workflow, JourneyFacts facts) =>
        LastTest(journey, workflow, facts) is { } last && LaunchBar.Of(workflow.Stakes) is var bar && last.WithFacts < bar.Examples
            ? new Lack("few-examples", Words($"{last.WithFacts} of its examples say what a draft has to say; with {workflow.Stakes} stakes {bar.Examples} have to."))
            : null;

    private static SuiteRun? LastTest(Journey journey, Workflow workflow, JourneyFacts facts) =>
        journey.Tests.LastOrDefault(run => run.Version == workflow.Version && run.Origin == facts.Origin);

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Lack? Piloted(Journey journey, Workflow workflow, JourneyFacts facts) => journey.Pilot switch
    {
        null => new Lack("pilot", "Let one person pilot it first."),
        { EndedAt: null } running => new Lack("pilot", $"{running.Person.Name} still pilots it. End the pilot first."),
        _ => null,
    };

    private static IEnumerable<Lack> Shown(Journey journey, JourneyFacts facts) => journey.Pilot is { EndedAt: not null }
        ? facts.RollOut.Where(check => !check.Passes).Select(check => new Lack($"measures-{check.Code}", check.Sentence))
        : [];
}
