using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Checking;

/// <summary>Every date in the text is the record's date for what the sentence speaks of, with the right day of the week (C34).</summary>
internal sealed record DatesCheck() : Check(CheckKind.Dates)
{
    public override IEnumerable<Fault> Find(Reading reading) => reading.Dates.Dates.SelectMany(date => Faults(reading, date));

    private static IEnumerable<Fault> Faults(Reading reading, BoundDate date)
    {
        TextSpan span = reading.Span(date.Piece, date.Mention.Start, date.Mention.Length);
        string text = reading.Text.Pieces[date.Piece].Text;
        string quote = text.Substring(date.Mention.Start, date.Mention.Length);
        if (date.Verdict == DateVerdict.Mismatch)
        {
            string? expected = date.Source!.Date is { } right ? FieldText.Date(right, Fault.Language) : null;
            yield return new Fault($"The text has {quote} for '{date.Item!.Name}'; the record has {expected ?? "another date"}.", span, date.Source.Pointer, expected, quote);
        }
        else if (date.Verdict == DateVerdict.NotInRecord)
        {
            yield return new Fault($"The record has no date {quote}.", span, Found: quote);
        }

        if (date.Mention.Weekday is { } weekday && DayMeant(date) is { } day && Weekday(day) != weekday.Weekday)
        {
            string found = text.Substring(weekday.Start, weekday.Length);
            string right = Calendar.WeekdayName(Weekday(day));
            yield return new Fault(
                $"{FieldText.Date(day, Fault.Language)} is a {right}, not a {Calendar.WeekdayName(weekday.Weekday)}.",
                reading.Span(date.Piece, weekday.Start, weekday.Length), date.Source?.Pointer, right, found);
        }
    }

    // The day that the text means: its own year, else that of the record's date it was found to be.
    private static DateOnly? DayMeant(BoundDate date)
    {
        int? year = date.Mention.Year ?? (date.Verdict == DateVerdict.Match ? date.Source?.Year : null);
        (int day, int month) = date is { Verdict: DateVerdict.Match, Source: { } source } ? (source.Day, source.Month) : (date.Mention.Day, date.Mention.Month);
        return year is { } known && day <= DateTime.DaysInMonth(known, month) ? new DateOnly(known, month, day) : null;
    }

    private static int Weekday(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;
}
