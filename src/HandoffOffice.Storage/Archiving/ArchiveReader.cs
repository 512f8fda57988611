using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Storage.Keys;
using HandoffOffice.Storage.Ledger;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffOffice.Storage.Archiving;

/// <summary>
/// Brings an archive into a database that has nothing of its tenant: all of it or nothing. Before anything is written the archive is held against its signed manifest,
/// and its ledger hashed anew, entry by entry.
/// </summary>
public sealed class ArchiveReader(HandoffOfficeDb db, LedgerWriter ledger, KeyOpener opener, TimeProvider time)
{
    /// <summary>What the ledger's entry is called.</summary>
    public const string EventKind = "TenantImported";

    private const string LedgerTable = "Ledger";

    /// <summary>Reads an archive.</summary>
    /// <param name="from">The ZIP file; it is read more than once.</param>
    /// <param name="cancel">Ends it without a trace.</param>
    /// <returns>What was in it. The tenant's ledger has one entry more, which says that it came from this archive.</returns>
    /// <exception cref="ArchiveRefusedException">It is no archive, or was changed, or does not fit; nothing was changed.</exception>
    public async Task<ArchiveManifest> Read(Stream from, CancellationToken cancel)
    {
        await using ZipArchive zip = await Open(from, cancel);
        (SignedArchiveManifest signed, _) = await ArchiveFile.Read<SignedArchiveManifest>(zip, ArchiveFile.Manifest, cancel);
        (ArchivedKeys keys, Sha256Digest keysDigest) = await ArchiveFile.Read<ArchivedKeys>(zip, ArchiveFile.Keys, cancel);
        ArchiveManifest manifest = signed.Manifest;
        RefuseAnotherForm(manifest);
        RefuseUnsigned(signed, keys, keysDigest);
        opener.Try(keys);
        IReadOnlyList<ArchivedTable> tables = ArchivedTable.All(db);
        RefuseAnotherVersion(manifest, tables);
        foreach ((ArchivedTable table, ArchivePart part) in tables.Zip(manifest.Parts))
        {
            await RefuseChanged(zip, table, part, manifest, cancel);
        }

        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(WriteLock.Keys, cancel);
        await db.Hold(WriteLock.Ledger(manifest.TenantId), cancel);
        foreach (ArchivedTable table in tables)
        {
            await RefuseTwice(table, manifest.TenantId, cancel);
        }

        await Take(keys, cancel);
        foreach (ArchivedTable table in tables)
        {
            await table.Insert(Rows(zip, table, manifest.TenantId, cancel), cancel);
        }

        await Note(signed, cancel);
        await transaction.CommitAsync(cancel);
        return manifest;
    }

    private static async Task<ZipArchive> Open(Stream from, CancellationToken cancel)
    {
        try
        {
            return await ZipArchive.CreateAsync(from, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancel);
        }
        catch (InvalidDataException e)
        {
            throw new ArchiveRefusedException("It is no ZIP file, or not all of one.", e);
        }
    }

    private static void RefuseAnotherForm(ArchiveManifest manifest)
    {
        if (manifest.Form != ArchiveManifest.CurrentForm)
        {
            throw new ArchiveRefusedException($"It has the form {manifest.Form}; this version reads {ArchiveManifest.CurrentForm}.");
        }
    }

    private static void RefuseUnsigned(SignedArchiveManifest signed, ArchivedKeys keys, Sha256Digest keysDigest)
    {
        ArchivedSealKey signing = keys.Seals.FirstOrDefault(key => key.Id == signed.Manifest.KeyId)
            ?? throw new ArchiveRefusedException($"It is signed with the key {signed.Manifest.KeyId}, which it does not have.");
        if (keysDigest != signed.Manifest.Keys || SealKey.IdOf(signing.PublicKey) != signing.Id
            || !SealKey.Verifies(signed.Manifest.ToSignedBytes(), signed.Signature, signing.PublicKey))
        {
            throw new ArchiveRefusedException("Its manifest or its keys were changed: the signature does not hold.");
        }
    }

    private static void RefuseAnotherVersion(ArchiveManifest manifest, IReadOnlyList<ArchivedTable> tables)
    {
        string[] here = [.. tables.SelectMany(Names)];
        string[] there = [.. manifest.Parts.SelectMany(part => part.Columns.Select(column => $"{part.Table}.{column}"))];
        if (!here.SequenceEqual(there))
        {
            string[] differing = [.. here.Except(there).Concat(there.Except(here))];
            throw new ArchiveRefusedException(
                $"It was made by another version of the product, which has other columns ({string.Join(", ", differing.Take(5))}): export and import with the same version.");
        }

        static IEnumerable<string> Names(ArchivedTable table) => table.Columns.Select(column => $"{table.Name}.{column}");
    }

    // The rows are read as they will be when they are put in, so that what can't be read is found before.
    private static async Task RefuseChanged(ZipArchive zip, ArchivedTable table, ArchivePart part, ArchiveManifest manifest, CancellationToken cancel)
    {
        await using (Stream entry = await ArchiveFile.Entry(zip, ArchiveFile.PartOf(table.Name)).OpenAsync(cancel))
        {
            if (Sha256Digest.FromBytes(await SHA256.HashDataAsync(entry, cancel)) != part.Digest)
            {
                throw new ArchiveRefusedException($"The rows of {table.Name} were changed: they are not those of the manifest.");
            }
        }

        var tree = table.Name == LedgerTable ? new MerkleTree() : null;
        long rows = 0;
        await foreach (object?[] row in Rows(zip, table, manifest.TenantId, cancel))
        {
            rows++;
            tree?.Append(HashedAnew(table, row, tree.Size));
        }

        if (rows != part.Rows)
        {
            throw new ArchiveRefusedException($"{table.Name} has {rows} rows, and {part.Rows} in the manifest.");
        }

        if (tree is not null && (tree.Size, tree.Root) != (manifest.LedgerSize, manifest.LedgerRoot))
        {
            throw new ArchiveRefusedException("The ledger's entries are not those that its tree was made of: it was changed before the archive was written.");
        }
    }

    private static Sha256Digest HashedAnew(ArchivedTable table, object?[] row, long expected)
    {
        long sequence = (long)row[table.PlaceOf(nameof(LedgerEntry.Sequence))]!;
        string hash = LedgerEntry.Hash((string)row[table.PlaceOf(nameof(LedgerEntry.Leaf))]!);
        return sequence == expected && hash == (string?)row[table.PlaceOf(nameof(LedgerEntry.LeafHash))]
            ? Sha256Digest.Parse(hash)
            : throw new ArchiveRefusedException($"The ledger's entry {sequence} is not the one that was written: it was changed before the archive was written.");
    }

    private static async IAsyncEnumerable<object?[]> Rows(ZipArchive zip, ArchivedTable table, string tenantId, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using Stream entry = await ArchiveFile.Entry(zip, ArchiveFile.PartOf(table.Name)).OpenAsync(cancel);
        using var lines = new StreamReader(entry, Encoding.UTF8);
        while (await lines.ReadLineAsync(cancel) is { } line)
        {
            object?[] row;
            try
            {
                row = table.Read(line, tenantId);
            }
            catch (FormatException e)
            {
                throw new ArchiveRefusedException(e.Message, e);
            }

            yield return row;
        }
    }

    private static async Task RefuseTwice(ArchivedTable table, string tenantId, CancellationToken cancel)
    {
        if ((await table.Tenants(cancel)).Contains(tenantId))
        {
            throw new ArchiveRefusedException($"The tenant {tenantId} is in this database: {table.Name} has rows of it. An archive goes where nothing of its tenant is.");
        }
    }

    // The keys of both are those of one installation, or those that are here have signed nothing yet.
    private async Task Take(ArchivedKeys carried, CancellationToken cancel)
    {
        List<SealKeyRow> here = await db.SealKeys.OrderBy(key => key.Number).ToListAsync(cancel);
        List<ArchivedSealKey> missing = [.. carried.Seals.Where(key => here.TrueForAll(one => one.Id != key.Id))];
        bool goesOn = here.TrueForAll(one => carried.Seals.Any(key => key.Id == one.Id));
        if (missing.Count > 0 && !goesOn)
        {
            if (await db.Ledger.IgnoreQueryFilters().AnyAsync(cancel))
            {
                throw new ArchiveRefusedException(
                    $"This installation has signed with keys of its own ({here[^1].Id}), and the archive has others: a tenant moves within an installation or into a new one.");
            }

            db.SealKeys.RemoveRange(here);
            await db.SaveChangesAsync(cancel);
        }

        db.SealKeys.AddRange(missing.Select(key => new SealKeyRow
        {
            Id = key.Id,
            Number = key.Number,
            PublicKey = key.PublicKey,
            ProtectedSeed = key.ProtectedSeed,
            CreatedAt = key.CreatedAt,
            Handover = key.Handover,
        }));
        HashSet<string?> known = [.. await db.DataProtectionKeys.Select(key => key.Xml).ToListAsync(cancel)];
        db.DataProtectionKeys.AddRange(carried.Protection.Where(key => !known.Contains(key.Xml)).Select(key => new DataProtectionKey { FriendlyName = key.FriendlyName, Xml = key.Xml }));
        await db.SaveChangesAsync(cancel);
    }

    private async Task Note(SignedArchiveManifest signed, CancellationToken cancel)
    {
        var facts = new Dictionary<string, string>
        {
            ["archive"] = $"{Sha256Digest.Of(signed.Manifest.ToSignedBytes())}",
            ["entries"] = signed.Manifest.LedgerSize.ToString(CultureInfo.InvariantCulture),
            ["root"] = $"{signed.Manifest.LedgerRoot}",
            ["key"] = signed.Manifest.KeyId,
        };
        await ledger.Append(signed.Manifest.TenantId, null, [new HandoffEvent(EventKind, Actor.Software, time.GetUtcNow(), facts)], cancel);
        await db.SaveChangesAsync(cancel);
    }
}
