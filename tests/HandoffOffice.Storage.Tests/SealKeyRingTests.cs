using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Storage.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

public sealed class SealKeyRingTests : IAsyncLifetime
{
    private Database database = null!;

    public async ValueTask InitializeAsync() => database = await Database.Create();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task The_key_is_made_once_and_survives_a_restart()
    {
        using SealKey made = await SigningKey();
        await database.Restart();
        using SealKey again = await SigningKey();
        Assert.Equal(Convert.ToHexString(made.PublicKey), Convert.ToHexString(again.PublicKey));
        Assert.Equal(1, await database.Db(db => db.SealKeys.CountAsync()));
    }

    [Fact]
    public async Task Many_who_need_the_first_key_at_once_get_the_same()
    {
        SealKey[] made = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(SigningKey)));
        Assert.Single(made.Select(key => key.Id).Distinct());
        Assert.Equal(1, await database.Db(db => db.SealKeys.CountAsync()));
    }

    [Fact]
    public async Task A_key_follows_the_one_before_even_where_the_clock_stands_still_or_went_backwards()
    {
        List<SealKey> made = [await SigningKey()];
        for (int i = 0; i < 3; i++)
        {
            await database.In(null, scope => scope.GetRequiredService<SealKeyRing>().Rotate(TestContext.Current.CancellationToken));
            made.Add(await SigningKey());
        }

        await database.Sql("UPDATE SealKeys SET CreatedAt = (SELECT MIN(CreatedAt) FROM SealKeys)");
        using SealKey signs = await SigningKey();
        Assert.Equal(4, made.Select(key => key.Id).Distinct().Count());
        Assert.Equal(made[^1].Id, signs.Id);
    }

    [Fact]
    [Trait("Database", "SQLite")]
    public async Task Keys_from_before_they_had_numbers_are_numbered_as_they_were_made()
    {
        await Migrate("Training");
        await database.Sql("""
            DELETE FROM SealKeys;
            INSERT INTO SealKeys (Id, PublicKey, ProtectedSeed, CreatedAt) VALUES
            ('b', x'', x'', '2026-11-02T00:00:00.0000000+00:00'), ('a', x'', x'', '2026-11-03T00:00:00.0000000+00:00'), ('c', x'', x'', '2026-11-03T00:00:00.0000000+00:00')
            """);
        await Migrate();
        Assert.Equal(["b", "a", "c"], await database.Db(db => db.SealKeys.OrderBy(key => key.Number).Select(key => key.Id).ToListAsync()));
    }

    [Fact]
    [Trait("Database", "SQLite")]
    public async Task The_seed_is_nowhere_in_the_file_as_it_is()
    {
        using SealKey made = await SigningKey();
        byte[] stored = (await database.Db(db => db.SealKeys.AsNoTracking().SingleAsync())).ProtectedSeed;
        byte[] seed = await database.In(null, scope => Task.FromResult(Protector(scope).Unprotect(stored)));
        using SealKey same = SealKey.FromSeed(seed);
        Assert.Equal(made.Id, same.Id);

        await database.Sql("PRAGMA wal_checkpoint(TRUNCATE);");
        byte[] file = await ReadShared();
        Assert.Equal(-1, file.AsSpan().IndexOf(seed));
        Assert.NotEqual(-1, file.AsSpan().IndexOf(made.PublicKey));
    }

    [Fact]
    public async Task What_an_older_key_has_sealed_still_verifies_after_a_newer_one_signs()
    {
        using Run run = Run.ReadyToSign();
        using SealKey old = await SigningKey();
        run.Handoff.Sign(run.Signing(), run.Content, old, Given.First, run.Now);
        using SealKey newer = SealKey.Create();
        await Add(newer);

        using SealKey signs = await SigningKey();
        Assert.Equal(newer.Id, signs.Id);
        byte[]? publicKey = await PublicKey(run.Handoff.Seal!.Payload.KeyId);
        Assert.Null(run.Handoff.ReleaseError(run.Content(), publicKey, Given.First, run.Now));
    }

    [Fact]
    public async Task A_key_that_nobody_made_has_no_public_half() => Assert.Null(await PublicKey("0000000000000000"));

    private static IDataProtector Protector(IServiceProvider scope) =>
        scope.GetRequiredService<IDataProtectionProvider>().CreateProtector("HandoffOffice.SealKey.v1");

    private Task<SealKey> SigningKey() => database.In(null, scope => scope.GetRequiredService<SealKeyRing>().SigningKey(TestContext.Current.CancellationToken));

    private Task<byte[]?> PublicKey(string id) => database.In(null, scope => scope.GetRequiredService<SealKeyRing>().PublicKey(id, TestContext.Current.CancellationToken));

    private Task Add(SealKey key) => database.In(null, async scope =>
    {
        HandoffOfficeDb db = scope.GetRequiredService<HandoffOfficeDb>();
        db.SealKeys.Add(new SealKeyRow
        {
            Id = key.Id,
            PublicKey = key.PublicKey,
            ProtectedSeed = Protector(scope).Protect(key.ExportSeed()),
            Number = await db.SealKeys.CountAsync() + 1,
            CreatedAt = DateTimeOffset.UtcNow,
        });
        return await db.SaveChangesAsync();
    });

    private Task Migrate(string? to = null) => database.Db(async db =>
    {
        await db.Database.MigrateAsync(to);
        return true;
    });

    private async Task<byte[]> ReadShared()
    {
        await using var stream = new FileStream(database.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] content = new byte[stream.Length];
        await stream.ReadExactlyAsync(content);
        return content;
    }
}
