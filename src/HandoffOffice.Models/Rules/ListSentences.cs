using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Models.Rules;

/// <summary>Turns a list into sentences that can be read: at most four items or 35 words each, long items as sentences of their own.</summary>
internal sealed class ListSentences(Phrases phrases, Voice voice, Func<IReadOnlyList<string>, string> pick)
{
    private const int MostItems = 4;
    private const int MostWords = 35;
    private const int OpeningWords = 6;
    private const int LongItem = 20;

    /// <summary>The sentences; one that says so for an empty list.</summary>
    public IReadOnlyList<Said> Of(TemplateField list, JsonPointer at, bool given, IReadOnlyList<ListItem> items)
    {
        if (items.Count == 0)
        {
            return [new Said(Prose.Finish(pick(phrases.EmptyList(list.Label))), given ? [at] : [])];
        }

        bool apart = items.Any(item => item.IsSentence) || (items.Count > 1 && items.Any(item => TextMeasure.CountWords(item.Said.Text) > LongItem || item.Said.Text.Contains(';')));
        return apart ? Apart(list, items) : [.. Together(list, items)];
    }

    /// <summary>Several sentences of one text, each with the places whose values it has.</summary>
    public static IEnumerable<Said> Split(Said said) => Prose.Sentences(said).Select(sentence => sentence.With(Prose.Finish(sentence.Text)));

    private IReadOnlyList<Said> Apart(TemplateField list, IReadOnlyList<ListItem> items)
    {
        IEnumerable<Said> opening = items.All(item => item.IsSentence) ? [] : [new Said(Prose.Finish(pick(phrases.Announcement(list.Label, items.Count))))];
        return [.. opening, .. items.SelectMany(item => Split(item.Said))];
    }

    private IEnumerable<Said> Together(TemplateField list, IReadOnlyList<ListItem> items)
    {
        int start = 0;
        foreach (int size in Sizes(items))
        {
            IReadOnlyList<ListItem> part = [.. items.Skip(start).Take(size)];
            string joined = phrases.Join([.. part.Select(item => item.Said.Text)]);
            bool flowing = part.All(item => phrases.Flows(item.Said.Text));
            bool ascending = start == 0 ? Rises(items) : Rises(items) && items[start - 1].Date < items[start].Date;
            var shape = new ListPart(list.Label, items.Count, start == 0, start + size == items.Count, size, ascending, flowing, joined);
            yield return new Said(Prose.Finish(pick(phrases.List(shape, voice))), Said.Places(part.Select(item => item.Said)));
            start += size;
        }
    }

    private static bool Rises(IReadOnlyList<ListItem> items) =>
        items.All(item => item.Date is not null) && items.Zip(items.Skip(1)).All(pair => pair.First.Date <= pair.Second.Date);

    // As few sentences as the limits allow, of like size; a cut between two items of one day moves by one where it can.
    private static int[] Sizes(IReadOnlyList<ListItem> items)
    {
        int[] words = [.. items.Select(item => TextMeasure.CountWords(item.Said.Text))];
        for (int count = (items.Count + MostItems - 1) / MostItems; count < items.Count; count++)
        {
            int[] cuts = [0, .. Enumerable.Range(1, count - 1).Select(i => Cut(items, i * items.Count / count)), items.Count];
            int[] sizes = [.. cuts.Zip(cuts.Skip(1), (from, to) => to - from)];
            if (sizes.All(size => size is > 0 and <= MostItems) && cuts.Zip(cuts.Skip(1), (from, to) => words[from..to].Sum()).All(sum => sum + OpeningWords <= MostWords))
            {
                return sizes;
            }
        }

        return [.. Enumerable.Repeat(1, items.Count)];
    }

    private static int Cut(IReadOnlyList<ListItem> items, int at) =>
        new[] { at, at + 1, at - 1 }.Where(cut => cut > 0 && cut < items.Count && items[cut - 1].Date != items[cut].Date).Append(at).First();
}
