namespace HandoffOffice.Domain.Piloting;

/// <summary>One thing that a step still lacks.</summary>
/// <param name="Code">Stable, lower-case words joined by hyphens.</param>
/// <param name="Text">What is missing and what to do, for the designer.</param>
public sealed record Lack(string Code, string Text);

/// <summary>A version can't take the step yet.</summary>
/// <param name="Version">The version.</param>
/// <param name="Stage">Where it was to go.</param>
/// <param name="Lacks">What is missing; at least one.</param>
public sealed record StepNotReady(int Version, LifecycleStage Stage, IReadOnlyList<Lack> Lacks)
    : HandoffError("step-not-ready", $"Version {Version} can't become {Stage} yet: {string.Join(' ', Lacks.Select(lack => lack.Text))}");

/// <summary>The stage of a version forbids the step.</summary>
/// <param name="Version">The version.</param>
/// <param name="From">Where it is.</param>
/// <param name="To">Where it was to go.</param>
public sealed record StepNotPossible(int Version, LifecycleStage From, LifecycleStage To)
    : HandoffError("step-not-possible", $"Version {Version} is {From}; from there it can't become {To}.");

/// <summary>The workflow has no such version.</summary>
/// <param name="Version">The version that was named.</param>
public sealed record UnknownVersion(int Version) : HandoffError("unknown-version", $"This workflow has no version {Version}.");

/// <summary>A new version has another number than the next.</summary>
/// <param name="Next">The next.</param>
public sealed record WrongVersion(int Next) : HandoffError("workflow-version", $"The next version is {Next}; a version never changes.");

/// <summary>A change of a workflow that is in use names no cause.</summary>
public sealed record AdjustmentMissing()
    : HandoffError("adjustment-missing", "This workflow is in use: say what the change answers, and what is to be better with it.");

/// <summary>What is said of a change can't be taken.</summary>
/// <param name="Problems">What is wrong, each fault at its place.</param>
public sealed record AdjustmentNotTaken(IReadOnlyList<Problem> Problems) : HandoffError("invalid-adjustment", "The change can't be explained like this.");

/// <summary>The pilot's length is out of range.</summary>
public sealed record PilotTooShortOrLong()
    : HandoffError("pilot-days", $"A pilot takes {Pilot.FewestDays} to {Pilot.MostDays} days.");

/// <summary>No pilot runs.</summary>
public sealed record NoPilot() : HandoffError("no-pilot", "No pilot of this workflow runs now.");

/// <summary>There are two of what there can be one of.</summary>
public sealed record PilotHasItsPerson(Person Person)
    : HandoffError("pilot-has-its-person", $"{Person.Name} pilots this workflow. End that pilot before somebody else begins one.");

/// <summary>Nobody, or not this person, can run the workflow now.</summary>
/// <param name="Detail">Why, and who can.</param>
public sealed record NotInForce(string Detail) : HandoffError("workflow-not-in-force", Detail);

/// <summary>Somebody else has taken a step since the caller looked.</summary>
/// <param name="Revision">The journey's revision now.</param>
public sealed record JourneyMoved(int Revision)
    : HandoffError("journey-moved", "Somebody else has changed this workflow since you opened it. Load it again; what you wrote is still on your screen.");
