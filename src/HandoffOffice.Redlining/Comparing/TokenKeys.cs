namespace HandoffOffice.Redlining;

/// <summary>Numbers for tokens, shared by both documents: equal numbers for what may be matched.</summary>
internal sealed class TokenKeys
{
    private readonly Dictionary<string, int> words = [];
    private readonly Dictionary<(ulong Thing, int Container), int> things = [];
    private int next;
    private int blank;

    /// <summary>The number of a word (or of white space, or of a punctuation mark) in a container.</summary>
    public int Word(ReadOnlySpan<char> text, int container)
    {
        if (text is " " && container == 0 && blank > 0)
        {
            return blank;
        }

        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text, out var key))
        {
            lookup[text] = key = ++next;
        }

        blank = text is " " ? key : blank;
        return container == 0 ? key : Thing((ulong)key, container);
    }

    /// <summary>The number of something that is no text, by its fingerprint.</summary>
    public int Thing(ulong fingerprint, int container)
    {
        if (!things.TryGetValue((fingerprint, container), out var key))
        {
            things[(fingerprint, container)] = key = ++next;
        }

        return key;
    }

    /// <summary>A number that nothing else has: what carries it is never matched.</summary>
    public int Unique() => ++next;
}
