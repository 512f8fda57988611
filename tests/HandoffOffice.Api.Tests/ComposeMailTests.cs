using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>An approved mail leaves into the mail that is open in Outlook, with a seal that its send handler can read (C66).</summary>
[Trait("Capability", "C66")]
public sealed class ComposeMailTests(LocalProduct fixture)
{
    private readonly Product product = fixture.Product;

    [Fact]
    public async Task What_is_handed_out_is_what_was_approved_with_a_seal_over_it()
    {
        Run run = await Run.Approved(product, Run.Email);
        ComposedMail mail = (await Compose(run.Author, run.Id)).As<ComposedMail>();

        SealPayload approved = SealProof.ParseBase64(mail.Seal).Seal.Payload;
        Assert.Equal((run.Id, run.Id), (mail.HandoffId, approved.HandoffId));
        Assert.Equal(approved.Content.ContentDigest, CanonicalHtml.Of(mail.Html).Digest);
        Assert.Equal((mail.ContentDigest, mail.Subject), (approved.Content.ContentDigest, approved.Content.Envelope.Subject));
        Assert.Equal(approved.Content.Envelope.Recipients, mail.Recipients.Select(one => new Recipient(one.Kind, one.Address)));
        Assert.Equal(HandoffState.Released, (await run.Look()).State);
    }

    [Fact]
    public async Task The_mailbox_can_trust_it_by_the_keys_of_the_organisation()
    {
        Run run = await Run.Approved(product, Run.Email);
        SealProof proof = SealProof.ParseBase64((await Compose(run.Author, run.Id)).As<ComposedMail>().Seal);
        Assert.Contains(proof.PublicKey, (await run.Author.Get("keys")).As<SealKeysView>().Keys);
    }

    [Fact]
    public async Task The_same_key_again_hands_out_the_same_so_that_it_can_be_put_back()
    {
        Run run = await Run.Approved(product, Run.Email);
        Answer first = await Compose(run.Author, run.Id, $"{run.Id}");
        Assert.Equal(first.Ok().Text, (await Compose(run.Author, run.Id, $"{run.Id}")).Ok().Text);
    }

    [Fact]
    public async Task It_leaves_once()
    {
        Run run = await Run.Approved(product, Run.Email);
        (await Compose(run.Author, run.Id, $"{run.Id}")).Ok();
        (await Compose(run.Author, run.Id)).Refused(409, "action-not-possible");
        (await run.Author.Release(run.Id)).Refused(409, "action-not-possible");
        (await run.Author.Release(run.Id, $"{run.Id}")).Refused(422, "idempotency-key-reused");
    }

    [Fact]
    public async Task Nobody_elses_mail_takes_it()
    {
        Run run = await Run.Approved(product, Run.Email);
        (await Compose(run.Reviewer, run.Id)).Refused(403, "not-your-mailbox");
        Assert.Equal(HandoffState.Approved, (await run.Look()).State);
    }

    [Fact]
    public async Task Before_the_approval_there_is_none()
    {
        Run run = await Run.Decided(product, Run.Email);
        (await Compose(run.Author, run.Id)).Refused(409, "action-not-possible");
    }

    [Fact]
    public async Task A_document_is_no_mail()
    {
        Run run = await Run.Approved(product);
        (await Compose(run.Author, run.Id)).Refused(422, "not-a-mail");
        Assert.Equal(HandoffState.Approved, (await run.Look()).State);
    }

    private static Task<Answer> Compose(Session session, Guid id, string? key = null) =>
        session.Send(HttpMethod.Post, $"handoffs/{id}/composition", null, ("Idempotency-Key", key ?? $"{Guid.NewGuid()}"));
}
