namespace HandoffOffice.Domain.Checking.Language;

/// <summary>A word of the whole text under check.</summary>
internal readonly record struct Word(Token Token, int Piece, int Sentence);

/// <summary>A run of words within one piece.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Count">How many words.</param>
internal readonly record struct WordRun(int First, int Count)
{
    public int End => First + Count;
}

/// <summary>The text under check, cut into words and sentences, with the places of each word.</summary>
internal sealed class TextIndex
{
    private static readonly IReadOnlyList<int> Nowhere = [];

    private readonly Dictionary<string, List<int>> byFolded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byStem = new(StringComparer.Ordinal);
    private readonly List<Word> words = [];

    // The words once more as numbers, the same for the same folded word, which is what long searches compare.
    private readonly List<int> sequence = [];
    private readonly List<bool> startsPiece = [];
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<(int Piece, int Start)> sentences = [];

    public TextIndex(IReadOnlyList<TextPiece> pieces)
    {
        Pieces = pieces;
        for (int i = 0; i < pieces.Count; i++)
        {
            Read(i, pieces[i].Text);
        }
    }

    public IReadOnlyList<TextPiece> Pieces { get; }

    public IReadOnlyList<Word> Words => words;

    public int SentenceCount => sentences.Count;

    public int PieceOf(int sentence) => sentences[sentence].Piece;

    /// <summary>Where a sentence begins in its piece.</summary>
    public int StartOf(int sentence) => sentences[sentence].Start;

    /// <summary>The sentence of the whole text that a place of a piece lies in.</summary>
    public int SentenceAt(int piece, int offset)
    {
        int low = 0;
        int high = sentences.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            bool before = sentences[middle].Piece < piece || (sentences[middle].Piece == piece && sentences[middle].Start <= offset);
            (low, high) = before ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    public IReadOnlyList<int> WithStem(string stem) => byStem.GetValueOrDefault(stem) ?? Nowhere;

    public TextSpan Span(WordRun run)
    {
        Word first = words[run.First];
        return new TextSpan(Pieces[first.Piece].Id, first.Token.Start, words[run.End - 1].Token.End - first.Token.Start);
    }

    /// <summary>Where these words stand in this order with nothing between them (Knuth, Morris and Pratt: linear in the text).</summary>
    public IEnumerable<WordRun> Find(IReadOnlyList<Token> phrase)
    {
        if (phrase.Count == 0 || phrase.Any(token => !byFolded.ContainsKey(token.Folded)))
        {
            yield break;
        }

        if (phrase.Count == 1)
        {
            foreach (int place in byFolded[phrase[0].Folded])
            {
                yield return new WordRun(place, 1);
            }

            yield break;
        }

        int[] wanted = [.. phrase.Select(token => ids[token.Folded])];
        int[] borders = Borders(wanted);
        int matched = 0;
        for (int i = byFolded[phrase[0].Folded][0]; i < sequence.Count; i++)
        {
            while (matched > 0 && (wanted[matched] != sequence[i] || startsPiece[i]))
            {
                matched = startsPiece[i] ? 0 : borders[matched - 1];
            }

            matched += wanted[matched] == sequence[i] ? 1 : 0;
            if (matched == wanted.Length)
            {
                yield return new WordRun(i - matched + 1, matched);
                // Matches do not overlap, so that all of them together are no longer than the text.
                matched = 0;
            }
        }
    }

    private void Read(int piece, string text)
    {
        int first = sentences.Count;
        sentences.AddRange(Sentences.Starts(text).Select(start => (piece, start)));
        int sentence = first;
        foreach (Token token in Tokenizer.Split(text))
        {
            while (sentence + 1 < sentences.Count && sentences[sentence + 1].Start <= token.Start)
            {
                sentence++;
            }

            Note(byFolded, token.Folded);
            Note(byStem, token.Stem);
            ids.TryAdd(token.Folded, ids.Count);
            sequence.Add(ids[token.Folded]);
            startsPiece.Add(words.Count == 0 || words[^1].Piece != piece);
            words.Add(new Word(token, piece, sentence));
        }
    }

    private void Note(Dictionary<string, List<int>> places, string key)
    {
        if (!places.TryGetValue(key, out List<int>? list))
        {
            places[key] = list = [];
        }

        list.Add(words.Count);
    }

    private static int[] Borders(int[] phrase)
    {
        int[] borders = new int[phrase.Length];
        for (int i = 1, length = 0; i < phrase.Length; i++)
        {
            while (length > 0 && phrase[i] != phrase[length])
            {
                length = borders[length - 1];
            }

            length += phrase[i] == phrase[length] ? 1 : 0;
            borders[i] = length;
        }

        return borders;
    }
}
