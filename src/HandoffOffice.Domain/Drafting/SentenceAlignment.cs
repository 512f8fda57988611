using HandoffOffice.Domain.Releasing;

namespace HandoffOffice.Domain.Drafting;

/// <summary>
/// Two texts laid side by side, sentence by sentence, without changing the order of either. Paragraphs are paired first, by the sentences
/// that they share; then the sentences of each pair. As many words as can be stay in equal sentences, then in similar ones: a longest
/// common subsequence by weight. The same texts always give the same alignment.
/// </summary>
internal static class SentenceAlignment
{
    // An equal sentence outweighs any number of similar ones: no text has so many words.
    private const long Equal = 1L << 24;

    /// <summary>Aligns two texts.</summary>
    /// <param name="before">Paragraphs as sentences.</param>
    /// <param name="after">Paragraphs as sentences.</param>
    /// <returns>Paragraphs in order; those of one side alone have sentences of that side alone.</returns>
    public static IReadOnlyList<AlignedParagraph> Align(IReadOnlyList<IReadOnlyList<string>> before, IReadOnlyList<IReadOnlyList<string>> after)
    {
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        Sentence[][] left = Read(before, vocabulary);
        Sentence[][] right = Read(after, vocabulary);
        return
        [
            .. Pairs(left.Length, right.Length, (i, j) => Table(left[i], right[j])[0, 0])
                .Select(pair => new AlignedParagraph(Sentences(pair.Before is { } i ? left[i] : [], pair.After is { } j ? right[j] : []))),
        ];
    }

    private static IReadOnlyList<AlignedSentence> Sentences(Sentence[] left, Sentence[] right) =>
    [
        .. Pairs(left.Length, right.Length, (i, j) => Weight(left[i], right[j]))
            .Select(pair => new AlignedSentence(
                pair.Before is { } i ? left[i].Place : null, pair.After is { } j ? right[j].Place : null,
                pair is ({ } k, { } l) && left[k].Text == right[l].Text)),
    ];

    private static long[,] Table(Sentence[] left, Sentence[] right) => Table(left.Length, right.Length, (i, j) => Weight(left[i], right[j]), out _);

    // What is deleted stands before what is inserted at the same place.
    private static IEnumerable<(int? Before, int? After)> Pairs(int left, int right, Func<int, int, long> weight)
    {
        long[,] best = Table(left, right, weight, out long[,] weights);
        (int i, int j) = (0, 0);
        while (i < left || j < right)
        {
            if (i < left && j < right && weights[i, j] > 0 && best[i, j] == weights[i, j] + best[i + 1, j + 1])
            {
                yield return (i++, j++);
            }
            else if (i < left && best[i, j] == best[i + 1, j])
            {
                yield return (i++, null);
            }
            else
            {
                yield return (null, j++);
            }
        }
    }

    // Of every two ends the greatest weight that can be paired.
    private static long[,] Table(int left, int right, Func<int, int, long> weight, out long[,] weights)
    {
        long[,] best = new long[left + 1, right + 1];
        weights = new long[left, right];
        for (int i = left - 1; i >= 0; i--)
        {
            for (int j = right - 1; j >= 0; j--)
            {
                weights[i, j] = weight(i, j);
                long paired = weights[i, j] > 0 ? weights[i, j] + best[i + 1, j + 1] : 0;
                best[i, j] = Math.Max(paired, Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }

        return best;
    }

    private static long Weight(Sentence left, Sentence right)
    {
        if (left.Text == right.Text)
        {
            return Equal * (left.Words.Length + 1);
        }

        int shared = Shared(left.Words, right.Words);
        return shared > 0 && 2 * shared >= Math.Max(left.Words.Length, right.Words.Length) ? shared : 0;
    }

    // Both are sorted; a word that one side has twice is shared twice only if the other has it twice.
    private static int Shared(int[] left, int[] right)
    {
        (int i, int j, int shared) = (0, 0, 0);
        while (i < left.Length && j < right.Length)
        {
            int order = left[i].CompareTo(right[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    private static Sentence[][] Read(IReadOnlyList<IReadOnlyList<string>> paragraphs, Dictionary<string, int> vocabulary)
    {
        int place = 0;
        return [.. paragraphs.Select(paragraph => paragraph.Select(text => Read(text, place++, vocabulary)).ToArray())];
    }

    private static Sentence Read(string text, int place, Dictionary<string, int> vocabulary)
    {
        string canonical = CanonicalContent.Of([text]);
        int[] words = [.. Words(canonical).Select(word => vocabulary.TryGetValue(word, out int known) ? known : vocabulary[word] = vocabulary.Count).Order()];
        return new Sentence(place, canonical, words);
    }

    private static IEnumerable<string> Words(string text)
    {
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || !char.IsLetterOrDigit(text[i]))
            {
                if (i > start)
                {
                    yield return text[start..i].ToUpperInvariant();
                }

                start = i + 1;
            }
        }
    }

    private sealed record Sentence(int Place, string Text, int[] Words);
}

/// <summary>A paragraph of two texts, or of one of them.</summary>
/// <param name="Sentences">Its sentences in order; at least one.</param>
internal sealed record AlignedParagraph(IReadOnlyList<AlignedSentence> Sentences);

/// <summary>A sentence of two texts, or of one of them.</summary>
/// <param name="Before">Its number among all sentences of the text before; null where only the other has it.</param>
/// <param name="After">Its number among all sentences of the text after; null where only the other has it.</param>
/// <param name="IsEqual">Whether both have it with the same words (white space and Unicode form aside).</param>
internal sealed record AlignedSentence(int? Before, int? After, bool IsEqual);
