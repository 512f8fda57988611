using System.Text.Json.Nodes;
using HandoffOffice.Api.Tests.Identity;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing.Seeding;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffOffice.Api.Tests.Model;

/// <summary>A product for some dozen sequences of commands, each with two tenants of its own: the whole pipeline and a real database, but no socket.</summary>
public sealed class Stage : IAsyncDisposable
{
    private const int Sequences = 40;

    private readonly Queue<string> tenants;

    private Stage(LoopbackAuthority authority, IEnumerable<string> tenants)
    {
        Authority = authority;
        this.tenants = new Queue<string>(tenants);
        Product = Product.Start(
            new Dictionary<string, string?>(authority.Settings)
            {
                ["AzureAd:AllowedTenants"] = string.Join(", ", tenants),
                // Nothing runs beside the commands: a fault is for one of them.
                ["Ledger:Interval"] = "1.00:00:00",
            },
            services => services.AddSingleton<IChance>(Chance).AddDatabaseInterceptors(TestServer.IsUsed ? [Faults] : [Faults, new NoSync()]),
            inMemory: true);
        Product.Clock.Stop();
    }

    public Product Product { get; }

    public Faults Faults { get; } = new();

    public RepeatableChance Chance { get; } = new();

    public LoopbackAuthority Authority { get; }

    /// <summary>Whether all its tenants are used.</summary>
    public bool IsUsedUp => tenants.Count == 0;

    public static async Task<Stage> Set(CancellationToken cancel) =>
        new(await LoopbackAuthority.StartAsync(cancel), [.. Enumerable.Range(0, 2 * Sequences).Select(_ => $"{Guid.NewGuid()}")]);

    /// <summary>A tenant that nobody has called from yet.</summary>
    public string NextTenant() => tenants.Dequeue();

    /// <summary>The workflow of these stakes, which the model has the checklist of.</summary>
    public static JsonObject Workflow(JsonObject sample, Stakes stakes)
    {
        JsonObject workflow = sample.DeepClone().AsObject();
        (workflow["key"], workflow["stakes"]) = (Key(stakes), $"{stakes}");
        JsonNode gate = workflow["gate"]!;
        gate["seededErrorRate"] = Gate.MaxSeededErrorRate;
        gate["reviewers"] = stakes == Stakes.High ? 2 : 1;
        gate["checklist"] = new JsonArray([.. gate["checklist"]!.AsArray().Where(item => ReferenceModel.Items.Contains((string)item!["id"]!)).Select(item => item!.DeepClone())]);
        return workflow;
    }

    public static string Key(Stakes stakes) => $"model-{stakes.ToString().ToLowerInvariant()}";

    /// <summary>The first row, or an empty one where there is none.</summary>
    public object[] Row(string sql, params (string Name, object Value)[] values) => Product.Database.Read(sql, values) is [var first, ..] ? first : [];

    /// <summary>Writes behind the product's back.</summary>
    public int Write(string sql, params (string Name, object Value)[] values) => Product.Sql(sql, values);

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await Authority.DisposeAsync();
    }
}
