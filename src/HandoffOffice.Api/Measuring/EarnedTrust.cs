using HandoffOffice.Domain;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Measuring;

namespace HandoffOffice.Api.Measuring;

/// <summary>Where a workflow stands by its stored handoffs (C53).</summary>
internal sealed class EarnedTrust(HandoffStore handoffs, MeasureBook measures)
{
    /// <summary>Where the next output of this workflow version and origin stands, and how well its reviewers look.</summary>
    public async Task<(TrustLevel Level, CatchRate Caught)> Of(HandoffTerms terms, string origin, CancellationToken cancel)
    {
        // Where the stakes never allow less, a draft waits for no query.
        if (AcceptanceSampling.Plans(terms.Stakes).Count == 0)
        {
            return (new TrustLevel(0, 0, 0, null, null), new CatchRate(0, 0));
        }

        CatchRate caught = await measures.Caught(terms.WorkflowKey, cancel);
        IReadOnlyList<ScoredOutput> outputs = await handoffs.Scored(terms.WorkflowKey, cancel);
        return (AcceptanceSampling.Stand(terms.Stakes, terms.WorkflowVersion, origin, outputs, caught), caught);
    }

    /// <summary>Whether a plan that reduced the review of this handoff is still in force: an error may have come to light since.</summary>
    public async Task<bool> StillReduces(Handoff handoff, CancellationToken cancel) =>
        (await Of(handoff.Terms, handoff.CurrentDraft!.Origin.Name, cancel)).Level.Plan is not null;
}

/// <summary>Whether a review is in full or reduced, and why.</summary>
/// <param name="IsReduced">Whether one signature is enough, with the non-negotiable items confirmed and what is undecided accepted by the plan.</param>
/// <param name="Ground">Why.</param>
/// <param name="Sentence">Why, for a person, with the plan's numbers.</param>
/// <param name="At">When it was drawn. Nobody chooses it.</param>
public sealed record ExtentView(bool IsReduced, ExtentGround Ground, string Sentence, DateTimeOffset At)
{
    internal static ExtentView Of(ReviewExtent extent) => new(extent.IsReduced, extent.Ground, extent.Sentence(), extent.At);
}
