using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Models.Rules;
using Microsoft.Extensions.AI;

namespace HandoffOffice.Models;

/// <summary>
/// The offline template drafter: writes a record out, or ranks its items, by the rules of its template and contract. It is no AI and makes no call; it stands behind
/// <see cref="IChatClient"/> so that everything after it is the same as with a model. It reads the brief that <see cref="DraftWriter"/> puts into
/// the options, not the messages. English and German.
/// </summary>
public sealed class RulesDrafter : IChatClient
{
    /// <summary>Who a draft of it is by.</summary>
    public static DraftOrigin Origin { get; } = new(DraftOriginKind.Rules, "Template drafter 1");

    /// <summary>What the register of models says of it (C07): it writes a record out, and concludes nothing from it.</summary>
    internal static RegisteredModel Registered { get; } =
        new(Origin.Name, [ModelTask.Writing], [ModelTask.Reasoning, ModelTask.Code, ModelTask.Images], "Rules, no AI: it writes out what the record says.");

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc />
    /// <exception cref="DraftingFailedException"><c>language-not-supported</c>.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Brief brief = DraftWriter.BriefOf(options) ?? throw new ArgumentException("The template drafter needs the brief in the options.", nameof(options));
        bool filters = brief.Workflow.Filter is not null;
        string before = filters ? "{\"candidates\":[" : "{\"sentences\":[";
        foreach (object one in filters ? RulesRanking.Write(brief) : Sentences(brief))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ChatResponseUpdate(ChatRole.Assistant, before + JsonSerializer.Serialize(one, Json));
            before = ",";
            // Between two of them the caller gets its turn, as it would with a model.
            await Task.Yield();
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, before == "," ? "]}" : before + "]}") { FinishReason = ChatFinishReason.Stop };
    }

    private static IEnumerable<object> Sentences(Brief brief) => RulesText.Write(brief).Select(sentence =>
        new { sentence.Section, sentence.Paragraph, sentence.Said.Text, cites = sentence.Said.Cites.Select(place => place.ToString()) });

    /// <inheritdoc />
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <summary>Nothing to release.</summary>
    public void Dispose()
    {
    }
}
