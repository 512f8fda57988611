using System.Text.Json.Nodes;
using HandoffOffice.Api.Connector;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Models;
using Xunit;

namespace HandoffOffice.Api.Tests.Connector;

/// <summary>What becomes of a draft that a flow waits for when its writer breaks, is stopped, or dies (C71).</summary>
[Trait("Capability", "C71")]
public sealed class FlowDraftingTests : IAsyncLifetime
{
    private readonly DrafterProduct fixture = new();
    private Session flow = null!;
    private Session reviewer = null!;

    private Product Product => fixture.Product;

    // The local identity has no applications: a person's own connection asks.
    public async ValueTask InitializeAsync() => (flow, reviewer) = (await Product.As(LocalPeople.AmaraOsei), await Product.As(LocalPeople.RitaOkafor));

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task A_draft_that_failed_says_why_and_the_same_request_tries_again()
    {
        JsonNode record = await flow.Record();
        fixture.Drafter.Breaks = new DraftingFailedException(new DraftFailure("model-unreachable", "No answer from the model. Try again.", Retryable: true));
        FlowHandoff failed = (await flow.Followed(await flow.Create(Run.StatusReport, record, [reviewer.PersonId]))).As<FlowHandoff>();
        Assert.Equal((HandoffState.Failed, "model-unreachable"), (failed.State, failed.FailureCode));
        Assert.False(string.IsNullOrWhiteSpace(failed.FailureDetail));
        fixture.Drafter.Breaks = null;
        FlowHandoff drafted = await flow.Created(Run.StatusReport, record, reviewer.PersonId);
        Assert.Equal((failed.HandoffId, null), (drafted.HandoffId, drafted.FailureCode));
    }

    [Fact]
    public async Task Nobody_answers_for_the_draft_until_it_is_in_review()
    {
        fixture.Drafter.Stalls = true;
        Answer begun = await flow.Create(Run.StatusReport, await flow.Record(), [reviewer.PersonId]);
        Answer asked = await flow.Get(new Uri(begun.Headers["Location"]).PathAndQuery);
        Assert.Equal(202, (int)asked.Status);
        Assert.Equal(begun.Headers["Location"], asked.Headers["Location"]);
    }

    [Fact]
    public async Task A_draft_whose_node_died_is_begun_anew_by_the_next_question()
    {
        Answer begun = await flow.Create(Run.StatusReport, await flow.Record(), [reviewer.PersonId]);
        FlowHandoff handoff = (await flow.Followed(begun)).As<FlowHandoff>();
        Product.Sql("UPDATE Handoffs SET State = 'Drafting', Drafts = '[]', Changes = '[]', DraftingSince = '2026-01-01T00:00:00.0000000+00:00' WHERE Id = @id", ("@id", handoff.HandoffId));
        FlowHandoff resumed = (await flow.Followed(await flow.Get($"flow/handoffs/{handoff.HandoffId}/draft"))).As<FlowHandoff>();
        Assert.Equal(HandoffState.InReview, resumed.State);
    }

    [Fact]
    public async Task A_draft_that_was_never_begun_is_begun_by_the_next_question()
    {
        Run run = await Run.Started(Product);
        FlowHandoff handoff = (await flow.Followed(await flow.Get($"flow/handoffs/{run.Id}/draft"))).As<FlowHandoff>();
        Assert.Equal(HandoffState.InReview, handoff.State);
    }

    [Fact]
    public async Task Who_has_no_part_in_it_begins_nothing()
    {
        Run run = await Run.Started(Product);
        Session stranger = await Product.As(LocalPeople.JonasLindqvist);
        Assert.Equal(202, (int)(await stranger.Get($"flow/handoffs/{run.Id}/draft")).Status);
        Assert.Equal(HandoffState.Intake, (await run.Look()).State);
    }

    [Fact]
    public async Task While_the_workflow_is_stopped_nothing_is_begun_and_the_flow_is_told()
    {
        Run run = await Run.Started(Product);
        Session administrator = await Product.As(LocalPeople.TeodorIvanov);
        (await administrator.Post("stops", new { scope = "Workflow", target = Run.StatusReport, reason = "It is for a test." })).Ok();
        (await flow.Get($"flow/handoffs/{run.Id}/draft")).Refused(409, "stopped");
        (await flow.Create(Run.StatusReport, await flow.Record(), [reviewer.PersonId])).Refused(409, "stopped");
    }

    [Fact]
    public async Task A_host_that_ends_stops_the_draft_and_it_can_be_tried_again()
    {
        fixture.Drafter.Stalls = true;
        Answer begun = await flow.Create(Run.StatusReport, await flow.Record(), [reviewer.PersonId]);
        Assert.Equal(202, (int)begun.Status);
        while (fixture.Drafter.Calls == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await fixture.Stop();
        Assert.Equal("Failed", Product.Query("SELECT State FROM Handoffs").Single());
    }

    [Fact]
    public async Task What_is_taken_back_while_it_is_written_stays_taken_back()
    {
        fixture.Drafter.Stalls = true;
        Answer begun = await flow.Create(Run.StatusReport, await flow.Record(), [reviewer.PersonId]);
        string id = new Uri(begun.Headers["Location"]).Segments[^2].Trim('/');
        while (fixture.Drafter.Calls == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        (await flow.Post($"flow/handoffs/{id}/cancellation", new { reason = "Asked for twice." })).Ok();
        await fixture.Stop();
        Assert.Equal("Withdrawn", Product.Query("SELECT State FROM Handoffs").Single());
    }
}
