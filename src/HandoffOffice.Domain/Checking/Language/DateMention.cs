namespace HandoffOffice.Domain.Checking.Language;

/// <summary>A day of the week beside a date.</summary>
internal readonly record struct WeekdayMention(int Start, int Length, int Weekday);

/// <summary>A date as a text writes it.</summary>
/// <param name="Start">Offset in UTF-16 code units, with the day of the week where one stands before it.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
/// <param name="Day">Day of the month; the calendar may lack it.</param>
/// <param name="Month">Month.</param>
/// <param name="Year">Year, where the text says one.</param>
/// <param name="EitherOrder">Whether day and month may as well be the other way round (03/04/2024).</param>
/// <param name="InRow">Whether it stands in a row or range with others ("1 to 19 July").</param>
/// <param name="Weekday">The day of the week that the text gives it.</param>
internal sealed record DateMention(
    int Start, int Length, int Day, int Month, int? Year, bool EitherOrder = false, bool InRow = false, WeekdayMention? Weekday = null)
{
    public int End => Start + Length;

    /// <summary>Whether it can mean this date; a year that either of them lacks is not compared.</summary>
    public bool CanBe(int day, int month, int? year) =>
        (Year is null || year is null || Year == year)
        && ((Day == day && Month == month) || (EitherOrder && Day == month && Month == day));
}
