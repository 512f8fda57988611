namespace HandoffOffice.Storage.Ledger;

/// <summary>What it takes to append to a tenant's tree (RFC 6962 section 2.1) without reading the entries before.</summary>
public sealed class LedgerTreeRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>Entries so far.</summary>
    public required long Size { get; set; }

    /// <summary>The roots of the complete subtrees, the largest first: hexadecimal, with a space between two.</summary>
    public required string Subtrees { get; set; }
}

/// <summary>The root of a complete subtree of a tenant's tree: kept so that a proof reads some dozen rows at any size.</summary>
public sealed class LedgerNodeRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>It has 2^Level leaves; 1 or more (the leaves' own hashes stand with the entries).</summary>
    public required int Level { get; init; }

    /// <summary>Which of its level, from 0 on.</summary>
    public required long Position { get; init; }

    /// <summary>Its root, as hexadecimal.</summary>
    public required string Hash { get; init; }
}
