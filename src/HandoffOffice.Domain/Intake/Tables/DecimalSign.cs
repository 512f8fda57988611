using System.Text.RegularExpressions;

namespace HandoffOffice.Domain.Intake.Tables;

/// <summary>
/// What parts the whole from the fraction in the numbers of a column. 1.240 alone can be read in two ways, a thousandfold apart; beside 0.5 or 12.75 it can't.
/// </summary>
internal static partial class DecimalSign
{
    /// <summary>A point or a comma; null where some cells show the one and some the other.</summary>
    /// <param name="column">Its cells.</param>
    /// <param name="usual">What it is where no cell shows it.</param>
    public static char? Of(IEnumerable<TableCell> column, char usual)
    {
        string[] numbers = [.. column.Where(cell => !cell.IsExact).Select(cell => Rest().Replace(cell.Text, string.Empty))];
        bool point = numbers.Any(number => ShowsPoint().IsMatch(number));
        bool comma = numbers.Any(number => ShowsComma().IsMatch(number));
        return point && comma ? null : point ? '.' : comma ? ',' : usual;
    }

    // Spaces, currencies and per cent signs.
    [GeneratedRegex(@"[^\d.,]")]
    private static partial Regex Rest();

    // Not three digits behind it, more than three before it, a leading nought, or the other sign in thousands.
    [GeneratedRegex(@"^(\d+\.(\d{1,2}|\d{4,})|0\.\d+|\d{4,}\.\d+|\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,})$")]
    private static partial Regex ShowsPoint();

    [GeneratedRegex(@"^(\d+,(\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+|\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,})$")]
    private static partial Regex ShowsComma();
}
