using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Intake;

/// <summary>Values of a record as a person of a language writes them: "14 June 2024", "EUR 1,200", "yes".</summary>
public static partial class FieldText
{
    /// <summary>A value in words.</summary>
    /// <param name="kind">What kind of field it stands in.</param>
    /// <param name="value">The value; valid for its kind.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static string Of(FieldKind kind, JsonElement value, string language)
    {
        CultureInfo culture = CultureInfo.GetCultureInfo(language);
        return kind switch
        {
            FieldKind.Date => Date(DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture), language),
            FieldKind.Number => Number(value.GetDecimal(), culture),
            FieldKind.Money => $"{value.GetProperty("currency").GetString()} {Number(value.GetProperty("amount").GetDecimal(), culture)}",
            FieldKind.YesNo => (value.GetBoolean(), culture.TwoLetterISOLanguageName) switch
            {
                (true, "de") => "ja",
                (false, "de") => "nein",
                (true, _) => "yes",
                _ => "no",
            },
            FieldKind.Person => value.GetProperty("name").GetString()!,
            _ => value.GetString()!,
        };
    }

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

    private static string Number(decimal value, CultureInfo culture) => value.ToString("#,0.###############", culture);

    [GeneratedRegex(@"\{([A-Za-z0-9]+)\}")]
    private static partial Regex Place();
}
