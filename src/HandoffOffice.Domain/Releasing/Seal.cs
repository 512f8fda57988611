using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Domain.Releasing;

/// <summary>What is about to be approved or to leave, as it was read back from the finished file.</summary>
/// <param name="Form">The canonical form: <see cref="CanonicalContent.Form"/>, <see cref="CanonicalContent.DocumentForm"/> or <see cref="CanonicalHtml.Form"/>.</param>
/// <param name="ContentDigest">SHA-256 over the content in that form.</param>
/// <param name="FileDigest">SHA-256 over the file's bytes, before the seal is put into it.</param>
/// <param name="Envelope">What is around the content.</param>
public sealed record ReleasableContent(string Form, Sha256Digest ContentDigest, Sha256Digest FileDigest, Envelope Envelope);

/// <summary>What an approval rests on.</summary>
public enum ApprovalGround
{
    /// <summary>The gate's reviewers went through all of it.</summary>
    Review,

    /// <summary>A sampling plan let the named reviewer sign without going through each change (C53).</summary>
    SamplingPlan,

    /// <summary>An administrator broke the glass, for a reason and a short time.</summary>
    BreakGlass,
}

/// <summary>One person's signature, as a seal has it.</summary>
/// <param name="Person">Their object id.</param>
/// <param name="At">When they signed.</param>
/// <param name="Meaning">What they meant by it.</param>
/// <param name="SignedInAt">When they last proved who they are; null where the identity provider does not say.</param>
public sealed record Approval(string Person, DateTimeOffset At, SignatureMeaning Meaning, DateTimeOffset? SignedInAt);

/// <summary>Everything that a seal vouches for.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="HandoffId">The handoff.</param>
/// <param name="Content">The content and its envelope.</param>
/// <param name="Origin">Who wrote the draft: the mark of AI origin that goes with the content.</param>
/// <param name="RecordDigest">SHA-256 over the canonical input record.</param>
/// <param name="WorkflowKey">The workflow.</param>
/// <param name="WorkflowVersion">Its version.</param>
/// <param name="WorkflowDigest">SHA-256 over that version.</param>
/// <param name="GateDigest">SHA-256 over its gate.</param>
/// <param name="Ground">What the approval rests on.</param>
/// <param name="Approvals">Who signed, in the order in which they did.</param>
/// <param name="IssuedAt">When the last of them signed.</param>
/// <param name="ExpiresAt">From when on it no longer holds.</param>
/// <param name="KeyId">The key it is signed with.</param>
/// <param name="SourceType">The mark of AI origin; null where no AI wrote it.</param>
public sealed record SealPayload(
    string TenantId, Guid HandoffId, ReleasableContent Content, DraftOrigin Origin, Sha256Digest RecordDigest, string WorkflowKey, int WorkflowVersion,
    Sha256Digest WorkflowDigest, Sha256Digest GateDigest, ApprovalGround Ground, IReadOnlyList<Approval> Approvals, DateTimeOffset IssuedAt,
    DateTimeOffset ExpiresAt, string KeyId, DigitalSourceType? SourceType = null)
{
    /// <summary>The bytes that are signed: a context line, then the canonical JSON (RFC 8785) of the payload.</summary>
    public byte[] ToSignedBytes() => Signed.Bytes("handoffoffice-seal-1", this);

    /// <summary>The object ids of those who signed.</summary>
    public IEnumerable<string> People() => Approvals.Select(approval => approval.Person);
}

/// <summary>The approval of exact content.</summary>
/// <param name="Payload">What it vouches for.</param>
/// <param name="Signature">Ed25519 (RFC 8032) over <see cref="SealPayload.ToSignedBytes"/>, in base64.</param>
public sealed record Seal(SealPayload Payload, string Signature);
