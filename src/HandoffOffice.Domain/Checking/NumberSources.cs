using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Checking;

/// <summary>
/// Where a number of the text may come from: a value of the record, a number within its texts, the count of a list or of the rows that share
/// a value, and what a person reckons from two values that belong together.
/// </summary>
internal sealed class NumberSources
{
    /// <summary>Above this many values of one kind nothing is reckoned from them: nearly every number would come out of some pair.</summary>
    private const int MostToReckonFrom = 40;

    private readonly HashSet<decimal> exact = [];
    private readonly HashSet<string> inTexts = new(StringComparer.Ordinal);
    private readonly HashSet<decimal> reckoned = [];
    private readonly List<decimal> shares = [];
    private readonly HashSet<int> days = [];
    private readonly HashSet<int> minutes = [];
    private readonly HashSet<int> years = [];
    private readonly HashSet<string> currencies = new(StringComparer.Ordinal);
    private readonly List<RecordFact> amounts;

    public NumberSources(IReadOnlyList<RecordFact> facts, IReadOnlyList<RecordItem> items, IReadOnlyList<RecordDate> dates)
    {
        amounts = [.. facts.Where(fact => fact.Field.Kind == FieldKind.Money)];
        exact.UnionWith(facts.Select(fact => fact.Number).OfType<decimal>());
        exact.UnionWith(Counts(facts, items));
        ReadTexts(facts);
        ReckonNumbers(facts);
        ReckonDates(dates);
        currencies.UnionWith(amounts.Select(fact => FieldText.AmountOf(fact.Value)!.Value.Currency));
        years.UnionWith(dates.Select(date => date.Year).OfType<int>());
        LongestList = items.GroupBy(item => item.List.Name).Select(list => list.Count()).DefaultIfEmpty(0).Max();
    }

    private int LongestList { get; }

    /// <summary>Whether the number is the record's or follows from it.</summary>
    public bool Explain(NumberMention number)
    {
        if (inTexts.Contains(number.Folded) || exact.Any(number.Says))
        {
            return true;
        }

        if (number.Unit is NumberUnit.Days or NumberUnit.Weeks or NumberUnit.Months or NumberUnit.Years or NumberUnit.Minutes or NumberUnit.Hours or NumberUnit.OtherTime)
        {
            return IsTimeBetween(number);
        }

        return number.Unit == NumberUnit.Percent ? shares.Any(number.Rounds) || reckoned.Any(number.Says) : IsReckoned(number);
    }

    /// <summary>Whether it is in a currency that the record does not have, or has for other amounts only; with the record's amount.</summary>
    public (bool Wrong, RecordFact? Amount) Currency(NumberMention number)
    {
        if (number.Currencies.Count == 0 || currencies.Count == 0)
        {
            return (false, null);
        }

        List<RecordFact> equal = [.. amounts.Where(fact => number.Says(fact.Number!.Value))];
        bool known = number.Currencies.Any(currencies.Contains);
        bool right = equal.Count == 0 || equal.Any(fact => number.Currencies.Contains(FieldText.AmountOf(fact.Value)!.Value.Currency));
        return (!known || !right, equal.FirstOrDefault());
    }

    private bool IsReckoned(NumberMention number) =>
        reckoned.Any(number.Says)
        || (number.Values is [var value] && number.Currencies.Count == 0 && number.Step == 1 && years.Contains((int)Math.Min(value, 9999)))
        // "The other two", "two of them": a small count in words is a part of a list.
        || (number.IsWord && number.Values[0] <= LongestList);

    private bool IsTimeBetween(NumberMention number) => number.Values.Any(value => number.Unit switch
    {
        NumberUnit.Days => days.Any(d => d == value || d + 1 == value || (number.IsAbout && Math.Abs(d - value) <= 2)),
        NumberUnit.Weeks => days.Any(d => Math.Abs(d - (value * 7)) <= (number.IsAbout ? 3 : 1)),
        NumberUnit.Months => days.Any(d => Math.Abs(d - (value * 30.4m)) <= 16),
        NumberUnit.Years => days.Any(d => Math.Abs(d - (value * 365.25m)) <= 100),
        NumberUnit.Minutes => minutes.Any(m => m == value || m % 60 == value),
        NumberUnit.Hours => minutes.Any(m => Math.Abs(m - (value * 60)) <= (number.IsAbout ? 15 : 0) || (int)(m / 60m) == value) || days.Any(d => d * 24 == value),
        _ => reckoned.Contains(value),
    });

    private static IEnumerable<decimal> Counts(IReadOnlyList<RecordFact> facts, IReadOnlyList<RecordItem> items) =>
    [
        .. items.GroupBy(item => item.List.Name).Select(list => (decimal)list.Count()),
        // Rows by the value that they share: "three of seven milestones are done", and those that do not share it.
        .. facts.Where(fact => fact.Item is not null && fact.Field.Kind is FieldKind.Choice or FieldKind.YesNo or FieldKind.Text or FieldKind.Person)
            .GroupBy(fact => (fact.Item!.List.Name, fact.Field.Name, fact.Shown))
            .SelectMany(group => new decimal[] { group.Count(), items.Count(item => item.List.Name == group.Key.Item1) - group.Count() }),
    ];

    private void ReadTexts(IReadOnlyList<RecordFact> facts)
    {
        foreach (RecordFact fact in facts.Where(fact => fact.IsText || fact.Field.Kind is FieldKind.Choice or FieldKind.Person))
        {
            foreach (Token token in Tokenizer.Split(fact.Shown).Where(token => token.HasDigit))
            {
                inTexts.Add(token.Folded);
            }

            foreach (NumberMention number in NumberReader.Find(fact.Shown, []))
            {
                exact.UnionWith(number.Values);
                currencies.UnionWith(number.Currencies);
            }

            currencies.UnionWith(Numerals.Currencies(fact.Shown));
        }

        int[] times = [.. inTexts.Select(TimeOfDay).OfType<int>().Take(MostToReckonFrom)];
        // Times have no day: a span may run past midnight, or a day longer.
        minutes.UnionWith(times.SelectMany(one => times.SelectMany(other => new[] { Math.Abs(one - other), 1440 - Math.Abs(one - other), 1440 + other - one })));
    }

    private static int? TimeOfDay(string folded) =>
        TimeOnly.TryParseExact(folded, "H:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out TimeOnly time)
            ? (time.Hour * 60) + time.Minute
            : null;

    // Values belong together where they stand side by side (planned, spent) or in the same column of a list.
    private void ReckonNumbers(IReadOnlyList<RecordFact> facts)
    {
        List<RecordFact> numbers = [.. facts.Where(fact => fact.Number is not null)];
        IEnumerable<IEnumerable<decimal>> together =
        [
            .. numbers.GroupBy(fact => Parent(fact.Pointer)).Select(group => group.Select(fact => fact.Number!.Value)),
            .. numbers.Where(fact => fact.Item is not null).GroupBy(fact => (fact.Item!.List.Name, fact.Field.Name)).Select(group => group.Select(fact => fact.Number!.Value)),
        ];
        foreach (decimal[] values in together.Select(group => group.ToArray()).Where(values => values.Length is > 1 and <= MostToReckonFrom))
        {
            reckoned.Add(values.Sum());
            for (int i = 0; i < values.Length; i++)
            {
                for (int j = 0; j < values.Length; j++)
                {
                    if (i != j)
                    {
                        Reckon(values[i], values[j]);
                    }
                }
            }
        }
    }

    private void Reckon(decimal one, decimal other)
    {
        reckoned.Add(Math.Abs(one - other));
        reckoned.Add(one + other);
        if (other != 0)
        {
            decimal share = 100 * one / other;
            shares.Add(Math.Abs(share));
            shares.Add(Math.Abs(100 - share));
        }
    }

    private void ReckonDates(IReadOnlyList<RecordDate> dates)
    {
        DateOnly[] known = [.. dates.Select(date => date.Date).OfType<DateOnly>().Distinct().Take(4 * MostToReckonFrom)];
        days.UnionWith(known.SelectMany(one => known.Select(other => Math.Abs(one.DayNumber - other.DayNumber))));
    }

    private static JsonPointer Parent(JsonPointer pointer)
    {
        string path = pointer.ToString();
        return JsonPointer.Parse(path[..path.LastIndexOf('/')]);
    }
}
