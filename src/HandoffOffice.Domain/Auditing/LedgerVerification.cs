using System.Security.Cryptography;
using System.Text.Json;
using HandoffOffice.Domain.Releasing;

namespace HandoffOffice.Domain.Auditing;

/// <summary>One thing that is wrong with an exported ledger.</summary>
/// <param name="Code">Stable: one of <see cref="LedgerFaults"/>.</param>
/// <param name="Entry">The first entry that it may concern, from 0 on; null when it concerns none.</param>
/// <param name="LastEntry">The last one; null when it is the same.</param>
/// <param name="Detail">One sentence for a person.</param>
public sealed record LedgerFault(string Code, long? Entry, long? LastEntry, string Detail);

/// <summary>The codes of <see cref="LedgerFault"/>.</summary>
public static class LedgerFaults
{
    /// <summary>A line is not an entry.</summary>
    public const string NotAnEntry = "not-an-entry";

    /// <summary>An entry's bytes are not those whose hash was kept.</summary>
    public const string Edited = "edited";

    /// <summary>An entry is another's: its number or tenant is not that of its place.</summary>
    public const string Misplaced = "misplaced";

    /// <summary>There are fewer or more entries than the head says.</summary>
    public const string Size = "size";

    /// <summary>The entries are not those that a head was signed over.</summary>
    public const string Rewritten = "rewritten";

    /// <summary>The ledger has fewer entries than an earlier head.</summary>
    public const string Truncated = "truncated";

    /// <summary>A signature does not verify.</summary>
    public const string Signature = "signature";

    /// <summary>A head is signed with a key that no trusted key handed over to.</summary>
    public const string UnknownKey = "unknown-key";

    /// <summary>A head is another tenant's.</summary>
    public const string OtherTenant = "other-tenant";
}

/// <summary>What a verification found.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Root">The root over them.</param>
/// <param name="Faults">What is wrong; empty when nothing is.</param>
public sealed record LedgerReport(string TenantId, long Entries, Sha256Digest Root, IReadOnlyList<LedgerFault> Faults);

/// <summary>
/// Checks an exported ledger against heads that were kept elsewhere, and needs nothing but the file: every entry against its hash and its place,
/// all of them against the signed head of the export, their beginnings against each earlier head, the keys by how they took over from each other.
/// </summary>
public sealed class LedgerVerification
{
    // More would only repeat what the first ones say.
    private const int MostFaults = 100;

    private readonly SortedDictionary<long, List<SignedTreeHead>> earlier = [];
    private readonly List<LedgerFault> faults = [];
    private readonly MerkleTree tree = new();
    private LedgerExportHeader header = null!;
    private long lastGood;

    private LedgerVerification(IEnumerable<SignedTreeHead> heads)
    {
        foreach (SignedTreeHead head in heads)
        {
            if (!earlier.TryGetValue(head.Head.Size, out List<SignedTreeHead>? same))
            {
                earlier[head.Head.Size] = same = [];
            }

            same.Add(head);
        }
    }

    /// <summary>Checks an export. It is read once, and never held as a whole.</summary>
    /// <param name="export">In the form of <see cref="LedgerExport"/>.</param>
    /// <param name="earlier">Heads that were kept before, in any order: what is trusted, with their keys. The more there are, the closer a change is located.</param>
    /// <exception cref="FormatException">It is no export of a ledger.</exception>
    public static LedgerReport Of(Stream export, IReadOnlyList<SignedTreeHead> earlier)
    {
        var verification = new LedgerVerification(earlier);
        return verification.Run(export);
    }

    private LedgerReport Run(Stream export)
    {
        foreach (ReadOnlyMemory<byte> line in LedgerExport.Lines(export))
        {
            if (header is null)
            {
                header = LedgerExport.ReadHeader(line.Span);
                Compare(0);
            }
            else
            {
                Entry(line.Span);
                Compare(tree.Size);
            }
        }

        if (header is null)
        {
            throw new FormatException("The file is empty.");
        }

        CheckHead();
        CheckEarlier();
        return new LedgerReport(header.TenantId, tree.Size, tree.Root, faults);
    }

    private void Entry(ReadOnlySpan<byte> line)
    {
        long number = tree.Size;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (!LedgerExport.TryRead(line, out ReadOnlySpan<byte> kept, out ReadOnlySpan<byte> leaf))
        {
            MerkleTree.Leaf(line, hash);
            Fault(LedgerFaults.NotAnEntry, number, $"Line {number + 2} is no entry.");
        }
        else
        {
            MerkleTree.Leaf(leaf, hash);
            Span<byte> digits = stackalloc byte[64];
            Convert.TryToHexStringLower(hash, digits, out _);
            if (!digits.SequenceEqual(kept))
            {
                Fault(LedgerFaults.Edited, number, $"Entry {number} is not what was entered: its hash is another.");
            }

            if (Place(leaf) is var (tenant, sequence) && (sequence != number || tenant != header.TenantId))
            {
                Fault(LedgerFaults.Misplaced, number, sequence is null
                    ? $"Entry {number} does not say which it is."
                    : $"Entry {sequence} of {tenant} stands in the place of entry {number}: entries are missing, added or in another order.");
            }
        }

        tree.Append(hash);
    }

    // What the leaf says of itself.
    private static (string? Tenant, long? Sequence) Place(ReadOnlySpan<byte> leaf)
    {
        var reader = new Utf8JsonReader(leaf);
        (string? tenant, long? sequence) = (null, null);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                {
                    continue;
                }

                if (reader.ValueTextEquals("tenant"u8))
                {
                    reader.Read();
                    tenant = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }
                else if (reader.ValueTextEquals("sequence"u8))
                {
                    reader.Read();
                    sequence = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long value) ? value : null;
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }
        }
        catch (JsonException)
        {
            // It says nothing that could be read, which is reported.
            return (null, null);
        }

        return (tenant, sequence);
    }

    // Heads of this size against the entries so far.
    private void Compare(long size)
    {
        if (!earlier.TryGetValue(size, out List<SignedTreeHead>? heads))
        {
            return;
        }

        Sha256Digest root = tree.Root;
        if (heads.Any(head => head.Head.Root != root))
        {
            Fault(LedgerFaults.Rewritten, lastGood, $"The first {size} entries are not those that the head of {heads[0].Head.At:u} was signed over.", size - 1);
        }

        lastGood = size;
    }

    private void CheckHead()
    {
        TreeHead head = header.Head.Head;
        if (head.TenantId != header.TenantId)
        {
            Fault(LedgerFaults.OtherTenant, null, "The export's head is another tenant's.");
        }

        if (head.Size != tree.Size)
        {
            long first = Math.Min(head.Size, tree.Size);
            Fault(LedgerFaults.Size, first, $"The export's head is over {head.Size} entries; there are {tree.Size}.", Math.Max(head.Size, tree.Size) - 1);
        }
        else if (head.Root != tree.Root)
        {
            Fault(LedgerFaults.Rewritten, lastGood, "The entries are not those that the export's head was signed over.", tree.Size - 1);
        }

        CheckSignature(header.Head, "export's head");
    }

    private void CheckEarlier()
    {
        HashSet<string> trusted = [];
        foreach (SignedTreeHead head in earlier.Values.SelectMany(heads => heads))
        {
            if (head.Head.TenantId != header.TenantId)
            {
                Fault(LedgerFaults.OtherTenant, null, $"The head of {head.Head.At:u} is another tenant's.");
            }

            if (head.Head.Size > tree.Size)
            {
                Fault(LedgerFaults.Truncated, tree.Size, $"The head of {head.Head.At:u} is over {head.Head.Size} entries; the last ones are gone.", head.Head.Size - 1);
            }

            if (CheckSignature(head, $"head of {head.Head.At:u}"))
            {
                trusted.Add(head.Head.KeyId);
            }
        }

        if (trusted.Count > 0 && !Reaches(trusted, header.Head.Head.KeyId))
        {
            Fault(LedgerFaults.UnknownKey, null, $"The export's head is signed with the key {header.Head.Head.KeyId}, which no key of the earlier heads handed over to.");
        }
    }

    // From the keys of the earlier heads, handover by handover.
    private bool Reaches(HashSet<string> trusted, string keyId)
    {
        IEnumerable<byte[]> known = earlier.Values.SelectMany(heads => heads).Where(head => trusted.Contains(head.Head.KeyId))
            .Select(head => Convert.FromBase64String(head.PublicKey));
        return KeyHandovers.Follow(known, header.Keys).ContainsKey(keyId);
    }

    private bool CheckSignature(SignedTreeHead head, string name)
    {
        Span<byte> publicKey = stackalloc byte[32];
        bool holds = Convert.TryFromBase64String(head.PublicKey, publicKey, out int length) && length == publicKey.Length
            && SealKey.IdOf(publicKey) == head.Head.KeyId
            && SealKey.Verifies(head.Head.ToSignedBytes(), head.Signature, publicKey);
        if (!holds)
        {
            Fault(LedgerFaults.Signature, null, $"The signature of the {name} does not verify.");
        }

        return holds;
    }

    private void Fault(string code, long? entry, string detail, long? last = null)
    {
        if (faults.Count < MostFaults)
        {
            faults.Add(new LedgerFault(code, entry, last == entry ? null : last, detail));
        }
    }
}
