using System.IO.Compression;
using System.Text;
using System.Text.Json;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Storage.Archiving;
using HandoffOffice.Storage.Keys;
using HandoffOffice.Storage.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

/// <summary>All of a tenant goes from one database into another, or nothing does.</summary>
[Trait("Capability", "C81")]
public sealed class ArchiveTests : IAsyncLifetime
{
    private const string Other = "tenant-2";

    // What an import adds an entry to.
    private static readonly string[] OfTheLedger = ["Ledger", "LedgerNodes", "LedgerTrees"];

    private Database source = null!;
    private Guid handoff;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        source = await Database.CreateSqlite();
        handoff = await FilledTenant.Fill(source, Given.Tenant);
        await FilledTenant.Fill(source, Other);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    [Fact]
    [Trait("Capability", "C79")]
    public async Task From_SQLite_into_the_database_of_the_product_and_back_each_row_is_the_same()
    {
        byte[] first = await Export(source);
        await using Database moved = await LikeTheSource();
        await Import(moved, first);
        byte[] second = await Export(moved);
        await using Database back = await LikeTheSource(sqlite: true);
        await Import(back, second);

        Dictionary<string, string> before = Entries(first);
        Assert.All(before.Where(entry => entry.Key.EndsWith(".jsonl", StringComparison.Ordinal)), table => Assert.NotEmpty(table.Value));
        foreach (Dictionary<string, string> after in new[] { Entries(second), Entries(await Export(back)) })
        {
            Assert.Equal(before.Keys, after.Keys);
            foreach (string table in Manifest(first).Parts.Select(part => part.Table).Except(OfTheLedger))
            {
                Assert.Equal(before[$"{table}.jsonl"], after[$"{table}.jsonl"]);
            }

            Assert.StartsWith(before["Ledger.jsonl"], after["Ledger.jsonl"], StringComparison.Ordinal);
            // The key of data protection that the new installation began with is left to it.
            Assert.Equal(Seals(before["keys.json"]), Seals(after["keys.json"]));
        }
    }

    [Fact]
    public async Task Every_table_with_a_tenant_is_in_it_and_no_row_of_another_tenant()
    {
        byte[] archive = await Export(source);
        string[] tables = await source.Db(db => Task.FromResult(db.Model.GetEntityTypes().Where(type => type.FindProperty("TenantId") is not null).Select(type => type.GetTableName()!).ToArray()));
        Assert.Equal(tables.Order(StringComparer.Ordinal), Manifest(archive).Parts.Select(part => part.Table).Order(StringComparer.Ordinal));
        Assert.All(Entries(archive), entry => Assert.DoesNotContain(Other, entry.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_ledger_goes_on_where_it_was_and_says_where_it_comes_from()
    {
        SignedTreeHead kept = await Reader(source, ledger => ledger.Head(Given.Tenant, Cancel));
        byte[] archive = await Export(source);
        await using Database moved = await LikeTheSource();
        ArchiveManifest read = await Import(moved, archive);
        SignedTreeHead head = await Reader(moved, ledger => ledger.Head(Given.Tenant, Cancel));
        Assert.Equal(read.LedgerSize + 1, head.Head.Size);
        Assert.Equal(kept.Head.KeyId, head.Head.KeyId);
        Assert.Equal(kept.Head.Root, await Reader(moved, ledger => ledger.RootAt(Given.Tenant, kept.Head.Size, Cancel)));
        Assert.Equal(read.LedgerRoot, await Reader(moved, ledger => ledger.RootAt(Given.Tenant, read.LedgerSize, Cancel)));
        List<LedgerEntry> entries = await moved.Ledger();
        Assert.Equal([ArchiveWriter.EventKind, ArchiveReader.EventKind], entries.TakeLast(2).Select(entry => entry.Kind));
        Assert.Contains($"{read.LedgerRoot}", entries[^1].Leaf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_moved_is_read_and_changed_as_before()
    {
        await using Database moved = await LikeTheSource();
        await Import(moved, await Export(source));
        await moved.Restart();
        Assert.Equal(await Opened(source), await Opened(moved));
        Handoff read = await moved.Read(handoff);
        Assert.Equal((await source.Read(handoff)).Record.Digest, read.Record.Digest);
        (_, HandoffError? error) = await moved.Change(handoff, one => one.StartDraft(Given.Author, Given.Start));
        Assert.Null(error);
    }

    [Fact]
    public async Task A_second_tenant_of_the_installation_follows_the_first()
    {
        await using Database moved = await LikeTheSource();
        await Import(moved, await Export(source));
        await source.In(Given.Tenant, scope => scope.GetRequiredService<KeyRotation>().Rotate(Given.Tenant, Given.Author, Cancel));
        await Import(moved, await Export(source, Other));
        await moved.Restart();
        Assert.Equal(2, await moved.Db(db => db.SealKeys.CountAsync(Cancel)));
        Assert.Equal(await Opened(source), await Opened(moved));
        Assert.Equal([Given.Tenant, Other], await moved.In(null, scope => scope.GetRequiredService<ArchiveWriter>().Tenants(Cancel)));
    }

    [Fact]
    public async Task A_tenant_that_is_there_is_not_written_over()
    {
        byte[] archive = await Export(source);
        await Refused(source, archive, Given.Tenant);
        await using Database moved = await LikeTheSource();
        await Import(moved, archive);
        await Refused(moved, archive, Given.Tenant);
    }

    [Fact]
    public async Task A_changed_archive_is_refused_whatever_was_changed_in_it()
    {
        byte[] archive = await Export(source);
        await using Database moved = await LikeTheSource();
        foreach ((string name, string content) in Entries(archive))
        {
            string told = await Refused(moved, With(archive, name, Altered(content)));
            Assert.Contains(name.Replace(".jsonl", "", StringComparison.Ordinal).Replace(".json", "", StringComparison.Ordinal), told, StringComparison.OrdinalIgnoreCase);
            await Refused(moved, With(archive, name, null), $"no {name}");
        }

        await Refused(moved, [.. archive.Take(archive.Length - 30)], "ZIP");
        await Refused(moved, Encoding.UTF8.GetBytes("no archive"), "ZIP");
        await Refused(moved, [], "ZIP");
        await Import(moved, archive);
    }

    [Fact]
    public async Task A_ledger_that_was_changed_in_the_database_is_found_out_on_the_way()
    {
        await source.DropTrigger("Ledger_is_not_updated", "Ledger");
        await source.Sql($"UPDATE Ledger SET Leaf = replace(Leaf, 'Started', 'Drafted') WHERE Sequence = 0 AND TenantId = '{Given.Tenant}'");
        await using Database moved = await LikeTheSource();
        await Refused(moved, await Export(source), "entry 0 ");
    }

    [Fact]
    public async Task A_ledger_that_was_changed_with_its_hashes_is_found_out_by_its_tree()
    {
        await source.DropTrigger("Ledger_is_not_updated", "Ledger");
        LedgerEntry entry = (await source.Ledger()).First(one => one.TenantId == Given.Tenant);
        string leaf = entry.Leaf.Replace("Started", "Drafted", StringComparison.Ordinal);
        await source.Sql($"UPDATE Ledger SET Leaf = replace(Leaf, 'Started', 'Drafted'), LeafHash = '{LedgerEntry.Hash(leaf)}' WHERE Sequence = 0 AND TenantId = '{Given.Tenant}'");
        await using Database moved = await LikeTheSource();
        await Refused(moved, await Export(source), "tree");
    }

    [Fact]
    public async Task Keys_that_the_certificate_does_not_open_are_not_taken()
    {
        byte[] archive = await Export(source);
        await using Database elsewhere = await Database.Create();
        await Refused(elsewhere, archive, "Keys:Certificate");
    }

    [Fact]
    public async Task Keys_of_two_installations_are_not_mixed()
    {
        await using Database elsewhere = await LikeTheSource();
        await FilledTenant.Fill(elsewhere, "tenant-3");
        await Refused(elsewhere, await Export(source), "keys of its own");
    }

    [Fact]
    public async Task An_archive_of_another_version_is_refused_with_what_differs()
    {
        byte[] archive = await Export(source);
        ArchiveManifest manifest = Manifest(archive);
        ArchivePart people = manifest.Parts.Single(part => part.Table == "People");
        ArchiveManifest older = manifest with { Parts = [.. manifest.Parts.Select(part => part == people ? people with { Columns = [.. people.Columns.Where(column => column != "Email")] } : part)] };
        await using Database moved = await LikeTheSource();
        await Refused(moved, With(archive, "manifest.json", await Signed(older)), "People.Email");
        await Refused(moved, With(archive, "manifest.json", await Signed(manifest with { Form = "handoffoffice-archive-2" })), "handoffoffice-archive-2");
    }

    [Fact]
    public async Task A_text_that_not_every_database_can_hold_is_said_before_anything_is_written()
    {
        string people = Entries(await Export(source))["People.jsonl"].Replace("Ada Author", "Ada\\u0000Author", StringComparison.Ordinal);
        byte[] archive = await Export(source);
        ArchiveManifest manifest = Manifest(archive);
        manifest = manifest with { Parts = [.. manifest.Parts.Select(part => part.Table == "People" ? part with { Digest = Sha256Digest.Of(Encoding.UTF8.GetBytes(people)) } : part)] };
        await using Database moved = await LikeTheSource();
        await Refused(moved, With(With(archive, "People.jsonl", people), "manifest.json", await Signed(manifest)), "Name");
    }

    // The same certificate, as whoever moves an installation brings it along.
    private async Task<Database> LikeTheSource(bool sqlite = false)
    {
        Database database = sqlite ? await Database.CreateSqlite() : await Database.Create();
        File.Copy(source.Certificate, database.Certificate, overwrite: true);
        await database.Restart();
        return database;
    }

    private static async Task<byte[]> Export(Database from, string tenant = Given.Tenant)
    {
        using var stream = new MemoryStream();
        await from.In(null, scope => scope.GetRequiredService<ArchiveWriter>().Write(tenant, stream, Cancel));
        return stream.ToArray();
    }

    private static Task<ArchiveManifest> Import(Database into, byte[] archive) =>
        into.In(null, scope => scope.GetRequiredService<ArchiveReader>().Read(new MemoryStream(archive), Cancel));

    // Nothing of it is there afterwards, and what was there is.
    private static async Task<string> Refused(Database by, byte[] archive, string because = "")
    {
        Task<string> Everything() => by.Db(async db =>
        {
            await db.Database.OpenConnectionAsync(Cancel);
            using var rows = new MemoryStream();
            foreach (string tenant in await by.In(null, scope => scope.GetRequiredService<ArchiveWriter>().Tenants(Cancel)))
            {
                foreach (ArchivedTable table in ArchivedTable.All(db))
                {
                    await table.Write(tenant, rows, Cancel);
                }
            }

            return Encoding.UTF8.GetString(rows.ToArray()) + string.Join(' ', await db.SealKeys.Select(key => key.Id).ToListAsync(Cancel)) + await db.DataProtectionKeys.CountAsync(Cancel);
        });
        string before = await Everything();
        ArchiveRefusedException refused = await Assert.ThrowsAsync<ArchiveRefusedException>(() => Import(by, archive));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Everything());
        return refused.Message;
    }

    private async Task<string> Signed(ArchiveManifest manifest)
    {
        using SealKey key = await source.In(null, scope => scope.GetRequiredService<SealKeyRing>().SigningKey(Cancel));
        return JsonSerializer.Serialize(key.Sign(manifest), WorkflowFile.Options);
    }

    private static async Task<string> Opened(Database database)
    {
        using SealKey key = await database.In(null, scope => scope.GetRequiredService<SealKeyRing>().SigningKey(Cancel));
        return Convert.ToHexString(key.ExportSeed());
    }

    private static Task<T> Reader<T>(Database database, Func<LedgerReader, Task<T>> read) => database.In(null, scope => read(scope.GetRequiredService<LedgerReader>()));

    private static ArchiveManifest Manifest(byte[] archive) =>
        JsonSerializer.Deserialize<SignedArchiveManifest>(Entries(archive)["manifest.json"], WorkflowFile.Options)!.Manifest;

    private static string Seals(string keys) => JsonDocument.Parse(keys).RootElement.GetProperty("seals").GetRawText();

    private static Dictionary<string, string> Entries(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.ToDictionary(entry => entry.Name, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }

    // A digit is another one, somewhere within the values.
    private static string Altered(string content)
    {
        int at = content.LastIndexOfAny([.. "0123456789"]);
        return at < 0 ? content + content : content[..at] + (char)('0' + ((content[at] - '0' + 1) % 10)) + content[(at + 1)..];
    }

    private static byte[] With(byte[] archive, string name, string? content)
    {
        using var stream = new MemoryStream();
        stream.Write(archive);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)!.Delete();
            if (content is not null)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }
}
