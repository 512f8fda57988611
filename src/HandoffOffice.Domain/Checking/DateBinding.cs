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

    /// <summary>How many items are read as a series with as many dates.</summary>
    private const int MostInSeries = 12;

    private const int LongestNewClause = 8;

    private static readonly string[] NewClause = ["and", "but", "while", "whereas", "which", "und", "aber", "wahrend", "während", "so", "as", "because"];

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

    private IEnumerable<BoundDate> Bind(int piece, IReadOnlyList<DateMention> dates) =>
        dates.GroupBy(date => text.SentenceAt(piece, date.Start)).SelectMany(sentence => BindSentence(piece, sentence.Key, [.. sentence]));

    private IEnumerable<BoundDate> BindSentence(int piece, int sentence, List<DateMention> dates)
    {
        string words = text.Pieces[piece].Text;
        List<Anchor> anchors = [.. mentions.In(sentence).Where(mention => mention.Whole).SelectMany(Anchors).OrderBy(anchor => anchor.Start)];
        RecordItem? usedAfter = null;
        int next = 0;
        int scanned = text.StartOf(sentence);
        int clause = -1;
        for (int k = 0; k < dates.Count; k++)
        {
            DateMention date = dates[k];
            while (next < anchors.Count && anchors[next].Start < date.End)
            {
                next++;
            }

            for (; scanned < date.Start; scanned++)
            {
                clause = words[scanned] == ';' ? scanned : clause;
            }

            Anchor? before = next > 0 && anchors[next - 1].End > clause ? anchors[next - 1] : null;
            // A date within an item's own name is the record's, whatever stands beside it.
            if (before is not null && before.End > date.Start)
            {
                yield return Compare(piece, sentence, date, [], verbatim: false);
                continue;
            }

            if (InSeries(words, anchors, dates, k, next) is { } paired)
            {
                yield return Compare(piece, sentence, date, [paired], verbatim: true);
                continue;
            }

            bool takeAfter = IsAfter(words, anchors, dates, k, next) && (before is null || before.Item == usedAfter);
            // Where an earlier date of the sentence stood before its item, so does this one: "By 27 March A, and by 30 March B".
            usedAfter = takeAfter ? anchors[next].Item : usedAfter;
            int bound = takeAfter ? next : before is null ? -1 : next - 1;
            yield return Compare(piece, sentence, date, Sharing(anchors, bound), bound >= 0 && anchors[bound].Verbatim);
        }
    }

    // The item after the date: no other date is nearer to it, and no new clause begins between them.
    private static bool IsAfter(string words, List<Anchor> anchors, List<DateMention> dates, int k, int next)
    {
        if (next >= anchors.Count || (k + 1 < dates.Count && dates[k + 1].Start < anchors[next].Start))
        {
            return false;
        }

        ReadOnlySpan<char> between = words.AsSpan(dates[k].End, anchors[next].Start - dates[k].End);
        if (between.Contains(';'))
        {
            return false;
        }

        for (int comma = between.IndexOf(','); comma >= 0;)
        {
            ReadOnlySpan<char> rest = between[(comma + 1)..].TrimStart();
            ReadOnlySpan<char> word = rest[..Math.Min(rest.Length, LongestNewClause + 1)];
            int end = word.IndexOf(' ');
            if (NewClause.Contains((end < 0 ? word : word[..end]).ToString().ToLowerInvariant()))
            {
                return false;
            }

            int following = between[(comma + 1)..].IndexOf(',');
            comma = following < 0 ? -1 : comma + 1 + following;
        }

        return true;
    }

    // "A and B were accepted on 24 April and 29 May": as many dates in a row as items before them.
    private static RecordItem? InSeries(string words, List<Anchor> anchors, List<DateMention> dates, int k, int next)
    {
        int first = k;
        while (first > 0 && k - first < MostInSeries && IsJoined(words, dates[first - 1], dates[first]))
        {
            first--;
        }

        int last = k;
        while (last + 1 < dates.Count && last - k < MostInSeries && IsJoined(words, dates[last], dates[last + 1]))
        {
            last++;
        }

        int from = first > 0 ? dates[first - 1].End : 0;
        List<RecordItem> items = [];
        for (int i = next - 1; i >= 0 && anchors[i].Start >= from && items.Count <= MostInSeries; i--)
        {
            if (!items.Contains(anchors[i].Item))
            {
                items.Insert(0, anchors[i].Item);
            }
        }

        return items.Count > 1 && items.Count == last - first + 1 ? items[k - first] : null;
    }

    private static bool IsJoined(string words, DateMention one, DateMention next) =>
        (one.InRow && next.InRow && next.Start - one.End < 8) || words.AsSpan(one.End, Math.Max(0, next.Start - one.End)).Trim() is ",";

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

    private BoundDate Compare(int piece, int sentence, DateMention date, List<RecordItem> items, bool verbatim)
    {
        List<RecordDate> own = [.. items.DistinctBy(item => item.Pointer).SelectMany(item => byItem[item.Pointer])];
        RecordItem? item = own.Count > 0 ? own[0].Item : null;
        IEnumerable<RecordDate> others = OnThatDay(date).Where(other => item is null || date.InRow || (!verbatim && MayBeMeant(other, item, sentence)));
        if (own.Concat(others).FirstOrDefault(d => date.CanBe(d.Day, d.Month, d.Year)) is { } match)
        {
            return new BoundDate(piece, date, DateVerdict.Match, match, item is null ? null : match.Item);
        }

        return item is not null
            ? new BoundDate(piece, date, DateVerdict.Mismatch, own[0], item)
            : new BoundDate(piece, date, DateVerdict.NotInRecord, null, null);
    }

    // Where an item is only paraphrased, the date may as well belong to no item, or to one of another list that the sentence touches.
    private bool MayBeMeant(RecordDate other, RecordItem item, int sentence) =>
        other.Item is null
            ? other.IsField
            : other.Item.List.Name != item.List.Name && mentions.In(sentence).Any(mention => mention.Item.Pointer == other.Item.Pointer);

    private IEnumerable<RecordDate> OnThatDay(DateMention date) =>
        date.EitherOrder ? byDay[(date.Day, date.Month)].Concat(byDay[(date.Month, date.Day)]) : byDay[(date.Day, date.Month)];

    private sealed record Anchor(int Start, int End, RecordItem Item, bool Verbatim);

    private IEnumerable<Anchor> Anchors(ItemMention mention) => mention.Verbatim
        ? [new Anchor(text.Words[mention.Run.First].Token.Start, text.Words[mention.Run.End - 1].Token.End, mention.Item, true)]
        : mention.Anchors.Select(word => new Anchor(text.Words[word].Token.Start, text.Words[word].Token.End, mention.Item, false));
}
