namespace HandoffOffice.Domain;

/// <summary>One thing that is wrong with a given JSON document, at its place.</summary>
/// <param name="Pointer">Where (RFC 6901).</param>
/// <param name="Code">Stable, lower-case words joined by hyphens.</param>
/// <param name="Detail">What is wrong, in one sentence for a person.</param>
/// <param name="Expected">What would be right.</param>
public sealed record Problem(JsonPointer Pointer, string Code, string Detail, string Expected)
{
    /// <summary>A problem at a place that is written out, such as <c>/output/words</c>.</summary>
    public static Problem At(string pointer, string code, string detail, string expected) => new(JsonPointer.Parse(pointer), code, detail, expected);

    /// <summary>The same problem where its document stands within another.</summary>
    /// <param name="place">Where, such as <c>/record</c>.</param>
    public Problem Within(string place) => this with { Pointer = JsonPointer.Parse($"{place}{Pointer}") };
}
