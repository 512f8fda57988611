using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Checking;

/// <summary>A place where the text speaks of an item.</summary>
/// <param name="Item">The item.</param>
/// <param name="Sentence">Sentence of the whole text.</param>
/// <param name="Run">The words, from the first to the last.</param>
/// <param name="Verbatim">Whether it is the item's name word for word.</param>
/// <param name="Whole">Whether this sentence alone says enough of it.</param>
/// <param name="Anchors">The words that tell this item from the others.</param>
internal sealed record ItemMention(RecordItem Item, int Sentence, WordRun Run, bool Verbatim, bool Whole, IReadOnlyList<int> Anchors);

/// <summary>
/// Where the text speaks of which item of the record: by its name word for word, or by most of the words that make its name.
/// </summary>
internal sealed class ItemMentions
{
    /// <summary>Share of an item's words that a paraphrase has to keep.</summary>
    private const double Kept = 0.6;

    /// <summary>Names of more words are sentences, and a paraphrase may spread over more sentences.</summary>
    private const int LongName = 8;

    private readonly TextIndex text;
    private readonly OutputContract contract;
    private readonly Dictionary<JsonPointer, List<ItemMention>> byItem;
    private readonly ILookup<int, ItemMention> bySentence;

    public ItemMentions(TextIndex text, OutputContract contract, IReadOnlyList<RecordItem> items)
    {
        this.text = text;
        this.contract = contract;
        byItem = items.ToDictionary(item => item.Pointer, _ => new List<ItemMention>());
        var owners = new RecordItem?[text.Words.Count];
        FindVerbatim(items, owners);
        Dictionary<(string List, string Stem), int> shared = items
            .SelectMany(item => Stems(item).Select(stem => (item.List.Name, stem)))
            .GroupBy(pair => pair).ToDictionary(pair => pair.Key, pair => pair.Count());
        foreach (RecordItem item in items.OrderByDescending(item => item.Words.Count))
        {
            FindLoose(item, owners, shared);
        }

        bySentence = byItem.Values.SelectMany(mentions => mentions).ToLookup(mention => mention.Sentence);
    }

    public IReadOnlyList<ItemMention> Of(RecordItem item) => byItem[item.Pointer];

    public IEnumerable<ItemMention> In(int sentence) => bySentence[sentence];

    private static IEnumerable<string> Stems(RecordItem item) => item.Content.Select(word => word.Stem).Distinct();

    // The longest name goes first and keeps its words: "Freeze" is not mentioned by "Code Freeze".
    private void FindVerbatim(IReadOnlyList<RecordItem> items, RecordItem?[] owners)
    {
        foreach (RecordItem item in items.OrderByDescending(item => item.Words.Count))
        {
            foreach (WordRun run in text.Find(item.Words).ToList())
            {
                if (Enumerable.Range(run.First, run.Count).Any(i => owners[i] is { } owner && owner.Words.Count > run.Count))
                {
                    continue;
                }

                for (int i = run.First; i < run.End; i++)
                {
                    owners[i] ??= item;
                }

                byItem[item.Pointer].Add(new ItemMention(item, text.Words[run.First].Sentence, run, true, true, [run.First, run.End - 1]));
            }
        }
    }

    private void FindLoose(RecordItem item, RecordItem?[] owners, Dictionary<(string List, string Stem), int> shared)
    {
        List<string> stems = [.. Stems(item)];
        if (stems.Count == 0)
        {
            return;
        }

        Dictionary<string, double> weights = stems.ToDictionary(stem => stem, stem => 1.0 / shared[(item.List.Name, stem)], StringComparer.Ordinal);
        HashSet<int> candidates = Candidates(item, weights);
        var hits = new SortedDictionary<int, List<int>>();
        foreach (int place in stems.SelectMany(text.WithStem))
        {
            int sentence = text.Words[place].Sentence;
            if (candidates.Contains(sentence) && !BelongsToAnother(item, owners[place], place))
            {
                if (!hits.TryGetValue(sentence, out List<int>? places))
                {
                    hits[sentence] = places = [];
                }

                places.Add(place);
            }
        }

        HashSet<int> known = [.. byItem[item.Pointer].Select(mention => mention.Sentence)];
        foreach (int sentence in hits.Keys.Where(sentence => !known.Contains(sentence)))
        {
            if (Speaks(item, weights, hits, sentence))
            {
                List<int> places = hits[sentence];
                double most = places.Max(place => weights[text.Words[place].Token.Stem]);
                int[] anchors = [.. places.Where(place => weights[text.Words[place].Token.Stem] == most).Order()];
                int first = places.Min();
                byItem[item.Pointer].Add(new ItemMention(item, sentence, new WordRun(first, places.Max() - first + 1), false, Enough(item, weights, places), anchors));
            }
        }
    }

    // A paraphrase keeps one of the rarest words, as it has to keep most of them: only sentences with one, and those beside them, can be one.
    private HashSet<int> Candidates(RecordItem item, Dictionary<string, double> weights)
    {
        double mayLack = (1 - Kept) * weights.Values.Sum();
        double gathered = 0;
        HashSet<int> sentences = [];
        HashSet<string> exact = item.Words.Count > LongName ? [] : [.. item.Content.Where(word => word.HasDigit).Select(word => word.Stem)];
        foreach (string stem in weights.Keys.OrderByDescending(exact.Contains).ThenBy(stem => text.WithStem(stem).Count))
        {
            foreach (int sentence in text.WithStem(stem).Select(place => text.Words[place].Sentence))
            {
                sentences.UnionWith([sentence - 1, sentence, sentence + 1]);
            }

            gathered += weights[stem];
            if (exact.Contains(stem) || gathered > mayLack + 1e-9)
            {
                break;
            }
        }

        return sentences;
    }

    private bool Speaks(RecordItem item, Dictionary<string, double> weights, SortedDictionary<int, List<int>> hits, int sentence)
    {
        if (Enough(item, weights, hits[sentence]))
        {
            return true;
        }

        // What one sentence begins another may end ("We lack test accounts. Luc will request them again."), within one section.
        int reach = item.Words.Count > LongName ? 1 : 0;
        IEnumerable<int> around = Enumerable.Range(sentence - 1, 2 + reach)
            .Where(other => hits.ContainsKey(other) && text.Pieces[text.PieceOf(other)].Section == text.Pieces[text.PieceOf(sentence)].Section);
        return Enough(item, weights, around.SelectMany(other => hits[other]));
    }

    private bool Enough(RecordItem item, Dictionary<string, double> weights, IEnumerable<int> places)
    {
        HashSet<string> found = [.. places.Select(place => text.Words[place].Token.Stem)];
        int needed = weights.Count <= 2 ? weights.Count : (int)Math.Ceiling(Kept * weights.Count);
        bool numbersKept = item.Words.Count > LongName || item.Content.Where(word => word.HasDigit).All(word => found.Contains(word.Stem));
        return numbersKept && found.Count >= needed && found.Sum(stem => weights[stem]) >= Kept * weights.Values.Sum();
    }

    // A name within the longer text of another item speaks of that item, unless the section is about this one's list.
    private bool BelongsToAnother(RecordItem item, RecordItem? owner, int place)
    {
        if (owner is null || owner.Pointer == item.Pointer)
        {
            return false;
        }

        return owner.List.Name == item.List.Name
            || !contract.Sections.Any(section => section.Key == text.Pieces[text.Words[place].Piece].Section && Names(section, item.List));
    }

    private static bool Names(ContractSection section, TemplateField list) =>
        section.Fields.Any(pointer => pointer.Tokens is [var name, ..] && name == list.Name);
}
