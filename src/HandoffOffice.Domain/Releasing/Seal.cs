using HandoffOffice.Domain.Auditing;

namespace HandoffOffice.Domain.Releasing;

/// <summary>What is about to be approved or to leave, as it was read back from the finished file.</summary>
/// <param name="ContentDigest">SHA-256 over the <see cref="CanonicalContent"/>.</param>
/// <param name="FileDigest">SHA-256 over the file's bytes.</param>
/// <param name="Subject">The document's title or the mail's subject.</param>
/// <param name="Recipients">The addresses a mail goes to; empty for a document.</param>
public sealed record ReleasableContent(Sha256Digest ContentDigest, Sha256Digest FileDigest, string Subject, IReadOnlyList<string> Recipients);

/// <summary>Everything that a seal vouches for.</summary>
/// <param name="Form">The canonical form, <see cref="CanonicalContent.Form"/>.</param>
/// <param name="TenantId">The tenant.</param>
/// <param name="HandoffId">The handoff.</param>
/// <param name="Content">The content and its envelope.</param>
/// <param name="RecordDigest">SHA-256 over the canonical input record.</param>
/// <param name="WorkflowKey">The workflow.</param>
/// <param name="WorkflowVersion">Its version.</param>
/// <param name="WorkflowDigest">SHA-256 over that version.</param>
/// <param name="GateDigest">SHA-256 over its gate.</param>
/// <param name="Reviewers">Object ids of those who signed, in the order in which they did.</param>
/// <param name="IssuedAt">When the last of them signed.</param>
/// <param name="ExpiresAt">From when on it no longer holds.</param>
/// <param name="KeyId">The key it is signed with.</param>
public sealed record SealPayload(
    string Form, string TenantId, Guid HandoffId, ReleasableContent Content, Sha256Digest RecordDigest, string WorkflowKey, int WorkflowVersion,
    Sha256Digest WorkflowDigest, Sha256Digest GateDigest, IReadOnlyList<string> Reviewers, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, string KeyId)
{
    /// <summary>The bytes that are signed: a context line, then the canonical JSON (RFC 8785) of the payload.</summary>
    public byte[] ToSignedBytes() => Signed.Bytes("handoffoffice-seal-1", this);
}

/// <summary>The approval of exact content.</summary>
/// <param name="Payload">What it vouches for.</param>
/// <param name="Signature">Ed25519 (RFC 8032) over <see cref="SealPayload.ToSignedBytes"/>, in base64.</param>
public sealed record Seal(SealPayload Payload, string Signature);
