using System.Security.Cryptography;
using System.Text;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Tests.Identity;
using HandoffOffice.Api.Tests.Model;
using HandoffOffice.Storage;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>A product that an organisation of an Entra stand-in signs in to, and that sends mail through a stand-in of Microsoft Graph.</summary>
public sealed class MailProduct : IAsyncLifetime
{
    private LoopbackAuthority? authority;
    private FakeGraph? graph;
    private Product? product;

    public LoopbackAuthority Authority => authority ?? throw new InvalidOperationException("Not started.");

    public FakeGraph Graph => graph ?? throw new InvalidOperationException("Not started.");

    public Product Product => product ?? throw new InvalidOperationException("Not started.");

    public Faults Faults { get; } = new();

    public async ValueTask InitializeAsync()
    {
        // Under its real name, which the token library asks to be https; what goes there goes to the stand-in.
        authority = await LoopbackAuthority.StartAsync(TestContext.Current.CancellationToken, "https://login.microsoftonline.com");
        graph = await FakeGraph.Start(TestContext.Current.CancellationToken);
        product = Product.Start(
            new Dictionary<string, string?>(authority.Settings)
            {
                ["AzureAd:ClientCredentials:0:SourceType"] = "ClientSecret",
                ["AzureAd:ClientCredentials:0:ClientSecret"] = LoopbackAuthority.ClientSecret,
                ["Graph:Address"] = graph.Address,
                ["Graph:Timeout"] = "00:00:03",
                ["Ledger:Interval"] = "1.00:00:00",
            },
            services =>
            {
                services.ConfigureHttpClientDefaults(clients => clients.ConfigurePrimaryHttpMessageHandler(() => new ToTheStandIn(authority.Address)));
                services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer => bearer.BackchannelHttpHandler = new ToTheStandIn(authority.Address));
                services.ConfigureDbContext<HandoffOfficeDb>(options => options.AddInterceptors(Faults));
            });
    }

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await Graph.DisposeAsync();
        await Authority.DisposeAsync();
    }

    /// <summary>Somebody with every role.</summary>
    public Task<Session> Person(string name) => Product.As(Authority.Person("Author", "Reviewer", "Designer", "Administrator")
        .With("oid", $"{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16])}").With("name", name).With("preferred_username", $"{name}@contoso.example"));

    /// <summary>A handoff of Ann's that Bob has signed.</summary>
    public async Task<Run> Approved(string workflow = Run.Email)
    {
        Run run = await (await Run.Started(Product, await Person("ann"), await Person("bob"), workflow)).Drafted();
        (await run.Reviewer.DecideRest(run.Id)).Ok();
        await run.Reviewer.ConfirmAll(run.Id);
        (await run.Reviewer.Sign(run.Id)).Ok();
        return run;
    }

    /// <summary>What Ann's mailbox has sent of a handoff.</summary>
    public IReadOnlyList<byte[]> Sent(Run run) => Graph.Sent(run.Author.PersonId, MessageId(run));

    /// <summary>What is in anybody's mailbox of a handoff.</summary>
    public IReadOnlyList<byte[]> Anywhere(Run run) => Graph.All(MessageId(run));

    /// <summary>Lets time go by for attempts whose process is gone, and for a mail service that asked to wait.</summary>
    public void LetTimeGoBy(Run run) => Product.Sql(
        "UPDATE Deliveries SET BusyUntil = NULL, RetryAt = NULL WHERE HandoffId = @id", ("@id", run.Id));

    private static string MessageId(Run run) => $"<{run.Id:N}@handoffoffice.invalid>";

    private sealed class ToTheStandIn(Uri standIn) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("login.microsoftonline.com", request.RequestUri!.Host);
            request.RequestUri = new UriBuilder(request.RequestUri) { Scheme = standIn.Scheme, Host = standIn.Host, Port = standIn.Port }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>What somebody does about a mail.</summary>
internal static class MailActs
{
    public static Task<Answer> SendMail(this Session session, Guid id, string? key = null) =>
        session.Send(HttpMethod.Post, $"handoffs/{id}/sending", null, ("Idempotency-Key", key ?? $"{Guid.NewGuid()}"));

    public static Task<Answer> GoOn(this Session session, Guid id) => session.Post($"handoffs/{id}/sending/continuation");

    public static Task<Answer> SayWhether(this Session session, Guid id, bool isThere, string reason = "I looked among what I sent.") =>
        session.Post($"handoffs/{id}/sending/answer", new { isThere, reason });

    /// <summary>How far the sending has come by an answer, which is 200 for done and 202 for all else.</summary>
    public static DeliveryView Delivery(this Answer answer)
    {
        Assert.True((int)answer.Status is 200 or 202, $"{(int)answer.Status}: {answer.Text}");
        DeliveryView view = System.Text.Json.JsonSerializer.Deserialize<DeliveryView>(answer.Body, Answer.Options)!;
        Assert.Equal((int)answer.Status == 200, view.State == Domain.Releasing.DeliveryState.Done);
        Assert.NotEmpty(view.Detail);
        return view;
    }
}
