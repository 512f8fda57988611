using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing.Seeding;
using HandoffOffice.Domain.Training;
using HandoffOffice.Models;

namespace HandoffOffice.Api.Training;

/// <summary>A practice as its trainee sees it.</summary>
/// <param name="Id">The practice.</param>
/// <param name="Workflow">The workflow.</param>
/// <param name="Version">The version that it is of.</param>
/// <param name="WorkflowName">What people call the workflow.</param>
/// <param name="Example">What people call the example that the text is of.</param>
/// <param name="Notice">Who wrote the text.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Sentences">Its text.</param>
/// <param name="Facts">The values of the record, in the template's order.</param>
/// <param name="Score">How it went; null until it is finished.</param>
public sealed record PracticeView(
    Guid Id, string Workflow, int Version, string WorkflowName, string Example, string Notice, DateTimeOffset StartedAt, IReadOnlyList<PracticeSentenceView> Sentences,
    IReadOnlyList<PracticeFact> Facts, PracticeScore? Score)
{
    internal static PracticeView Of(Practice practice, Workflow workflow) => new(
        practice.Id, workflow.Key, workflow.Version, workflow.Name, workflow.Examples[practice.Example].Name, RulesDrafter.Origin.Notice, practice.StartedAt,
        [.. practice.Sentences.Select(PracticeSentenceView.Of)], practice.Facts(workflow), practice.Score);
}

/// <summary>A sentence of a practice. Whether an error is in it is told when it is answered.</summary>
/// <param name="Id">The sentence.</param>
/// <param name="Paragraph">Zero-based paragraph.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Citations">The places of the record that it rests on.</param>
/// <param name="Feedback">What came of the answer; null before it is answered.</param>
public sealed record PracticeSentenceView(string Id, int Paragraph, string Text, IReadOnlyList<JsonPointer> Citations, PracticeFeedback? Feedback)
{
    internal static PracticeSentenceView Of(PracticeSentence sentence) =>
        new(sentence.Id, sentence.Paragraph, sentence.Text, sentence.Citations, PracticeFeedback.Of(sentence));
}

/// <summary>What came of an answer.</summary>
/// <param name="Verdict">What it was worth.</param>
/// <param name="Kind">What kind of error was planted; null where none was, as all that follows.</param>
/// <param name="PlantedWords">The wrong words.</param>
/// <param name="TrueWords">The words in whose place they stand.</param>
/// <param name="TrueText">The sentence as it would be right.</param>
/// <param name="Pointer">The field of the record that says it; null for a reversed meaning.</param>
public sealed record PracticeFeedback(
    PracticeVerdict Verdict, SeededErrorKind? Kind = null, string? PlantedWords = null, string? TrueWords = null, string? TrueText = null, JsonPointer? Pointer = null)
{
    // The one place from which a planted error goes out, and only with an answer.
    internal static PracticeFeedback? Of(PracticeSentence sentence) => (sentence.Verdict, sentence.Planted) switch
    {
        (null, _) => null,
        ({ } verdict, null) => new PracticeFeedback(verdict),
        ({ } verdict, { } error) => new PracticeFeedback(verdict, error.Kind, error.PlantedWords, error.TrueWords, error.TrueText, error.Pointer),
    };
}
