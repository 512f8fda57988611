using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HandoffOffice.Storage;

/// <summary>The database on a PostgreSQL server.</summary>
/// <param name="options">The server and the name of the database.</param>
/// <param name="tenant">Whose rows are seen.</param>
public sealed class PostgreSqlDb(DbContextOptions<PostgreSqlDb> options, ITenantContext tenant) : HandoffOfficeDb(options, tenant)
{
    /// <summary>Text is compared and sorted by its bytes, as SQLite does, whatever the server's language is: times are text, and so are keys.</summary>
    private const string ByBytes = "C";

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (IMutableProperty text in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(IsText))
        {
            text.SetCollation(ByBytes);
        }
    }

    private protected override async Task<DbTransaction> Snapshot(CancellationToken cancel) =>
        await Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    private protected override Task Wait(WriteLock needed, CancellationToken cancel) => needed.IsShared
        ? Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({needed.Number})", cancel)
        : Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({needed.Number})", cancel);

    private static bool IsText(IMutableProperty property) =>
        (property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType) == typeof(string);
}
