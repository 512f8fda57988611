using HandoffOffice.Domain;

namespace HandoffOffice.Models.Rules;

/// <summary>Where in words a value of the record stands.</summary>
/// <param name="Place">The value's place in the record.</param>
/// <param name="Start">Offset of its first UTF-16 code unit.</param>
/// <param name="End">Offset behind its last.</param>
internal readonly record struct StatedValue(JsonPointer Place, int Start, int End);

/// <summary>Words, and where in them values of the record stand: so a text that is cut still knows which part states what.</summary>
/// <param name="Text">The words.</param>
/// <param name="Values">The values, in the order of the words.</param>
internal sealed record Said(string Text, IReadOnlyList<StatedValue> Values)
{
    /// <summary>Words without a value.</summary>
    public Said(string text)
        : this(text, Array.Empty<StatedValue>())
    {
    }

    /// <summary>Words that state these places as a whole.</summary>
    public Said(string text, IEnumerable<JsonPointer> cites)
        : this(text, [.. cites.Select(place => new StatedValue(place, 0, text.Length))])
    {
    }

    /// <summary>The places, each once.</summary>
    public IReadOnlyList<JsonPointer> Cites => [.. Values.Select(value => value.Place).Distinct()];

    /// <summary>The same places with other words.</summary>
    public Said With(string text) => new(text, Cites);

    /// <summary>A part of the words, with the values of which it has at least one visible character.</summary>
    public Said Part(int start, int end) => new(
        Text[start..end],
        [
            .. Values.Select(value => new StatedValue(value.Place, Math.Max(value.Start, start), Math.Min(value.End, end)))
                .Where(value => value.Start < value.End && !Text.AsSpan(value.Start, value.End - value.Start).IsWhiteSpace())
                .Select(value => new StatedValue(value.Place, value.Start - start, value.End - start)),
        ]);

    /// <summary>The words without white space at the ends.</summary>
    public Said Trim()
    {
        int start = Text.Length - Text.AsSpan().TrimStart().Length;
        return Part(start, Math.Max(start, Text.AsSpan().TrimEnd().Length));
    }

    /// <summary>The places of several, each once.</summary>
    public static IReadOnlyList<JsonPointer> Places(IEnumerable<Said> parts) => [.. parts.SelectMany(part => part.Cites).Distinct()];
}
