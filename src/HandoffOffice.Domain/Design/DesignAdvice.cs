namespace HandoffOffice.Domain.Design;

/// <summary>What would make a design better; nobody has to follow it.</summary>
/// <param name="Pointer">Where (RFC 6901).</param>
/// <param name="Code">Stable, lower-case words joined by hyphens.</param>
/// <param name="Detail">What it is about, in one sentence.</param>
/// <param name="Suggestion">What to do.</param>
public sealed record DesignAdvice(JsonPointer Pointer, string Code, string Detail, string Suggestion);
