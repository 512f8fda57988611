using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HandoffOffice.Domain;

namespace HandoffOffice.Storage.Ledger;

/// <summary>One line of a tenant's ledger: what happened, to which handoff if to any, by whom, when; facts and digests, never texts or names.</summary>
public sealed class LedgerEntry
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>Position in the tenant's ledger: 0, 1, 2, ... without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>The handoff it is about; null for what concerns the organisation, such as a new key.</summary>
    public required Guid? HandoffId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Object id of the person or application.</summary>
    public required string ActorId { get; init; }

    /// <summary>What happened.</summary>
    public required string Kind { get; init; }

    /// <summary>Canonical JSON (RFC 8785) of the whole entry: the leaf's data.</summary>
    public required string Leaf { get; init; }

    /// <summary>SHA-256(0x00 || leaf), the leaf hash of RFC 6962 section 2.1, as hexadecimal.</summary>
    public required string LeafHash { get; init; }

    /// <summary>A number among the leaf's facts.</summary>
    /// <exception cref="KeyNotFoundException">The entry has no such fact.</exception>
    public int Fact(string name)
    {
        using var leaf = JsonDocument.Parse(Leaf);
        return int.Parse(leaf.RootElement.GetProperty("facts").GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
    }

    /// <summary>The entry for an event.</summary>
    public static LedgerEntry From(string tenantId, long sequence, Guid? handoffId, HandoffEvent happened)
    {
        var facts = new Dictionary<string, object>
        {
            ["v"] = 1,
            ["tenant"] = tenantId,
            ["sequence"] = sequence,
            ["at"] = happened.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["actor"] = happened.Actor.Person.Id,
            ["application"] = happened.Actor.IsApplication,
            ["kind"] = happened.Kind,
            ["facts"] = happened.Facts,
        };
        if (handoffId is { } id)
        {
            facts["handoff"] = id;
        }

        string leaf = CanonicalJson.Write(JsonSerializer.SerializeToElement(facts));
        return new LedgerEntry
        {
            TenantId = tenantId,
            Sequence = sequence,
            HandoffId = handoffId,
            At = happened.At,
            ActorId = happened.Actor.Person.Id,
            Kind = happened.Kind,
            Leaf = leaf,
            LeafHash = Hash(leaf),
        };
    }

    /// <summary>The RFC 6962 leaf hash of a leaf's data, as hexadecimal.</summary>
    public static string Hash(string leaf) => Convert.ToHexStringLower(SHA256.HashData([0, .. Encoding.UTF8.GetBytes(leaf)]));
}
