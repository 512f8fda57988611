using HandoffOffice.Storage.Absences;
using HandoffOffice.Storage.Fleet;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Journeys;
using HandoffOffice.Storage.Keys;
using HandoffOffice.Storage.Ledger;
using HandoffOffice.Storage.Measuring;
using HandoffOffice.Storage.Stops;
using HandoffOffice.Storage.Training;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffOffice.Storage;

/// <summary>Registers the storage.</summary>
public static class StorageServices
{
    /// <summary>Adds the database (<c>ConnectionStrings:HandoffOffice</c>, an SQLite file), what reads and writes it, and the certificate that its keys are encrypted to.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="root">The folder that a relative path of the file starts from.</param>
    public static IServiceCollection AddHandoffOfficeStorage(this IServiceCollection services, IConfiguration configuration, string root)
    {
        string connection = configuration.GetConnectionString("HandoffOffice")
            ?? throw new InvalidOperationException("The setting ConnectionStrings:HandoffOffice is missing.");
        services.AddDbContext<HandoffOfficeDb, SqliteDb>(options => options.UseSqlite(Located(connection, root)).AddInterceptors(new PatientWriter()));
        services.AddDataProtection().SetApplicationName("HandoffOffice").PersistKeysToDbContext<HandoffOfficeDb>()
            .ProtectKeysWithCertificate(KeyCertificate.Load(configuration, root));
        return services
            .AddScoped<HandoffStore>()
            .AddScoped<WaitingReviews>()
            .AddScoped<JourneyBook>()
            .AddScoped<AbsenceBook>()
            .AddScoped<FleetBook>()
            .AddScoped<TrainingBook>()
            .AddScoped<MeasureBook>()
            .AddScoped<LedgerWriter>()
            .AddScoped<LedgerReader>()
            .AddScoped<SealKeyRing>()
            .AddScoped<StopSwitch>()
            .AddScoped<KeyRotation>()
            .AddScoped<WorkflowCatalog>();
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
    public static async Task MigrateStorage(this IServiceProvider services, CancellationToken cancel = default)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        HandoffOfficeDb db = scope.ServiceProvider.GetRequiredService<HandoffOfficeDb>();
        // Migrating compares whole models first, which is most of the time that a start takes.
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            await db.Database.MigrateAsync(cancel);
            // Readers do not wait for the writer, nor the writer for them. The file remembers it.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancel);
        }

        await scope.ServiceProvider.GetRequiredService<MeasureBook>().BringAllUpToDate(cancel);
        await scope.ServiceProvider.GetRequiredService<SealKeyRing>().Prepare(cancel);
    }
}
