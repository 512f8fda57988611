using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HandoffOffice.Domain.Design;

/// <summary>How long people are at a piece of work in a month, in minutes; never below 0.</summary>
[JsonConverter(typeof(MinutesPerMonthConverter))]
public readonly record struct MinutesPerMonth : IComparable<MinutesPerMonth>
{
    /// <summary>More than every person of a large organisation has: a total above it is a slip of the keyboard.</summary>
    public const decimal Most = 1_000_000_000m;

    private MinutesPerMonth(decimal value) => Value = value;

    /// <summary>The minutes, from 0 to <see cref="Most"/>.</summary>
    public decimal Value { get; }

    /// <summary>The same in hours a week, of a year of 52 weeks.</summary>
    public decimal HoursAWeek => Value * 12 / 52 / 60;

    /// <summary>These minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above <see cref="Most"/>.</exception>
    public static MinutesPerMonth Of(decimal minutes) => minutes is >= 0 and <= Most
        ? new MinutesPerMonth(minutes)
        : throw new ArgumentOutOfRangeException(nameof(minutes), minutes, "Minutes a month are from 0 to a thousand million.");

    /// <summary>The minutes of so many runs of this length.</summary>
    /// <param name="minutesARun">Minutes of one run.</param>
    /// <param name="runsAMonth">Runs in a month; a fraction for what comes less often.</param>
    /// <exception cref="ArgumentOutOfRangeException">The total is below 0 or above <see cref="Most"/>.</exception>
    public static MinutesPerMonth Of(decimal minutesARun, decimal runsAMonth) => Of(minutesARun * runsAMonth);

    /// <summary>What the first is longer than the second, in minutes a month; below 0 where it is shorter.</summary>
    public static decimal operator -(MinutesPerMonth left, MinutesPerMonth right) => left.Value - right.Value;

    /// <summary>Whether the first is shorter.</summary>
    public static bool operator <(MinutesPerMonth left, MinutesPerMonth right) => left.Value < right.Value;

    /// <summary>Whether the first is longer.</summary>
    public static bool operator >(MinutesPerMonth left, MinutesPerMonth right) => left.Value > right.Value;

    /// <summary>Whether the first is not longer.</summary>
    public static bool operator <=(MinutesPerMonth left, MinutesPerMonth right) => left.Value <= right.Value;

    /// <summary>Whether the first is not shorter.</summary>
    public static bool operator >=(MinutesPerMonth left, MinutesPerMonth right) => left.Value >= right.Value;

    /// <inheritdoc />
    public int CompareTo(MinutesPerMonth other) => Value.CompareTo(other.Value);

    /// <summary>Such as "520 minutes a month".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.##} {(Value == 1 ? "minute" : "minutes")} a month");
}

internal sealed class MinutesPerMonthConverter : JsonConverter<MinutesPerMonth>
{
    public override MinutesPerMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetDecimal(out decimal minutes) && minutes is >= 0 and <= MinutesPerMonth.Most
            ? MinutesPerMonth.Of(minutes)
            : throw new JsonException("Minutes a month are a number that is not below 0.");

    public override void Write(Utf8JsonWriter writer, MinutesPerMonth value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
