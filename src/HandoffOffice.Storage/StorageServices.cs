using System.Security.Cryptography.X509Certificates;
using HandoffOffice.Storage.Absences;
using HandoffOffice.Storage.Archiving;
using HandoffOffice.Storage.Exporting;
using HandoffOffice.Storage.Fleet;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Journeys;
using HandoffOffice.Storage.Keys;
using HandoffOffice.Storage.Ledger;
using HandoffOffice.Storage.Measuring;
using HandoffOffice.Storage.Stops;
using HandoffOffice.Storage.Training;
using HandoffOffice.Storage.Webhooks;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffOffice.Storage;

/// <summary>Registers the storage.</summary>
public static class StorageServices
{
    /// <summary>Whose the keys of data protection are: they open nothing for an application of another name.</summary>
    internal const string ApplicationName = "HandoffOffice";

    private const string ProviderSetting = "Database:Provider";
    private const string ConnectionSetting = "ConnectionStrings:HandoffOffice";

    private enum Provider
    {
        Sqlite,
        PostgreSql,
    }

    /// <summary>
    /// Adds the database (<c>ConnectionStrings:HandoffOffice</c>: an SQLite file, or with <c>Database:Provider</c> = <c>PostgreSql</c> a server), what reads and
    /// writes it, and the certificate that its keys are encrypted to.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="root">The folder that a relative path of the file starts from.</param>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddHandoffOfficeStorage(this IServiceCollection services, IConfiguration configuration, string root)
    {
        string connection = configuration.GetConnectionString("HandoffOffice") ?? throw new InvalidOperationException($"The setting {ConnectionSetting} is missing.");
        AddDatabase(services, ProviderOf(configuration), connection, root);
        X509Certificate2 certificate = KeyCertificate.Load(configuration, root);
        services.AddDataProtection().SetApplicationName(ApplicationName).PersistKeysToDbContext<HandoffOfficeDb>().ProtectKeysWithCertificate(certificate);
        return services
            .AddSingleton(new KeyOpener(certificate))
            .AddScoped<ArchiveWriter>()
            .AddScoped<ArchiveReader>()
            .AddScoped<ExportBook>()
            .AddScoped<PersonsTraces>()
            .AddScoped<HandoffStore>()
            .AddScoped<WaitingReviews>()
            .AddScoped<JourneyBook>()
            .AddScoped<AbsenceBook>()
            .AddScoped<FleetBook>()
            .AddScoped<TrainingBook>()
            .AddScoped<MeasureBook>()
            .AddScoped<LedgerWriter>()
            .AddScoped<Outbox>()
            .AddSingleton<OutboxBell>()
            .AddScoped<SubscriptionBook>()
            .AddScoped<NoticeBook>()
            .AddScoped<LedgerReader>()
            .AddScoped<SealKeyRing>()
            .AddScoped<StopSwitch>()
            .AddScoped<KeyRotation>()
            .AddSingleton<KnownVersions>()
            .AddScoped<WorkflowCatalog>();
    }

    private static Provider ProviderOf(IConfiguration configuration) => configuration[ProviderSetting] switch
    {
        null or "" => Provider.Sqlite,
        { } named when Enum.GetNames<Provider>().FirstOrDefault(name => string.Equals(name, named, StringComparison.OrdinalIgnoreCase)) is { } known => Enum.Parse<Provider>(known),
        { } other => throw new InvalidOperationException($"The setting {ProviderSetting} is '{other}'; it takes {string.Join(" or ", Enum.GetNames<Provider>())}."),
    };

    private static void AddDatabase(IServiceCollection services, Provider provider, string connection, string root)
    {
        try
        {
            if (provider == Provider.Sqlite)
            {
                string file = Located(connection, root);
                // One of each for the process: they know which connections were told what, and who writes.
                IInterceptor[] between = [new WriterQueue(), new SqlitePragmas(), new StorableText()];
                services.AddDbContext<HandoffOfficeDb, SqliteDb>(options => options.UseSqlite(file).AddInterceptors(between), ServiceLifetime.Scoped, ServiceLifetime.Singleton);
            }
            else
            {
                string server = ServerConnection.Of(connection);
                services.AddDbContext<HandoffOfficeDb, PostgreSqlDb>(
                    options => options.UseNpgsql(server).AddInterceptors(new StorableText()), ServiceLifetime.Scoped, ServiceLifetime.Singleton);
            }
        }
        catch (ArgumentException wrong)
        {
            throw new InvalidOperationException($"The setting {ConnectionSetting} is none for {provider}: {wrong.Message}", wrong);
        }
    }

    private static string Located(string connection, string root)
    {
        var settings = new SqliteConnectionStringBuilder(connection);
        if (settings.Mode == SqliteOpenMode.Memory || settings.DataSource == ":memory:")
        {
            return connection;
        }

        settings.DataSource = Path.GetFullPath(settings.DataSource, root);
        Directory.CreateDirectory(Path.GetDirectoryName(settings.DataSource)!);
        return settings.ToString();
    }

    /// <summary>Brings the database to the newest migration, counts runs anew where they were counted by other rules, and makes the first key that seals are signed with.</summary>
    /// <param name="services">The services.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="DatabaseUnusableException">The database can't be reached, or does not let itself be written.</exception>
    public static async Task MigrateStorage(this IServiceProvider services, CancellationToken cancel = default)
    {
        try
        {
            await Migrate(services, cancel);
        }
        catch (Exception e) when (DatabaseFailure.In(e) is { } said)
        {
            throw new DatabaseUnusableException($"The database of the setting {ConnectionSetting} can't be used: {said.Message}", e);
        }
    }

    private static async Task Migrate(IServiceProvider services, CancellationToken cancel)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        HandoffOfficeDb db = scope.ServiceProvider.GetRequiredService<HandoffOfficeDb>();
        if (db is PostgreSqlDb)
        {
            // What fails here without EF Core is not in the log, too: one line says it.
            await db.Database.GetDbConnection().OpenAsync(cancel);
            await db.Database.GetDbConnection().CloseAsync();
            // Asked for migrations without their table, the server fails once more.
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancel);
        }

        // Migrating compares whole models first, which is most of the time that a start takes.
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            await db.Database.MigrateAsync(cancel);
            if (db is SqliteDb)
            {
                // Readers do not wait for the writer, nor the writer for them. The file remembers it.
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancel);
            }
        }

        await scope.ServiceProvider.GetRequiredService<MeasureBook>().BringAllUpToDate(cancel);
        await scope.ServiceProvider.GetRequiredService<SealKeyRing>().Prepare(cancel);
    }
}
