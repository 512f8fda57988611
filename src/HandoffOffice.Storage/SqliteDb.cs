using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Storage;

/// <summary>The database in an SQLite file.</summary>
/// <param name="options">The file.</param>
/// <param name="tenant">Whose rows are seen.</param>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, ITenantContext tenant) : HandoffOfficeDb(options, tenant)
{
    // SQLite begins each transaction as BEGIN IMMEDIATE: there is no other writer.
    private protected override Task Wait(WriteLock needed, CancellationToken cancel) => Task.CompletedTask;
}
