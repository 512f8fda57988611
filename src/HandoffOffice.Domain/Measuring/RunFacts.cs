using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Parallel;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Domain.Measuring;

/// <summary>How a run ended.</summary>
public enum RunEnd
{
    /// <summary>It has not.</summary>
    Open,

    /// <summary>What it made left.</summary>
    Released,

    /// <summary>A reviewer refused the draft.</summary>
    Rejected,

    /// <summary>A person wrote it by hand after all.</summary>
    RevertedToManual,

    /// <summary>Its author took it back. What people had worked on it by then is given up.</summary>
    Withdrawn,
}

/// <summary>Why the times of a run can't be used.</summary>
public enum TimeFault
{
    /// <summary>They can.</summary>
    None,

    /// <summary>Something has an earlier time than what came before it: a clock went backwards. No time of the run is used.</summary>
    ClockWentBack,

    /// <summary>Nobody told how long the author had the form in use: what the run took altogether is not known.</summary>
    InputUntold,
}

/// <summary>What a run took. A time that can't be used is null, never 0.</summary>
/// <param name="Fault">Why some can't.</param>
/// <param name="InputSeconds">How long the author had the form in use; 0 where an application started it.</param>
/// <param name="ReviewSeconds">How long all of its reviewers had its drafts in view, in focus and not idle.</param>
/// <param name="ElapsedSeconds">From the start to the release.</param>
/// <param name="OwnSeconds">How long the author had their own sections in view, in focus and not idle; 0 where the AI writes all.</param>
/// <param name="Writing">When a person and the AI wrote; null where the AI writes all.</param>
public sealed record RunTimes(
    TimeFault Fault, int? InputSeconds, long? ReviewSeconds, long? ElapsedSeconds, long OwnSeconds = 0, WritingTimes? Writing = null)
{
    /// <summary>What people worked on it: at the form, on their own sections, and in review.</summary>
    public long? WorkSeconds => InputSeconds + OwnSeconds + ReviewSeconds;
}

/// <summary>What people did to the draft that counts; earlier drafts of the same run are its loops.</summary>
/// <param name="WordsDrafted">Words of what it inserts and puts in the place of others, and of what it deletes.</param>
/// <param name="WordsChanged">Words by which what stands differs from what was drafted, by <see cref="WordDistance"/>: of sentences that were edited, and of those that were rejected.</param>
/// <param name="Accepted">Changes that a person accepted.</param>
/// <param name="Edited">Changes that a person put in other words.</param>
/// <param name="Rejected">Changes that a person rejected.</param>
public sealed record RunEdits(int WordsDrafted, int WordsChanged, int Accepted, int Edited, int Rejected);

/// <summary>The numbers of one run, from its timestamps and edits alone (C38 to C42, C51). All that is measured is counted from these.</summary>
/// <param name="WorkflowKey">The workflow.</param>
/// <param name="WorkflowVersion">Its version.</param>
/// <param name="StartedOn">The day it started (UTC).</param>
/// <param name="EndedOn">The day it ended (UTC); null while it is open.</param>
/// <param name="End">How it ended.</param>
/// <param name="Times">What it took.</param>
/// <param name="Edits">What people did to its draft.</param>
/// <param name="Loops">Revisions that were asked for, those that were refused counted.</param>
/// <param name="Crossings">How often it went from people to the AI or back (C05): a draft is two, each loop two more.</param>
/// <param name="Planted">Planted errors that were found and missed.</param>
/// <param name="Score">How its output scored; null while nobody is done with it.</param>
/// <param name="Worst">The worst outcome after its release; null where none is recorded.</param>
/// <param name="Ground">What its approval rests on; null where it has none.</param>
/// <param name="IsReduced">Whether a sampling plan reduced its review.</param>
/// <param name="IsRushed">Whether somebody who reviewed all of it signed faster than anybody reads.</param>
public sealed record RunFacts(
    string WorkflowKey, int WorkflowVersion, DateOnly StartedOn, DateOnly? EndedOn, RunEnd End, RunTimes Times, RunEdits Edits, int Loops, int Crossings,
    CatchRate Planted, OutputScore? Score, Reception? Worst, ApprovalGround? Ground, bool IsReduced, bool IsRushed)
{
    /// <summary>Whether it was released after a review of every change: the runs that say how good drafts and reviews are.</summary>
    public bool IsFullyReviewed => End == RunEnd.Released && !IsReduced && Ground != ApprovalGround.BreakGlass;

    /// <summary>The numbers of this run as it stands.</summary>
    public static RunFacts Of(Handoff handoff)
    {
        RunEnd end = EndOf(handoff.State);
        bool isGlass = handoff.Seal?.Payload.Ground == ApprovalGround.BreakGlass;
        return new RunFacts(
            handoff.Terms.WorkflowKey, handoff.Terms.WorkflowVersion, Day(handoff.CreatedAt), end == RunEnd.Open ? null : Day(handoff.Released?.At ?? handoff.UpdatedAt), end,
            TimesOf(handoff), EditsOf(handoff), handoff.LoopsUsed + handoff.RefusedLoops, CrossingsOf(handoff), CatchRate.Of(handoff.Seeded), handoff.Scored?.Score,
            handoff.WorstOutcome, handoff.Seal?.Payload.Ground, handoff.IsReduced,
            !handoff.IsReduced && !isGlass && handoff.Signatures.Any(signature => signature.Pace.IsTooFast));
    }

    /// <summary>The Monday of the week that a day is in (ISO 8601).</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    private static RunEnd EndOf(HandoffState state) => state switch
    {
        HandoffState.Released => RunEnd.Released,
        HandoffState.Rejected => RunEnd.Rejected,
        HandoffState.RevertedToManual => RunEnd.RevertedToManual,
        HandoffState.Withdrawn => RunEnd.Withdrawn,
        _ => RunEnd.Open,
    };

    private static RunTimes TimesOf(Handoff handoff)
    {
        if (HasClockGoneBack(handoff))
        {
            return new RunTimes(TimeFault.ClockWentBack, handoff.InputSeconds, null, null);
        }

        double review = handoff.Viewings.Sum(viewing => viewing.Active.TotalSeconds);
        return new RunTimes(
            handoff.InputSeconds is null ? TimeFault.InputUntold : TimeFault.None, handoff.InputSeconds, (long)Math.Round(review),
            handoff.Released is { } release ? (long)Math.Round((release.At - handoff.CreatedAt).TotalSeconds) : null,
            (long)Math.Round(handoff.Own?.Active.TotalSeconds ?? 0), WritingTimes.Of(handoff));
    }

    // Each of these has come after the one before it, whoever's clock it was taken from.
    private static bool HasClockGoneBack(Handoff handoff)
    {
        List<DateTimeOffset> order = [handoff.CreatedAt, .. handoff.Drafts.Select(draft => draft.WrittenAt), .. handoff.Signatures.Select(signature => signature.At)];
        DateTimeOffset last = handoff.Released?.At ?? handoff.UpdatedAt;
        return order.Zip(order.Skip(1).Append(last)).Any(pair => pair.Second < pair.First) || handoff.Viewings.Any(viewing => viewing.ReportedAt > last)
            || (handoff.Own is { } own && (own.StartedAt < handoff.CreatedAt || own.HandedInAt < own.StartedAt || own.HandedInAt > last))
            || handoff.Drafts.Any(draft => draft.WrittenAt < draft.BegunAt);
    }

    private static RunEdits EditsOf(Handoff handoff)
    {
        Dictionary<string, Passage> passages = handoff.CurrentDraft?.Passages().ToDictionary(passage => passage.Id) ?? [];
        IReadOnlyList<Change> changes = [.. handoff.Changes.Where(change => passages.ContainsKey(change.Id))];
        IReadOnlyList<Change> decided = [.. changes.Where(change => change is { Decision: not Decision.Undecided, By: not null })];
        return new RunEdits(
            changes.Sum(change => TextMeasure.CountWords(passages[change.Id].Drafted ?? passages[change.Id].Original!)),
            decided.Where(change => change.Decision != Decision.Accepted).Sum(change => WordDistance.Between(passages[change.Id].Drafted, passages[change.Id].Standing(change))),
            decided.Count(change => change.Decision == Decision.Accepted), decided.Count(change => change.Decision == Decision.Edited),
            decided.Count(change => change.Decision == Decision.Rejected));
    }

    // To the AI and back for each draft that came; and once more where one is asked for that has not come.
    private static int CrossingsOf(Handoff handoff) => (2 * handoff.Drafts.Count) + (handoff.State is HandoffState.Drafting or HandoffState.Revising or HandoffState.Failed ? 1 : 0);
}
