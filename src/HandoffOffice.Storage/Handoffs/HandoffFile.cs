using HandoffOffice.Domain;

namespace HandoffOffice.Storage.Handoffs;

/// <summary>What a file of a handoff is.</summary>
public enum HandoffFileKind
{
    /// <summary>The document that the draft goes into.</summary>
    Base,

    /// <summary>The document with the whole draft in it as undecided tracked changes.</summary>
    Drafted,

    /// <summary>The finished file that was sealed. Only the release desk reads it.</summary>
    Sealed,
}

/// <summary>A file that belongs to a handoff. One of each kind.</summary>
public sealed class HandoffFile
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The handoff.</summary>
    public required Guid HandoffId { get; init; }

    /// <summary>What it is.</summary>
    public required HandoffFileKind Kind { get; init; }

    /// <summary>Media type (RFC 6838).</summary>
    public required string MediaType { get; set; }

    /// <summary>The bytes.</summary>
    public required byte[] Content { get; set; }

    /// <summary>For <see cref="HandoffFileKind.Drafted"/>: which revisions in the document each change of the draft is, as JSON.</summary>
    public string? RevisionMap { get; set; }

    /// <summary>SHA-256 over <see cref="Content"/>.</summary>
    public Sha256Digest Digest() => Sha256Digest.Of(Content);
}
