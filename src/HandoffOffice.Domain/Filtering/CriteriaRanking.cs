using System.Text.Json;
using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Filtering;

/// <summary>An item of a record with what the criteria say of it.</summary>
/// <param name="Item">The item, such as <c>/topics/3</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Score">0 to 1, two decimals.</param>
/// <param name="Reason">What speaks for it, the strongest first.</param>
/// <param name="Evidence">The values that the reason rests on.</param>
public sealed record RankedItem(JsonPointer Item, string Name, decimal Score, string Reason, IReadOnlyList<CandidateEvidence> Evidence);

/// <summary>
/// Ranks the items of a record by the criteria of a contract, without any AI: the score is the mean of what each criterion gives (0 to 1), weighted. The same
/// record always gives the same ranking; items with the same score stay in the record's order. It reads nothing but the record.
/// </summary>
public static class CriteriaRanking
{
    private const int MostReasons = 3;

    /// <summary>Whether reasons can be given in a language: English and German.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static bool Speaks(string language) => RankWords.For(language) is not null;

    /// <summary>All items, the best first.</summary>
    /// <param name="contract">Which items, by what.</param>
    /// <param name="template">The record's template.</param>
    /// <param name="record">A record that is valid by it.</param>
    /// <param name="language">BCP 47 tag of the reasons' language.</param>
    /// <exception cref="ArgumentException">Reasons can't be given in that language: see <see cref="Speaks"/>.</exception>
    public static IReadOnlyList<RankedItem> Rank(FilterContract contract, InputTemplate template, InputRecord record, string language)
    {
        RankWords words = RankWords.For(language) ?? throw new ArgumentException($"There are no words for '{language}'.", nameof(language));
        TemplateField list = template.Field(contract.Items)!;
        IReadOnlyList<JsonElement> items = record.Find(contract.Items) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];
        IReadOnlyList<Column> columns = [.. contract.Criteria.Select(criterion => new Column(criterion, list, items, contract.Items, language))];
        decimal weight = contract.Criteria.Sum(criterion => criterion.Weight);
        return
        [
            .. items.Select((item, index) => Of(contract, columns, words, item, index, weight, language))
                .OrderByDescending(item => item.Score),
        ];
    }

    private static RankedItem Of(FilterContract contract, IReadOnlyList<Column> columns, RankWords words, JsonElement item, int index, decimal weight, string language)
    {
        List<Judged> judged = [.. columns.Select(column => column.Judge(index, words))];
        List<Judged> reasons = [.. judged.Where(j => j.Score > 0).OrderByDescending(j => j.Score * j.Weight).Take(MostReasons)];
        List<Judged> against = [.. judged.Where(j => j.Speaks && j.Score == 0)];
        List<Judged> told = [.. reasons, .. against];
        return new RankedItem(
            contract.Items.Append(index), FieldText.Of(FieldKind.Text, item.GetProperty(contract.Name), language),
            decimal.Round(judged.Sum(j => j.Score * j.Weight) / weight, 2, MidpointRounding.AwayFromZero),
            told.Count == 0 ? words.Nothing : string.Join("; ", told.Select(j => j.Reason)),
            [.. told.SelectMany(j => j.Evidence).DistinctBy(evidence => evidence.Pointer)]);
    }

    private sealed record Judged(decimal Score, decimal Weight, string Reason, IReadOnlyList<CandidateEvidence> Evidence, bool Speaks);

    // What one criterion says of every item.
    private sealed class Column
    {
        private readonly FilterCriterion criterion;
        private readonly TemplateField list;
        private readonly TemplateField field;
        private readonly TemplateField? than;
        private readonly IReadOnlyList<JsonElement> items;
        private readonly JsonPointer at;
        private readonly string language;
        private readonly decimal?[] values;

        public Column(FilterCriterion criterion, TemplateField list, IReadOnlyList<JsonElement> items, JsonPointer at, string language)
        {
            (this.criterion, this.list, this.items, this.at, this.language) = (criterion, list, items, at, language);
            field = list.Fields!.First(f => f.Name == criterion.Field);
            than = criterion.Than is null ? null : list.Fields!.First(f => f.Name == criterion.Than);
            values = [.. items.Select(Value)];
        }

        public Judged Judge(int index, RankWords words) => field.Kind switch
        {
            FieldKind.Text or FieldKind.LongText or FieldKind.Choice => ByWords(index, words),
            FieldKind.YesNo => values[index] is { } yes
                ? Say(yes > 0 == (criterion.Direction == CriterionDirection.Higher) ? 1 : 0, words.Value(criterion.Says, field, Shown(index, field)), [Evidence(index, field)])
                : Silent,
            _ => values[index] is { } value ? ByRank(index, value, words) : Silent,
        };

        private Judged Silent => new(0, criterion.Weight, string.Empty, [], Speaks: false);

        private Judged ByRank(int index, decimal value, RankWords words)
        {
            int sign = criterion.Direction == CriterionDirection.Higher ? 1 : -1;
            int worse = values.Count(other => other is null || sign * value.CompareTo(other.Value) > 0);
            int equal = values.Count(other => other == value) - 1;
            decimal score = items.Count == 1 ? 1 : (worse + (equal / 2m)) / (items.Count - 1);
            string what = than is null
                ? words.Value(criterion.Says, field, Shown(index, field))
                : words.Change(criterion.Says, field, than, Change(index));
            return new Judged(
                score, criterion.Weight, what + words.Rank(field.Kind, criterion.Direction, worse, items.Count, list),
                than is null ? [Evidence(index, field)] : [Evidence(index, field), Evidence(index, than)], Speaks: false);
        }

        private Judged ByWords(int index, RankWords words)
        {
            if (Member(items[index], field) is not { ValueKind: JsonValueKind.String } element)
            {
                return Silent;
            }

            string text = element.GetString()!;
            (List<string> good, List<string> bad) = (Found(text, criterion.For), Found(text, criterion.Against));
            decimal score = (good.Count > 0, bad.Count > 0) switch
            {
                (true, false) => 1,
                (true, true) => 0.5m,
                (false, true) => 0,
                // Where nothing is said either way it is neither good nor bad, if both could be said.
                _ => criterion.For is not { Count: > 0 } ? 1 : criterion.Against is { Count: > 0 } ? 0.5m : 0,
            };
            return good.Count + bad.Count == 0
                ? new Judged(score, criterion.Weight, words.NoWord(field, criterion.For is { Count: > 0 }), [Evidence(index, field)], Speaks: false)
                : Say(score, words.Words(good, bad), [new CandidateEvidence(Place(index, field), good.Concat(bad).First())]);
        }

        private Judged Say(decimal score, string reason, IReadOnlyList<CandidateEvidence> evidence) => new(score, criterion.Weight, reason, evidence, Speaks: true);

        private static List<string> Found(string text, IReadOnlyList<string>? words) =>
            [.. (words ?? []).SelectMany(word => PhraseFinder.Find(text, word).Take(1)).Select(found => text.Substring(found.Start, found.Length))];

        private CandidateEvidence Evidence(int index, TemplateField of) => new(Place(index, of), Shown(index, of));

        private JsonPointer Place(int index, TemplateField of) => at.Append(index).Append(of.Name);

        private string Shown(int index, TemplateField of) => Member(items[index], of) is { } value ? FieldText.Of(of.Kind, value, language) : string.Empty;

        private decimal? Value(JsonElement item) =>
            Number(item, field) is not { } value ? null
            : than is null ? value
            : Number(item, than) is not { } before ? null
            // From nothing to something is more than any share.
            : before == 0 ? (value == 0 ? 0 : value > 0 ? decimal.MaxValue : decimal.MinValue)
            : (value - before) / Math.Abs(before);

        private decimal? Change(int index) => Number(items[index], than!) == 0 ? null : values[index];

        private static decimal? Number(JsonElement item, TemplateField of) => Member(item, of) is not { } value ? null : of.Kind switch
        {
            FieldKind.Number => value.GetDecimal(),
            FieldKind.Money => FieldText.AmountOf(value)?.Amount,
            FieldKind.Date => FieldText.DateOf(value)?.DayNumber,
            FieldKind.YesNo => value.ValueKind == JsonValueKind.True ? 1 : 0,
            _ => null,
        };

        private static JsonElement? Member(JsonElement item, TemplateField of) =>
            item.TryGetProperty(of.Name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
