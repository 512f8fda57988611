using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HandoffOffice.Storage;

/// <summary>Times as ISO 8601 text in UTC with seven decimals: SQLite has no type for them, and this text sorts as the times do.</summary>
internal sealed class UtcText() : ValueConverter<DateTimeOffset, string>(
    time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
    text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
