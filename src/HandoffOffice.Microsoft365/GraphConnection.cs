using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace HandoffOffice.Microsoft365;

/// <summary>The way to Microsoft Graph, shared by all who ask it something.</summary>
public sealed class GraphConnection : IDisposable
{
    private readonly Uri address;
    private readonly HttpClient client;
    private readonly TimeProvider time;

    /// <summary>A way to this address.</summary>
    /// <param name="address">Microsoft Graph with its version, such as <c>https://graph.microsoft.com/v1.0</c>.</param>
    /// <param name="timeout">How long one call may take.</param>
    /// <param name="time">The time.</param>
    public GraphConnection(Uri address, TimeSpan timeout, TimeProvider time)
    {
        this.address = address;
        this.time = time;
        // A connection is used once: on one that was used before, .NET sends a request again by itself when it breaks without an answer.
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero, AllowAutoRedirect = false };
        // For the same reason nothing of the client library's retries; redirects would carry the token elsewhere.
        client = GraphClientFactory.Create(
            [.. GraphClientFactory.CreateDefaultHandlers(new GraphClientOptions()).Where(step => step is not RetryHandler and not RedirectHandler)],
            finalHandler: handler);
        client.Timeout = timeout;
    }

    /// <summary>Microsoft Graph's address.</summary>
    public Uri Address => address;

    /// <summary>A person's own mailbox.</summary>
    /// <param name="token">An access token of theirs with <see cref="GraphScope.ToSendMail"/>.</param>
    public GraphMailbox MailboxOf(string token) =>
        new(new GraphServiceClient(client, new BaseBearerTokenAuthenticationProvider(new GivenToken(token, address.Host)), address.AbsoluteUri), time);

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private sealed class GivenToken(string token, string host) : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new([host]);

        public Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(AllowedHostsValidator.IsUrlHostValid(uri) ? token : string.Empty);
    }
}
