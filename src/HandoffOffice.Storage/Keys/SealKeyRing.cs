using HandoffOffice.Domain.Releasing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Storage.Keys;

/// <summary>The keys that seals are signed and checked with, in the database so that every node has them.</summary>
public sealed class SealKeyRing(HandoffOfficeDb db, IDataProtectionProvider protection, TimeProvider time)
{
    private IDataProtector Protector => protection.CreateProtector("HandoffOffice.SealKey.v1");

    /// <summary>The newest key, made where there is none yet.</summary>
    public async Task<SealKey> SigningKey(CancellationToken cancel)
    {
        SealKeyRow? row = await db.SealKeys.AsNoTracking().OrderByDescending(key => key.CreatedAt).FirstOrDefaultAsync(cancel);
        if (row is not null)
        {
            return SealKey.FromSeed(Protector.Unprotect(row.ProtectedSeed));
        }

        SealKey made = SealKey.Create();
        db.SealKeys.Add(new SealKeyRow
        {
            Id = made.Id,
            PublicKey = made.PublicKey,
            ProtectedSeed = Protector.Protect(made.ExportSeed()),
            CreatedAt = time.GetUtcNow(),
        });
        await db.SaveChangesAsync(cancel);
        return made;
    }

    /// <summary>The public key with this id, or null.</summary>
    public async Task<byte[]?> PublicKey(string id, CancellationToken cancel) =>
        (await db.SealKeys.AsNoTracking().FirstOrDefaultAsync(key => key.Id == id, cancel))?.PublicKey;
}
