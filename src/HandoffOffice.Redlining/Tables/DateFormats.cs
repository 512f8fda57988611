using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;

namespace HandoffOffice.Redlining;

/// <summary>Which cell formats of a workbook show a number as a day or a time (ECMA-376 Part 1, 18.8.30 and 18.8.31).</summary>
internal static partial class DateFormats
{
    /// <summary>By the index of the cell format.</summary>
    public static bool[] Of(Stylesheet? styles)
    {
        Dictionary<uint, string> own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId is not null && format.FormatCode is not null)
            .DistinctBy(format => format.NumberFormatId!.Value)
            .ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode!.Value!);
        return [.. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(format => IsDate(format.NumberFormatId?.Value ?? 0, own))];
    }

    private static bool IsDate(uint id, Dictionary<uint, string> own) =>
        own.TryGetValue(id, out string? code) ? Letters().IsMatch(Quoted().Replace(code, string.Empty))
            : id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    // What is quoted, escaped or in brackets is shown as it stands, or is a colour or a locale.
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\[[^\]]*\]
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Quoted();

    [GeneratedRegex("[ymdhs]", RegexOptions.IgnoreCase)]
    private static partial Regex Letters();
}
