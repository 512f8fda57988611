using System.Text.Json;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Models.Tests;

public sealed class AzureOpenAITests
{
    private const string First = """{"section":"progress","paragraph":0,"text":"Kubernetes 1.31 is on its way.","cites":["/project"]}""";
    private const string Second = """{"section":"next-steps","paragraph":1,"text":"Code Freeze is on 24 July 2024.","cites":["/nextSteps/1/name","/nextSteps/1/date"]}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Capability", "C08")]
    public async Task A_sentence_is_given_before_the_server_has_sent_the_next()
    {
        var firstArrived = new TaskCompletionSource();
        await using AzureStandIn server = await AzureStandIn.Start(async http =>
        {
            await http.Piece($$"""{"sentences":[{{First}}""");
            await firstArrived.Task.WaitAsync(TimeSpan.FromSeconds(10), http.RequestAborted);
            await http.Answer($"{',' + Second}]}}");
        });

        await using IAsyncEnumerator<DraftSentence> draft = server.Writer().WriteAsync(Given.StatusReport, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await draft.MoveNextAsync());
        Assert.Equal(("s1", "progress", "Kubernetes 1.31 is on its way."), (draft.Current.Id, draft.Current.Section, draft.Current.Text));
        firstArrived.SetResult();
        Assert.True(await draft.MoveNextAsync());
        Assert.Equal(("s2", 1), (draft.Current.Id, draft.Current.Paragraph));
        Assert.False(await draft.MoveNextAsync());
    }

    [Fact]
    [Trait("Capability", "C02")]
    public async Task The_request_streams_asks_for_the_strict_schema_offers_no_tool_and_carries_the_key_in_its_header_only()
    {
        await using AzureStandIn server = await AzureStandIn.Start(http => http.Answer($$"""{"sentences":[{{First}}]}"""));

        await Read(server.Writer());

        JsonElement request = Assert.Single(server.Requests);
        JsonElement format = request.GetProperty("response_format");
        Assert.True(request.GetProperty("stream").GetBoolean());
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.True(format.GetProperty("json_schema").GetProperty("strict").GetBoolean());
        Assert.True(JsonElement.DeepEquals(BriefText.OutputSchema(Given.StatusReport.Workflow.Output), format.GetProperty("json_schema").GetProperty("schema")));
        Assert.False(request.TryGetProperty("tools", out _));
        Assert.Equal(["system", "user"], request.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("role").GetString()));
        Assert.Equal([AzureStandIn.Key], server.Keys);
        Assert.DoesNotContain(AzureStandIn.Key, request.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("handoffoffice.brief", request.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Refused_credentials_are_named_without_the_key(int status)
    {
        await using AzureStandIn server = await AzureStandIn.Start(http => http.Error(status, "401", $"Bad key {AzureStandIn.Key}"));

        DraftingFailedException failed = await Failure(server.Writer());

        Assert.Equal(("model-unauthorized", false), (failed.Failure.Code, failed.Failure.Retryable));
        Assert.DoesNotContain(AzureStandIn.Key, failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_says_how_long_to_wait()
    {
        await using AzureStandIn server = await AzureStandIn.Start(http =>
        {
            http.Response.Headers.RetryAfter = "17";
            return http.Error(429, "429", "slow down");
        });

        DraftFailure failure = (await Failure(server.Writer(retries: 2))).Failure;

        Assert.Equal(("model-rate-limited", true, TimeSpan.FromSeconds(17)), (failure.Code, failure.Retryable, failure.RetryAfter));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_short_limit_is_waited_for_at_most_twice()
    {
        int requests = 0;
        await using AzureStandIn server = await AzureStandIn.Start(http =>
        {
            http.Response.Headers.RetryAfter = "0";
            return ++requests < 3 ? http.Error(429, "429", "slow down") : http.Answer($$"""{"sentences":[{{First}}]}""");
        });

        Assert.Single(await Read(server.Writer(retries: 2)));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_error_and_a_missing_deployment_are_told_apart()
    {
        await using AzureStandIn failing = await AzureStandIn.Start(http => http.Error(503, "503", "down"));
        await using AzureStandIn missing = await AzureStandIn.Start(http => http.Error(404, "DeploymentNotFound", "none"));

        Assert.Equal("model-unreachable", (await Failure(failing.Writer())).Failure.Code);
        Assert.Equal("model-not-found", (await Failure(missing.Writer())).Failure.Code);
    }

    [Fact]
    public async Task Nobody_at_the_endpoint_is_said_so()
    {
        AzureStandIn gone = await AzureStandIn.Start(http => http.Finish("stop"));
        DraftWriter writer = gone.Writer();
        await gone.DisposeAsync();

        DraftFailure failure = (await Failure(writer)).Failure;

        Assert.Equal(("model-unreachable", true), (failure.Code, failure.Retryable));
    }

    [Fact]
    public async Task A_stream_that_breaks_in_mid_sentence_keeps_what_was_whole_and_is_not_asked_for_again()
    {
        var firstArrived = new TaskCompletionSource();
        await using AzureStandIn server = await AzureStandIn.Start(async http =>
        {
            await http.Piece($$"""{"sentences":[{{First}},{"section":"next-st""");
            await firstArrived.Task.WaitAsync(TimeSpan.FromSeconds(10), http.RequestAborted);
            http.Abort();
        });
        await using IAsyncEnumerator<DraftSentence> draft = server.Writer(retries: 2).WriteAsync(Given.StatusReport, Ct).GetAsyncEnumerator(Ct);

        Assert.True(await draft.MoveNextAsync());
        firstArrived.SetResult();

        DraftingFailedException failed = await Assert.ThrowsAsync<DraftingFailedException>(async () => await draft.MoveNextAsync());
        Assert.Equal(("model-stream-broken", true), (failed.Failure.Code, failed.Failure.Retryable));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_stream_that_ends_without_an_end_is_broken()
    {
        await using AzureStandIn server = await AzureStandIn.Start(http => http.Piece($$"""{"sentences":[{{First}},"""));

        Assert.Equal("model-stream-broken", (await Failure(server.Writer())).Failure.Code);
    }

    [Fact]
    public async Task A_silent_service_is_not_waited_for_longer_than_the_setting()
    {
        await using AzureStandIn server = await AzureStandIn.Start(async http =>
        {
            await http.Piece($$"""{"sentences":[{{First}}""");
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        Assert.Equal("model-stream-broken", (await Failure(server.Writer())).Failure.Code);
    }

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("""{"sentences":[]}""")]
    [InlineData("""{"sentences":[{"section":"prices","paragraph":0,"text":"It is.","cites":[]}]}""")]
    [InlineData("""{"sentences":[{"section":"progress","paragraph":0,"text":"It is.","cites":["/milestonesCompleted/6/name"]}]}""")]
    [InlineData("""{"sentences":[{"section":"progress","paragraph":0,"text":"It is.","cites":[],"send":true}]}""")]
    [Trait("Capability", "C89")]
    public async Task An_answer_outside_the_contract_or_the_record_is_refused(string answer)
    {
        await using AzureStandIn server = await AzureStandIn.Start(http => http.Answer(answer));

        Assert.Equal("model-output-invalid", (await Failure(server.Writer())).Failure.Code);
    }

    [Fact]
    public async Task A_content_filter_on_the_request_or_on_the_answer_is_a_refusal()
    {
        await using AzureStandIn request = await AzureStandIn.Start(http => http.Error(400, "content_filter", "filtered"));
        await using AzureStandIn answer = await AzureStandIn.Start(http => http.Answer("""{"sentences":[""", finish: "content_filter"));

        Assert.Equal("model-refused", (await Failure(request.Writer())).Failure.Code);
        Assert.Equal("model-refused", (await Failure(answer.Writer())).Failure.Code);
    }

    [Fact]
    public async Task A_models_own_refusal_is_a_refusal()
    {
        await using AzureStandIn server = await AzureStandIn.Start(async http =>
        {
            await http.Event(new { refusal = "I can't help with that." }, finish: null);
            await http.Finish("stop");
        });

        Assert.Equal("model-refused", (await Failure(server.Writer())).Failure.Code);
    }

    [Fact]
    public async Task An_answer_cut_at_its_length_limit_is_invalid_and_says_why()
    {
        await using AzureStandIn server = await AzureStandIn.Start(http => http.Answer($$"""{"sentences":[{{First}},""", finish: "length"));

        DraftFailure failure = (await Failure(server.Writer())).Failure;

        Assert.Equal("model-output-invalid", failure.Code);
        Assert.Contains("length limit", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_reaches_the_server_and_is_no_failure()
    {
        var stopped = new TaskCompletionSource();
        await using AzureStandIn server = await AzureStandIn.Start(async http =>
        {
            http.RequestAborted.Register(stopped.SetResult);
            await http.Piece($$"""{"sentences":[{{First}}""");
            await stopped.Task;
        });
        using var caller = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (DraftSentence _ in server.Writer().WriteAsync(Given.StatusReport, caller.Token))
            {
                await caller.CancelAsync();
            }
        });
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(10), Ct);
    }

    private static async Task<IReadOnlyList<DraftSentence>> Read(DraftWriter writer)
    {
        var seen = new List<DraftSentence>();
        await foreach (DraftSentence sentence in writer.WriteAsync(Given.StatusReport, Ct))
        {
            seen.Add(sentence);
        }

        return seen;
    }

    private static Task<DraftingFailedException> Failure(DraftWriter writer) =>
        Assert.ThrowsAsync<DraftingFailedException>(() => Read(writer));
}
