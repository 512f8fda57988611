using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Domain.Measuring;

/// <summary>The score of a handoff's output, with when it got it: what puts it into the sequence that <see cref="AcceptanceSampling.Stand"/> reads.</summary>
/// <param name="Score">How it went.</param>
/// <param name="Origin">The model, or the rules, that drafted it, with its version.</param>
/// <param name="At">When it got this score; for an error that escaped, when that was reported last.</param>
public sealed record Scored(OutputScore Score, string Origin, DateTimeOffset At);

/// <summary>
/// Where outputs get their scores: at the approval, whenever a reviewer sends one back, and again when an error is reported after the release. One that is
/// faulty stays so.
/// </summary>
public static class OutputScores
{
    /// <summary>The score of an output whose approval is being sealed.</summary>
    /// <param name="handoff">The handoff, every change of it decided.</param>
    /// <param name="inFull">Whether its reviewers went through all of it.</param>
    public static OutputScore AtApproval(Handoff handoff, bool inFull) =>
        handoff.LoopsUsed + handoff.RefusedLoops > 0 || !IsRight(handoff) ? OutputScore.Faulty
        : inFull ? OutputScore.Clean
        : OutputScore.NotReviewed;

    // Dropping is what a person is there for in a filter: what was handed over is good enough where it meets its bar (C17).
    private static bool IsRight(Handoff handoff) => handoff.Terms.Filter is { } filter
        ? handoff.Changes.Count(change => change.Decision is Decision.Accepted or Decision.Edited) >= filter.Handover.Precision * handoff.Changes.Count
        : handoff.Changes.All(change => change.Decision == Decision.Accepted);
}
