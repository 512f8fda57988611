using System.Text.Json;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Storage.Keys;

/// <summary>The keys that seals are signed and checked with, in the database so that every node has them.</summary>
public sealed class SealKeyRing(HandoffOfficeDb db, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>What the seeds are encrypted for, in the words of data protection.</summary>
    internal const string Purpose = "HandoffOffice.SealKey.v1";

    private IDataProtector Protector => protection.CreateProtector(Purpose);

    /// <summary>The newest key, made where there is none yet: once, however many ask for it first.</summary>
    public async Task<SealKey> SigningKey(CancellationToken cancel) => Opened(await Newest(cancel) ?? await First(cancel));

    /// <summary>Makes the first key where there is none yet, so that nobody who signs has to race for it with another.</summary>
    public async Task Prepare(CancellationToken cancel)
    {
        if (await Newest(cancel) is null)
        {
            await First(cancel);
        }
    }

    /// <summary>Makes a new key that signs from now on. The one before hands over to it and still verifies what it has signed.</summary>
    /// <returns>The ids of the key before and of the new one.</returns>
    /// <exception cref="DbUpdateException">Another made the next key meanwhile.</exception>
    public async Task<(string Before, string Made)> Rotate(CancellationToken cancel)
    {
        SealKeyRow last = await Newest(cancel) ?? await First(cancel);
        using SealKey before = Opened(last);
        using SealKey next = SealKey.Create();
        SignedKeyHandover handover = before.HandOver(next, time.GetUtcNow());
        await Keep(next, last.Number + 1, JsonSerializer.Serialize(handover, WorkflowFile.Options), cancel);
        return (before.Id, next.Id);
    }

    /// <summary>How the keys took over from each other, oldest first.</summary>
    public async Task<IReadOnlyList<SignedKeyHandover>> Handovers(CancellationToken cancel) =>
        [.. (await db.SealKeys.AsNoTracking().Where(key => key.Handover != null).OrderBy(key => key.Number).Select(key => key.Handover!).ToListAsync(cancel))
            .Select(json => JsonSerializer.Deserialize<SignedKeyHandover>(json, WorkflowFile.Options)!)];

    /// <summary>The public key with this id, or null.</summary>
    public async Task<byte[]?> PublicKey(string id, CancellationToken cancel) =>
        (await db.SealKeys.AsNoTracking().FirstOrDefaultAsync(key => key.Id == id, cancel))?.PublicKey;

    /// <summary>All public keys, oldest first.</summary>
    public Task<List<byte[]>> PublicKeys(CancellationToken cancel) =>
        db.SealKeys.AsNoTracking().OrderBy(key => key.Number).Select(key => key.PublicKey).ToListAsync(cancel);

    /// <summary>What goes with a released file that has this seal; null where its key is not there.</summary>
    public async Task<SealProof?> Proof(Seal seal, CancellationToken cancel)
    {
        Dictionary<string, byte[]> known = await db.SealKeys.AsNoTracking().ToDictionaryAsync(key => key.Id, key => key.PublicKey, cancel);
        return known.ContainsKey(seal.Payload.KeyId) ? SealProof.Of(seal, known, await Handovers(cancel)) : null;
    }

    private Task<SealKeyRow?> Newest(CancellationToken cancel) => db.SealKeys.AsNoTracking().OrderByDescending(key => key.Number).FirstOrDefaultAsync(cancel);

    // Of several that find none and make one, one is kept, by its number; the others take that.
    private async Task<SealKeyRow> First(CancellationToken cancel)
    {
        using SealKey made = SealKey.Create();
        try
        {
            return await Keep(made, 1, null, cancel);
        }
        catch (DbUpdateException lost)
        {
            lost.Entries.Single().State = EntityState.Detached;
            if (await Newest(cancel) is { } first)
            {
                return first;
            }

            throw;
        }
    }

    private async Task<SealKeyRow> Keep(SealKey made, int number, string? handover, CancellationToken cancel)
    {
        var row = new SealKeyRow
        {
            Id = made.Id,
            Number = number,
            PublicKey = made.PublicKey,
            ProtectedSeed = Protector.Protect(made.ExportSeed()),
            CreatedAt = time.GetUtcNow(),
            Handover = handover,
        };
        db.SealKeys.Add(row);
        await db.SaveChangesAsync(cancel);
        return row;
    }

    private SealKey Opened(SealKeyRow row) => SealKey.FromSeed(Protector.Unprotect(row.ProtectedSeed));
}
