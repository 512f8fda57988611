using System.Runtime.CompilerServices;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Storage.Keys;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Storage.Ledger;

/// <summary>That an entry is in the ledger that a head speaks of (RFC 6962 section 2.1.1).</summary>
/// <param name="Head">The head.</param>
/// <param name="Sequence">The entry's position.</param>
/// <param name="Leaf">The leaf's data: canonical JSON.</param>
/// <param name="Path">The audit path, from the leaf up.</param>
public sealed record InclusionProof(SignedTreeHead Head, long Sequence, string Leaf, IReadOnlyList<Sha256Digest> Path);

/// <summary>That a ledger only grew since an earlier size (RFC 6962 section 2.1.2).</summary>
/// <param name="Head">The head that it has now.</param>
/// <param name="Earlier">The earlier size.</param>
/// <param name="Proof">The proof.</param>
public sealed record ConsistencyProof(SignedTreeHead Head, long Earlier, IReadOnlyList<Sha256Digest> Proof);

/// <summary>Reads a tenant's ledger for people outside: heads, proofs, and the whole of it.</summary>
public sealed class LedgerReader(HandoffOfficeDb db, SealKeyRing keys, TimeProvider time)
{
    /// <summary>The sizes of all tenants' ledgers.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Sizes(CancellationToken cancel) =>
        await db.LedgerTrees.IgnoreQueryFilters().AsNoTracking().ToDictionaryAsync(row => row.TenantId, row => row.Size, cancel);

    /// <summary>A head over the ledger as it is, signed now.</summary>
    public async Task<SignedTreeHead> Head(string tenantId, CancellationToken cancel) => await Sign(tenantId, await Tree(tenantId, cancel), cancel);

    /// <summary>The root that the ledger had at an earlier size, by what is kept now; null when it is not that long.</summary>
    public async Task<Sha256Digest?> RootAt(string tenantId, long size, CancellationToken cancel)
    {
        if (size == 0)
        {
            return new MerkleTree().Root;
        }

        return (await Tree(tenantId, cancel)).Size < size ? null : (await Ranges(tenantId, size, [(0, size)], cancel))(0, size);
    }

    /// <summary>The proof that an entry is in the ledger; null when there is no such entry.</summary>
    public async Task<InclusionProof?> Inclusion(string tenantId, long sequence, CancellationToken cancel)
    {
        MerkleTree tree = await Tree(tenantId, cancel);
        if (await Entries(tenantId).FirstOrDefaultAsync(entry => entry.Sequence == sequence, cancel) is not { } entry || sequence >= tree.Size)
        {
            return null;
        }

        MerkleProofs.RangeRoot roots = await Ranges(tenantId, tree.Size, Asked(root => MerkleProofs.Inclusion(sequence, tree.Size, root)), cancel);
        return new InclusionProof(await Sign(tenantId, tree, cancel), sequence, entry.Leaf, MerkleProofs.Inclusion(sequence, tree.Size, roots));
    }

    /// <summary>The proof that the ledger only grew since it had this many entries; null when it never had.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="earlier">1 or more.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<ConsistencyProof?> Consistency(string tenantId, long earlier, CancellationToken cancel)
    {
        MerkleTree tree = await Tree(tenantId, cancel);
        if (earlier < 1 || earlier > tree.Size)
        {
            return null;
        }

        MerkleProofs.RangeRoot roots = await Ranges(tenantId, tree.Size, Asked(root => MerkleProofs.Consistency(earlier, tree.Size, root)), cancel);
        return new ConsistencyProof(await Sign(tenantId, tree, cancel), earlier, MerkleProofs.Consistency(earlier, tree.Size, roots));
    }

    /// <summary>Some entries in order, and how many there are in all.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="from">The position of the first.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<(IReadOnlyList<LedgerEntry> Entries, long Size)> Page(string tenantId, long from, int most, CancellationToken cancel)
    {
        // The size first: what is appended in between is beyond it, and is left to the next page.
        long size = (await Tree(tenantId, cancel)).Size;
        return (await Entries(tenantId).Where(entry => entry.Sequence >= from && entry.Sequence < size).OrderBy(entry => entry.Sequence).Take(most).ToListAsync(cancel), size);
    }

    /// <summary>The whole ledger in the form of <see cref="LedgerExport"/>, line by line.</summary>
    public async IAsyncEnumerable<string> Export(string tenantId, [EnumeratorCancellation] CancellationToken cancel)
    {
        SignedTreeHead head = await Head(tenantId, cancel);
        yield return LedgerExport.Write(new LedgerExportHeader(LedgerExport.Form, tenantId, head, await keys.Handovers(cancel)));
        await foreach (LedgerEntry entry in Entries(tenantId).Where(entry => entry.Sequence < head.Head.Size).OrderBy(entry => entry.Sequence)
            .AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return LedgerExport.Write(entry.LeafHash, entry.Leaf);
        }
    }

    private IQueryable<LedgerEntry> Entries(string tenantId) => db.Ledger.IgnoreQueryFilters().AsNoTracking().Where(entry => entry.TenantId == tenantId);

    private async Task<MerkleTree> Tree(string tenantId, CancellationToken cancel) =>
        await db.LedgerTrees.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.TenantId == tenantId, cancel) is { } row
            ? LedgerWriter.Resumed(row)
            : new MerkleTree();

    private async Task<SignedTreeHead> Sign(string tenantId, MerkleTree tree, CancellationToken cancel)
    {
        using SealKey key = await keys.SigningKey(cancel);
        return key.Sign(new TreeHead(tenantId, tree.Size, tree.Root, time.GetUtcNow(), key.Id));
    }

    // Which ranges a proof asks for: its shape depends on the sizes alone.
    private static List<(long Start, long Count)> Asked(Func<MerkleProofs.RangeRoot, IReadOnlyList<Sha256Digest>> proof)
    {
        List<(long, long)> asked = [];
        proof((start, count) =>
        {
            asked.Add((start, count));
            return default;
        });
        return asked;
    }

    // The complete subtrees that the ranges are made of, read in one query for nodes and one for leaves.
    private async Task<MerkleProofs.RangeRoot> Ranges(string tenantId, long size, List<(long Start, long Count)> ranges, CancellationToken cancel)
    {
        HashSet<(int Level, long Index)> wanted = [];
        MerkleProofs.RangeRoot note = MerkleProofs.From((level, index) =>
        {
            wanted.Add((level, index));
            return default;
        });
        ranges.ForEach(range => note(range.Start, range.Count));

        List<long> leaves = [.. wanted.Where(node => node.Level == 0).Select(node => node.Index)];
        Dictionary<(int, long), Sha256Digest> known = await Entries(tenantId).Where(entry => leaves.Contains(entry.Sequence))
            .ToDictionaryAsync(entry => (0, entry.Sequence), entry => Sha256Digest.Parse(entry.LeafHash), cancel);
        foreach (IGrouping<int, (int Level, long Index)> level in wanted.Where(node => node.Level > 0).GroupBy(node => node.Level))
        {
            List<long> positions = [.. level.Select(node => node.Index)];
            await foreach (LedgerNodeRow row in db.LedgerNodes.IgnoreQueryFilters().AsNoTracking()
                .Where(row => row.TenantId == tenantId && row.Level == level.Key && positions.Contains(row.Position)).AsAsyncEnumerable().WithCancellation(cancel))
            {
                known[(row.Level, row.Position)] = Sha256Digest.Parse(row.Hash);
            }
        }

        return MerkleProofs.From((level, index) => known.TryGetValue((level, index), out Sha256Digest hash)
            ? hash
            : throw new InvalidOperationException($"The ledger of {size} entries lacks the subtree {index} of level {level}."));
    }
}
