using HandoffOffice.Domain;

namespace HandoffOffice.Models.Rules;

/// <summary>Words and the places of the record whose values they state.</summary>
/// <param name="Text">The words.</param>
/// <param name="Cites">The places, in the order of the words, each once.</param>
internal sealed record Said(string Text, IReadOnlyList<JsonPointer> Cites)
{
    /// <summary>The same places with other words.</summary>
    public Said With(string text) => this with { Text = text };

    /// <summary>The places of several, each once.</summary>
    public static IReadOnlyList<JsonPointer> Places(IEnumerable<Said> parts) => [.. parts.SelectMany(part => part.Cites).Distinct()];
}
