using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Piloting;

namespace HandoffOffice.Domain;

/// <summary>What a step is held against beyond the journey itself.</summary>
/// <param name="Origin">Who would draft the version now: the model, or the rules, with its version.</param>
/// <param name="IsFirst">Whether no other workflow of the tenant is live by the method.</param>
/// <param name="RollOut">What the pilot's measures say.</param>
/// <param name="Models">The models of the installation with what each is for; null where nobody asks.</param>
public sealed record JourneyFacts(string Origin, bool IsFirst, IReadOnlyList<RollOutCheck> RollOut, ModelRegister? Models = null);

/// <summary>
/// The way of one workflow from the map of today's work to its retirement.
/// </summary>
/// <remarks>
/// <code>
/// Map -> Choose -> Design: each version is   Designed -> Tested -> Pilot -> Live -> Retired
///                                                ^         |        ^        |
///                                                +-(test fails)     +- an adjustment makes a new version, which is tested anew
/// </code>
/// A value: each step returns the journey after it with the events it caused, or the same journey with a named error.
/// </remarks>
public sealed record Journey
{
    /// <summary>The workflow's key.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Who answers for its design.</summary>
    public required Person Designer { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>How long each phase is planned for.</summary>
    public JourneyPlan Plan { get; init; } = JourneyPlan.Usual;

    /// <summary>How the work is done today; null before it is drawn.</summary>
    public ProcessMap? Map { get; init; }

    /// <summary>What the designer knows of the work; null before it is answered.</summary>
    public SuitabilityAnswers? Answers { get; init; }

    /// <summary>Where AI could help.</summary>
    public IReadOnlyList<Opportunity> Options { get; init; } = [];

    /// <summary>Which of them it is to be; null before it is chosen.</summary>
    public Choice? Choice { get; init; }

    /// <summary>That an administrator lets work with high stakes be the first; null where nobody did.</summary>
    public StakesOverride? StakesOverride { get; init; }

    /// <summary>The version that is being written, in whatever state, as JSON text; null where none is.</summary>
    public string? Draft { get; init; }

    /// <summary>The steps of all versions, oldest first.</summary>
    public IReadOnlyList<StageStep> Steps { get; init; } = [];

    /// <summary>The tests of all versions, oldest first.</summary>
    public IReadOnlyList<SuiteRun> Tests { get; init; } = [];

    /// <summary>The pilot, running or ended; null before the first.</summary>
    public Pilot? Pilot { get; init; }

    /// <summary>The changes from version to version, oldest first.</summary>
    public IReadOnlyList<Adjustment> Adjustments { get; init; } = [];

    /// <summary>The newest version; 0 before the first.</summary>
    public int Newest => Steps.Count == 0 ? 0 : Steps.Max(step => step.Version);

    /// <summary>The version that everybody can run; null where none is live.</summary>
    public int? Live => At(LifecycleStage.Live);

    /// <summary>The version in pilot; null where none is.</summary>
    public int? InPilot => At(LifecycleStage.Pilot);

    /// <summary>Whether it came with the product and nobody has taken a step with it.</summary>
    public bool IsUntouchedSample => Steps.Count > 0 && Steps.All(step => step.Ground == StageGround.Sample);

    /// <summary>Begins a journey.</summary>
    public static (Journey Journey, Outcome Outcome) Begin(string key, string name, Person by, DateTimeOffset now)
    {
        var journey = new Journey { Key = key, Name = name, Designer = by, BegunAt = now };
        return (journey, Outcome.Done(journey.Event("JourneyBegun", by, now)));
    }

    /// <summary>A workflow that comes with the product, or that was there before journeys were kept: live, and not piloted here.</summary>
    public static Journey Adopt(Workflow workflow, DateTimeOffset now) => new()
    {
        Key = workflow.Key,
        Name = workflow.Name,
        Designer = Actor.Software.Person,
        BegunAt = now,
        Steps = [new StageStep(workflow.Version, LifecycleStage.Live, StageGround.Sample, Actor.Software.Person, now)],
    };

    /// <summary>Where a version is; null where there is no such version.</summary>
    public LifecycleStage? StageOf(int version) => Steps.LastOrDefault(step => step.Version == version)?.Stage;

    /// <summary>The version that a person, or a flow (null), starts when they name none; null where there is none.</summary>
    public int? InForceFor(Person? person) => InPilot is { } piloted && person is not null && Pilot!.Person.Is(person) ? piloted : Live;

    /// <summary>Why this actor can't run this version, or null.</summary>
    public HandoffError? CannotRun(int version, Actor actor) => StageOf(version) switch
    {
        null => new UnknownVersion(version),
        LifecycleStage.Live => null,
        LifecycleStage.Pilot when !actor.IsApplication && Pilot!.Person.Is(actor.Person) => null,
        LifecycleStage.Pilot => new NotInForce($"{Pilot!.Person.Name} pilots version {version} of this workflow. Nobody else can run it yet."),
        LifecycleStage.Retired => new NotInForce($"Version {version} of this workflow is retired."),
        _ => new NotInForce($"Version {version} of this workflow is still being designed. Nobody can run it yet."),
    };

    /// <summary>Keeps the map of today's work. It is sound; the caller has checked it.</summary>
    public (Journey Journey, Outcome Outcome) DrawMap(ProcessMap map, Person by, DateTimeOffset now) =>
        (this with { Map = map }, Outcome.Done(Event("MapDrawn", by, now)));

    /// <summary>Keeps what the designer knows of the work.</summary>
    public (Journey Journey, Outcome Outcome) Answer(SuitabilityAnswers answers, Person by, DateTimeOffset now) =>
        (this with { Answers = answers }, Outcome.Done(Event("SuitabilityAnswered", by, now)));

    /// <summary>Keeps the options. A choice that is not among them any more is gone.</summary>
    public (Journey Journey, Outcome Outcome) Compare(IReadOnlyList<Opportunity> options, Person by, DateTimeOffset now) =>
        (this with { Options = options, Choice = options.Any(option => option.Id == Choice?.OptionId) ? Choice : null }, Outcome.Done(Event("OptionsCompared", by, now)));

    /// <summary>Records which option it is to be.</summary>
    public (Journey Journey, Outcome Outcome) Choose(Choice choice, Person by, DateTimeOffset now) =>
        (this with { Choice = choice }, Outcome.Done(Event("OptionChosen", by, now, ("option", choice.OptionId))));

    /// <summary>Lets work with high stakes be the first. The caller is an administrator.</summary>
    public (Journey Journey, Outcome Outcome) Allow(StakesOverride allowed) => ReasonMissing.In(allowed.Reason) is { } missing
        ? (this, missing)
        : (this with { StakesOverride = allowed }, Outcome.Done(Event("HighStakesAllowed", allowed.By, allowed.At, ("reasonDigest", $"{Sha256Digest.Of(allowed.Reason)}"))));

    /// <summary>Adds a version.</summary>
    /// <param name="workflow">The version. It is sound; the caller has checked it.</param>
    /// <param name="adjustment">What it answers; null where the workflow is not in use.</param>
    /// <param name="before">The version before; null with the first.</param>
    /// <param name="journal">The entries of its journal.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    public (Journey Journey, Outcome Outcome) AddVersion(
        Workflow workflow, AdjustmentReport? adjustment, Workflow? before, IReadOnlyCollection<Guid> journal, Person by, DateTimeOffset now)
    {
        if (workflow.Version != Newest + 1)
        {
            return (this, new WrongVersion(Newest + 1));
        }

        if (adjustment is null && Pilot is not null)
        {
            return (this, new AdjustmentMissing());
        }

        if (adjustment is not null && before is not null && adjustment.Problems(journal, before.Gate) is { Count: > 0 } problems)
        {
            return (this, new AdjustmentNotTaken(problems));
        }

        Journey next = this with
        {
            Name = workflow.Name,
            Draft = null,
            Adjustments = adjustment is null || before is null
                ? Adjustments
                : [.. Adjustments, new Adjustment(before.Version, workflow.Version, adjustment.Causes, adjustment.Expectation.Trim(), by, now)],
        };
        return next.Stepped(workflow.Version, LifecycleStage.Designed, StageGround.Method, by, now, null, ("digest", $"{WorkflowFile.Digest(workflow)}"));
    }

    /// <summary>Takes in how the examples of a version went.</summary>
    public (Journey Journey, Outcome Outcome) Test(Workflow workflow, SuiteRun run)
    {
        if (StageOf(run.Version) is not { } stage)
        {
            return (this, new UnknownVersion(run.Version));
        }

        bool passes = run.Passes(LaunchBar.Of(workflow.Stakes));
        Journey next = this with { Tests = [.. Tests, run] };
        HandoffEvent tried = Event("ExamplesTried", run.By, run.At,
            ("version", $"{run.Version}"), ("examples", $"{run.Examples}"), ("passed", $"{run.Passed}"), ("origin", run.Origin));
        LifecycleStage? to = (stage, passes) switch
        {
            (LifecycleStage.Designed, true) => LifecycleStage.Tested,
            (LifecycleStage.Tested, false) => LifecycleStage.Designed,
            _ => null,
        };
        if (to is not { } there)
        {
            return (next, Outcome.Done(tried));
        }

        (Journey moved, Outcome step) = next.Stepped(run.Version, there, passes ? StageGround.Method : StageGround.TestFailed, run.By, run.At, null);
        return (moved, Outcome.Done([tried, .. step.Events]));
    }

    /// <summary>What a version still lacks to go on; empty where it can, or where it has no such step to take.</summary>
    public IReadOnlyList<Lack> Lacks(Workflow workflow, LifecycleStage to, JourneyFacts facts) => [.. JourneyRules.Lacks(this, workflow, to, facts)];

    /// <summary>What a version that people run needs now: a model that is for its task, a test with the model that drafts now (C07); empty for nothing.</summary>
    public IReadOnlyList<Lack> Needs(Workflow workflow, JourneyFacts facts) => [.. JourneyRules.Needs(this, workflow, facts)];

    /// <summary>Lets one person try a version, or takes an adjusted version into the pilot that runs.</summary>
    /// <param name="workflow">The version.</param>
    /// <param name="person">Who tries it.</param>
    /// <param name="days">How long it is planned for; not read where the pilot runs already.</param>
    /// <param name="facts">What the step is held against.</param>
    /// <param name="by">Who lets them.</param>
    /// <param name="now">When.</param>
    public (Journey Journey, Outcome Outcome) StartPilot(Workflow workflow, Person person, int days, JourneyFacts facts, Person by, DateTimeOffset now)
    {
        Pilot? running = Pilot is { EndedAt: null } ? Pilot : null;
        HandoffError? error = CannotStep(workflow, LifecycleStage.Pilot, facts)
            ?? (days is < Pilot.FewestDays or > Pilot.MostDays ? new PilotTooShortOrLong()
                : running is not null && !running.Person.Is(person) ? new PilotHasItsPerson(running.Person)
                : null);
        if (error is not null)
        {
            return (this, error);
        }

        Journey next = this with { Pilot = running ?? new Pilot(person, days, now) };
        return next.Replacing(InPilot, workflow.Version, LifecycleStage.Pilot, StageGround.Method, by, now, null, ("person", person.Id), ("days", $"{days}"));
    }

    /// <summary>Ends the pilot. The version stays with the pilot's person until it is live or retired.</summary>
    /// <param name="early">Why, where it is before the planned end.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    public (Journey Journey, Outcome Outcome) EndPilot(string? early, Person by, DateTimeOffset now)
    {
        if (Pilot is not { EndedAt: null } running)
        {
            return (this, new NoPilot());
        }

        bool isEarly = now < running.PlannedEnd;
        return isEarly && ReasonMissing.In(early ?? string.Empty) is { } missing
            ? (this, missing)
            : (this with { Pilot = running with { EndedAt = now, EndedEarly = isEarly ? early!.Trim() : null } },
                Outcome.Done(Event("PilotEnded", by, now, ("early", isEarly ? "yes" : "no"))));
    }

    /// <summary>Lets everybody run a version.</summary>
    /// <param name="workflow">The version.</param>
    /// <param name="facts">What the step is held against.</param>
    /// <param name="overriding">An administrator's reason to do without what the pilot lacks; the examples have to have passed all the same. Null for the method.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    public (Journey Journey, Outcome Outcome) GoLive(Workflow workflow, JourneyFacts facts, string? overriding, Person by, DateTimeOffset now)
    {
        HandoffError? error = overriding is null
            ? CannotStep(workflow, LifecycleStage.Live, facts)
            : ReasonMissing.In(overriding) ?? CannotStep(workflow, LifecycleStage.Live, facts, JourneyRules.IsTest);
        return error is null
            ? Replacing(Live, workflow.Version, LifecycleStage.Live, overriding is null ? StageGround.Method : StageGround.Override, by, now, overriding?.Trim())
            : (this, error);
    }

    /// <summary>Ends the life of a version: nobody starts it any more.</summary>
    public (Journey Journey, Outcome Outcome) Retire(int version, string reason, Person by, DateTimeOffset now) => StageOf(version) switch
    {
        null => (this, new UnknownVersion(version)),
        LifecycleStage.Retired => (this, new StepNotPossible(version, LifecycleStage.Retired, LifecycleStage.Retired)),
        _ => ReasonMissing.In(reason) is { } missing ? (this, missing) : Stepped(version, LifecycleStage.Retired, StageGround.Method, by, now, reason.Trim()),
    };

    private int? At(LifecycleStage stage) => Steps.Select(step => (int?)step.Version).Distinct().Where(version => StageOf(version!.Value) == stage).Max();

    private HandoffError? CannotStep(Workflow workflow, LifecycleStage to, JourneyFacts facts, Func<Lack, bool>? asked = null)
    {
        if (StageOf(workflow.Version) is not { } from)
        {
            return new UnknownVersion(workflow.Version);
        }

        // What lacks its test says so, rather than that there is no such step.
        IReadOnlyList<Lack> lacks = [.. Lacks(workflow, to, facts).Where(asked ?? (_ => true))];
        return from == LifecycleStage.Designed && lacks.Count > 0 ? new StepNotReady(workflow.Version, to, lacks)
            : !Lifecycle.Steps[from].Contains(to) ? new StepNotPossible(workflow.Version, from, to)
            : lacks.Count > 0 ? new StepNotReady(workflow.Version, to, lacks)
            : null;
    }

    // There is one version in pilot and one live at a time.
    private (Journey Journey, Outcome Outcome) Replacing(
        int? old, int version, LifecycleStage to, StageGround ground, Person by, DateTimeOffset now, string? reason, params (string Name, string Value)[] facts)
    {
        (Journey journey, Outcome outcome) = Stepped(version, to, ground, by, now, reason, facts);
        if (old is not { } replaced)
        {
            return (journey, outcome);
        }

        (journey, Outcome gone) = journey.Stepped(replaced, LifecycleStage.Retired, StageGround.Replaced, by, now, null);
        return (journey, Outcome.Done([.. outcome.Events, .. gone.Events]));
    }

    private (Journey Journey, Outcome Outcome) Stepped(
        int version, LifecycleStage stage, StageGround ground, Person by, DateTimeOffset now, string? reason, params (string Name, string Value)[] facts)
    {
        (string, string)[] why = reason is null ? [] : [("reasonDigest", $"{Sha256Digest.Of(reason)}")];
        return (this with { Steps = [.. Steps, new StageStep(version, stage, ground, by, now, reason)] },
            Outcome.Done(Event($"Version{stage}", by, now, [("version", $"{version}"), ("ground", $"{ground}"), .. why, .. facts])));
    }

    private HandoffEvent Event(string kind, Person by, DateTimeOffset now, params (string Name, string Value)[] facts) => new(
        kind, by.Is(Actor.Software.Person) ? Actor.Software : new Actor(by), now,
        new Dictionary<string, string>(facts.Select(fact => KeyValuePair.Create(fact.Name, fact.Value))) { ["workflow"] = Key });
}
