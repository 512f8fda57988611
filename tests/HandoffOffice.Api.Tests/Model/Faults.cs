using System.Data.Common;
using HandoffOffice.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffOffice.Api.Tests.Model;

/// <summary>A moment at which the database breaks.</summary>
public enum Moment
{
    Never,
    BeforeSaving,
    AfterSaving,
    BeforeCommit,
    AfterCommit,
    AtACommand,
}

/// <summary>The machine broke, on purpose.</summary>
public sealed class InjectedFaultException() : Exception("Broken on purpose.");

/// <summary>Breaks the product's database once, at the moment that a test draws.</summary>
public sealed class Faults : SaveChangesInterceptor, IDbTransactionInterceptor, IDbCommandInterceptor
{
    private Moment at;
    private int left;

    /// <summary>Breaks at this moment when it has come that many times before.</summary>
    public void Arm(Moment moment, int before) => (at, left) = (moment, before);

    /// <summary>Breaks no more.</summary>
    /// <returns>Whether it broke.</returns>
    public bool Disarm(Moment moment)
    {
        bool broke = moment != Moment.Never && at == Moment.Never;
        at = Moment.Never;
        return broke;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Passed(Moment.BeforeSaving, result);

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        Passed(Moment.AfterSaving, result);

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        Passed(Moment.BeforeCommit, result);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Passed(Moment.AfterCommit, 0).AsTask();

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Passed(Moment.AtACommand, result);

    private ValueTask<T> Passed<T>(Moment moment, T result)
    {
        if (at != moment || left-- > 0)
        {
            return ValueTask.FromResult(result);
        }

        at = Moment.Never;
        throw new InjectedFaultException();
    }
}

/// <summary>Puts them between the product and its database, whichever that is.</summary>
internal static class DatabaseInterceptors
{
    public static IServiceCollection AddDatabaseInterceptors(this IServiceCollection services, params IInterceptor[] interceptors) => services
        .ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(interceptors))
        .ConfigureDbContext<PostgreSqlDb>(options => options.AddInterceptors(interceptors));
}

/// <summary>Lets SQLite leave the writing to the system: the process that holds the file outlives every fault that is injected here.</summary>
public sealed class NoSync : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    private static void Leave(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = OFF";
        command.ExecuteNonQuery();
    }
}
