using System.Runtime.CompilerServices;
using HandoffOffice.Models;
using Microsoft.Extensions.AI;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>Writes as the template drafter does, unless it is told to stall after the first sentence or to break.</summary>
public sealed class TestDrafter : IChatClient
{
    private readonly RulesDrafter drafter = new();

    /// <summary>Whether it goes silent after the first sentence, until somebody stops it.</summary>
    public bool Stalls { get; set; }

    /// <summary>What it breaks with after the first sentence; null to write on.</summary>
    public Exception? Breaks { get; set; }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
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
}
