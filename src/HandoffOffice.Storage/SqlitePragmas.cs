using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HandoffOffice.Storage;

/// <summary>
/// Tells each connection to an SQLite file what the file does not remember. To wait for another writer itself (<c>PRAGMA busy_timeout</c>): SQLite looks again after
/// 1 ms at first, Microsoft.Data.Sqlite, which waits where SQLite does not, each 150 ms only. And to keep 8 MiB of pages (<c>PRAGMA cache_size</c>): a list of a
/// hundred handoffs is more than the 2 MB of the default, and would be read from the file each time. A connection comes back from the pool with what was said to it:
/// it is said once.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const int CacheKibibytes = 8 * 1024;

    private readonly ConditionalWeakTable<object, object> told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has no I/O to wait for here.
        Tell(connection);
        return Task.CompletedTask;
    }

    private void Tell(DbConnection connection)
    {
        // What the pool keeps is the handle; the connection around it is a new one each time.
        object opened = ((SqliteConnection)connection).Handle!;
        if (told.TryGetValue(opened, out _))
        {
            return;
        }

        using DbCommand command = connection.CreateCommand();
        command.CommandText = $"PRAGMA busy_timeout = {command.CommandTimeout * 1000}; PRAGMA cache_size = -{CacheKibibytes}";
        command.ExecuteNonQuery();
        told.TryAdd(opened, opened);
    }
}
