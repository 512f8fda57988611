using Npgsql;

namespace HandoffOffice.Storage;

/// <summary>The connection string of a PostgreSQL server, with what costs least where it does not say otherwise.</summary>
internal static class ServerConnection
{
    // Each statement is parsed and planned once for a connection: the product has about so many that recur.
    private const int PreparedStatements = 200;

    /// <summary>
    /// The string as it is, and with <c>Max Auto Prepare</c> and <c>No Reset On Close</c> where it has none: statements are prepared when they recur, and a connection
    /// goes back to the pool as it is. Nothing here sets anything of a session: locks and snapshots end with their transaction. For a pooler between, which lends another
    /// session to each transaction, <c>Max Auto Prepare=0</c> is said in the string.
    /// </summary>
    /// <exception cref="ArgumentException">It is no connection string of PostgreSQL.</exception>
    public static string Of(string connection)
    {
        var server = new NpgsqlConnectionStringBuilder(connection);
        HashSet<string> said = [.. server.Keys.Cast<string>()];
        if (!said.Contains("Max Auto Prepare"))
        {
            server.MaxAutoPrepare = PreparedStatements;
        }

        if (!said.Contains("No Reset On Close"))
        {
            server.NoResetOnClose = true;
        }

        return server.ConnectionString;
    }
}
