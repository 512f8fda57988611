namespace HandoffOffice.Domain.Piloting;

/// <summary>One thing that a workflow has to show before everybody runs it (C43).</summary>
/// <param name="Code">Stable: <c>time</c>, <c>quality</c>, <c>review</c>, <c>use</c>.</param>
/// <param name="Passes">Whether it is shown.</param>
/// <param name="Sentence">What the pilot's numbers say, for a person.</param>
public sealed record RollOutCheck(string Code, bool Passes, string Sentence);
