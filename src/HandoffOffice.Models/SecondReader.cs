using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Checking.Judging;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Releasing;
using Microsoft.Extensions.AI;

namespace HandoffOffice.Models;

/// <summary>Has a text judged by another model than its writer, or by rules where there is none (C57). It never fails: no verdict is a verdict that says why.</summary>
/// <param name="client">The model; null for the rules.</param>
/// <param name="name">The model's name.</param>
/// <param name="time">The clock of <see cref="TimeLimit"/>.</param>
/// <param name="labels">What a model may see.</param>
public sealed class SecondReader(IChatClient? client, string name, TimeProvider time, LabelPolicy labels)
{
    /// <summary>How long a verdict may take: somebody waits for the draft.</summary>
    public static TimeSpan TimeLimit { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Who reads.</summary>
    public string Name => client is null ? RulesReader.Name : name;

    /// <summary>The verdict; null where the gate asks for none.</summary>
    /// <param name="workflow">What the text follows.</param>
    /// <param name="record">What it was written from.</param>
    /// <param name="text">The text.</param>
    /// <param name="label">The sensitivity label of both; null without one.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OperationCanceledException">The caller stopped.</exception>
    public async Task<SecondReading?> ReadAsync(Workflow workflow, InputRecord record, IReadOnlyList<TextPiece> text, Guid? label, CancellationToken cancel = default)
    {
        if (workflow.Gate.Checks.All(check => check.Kind != CheckKind.SecondReading))
        {
            return null;
        }

        return client is null ? RulesReader.Read(workflow, record, text)
            : !labels.ModelsMaySee(label) ? SecondReading.Missing(name, isAi: true, "No model may see what has this sensitivity label: the second reader was not asked.")
            : await Ask(client, workflow, record, text, cancel);
    }

    private async Task<SecondReading> Ask(IChatClient model, Workflow workflow, InputRecord record, IReadOnlyList<TextPiece> text, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            ChatResponse answer = await model.GetResponseAsync(
                [new(ChatRole.System, JudgeText.System(workflow, ToneWords.Wanted(workflow, record))), new(ChatRole.User, JudgeText.User(record, text))], Options, either.Token);
            return JudgeText.Read(name, answer.Text, text);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return SecondReading.Missing(name, isAi: true, $"The second reader did not answer within {TimeLimit.TotalSeconds} seconds.");
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && ModelErrors.FailureOf(e, begun: false) is { } failure)
        {
            return SecondReading.Missing(name, isAi: true, $"The second reader could not be asked ({failure.Code}).");
        }
    }

    // No tools and no other way to act: what comes back is text, whatever it was given.
    private static ChatOptions Options => new()
    {
        ResponseFormat = ChatResponseFormat.ForJsonSchema(JudgeText.OutputSchema(), JudgeText.SchemaName),
        AdditionalProperties = new AdditionalPropertiesDictionary { ["strict"] = true },
    };
}
