using System.Net;
using HandoffOffice.Api.Tests.Identity;
using Npgsql;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>Several processes of the product over one PostgreSQL database, behind a balancer without affinity.</summary>
public sealed class Cluster : IAsyncDisposable
{
    private readonly IReadOnlyList<HostProcess> nodes;
    private readonly PausableProxy database;
    private readonly HttpClient client;
    private readonly Balancer balancer;

    private Cluster(IReadOnlyList<HostProcess> nodes, PausableProxy database)
    {
        this.nodes = nodes;
        this.database = database;
        balancer = new Balancer(nodes);
        client = new HttpClient(balancer) { BaseAddress = new Uri("http://balancer"), Timeout = TimeSpan.FromMinutes(1) };
    }

    /// <summary>How many calls were passed on.</summary>
    public int Calls => balancer.Calls;

    /// <summary>How many calls found a node gone and were passed on to another one.</summary>
    public int Moved => balancer.Moved;

    /// <summary>How many nodes there are.</summary>
    public int Count => nodes.Count;

    /// <summary>Starts so many nodes, all at once, over a new database.</summary>
    public static async Task<Cluster> Start(int count, IReadOnlyDictionary<string, string?> settings)
    {
        List<HostProcess> nodes = [];
        List<Dictionary<string, string?>> own = [];
        for (int i = 0; i < count; i++)
        {
            own.Add(new Dictionary<string, string?>(settings) { ["Ledger:Heads"] = $"heads-{Guid.NewGuid():N}" });
            nodes.Add(new HostProcess(own[i], first: nodes.FirstOrDefault()));
        }

        var server = new NpgsqlConnectionStringBuilder(nodes[0].Database.Settings["ConnectionStrings:HandoffOffice"]);
        var proxy = new PausableProxy(new IPEndPoint(IPAddress.Parse(server.Host!), server.Port));
        server.Port = proxy.Port;
        own.ForEach(one => one["ConnectionStrings:HandoffOffice"] = server.ConnectionString);
        var cluster = new Cluster(nodes, proxy);
        await Task.WhenAll(nodes.Select(node => node.Start()));
        return cluster;
    }

    /// <summary>Whoever a token says, whose every call goes to another node.</summary>
    public Session As(TokenBuilder token) => new(client, token.ObjectId, token.Build());

    /// <summary>Ends a node at once (SIGKILL) and starts it again. The leases of the drafts that it was writing are let run out.</summary>
    public async Task KillAndRestart(int node)
    {
        await nodes[node].Kill();
        await nodes[node].Start();
        nodes[node].AbandonDrafts();
    }

    /// <summary>Holds the database's connections for a while.</summary>
    public Task PauseDatabase(TimeSpan time, CancellationToken cancel) => database.Pause(time, cancel);

    /// <summary>Has the database gone for a while.</summary>
    public Task CutDatabase(TimeSpan time, CancellationToken cancel) => database.Cut(time, cancel);

    /// <summary>Changes the database behind the product's back.</summary>
    public int Write(string sql, params (string Name, object Value)[] values) => nodes[0].Database.Write(sql, values);

    /// <summary>Reads it.</summary>
    public IReadOnlyList<object[]> Read(string sql, params (string Name, object Value)[] values) => nodes[0].Database.Read(sql, values);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        foreach (HostProcess node in nodes.Reverse())
        {
            await node.DisposeAsync();
        }

        await database.DisposeAsync();
    }

    /// <summary>Passes each call to the next node that listens. A call that has reached a node is never sent twice: what came of it is the caller's to find out.</summary>
    private sealed class Balancer(IReadOnlyList<HostProcess> nodes) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        private int calls;
        private int moved;

        public int Calls => calls;

        public int Moved => moved;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string path = request.RequestUri!.PathAndQuery;
            for (int attempt = 0; ; attempt++)
            {
                HostProcess node = nodes[Interlocked.Increment(ref calls) % nodes.Count];
                if (node.Address is { } address)
                {
                    try
                    {
                        request.RequestUri = new Uri(address, path);
                        return await base.SendAsync(request, cancellationToken);
                    }
                    catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError && attempt < 100)
                    {
                        Interlocked.Increment(ref moved);
                    }
                }

                await Task.Delay(attempt % nodes.Count == 0 ? 10 : 0, cancellationToken);
            }
        }
    }
}
