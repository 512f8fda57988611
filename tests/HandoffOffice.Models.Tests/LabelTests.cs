using System.Runtime.CompilerServices;
using HandoffOffice.Domain.Checking.Judging;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Releasing;
using Microsoft.Extensions.AI;

namespace HandoffOffice.Models.Tests;

/// <summary>No model is given what has a label that none may see (C100).</summary>
[Trait("Capability", "C100")]
public sealed class LabelTests
{
    private static readonly Guid Open = new("11111111-2222-4333-8444-555555555501");
    private static readonly Guid Closed = new("11111111-2222-4333-8444-555555555502");
    private static readonly LabelPolicy Policy = new([new(Open, "Open", true), new(Closed, "Closed", false)]);

    [Fact]
    public async Task A_closed_label_ends_the_draft_before_the_model_is_asked()
    {
        var model = new Counter();
        DraftingFailedException failed = await Assert.ThrowsAsync<DraftingFailedException>(() => Draft(model, DraftOriginKind.Model, Closed));
        Assert.Equal(("label-not-for-models", false, 0), (failed.Failure.Code, failed.Failure.Retryable, model.Calls));
    }

    [Fact]
    public async Task An_open_label_or_none_does_not()
    {
        var model = new Counter();
        Assert.NotEmpty(await Draft(model, DraftOriginKind.Model, Open));
        Assert.NotEmpty(await Draft(model, DraftOriginKind.Model, null));
        Assert.Equal(2, model.Calls);
    }

    [Fact]
    public async Task Rules_are_no_model() => Assert.NotEmpty(await Draft(new Counter(), DraftOriginKind.Rules, Closed));

    [Fact]
    public async Task The_second_reader_is_not_asked_and_says_why()
    {
        var model = new Counter();
        Workflow asking = Given.StatusReport.Workflow with
        {
            Gate = Given.StatusReport.Workflow.Gate with { Checks = [new GateCheck(CheckKind.SecondReading, Severity.Warning)] },
        };
        var reader = new SecondReader(model, "gpt-judge", TimeProvider.System, Policy);
        SecondReading reading = (await reader.ReadAsync(asking, Given.StatusReport.Record, [], Closed, TestContext.Current.CancellationToken))!;
        Assert.Equal(0, model.Calls);
        Assert.Contains("No model may see", reading.NotJudged, StringComparison.Ordinal);
    }

    private static Task<List<DraftSentence>> Draft(IChatClient model, DraftOriginKind kind, Guid? label) =>
        new DraftWriter(model, new DraftOrigin(kind, "counted"), TimeProvider.System, Policy)
            .WriteAsync(Given.StatusReport with { Label = label }, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken).AsTask();

    /// <summary>Writes as the rules do, and counts how often it was asked.</summary>
    private sealed class Counter : IChatClient
    {
        private readonly RulesDrafter drafter = new();

        public int Calls { get; private set; }

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Calls++;
            await foreach (ChatResponseUpdate update in drafter.GetStreamingResponseAsync(messages, options, cancellationToken))
            {
                yield return update;
            }
        }

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() => drafter.Dispose();
    }
}
