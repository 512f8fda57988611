using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Intake;

/// <summary>Values of a record as a person of a language reads them, whatever the machine's culture: "14 June 2024", "EUR 1,200", "yes".</summary>
public static partial class FieldText
{
    /// <summary>A value in words; empty where it is a blank text.</summary>
    /// <param name="kind">What kind of field it stands in.</param>
    /// <param name="value">The value.</param>
    /// <param name="language">BCP 47 tag.</param>
    /// <exception cref="ArgumentException">The value is not of its kind: it was never validated.</exception>
    public static string Of(FieldKind kind, JsonElement value, string language) =>
        Find(kind, value, language)
        ?? (IsBlank(kind == FieldKind.Person ? NameOf(value) : value) ? string.Empty : throw new ArgumentException($"A {value.ValueKind} is no {kind}.", nameof(value)));

    /// <summary>A date in the language's long form without the weekday: "14 June 2024", "14. Juni 2024".</summary>
    public static string Date(DateOnly date, string language)
    {
        CultureInfo culture = CultureInfo.GetCultureInfo(language);
        return date.ToString(culture.TwoLetterISOLanguageName == "de" ? "d. MMMM yyyy" : "d MMMM yyyy", culture);
    }

    /// <summary>A text with its <c>{field}</c> places filled from the record; a field without a value leaves nothing.</summary>
    public static string Fill(string text, InputTemplate template, InputRecord record, string language) =>
        Place().Replace(text, place =>
            JsonPointer.Root.Append(place.Groups[1].Value) is var pointer
            && template.Field(pointer) is { } field && record.Find(pointer) is { } value ? Of(field.Kind, value, language) : string.Empty).Trim();

    /// <summary>A value in words; null where it is blank or not of its kind.</summary>
    internal static string? Find(FieldKind kind, JsonElement value, string language)
    {
        CultureInfo culture = CultureInfo.GetCultureInfo(language);
        return kind switch
        {
            FieldKind.Date => DateOf(value) is { } date ? Date(date, language) : null,
            FieldKind.Number => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number) ? Number(number, culture) : null,
            FieldKind.Money => AmountOf(value) is var (amount, currency) ? $"{currency} {Number(amount, culture)}" : null,
            FieldKind.YesNo => (value.ValueKind, culture.TwoLetterISOLanguageName) switch
            {
                (JsonValueKind.True, "de") => "ja",
                (JsonValueKind.False, "de") => "nein",
                (JsonValueKind.True, _) => "yes",
                (JsonValueKind.False, _) => "no",
                _ => null,
            },
            FieldKind.Person => TextOf(NameOf(value)),
            _ => TextOf(value),
        };
    }

    /// <summary>The day of a date's value, or null.</summary>
    internal static DateOnly? DateOf(JsonElement value) =>
        TextOf(value) is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : null;

    /// <summary>The amount and the ISO 4217 code of an amount of money, or null.</summary>
    internal static (decimal Amount, string Currency)? AmountOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty("amount", out JsonElement amount) && amount.ValueKind == JsonValueKind.Number && amount.TryGetDecimal(out decimal number)
        && value.TryGetProperty("currency", out JsonElement currency) && TextOf(currency) is { } code
            ? (number, code)
            : null;

    private static JsonElement NameOf(JsonElement person) =>
        person.ValueKind == JsonValueKind.Object && person.TryGetProperty("name", out JsonElement name) ? name : default;

    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String && !IsBlank(value) ? value.GetString() : null;

    private static bool IsBlank(JsonElement value) => value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString());

    private static string Number(decimal value, CultureInfo culture) => value.ToString("#,0.###############", culture);

    [GeneratedRegex(@"\{([A-Za-z0-9]+)\}")]
    private static partial Regex Place();
}
