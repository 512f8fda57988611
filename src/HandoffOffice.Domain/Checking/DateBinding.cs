using HandoffOffice.Domain.Checking.Language;

namespace HandoffOffice.Domain.Checking;

/// <summary>A date of the record: of a date field, or within one of its texts.</summary>
internal sealed record RecordDate(JsonPointer Pointer, int Day, int Month, int? Year, RecordItem? Item, bool IsField)
{
    public DateOnly? Date => Year is { } year && Day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Day) : null;
}

/// <summary>A date of the text with what it was compared with.</summary>
/// <param name="Piece">Index of the piece.</param>
/// <param name="Mention">Where and what.</param>
/// <param name="Verdict">How it compares.</param>
/// <param name="Source">The record's date; for a mismatch the one that the sentence should have.</param>
/// <param name="Item">The item that the sentence speaks of.</param>
internal sealed record BoundDate(int Piece, DateMention Mention, DateVerdict Verdict, RecordDate? Source, RecordItem? Item);

/// <summary>
/// Binds each date of the text to the item that its sentence speaks of (C34): the one whose name stands nearest before it, and where none
/// does, nearest after it.
/// </summary>
internal sealed class DateBinding
{
    /// <summary>How many items may be meant by the same words; a bound on time, far above what a person would write.</summary>
    private const int MostSharing = 64;

    private readonly TextIndex text;
    private readonly ItemMentions mentions;
    private readonly IReadOnlyList<RecordDate> all;
    private readonly ILookup<JsonPointer, RecordDate> byItem;
    private readonly ILookup<(int Day, int Month), RecordDate> byDay;

    public DateBinding(TextIndex text, ItemMentions mentions, IReadOnlyList<RecordFact> facts)
    {
        this.text = text;
        this.mentions = mentions;
        all = [.. facts.SelectMany(DatesOf)];
        byDay = all.ToLookup(date => (date.Day, date.Month));
        byItem = all.Where(date => date.Item is not null).ToLookup(date => date.Item!.Pointer);
        Dates = [.. text.Pieces.SelectMany((piece, index) => Bind(index, DateReader.Find(piece.Text)))];
    }

    public IReadOnlyList<BoundDate> Dates { get; }

    /// <summary>The record's dates in the template's order.</summary>
    public IReadOnlyList<RecordDate> RecordDates => all;

    private static IEnumerable<RecordDate> DatesOf(RecordFact fact)
    {
        if (fact.Date is { } date)
        {
            return [new RecordDate(fact.Pointer, date.Day, date.Month, date.Year, fact.Item, true)];
        }

        return fact.IsText
            ? DateReader.Find(fact.Shown).Where(m => m.Day <= DateTime.DaysInMonth(m.Year ?? 2000, m.Month))
                .Select(m => new RecordDate(fact.Pointer, m.Day, m.Month, m.Year, fact.Item, false))
            : [];
    }

    private IEnumerable<BoundDate> Bind(int piece, IReadOnlyList<DateMention> dates)
    {
        foreach (IGrouping<int, DateMention> sentence in dates.GroupBy(date => text.SentenceAt(piece, date.Start)))
        {
            List<Anchor> anchors = [.. mentions.In(sentence.Key).SelectMany(Anchors).OrderBy(anchor => anchor.Start)];
            RecordItem? usedAfter = null;
            int next = 0;
            foreach (DateMention date in sentence)
            {
                while (next < anchors.Count && anchors[next].Start < date.End)
                {
                    next++;
                }

                Anchor? before = next > 0 ? anchors[next - 1] : null;
                Anchor? after = next < anchors.Count ? anchors[next] : null;
                // A date within an item's own name is the record's, whatever stands beside it.
                bool within = before is not null && before.End > date.Start;
                // Where an earlier date of the sentence stood before its item, so does this one: "By 27 March A, and by 30 March B".
                bool takeAfter = !within && after is not null && (before is null || before.Item == usedAfter);
                int bound = takeAfter ? next : next - 1;
                usedAfter = takeAfter ? after!.Item : usedAfter;
                yield return Compare(piece, date, within ? [] : Sharing(anchors, bound));
            }
        }
    }

    // Where items share the words nearest to the date, the sentence may speak of any of them.
    private static List<RecordItem> Sharing(List<Anchor> anchors, int bound)
    {
        if (bound < 0)
        {
            return [];
        }

        List<RecordItem> items = [anchors[bound].Item];
        for (int i = bound - 1; i >= Math.Max(0, bound - MostSharing) && anchors[i].End > anchors[bound].Start; i--)
        {
            items.Add(anchors[i].Item);
        }

        for (int i = bound + 1; i < Math.Min(anchors.Count, bound + MostSharing) && anchors[i].Start < anchors[bound].End; i++)
        {
            items.Add(anchors[i].Item);
        }

        return items;
    }

    private BoundDate Compare(int piece, DateMention date, List<RecordItem> items)
    {
        List<RecordDate> own = [.. items.DistinctBy(item => item.Pointer).SelectMany(item => byItem[item.Pointer])];
        RecordItem? item = own.Count > 0 ? own[0].Item : null;
        if ((own.Count > 0 ? own : OnThatDay(date)).FirstOrDefault(d => date.CanBe(d.Day, d.Month, d.Year)) is { } match)
        {
            return new BoundDate(piece, date, DateVerdict.Match, match, item);
        }

        return item is not null
            ? new BoundDate(piece, date, DateVerdict.Mismatch, own[0], item)
            : new BoundDate(piece, date, DateVerdict.NotInRecord, null, null);
    }

    private IEnumerable<RecordDate> OnThatDay(DateMention date) =>
        date.EitherOrder ? byDay[(date.Day, date.Month)].Concat(byDay[(date.Month, date.Day)]) : byDay[(date.Day, date.Month)];

    private sealed record Anchor(int Start, int End, RecordItem Item);

    private IEnumerable<Anchor> Anchors(ItemMention mention) => mention.Verbatim
        ? [new Anchor(text.Words[mention.Run.First].Token.Start, text.Words[mention.Run.End - 1].Token.End, mention.Item)]
        : mention.Anchors.Select(word => new Anchor(text.Words[word].Token.Start, text.Words[word].Token.End, mention.Item));
}
