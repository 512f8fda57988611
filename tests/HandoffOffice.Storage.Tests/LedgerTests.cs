using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Storage.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

public sealed class LedgerTests : IAsyncLifetime
{
    private Database database = null!;

    public static TheoryData<string> OwnWays { get; } = TestServer.IsUsed
        ? ["TRUNCATE Ledger", "TRUNCATE Ledger, Handoffs CASCADE"]
        :
        [
            "INSERT OR REPLACE INTO Ledger SELECT TenantId, Sequence, HandoffId, At, ActorId, 'Forged', Leaf, LeafHash FROM Ledger WHERE Sequence = 1",
            "REPLACE INTO Ledger SELECT TenantId, Sequence, HandoffId, At, 'somebody', Kind, Leaf, LeafHash FROM Ledger WHERE Sequence = 6",
        ];

    public async ValueTask InitializeAsync()
    {
        database = await Database.Create();
        using var run = new Run();
        await database.Keep(run);
        foreach (HandoffAction action in new[] { HandoffAction.StartDraft, HandoffAction.CompleteDraft, HandoffAction.CompleteChecks, HandoffAction.Decide })
        {
            await database.Change(run.Handoff.Id, handoff =>
            {
                run.Handoff = handoff;
                return run.Do(action);
            });
        }
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory]
    [InlineData("UPDATE Ledger SET Leaf = 'forged' WHERE Sequence = 1")]
    [InlineData("UPDATE Ledger SET Sequence = Sequence + 100")]
    [InlineData("DELETE FROM Ledger WHERE Sequence = 6")]
    [InlineData("DELETE FROM Ledger")]
    [InlineData("INSERT INTO Ledger SELECT * FROM Ledger WHERE Sequence = 1 ON CONFLICT (TenantId, Sequence) DO UPDATE SET Kind = 'Forged'")]
    [InlineData("INSERT INTO Ledger (TenantId, Sequence, HandoffId, At, ActorId, Kind, Leaf, LeafHash) SELECT TenantId, Sequence + 2, HandoffId, At, ActorId, Kind, Leaf, LeafHash FROM Ledger WHERE Sequence = 6")]
    [InlineData("INSERT INTO Ledger (TenantId, Sequence, HandoffId, At, ActorId, Kind, Leaf, LeafHash) SELECT TenantId, -1, HandoffId, At, ActorId, Kind, Leaf, LeafHash FROM Ledger WHERE Sequence = 6")]
    public async Task The_ledger_takes_no_change_no_deletion_no_replacement_and_no_gap(string command)
    {
        string before = JsonSerializer.Serialize(await database.Ledger());
        DbException refused = await Assert.ThrowsAnyAsync<DbException>(() => database.Sql(command));
        Assert.Contains("The ledger is append-only.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, JsonSerializer.Serialize(await database.Ledger()));
    }

    [Theory]
    [MemberData(nameof(OwnWays))]
    public Task What_one_database_has_beside_that_changes_no_entry_either(string command) => The_ledger_takes_no_change_no_deletion_no_replacement_and_no_gap(command);

    // RFC 6962 section 2.1: MTH({d(0)}) = SHA-256(0x00 || d(0)).
    [Fact]
    public async Task A_leaf_hash_is_that_of_RFC_6962()
    {
        Assert.Equal("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", LedgerEntry.Hash(""));
        Assert.All(await database.Ledger(), entry =>
        {
            byte[] data = [0x00, .. Encoding.UTF8.GetBytes(entry.Leaf)];
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(data)), entry.LeafHash);
        });
    }

    [Fact]
    public async Task A_leaf_is_canonical_and_says_all_that_its_row_says()
    {
        List<LedgerEntry> ledger = await database.Ledger();
        Assert.Equal(["Started", "DraftingStarted", "Drafted", "Checked", "ChangeDecided", "ChangeDecided", "ChangeDecided"], ledger.Select(entry => entry.Kind));
        Assert.All(ledger, entry =>
        {
            using JsonDocument leaf = JsonDocument.Parse(entry.Leaf);
            JsonElement root = leaf.RootElement;
            Assert.Equal(CanonicalJson.Write(root), entry.Leaf);
            Assert.Equal(
                (entry.TenantId, entry.Sequence, entry.HandoffId, entry.At, entry.ActorId, entry.Kind),
                (root.GetProperty("tenant").GetString(), root.GetProperty("sequence").GetInt64(), root.GetProperty("handoff").GetGuid(),
                    root.GetProperty("at").GetDateTimeOffset(), root.GetProperty("actor").GetString(), root.GetProperty("kind").GetString()));
        });
    }

    [Fact]
    [Trait("Capability", "C82")]
    public async Task Leaves_carry_no_name_no_address_and_no_text()
    {
        string leaves = string.Join('\n', (await database.Ledger()).Select(entry => entry.Leaf));
        string[] texts = ["Ada", "Rita", "example.org", "Nordhafen", "Bremerhaven", "warehouse", "Note to"];
        Assert.All(texts, text => Assert.DoesNotContain(text, leaves, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Each_tenant_has_a_ledger_of_its_own_from_0_on()
    {
        using var run = new Run(Given.Workflow(), Given.Record(), Given.Author, [Given.First.Person], "tenant-2");
        await database.Keep(run);
        Assert.Equal([0L], (await database.Ledger()).Where(entry => entry.TenantId == "tenant-2").Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task Nothing_is_appended_outside_of_the_transaction_of_what_it_records() => await Assert.ThrowsAsync<InvalidOperationException>(() =>
        database.In(Given.Tenant, async scope =>
        {
            await scope.GetRequiredService<LedgerWriter>().Append(Given.Tenant, Guid.Empty, [], TestContext.Current.CancellationToken);
            return true;
        }));
}
