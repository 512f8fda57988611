namespace HandoffOffice.Redlining;

/// <summary>Numbers the tokens of texts that are compared: equal tokens get equal numbers.</summary>
internal sealed class TokenTable
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers =
        new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<TokenKind> kinds = [];

    /// <summary>What a token is, by its number.</summary>
    public TokenKind Kind(int number) => kinds[number];

    /// <summary>The number of a token of <see cref="WordBreaker"/>.</summary>
    public int Add(ReadOnlySpan<char> token) => Add(token, TokenKinds.Of(token));

    /// <summary>The number of a token.</summary>
    /// <param name="token">What makes it equal to another. What is no text must be told apart from text by it.</param>
    /// <param name="kind">What it is; the first to name a token says.</param>
    public int Add(ReadOnlySpan<char> token, TokenKind kind)
    {
        if (numbers.TryGetValue(token, out var number))
            return number;

        numbers[token] = kinds.Count;
        kinds.Add(kind);
        return kinds.Count - 1;
    }
}
