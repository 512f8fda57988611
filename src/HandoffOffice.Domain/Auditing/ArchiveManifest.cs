namespace HandoffOffice.Domain.Auditing;

/// <summary>What an archive of a tenant holds: whoever reads the archive holds it against this before anything of it is used.</summary>
/// <param name="Form">Names the format, <see cref="CurrentForm"/>.</param>
/// <param name="TenantId">The tenant.</param>
/// <param name="At">When it was made.</param>
/// <param name="LedgerSize">The entries of the tenant's ledger.</param>
/// <param name="LedgerRoot">The root of the tree over them (RFC 6962 section 2.1).</param>
/// <param name="Parts">Its tables, those that others refer to first.</param>
/// <param name="Keys">SHA-256 over the keys that go with it, as they lie in it.</param>
/// <param name="KeyId">The key it is signed with.</param>
public sealed record ArchiveManifest(
    string Form, string TenantId, DateTimeOffset At, long LedgerSize, Sha256Digest LedgerRoot, IReadOnlyList<ArchivePart> Parts, Sha256Digest Keys, string KeyId)
{
    /// <summary>Names this format.</summary>
    public const string CurrentForm = "handoffoffice-archive-1";

    /// <summary>The rows of all tables.</summary>
    public long Rows() => Parts.Sum(part => part.Rows);

    /// <summary>The bytes that are signed: a context line, then the canonical JSON (RFC 8785).</summary>
    public byte[] ToSignedBytes() => Signed.Bytes(CurrentForm, this);
}

/// <summary>A table of an archive.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">Its columns, in the order of their names.</param>
/// <param name="Rows">How many rows of the tenant it has.</param>
/// <param name="Digest">SHA-256 over the rows as they lie in the archive: JSON, a line each.</param>
public sealed record ArchivePart(string Table, IReadOnlyList<string> Columns, long Rows, Sha256Digest Digest);

/// <summary>A manifest with its signature.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Signature">Ed25519 (RFC 8032) over <see cref="ArchiveManifest.ToSignedBytes"/>, in base64.</param>
public sealed record SignedArchiveManifest(ArchiveManifest Manifest, string Signature);
