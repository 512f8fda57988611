using HandoffOffice.Api.Connector;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Identity;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Reviewing;
using Xunit;

namespace HandoffOffice.Api.Tests.Connector;

/// <summary>What a flow asks, records and takes back (C73, C74).</summary>
public sealed class FlowHandoffTests(TwoTenants fixture) : IClassFixture<TwoTenants>
{
    private const string Ours = LoopbackAuthority.TenantId;

    [Fact]
    [Trait("Capability", "C73")]
    public async Task Findings_are_those_of_the_pane_without_words_of_the_draft()
    {
        (Session flow, Session reviewer, FlowHandoff handoff) = await InReview();
        (await reviewer.Decide(handoff.HandoffId, "s2", Decision.Rejected)).Ok();
        FlowFindings findings = (await flow.Get($"flow/handoffs/{handoff.HandoffId}/findings")).As<FlowFindings>();
        HandoffView seen = await reviewer.Look(handoff.HandoffId);
        Assert.NotEmpty(findings.Items);
        Assert.Equal(seen.Findings.Select(finding => (finding.Id, finding.Check, finding.Severity, finding.Message)),
            findings.Items.Select(finding => (finding.FindingId, finding.Check, finding.Severity, finding.Message)));
        FlowHandoff after = (await flow.Get($"flow/handoffs/{handoff.HandoffId}")).As<FlowHandoff>();
        Assert.Equal(findings.Items.Count, after.BlockingFindings + after.OtherFindings);
    }

    [Fact]
    [Trait("Capability", "C73")]
    public async Task No_sentence_of_a_draft_leaves_to_a_flow_before_it_is_approved()
    {
        (Session flow, Session reviewer, FlowHandoff handoff) = await InReview();
        string[] sentences = [.. (await reviewer.Look(handoff.HandoffId)).Changes.Select(change => change.Text).Where(text => text?.Length > 40)!];
        Assert.NotEmpty(sentences);
        foreach (string path in new[] { "", "/findings", "/draft", "/approved-text", "/approved-document" })
        {
            Answer answer = await flow.Get($"flow/handoffs/{handoff.HandoffId}{path}");
            Assert.All(sentences, sentence => Assert.DoesNotContain(sentence, answer.Text, StringComparison.Ordinal));
        }
    }

    [Fact]
    [Trait("Capability", "C73")]
    public async Task What_waits_is_what_the_connection_started_or_reviews()
    {
        (Session flow, Session reviewer, FlowHandoff handoff) = await InReview();
        foreach (Session party in new[] { flow, reviewer })
        {
            Assert.Contains((await party.Get("flow/handoffs")).As<FlowHandoffs>().Items, item => item.HandoffId == handoff.HandoffId);
            Assert.DoesNotContain((await party.Get("flow/handoffs?state=Approved")).As<FlowHandoffs>().Items, item => item.HandoffId == handoff.HandoffId);
        }

        Session stranger = await fixture.Person(Ours, "eve");
        Assert.Empty((await stranger.Get("flow/handoffs")).As<FlowHandoffs>().Items);
        Assert.Equal(400, (int)(await flow.Get("flow/handoffs?state=Everything")).Status);
    }

    [Fact]
    [Trait("Capability", "C74")]
    public async Task A_flow_takes_back_what_it_started_and_is_told_again_that_it_has()
    {
        (Session flow, Session reviewer, FlowHandoff handoff) = await InReview();
        string path = $"flow/handoffs/{handoff.HandoffId}/cancellation";
        Assert.Equal(HandoffState.Withdrawn, (await flow.Post(path, new { reason = "Asked for twice." })).As<FlowHandoff>().State);
        Assert.Equal(HandoffState.Withdrawn, (await flow.Post(path, new { reason = "Asked for twice." })).As<FlowHandoff>().State);
        Assert.Single(await reviewer.History(handoff.HandoffId), entry => entry.Kind == HandoffEventKind.Withdrawn);
        (await reviewer.Decide(handoff.HandoffId, "s1", Decision.Accepted)).Refused(409, "action-not-possible");
    }

    [Fact]
    [Trait("Capability", "C74")]
    public async Task A_flow_takes_back_nothing_that_is_approved_and_nothing_of_somebody_else()
    {
        (Session flow, Session reviewer, FlowHandoff handoff) = await InReview();
        await reviewer.Approve(handoff.HandoffId);
        (await flow.Post($"flow/handoffs/{handoff.HandoffId}/cancellation", new { reason = "Too late." })).Refused(409, "action-not-possible");
        Run theirs = await fixture.InReview(Ours);
        (await flow.Post($"flow/handoffs/{theirs.Id}/cancellation", new { reason = "Not mine." })).Refused(403, "not-your-handoff");
        (await flow.Post($"flow/handoffs/{handoff.HandoffId}/cancellation", new { reason = "" })).Refused(409, "action-not-possible");
    }

    [Fact]
    [Trait("Capability", "C41")]
    public async Task A_flow_records_how_it_was_received_and_a_retry_is_no_second_report()
    {
        (Session flow, Session reviewer, FlowHandoff handoff) = await InReview();
        string path = $"flow/handoffs/{handoff.HandoffId}/outcomes";
        (await flow.Post(path, new { reception = "Accepted" })).Refused(409, "action-not-possible");
        await reviewer.Approve(handoff.HandoffId);
        (await reviewer.Release(handoff.HandoffId)).Ok();
        foreach (int _ in Enumerable.Range(0, 3))
        {
            (await flow.Post(path, new { reception = "Complaint", reason = "A wrong date." })).Ok();
        }

        (await flow.Post(path, new { reception = "Accepted" })).Ok();
        Assert.Equal(2, (await reviewer.History(handoff.HandoffId)).Count(entry => entry.Kind == HandoffEventKind.OutcomeRecorded));
        (await flow.Post(path, new { reception = "Complaint" })).Refused(422, "reason-missing");
        (await flow.Post(path, new { reception = "Accepted", mood = "good" })).Refused(400, "malformed-json");
    }

    [Fact]
    [Trait("Capability", "C41")]
    public async Task A_key_is_one_report()
    {
        (Session flow, Session reviewer, FlowHandoff handoff) = await InReview();
        await reviewer.Approve(handoff.HandoffId);
        (await reviewer.Release(handoff.HandoffId)).Ok();
        (await Report("one", "Accepted")).Ok();
        (await Report("one", "Accepted")).Ok();
        (await Report("two", "Accepted")).Ok();
        (await Report("one", "Complaint")).Refused(422, "idempotency-key-reused");
        Assert.Equal(2, (await reviewer.History(handoff.HandoffId)).Count(entry => entry.Kind == HandoffEventKind.OutcomeRecorded));

        Task<Answer> Report(string key, string reception) => flow.Send(HttpMethod.Post, $"flow/handoffs/{handoff.HandoffId}/outcomes",
            Session.Json(new { reception, reason = "Because." }), ("Idempotency-Key", $"{key} {handoff.HandoffId}"));
    }

    private async Task<(Session Flow, Session Reviewer, FlowHandoff Handoff)> InReview()
    {
        Session flow = fixture.Flow();
        Session reviewer = await fixture.Person(Ours, "bob");
        return (flow, reviewer, await flow.Created(Run.StatusReport, await flow.Record(), reviewer.PersonId, $"{Guid.NewGuid()}"));
    }
}
