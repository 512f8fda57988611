namespace HandoffOffice.Redlining;

/// <summary>A run of equal tokens in both sequences.</summary>
/// <param name="A">Zero-based place of the first token in the first sequence.</param>
/// <param name="B">Zero-based place of the first token in the second sequence.</param>
/// <param name="Length">How many tokens, at least 1.</param>
internal readonly record struct Match(int A, int B, int Length);
