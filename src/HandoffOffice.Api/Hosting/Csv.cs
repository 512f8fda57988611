using System.Globalization;
using System.Text;

namespace HandoffOffice.Api.Hosting;

/// <summary>
/// Writes a table (RFC 4180: commas, CR LF, quotes doubled) that spreadsheets open as it is: with a byte order mark, without which Excel takes UTF-8 for the
/// machine's old code page, and with no text that it would run as a formula (CWE-1236).
/// </summary>
internal sealed class Csv
{
    private readonly StringBuilder text = new();

    /// <summary>Adds a record: texts, numbers, days, times (in UTC), yes or no; null for an empty cell.</summary>
    public Csv Row(params IReadOnlyList<object?> cells)
    {
        text.Append(Line(cells));
        return this;
    }

    /// <summary>A record with its line break, for a table that is sent as it is made. It begins with <see cref="Encoding.Preamble"/> of UTF-8.</summary>
    public static string Line(IReadOnlyList<object?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>All of it, in UTF-8.</summary>
    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

    /// <summary>A number stays one, below 0 too; only a text can be a formula.</summary>
    private static string Cell(object? cell) => cell switch
    {
        null => string.Empty,
        string words => Quoted(IsFormula(words) ? $"'{words}" : words),
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        int or long => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
        _ => throw new ArgumentException($"There is no cell for {cell.GetType().Name}.", nameof(cell)),
    };

    private static bool IsFormula(string words) => words.FirstOrDefault() is '=' or '+' or '-' or '@' or '\t' or '\r';

    private static string Quoted(string words) =>
        words.AsSpan().ContainsAny(",\"\r\n") ? $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : words;
}
