using System.Text.Json.Serialization;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Measuring;

/// <summary>How what left was received (C41), the best first.</summary>
public enum Reception
{
    /// <summary>It was taken as it was.</summary>
    Accepted,

    /// <summary>Something of it had to be put right.</summary>
    CorrectionNeeded,

    /// <summary>Whoever got it complained.</summary>
    Complaint,
}

/// <summary>What an escaped error is traced to.</summary>
public enum CatcherKind
{
    /// <summary>An automatic check of the gate.</summary>
    Check,

    /// <summary>An item of the gate's checklist.</summary>
    Item,

    /// <summary>Nothing of the gate covers it: the designer learns that an item is missing.</summary>
    Nothing,
}

/// <summary>What should have caught an error before it left (C58).</summary>
/// <param name="Kind">A check, an item, or nothing that there is.</param>
/// <param name="Check">The check, with <see cref="CatcherKind.Check"/> only.</param>
/// <param name="Item">The item's id, with <see cref="CatcherKind.Item"/> only.</param>
public sealed record Catcher(CatcherKind Kind, CheckKind? Check = null, string? Item = null);

/// <summary>What somebody reports of a released handoff.</summary>
/// <param name="Reception">How it was received.</param>
/// <param name="Reason">What was wrong, 1 to 2,000 characters; may be null for <see cref="Reception.Accepted"/>.</param>
/// <param name="ShouldHaveCaught">What should have caught the error.</param>
/// <param name="ChangeId">The change of the last draft that has the error, where it is one.</param>
public sealed record OutcomeReport(Reception Reception, string? Reason = null, Catcher? ShouldHaveCaught = null, string? ChangeId = null)
{
    /// <summary>Whether it says that an error has escaped the review.</summary>
    [JsonIgnore]
    public bool IsError => Reception != Reception.Accepted;
}

/// <summary>One outcome after release. All are kept; the worst counts, because an acceptance does not undo an error that somebody found.</summary>
/// <param name="Report">What was reported.</param>
/// <param name="By">Who reported it.</param>
/// <param name="At">When.</param>
public sealed record ReceivedOutcome(OutcomeReport Report, Actor By, DateTimeOffset At);

/// <summary>An outcome names what the handoff does not have.</summary>
/// <param name="Problems">What is wrong, each fault at its place in the report.</param>
public sealed record OutcomeNotTaken(IReadOnlyList<Problem> Problems)
    : HandoffError("invalid-outcome", "The outcome can't be recorded like this.");

/// <summary>Who records the outcome of what was released, and what it has to say.</summary>
public static class OutcomeRules
{
    /// <summary>The most outcomes of one handoff: a flow that runs wild fills no database.</summary>
    public const int Most = 100;

    /// <summary>Why this actor can't record an outcome of this handoff, or null.</summary>
    /// <remarks>
    /// Its author and its reviewers may. So may an application of the organisation, whoever started the handoff: a flow watches where clients answer. It
    /// reports that there was an error and does not judge what should have caught it; the worst that it can do is send reviews back to full.
    /// </remarks>
    public static HandoffError? MayRecord(Handoff handoff, Actor actor) =>
        actor.IsApplication || actor.Person.Is(handoff.Author) || handoff.Reviewers.Any(actor.Person.Is)
            ? handoff.Outcomes.Count < Most ? null : new NotYours("too-many-outcomes", $"This handoff has {Most} outcomes already.")
            : new NotYours("not-your-handoff", "Only its author and its reviewers can record how it was received.");

    /// <summary>Why this report can't be taken, or null.</summary>
    public static HandoffError? Otherwise(Handoff handoff, OutcomeReport report, Actor actor) =>
        (report.IsError || report.Reason is not null ? ReasonMissing.In(report.Reason ?? string.Empty) : null)
        ?? (Problems(handoff, report, actor).ToList() is { Count: > 0 } problems ? new OutcomeNotTaken(problems) : null);

    private static IEnumerable<Problem> Problems(Handoff handoff, OutcomeReport report, Actor actor)
    {
        Gate gate = handoff.Terms.Gate;
        switch (report.ShouldHaveCaught)
        {
            case null when report.IsError && !actor.IsApplication:
                yield return Problem.At("/shouldHaveCaught", "required", "It is not said what should have caught the error.", "a check, an item of the checklist, or nothing");
                break;
            case not null when actor.IsApplication || !report.IsError:
                yield return Problem.At("/shouldHaveCaught", "not-expected", "Only a person who reports an error says what should have caught it.", "nothing here");
                break;
            case { Kind: CatcherKind.Check, Check: var check } when gate.Checks.All(own => own.Kind != check):
                yield return Problem.At("/shouldHaveCaught/check", "unknown-check", $"The gate has no check '{check}'.", string.Join(", ", gate.Checks.Select(own => own.Kind)));
                break;
            case { Kind: CatcherKind.Item, Item: var item } when gate.Checklist.All(own => own.Id != item):
                yield return Problem.At("/shouldHaveCaught/item", "unknown-checklist-item", $"The checklist has no item '{item}'.", string.Join(", ", gate.Checklist.Select(own => own.Id)));
                break;
            case { Kind: not CatcherKind.Check, Check: not null }:
                yield return Problem.At("/shouldHaveCaught/check", "not-expected", "A check is named beside something else.", "nothing here");
                break;
            case { Kind: not CatcherKind.Item, Item: not null }:
                yield return Problem.At("/shouldHaveCaught/item", "not-expected", "An item is named beside something else.", "nothing here");
                break;
        }

        if (report.ChangeId is { } change && handoff.Changes.All(own => own.Id != change))
        {
            yield return Problem.At("/changeId", "unknown-change", $"The last draft has no change '{change}'.", "the id of one of its changes");
        }
    }
}
