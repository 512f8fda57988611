using System.Net.ServerSentEvents;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>An administrator stops a workflow, a model or everything, and it stops (C90).</summary>
[Trait("Capability", "C90")]
public sealed class StopTests : IAsyncDisposable
{
    private readonly DrafterProduct fixture = new();

    private TestDrafter Drafter => fixture.Drafter;

    private Product Product => fixture.Product;

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    public static TheoryData<string, string?> Scopes { get; } = new()
    {
        { "Everything", null },
        { "Workflow", Run.StatusReport },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Nothing_is_started_drafted_signed_or_released_until_it_is_lifted(string scope, string? target)
    {
        Run started = await Run.Started(Product);
        Run ready = await Run.ReadyToSign(Product);
        Run approved = await Run.Approved(Product);
        Session administrator = await Product.As(LocalPeople.TeodorIvanov);
        StopOrder stop = (await administrator.Post("stops", new { scope, target, reason = "The model invents prices." })).As<StopOrder>();

        (await started.Author.Start(Run.StatusReport, await Run.Record(started.Author), started.Reviewer.PersonId)).Refused(409, "stopped");
        (await started.Author.Draft(started.Id)).Refused(409, "stopped");
        Assert.Contains("invents prices", (await ready.Reviewer.Sign(ready.Id)).Refused(409, "stopped").GetProperty("detail").GetString()!, StringComparison.Ordinal);
        (await approved.Author.Release(approved.Id)).Refused(409, "stopped");
        (await administrator.Post($"handoffs/{ready.Id}/break-glass", new { reason = "Now." })).Refused(409, "stopped");
        Assert.Equal(HandoffState.Approved, (await approved.Look()).State);

        (await administrator.Post($"stops/{stop.Id}/lift", new { reason = "The model was changed." })).Ok();
        (await administrator.Post($"stops/{stop.Id}/lift", new { reason = "Again." })).Refused(404, "unknown-stop");
        (await started.Author.Draft(started.Id)).Ok();
        (await ready.Reviewer.Sign(ready.Id)).Ok();
        (await approved.Author.Release(approved.Id)).Ok();
        Assert.Equal(["StopSet", "StopLifted"], Product.Query("SELECT Kind FROM Ledger WHERE HandoffId IS NULL ORDER BY Sequence"));
    }

    [Fact]
    public async Task A_running_draft_is_cut_off_and_says_why()
    {
        Drafter.Stalls = true;
        Run run = await Run.Started(Product);
        Task<Answer> drafting = run.Author.Draft(run.Id);
        while (!drafting.IsCompleted && (await run.Look()).State != HandoffState.Drafting)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        (await (await Product.As(LocalPeople.TeodorIvanov)).Post("stops", new { scope = "Everything", reason = "An incident." })).Ok();
        IReadOnlyList<SseItem<string>> events = Session.Events(await drafting);
        Assert.Equal("failed", events[^1].EventType);
        HandoffView failed = await run.Look();
        Assert.Equal((HandoffState.Failed, "stopped"), (failed.State, failed.Failure?.Code));
    }

    [Fact]
    public async Task A_stop_of_a_model_stops_what_it_has_written_and_nothing_else()
    {
        Run ready = await Run.ReadyToSign(Product);
        string model = (await ready.Look()).Draft!.Origin.Name;
        Session administrator = await Product.As(LocalPeople.TeodorIvanov);
        (await administrator.Post("stops", new { scope = "Model", target = "another model", reason = "An incident." })).Ok();
        (await administrator.Post("stops", new { scope = "Workflow", target = Run.Email, reason = "An incident." })).Ok();
        (await administrator.Post("stops", new { scope = "Model", target = model, reason = "An incident." })).Ok();
        (await ready.Reviewer.Sign(ready.Id)).Refused(409, "stopped");
        Assert.Equal(3, (await ready.Author.Get("stops")).Json.GetArrayLength());
    }

    [Theory]
    [InlineData("""{"scope":"Everything","reason":""}""", 422, "reason-missing")]
    [InlineData("""{"scope":"Model","reason":"Because."}""", 422, "stop-target")]
    public async Task A_stop_that_names_nothing_is_none(string body, int status, string code)
    {
        (await (await Product.As(LocalPeople.TeodorIvanov)).Post("stops", body)).Refused(status, code);
        (await (await Product.As(LocalPeople.MeiTanaka)).Post("stops", new { scope = "Everything", reason = "Because." })).Refused(403, "forbidden");
        Assert.Empty(Product.Query("SELECT Id FROM Stops"));
    }
}
