using System.Net.ServerSentEvents;
using System.Text.Json;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>A draft that stops or breaks loses nothing and can be tried again.</summary>
[Trait("Capability", "C08")]
public sealed class DraftStreamTests : IAsyncDisposable
{
    private readonly TestDrafter drafter = new();
    private readonly Product product;

    public DraftStreamTests() => product = Product.Start(services: services => services.AddSingleton<IChatClient>(drafter));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await product.DisposeAsync();
        drafter.Dispose();
    }

    [Fact]
    public async Task Whoever_goes_away_stops_the_draft_and_can_have_another()
    {
        Run run = await Run.Started(product);
        drafter.Stalls = true;
        await run.Author.DraftAndGoAway(run.Id);
        HandoffView stopped = await Eventually(run, view => view.State == HandoffState.Failed);
        Assert.Equal("drafting-stopped", stopped.Failure?.Code);
        Assert.Null(stopped.Draft);

        drafter.Stalls = false;
        Assert.Equal("done", Session.Events(await run.Author.Draft(run.Id))[^1].EventType);
        Assert.Null((await run.Look()).Failure);
    }

    [Fact]
    public async Task A_second_draft_does_not_start_beside_the_first()
    {
        Run run = await Run.Started(product);
        drafter.Stalls = true;
        Task away = run.Author.DraftAndGoAway(run.Id);
        await away;
        await Eventually(run, view => view.State == HandoffState.Failed);
        Assert.Equal(1, product.Sql("UPDATE Handoffs SET State = 'Drafting' WHERE Id = @id", ("@id", run.Id)));
        drafter.Stalls = false;
        (await run.Author.Draft(run.Id)).Refused(409, "action-not-possible");

        product.Clock.Advance(Handoff.DraftingLease);
        Assert.Equal("done", Session.Events(await run.Author.Draft(run.Id))[^1].EventType);
        Assert.Equal(2, (await run.Reviewer.History(run.Id)).Count(entry => entry.Kind == HandoffEventKind.DraftingFailed));
    }

    [Fact]
    public async Task A_drafter_that_breaks_is_told_and_nothing_of_its_draft_is_kept()
    {
        Run run = await Run.Started(product);
        drafter.Breaks = new InvalidOperationException("A secret of the drafter.");
        IReadOnlyList<SseItem<string>> events = Session.Events(await run.Author.Draft(run.Id));
        Assert.Equal(["started", "sentence", "failed"], events.Select(e => e.EventType));
        Assert.Equal("drafting-fault", Problem(events[^1]).GetProperty("code").GetString());
        Assert.DoesNotContain("secret", events[^1].Data, StringComparison.OrdinalIgnoreCase);

        HandoffView failed = await run.Look();
        Assert.Equal((HandoffState.Failed, "drafting-fault", true), (failed.State, failed.Failure?.Code, failed.Failure?.Retryable));
        Assert.Empty(failed.Changes);
        Assert.Contains(product.Faults, fault => fault.Contains("A secret of the drafter.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_busy_model_says_when_to_come_back()
    {
        await using WebApplication model = await BusyModel();
        await using Product busy = Product.Start(new Dictionary<string, string?>
        {
            ["Models:AzureOpenAI:Endpoint"] = model.Urls.Single(),
            ["Models:AzureOpenAI:Deployment"] = "any",
            ["Models:AzureOpenAI:Key"] = "key",
            ["Models:AzureOpenAI:Retries"] = "0",
        });
        Run run = await Run.Started(busy);
        IReadOnlyList<SseItem<string>> events = Session.Events(await run.Author.Draft(run.Id));
        Assert.Equal(["started", "failed"], events.Select(e => e.EventType));
        Assert.Equal("model-rate-limited", Problem(events[^1]).GetProperty("code").GetString());
        Assert.Equal(7, Problem(events[^1]).GetProperty("retryAfterSeconds").GetDouble());
        Assert.Equal(7, (await run.Look()).Failure?.RetryAfterSeconds);
    }

    private static JsonElement Problem(SseItem<string> failed) => JsonSerializer.Deserialize<JsonElement>(failed.Data).GetProperty("problem");

    private static async Task<WebApplication> BusyModel()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication model = builder.Build();
        model.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "7";
            return Task.CompletedTask;
        });
        await model.StartAsync(Cancellation);
        return model;
    }

    private static async Task<HandoffView> Eventually(Run run, Func<HandoffView, bool> isReached)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        HandoffView view = await run.Look();
        while (!isReached(view))
        {
            await Task.Delay(20, limit.Token);
            view = await run.Look();
        }

        return view;
    }
}
