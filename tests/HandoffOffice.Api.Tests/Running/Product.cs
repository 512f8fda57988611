using System.Security.Cryptography;
using System.Text;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Tests.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>The real product on a loopback port, with a database of its own that goes when it goes.</summary>
public sealed class Product : WebApplicationFactory<Program>
{
    private readonly IReadOnlyDictionary<string, string?> settings;
    private readonly Action<IServiceCollection> services;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("handoffoffice-");
    private readonly FaultLog log = new();

    private Product(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection> services)
    {
        this.settings = settings;
        this.services = services;
        Database = TestDatabase.At(Path.Combine(folder.FullName, "handoffoffice.db"));
    }

    public MovableClock Clock { get; } = new();

    public IReadOnlyList<string> Faults => log.Faults;

    /// <summary>Nothing was logged as an error; else the test says all of it.</summary>
    public void ExpectNoFault() => Assert.True(Faults.Count == 0, string.Join('\n', Faults));

    public TestDatabase Database { get; }

    /// <summary>The heads of the local people's ledger, as they were kept outside of the database.</summary>
    public string HeadFile() => Path.Combine(Heads, LocalPeople.TenantId + ".jsonl");

    private string Heads => Path.Combine(folder.FullName, "heads");

    /// <summary>With the local identity and the template drafter, unless the settings or services say otherwise.</summary>
    /// <param name="settings">Settings beside the usual ones.</param>
    /// <param name="services">Services in the place of the product's.</param>
    /// <param name="inMemory">Whether calls come through the whole pipeline but no socket: for a great many of them.</param>
    public static Product Start(IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null, bool inMemory = false)
    {
        var product = new Product(settings ?? new Dictionary<string, string?>(), services ?? (_ => { }));
        if (!inMemory)
        {
            product.UseKestrel(0);
        }

        product.StartServer();
        return product;
    }

    /// <summary>One of the local people, signed in now.</summary>
    public Task<Session> As(LocalPerson person) => Session.SignIn(CreateClient, person);

    /// <summary>Whoever a token of the Entra stand-in says, signed in now.</summary>
    public async Task<Session> As(TokenBuilder token)
    {
        var session = new Session(CreateClient(), token.ObjectId, token.Build());
        (await session.Get("me")).Ok();
        return session;
    }

    /// <summary>Nobody.</summary>
    public Session AsNobody() => new(CreateClient(), string.Empty, null);

    /// <summary>Changes the database behind the product's back; gives the rows that it changed.</summary>
    public int Sql(string sql, params (string Name, object Value)[] values) => Database.Write(sql, values);

    /// <summary>The first column of each row.</summary>
    public IReadOnlyList<object> Query(string sql, params (string Name, object Value)[] values) => [.. Database.Read(sql, values).Select(row => row[0])];

    /// <summary>One digest over everything that handoffs and workflows have in the database.</summary>
    public string Stored()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string table in new[] { "Handoffs", "Files", "Ledger", "Workflows", "Participants", "Idempotency", "Deliveries" })
        {
            IEnumerable<string> rows = Database.Read($"SELECT * FROM {table}").Select(row => Convert.ToHexStringLower(SHA256.HashData(Written(row))));
            digest.AppendData(Encoding.UTF8.GetBytes($"{table}|{string.Join('|', rows.Order(StringComparer.Ordinal))}|"));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Development);
        builder.UseSetting("Ledger:Heads", Heads);
        // Tests that move the clock say themselves when it is looked at.
        builder.UseSetting("Review:Interval", "1.00:00:00");
        builder.UseSetting("Webhooks:Interval", "1.00:00:00");
        // One certificate for all products of a test run: making one takes most of a second.
        builder.UseSetting("Keys:Folder", Path.Combine(AppContext.BaseDirectory, "keys"));
        foreach ((string name, string? value) in Database.Settings.Concat(settings))
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(log));
        builder.ConfigureTestServices(services);
        builder.ConfigureTestServices(more => more.AddSingleton<TimeProvider>(Clock));
    }

    private static byte[] Written(object[] row) => [.. row.SelectMany(value => value as byte[] ?? Encoding.UTF8.GetBytes($"{value}|"))];
}
