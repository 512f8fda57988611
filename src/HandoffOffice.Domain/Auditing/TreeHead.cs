using System.Text;
using System.Text.Json;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Auditing;

/// <summary>What a tenant's ledger was at one moment: whoever keeps one can tell later whether its past was changed (RFC 6962 section 3.5).</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="Size">Its entries.</param>
/// <param name="Root">The root of the tree over them.</param>
/// <param name="At">When it was signed.</param>
/// <param name="KeyId">The key it is signed with.</param>
public sealed record TreeHead(string TenantId, long Size, Sha256Digest Root, DateTimeOffset At, string KeyId)
{
    /// <summary>The bytes that are signed: a context line, then the canonical JSON (RFC 8785).</summary>
    public byte[] ToSignedBytes() => Signed.Bytes("handoffoffice-head-1", this);
}

/// <summary>A tree head with its signature and what it takes to check it: one line of a file of heads.</summary>
/// <param name="Head">The head.</param>
/// <param name="Signature">Ed25519 (RFC 8032) over <see cref="TreeHead.ToSignedBytes"/>, in base64.</param>
/// <param name="PublicKey">The 32 bytes of the key, in base64.</param>
public sealed record SignedTreeHead(TreeHead Head, string Signature, string PublicKey);

/// <summary>That a key takes over from another, signed by the one before it: so that who trusts the old one can trust the new one.</summary>
/// <param name="FromKeyId">The key before.</param>
/// <param name="KeyId">The key that takes over.</param>
/// <param name="PublicKey">Its 32 bytes, in base64.</param>
/// <param name="At">When.</param>
public sealed record KeyHandover(string FromKeyId, string KeyId, string PublicKey, DateTimeOffset At)
{
    /// <summary>The bytes that are signed.</summary>
    public byte[] ToSignedBytes() => Signed.Bytes("handoffoffice-key-1", this);
}

/// <summary>A handover with the signature of the key before.</summary>
/// <param name="Handover">The handover.</param>
/// <param name="Signature">Ed25519 over <see cref="KeyHandover.ToSignedBytes"/> with the key before, in base64.</param>
public sealed record SignedKeyHandover(KeyHandover Handover, string Signature);

/// <summary>What is signed: a line that says what it is, so that no signature can be taken for one of another kind, then canonical JSON (RFC 8785).</summary>
internal static class Signed
{
    public static byte[] Bytes<T>(string context, T value) =>
        Encoding.UTF8.GetBytes(context + "\n" + CanonicalJson.Write(JsonSerializer.SerializeToElement(value, WorkflowFile.Options)));
}
