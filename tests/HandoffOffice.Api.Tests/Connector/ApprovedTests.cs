using System.Text.Json;
using HandoffOffice.Api.Connector;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Identity;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Redlining;
using MimeKit;
using Xunit;

namespace HandoffOffice.Api.Tests.Connector;

/// <summary>A flow gets what people have approved, exactly that, and nothing before (C73).</summary>
[Trait("Capability", "C73")]
public sealed class ApprovedTests(TwoTenants fixture) : IClassFixture<TwoTenants>
{
    private const string Ours = LoopbackAuthority.TenantId;

    [Theory]
    [InlineData("approved-text")]
    [InlineData("approved-document")]
    public async Task Until_it_is_approved_a_flow_hears_the_state_and_where_to_review(string what)
    {
        (Session flow, _, FlowHandoff handoff) = await InReview();
        JsonElement problem = (await flow.Get($"flow/handoffs/{handoff.HandoffId}/{what}")).Refused(409, "not-approved");
        Assert.Equal(("InReview", handoff.Link), (problem.Says("state"), problem.Says("link")));
    }

    [Fact]
    public async Task The_approved_document_is_byte_for_byte_what_a_release_hands_out()
    {
        (Session flow, Session reviewer, FlowHandoff handoff) = await InReview();
        await reviewer.Approve(handoff.HandoffId);
        Answer before = (await flow.Get($"flow/handoffs/{handoff.HandoffId}/approved-document")).Ok();
        Assert.Equal(HandoffState.Approved, (await reviewer.Look(handoff.HandoffId)).State);
        Answer released = (await reviewer.Release(handoff.HandoffId)).Ok();
        Answer after = (await flow.Get($"flow/handoffs/{handoff.HandoffId}/approved-document")).Ok();
        Assert.Equal(released.Body, before.Body);
        Assert.Equal(released.Body, after.Body);
        Assert.Equal(Session.Word, before.MediaType);
    }

    [Fact]
    public async Task The_approved_text_is_what_the_sealed_file_says()
    {
        (Session flow, Session reviewer, FlowHandoff handoff) = await InReview();
        await reviewer.Approve(handoff.HandoffId);
        ApprovedText text = (await flow.Get($"flow/handoffs/{handoff.HandoffId}/approved-text")).As<ApprovedText>();
        Answer document = (await flow.Get($"flow/handoffs/{handoff.HandoffId}/approved-document")).Ok();
        string body = DocumentText.ReadBody(document.Body, RevisionView.Accepted);
        Assert.All(text.Paragraphs, paragraph => Assert.Contains(paragraph, body, StringComparison.Ordinal));
        Assert.Equal(string.Join("\n\n", text.Paragraphs), text.Text);
        Assert.Equal(["bob"], text.ApprovedBy);
        Assert.Equal($"{(await reviewer.Look(handoff.HandoffId)).Seal!.FileDigest}", text.FileDigest);
    }

    [Fact]
    public async Task An_approved_mail_has_its_recipients_and_its_words()
    {
        (Session flow, Session reviewer, FlowHandoff handoff) = await InReview(Run.Email);
        await reviewer.Approve(handoff.HandoffId);
        ApprovedText text = (await flow.Get($"flow/handoffs/{handoff.HandoffId}/approved-text")).As<ApprovedText>();
        Answer file = (await flow.Get($"flow/handoffs/{handoff.HandoffId}/approved-document")).Ok();
        using var mail = MimeMessage.Load(new MemoryStream(file.Body), TestContext.Current.CancellationToken);
        Assert.Equal(mail.To.Mailboxes.Select(to => to.Address), text.Recipients);
        Assert.Equal(mail.TextBody!.ReplaceLineEndings("\n").Trim(), text.Text);
        Assert.EndsWith(".eml", (await flow.Get($"flow/handoffs/{handoff.HandoffId}")).As<FlowHandoff>().FileName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_says_once_that_a_flow_was_given_it()
    {
        (Session flow, Session reviewer, FlowHandoff handoff) = await InReview();
        await reviewer.Approve(handoff.HandoffId);
        for (int time = 0; time < 3; time++)
        {
            (await flow.Get($"flow/handoffs/{handoff.HandoffId}/approved-text")).Ok();
        }

        HistoryEntry given = Assert.Single(await reviewer.History(handoff.HandoffId), entry => entry.Kind == HandoffEventKind.GivenToFlow);
        Assert.Equal(flow.PersonId, given.Actor.Id);
    }

    [Fact]
    public async Task After_an_edit_nothing_is_approved_any_more()
    {
        (Session flow, Session reviewer, FlowHandoff handoff) = await InReview();
        await reviewer.Approve(handoff.HandoffId);
        (await flow.Get($"flow/handoffs/{handoff.HandoffId}/approved-text")).Ok();
        (await reviewer.Decide(handoff.HandoffId, "s1", Decision.Rejected)).Ok();
        (await flow.Get($"flow/handoffs/{handoff.HandoffId}/approved-text")).Refused(409, "not-approved");
        (await flow.Get($"flow/handoffs/{handoff.HandoffId}/approved-document")).Refused(409, "not-approved");
    }

    [Fact]
    public async Task A_sealed_file_that_was_tampered_with_is_given_to_no_flow_and_goes_back_to_review()
    {
        (Session flow, Session reviewer, FlowHandoff handoff) = await InReview();
        await reviewer.Approve(handoff.HandoffId);
        fixture.Product.Sql("UPDATE Files SET Content = @content WHERE HandoffId = @id AND Kind = 'Sealed'",
            ("@content", Docx.Saying("Something else.")), ("@id", handoff.HandoffId));
        (await flow.Get($"flow/handoffs/{handoff.HandoffId}/approved-document")).Refused(409, "not-approved");
        Assert.Equal(HandoffState.InReview, (await reviewer.Look(handoff.HandoffId)).State);
    }

    [Fact]
    public async Task An_approval_that_is_over_gives_nothing()
    {
        await using Product product = Product.Start(fixture.Settings);
        Session reviewer = await product.As(fixture.Token(Ours, "bob"));
        Session flow = new(product.CreateClient(), "bbbbbbbb-0000-4000-8000-00000000000b", fixture.Authority.Application("Application").Build());
        FlowHandoff handoff = await flow.Created(Run.StatusReport, await flow.Record(), reviewer.PersonId);
        await reviewer.Approve(handoff.HandoffId);
        product.Sql("UPDATE Handoffs SET Seal = replace(Seal, @year, '2020-') WHERE Id = @id", ("@year", $"{DateTime.UtcNow.Year}-"), ("@id", handoff.HandoffId));
        (await flow.Get($"flow/handoffs/{handoff.HandoffId}/approved-text")).Refused(409, "not-approved");
    }

    [Fact]
    public async Task A_person_without_a_part_in_it_is_given_nothing()
    {
        (_, Session reviewer, FlowHandoff handoff) = await InReview();
        await reviewer.Approve(handoff.HandoffId);
        Session stranger = await fixture.Person(Ours, "eve");
        (await stranger.Get($"flow/handoffs/{handoff.HandoffId}/approved-text")).Refused(403, "not-your-handoff");
        (await stranger.Get($"flow/handoffs/{handoff.HandoffId}/approved-document")).Refused(403, "not-your-handoff");
    }

    private async Task<(Session Flow, Session Reviewer, FlowHandoff Handoff)> InReview(string workflow = Run.StatusReport)
    {
        Session flow = fixture.Flow();
        Session reviewer = await fixture.Person(Ours, "bob");
        return (flow, reviewer, await flow.Created(workflow, await flow.Record(workflow), reviewer.PersonId, $"{Guid.NewGuid()}"));
    }
}
