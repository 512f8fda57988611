namespace HandoffOffice.Domain.Training;

/// <summary>The gate lets only people review who have practised on the workflow, and this person has not.</summary>
/// <param name="Workflow">The workflow to practise on.</param>
/// <param name="Version">The version to practise on.</param>
public sealed record TrainingRequired(string Workflow, int Version) : HandoffError(
    "training-required", "This workflow asks its reviewers to practise first. Do its practice reviews until you pass; this review waits for you, and you can read it meanwhile.");

/// <summary>No error can be planted in any example of the workflow, so there is nothing to practise on.</summary>
public sealed record NothingToPractise() : HandoffError(
    "nothing-to-practise", "No practice error fits the examples of this workflow. Its designer can add an example with numbers, dates or names that the text repeats.");

/// <summary>The text has no such sentence.</summary>
/// <param name="Sentence">The sentence that was named.</param>
public sealed record UnknownSentence(string Sentence) : HandoffError("unknown-sentence", $"This practice has no sentence '{Sentence}'.");

/// <summary>A sentence was answered before: who has read the feedback can't answer anew.</summary>
/// <param name="Sentence">The sentence.</param>
public sealed record AlreadyAnswered(string Sentence) : HandoffError("already-answered", "You have answered this sentence, and seen what it has. Go on with the next one.");

/// <summary>Sentences are still unanswered.</summary>
/// <param name="Count">How many.</param>
public sealed record SentencesUnanswered(int Count) : HandoffError(
    "sentences-unanswered", $"{Count} {(Count == 1 ? "sentence has" : "sentences have")} no answer yet. Mark each as right or wrong, then finish.");

/// <summary>The practice is finished.</summary>
public sealed record PracticeIsOver() : HandoffError("practice-over", "This practice is finished. Start another one to practise again.");
