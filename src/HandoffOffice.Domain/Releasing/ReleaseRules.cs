using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Domain.Releasing;

/// <summary>What must be so at the moment something leaves: a list of rules, each with the sentence that says what is wrong.</summary>
public static class ReleaseRules
{
    private static readonly IReadOnlyList<(Func<Departure, bool> Holds, string Otherwise)> All =
    [
        (d => d.PublicKey is not null && SealKey.Verifies(d.Seal, d.PublicKey), "the seal's signature does not verify."),
        (d => d.Seal.Payload.HandoffId == d.Handoff.Id && d.Seal.Payload.TenantId == d.Handoff.TenantId, "the seal is another handoff's."),
        (d => d.Handoff.Planted is null, "a practice error is still in the text."),
        (d => d.Now < d.Seal.Payload.ExpiresAt, SealBroken.Expired.Reason),
        (d => d.Now >= d.Seal.Payload.IssuedAt, "the clock is behind the signature."),
        (d => d.Seal.Payload.Content.FileDigest == d.Content.FileDigest, "the file is not the one that was signed."),
        (d => d.Seal.Payload.Content.Form == d.Content.Form && d.Seal.Payload.Content.ContentDigest == d.Content.ContentDigest, "the text is not the one that was signed."),
        (d => d.Seal.Payload.RecordDigest == d.Handoff.Record.Digest, "the input record has changed."),
        (d => d.Seal.Payload.WorkflowDigest == d.Handoff.Terms.WorkflowDigest, "the workflow has changed."),
        (d => d.Seal.Payload.GateDigest == WorkflowFile.Digest(d.Handoff.Terms.Gate), "the gate has changed."),
        (d => d.Seal.Payload.Ground != ApprovalGround.SamplingPlan || (d.Handoff.IsReduced && d.Rigor.ErrorBound is not null), "no sampling plan reduces its review."),
        (d => d.Signers() >= (d.Seal.Payload.Ground == ApprovalGround.Review ? d.Handoff.Terms.Gate.Reviewers : 1), "too few reviewers have signed."),
        (d => d.Rigor.AuthorMayReview || !d.Seal.Payload.People().Contains(d.Handoff.Author.Id, StringComparer.OrdinalIgnoreCase), "the author has signed."),
    ];

    /// <summary>What the rules look at.</summary>
    private sealed record Departure(Handoff Handoff, Seal Seal, ReleasableContent Content, byte[]? PublicKey, DateTimeOffset Now)
    {
        public Rigor Rigor => Rigor.Of(Handoff.Terms.Stakes);

        public int Signers() => Seal.Payload.People().Distinct(StringComparer.OrdinalIgnoreCase).Count();
    }

    /// <summary>Why a seal does not hold for what is about to leave, or null.</summary>
    /// <param name="handoff">The handoff.</param>
    /// <param name="seal">Its seal.</param>
    /// <param name="content">What would leave, read back from the file just now.</param>
    /// <param name="publicKey">The public key that the seal's key id names; null where there is none.</param>
    /// <param name="now">The time.</param>
    public static SealBroken? Broken(Handoff handoff, Seal seal, ReleasableContent content, byte[]? publicKey, DateTimeOffset now)
    {
        var departure = new Departure(handoff, seal, content, publicKey, now);
        return All.Where(rule => !rule.Holds(departure)).Select(rule => rule.Otherwise)
            .Concat(content.Envelope.ChangesSince(seal.Payload.Content.Envelope))
            .Select(why => new SealBroken(why)).FirstOrDefault();
    }
}
