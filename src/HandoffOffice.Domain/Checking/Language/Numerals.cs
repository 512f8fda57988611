using System.Collections.Frozen;

namespace HandoffOffice.Domain.Checking.Language;

/// <summary>The words of numbers, units and currencies, in English and German.</summary>
internal static class Numerals
{
    private static readonly FrozenDictionary<string, int> Words =
        """
        two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
        zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select((word, index) => (word, value: (index % 19) + 2)).ToFrozenDictionary(pair => pair.word, pair => pair.value, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, decimal> Multipliers = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["k"] = 1_000,
        ["thousand"] = 1_000,
        ["tausend"] = 1_000,
        ["tsd"] = 1_000,
        ["million"] = 1_000_000,
        ["millions"] = 1_000_000,
        ["millionen"] = 1_000_000,
        ["mio"] = 1_000_000,
        ["m"] = 1_000_000,
        ["bn"] = 1_000_000_000,
        ["billion"] = 1_000_000_000,
        ["mrd"] = 1_000_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, NumberUnit> Units = new Dictionary<string, NumberUnit>(StringComparer.Ordinal)
    {
        ["percent"] = NumberUnit.Percent,
        ["per cent"] = NumberUnit.Percent,
        ["prozent"] = NumberUnit.Percent,
        ["percentage"] = NumberUnit.Percent,
        ["prozentpunkte"] = NumberUnit.Percent,
        ["day"] = NumberUnit.Days,
        ["days"] = NumberUnit.Days,
        ["tag"] = NumberUnit.Days,
        ["tage"] = NumberUnit.Days,
        ["tagen"] = NumberUnit.Days,
        ["week"] = NumberUnit.Weeks,
        ["weeks"] = NumberUnit.Weeks,
        ["woche"] = NumberUnit.Weeks,
        ["wochen"] = NumberUnit.Weeks,
        ["month"] = NumberUnit.Months,
        ["months"] = NumberUnit.Months,
        ["monat"] = NumberUnit.Months,
        ["monate"] = NumberUnit.Months,
        ["monaten"] = NumberUnit.Months,
        ["year"] = NumberUnit.Years,
        ["years"] = NumberUnit.Years,
        ["jahr"] = NumberUnit.Years,
        ["jahre"] = NumberUnit.Years,
        ["jahren"] = NumberUnit.Years,
        ["minute"] = NumberUnit.Minutes,
        ["minutes"] = NumberUnit.Minutes,
        ["min"] = NumberUnit.Minutes,
        ["minuten"] = NumberUnit.Minutes,
        ["hour"] = NumberUnit.Hours,
        ["hours"] = NumberUnit.Hours,
        ["h"] = NumberUnit.Hours,
        ["stunde"] = NumberUnit.Hours,
        ["stunden"] = NumberUnit.Hours,
        ["seconds"] = NumberUnit.OtherTime,
        ["sekunden"] = NumberUnit.OtherTime,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Fractions =
        "half halves third thirds quarter quarters fifth fifths sixth sixths seventh eighth eighths ninth tenth tenths times fold drittel viertel funftel zehntel mal"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Rounding =
        "about around roughly approximately approx nearly almost some over under circa ca rund etwa fast knapp uber gut than just close up"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Codes =
        "AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW MAD MXN MYR NGN NOK NZD PEN PHP PLN RON RSD RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>2 to 20, or null.</summary>
    public static int? Word(string folded) => Words.TryGetValue(folded, out int value) ? value : null;

    public static decimal Multiplier(string folded) => Multipliers.GetValueOrDefault(folded, 1);

    public static NumberUnit Unit(string folded) => Units.GetValueOrDefault(folded);

    public static bool IsFraction(string folded) => Fractions.Contains(folded);

    public static bool IsRounding(string folded) => Rounding.Contains(folded);

    /// <summary>The ISO 4217 codes that a sign or word may mean; none where it is no currency.</summary>
    public static IReadOnlyList<string> Currencies(string word) => word switch
    {
        "€" or "euro" or "euros" or "Euro" or "Euros" => ["EUR"],
        "£" or "pounds" => ["GBP"],
        "$" or "dollars" => ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD"],
        "¥" or "yen" => ["JPY", "CNY"],
        "Fr" or "francs" or "Franken" => ["CHF"],
        "kr" => ["DKK", "SEK", "NOK", "ISK"],
        "₹" => ["INR"],
        "₩" => ["KRW"],
        "zł" => ["PLN"],
        "Kč" => ["CZK"],
        _ => Codes.Contains(word) ? [word] : [],
    };
}
