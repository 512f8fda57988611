using HandoffOffice.Api.Connector;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Webhooks;
using HandoffOffice.Storage;
using HandoffOffice.Storage.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>Who subscribed is told, at least once, in order, and nothing beyond that (C72, C78).</summary>
[Trait("Capability", "C78")]
public sealed class WebhookTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> Settings = new() { ["Webhooks:Loopback"] = "true", ["Webhooks:Timeout"] = "00:00:05" };

    private readonly Product product = Product.Start(Settings);
    private Receiver? receiver;

    private Receiver Receiver => receiver ?? throw new InvalidOperationException("Not started.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // What is due by now is the test's to say, however long it takes.
        product.Clock.Stop();
        receiver = await Receiver.Start(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await product.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    [Fact]
    [Trait("Capability", "C72")]
    public async Task Each_subscriber_is_told_of_what_it_asked_for_signed_and_without_a_text()
    {
        string ready = await Subscribe("ready-for-review"), approved = await Subscribe("approved"), rejected = await Subscribe("rejected");
        Run run = await Run.Approved(product);
        await Round();
        Assert.Equal(["handoff.approved", "handoff.ready_for_review"], Receiver.All.Select(got => got.Type).Order());
        Received first = Receiver.All.Single(got => got.Type == "handoff.ready_for_review");
        Assert.Equal((run.Id, "InReview", Run.StatusReport), (first.Data.GetProperty("handoffId").GetGuid(), first.Data.GetProperty("state").GetString(), first.Data.GetProperty("workflow").GetString()));
        Assert.EndsWith($"/#/handoffs/{run.Id}", first.Data.GetProperty("link").GetString(), StringComparison.Ordinal);
        Assert.True(first.IsSignedWith(ready));
        Assert.False(first.IsSignedWith(approved));
        Assert.False(first.IsSignedWith(rejected));
        Assert.Equal(
            ["handoffId", "workflow", "workflowVersion", "state", "sequence", "link"], first.Data.EnumerateObject().Select(member => member.Name));
        product.ExpectNoFault();
    }

    [Fact]
    [Trait("Capability", "C72")]
    public async Task A_rejection_an_expiry_and_an_escaped_error_are_told_of()
    {
        foreach (string path in new[] { "rejected", "expired", "escaped-error" })
        {
            await Subscribe(path);
        }

        Run rejected = await Run.InReview(product);
        (await rejected.Reviewer.Post($"handoffs/{rejected.Id}/rejection", new { reason = "Wrong client." })).Ok();
        Run released = await Run.Approved(product);
        (await released.Author.Release(released.Id)).Ok();
        (await released.Author.Post($"handoffs/{released.Id}/outcomes", new { reception = "Complaint", reason = "A wrong price.", shouldHaveCaught = new { kind = "Nothing" } })).Ok();
        Run expired = await Run.Approved(product);
        product.Clock.Advance(TimeSpan.FromDays(30));
        await product.Services.GetRequiredService<Api.Reviewing.ReviewClock>().Sweep(Cancel);
        await Round();
        Assert.Equal(
            new[] { ("handoff.rejected", rejected.Id), ("handoff.escaped_error", released.Id), ("handoff.expired", expired.Id) }.Order(),
            Receiver.All.Select(got => (got.Type, got.Data.GetProperty("handoffId").GetGuid())).Order());
    }

    [Fact]
    public async Task Who_asked_for_one_workflow_is_told_of_no_other()
    {
        await Subscribe($"ready-for-review?workflow={Run.Email}");
        await Run.InReview(product);
        Run mail = await Run.InReview(product, Run.Email);
        await Round();
        Assert.Equal(mail.Id, Assert.Single(Receiver.All).Data.GetProperty("handoffId").GetGuid());
        (await (await Amara()).Post("flow/triggers/approved?workflow=nobodys", new { callbackUrl = Receiver.Address })).Refused(404, "unknown-workflow");
    }

    [Fact]
    public async Task What_is_refused_is_sent_again_later_with_the_same_id_and_body()
    {
        await Subscribe("ready-for-review");
        Receiver.AnswerWith(503);
        await Run.InReview(product);
        await Round();
        await Round();
        Assert.Single(Receiver.All);

        product.Clock.Advance(TimeSpan.FromSeconds(7));
        Receiver.AnswerWith(200);
        await Round();
        await Round();
        Assert.Equal(2, Receiver.All.Count);
        Assert.Equal((Receiver.All[0].Id, Receiver.All[0].Body), (Receiver.All[1].Id, Receiver.All[1].Body));
        Assert.True(Receiver.All[1].Timestamp >= Receiver.All[0].Timestamp + 6);
    }

    [Fact]
    public async Task A_receiver_that_asks_for_more_time_gets_it()
    {
        await Subscribe("ready-for-review");
        Receiver.AnswerWith(429, ("Retry-After", "600"));
        await Run.InReview(product);
        await Round();
        product.Clock.Advance(TimeSpan.FromSeconds(590));
        await Round();
        Assert.Single(Receiver.All);
        product.Clock.Advance(TimeSpan.FromSeconds(11));
        await Round();
        Assert.Equal(2, Receiver.All.Count);
    }

    [Fact]
    public async Task Of_one_handoff_nothing_overtakes_what_failed_and_other_handoffs_do_not_wait_for_it()
    {
        Session amara = await Amara();
        await Subscribe("approved");
        Receiver.AnswerWith(503);
        Run one = await Run.Approved(product);
        await Round();

        // Approved twice: what it was approved as first is told first.
        string change = (await one.Look()).Changes[0].Id;
        (await one.Reviewer.Decide(one.Id, change, Decision.Rejected)).Ok();
        (await one.Reviewer.Decide(one.Id, change, Decision.Accepted)).Ok();
        await one.Signed();
        Run other = await Run.Approved(product);
        Receiver.AnswerWith(200);
        await Round();
        Assert.Equal([one.Id, other.Id], Receiver.All.Select(got => got.Data.GetProperty("handoffId").GetGuid()));

        product.Clock.Advance(TimeSpan.FromSeconds(7));
        await Round();
        long[] sequences = [.. Receiver.All.Where(got => got.Data.GetProperty("handoffId").GetGuid() == one.Id).Skip(1).Select(got => got.Data.GetProperty("sequence").GetInt64())];
        Assert.Equal(2, sequences.Length);
        Assert.Equal(sequences.Order(), sequences);
        Assert.Equal(HandoffState.Approved, (await amara.Look(one.Id)).State);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Who_answers_that_nobody_is_there_any_more_is_unsubscribed(int status)
    {
        await Subscribe("ready-for-review");
        Receiver.AnswerWith(status);
        await Run.InReview(product);
        await Round();
        await Run.InReview(product);
        await Round();
        Assert.Single(Receiver.All);
        Assert.Empty((await View()).Subscriptions);
        Assert.Equal(["WebhookSubscribed", "WebhookUnsubscribed"], product.Query("SELECT Kind FROM Ledger WHERE HandoffId IS NULL ORDER BY Sequence").Cast<string>());
    }

    [Fact]
    public async Task What_could_never_be_delivered_is_listed_and_sent_again_when_an_administrator_says_so()
    {
        await Subscribe("ready-for-review");
        Receiver.AnswerWith(500);
        Run run = await Run.InReview(product);
        for (int attempt = 0; attempt < RetrySchedule.MaxAttempts; attempt++)
        {
            await Round();
            product.Clock.Advance(TimeSpan.FromHours(31));
        }

        Assert.Equal(RetrySchedule.MaxAttempts, Receiver.All.Count);
        await Round();
        WebhooksView view = await View();
        DeadLetterView dead = Assert.Single(view.Dead);
        Assert.Equal((run.Id, RetrySchedule.MaxAttempts, "status-500", true, 1), (dead.HandoffId, dead.Attempts, dead.Fault, dead.CanReplay, view.DeadCount));
        Assert.Equal(RetrySchedule.MaxAttempts, Receiver.All.Count);

        Receiver.AnswerWith(200);
        Session teodor = await product.As(LocalPeople.TeodorIvanov);
        Assert.Equal(1, (await teodor.Post($"webhooks/dead/{dead.Id}/replay")).As<Replayed>().Count);
        await Round();
        Assert.Equal(dead.Id, Receiver.All[^1].Id);
        Assert.Empty((await View()).Dead);
        (await teodor.Post($"webhooks/dead/{dead.Id}/replay")).Refused(404, "unknown-dead-letter");
        Assert.Equal(0, (await teodor.Post("webhooks/dead/replay")).As<Replayed>().Count);
        (await (await Amara()).Get("webhooks")).Refused(403, "forbidden");
    }

    [Fact]
    public async Task A_subscriber_that_never_answers_keeps_no_other_waiting()
    {
        await using Receiver silent = await Receiver.Start(Cancel);
        silent.Answers = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await Subscribe("ready-for-review", silent);
        await Subscribe("ready-for-review");
        await Run.InReview(product);
        Task round = Round();
        while (Receiver.All.Count == 0)
        {
            Assert.False(round.IsCompleted);
            await Task.Delay(10, Cancel);
        }

        await round;
        SubscriptionView[] views = [.. (await View()).Subscriptions];
        Assert.Equal(["timeout", null], views.Select(one => one.Fault).OrderByDescending(fault => fault is not null));
        Assert.Equal([1, 0], views.Select(one => one.Waiting).OrderDescending());
    }

    [Fact]
    public async Task A_subscriber_that_answers_100_MB_has_got_the_event_and_is_not_read()
    {
        Receiver.AnswerMuch(100);
        await Subscribe("ready-for-review");
        await Run.InReview(product);
        await Round();
        Assert.NotNull(Assert.Single((await View()).Subscriptions).DeliveredAt);
        Assert.InRange(Receiver.MegabytesSent, 0, 30);
        await Round();
        Assert.Single(Receiver.All);
    }

    [Fact]
    [Trait("Capability", "C72")]
    public async Task Unsubscribing_at_the_returned_address_ends_it_for_its_owner_only()
    {
        Session amara = await Amara();
        Answer made = await amara.Post("flow/triggers/approved", new { callbackUrl = Receiver.Address });
        Assert.Equal(201, (int)made.Status);
        var location = new Uri(made.Headers["Location"], UriKind.Absolute);
        Assert.Equal($"/api/v1/flow/triggers/{made.As<Subscribed>().SubscriptionId}", location.AbsolutePath);
        Receiver.AnswerWith(503);
        Run run = await Run.Approved(product);
        await Round();

        (await run.Reviewer.Delete($"flow/triggers/{made.As<Subscribed>().SubscriptionId}")).Refused(404, "unknown-subscription");
        Assert.Equal(204, (int)(await amara.Send(HttpMethod.Delete, location.AbsolutePath)).Status);
        (await amara.Send(HttpMethod.Delete, location.AbsolutePath)).Refused(404, "unknown-subscription");
        product.Clock.Advance(TimeSpan.FromHours(1));
        await Round();
        Assert.Single(Receiver.All);
    }

    [Fact]
    public async Task An_administrator_ends_anybodys_subscription()
    {
        await Subscribe("approved");
        Guid id = Assert.Single((await View()).Subscriptions).Id;
        Assert.Equal(204, (int)(await (await product.As(LocalPeople.TeodorIvanov)).Delete($"webhooks/{id}")).Status);
        Assert.Empty((await View()).Subscriptions);
    }

    [Fact]
    public async Task What_a_node_held_when_it_died_is_delivered_by_another()
    {
        await Subscribe("ready-for-review");
        Receiver.AnswerWith(503);
        await Run.InReview(product);
        await Round();
        product.Clock.Advance(TimeSpan.FromSeconds(7));
        Guid id = Assert.Single((await View()).Subscriptions).Id;
        await using (AsyncServiceScope scope = product.Services.CreateAsyncScope())
        {
            Assert.Single(await scope.ServiceProvider.GetRequiredService<NoticeBook>().Take(id, 10, "a node that dies", TimeSpan.FromMinutes(1), Cancel));
        }

        Receiver.AnswerWith(200);
        await Round();
        Assert.Single(Receiver.All);
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        await Round();
        Assert.Equal(2, Receiver.All.Count);
    }

    [Fact]
    public async Task Nodes_that_take_at_the_same_time_take_nothing_twice()
    {
        await Subscribe("ready-for-review");
        Receiver.AnswerWith(503);
        for (int i = 0; i < 4; i++)
        {
            await Run.InReview(product);
        }

        await Round();
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        Guid id = Assert.Single((await View()).Subscriptions).Id;
        IReadOnlyList<NoticeRow>[] taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(node => Task.Run(async () =>
        {
            await using AsyncServiceScope scope = product.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<NoticeBook>().Take(id, 2, $"node {node}", TimeSpan.FromMinutes(1), Cancel);
        })));
        string[] ids = [.. taken.SelectMany(some => some).Select(notice => notice.Id)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.InRange(ids.Length, 2, 4);
    }

    [Fact]
    public async Task A_receiver_that_fails_again_and_again_rests_as_a_whole()
    {
        await Subscribe("ready-for-review");
        Receiver.AnswerWith(500);
        for (int i = 0; i < 3; i++)
        {
            await Run.InReview(product);
        }

        while ((await View()).Subscriptions[0].RestsUntil is null)
        {
            await Round();
            product.Clock.Advance(TimeSpan.FromHours(31));
            Assert.InRange(Receiver.All.Count, 0, NoticeBook.RestsAfter + 3);
        }

        Assert.InRange(Receiver.All.Count, NoticeBook.RestsAfter, NoticeBook.RestsAfter + 3);
    }

    [Fact]
    public async Task Neither_an_address_nor_a_secret_is_in_the_database_for_anybody_to_read()
    {
        string secret = await Subscribe("approved");
        string stored = string.Concat(product.Query("SELECT Address || Secret FROM WebhookSubscriptions"));
        Assert.DoesNotContain(new Uri(Receiver.Address).Authority, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(secret[6..], stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_old_is_forgotten_and_what_waits_is_not()
    {
        await Subscribe("ready-for-review");
        await Run.InReview(product);
        await Round();
        Receiver.AnswerWith(503);
        await Run.InReview(product);
        await Round();
        product.Clock.Advance(TimeSpan.FromDays(31));
        await product.Services.GetRequiredService<WebhookCourier>().Forget(Cancel);
        Assert.Equal(["Waiting"], product.Query("SELECT State FROM WebhookNotices").Cast<string>());
    }

    [Fact]
    public async Task There_is_an_end_to_how_many_a_tenant_can_have()
    {
        await using (AsyncServiceScope scope = product.Services.CreateAsyncScope())
        {
            HandoffOfficeDb db = scope.ServiceProvider.GetRequiredService<HandoffOfficeDb>();
            db.Subscriptions.AddRange(Enumerable.Range(0, SubscriptionBook.Most).Select(_ => new SubscriptionRow
            {
                Id = Guid.NewGuid(),
                TenantId = LocalPeople.TenantId,
                Kind = WebhookEventKind.Approved,
                Workflow = null,
                OwnerId = "somebody",
                OwnerName = "Somebody",
                Host = "example.org",
                Address = string.Empty,
                Secret = string.Empty,
                Origin = string.Empty,
                CreatedAt = product.Clock.GetUtcNow(),
            }));
            await db.SaveChangesAsync(Cancel);
        }

        (await (await Amara()).Post("flow/triggers/approved", new { callbackUrl = Receiver.Address })).Refused(409, "too-many-subscriptions");
    }

    [Theory]
    [InlineData("http://x.logic.azure.com/", "not-https")]
    [InlineData("https://example.org/", "other-host")]
    [InlineData("https://x.logic.azure.com:8443/", "other-port")]
    [InlineData("no address", "not-an-address")]
    [InlineData("", "not-an-address")]
    public async Task An_address_that_may_not_be_called_is_refused_with_the_reason(string address, string code)
    {
        Answer refused = await (await Amara()).Post("flow/triggers/approved", new { callbackUrl = address });
        Assert.Equal(["/callbackUrl"], refused.Pointers("callback-refused"));
        Assert.Equal(code, refused.Json.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Empty((await View()).Subscriptions);
    }

    private Task<Session> Amara() => product.As(LocalPeople.AmaraOsei);

    private async Task<string> Subscribe(string trigger, Receiver? at = null) =>
        (await (await Amara()).Post($"flow/triggers/{trigger}", new { callbackUrl = (at ?? Receiver).Address })).As<Subscribed>().Secret;

    private async Task<WebhooksView> View() => (await (await product.As(LocalPeople.TeodorIvanov)).Get("webhooks")).As<WebhooksView>();

    private Task Round() => product.Services.GetRequiredService<WebhookCourier>().Round(Cancel);
}
