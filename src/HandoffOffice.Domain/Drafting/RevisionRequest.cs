namespace HandoffOffice.Domain.Drafting;

/// <summary>What a reviewer asks of a revision, with everything that the first round left behind (C06): context travels.</summary>
/// <param name="Comment">What to change, in the reviewer's words.</param>
/// <param name="Previous">The draft that it is about.</param>
/// <param name="Decisions">For each change of it what the reviewer decided, by its id: kept, rejected, or the new words.</param>
/// <param name="By">Who asks; null in what was stored before this was kept.</param>
public sealed record RevisionRequest(string Comment, Draft Previous, IReadOnlyList<PreviousDecision> Decisions, Person? By = null);

/// <summary>What became of one change of the previous draft.</summary>
/// <param name="SentenceId">The change, named as its sentence.</param>
/// <param name="Outcome">One of <c>undecided</c>, <c>accepted</c>, <c>rejected</c>, <c>edited</c>.</param>
/// <param name="EditedText">The reviewer's words where it was edited.</param>
public sealed record PreviousDecision(string SentenceId, string Outcome, string? EditedText = null);
