using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HandoffOffice.Api.Connector;
using HandoffOffice.Api.Tests.Running;
using Microsoft.Extensions.Options;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>The server can't be led to call where it should not (C78). Each guard holds back an attack that gets through without it, and with all the others.</summary>
[Trait("Capability", "C78")]
[Collection(nameof(Alone))]
public sealed class WebhookGuardTests : IAsyncLifetime
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), Impatience = TimeSpan.FromMilliseconds(500);
    private static readonly Uri Flow = new("https://x.logic.azure.com/in");

    private Receiver? receiver;

    private Receiver Receiver => receiver ?? throw new InvalidOperationException("Not started.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => receiver = await Receiver.Start(Cancel);

    public async ValueTask DisposeAsync() => await Receiver.DisposeAsync();

    [Fact]
    public async Task An_address_that_is_not_allowed_any_more_is_not_called()
    {
        using var host = new Listener();
        Uri address = new($"http://localhost:{host.Port}/");
        Assert.Equal("address-not-https", (await Send(address, CallbackGuards.All, loopback: false)).Fault);
        Assert.Equal(0, host.Calls);
        await Send(address, Without(CallbackGuards.Address | CallbackGuards.PublicAddress), loopback: false);
        Assert.Equal(1, host.Calls);
    }

    [Fact]
    public async Task A_name_that_leads_to_a_private_address_by_now_is_not_called()
    {
        using var host = new Listener();
        Uri rebound = new($"https://x.logic.azure.com:{host.Port}/");
        // The port is another guard's; here the address counts.
        CallbackGuards rest = Without(CallbackGuards.Address);
        Assert.Equal("address-not-public", (await Send(rebound, rest, loopback: false, IPAddress.Loopback)).Fault);
        Assert.Equal("address-not-public", (await Send(rebound, rest, loopback: false, IPAddress.Parse("8.8.8.8"), IPAddress.Loopback)).Fault);
        Assert.Equal("address-not-public", (await Send(rebound, rest, loopback: false)).Fault);
        Assert.Equal(0, host.Calls);
        await Send(rebound, rest & ~CallbackGuards.PublicAddress, loopback: false, IPAddress.Loopback);
        Assert.Equal(1, host.Calls);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using Receiver elsewhere = await Receiver.Start(Cancel);
        Receiver.AnswerWith(307, ("Location", elsewhere.Address));
        Assert.Equal("status-307", (await Send(new Uri(Receiver.Address), CallbackGuards.All)).Fault);
        Assert.Empty(elsewhere.All);
        Assert.Null((await Send(new Uri(Receiver.Address), Without(CallbackGuards.NoRedirect))).Fault);
        Assert.Single(elsewhere.All);
    }

    [Fact]
    public async Task No_proxy_looks_the_name_up_in_the_servers_place()
    {
        using var proxy = new Listener();
        IWebProxy before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(new Uri($"http://127.0.0.1:{proxy.Port}")) { BypassProxyOnLocal = false };
        try
        {
            await Send(new Uri(Receiver.Address), CallbackGuards.All);
            Assert.Equal((0, 1), (proxy.Calls, Receiver.All.Count));
            await Send(Flow, Without(CallbackGuards.NoProxy), loopback: true, IPAddress.Loopback);
            Assert.NotEqual(0, proxy.Calls);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    [Fact]
    public async Task An_attempt_ends_when_its_time_is_over()
    {
        Receiver.Answers = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted);
        Assert.Equal("timeout", (await SendImpatiently(CallbackGuards.All, Cancel)).Fault);

        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task<CallbackAnswer> endless = SendImpatiently(Without(CallbackGuards.Time), end.Token);
        await Task.Delay(TimeSpan.FromSeconds(1.5), Cancel);
        Assert.False(endless.IsCompleted);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endless);
    }

    [Fact]
    public async Task No_more_of_an_answer_is_read_than_a_little()
    {
        const int Much = 100;
        Receiver.AnswerMuch(Much);
        var watch = Stopwatch.StartNew();
        Assert.Null((await Send(new Uri(Receiver.Address), CallbackGuards.All)).Fault);
        Assert.True(Receiver.MegabytesSent < Much / 2, $"{Receiver.MegabytesSent} MB were sent in {watch.ElapsedMilliseconds} ms.");
        Assert.Null((await Send(new Uri(Receiver.Address), Without(CallbackGuards.AnswerSize | CallbackGuards.Time))).Fault);
        Assert.Equal(Much, Receiver.MegabytesSent);
    }

    [Fact]
    public async Task A_head_without_an_end_is_not_read_to_it()
    {
        Receiver.AnswerWith(200, [.. Enumerable.Range(0, 40).Select(n => ($"X-Much-{n}", new string('a', 1000)))]);
        Assert.Equal("broken-off", (await Send(new Uri(Receiver.Address), CallbackGuards.All)).Fault);
    }

    [Fact]
    public async Task Every_name_is_judged_by_what_it_leads_to_when_somebody_subscribes()
    {
        Assert.Equal("not-public", (await Client(CallbackGuards.All, false, Answering(IPAddress.Parse("10.0.0.1"))).Judge(Flow.AbsoluteUri, Cancel)).Broken?.Code);
        Assert.Equal("not-public", (await Client(CallbackGuards.All, false, Answering(IPAddress.Parse("8.8.8.8"), IPAddress.Loopback)).Judge(Flow.AbsoluteUri, Cancel)).Broken?.Code);
        Assert.Equal("no-such-host", (await Client(CallbackGuards.All, false, (_, _) => throw new SocketException((int)SocketError.HostNotFound)).Judge(Flow.AbsoluteUri, Cancel)).Broken?.Code);
        Assert.Equal(Flow, (await Client(CallbackGuards.All, false, Answering(IPAddress.Parse("8.8.8.8"))).Judge(Flow.AbsoluteUri, Cancel)).Address);
    }

    [Fact]
    public async Task Nobody_there_is_told_apart_from_a_refusal()
    {
        int port;
        using (var gone = new Listener())
        {
            port = gone.Port;
        }

        Assert.Equal(new CallbackAnswer("unreachable"), await Send(new Uri($"http://127.0.0.1:{port}/"), CallbackGuards.All));
        Receiver.AnswerWith(410);
        Assert.Equal(new CallbackAnswer("status-410", null, IsGone: true), await Send(new Uri(Receiver.Address), CallbackGuards.All));
    }

    private static CallbackGuards Without(CallbackGuards guards) => CallbackGuards.All & ~guards;

    private static LookUp Answering(params IPAddress[] addresses) => (_, _) => Task.FromResult(addresses);

    private static CallbackClient Client(CallbackGuards guards, bool loopback, LookUp lookUp, TimeSpan? timeout = null) => new(
        Options.Create(new WebhookOptions { Loopback = loopback, Timeout = timeout ?? Patience }), lookUp, TimeProvider.System, guards);

    // Without addresses a local name has this machine's, and every other name none.
    private static async Task<CallbackAnswer> Send(Uri address, CallbackGuards guards, bool loopback = true, params IPAddress[] addresses)
    {
        bool isLocal = address.IsLoopback && addresses.Length == 0;
        using CallbackClient client = Client(guards, loopback, Answering(isLocal ? [IPAddress.Loopback] : addresses));
        return await client.Send(address, Secret, "msg_1", "{}", Cancel);
    }

    private async Task<CallbackAnswer> SendImpatiently(CallbackGuards guards, CancellationToken cancel)
    {
        using CallbackClient client = Client(guards, loopback: true, Answering(IPAddress.Loopback), Impatience);
        return await client.Send(new Uri(Receiver.Address), Secret, "msg_1", "{}", cancel);
    }

    /// <summary>Counts who connects, and hangs up.</summary>
    private sealed class Listener : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private int calls;

        public Listener()
        {
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
            _ = Accept();
        }

        public int Port { get; }

        public int Calls => calls;

        public void Dispose() => listener.Dispose();

        private async Task Accept()
        {
            try
            {
                while (true)
                {
                    using Socket caller = await listener.AcceptSocketAsync();
                    Interlocked.Increment(ref calls);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
