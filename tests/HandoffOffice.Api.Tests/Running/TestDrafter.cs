using System.Runtime.CompilerServices;
using System.Text.Json;
using HandoffOffice.Models;
using Microsoft.Extensions.AI;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>Writes as the template drafter does, unless it is told to write something else, to stall after the first sentence or to break.</summary>
public sealed class TestDrafter : IChatClient
{
    private readonly RulesDrafter drafter = new();
    private int calls;

    /// <summary>Whether it goes silent after the first sentence, until somebody stops it.</summary>
    public bool Stalls { get; set; }

    /// <summary>What it breaks with after the first sentence; null to write on.</summary>
    public Exception? Breaks { get; set; }

    /// <summary>What it makes of the template drafter's sentences; null to leave them.</summary>
    public Func<IReadOnlyList<Sentence>, IReadOnlyList<Sentence>>? Rewrites { get; set; }

    /// <summary>How often it was asked.</summary>
    public int Calls => calls;

    /// <summary>What it was asked the last time.</summary>
    public string LastBrief { get; private set; } = string.Empty;

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref calls);
        LastBrief = string.Join('\n', messages.Select(message => message.Text));
        if (Rewrites is not null)
        {
            ChatResponse answer = await drafter.GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);
            Answered written = JsonSerializer.Deserialize<Answered>(answer.Text, JsonSerializerOptions.Web)!;
            string text = JsonSerializer.Serialize(new Answered(Rewrites(written.Sentences)), JsonSerializerOptions.Web);
            yield return new ChatResponseUpdate(ChatRole.Assistant, text) { FinishReason = ChatFinishReason.Stop };
            yield break;
        }

        await foreach (ChatResponseUpdate update in drafter.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            yield return update;
            if (Stalls)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            if (Breaks is not null)
            {
                throw Breaks;
            }
        }
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() => drafter.Dispose();

    /// <summary>A sentence as a model answers it.</summary>
    public sealed record Sentence(string Section, int Paragraph, string Text, IReadOnlyList<string> Cites);

    private sealed record Answered(IReadOnlyList<Sentence> Sentences);
}
