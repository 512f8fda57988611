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
    private IDataProtector Protector => protection.CreateProtector("HandoffOffice.SealKey.v1");

    /// <summary>The newest key, made where there is none yet.</summary>
    public async Task<SealKey> SigningKey(CancellationToken cancel) =>
        await Newest(cancel) is { } row ? SealKey.FromSeed(Protector.Unprotect(row.ProtectedSeed)) : await Keep(SealKey.Create(), null, cancel);

    /// <summary>Makes a new key that signs from now on. The one before hands over to it and still verifies what it has signed.</summary>
    /// <returns>The ids of the key before and of the new one.</returns>
    public async Task<(string Before, string Made)> Rotate(CancellationToken cancel)
    {
        using SealKey before = await SigningKey(cancel);
        SealKey next = SealKey.Create();
        SignedKeyHandover handover = before.HandOver(next, time.GetUtcNow());
        using SealKey made = await Keep(next, JsonSerializer.Serialize(handover, WorkflowFile.Options), cancel);
        return (before.Id, made.Id);
    }

    /// <summary>How the keys took over from each other, oldest first.</summary>
    public async Task<IReadOnlyList<SignedKeyHandover>> Handovers(CancellationToken cancel) =>
        [.. (await db.SealKeys.AsNoTracking().Where(key => key.Handover != null).OrderBy(key => key.CreatedAt).Select(key => key.Handover!).ToListAsync(cancel))
            .Select(json => JsonSerializer.Deserialize<SignedKeyHandover>(json, WorkflowFile.Options)!)];

    /// <summary>The public key with this id, or null.</summary>
    public async Task<byte[]?> PublicKey(string id, CancellationToken cancel) =>
        (await db.SealKeys.AsNoTracking().FirstOrDefaultAsync(key => key.Id == id, cancel))?.PublicKey;

    /// <summary>What goes with a released file that has this seal; null where its key is not there.</summary>
    public async Task<SealProof?> Proof(Seal seal, CancellationToken cancel)
    {
        Dictionary<string, byte[]> known = await db.SealKeys.AsNoTracking().ToDictionaryAsync(key => key.Id, key => key.PublicKey, cancel);
        return known.ContainsKey(seal.Payload.KeyId) ? SealProof.Of(seal, known, await Handovers(cancel)) : null;
    }

    private Task<SealKeyRow?> Newest(CancellationToken cancel) => db.SealKeys.AsNoTracking().OrderByDescending(key => key.CreatedAt).FirstOrDefaultAsync(cancel);

    private async Task<SealKey> Keep(SealKey made, string? handover, CancellationToken cancel)
    {
        db.SealKeys.Add(new SealKeyRow
        {
            Id = made.Id,
            PublicKey = made.PublicKey,
            ProtectedSeed = Protector.Protect(made.ExportSeed()),
            CreatedAt = time.GetUtcNow(),
            Handover = handover,
        });
        await db.SaveChangesAsync(cancel);
        return made;
    }
}
