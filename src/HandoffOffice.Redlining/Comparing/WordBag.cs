namespace HandoffOffice.Redlining;

/// <summary>The words of an element, as numbers in order, so that what two have in common is found in one walk.</summary>
internal sealed class WordBag
{
    private readonly ulong[] words;

    private WordBag(ulong[] words) => this.words = words;

    public int Count => words.Length;

    /// <summary>The words in the text of an element; what was deleted earlier does not count.</summary>
    public static WordBag Of(XmlElement element)
    {
        var words = new List<ulong>();
        var split = new List<(int Start, int Length)>();
        for (var at = element.Index + 1; at < element.Span.After; at++)
        {
            if (element.Map.Span(at).Name == W.T)
            {
                Add(words, new XmlElement(element.Map, at), split);
            }
        }

        var sorted = words.ToArray();
        Array.Sort(sorted);
        return new WordBag(sorted);
    }

    /// <summary>The share of words that two have in common (Dice's coefficient), 0 to 1; two without words are alike.</summary>
    public double Likeness(WordBag other)
    {
        if (Count + other.Count == 0)
        {
            return 1;
        }

        var (common, at, theirs) = (0, 0, 0);
        while (at < words.Length && theirs < other.words.Length)
        {
            var (one, another) = (words[at], other.words[theirs]);
            common += one == another ? 1 : 0;
            at += one <= another ? 1 : 0;
            theirs += another <= one ? 1 : 0;
        }

        return 2.0 * common / (Count + other.Count);
    }

    private static void Add(List<ulong> words, XmlElement text, List<(int Start, int Length)> split)
    {
        var written = text.Inner;
        var characters = XmlEscape.IsPlain(written) ? written : XmlEscape.Decode(written);
        split.Clear();
        WordBreaker.Split(characters, split);
        foreach (var (start, length) in split)
        {
            if (char.IsLetterOrDigit(characters[start]))
            {
                words.Add(Fingerprints.Of(characters.Slice(start, length)));
            }
        }
    }
}
