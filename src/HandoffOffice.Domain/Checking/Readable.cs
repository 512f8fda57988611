using System.Globalization;
using System.Text.Json;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Checking;

/// <summary>Values of a record as a person reads them, in one form whatever the machine's culture.</summary>
internal static class Readable
{
    /// <summary>The value in words; null where it is empty or not of its kind.</summary>
    public static string? Value(FieldKind kind, JsonElement value) => kind switch
    {
        FieldKind.Date => Date(value) is { } date ? Long(date) : null,
        FieldKind.Number => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number) ? Number(number) : null,
        FieldKind.Money => Amount(value) is var (amount, currency) ? $"{currency} {Number(amount)}" : null,
        FieldKind.YesNo => value.ValueKind switch { JsonValueKind.True => "yes", JsonValueKind.False => "no", _ => null },
        FieldKind.Person => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out JsonElement name) ? Text(name) : null,
        _ => Text(value),
    };

    public static DateOnly? Date(JsonElement value) =>
        Text(value) is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : null;

    public static (decimal Amount, string Currency)? Amount(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty("amount", out JsonElement amount) && amount.ValueKind == JsonValueKind.Number && amount.TryGetDecimal(out decimal number)
        && value.TryGetProperty("currency", out JsonElement currency) && Text(currency) is { } code
            ? (number, code)
            : null;

    /// <summary>A date such as "14 June 2024".</summary>
    public static string Long(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A number such as "1,200" or "2.5".</summary>
    public static string Number(decimal number) => number.ToString("#,##0.###############", CultureInfo.InvariantCulture);

    private static string? Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
