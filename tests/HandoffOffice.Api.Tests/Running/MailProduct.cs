using System.Security.Cryptography;
using System.Text;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Tests.Identity;
using HandoffOffice.Api.Tests.Model;
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
        authority = await LoopbackAuthority.StartAsync(TestContext.Current.CancellationToken, StandIns.EntraName);
        graph = await FakeGraph.Start(TestContext.Current.CancellationToken);
        product = Product.Start(
            // Nothing runs beside the calls: a fault is for one of them.
            new Dictionary<string, string?>(StandIns.MailSettings(authority, graph)) { ["Ledger:Interval"] = "1.00:00:00" },
            services =>
            {
                StandIns.Use(services, authority.Address);
                services.AddDatabaseInterceptors(Faults);
            });
    }

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await Graph.DisposeAsync();
        await Authority.DisposeAsync();
    }

    /// <summary>Somebody with every role.</summary>
    public Task<Session> Person(string name) => Product.As(Token(Authority, name));

    /// <summary>The token of somebody with every role, another one each time: for one that was seen before a token for the mailbox may be at hand.</summary>
    public static TokenBuilder Token(LoopbackAuthority authority, string name) => authority.Person("Author", "Reviewer", "Designer", "Administrator")
        .With("oid", $"{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16])}").With("name", name).With("preferred_username", $"{name}@contoso.example")
        .With("uti", $"{Guid.NewGuid():N}");

    /// <summary>The Message-ID that a handoff's mail has.</summary>
    public static string MessageId(Guid id) => $"<{id:N}@handoffoffice.invalid>";

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
    public IReadOnlyList<byte[]> Sent(Run run) => Graph.Sent(run.Author.PersonId, MessageId(run.Id));

    /// <summary>What is in anybody's mailbox of a handoff.</summary>
    public IReadOnlyList<byte[]> Anywhere(Run run) => Graph.All(MessageId(run.Id));

    /// <summary>Lets time go by for attempts whose process is gone, and for a mail service that asked to wait.</summary>
    public void LetTimeGoBy(Run run) => Product.Sql(
        "UPDATE Deliveries SET BusyUntil = NULL, RetryAt = NULL WHERE HandoffId = @id", ("@id", run.Id));
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
