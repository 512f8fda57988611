using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>The database of one product: an SQLite file, or a database of its own on the server of <see cref="TestServer"/>. Tests write to it behind the product's back.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? server;

    private TestDatabase(string file, string? server) => (File, this.server) = (file, server);

    /// <summary>The SQLite file; where there is a server, nothing lies there.</summary>
    public string File { get; }

    /// <summary>What the product is told of it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => server is null
        ? new Dictionary<string, string?> { ["ConnectionStrings:HandoffOffice"] = $"Data Source={File}" }
        : new Dictionary<string, string?> { ["Database:Provider"] = "PostgreSql", ["ConnectionStrings:HandoffOffice"] = server };

    /// <summary>A new one.</summary>
    /// <param name="file">Where it lies if there is no server.</param>
    public static TestDatabase At(string file) => new(file, TestServer.IsUsed ? Task.Run(TestServer.Create).GetAwaiter().GetResult() : null);

    /// <summary>Changes it; gives the rows that were changed.</summary>
    public int Write(string sql, params (string Name, object Value)[] values)
    {
        using DbConnection connection = Open();
        using DbCommand command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Each row, column by column.</summary>
    public IReadOnlyList<object[]> Read(string sql, params (string Name, object Value)[] values)
    {
        using DbConnection connection = Open();
        using DbCommand command = Command(connection, sql, values);
        using DbDataReader reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            object[] row = new object[reader.FieldCount];
            reader.GetValues(row);
            // SQLite's integers are all of 64 bits.
            rows.Add([.. row.Select(value => value is int number ? (long)number : value)]);
        }

        return rows;
    }

    /// <summary>Takes it away under the product's feet.</summary>
    public async Task Lose()
    {
        SqliteConnection.ClearAllPools();
        if (server is not null)
        {
            await TestServer.Drop(server);
            return;
        }

        System.IO.File.Delete(File);
        Directory.CreateDirectory(File);
    }

    /// <summary>Takes a trigger away.</summary>
    public void DropTrigger(string name, string table) => Write(server is null ? $"DROP TRIGGER {name}" : $"DROP TRIGGER \"{name}\" ON {table}");

    /// <summary>Rows that were put aside by their id, put back in the place of what they have become.</summary>
    public void PutBack(string table, string from) => Write(
        $"UPDATE {table} SET {string.Join(", ", Columns(table).Select(column => $"{column} = kept.{column}"))} FROM {from} AS kept WHERE kept.Id = {table}.Id");

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (server is not null)
        {
            await TestServer.Drop(server);
        }
    }

    private List<string> Columns(string table)
    {
        using DbConnection connection = Open();
        using DbCommand command = Command(connection, $"SELECT * FROM {table} WHERE 1 = 0");
        using DbDataReader reader = command.ExecuteReader();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    private DbCommand Command(DbConnection connection, string sql, params (string Name, object Value)[] values)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = server is null ? sql : TestServer.Quoted(sql);
        foreach ((string name, object value) in values)
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private DbConnection Open()
    {
        DbConnection connection = server is null
            ? new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, ForeignKeys = false, Pooling = false }.ToString())
            : new NpgsqlConnection(server);
        connection.Open();
        return connection;
    }
}
