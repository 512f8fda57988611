namespace HandoffOffice.Domain;

/// <summary>One thing that is wrong with a given JSON document, at its place.</summary>
/// <param name="Pointer">Where (RFC 6901).</param>
/// <param name="Code">Stable, lower-case words joined by hyphens.</param>
/// <param name="Detail">What is wrong, in one sentence for a person.</param>
/// <param name="Expected">What would be right.</param>
public sealed record Problem(JsonPointer Pointer, string Code, string Detail, string Expected);
