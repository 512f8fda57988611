using System.Security.Cryptography;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Storage.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

[Trait("Capability", "C80")]
public sealed class KeyCertificateTests : IAsyncLifetime
{
    private Database database = null!;
    private byte[] seed = [];

    public async ValueTask InitializeAsync()
    {
        database = await Database.Create();
        using SealKey made = await database.In(null, scope => scope.GetRequiredService<SealKeyRing>().SigningKey(TestContext.Current.CancellationToken));
        seed = (await database.Db(db => db.SealKeys.AsNoTracking().SingleAsync())).ProtectedSeed;
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task The_database_and_its_certificate_open_a_seed_after_a_restart()
    {
        await database.Restart();
        Assert.Equal(32, (await Opened(database)).Length);
    }

    [Fact]
    public async Task The_database_alone_opens_no_seed()
    {
        File.Delete(database.Certificate);
        await database.Restart();
        await Assert.ThrowsAsync<CryptographicException>(() => Opened(database));
        Assert.True(File.Exists(database.Certificate));
    }

    [Fact]
    public async Task The_certificate_alone_opens_no_seed()
    {
        await using Database other = await Database.Create();
        File.Copy(database.Certificate, other.Certificate, overwrite: true);
        await other.Restart();
        await Assert.ThrowsAsync<CryptographicException>(() => Opened(other));
    }

    [Fact]
    public async Task No_key_lies_in_the_database_as_it_is()
    {
        string[] keys = [.. (await database.Db(db => db.DataProtectionKeys.AsNoTracking().ToListAsync())).Select(key => key.Xml ?? "")];
        Assert.NotEmpty(keys);
        Assert.All(keys, xml => Assert.DoesNotContain("<masterKey", xml, StringComparison.Ordinal));
        Assert.All(keys, xml => Assert.Contains("EncryptedData", xml, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_from_before_there_was_a_certificate_is_still_read()
    {
        await using Database older = await Database.Create();
        await using ServiceProvider unprotected = Unprotected(older);
        byte[] kept = Protector(unprotected).Protect([1, 2, 3]);
        await older.Restart();
        Assert.Equal([1, 2, 3], await older.In(null, scope => Task.FromResult(Protector(scope).Unprotect(kept))));
    }

    [Fact]
    public void Nobody_else_on_the_machine_reads_the_certificate()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(database.Certificate));
        }
    }

    [Theory]
    [InlineData("nowhere.pfx")]
    [InlineData("garbage.pfx")]
    public void A_setting_that_names_no_certificate_is_said_by_its_name(string file)
    {
        string folder = Path.GetDirectoryName(database.Certificate)!;
        File.WriteAllText(Path.Combine(folder, "garbage.pfx"), "garbage");
        IConfiguration settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:HandoffOffice", "Data Source=test.db"), new("Keys:Certificate", file)]).Build();
        var refused = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddHandoffOfficeStorage(settings, folder));
        Assert.Contains("Keys:Certificate", refused.Message, StringComparison.Ordinal);
    }

    private Task<byte[]> Opened(Database by) => by.In(null, scope => Task.FromResult(Protector(scope).Unprotect(seed)));

    private static IDataProtector Protector(IServiceProvider scope) => scope.GetRequiredService<IDataProtectionProvider>().CreateProtector("HandoffOffice.SealKey.v1");

    private static ServiceProvider Unprotected(Database database)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddScoped<ITenantContext, NoTenant>();
        database.Add(services);
        services.AddDataProtection().SetApplicationName("HandoffOffice").PersistKeysToDbContext<HandoffOfficeDb>();
        return services.BuildServiceProvider();
    }

    private sealed class NoTenant : ITenantContext
    {
        public string? TenantId => null;
    }
}
