using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HandoffOffice.Storage;

/// <summary>
/// Lets the transactions of this process into an SQLite file one after the other, in the order in which they came. SQLite has one writer at a time, and whoever
/// finds one there looks again later and later: the file lies idle meanwhile, and who came first may come last.
/// </summary>
/// <remarks>
/// It is about order and idle time only. That there is one writer is SQLite's to see to: for writers of other processes, for writes without a transaction, and for
/// who has waited here for as long as a command may take and goes on without a place.
/// </remarks>
internal sealed class WriterQueue : IDbTransactionInterceptor, IDbConnectionInterceptor, IDisposable
{
    private readonly SemaphoreSlim first = new(1, 1);
    private readonly ConditionalWeakTable<DbConnection, SemaphoreSlim> held = [];

    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        if (!held.TryGetValue(connection, out _) && first.Wait(Patience(connection)))
        {
            held.AddOrUpdate(connection, first);
        }

        return result;
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (!held.TryGetValue(connection, out _) && await first.WaitAsync(Patience(connection), cancellationToken))
        {
            held.AddOrUpdate(connection, first);
        }

        return result;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Leave(eventData.Context?.Database.GetDbConnection());

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Left(eventData.Context?.Database.GetDbConnection());

    // However a transaction ends, its connection goes back to the pool after it: nobody keeps a place who is gone.
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData) => Left(connection);

    public void ConnectionDisposed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    public Task ConnectionDisposedAsync(DbConnection connection, ConnectionEndEventData eventData) => Left(connection);

    /// <inheritdoc />
    public void Dispose() => first.Dispose();

    private static TimeSpan Patience(DbConnection connection) => TimeSpan.FromSeconds(((SqliteConnection)connection).DefaultTimeout);

    private Task Left(DbConnection? connection)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    private void Leave(DbConnection? connection)
    {
        if (connection is not null && held.Remove(connection))
        {
            first.Release();
        }
    }
}
