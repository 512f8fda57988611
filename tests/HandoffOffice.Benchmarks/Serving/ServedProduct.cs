using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using HandoffOffice.Api.Identity;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HandoffOffice.Benchmarks.Serving;

/// <summary>The product as a process of its own, over a new database: an SQLite file, or one on a PostgreSQL server.</summary>
internal sealed class ServedProduct : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("handoffoffice-served-");
    private readonly string? server;
    private readonly string connection;
    private readonly Uri address;
    private Process? process;

    private ServedProduct(string? server)
    {
        this.server = server;
        var name = $"served_{Guid.NewGuid():N}";
        connection = server is null ? $"Data Source={Path.Combine(folder.FullName, "served.db")}" : new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="server">A connection string of somebody who may create databases; null for SQLite.</param>
    public static async Task<ServedProduct> Start(string? server)
    {
        var product = new ServedProduct(server);
        if (server is not null)
        {
            await OnServer(server, $"CREATE DATABASE \"{new NpgsqlConnectionStringBuilder(product.connection).Database}\"");
        }

        await product.Run();
        return product;
    }

    /// <summary>Somebody of the local people.</summary>
    public async Task<HttpClient> As(LocalPerson person)
    {
        var client = new HttpClient { BaseAddress = new Uri(address, "/api/v1/"), Timeout = TimeSpan.FromMinutes(10) };
        using var answer = await client.PostAsJsonAsync("local/token", new { personId = person.Id });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Opens its database beside it.</summary>
    public DbConnection Open()
    {
        DbConnection opened = server is null ? new SqliteConnection(connection) : new NpgsqlConnection(connection);
        opened.Open();
        return opened;
    }

    /// <summary>Whether it lies in an SQLite file.</summary>
    public bool IsSqlite => server is null;

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (server is not null)
        {
            await OnServer(server, $"DROP DATABASE \"{new NpgsqlConnectionStringBuilder(connection).Database}\" WITH (FORCE)");
        }

        folder.Delete(recursive: true);
    }

    private async Task Run()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HandoffOffice.Api.dll"), "--urls", $"{address}"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Logging__LogLevel__Default"] = "Warning",
                ["Keys__Folder"] = Path.Combine(folder.FullName, "keys"),
                ["Ledger__Heads"] = Path.Combine(folder.FullName, "heads"),
                ["Webhooks__Loopback"] = "true",
                ["Database__Provider"] = server is null ? "Sqlite" : "PostgreSql",
                ["ConnectionStrings__HandoffOffice"] = connection,
            },
        };
        process = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = address };
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!process.HasExited && watch.Elapsed < Patience)
            {
                // It does not listen yet.
            }
        }
    }

    private static async Task OnServer(string server, string sql)
    {
        await using var opened = new NpgsqlConnection(server);
        await opened.OpenAsync();
        await using var command = opened.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
