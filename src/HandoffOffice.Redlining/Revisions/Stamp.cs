using System.Globalization;

namespace HandoffOffice.Redlining;

/// <summary>Dates of changes and comments (ST_DateTime, Part 1, 22.9.2.2): UTC, to the second.</summary>
internal static class Stamp
{
    public static string Of(DateTimeOffset date) => date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset? Parse(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;
}
