using HandoffOffice.Domain;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffOffice.Storage.Tests;

/// <summary>
/// The storage as the product registers it, over an SQLite file of its own in a temporary folder, or a database of its own on the server of
/// <see cref="TestServer"/>.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("handoffoffice-");
    private readonly string? server;
    private readonly IInterceptor[] between;
    private ServiceProvider services;

    private Database(string? server, params IInterceptor[] between)
    {
        this.server = server;
        this.between = between;
        services = Build();
    }

    public string File => Path.Combine(folder.FullName, "data", "test.db");

    /// <summary>The certificate that the keys in the file are encrypted to.</summary>
    public string Certificate => Path.Combine(folder.FullName, "keys", "data-protection.pfx");

    /// <summary>A new one.</summary>
    /// <param name="between">What stands between the storage and its database.</param>
    public static async Task<Database> Create(params IInterceptor[] between)
    {
        var database = new Database(TestServer.IsUsed ? await TestServer.Create() : null, between);
        await database.services.MigrateStorage();
        return database;
    }

    /// <summary>A new SQLite file, whatever the tests run on.</summary>
    public static async Task<Database> CreateSqlite()
    {
        var database = new Database(null);
        await database.services.MigrateStorage();
        return database;
    }

    /// <summary>Everything a process knows is gone; the file stays.</summary>
    public async Task Restart()
    {
        await services.DisposeAsync();
        services = Build();
        await services.MigrateStorage();
    }

    /// <summary>One unit of work, as one request is one.</summary>
    public async Task<T> In<T>(string? tenant, Func<IServiceProvider, Task<T>> work)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().TenantId = tenant;
        return await work(scope.ServiceProvider);
    }

    public Task<T> Store<T>(Func<HandoffStore, Task<T>> work, string tenant = Given.Tenant) =>
        In(tenant, scope => work(scope.GetRequiredService<HandoffStore>()));

    public Task<T> Db<T>(Func<HandoffOfficeDb, Task<T>> work, string? tenant = Given.Tenant) =>
        In(tenant, scope => work(scope.GetRequiredService<HandoffOfficeDb>()));

    public Task Keep(Run run) => Store(async store =>
    {
        await store.Add(run.Handoff, run.Started, default);
        return true;
    }, run.Handoff.TenantId);

    public Task<(Handoff? Handoff, HandoffError? Error)> Change(Guid id, Func<Handoff, Outcome> change, string tenant = Given.Tenant) =>
        Store(store => store.Change(id, change, default), tenant);

    public async Task<Handoff> Read(Guid id, string tenant = Given.Tenant) =>
        await Store(store => store.Find(id, default), tenant) ?? throw new InvalidOperationException("There is no such handoff.");

    /// <summary>The ledger of every tenant, as its rows are.</summary>
    public Task<List<LedgerEntry>> Ledger() => Db(db => db.Ledger.IgnoreQueryFilters().AsNoTracking()
        .OrderBy(entry => entry.TenantId).ThenBy(entry => entry.Sequence).ToListAsync());

    public Task<int> Sql(string command) => Db(db => db.Database.ExecuteSqlRawAsync(server is null ? command : TestServer.Quoted(command)));

    /// <summary>Adds the bare database, without what the product adds to it.</summary>
    public void Add(IServiceCollection to) => _ = server is null
        ? to.AddDbContext<HandoffOfficeDb, SqliteDb>(options => options.UseSqlite($"Data Source={File}"))
        : to.AddDbContext<HandoffOfficeDb, PostgreSqlDb>(options => options.UseNpgsql(server));

    /// <summary>Takes a trigger away, as whoever runs the database can.</summary>
    public Task DropTrigger(string name, string table) => Sql(server is null ? $"DROP TRIGGER {name}" : $"DROP TRIGGER \"{name}\" ON \"{table}\"");

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        if (server is not null)
        {
            await TestServer.Drop(server);
        }
    }

    // The path is relative, as in the product's own settings.
    private KeyValuePair<string, string?>[] Settings => server is null
        ? [new("ConnectionStrings:HandoffOffice", "Data Source=data/test.db")]
        : [new("Database:Provider", "PostgreSql"), new("ConnectionStrings:HandoffOffice", server)];

    private ServiceProvider Build() => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddScoped<Tenant>()
        .AddScoped<ITenantContext>(scope => scope.GetRequiredService<Tenant>())
        .AddHandoffOfficeStorage(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build(), folder.FullName)
        .ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(between))
        .ConfigureDbContext<PostgreSqlDb>(options => options.AddInterceptors(between))
        .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });

    private sealed class Tenant : ITenantContext
    {
        public string? TenantId { get; set; }
    }
}
