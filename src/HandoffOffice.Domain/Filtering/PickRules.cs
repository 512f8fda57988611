using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Domain.Filtering;

/// <summary>What may be said of a candidate, and what must be before somebody signs.</summary>
internal static class PickRules
{
    /// <summary>Why this can't be said of this change, or null.</summary>
    public static HandoffError? Refuse(Handoff handoff, string changeId, Pick pick, DateTimeOffset now)
    {
        Change? change = handoff.Changes.FirstOrDefault(candidate => candidate.Id == changeId);
        return change is null ? new UnknownChange(changeId)
            : handoff.Terms.Filter is not { } contract || handoff.CandidateOf(changeId) is null ? new NoCandidate(changeId)
            : !IsKept(change) ? new CandidateNotKept()
            : pick.Angle is { } angle && !contract.Angles.Contains(angle) ? new UnusablePick($"The angle '{angle}' is none of those that the workflow offers.")
            : pick.Depth is { } depth && !contract.Depths.Contains(depth) ? new UnusablePick($"The depth {depth} is none of those that the workflow offers.")
            : pick.Due < DateOnly.FromDateTime(now.UtcDateTime) ? new UnusablePick("The day lies in the past.")
            : pick.Words.Any(char.IsControl) || !CanonicalContent.IsWhole(pick.Words) ? new UnusablePick("The name has a line break or a character that no document can have.")
            : null;
    }

    /// <summary>Why nobody signs while kept candidates lack something, or null.</summary>
    public static HandoffError? Open(Handoff handoff)
    {
        IReadOnlyList<PickPart> demands = handoff.Terms.Filter?.Demands ?? [];
        IReadOnlyList<IReadOnlyList<PickPart>> open = demands.Count == 0 ? []
            : [.. handoff.Changes.Where(IsKept).Select(change => Pick.Missing(demands, change.Pick)).Where(missing => missing.Count > 0)];
        return open.Count == 0 ? null : new PicksOpen(open.Count, [.. open.SelectMany(missing => missing).Distinct().Order()]);
    }

    /// <summary>Whether a person has kept the candidate.</summary>
    public static bool IsKept(Change change) => change.Decision is Decision.Accepted or Decision.Edited;
}
