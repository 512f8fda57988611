using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using Azure.AI.OpenAI;
using Azure.Identity;
using HandoffOffice.Domain.Drafting;
using Microsoft.Extensions.AI;

namespace HandoffOffice.Models;

/// <summary>An Azure OpenAI deployment as a chat client.</summary>
public static class AzureOpenAIModel
{
    /// <summary>Who a draft of it is by.</summary>
    public static DraftOrigin Origin(AzureOpenAIOptions options) => new(DraftOriginKind.Model, options.Deployment ?? string.Empty);

    /// <summary>The client. No request is made yet.</summary>
    /// <exception cref="ArgumentException">The settings are not sound; the message names each.</exception>
    public static IChatClient Create(AzureOpenAIOptions options)
    {
        if (options.Problems() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join(" ", problems), nameof(options));
        }

        var pipeline = new AzureOpenAIClientOptions
        {
            RetryPolicy = new ShortRetries(options.Retries),
            NetworkTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
            UserAgentApplicationId = "HandoffOffice",
            ClientLoggingOptions = new ClientLoggingOptions { EnableMessageContentLogging = false },
        };
        AzureOpenAIClient client = string.IsNullOrEmpty(options.Key)
            ? new AzureOpenAIClient(options.Endpoint, new DefaultAzureCredential(), pipeline)
            : new AzureOpenAIClient(options.Endpoint, new ApiKeyCredential(options.Key), pipeline);
        return client.GetChatClient(options.Deployment).AsIChatClient();
    }

    /// <summary>
    /// Somebody waits in front of a screen: a short pause is taken for them, a long one is told to them. Where the service asks for more than
    /// <see cref="Longest"/>, the failure goes up with its Retry-After.
    /// </summary>
    private sealed class ShortRetries(int most) : ClientRetryPolicy(most)
    {
        private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

        protected override bool ShouldRetry(PipelineMessage message, Exception? exception) => !AsksForLonger(message) && base.ShouldRetry(message, exception);

        protected override async ValueTask<bool> ShouldRetryAsync(PipelineMessage message, Exception? exception) =>
            !AsksForLonger(message) && await base.ShouldRetryAsync(message, exception);

        protected override TimeSpan GetNextDelay(PipelineMessage message, int tryCount) =>
            base.GetNextDelay(message, tryCount) is var delay && delay < Longest ? delay : Longest;

        private static bool AsksForLonger(PipelineMessage message) =>
            message.Response is { } response
            && response.Headers.TryGetValue("retry-after", out string? after)
            && !(int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds <= Longest.TotalSeconds);
    }
}
