using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Intake.Tables;

/// <summary>
/// Reads a cell, as a person wrote it, as the value of a field. Where it can be read in two ways (1,240; 3/4/2026) and nothing decides, it says so and does not
/// guess.
/// </summary>
internal static partial class CellValue
{
    // What is longer is no number, day or name, and patterns need not try.
    private const int MaxLength = 300;

    private static readonly string[] Yes = ["yes", "y", "true", "ja", "wahr", "x", "1"];
    private static readonly string[] No = ["no", "n", "false", "nein", "falsch", "-", "0"];

    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy/MM/dd", "d MMMM yyyy", "d. MMMM yyyy", "MMMM d, yyyy", "d MMM yyyy", "d. MMM yyyy", "MMM d, yyyy",
    ];

    /// <summary>The value, null for an empty cell; or why it is none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="decimalSign">What parts the whole from the fraction in the column; null where the column does not decide.</param>
    public static (JsonNode? Value, string? Fault) Read(TemplateField field, TableCell cell, char? decimalSign)
    {
        string text = cell.Text.Trim();
        if (text.Length == 0)
        {
            return (null, null);
        }

        if (cell.IsError)
        {
            return (text, $"holds the error {text}");
        }

        if (text.Length > MaxLength && field.Kind is not (FieldKind.Text or FieldKind.LongText))
        {
            return (text, "is too long");
        }

        return field.Kind switch
        {
            FieldKind.Number => IsTwofold(text, cell, decimalSign) ? (text, "can be two different numbers")
                : Number(text, cell.IsExact, decimalSign) is { } number ? (JsonValue.Create(number), null) : (text, "is no number"),
            FieldKind.Money => IsTwofold(NotNumber().Replace(text, string.Empty), cell, decimalSign) ? (text, "can be two different amounts") : Money(field, text, cell.IsExact, decimalSign),
            FieldKind.Date => Date(text),
            FieldKind.Choice => (field.Choices!.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? text, null),
            FieldKind.YesNo => Yes.Contains(text.ToLowerInvariant()) ? (JsonValue.Create(true), null) : No.Contains(text.ToLowerInvariant()) ? (JsonValue.Create(false), null) : (text, "is neither yes nor no"),
            FieldKind.Person => (Person(text), null),
            FieldKind.Text => (OneLine(text), null),
            _ => (text, null),
        };
    }

    // A line break within a cell is a space in a field of one line.
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static bool IsTwofold(string text, TableCell cell, char? decimalSign) => !cell.IsExact && decimalSign is null && Grouped().IsMatch(Bare(text));

    private static string Bare(string text) => Spaces().Replace(text, string.Empty).TrimEnd('%');

    private static decimal? Number(string text, bool isExact, char? decimalSign)
    {
        string bare = Bare(text);
        if (isExact)
        {
            return decimal.TryParse(bare, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) ? exact : null;
        }

        (int point, int comma) = (bare.LastIndexOf('.'), bare.LastIndexOf(','));
        // With both the last one is the decimal sign; one alone that groups thousands is read by the column.
        char? sign = point >= 0 && comma >= 0 ? (point > comma ? '.' : ',')
            : point >= 0 && !(decimalSign != '.' && Grouped().IsMatch(bare)) && bare.Count(c => c == '.') == 1 ? '.'
            : comma >= 0 && !(decimalSign != ',' && Grouped().IsMatch(bare)) && bare.Count(c => c == ',') == 1 ? ','
            : null;
        char? group = sign == '.' ? ',' : sign == ',' ? '.' : point >= 0 ? '.' : comma >= 0 ? ',' : null;
        if (group is { } g && bare.Contains(g) && !GroupsOf(g).IsMatch(bare.Split(sign ?? '\0')[0]))
        {
            return null;
        }

        string plain = group is null ? bare : bare.Replace($"{group}", string.Empty, StringComparison.Ordinal);
        return decimal.TryParse(plain.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal number) ? number : null;
    }

    private static (JsonNode?, string?) Money(TemplateField field, string text, bool isExact, char? decimalSign)
    {
        string? currency = Code().Match(text.ToUpperInvariant()) is { Success: true } code ? code.Value
            : text.Contains('€') ? "EUR" : text.Contains('£') ? "GBP" : text.Contains('$') ? "USD" : field.Currency;
        return currency is not null && Number(NotNumber().Replace(text, string.Empty), isExact, decimalSign) is { } amount
            ? (new JsonObject { ["amount"] = amount, ["currency"] = currency }, null)
            : (text, currency is null ? "has no currency" : "is no amount");
    }

    private static (JsonNode?, string?) Date(string text)
    {
        if (Numeric().Match(text) is { Success: true } numeric)
        {
            return Date(text, Part(numeric, 1), numeric.Groups[2].Value, Part(numeric, 3), Part(numeric, 4));
        }

        foreach (string culture in new[] { "en-GB", "en-US", "de-DE" })
        {
            if (DateTime.TryParseExact(text, DateForms, CultureInfo.GetCultureInfo(culture), DateTimeStyles.AllowWhiteSpaces, out DateTime date))
            {
                return (Iso(DateOnly.FromDateTime(date)), null);
            }
        }

        return (text, "is no date");
    }

    // 14.6.2024 is written so in one order only, 14/6/2024 in two.
    private static (JsonNode?, string?) Date(string text, int first, string sign, int second, int year)
    {
        if (sign != "." && first != second && first <= 12 && second <= 12)
        {
            return (text, "can be two different days");
        }

        (int day, int month) = sign != "." && second > 12 ? (second, first) : (first, second);
        return DateOnly.TryParseExact(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? (Iso(date), null)
            : (text, "is no date");
    }

    private static JsonObject Person(string text)
    {
        Match address = Address().Match(text);
        string email = address.Value.Trim('<', '>');
        string name = OneLine(address.Success ? text.Replace(address.Value, string.Empty, StringComparison.Ordinal) : text).Trim(' ', '"', ',', ';', '<', '>');
        var person = new JsonObject { ["name"] = name.Length > 0 ? name : email };
        if (email.Length > 0)
        {
            person["email"] = email;
        }

        return person;
    }

    private static JsonValue Iso(DateOnly date) => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static int Part(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Regex GroupsOf(char sign) => sign == '.' ? PointGroups() : CommaGroups();

    [GeneratedRegex(@"[\s'’]")]
    private static partial Regex Spaces();

    // One sign with exactly three digits behind it: thousands in one language, decimals in the other.
    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2}[.,]\d{3}$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[+-]?\d{1,3}(\.\d{3})+$")]
    private static partial Regex PointGroups();

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+$")]
    private static partial Regex CommaGroups();

    [GeneratedRegex(@"\b[A-Z]{3}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\d.,+\-\s'’]")]
    private static partial Regex NotNumber();

    [GeneratedRegex(@"^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"<?[^\s<>,;""]+@[^\s<>,;""]+>?")]
    private static partial Regex Address();
}
