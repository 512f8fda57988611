using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Domain.Measuring;

/// <summary>How often something was right, beside the bar that it has to meet.</summary>
/// <param name="Right">How often it was.</param>
/// <param name="Of">Of how many; 0 where nothing is known yet.</param>
/// <param name="Bar">The least share.</param>
public sealed record ShareAgainst(int Right, int Of, decimal Bar)
{
    /// <summary>The share, 0 to 1; null where nothing is known yet.</summary>
    public double? Share => Of == 0 ? null : (double)Right / Of;

    /// <summary>Whether the bar is met; null where nothing is known yet.</summary>
    public bool? IsMet => Of == 0 ? null : Right >= Bar * Of;
}

/// <summary>The two bars of a filter, as its runs measured them (C17): what was handed over, as people judged it, and what they kept, as it was received later.</summary>
/// <param name="HandedOver">Candidates kept, of those that a person decided about.</param>
/// <param name="Final">Kept candidates that were accepted, of those of which an outcome is known.</param>
public sealed record TwoBars(ShareAgainst HandedOver, ShareAgainst Final)
{
    /// <summary>Over the handoffs of one workflow.</summary>
    /// <param name="contract">The bars.</param>
    /// <param name="handoffs">Handoffs of it, whatever their state.</param>
    public static TwoBars Of(FilterContract contract, IEnumerable<Handoff> handoffs)
    {
        (int kept, int decided, int accepted, int judged) = (0, 0, 0, 0);
        foreach (Handoff handoff in handoffs)
        {
            List<Change> own = [.. handoff.Changes.Where(change => change is { By: not null } && change.Decision != Decision.Undecided)];
            List<string> keeps = [.. own.Where(change => change.Decision != Decision.Rejected).Select(change => change.Id)];
            (kept, decided) = (kept + keeps.Count, decided + own.Count);
            if (handoff.Outcomes.Count > 0)
            {
                (accepted, judged) = (accepted + keeps.Count(id => IsAccepted(handoff, id)), judged + keeps.Count);
            }
        }

        return new TwoBars(new ShareAgainst(kept, decided, contract.Handover.Precision), new ShareAgainst(accepted, judged, contract.Final.Accepted));
    }

    // An error that names no candidate is about all of them.
    private static bool IsAccepted(Handoff handoff, string changeId) =>
        !handoff.Outcomes.Any(outcome => outcome.Report.IsError && (outcome.Report.ChangeId ?? changeId) == changeId);
}
