using System.IO.Compression;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Storage.Keys;
using HandoffOffice.Storage.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffOffice.Storage.Archiving;

/// <summary>
/// Writes all that there is of a tenant into one file, with the keys of the installation. It has drafts and files that nobody has approved: it is for whoever runs the
/// database, who has them anyway, and no route hands it out.
/// </summary>
public sealed class ArchiveWriter(HandoffOfficeDb db, LedgerWriter ledger, SealKeyRing keys, TimeProvider time)
{
    /// <summary>What the ledger's entry is called.</summary>
    public const string EventKind = "TenantExported";

    /// <summary>Every tenant that has a row somewhere, in order.</summary>
    public async Task<IReadOnlyList<string>> Tenants(CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        SortedSet<string> tenants = new(StringComparer.Ordinal);
        foreach (ArchivedTable table in ArchivedTable.All(db))
        {
            tenants.UnionWith(await table.Tenants(cancel));
        }

        return [.. tenants];
    }

    /// <summary>Writes a tenant as it is now. That it was written is in its ledger, and in the archive's copy of that, too.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="to">A stream to write a ZIP file to.</param>
    /// <param name="cancel">Ends it; what was written is no archive then.</param>
    /// <returns>What is in it.</returns>
    public async Task<ArchiveManifest> Write(string tenantId, Stream to, CancellationToken cancel)
    {
        await ledger.Note(tenantId, new HandoffEvent(EventKind, Actor.Software, time.GetUtcNow(), new Dictionary<string, string>()), cancel);
        await using IDbContextTransaction snapshot = await db.BeginSnapshot(cancel);
        await using ZipArchive zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        List<ArchivePart> parts = [];
        foreach (ArchivedTable table in ArchivedTable.All(db))
        {
            long rows = 0;
            Sha256Digest digest = await ArchiveFile.Write(zip, ArchiveFile.PartOf(table.Name), async stream => rows = await table.Write(tenantId, stream, cancel));
            parts.Add(new ArchivePart(table.Name, table.Columns, rows, digest));
        }

        ArchivedKeys carried = await Keys(cancel);
        Sha256Digest keysDigest = await ArchiveFile.Write(zip, ArchiveFile.Keys, carried, cancel);
        LedgerTreeRow row = await db.LedgerTrees.IgnoreQueryFilters().AsNoTracking().SingleAsync(tree => tree.TenantId == tenantId, cancel);
        using SealKey key = await keys.SigningKey(cancel);
        var manifest = new ArchiveManifest(
            ArchiveManifest.CurrentForm, tenantId, time.GetUtcNow(), row.Size, LedgerWriter.Resumed(row).Root, parts, keysDigest, key.Id);
        await ArchiveFile.Write(zip, ArchiveFile.Manifest, key.Sign(manifest), cancel);
        return manifest;
    }

    private async Task<ArchivedKeys> Keys(CancellationToken cancel) => new(
        [.. (await db.SealKeys.AsNoTracking().OrderBy(key => key.Number).ToListAsync(cancel))
            .Select(key => new ArchivedSealKey(key.Id, key.Number, key.PublicKey, key.ProtectedSeed, key.CreatedAt, key.Handover))],
        [.. (await db.DataProtectionKeys.AsNoTracking().Where(key => key.Xml != null).OrderBy(key => key.Id).ToListAsync(cancel))
            .Select(key => new ArchivedProtectionKey(key.Xml!, key.FriendlyName))]);
}
