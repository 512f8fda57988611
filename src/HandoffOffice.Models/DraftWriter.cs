using System.Runtime.CompilerServices;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Releasing;
using Microsoft.Extensions.AI;
using OpenAIUpdate = OpenAI.Chat.StreamingChatCompletionUpdate;

namespace HandoffOffice.Models;

/// <summary>Has a draft written: sends the brief, reads the answer as it streams, and gives only sentences that the contract and the record allow.</summary>
/// <param name="client">The model, or the template drafter.</param>
/// <param name="origin">Who that is.</param>
/// <param name="time">The clock of <see cref="TimeLimit"/>.</param>
/// <param name="labels">What a model may see.</param>
public sealed class DraftWriter(IChatClient client, DraftOrigin origin, TimeProvider time, LabelPolicy labels)
{
    /// <summary>How long a whole draft may take.</summary>
    public static TimeSpan TimeLimit { get; } = TimeSpan.FromMinutes(5);

    private const string BriefProperty = "handoffoffice.brief";

    /// <summary>Who writes.</summary>
    public DraftOrigin Origin => origin;

    /// <summary>The draft's sentences, each as soon as it is whole. The sentences given before a failure are sound but not the whole draft.</summary>
    /// <exception cref="DraftingFailedException">No draft, or no more of it: <see cref="DraftFailure"/> says why.</exception>
    /// <exception cref="OperationCanceledException">The caller stopped; the request to the model is aborted.</exception>
    public async IAsyncEnumerable<DraftSentence> WriteAsync(Brief brief, [EnumeratorCancellation] CancellationToken ct = default)
    {
        // Here, so that no way to a draft leads past it. Rules are no model: what they are given stays on the server.
        if (origin.Kind == DraftOriginKind.Model && !labels.ModelsMaySee(brief.Label))
        {
            throw new DraftingFailedException(ModelErrors.LabelNotForModels);
        }

        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        StreamedAnswer reader = brief.Workflow.Filter is null ? new StreamedSentences(brief) : new StreamedCandidates(brief);
        bool begun = false;
        bool ended = false;
        await using IAsyncEnumerator<ChatResponseUpdate> updates =
            client.GetStreamingResponseAsync(Messages(brief), Options(brief), either.Token).GetAsyncEnumerator(either.Token);
        while (await Next(updates, begun, ct) is { } update)
        {
            begun = true;
            ended |= Ended(update);
            foreach (DraftSentence sentence in reader.Read(update.Text))
            {
                yield return sentence;
            }
        }

        if (!ended && !reader.IsComplete)
        {
            throw new DraftingFailedException(ModelErrors.Broken);
        }

        reader.Complete();
    }

    /// <summary>The brief in a request's options, for a drafter that needs no words.</summary>
    internal static Brief? BriefOf(ChatOptions? options) =>
        options?.AdditionalProperties is { } properties && properties.TryGetValue(BriefProperty, out Brief? brief) ? brief : null;

    private static IReadOnlyList<ChatMessage> Messages(Brief brief) => brief.Workflow.Filter is null
        ? [new(ChatRole.System, BriefText.System(brief.Workflow)), new(ChatRole.User, BriefText.User(brief))]
        : [new(ChatRole.System, FilterBriefText.System(brief.Workflow)), new(ChatRole.User, FilterBriefText.User(brief))];

    // No tools and no other way to act: what comes back is text, whatever the record asks for.
    private static ChatOptions Options(Brief brief) => new()
    {
        ResponseFormat = brief.Workflow.Filter is null
            ? ChatResponseFormat.ForJsonSchema(BriefText.OutputSchema(brief.Workflow.Output), BriefText.SchemaName)
            : ChatResponseFormat.ForJsonSchema(FilterBriefText.OutputSchema(), FilterBriefText.SchemaName),
        AdditionalProperties = new AdditionalPropertiesDictionary { [BriefProperty] = brief, ["strict"] = true },
    };

    private static async ValueTask<ChatResponseUpdate?> Next(IAsyncEnumerator<ChatResponseUpdate> updates, bool begun, CancellationToken ct)
    {
        try
        {
            return await updates.MoveNextAsync() ? updates.Current : null;
        }
        catch (Exception e) when (e is not DraftingFailedException && !ct.IsCancellationRequested && ModelErrors.FailureOf(e, begun) is { } failure)
        {
            throw new DraftingFailedException(failure);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // Some transports answer a cancellation with an error of their own.
            throw new OperationCanceledException(ct);
        }
    }

    private static bool Ended(ChatResponseUpdate update)
    {
        // A model's own refusal comes in place of the text, and the adapter passes it on in the raw update only.
        if (update.FinishReason == ChatFinishReason.ContentFilter
            || update.Contents.Any(content => content is ErrorContent)
            || update.RawRepresentation is OpenAIUpdate { RefusalUpdate.Length: > 0 })
        {
            throw new DraftingFailedException(ModelErrors.Refused);
        }

        if (update.FinishReason == ChatFinishReason.Length)
        {
            throw new DraftingFailedException(ModelErrors.CutOff);
        }

        return update.FinishReason is not null;
    }
}
