using System.Net;
using System.Net.Sockets;
using System.Text;
using HandoffOffice.Domain.Webhooks;
using Microsoft.Extensions.Options;

namespace HandoffOffice.Api.Connector;

/// <summary>What holds the server back from calling where somebody wants to send it. A test leaves out each in turn and shows what gets through then.</summary>
[Flags]
public enum CallbackGuards
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><see cref="CallbackRules"/>, asked anew before each attempt.</summary>
    Address = 1,

    /// <summary>Each IP address that the name has when it is connected to is public: a name may have had another one before (DNS rebinding).</summary>
    PublicAddress = 2,

    /// <summary>No redirect is followed.</summary>
    NoRedirect = 4,

    /// <summary>No proxy is used: it would look the name up itself.</summary>
    NoProxy = 8,

    /// <summary>An attempt ends when its time is over.</summary>
    Time = 16,

    /// <summary>No more of an answer is read than a little.</summary>
    AnswerSize = 32,

    /// <summary>All.</summary>
    All = Address | PublicAddress | NoRedirect | NoProxy | Time | AnswerSize,
}

/// <summary>Looks up the IP addresses of a host.</summary>
public delegate Task<IPAddress[]> LookUp(string host, CancellationToken cancel);

/// <summary>What a receiver did with an event.</summary>
/// <param name="Fault">A stable code; null where it was taken.</param>
/// <param name="RetryAfter">What it asked for.</param>
/// <param name="IsGone">Whether it says that nobody listens there any more (404, 410): what the subscription's end is.</param>
public sealed record CallbackAnswer(string? Fault, TimeSpan? RetryAfter = null, bool IsGone = false);

/// <summary>Calls receivers, wherever they say they are, without being led anywhere else.</summary>
public sealed class CallbackClient : IDisposable
{
    /// <summary>How much of an answer is read, in bytes: nothing in it is needed, and what is read to its end leaves the connection for the next event.</summary>
    public const int MaxAnswerBytes = 64 * 1024;

    private const int MaxHeaderKilobytes = 16;

    private readonly WebhookOptions options;
    private readonly IReadOnlyList<CallbackRule> rules;
    private readonly CallbackGuards guards;
    private readonly LookUp lookUp;
    private readonly TimeProvider time;
    private readonly HttpClient http;

    /// <summary>A client with all guards, unless a test leaves one out.</summary>
    public CallbackClient(IOptions<WebhookOptions> options, LookUp lookUp, TimeProvider time, CallbackGuards guards = CallbackGuards.All)
    {
        this.options = options.Value;
        this.lookUp = lookUp;
        this.time = time;
        this.guards = guards;
        rules = this.options.Rules();
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = !Has(CallbackGuards.NoRedirect),
            UseProxy = !Has(CallbackGuards.NoProxy),
            UseCookies = false,
            ConnectCallback = Connect,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            // A name is looked up again before its addresses are old.
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Why nothing may be sent there, or null; with what the name means now.</summary>
    /// <param name="address">What a subscriber gave.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<(Uri? Address, CallbackRule? Broken)> Judge(string? address, CancellationToken cancel)
    {
        CallbackRule? broken = Broken(address, out Uri? uri);
        if (uri is null)
        {
            return (null, broken);
        }

        try
        {
            IPAddress[] found = await lookUp(uri.IdnHost, cancel);
            return found.Length > 0 && found.All(MayCall) ? (uri, null) : (null, NotPublic);
        }
        catch (SocketException)
        {
            return (null, new CallbackRule("no-such-host", _ => false, "This host's name can't be found."));
        }
    }

    /// <summary>Makes one attempt.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="secret">What it is signed with.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="body">The JSON.</param>
    /// <param name="cancel">Ends it: the receiver may have got it or not.</param>
    public async Task<CallbackAnswer> Send(Uri address, string secret, string id, string body, CancellationToken cancel)
    {
        if (Has(CallbackGuards.Address) && Broken(address.AbsoluteUri, out _) is { } broken)
        {
            return new CallbackAnswer($"address-{broken.Code}");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (Has(CallbackGuards.Time))
        {
            limit.CancelAfter(options.Timeout);
        }

        try
        {
            using HttpRequestMessage request = Request(address, secret, id, body);
            using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            CallbackAnswer answer = Read(response);
            await Drain(response, limit.Token, cancel);
            return answer;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new CallbackAnswer("timeout");
        }
        catch (HttpRequestException e)
        {
            return new CallbackAnswer(e.InnerException is AddressNotPublicException ? $"address-{NotPublic.Code}" : Code(e));
        }
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private static CallbackRule NotPublic { get; } = new("not-public", _ => false, "The host's name leads to a private or reserved address.");

    private HttpRequestMessage Request(Uri address, string secret, string id, string body)
    {
        DateTimeOffset now = time.GetUtcNow();
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.UserAgent.ParseAdd("HandoffOffice");
        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimestampHeader, WebhookSignature.Timestamp(now));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(secret, id, now, body));
        return request;
    }

    // What has a longer answer than that loses its connection: disposing of the response closes it. What it said by its status stands, however the rest ends.
    private async Task Drain(HttpResponseMessage response, CancellationToken limit, CancellationToken cancel)
    {
        try
        {
            await using Stream answer = await response.Content.ReadAsStreamAsync(limit);
            byte[] buffer = new byte[8 * 1024];
            int read = 0;
            int more;
            while ((read <= MaxAnswerBytes || !Has(CallbackGuards.AnswerSize)) && (more = await answer.ReadAsync(buffer, limit)) > 0)
            {
                read += more;
            }
        }
        catch (Exception e) when (e is IOException or HttpRequestException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            response.Dispose();
        }
    }

    private CallbackAnswer Read(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
        {
            return new CallbackAnswer(null);
        }

        TimeSpan? retryAfter = response.Headers.RetryAfter is { } asked ? asked.Delta ?? asked.Date - time.GetUtcNow() : null;
        return new CallbackAnswer($"status-{(int)response.StatusCode}", retryAfter, response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone);
    }

    private static string Code(HttpRequestException fault) => fault.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "no-such-host",
        HttpRequestError.SecureConnectionError => "tls",
        HttpRequestError.ConnectionError => "unreachable",
        _ => "broken-off",
    };

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        IPAddress[] addresses = await lookUp(context.DnsEndPoint.Host, cancel);
        if (Has(CallbackGuards.PublicAddress) && !(addresses.Length > 0 && addresses.All(MayCall)))
        {
            throw new AddressNotPublicException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // To the addresses that were judged, not to the name: it could mean others by now.
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private CallbackRule? Broken(string? address, out Uri? uri) =>
        options.Loopback && Uri.TryCreate(address, UriKind.Absolute, out uri) && uri is { IsLoopback: true, Scheme: "http" or "https" } ? null : CallbackRules.Broken(address, rules, out uri);

    private bool MayCall(IPAddress address) => PublicAddresses.IsPublic(address) || (options.Loopback && IPAddress.IsLoopback(address));

    private bool Has(CallbackGuards guard) => guards.HasFlag(guard);

    private sealed class AddressNotPublicException() : IOException("The address is not public.");
}
