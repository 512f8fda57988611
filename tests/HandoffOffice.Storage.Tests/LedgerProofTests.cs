using System.Text;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Storage.Keys;
using HandoffOffice.Storage.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

[Trait("Capability", "C80")]
public sealed class LedgerProofTests : IAsyncLifetime
{
    private const int Handoffs = 11;

    private Database database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await Database.Create();
        for (int number = 0; number < Handoffs; number++)
        {
            using var run = new Run();
            await database.Keep(run);
            await database.Change(run.Handoff.Id, handoff =>
            {
                run.Handoff = handoff;
                return run.Do(HandoffAction.StartDraft);
            });
        }
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Every_entry_has_a_proof_that_holds_against_the_head()
    {
        for (long sequence = 0; sequence < 2 * Handoffs; sequence++)
        {
            InclusionProof proof = (await Read(ledger => ledger.Inclusion(Given.Tenant, sequence, default)))!;
            Assert.Equal(2 * Handoffs, proof.Head.Head.Size);
            Assert.True(MerkleProofs.Includes(proof.Head.Head.Root, proof.Head.Head.Size, sequence, MerkleTree.Leaf(Encoding.UTF8.GetBytes(proof.Leaf)), proof.Path));
        }

        Assert.Null(await Read(ledger => ledger.Inclusion(Given.Tenant, 2 * Handoffs, default)));
        Assert.Null(await Read(ledger => ledger.Inclusion("tenant-2", 0, default)));
    }

    [Fact]
    public async Task Every_earlier_size_has_a_proof_that_the_ledger_only_grew()
    {
        List<LedgerEntry> entries = await database.Ledger();
        var before = new MerkleTree();
        foreach (LedgerEntry entry in entries)
        {
            before.Append(Sha256Digest.Parse(entry.LeafHash));
            ConsistencyProof proof = (await Read(ledger => ledger.Consistency(Given.Tenant, before.Size, default)))!;
            Assert.True(MerkleProofs.IsConsistent(before.Root, before.Size, proof.Head.Head.Root, proof.Head.Head.Size, proof.Proof));
            Assert.Equal(before.Root, await Read(ledger => ledger.RootAt(Given.Tenant, before.Size, default)));
        }

        Assert.Null(await Read(ledger => ledger.Consistency(Given.Tenant, entries.Count + 1, default)));
    }

    [Fact]
    public async Task An_export_verifies_offline_against_a_head_that_was_kept_before()
    {
        SignedTreeHead before = await Read(ledger => ledger.Head(Given.Tenant, default));
        using var run = new Run();
        await database.Keep(run);
        LedgerReport report = Verify(await Export(), before);
        Assert.Equal((0, (2 * Handoffs) + 1), (report.Faults.Count, report.Entries));
    }

    [Fact]
    public async Task An_export_verifies_after_the_key_was_changed_twice()
    {
        SignedTreeHead before = await Read(ledger => ledger.Head(Given.Tenant, default));
        string[] keys = [before.Head.KeyId, (await Rotate()).Made, (await Rotate()).Made];
        Assert.Equal(3, keys.Distinct().Count());
        Assert.Empty(Verify(await Export(), before).Faults);
        Assert.Equal(keys[2], (await Read(ledger => ledger.Head(Given.Tenant, default))).Head.KeyId);
    }

    [Theory]
    [InlineData("UPDATE Ledger SET Leaf = replace(Leaf, 'Started', 'Stalled') WHERE Sequence = 6", LedgerFaults.Edited, 6)]
    [InlineData("DELETE FROM Ledger WHERE Sequence = 6", LedgerFaults.Misplaced, 6)]
    [InlineData("DELETE FROM Ledger WHERE Sequence >= 20", LedgerFaults.Size, 20)]
    [InlineData("UPDATE Ledger SET Sequence = CASE Sequence WHEN 3 THEN 1003 WHEN 4 THEN 1004 END WHERE Sequence IN (3, 4); UPDATE Ledger SET Sequence = 1007 - Sequence WHERE Sequence > 1000", LedgerFaults.Misplaced, 3)]
    public async Task Whoever_runs_the_database_cannot_change_the_past_unseen(string command, string code, long entry)
    {
        SignedTreeHead before = await Read(ledger => ledger.Head(Given.Tenant, default));
        foreach (string trigger in new[] { "Ledger_goes_on_at_its_end", "Ledger_is_not_updated", "Ledger_is_not_deleted" })
        {
            await database.DropTrigger(trigger, "Ledger");
        }

        await database.Sql(command);
        LedgerFault fault = Verify(await Export(), before).Faults[0];
        Assert.Equal((code, entry), (fault.Code, fault.Entry));
    }

    [Fact]
    public async Task A_ledger_from_before_there_were_trees_gets_its_tree_with_the_next_entry()
    {
        await database.DropTrigger("LedgerNodes_are_not_deleted", "LedgerNodes");
        await database.Sql("DELETE FROM LedgerTrees; DELETE FROM LedgerNodes;");
        using var run = new Run();
        await database.Keep(run);
        Assert.Empty(Verify(await Export()).Faults);
        Assert.NotNull(await Read(ledger => ledger.Inclusion(Given.Tenant, 3, default)));
    }

    [Theory]
    [InlineData("UPDATE LedgerNodes SET Hash = 'forged' WHERE Level = 1")]
    [InlineData("DELETE FROM LedgerNodes WHERE Level = 1")]
    public async Task The_trees_nodes_take_no_change_and_no_deletion(string command) =>
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.Sql(command));

    private static LedgerReport Verify(string export, params SignedTreeHead[] earlier)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(export));
        return LedgerVerification.Of(stream, earlier);
    }

    private Task<T> Read<T>(Func<LedgerReader, Task<T>> read) => database.In(Given.Tenant, scope => read(scope.GetRequiredService<LedgerReader>()));

    private Task<(string Before, string Made)> Rotate() => database.In(Given.Tenant, scope => scope.GetRequiredService<SealKeyRing>().Rotate(default));

    private Task<string> Export() => Read(async ledger => string.Join('\n', await ledger.Export(Given.Tenant, default).ToListAsync()));
}
