using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HandoffOffice.Storage;

/// <summary>
/// Lets SQLite itself wait for another writer (<c>PRAGMA busy_timeout</c>): it looks again after 1 ms at first. Microsoft.Data.Sqlite, which waits where
/// SQLite does not, looks again each 150 ms only.
/// </summary>
internal sealed class PatientWriter : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using DbCommand command = Waiting(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using DbCommand command = Waiting(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Waiting(DbConnection connection)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = $"PRAGMA busy_timeout = {command.CommandTimeout * 1000}";
        return command;
    }
}
