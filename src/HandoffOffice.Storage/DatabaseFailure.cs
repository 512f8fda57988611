using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace HandoffOffice.Storage;

/// <summary>The database that the settings name can't be opened or brought to its newest form. The message says why in one line.</summary>
/// <param name="message">What to say.</param>
/// <param name="inner">What the database said.</param>
public sealed class DatabaseUnusableException(string message, Exception inner) : Exception(message, inner);

/// <summary>What a database says when it fails, within the exceptions that EF Core makes of it.</summary>
public static class DatabaseFailure
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <summary>What the database said; null where the exception is of something else.</summary>
    public static DbException? In(Exception exception)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is DbException said)
            {
                return said;
            }
        }

        return null;
    }

    /// <summary>Whether the same may go well a moment later: the server could not be reached, or it ended one of two that were in each other's way.</summary>
    public static bool Passes(Exception exception) => In(exception) is { } said && (said.IsTransient || said is SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked });
}
