using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Storage;

/// <summary>The database in an SQLite file.</summary>
/// <param name="options">The file.</param>
/// <param name="tenant">Whose rows are seen.</param>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, ITenantContext tenant) : HandoffOfficeDb(options, tenant)
{
    // Deferred: it takes no lock to write, and sees the file as its first query does.
    private protected override Task<DbTransaction> Snapshot(CancellationToken cancel) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true));

    // SQLite begins each transaction as BEGIN IMMEDIATE: there is no other writer.
    private protected override Task Wait(WriteLock needed, CancellationToken cancel) => Task.CompletedTask;
}
