using System.Globalization;
using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Filtering;

/// <summary>How a language says why an item is ranked where it is.</summary>
internal abstract class RankWords
{
    /// <summary>What is said of an item for which nothing speaks.</summary>
    public abstract string Nothing { get; }

    /// <summary>The words of a BCP 47 tag's language, or null.</summary>
    public static RankWords? For(string language) => TextLanguage.Primary(language) switch
    {
        "en" => new English(),
        "de" => new German(),
        _ => null,
    };

    /// <summary>A field's value.</summary>
    public string Value(string? says, TemplateField field, string value) =>
        says?.Replace("{value}", value, StringComparison.Ordinal) ?? $"{Label(field)} {value}";

    /// <summary>A change from another field's value, as a share; null for one from nothing.</summary>
    public string Change(string? says, TemplateField field, TemplateField than, decimal? share)
    {
        string change = share is null ? FromNothing : share == 0 ? Unchanged : UpOrDown(share > 0, Percent(Math.Abs(share.Value)));
        return says?.Replace("{change}", change, StringComparison.Ordinal) ?? $"{Label(field)} {change} {Beside} {Label(than)}";
    }

    /// <summary>How many of the other items it is better than; nothing where there are none.</summary>
    public string Rank(FieldKind kind, CriterionDirection direction, int worse, int count, TemplateField list) =>
        worse == 0 || count < 2 ? string.Empty : $", {Than(kind == FieldKind.Date, direction == CriterionDirection.Higher)} {Of(worse, count)} {Label(list)}";

    /// <summary>The words that speak for or against it.</summary>
    public abstract string Words(IReadOnlyList<string> good, IReadOnlyList<string> bad);

    /// <summary>That none of the words is there.</summary>
    public abstract string NoWord(TemplateField field, bool isLookedFor);

    protected abstract string FromNothing { get; }

    protected abstract string Unchanged { get; }

    protected abstract string Beside { get; }

    protected abstract string UpOrDown(bool up, string percent);

    protected abstract string Than(bool isDate, bool higher);

    protected abstract string Of(int worse, int count);

    protected abstract string Label(TemplateField field);

    // A change of less than half a per cent is told with one decimal: "up 0 %" would be none.
    private static string Percent(decimal share) =>
        $"{decimal.Round(share * 100, share < 0.005m ? 1 : 0, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture)} %";

    private sealed class English : RankWords
    {
        public override string Nothing => "nothing speaks for it";

        protected override string FromNothing => "up from nothing";

        protected override string Unchanged => "unchanged";

        protected override string Beside => "on";

        public override string Words(IReadOnlyList<string> good, IReadOnlyList<string> bad) => string.Join(", ", Parts(good, bad));

        public override string NoWord(TemplateField field, bool isLookedFor) => isLookedFor ? $"no telling word in {Label(field)}" : $"nothing against it in {Label(field)}";

        protected override string UpOrDown(bool up, string percent) => $"{(up ? "up" : "down")} {percent}";

        protected override string Than(bool isDate, bool higher) => (isDate, higher) switch
        {
            (true, true) => "later than",
            (true, false) => "earlier than",
            (_, true) => "above",
            _ => "below",
        };

        protected override string Of(int worse, int count) => string.Create(CultureInfo.InvariantCulture, $"{worse} of {count}");

        // "Visits" within a sentence is "visits"; "SEO score" stays.
        protected override string Label(TemplateField field) =>
            field.Label.Length > 1 && char.IsUpper(field.Label[1]) ? field.Label : field.Label[..1].ToLowerInvariant() + field.Label[1..];

        private static IEnumerable<string> Parts(IReadOnlyList<string> good, IReadOnlyList<string> bad)
        {
            if (good.Count > 0)
            {
                yield return $"has the {(good.Count == 1 ? "word" : "words")} {string.Join(" and ", good.Select(word => $"“{word}”"))}";
            }

            if (bad.Count > 0)
            {
                yield return $"{string.Join(" and ", bad.Select(word => $"“{word}”"))} {(bad.Count == 1 ? "counts" : "count")} against it";
            }
        }
    }

    private sealed class German : RankWords
    {
        public override string Nothing => "nichts spricht dafür";

        protected override string FromNothing => "gestiegen von null";

        protected override string Unchanged => "unverändert";

        protected override string Beside => "gegenüber";

        public override string Words(IReadOnlyList<string> good, IReadOnlyList<string> bad) => string.Join(", ", Parts(good, bad));

        public override string NoWord(TemplateField field, bool isLookedFor) => isLookedFor ? $"kein Stichwort in {Label(field)}" : $"nichts dagegen in {Label(field)}";

        protected override string UpOrDown(bool up, string percent) => $"{(up ? "plus" : "minus")} {percent}";

        protected override string Than(bool isDate, bool higher) => (isDate, higher) switch
        {
            (true, true) => "später als bei",
            (true, false) => "früher als bei",
            (_, true) => "mehr als bei",
            _ => "weniger als bei",
        };

        protected override string Of(int worse, int count) => string.Create(CultureInfo.InvariantCulture, $"{worse} von {count}");

        protected override string Label(TemplateField field) => field.Label;

        private static IEnumerable<string> Parts(IReadOnlyList<string> good, IReadOnlyList<string> bad)
        {
            if (good.Count > 0)
            {
                yield return $"mit {(good.Count == 1 ? "dem Stichwort" : "den Stichwörtern")} {string.Join(" und ", good.Select(word => $"„{word}“"))}";
            }

            if (bad.Count > 0)
            {
                yield return $"{string.Join(" und ", bad.Select(word => $"„{word}“"))} {(bad.Count == 1 ? "spricht" : "sprechen")} dagegen";
            }
        }
    }
}
