using System.Text.RegularExpressions;
using HandoffOffice.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HandoffOffice;

/// <summary>
/// The PostgreSQL server that tests run on where the environment names one (tests/postgresql.sh starts it); without it they run on SQLite. Each test gets a
/// database of its own, copied from one that is migrated once.
/// </summary>
internal static partial class TestServer
{
    /// <summary>A connection string of the server, as somebody who may create databases.</summary>
    public const string Variable = "HANDOFFOFFICE_TEST_POSTGRESQL";

    /// <summary>What tests that tamper call by SQLite's names.</summary>
    private const string Sqlites =
        """
        CREATE FUNCTION json_path(path text) RETURNS text[] LANGUAGE sql AS $$ SELECT string_to_array(replace(replace(substring(path from 3), '[', '.'), ']', ''), '.') $$;
        CREATE FUNCTION json_set(json text, path text, value text) RETURNS text LANGUAGE sql AS $$ SELECT jsonb_set(json::jsonb, json_path(path), to_jsonb(value))::text $$;
        CREATE FUNCTION json_set(json text, path text, value int) RETURNS text LANGUAGE sql AS $$ SELECT jsonb_set(json::jsonb, json_path(path), to_jsonb(value))::text $$;
        CREATE FUNCTION json_remove(json text, path text) RETURNS text LANGUAGE sql AS $$ SELECT (json::jsonb #- json_path(path))::text $$;
        CREATE FUNCTION json_array_length(json text) RETURNS int LANGUAGE sql AS $$ SELECT jsonb_array_length(json::jsonb) $$;
        CREATE FUNCTION zeroblob(size int) RETURNS bytea LANGUAGE sql AS $$ SELECT decode(repeat('00', size), 'hex') $$;
        """;

    private static readonly SemaphoreSlim OneAtATime = new(1, 1);
    private static readonly HashSet<string> Names = ModelNames();
    private static string? template;

    /// <summary>Whether tests run on PostgreSQL.</summary>
    public static bool IsUsed => Address is { Length: > 0 };

    private static string? Address => Environment.GetEnvironmentVariable(Variable);

    /// <summary>Makes a database with every migration and no row.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> Create()
    {
        await OneAtATime.WaitAsync();
        try
        {
            template ??= await Template();
            return await Copy($"TEMPLATE \"{template}\"");
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>Makes a database with nothing in it.</summary>
    /// <returns>Its connection string.</returns>
    public static Task<string> CreateEmpty() => Copy(string.Empty);

    /// <summary>Takes a database away, whoever is still connected to it.</summary>
    public static async Task Drop(string database)
    {
        await using (var pooled = new NpgsqlConnection(database))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        await Execute($"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(database).Database}\" WITH (FORCE)");
    }

    /// <summary>SQL with the names of tables and columns quoted: PostgreSQL takes them for lower case otherwise. What stands in quotes stays as it is.</summary>
    public static string Quoted(string sql) => Token().Replace(sql, token => Names.Contains(token.Value) ? $"\"{token.Value}\"" : token.Value);

    private static async Task<string> Template()
    {
        string address = new NpgsqlConnectionStringBuilder(await CreateEmpty()) { Pooling = false }.ConnectionString;
        await using var db = new PostgreSqlDb(new DbContextOptionsBuilder<PostgreSqlDb>().UseNpgsql(address).Options, new NoTenant());
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync(Sqlites);
        return new NpgsqlConnectionStringBuilder(address).Database!;
    }

    private static async Task<string> Copy(string how)
    {
        string name = $"test_{Guid.NewGuid():N}";
        await Execute($"CREATE DATABASE \"{name}\" {how}");
        return new NpgsqlConnectionStringBuilder(Address) { Database = name, MaxPoolSize = 30 }.ConnectionString;
    }

    private static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Address) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static HashSet<string> ModelNames()
    {
        using var db = new PostgreSqlDb(new DbContextOptionsBuilder<PostgreSqlDb>().UseNpgsql("Host=localhost").Options, new NoTenant());
        return [.. db.Model.GetEntityTypes().SelectMany(type => type.GetProperties().Select(property => property.GetColumnName()).Append(type.GetTableName()!))];
    }

    [GeneratedRegex("""'[^']*'|"[^"]*"|@?\w+""")]
    private static partial Regex Token();

    private sealed class NoTenant : ITenantContext
    {
        public string? TenantId => null;
    }
}
