using HandoffOffice.Domain;
using HandoffOffice.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffOffice.Storage.Ledger;

/// <summary>Appends to the ledger, within the transaction of what it records.</summary>
public sealed class LedgerWriter(HandoffOfficeDb db)
{
    /// <summary>Adds an entry for each event at the end of the tenant's ledger; saved with the change they belong to. It costs the same at any size.</summary>
    /// <returns>The entries, in the order of the events.</returns>
    /// <exception cref="InvalidOperationException">There is no transaction: two writers could take the same position.</exception>
    public async Task<IReadOnlyList<LedgerEntry>> Append(string tenantId, Guid? handoffId, IReadOnlyList<HandoffEvent> events, CancellationToken cancel)
    {
        await db.Hold(WriteLock.Ledger(tenantId), cancel);
        LedgerTreeRow row = await Row(tenantId, cancel);
        MerkleTree tree = Resumed(row);
        List<MerkleNode> completed = [];
        List<LedgerEntry> entries = [];
        foreach (HandoffEvent happened in events)
        {
            LedgerEntry entry = LedgerEntry.From(tenantId, tree.Size, handoffId, happened);
            tree.Append(Sha256Digest.Parse(entry.LeafHash), completed);
            entries.Add(entry);
        }

        db.Ledger.AddRange(entries);
        db.LedgerNodes.AddRange(completed.Select(node => Kept(tenantId, node)));
        (row.Size, row.Subtrees) = (tree.Size, Written(tree));
        return entries;
    }

    /// <summary>Adds an entry in a transaction of its own, with whatever the database has been given to save: what is of the organisation and of no handoff.</summary>
    public async Task Note(string tenantId, HandoffEvent happened, CancellationToken cancel)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await Append(tenantId, null, [happened], cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    internal static MerkleTree Resumed(LedgerTreeRow row) =>
        MerkleTree.Resume(row.Size, [.. row.Subtrees.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Sha256Digest.Parse)]);

    private static string Written(MerkleTree tree) => string.Join(' ', tree.Subtrees);

    private static LedgerNodeRow Kept(string tenantId, MerkleNode node) =>
        new() { TenantId = tenantId, Level = node.Level, Position = node.Index, Hash = $"{node.Hash}" };

    // A tenant without a tree is new, or its entries are from before there were trees.
    private async Task<LedgerTreeRow> Row(string tenantId, CancellationToken cancel)
    {
        if (await db.LedgerTrees.IgnoreQueryFilters().FirstOrDefaultAsync(row => row.TenantId == tenantId, cancel) is { } known)
        {
            return known;
        }

        var tree = new MerkleTree();
        List<MerkleNode> completed = [];
        await foreach (string hash in db.Ledger.IgnoreQueryFilters().AsNoTracking().Where(entry => entry.TenantId == tenantId)
            .OrderBy(entry => entry.Sequence).Select(entry => entry.LeafHash).AsAsyncEnumerable().WithCancellation(cancel))
        {
            tree.Append(Sha256Digest.Parse(hash), completed);
        }

        db.LedgerNodes.AddRange(completed.Select(node => Kept(tenantId, node)));
        var row = new LedgerTreeRow { TenantId = tenantId, Size = tree.Size, Subtrees = Written(tree) };
        db.LedgerTrees.Add(row);
        return row;
    }
}
