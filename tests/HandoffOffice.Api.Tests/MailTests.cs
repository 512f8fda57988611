using System.Text.Json;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Cli;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using MimeKit;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>An approved mail leaves from the mailbox of the person who releases it: what was approved, and nothing else (C76).</summary>
[Trait("Capability", "C76")]
public sealed class MailTests(MailProduct fixture, LocalProduct local) : IClassFixture<MailProduct>
{
    [Fact]
    public async Task What_is_sent_is_what_was_approved_and_what_the_ledger_says_and_it_verifies()
    {
        Run run = await fixture.Approved();
        Assert.Equal(DeliveryState.Done, (await run.Author.SendMail(run.Id)).Delivery().State);

        byte[] sent = Assert.Single(fixture.Sent(run));
        HandoffView view = await run.Author.Look(run.Id);
        Assert.Equal((HandoffState.Released, DeliveryState.Done), (view.State, view.Delivery!.State));
        Assert.Equal(view.Release!.LeftDigest, Sha256Digest.Of(sent));
        string released = Assert.Single(Leaves(run, "Released"));
        Assert.Contains($"{view.Release.LeftDigest}", released, StringComparison.Ordinal);
        Assert.Contains("\"channel\":\"Mail\"", released, StringComparison.Ordinal);
        Assert.Single(Leaves(run, "Delivered"));
        Assert.Equal(0, Verify(sent));
    }

    [Fact]
    public async Task It_goes_to_whom_the_seal_names_from_its_author_with_one_id()
    {
        Run run = await fixture.Approved();
        (await run.Author.SendMail(run.Id)).Ok();
        using MimeMessage mail = MimeMessage.Load(new MemoryStream(Assert.Single(fixture.Sent(run))), TestContext.Current.CancellationToken);
        Assert.Equal((await run.Look()).Recipients, mail.GetRecipients().Select(mailbox => mailbox.Address));
        Assert.Equal("ann@contoso.example", Assert.Single(mail.From.Mailboxes).Address);
        Assert.Single(mail.Headers, header => header.Id == HeaderId.MessageId);
    }

    [Fact]
    public async Task The_same_key_again_sends_nothing_and_says_how_it_stands()
    {
        Run run = await fixture.Approved();
        (await run.Author.SendMail(run.Id, "once")).Ok();
        Assert.Equal(1, (await run.Author.SendMail(run.Id, "once")).Delivery().Attempts);
        Assert.Single(fixture.Sent(run));
    }

    [Fact]
    public async Task Another_key_is_refused_and_what_left_one_way_does_not_leave_the_other()
    {
        Run mailed = await fixture.Approved();
        (await mailed.Author.SendMail(mailed.Id, $"{mailed.Id}")).Ok();
        (await mailed.Author.SendMail(mailed.Id)).Refused(409, "action-not-possible");
        (await mailed.Author.Release(mailed.Id)).Refused(409, "action-not-possible");
        (await mailed.Author.Release(mailed.Id, $"{mailed.Id}")).Refused(422, "idempotency-key-reused");
        Assert.Single(fixture.Sent(mailed));

        Run handedOut = await fixture.Approved();
        (await handedOut.Author.Release(handedOut.Id)).Ok();
        (await handedOut.Author.SendMail(handedOut.Id)).Refused(409, "action-not-possible");
        (await handedOut.Author.GoOn(handedOut.Id)).Refused(409, "nothing-to-send");
        Assert.Empty(fixture.Anywhere(handedOut));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_sent()
    {
        Run run = await fixture.Approved();
        (await run.Author.Post($"handoffs/{run.Id}/sending")).Refused(400, "idempotency-key-missing");
        Assert.Empty(fixture.Anywhere(run));
    }

    [Fact]
    public async Task Only_the_person_it_is_from_can_send_it_and_only_who_released_it_goes_on()
    {
        Run run = await fixture.Approved();
        (await run.Reviewer.SendMail(run.Id)).Refused(403, "not-your-mailbox");
        (await (await fixture.Person("eve")).SendMail(run.Id)).Refused(403, "not-your-handoff");
        Assert.Equal(HandoffState.Approved, (await run.Look()).State);

        fixture.Graph.Break(GraphCall.Find, GraphFault.ErrorBefore);
        Assert.Equal(DeliveryState.Pending, (await run.Author.SendMail(run.Id, $"{run.Id}")).Delivery().State);
        (await run.Reviewer.GoOn(run.Id)).Refused(403, "not-your-mailbox");
        (await run.Reviewer.SendMail(run.Id, $"{run.Id}")).Refused(422, "idempotency-key-reused");
        Assert.Empty(fixture.Anywhere(run));
        (await run.Author.GoOn(run.Id)).Ok();
        Assert.Single(fixture.Sent(run));
    }

    [Fact]
    public async Task Two_at_once_send_one_mail()
    {
        Run run = await fixture.Approved();
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => run.Author.SendMail(run.Id, n % 2 == 0 ? $"{run.Id}" : null)));
        Assert.All(answers.Where(answer => (int)answer.Status != 200), answer => Assert.Equal(409, (int)answer.Status));
        await run.Author.GoOn(run.Id);
        Assert.Single(fixture.Sent(run));
        Assert.Single(fixture.Anywhere(run));
        Assert.Single(Leaves(run, "Released"));
    }

    [Fact]
    public async Task A_document_is_no_mail()
    {
        Run run = await fixture.Approved(Run.StatusReport);
        (await run.Author.SendMail(run.Id)).Refused(422, "not-a-mail");
        Assert.Equal(HandoffState.Approved, (await run.Look()).State);
    }

    [Fact]
    public async Task Before_the_approval_no_route_puts_anything_into_a_mailbox()
    {
        Run run = await (await Run.Started(fixture.Product, await fixture.Person("ann"), await fixture.Person("bob"), Run.Email)).Drafted();
        HandoffView handoff = await run.Look();
        System.Text.Json.Nodes.JsonObject workflow = await Run.Definition(run.Author, Run.Email);
        foreach (ApiRoute route in ApiRoute.All(fixture.Product).Where(route => route.WayOut == Releasing.WayOut.Release))
        {
            await route.By(run.Author, handoff, workflow);
            await route.By(run.Reviewer, handoff, workflow);
        }

        Assert.Empty(fixture.Anywhere(run));
        Assert.Equal(handoff.Etag, (await run.Look()).Etag);
    }

    [Fact]
    [Trait("Capability", "C90")]
    public async Task A_stop_holds_it_before_the_release_and_after()
    {
        Run before = await fixture.Approved();
        Run after = await fixture.Approved();
        fixture.Graph.Break(GraphCall.Find, GraphFault.ErrorBefore);
        (await after.Author.SendMail(after.Id)).Delivery();
        StopOrder stop = (await before.Author.Post("stops", new { scope = "Workflow", target = Run.Email, reason = "It invents prices." })).As<StopOrder>();
        (await before.Author.SendMail(before.Id)).Refused(409, "stopped");
        (await after.Author.GoOn(after.Id)).Refused(409, "stopped");
        Assert.Equal((0, 0), (fixture.Anywhere(before).Count, fixture.Anywhere(after).Count));

        (await before.Author.Post($"stops/{stop.Id}/lift", new { reason = "It is mended." })).Ok();
        (await before.Author.SendMail(before.Id)).Ok();
        (await after.Author.GoOn(after.Id)).Ok();
        Assert.Equal((1, 1), (fixture.Sent(before).Count, fixture.Sent(after).Count));
    }

    [Fact]
    public async Task An_approval_that_is_over_sends_nothing()
    {
        await using var other = new MailProduct();
        await other.InitializeAsync();
        Run run = await other.Approved();
        other.Product.Clock.Advance(TimeSpan.FromHours(48));
        Assert.Contains("expired", (await run.Author.SendMail(run.Id)).Refused(409, "seal-broken").GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(other.Anywhere(run));
    }

    [Theory]
    [InlineData("invalid_grant", "AADSTS65001: The user or administrator has not consented.", "consent_required", null, 403, "mail-consent-missing")]
    [InlineData("interaction_required", "AADSTS50076: You must use multi-factor authentication.", null, "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}", 401, "mail-sign-in-needed")]
    [InlineData("invalid_client", "AADSTS7000215: Invalid client secret.", null, null, 503, "mail-token-missing")]
    public async Task Where_no_token_is_given_nothing_is_released_and_it_says_what_to_do(
        string error, string detail, string? subError, string? claims, int status, string code)
    {
        Run run = await fixture.Approved();
        Session author = await fixture.Person("ann");
        fixture.Authority.Refusal = (error, detail, subError, claims);
        try
        {
            JsonElement problem = (await author.SendMail(run.Id, $"{run.Id}")).Refused(status, code);
            Assert.Equal(claims, problem.TryGetProperty("claims", out JsonElement asked) ? asked.GetString() : null);
        }
        finally
        {
            fixture.Authority.Refusal = null;
        }

        Assert.Equal(HandoffState.Approved, (await run.Look()).State);
        Assert.Empty(fixture.Anywhere(run));
        (await author.SendMail(run.Id, $"{run.Id}")).Ok();
        Assert.Single(fixture.Sent(run));
    }

    [Fact]
    public async Task Where_it_is_not_set_up_that_is_said_and_nothing_changes()
    {
        Run run = await Run.Approved(local.Product, Run.Email);
        string etag = (await run.Look()).Etag;
        (await run.Author.SendMail(run.Id)).Refused(409, "mail-not-set-up");
        Assert.Equal((HandoffState.Approved, etag), ((await run.Look()).State, (await run.Look()).Etag));
        Assert.False((await run.Author.Get("configuration")).As<ConfigurationView>().SendsMail);
        Assert.True((await fixture.Product.AsNobody().Get("configuration")).As<ConfigurationView>().SendsMail);
    }

    private IReadOnlyList<string> Leaves(Run run, string kind) =>
        [.. fixture.Product.Query("SELECT Leaf FROM Ledger WHERE HandoffId = @id AND Kind = @kind", ("@id", run.Id), ("@kind", kind)).Cast<string>()];

    private static int Verify(byte[] mail)
    {
        string file = Path.GetTempFileName();
        File.WriteAllBytes(file, mail);
        using var output = new StringWriter();
        int code = HandoffCommand.Run(["verify", "document", file], output, output);
        File.Delete(file);
        return code;
    }
}
