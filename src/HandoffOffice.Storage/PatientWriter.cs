using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HandoffOffice.Storage;

/// <summary>
/// Lets SQLite itself wait for another writer (<c>PRAGMA busy_timeout</c>): it looks again after 1 ms at first. Microsoft.Data.Sqlite, which waits where
/// SQLite does not, looks again each 150 ms only. A connection comes back from the pool with what was said to it: it is said once.
/// </summary>
internal sealed class PatientWriter : DbConnectionInterceptor
{
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
        command.CommandText = $"PRAGMA busy_timeout = {command.CommandTimeout * 1000}";
        command.ExecuteNonQuery();
        told.TryAdd(opened, opened);
    }
}
