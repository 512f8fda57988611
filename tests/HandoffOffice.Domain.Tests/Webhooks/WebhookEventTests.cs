using System.Text.Json;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Domain.Webhooks;
using Xunit;

namespace HandoffOffice.Domain.Tests.Webhooks;

/// <summary>What subscribers are told, and what they are not (C72, C78).</summary>
[Trait("Capability", "C72")]
public sealed class WebhookEventTests
{
    [Fact]
    public void A_life_with_every_turn_tells_of_five_things_in_order()
    {
        using Run run = new Run().To(HandoffState.InReview);
        Assert.Equal([WebhookEventKind.ReadyForReview], Told(run));

        run.DecideAll(Given.First);
        run.AttestAll(Given.First);
        run.Must(HandoffAction.Sign);
        Assert.Equal([WebhookEventKind.ReadyForReview, WebhookEventKind.Approved], Told(run));

        run.Must(HandoffAction.VoidApproval);
        Assert.Equal(WebhookEventKind.Expired, Told(run)[^1]);
    }

    [Theory]
    [InlineData(HandoffAction.Reject)]
    [InlineData(HandoffAction.RevertToManual)]
    public void A_rejection_and_a_text_by_hand_both_say_that_nothing_of_the_draft_leaves(HandoffAction action)
    {
        using Run run = new Run().To(HandoffState.InReview);
        run.Must(action);
        Assert.Equal(WebhookEventKind.Rejected, Told(run)[^1]);
    }

    [Fact]
    public void An_outcome_is_told_of_only_where_it_is_an_error()
    {
        using Run run = new Run().To(HandoffState.Released);
        int before = Told(run).Count;
        run.Received(new OutcomeReport(Reception.Accepted));
        Assert.Equal(before, Told(run).Count);
        run.Received(new OutcomeReport(Reception.CorrectionNeeded, "A wrong price.", new Catcher(CatcherKind.Nothing)));
        Assert.Equal(WebhookEventKind.EscapedError, Told(run)[^1]);
    }

    [Fact]
    public void What_is_sent_has_ids_and_states_and_neither_a_text_nor_a_name()
    {
        var id = Guid.Parse("0198c2f0-0000-7000-8000-000000000001");
        var told = new WebhookEvent("msg_1", WebhookEventKind.ReadyForReview, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), id, "client-note", 3, HandoffState.InReview, 7);
        Assert.Equal(
            """{"type":"handoff.ready_for_review","timestamp":"2026-03-02T09:00:00+00:00","data":{"handoffId":"0198c2f0-0000-7000-8000-000000000001","workflow":"client-note","workflowVersion":3,"state":"InReview","sequence":7,"link":"https://handoff.example/#/handoffs/1"}}""",
            told.Body(new Uri("https://handoff.example/#/handoffs/1")));
        using var bare = JsonDocument.Parse(told.Body(null));
        Assert.Equal(JsonValueKind.Null, bare.RootElement.GetProperty("data").GetProperty("link").ValueKind);
    }

    [Fact]
    public void Every_kind_is_named_as_its_type_says()
    {
        string[] types = [.. Enum.GetValues<WebhookEventKind>().Select(kind =>
        {
            using var sent = JsonDocument.Parse(new WebhookEvent("msg_1", kind, default, Guid.Empty, "w", 1, HandoffState.InReview, 0).Body(null));
            return sent.RootElement.GetProperty("type").GetString()!;
        })];
        Assert.Equal(["handoff.ready_for_review", "handoff.approved", "handoff.rejected", "handoff.expired", "handoff.escaped_error"], types);
    }

    private static List<WebhookEventKind> Told(Run run) => [.. run.Events.Select(WebhookEvent.KindOf).OfType<WebhookEventKind>()];
}
