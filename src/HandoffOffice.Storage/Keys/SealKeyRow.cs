namespace HandoffOffice.Storage.Keys;

/// <summary>A key that seals are signed with.</summary>
public sealed class SealKeyRow
{
    /// <summary>The key's id.</summary>
    public required string Id { get; init; }

    /// <summary>The how-manieth key it is, from 1, each number once: of two nodes that make the next key at once, one does.</summary>
    public required int Number { get; init; }

    /// <summary>The 32 public bytes.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>The secret bytes, encrypted by data protection.</summary>
    public required byte[] ProtectedSeed { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How the key before handed over to it, as JSON of <see cref="HandoffOffice.Domain.Auditing.SignedKeyHandover"/>; null for the first.</summary>
    public string? Handover { get; init; }
}
