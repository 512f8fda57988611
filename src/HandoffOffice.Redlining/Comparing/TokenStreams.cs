namespace HandoffOffice.Redlining;

/// <summary>
/// Streams of one comparison that are read into again: a document has hundreds of gaps, a table thousands of cells. Not for several
/// threads; it lives as long as its comparison.
/// </summary>
internal sealed class TokenStreams
{
    // What is longer than most gaps gives its memory back.
    private const int LongestKept = 16_384;

    private readonly Stack<TokenStream> free = new();

    /// <summary>An empty stream for a part; to be given back when nothing of it is needed any more.</summary>
    public TokenStream Take(SidePart part)
    {
        if (!free.TryPop(out var stream))
        {
            return new TokenStream { Part = part };
        }

        stream.Reset(part);
        return stream;
    }

    public void Return(TokenStream stream)
    {
        if (stream.Tokens.Count <= LongestKept)
        {
            free.Push(stream);
        }
    }
}
