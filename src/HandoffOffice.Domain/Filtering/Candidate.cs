namespace HandoffOffice.Domain.Filtering;

/// <summary>Why a sentence of a draft is there: the item of the record that it proposes, how well it does, and what that rests on (C09).</summary>
/// <param name="Item">The item, such as <c>/topics/3</c>.</param>
/// <param name="Score">0 to 1, two decimals; candidates come in falling order of it.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Evidence">What the reason rests on. At least one.</param>
public sealed record Candidate(JsonPointer Item, decimal Score, string Reason, IReadOnlyList<CandidateEvidence> Evidence);

/// <summary>A value of the record that a reason rests on.</summary>
/// <param name="Pointer">The value's place, within the item.</param>
/// <param name="Value">The value in words, or the part of a text that is meant.</param>
public sealed record CandidateEvidence(JsonPointer Pointer, string Value);
