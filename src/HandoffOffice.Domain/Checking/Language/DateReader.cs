using System.Globalization;

namespace HandoffOffice.Domain.Checking.Language;

/// <summary>
/// Finds the dates of a text in one pass: ISO 8601, day and month in either order with and without year, ordinals, points and slashes,
/// a day of the week before or after, and lists and ranges that share a month or a year. English and German.
/// </summary>
internal sealed class DateReader
{
    private const int MostDaysInARow = 12;

    private static readonly string[] Between = ["to", "and", "until", "till", "through", "or", "bis", "und", "oder"];
    private static readonly string[] Ordinals = ["st", "nd", "rd", "th"];
    private static readonly string[] Articles = ["the", "den", "dem", "der"];

    private readonly string text;
    private readonly List<Lexeme> lexemes;
    private readonly List<DateMention> dates = [];

    private DateReader(string text)
    {
        this.text = text;
        lexemes = Lexeme.Read(text);
    }

    public static IReadOnlyList<DateMention> Find(string text)
    {
        var reader = new DateReader(text);
        int i = 0;
        while (i < reader.lexemes.Count)
        {
            i = reader.TryRow(i) ?? reader.TryMonthFirst(i) ?? reader.TryNumeric(i) ?? (i + 1);
        }

        reader.JoinRanges();
        return reader.dates;
    }

    // [Monday,] 1 [to [Tuesday,] 19] July [2024]
    private int? TryRow(int i)
    {
        var days = new List<(int Start, int End, int Day, WeekdayMention? Weekday)>();
        while (days.Count < MostDaysInARow)
        {
            int start = i;
            i = SkipWeekday(i, out WeekdayMention? weekday);
            if (!IsDay(i, out int day) || (days.Count == 0 && IsJoinedToTheLeft(Peek(i).Start)))
            {
                return null;
            }

            int numberEnd = SkipOrdinal(i + 1);
            days.Add((weekday is null ? Peek(i).Start : Peek(start).Start, Peek(numberEnd - 1).End, day, weekday));
            int next = SkipWord(SkipHyphen(numberEnd), "of");
            if (MonthAt(next) is var month and > 0)
            {
                return EndRow(days, month, next);
            }

            i = SkipBetween(numberEnd);
            if (i == numberEnd)
            {
                return null;
            }
        }

        return null;
    }

    private int EndRow(List<(int Start, int End, int Day, WeekdayMention? Weekday)> days, int month, int at)
    {
        int end = SkipYear(SkipHyphen(SkipAbbreviationPoint(at)), out int? year);
        for (int k = 0; k < days.Count; k++)
        {
            bool last = k == days.Count - 1;
            int to = last ? Peek(end - 1).End : days[k].End;
            Add(new DateMention(days[k].Start, to - days[k].Start, days[k].Day, month, year, InRow: days.Count > 1, Weekday: days[k].Weekday), last ? end : null);
        }

        return end;
    }

    // [Monday,] July 1 [to 19][, 2024]
    private int? TryMonthFirst(int i)
    {
        int start = i;
        i = SkipWeekday(i, out WeekdayMention? weekday);
        int month = MonthAt(i);
        if (month == 0)
        {
            return null;
        }

        i = SkipWord(SkipAbbreviationPoint(i), "the");
        var days = new List<(int Start, int End, int Day)>();
        int from = weekday is null ? Peek(i).Start : Peek(start).Start;
        from = weekday is null ? MonthStart(i) : from;
        while (days.Count < MostDaysInARow && IsDay(i, out int day) && EndsNumber(SkipSuffix(i + 1)))
        {
            i = SkipSuffix(i + 1);
            days.Add((days.Count == 0 ? from : Peek(i - 1).Start, Peek(i - 1).End, day));
            int next = SkipBetween(i);
            // "June 14, 15 people came": a row goes on only where "to" or a dash says so.
            if (next == i || Peek(i).Is(text, ",") || MonthAt(next) > 0 || !IsDay(next, out _) || MonthAt(SkipOrdinal(next + 1)) > 0)
            {
                break;
            }

            i = next;
        }

        if (days.Count == 0)
        {
            return null;
        }

        int end = SkipYear(i, out int? year);
        for (int k = 0; k < days.Count; k++)
        {
            bool last = k == days.Count - 1;
            int to = last ? Peek(end - 1).End : days[k].End;
            Add(new DateMention(days[k].Start, to - days[k].Start, days[k].Day, month, year, InRow: days.Count > 1, Weekday: k == 0 ? weekday : null), last ? end : null);
        }

        return end;
    }

    private int MonthStart(int afterMonth)
    {
        int i = afterMonth - 1;
        while (i > 0 && MonthAt(i) == 0)
        {
            i--;
        }

        return Peek(i).Start;
    }

    // 2024-07-19, 19.07.2024, 19.7., 19/07/2024
    private int? TryNumeric(int i)
    {
        int start = i;
        i = SkipWeekday(i, out WeekdayMention? weekday);
        if (!Peek(i).IsNumber || IsJoinedToTheLeft(Peek(i).Start))
        {
            return null;
        }

        int from = weekday is null ? Peek(i).Start : Peek(start).Start;
        (int Day, int Month, int? Year, bool Either, int End)? read = Iso(i) ?? Separated(i, ".") ?? Separated(i, "/");
        if (read is not { } date || date.Day is < 1 or > 31 || date.Month is < 1 or > 12 || date.Year < 1)
        {
            return null;
        }

        Add(new DateMention(from, Peek(date.End - 1).End - from, date.Day, date.Month, date.Year, date.Either, Weekday: weekday), date.End);
        return date.End;
    }

    private (int Day, int Month, int? Year, bool Either, int End)? Iso(int i) =>
        Peek(i).Length == 4 && Touches(i, "-") && Peek(i + 2) is { IsNumber: true, Length: 2 } month
        && Touches(i + 2, "-") && Peek(i + 4) is { IsNumber: true, Length: 2 } day && (EndsNumber(i + 5) || Peek(i + 5).Is(text, "T"))
            ? (Value(day), Value(month), Value(Peek(i)), false, i + 5)
            : null;

    private (int Day, int Month, int? Year, bool Either, int End)? Separated(int i, string separator)
    {
        if (Peek(i).Length > 2 || !Touches(i, separator) || Peek(i + 2) is not { IsNumber: true, Length: <= 2 } second
            || !Peek(i + 3).Is(text, separator) || Peek(i + 3).Start != second.End)
        {
            return null;
        }

        int first = Value(Peek(i));
        if (Peek(i + 4) is { IsNumber: true, Length: 2 or 4 } year && EndsNumber(i + 5))
        {
            int value = year.Length == 2 ? 2000 + Value(year) : Value(year);
            bool monthFirst = separator == "/" && Value(second) > 12;
            return monthFirst
                ? (Value(second), first, value, false, i + 5)
                : (first, Value(second), value, separator == "/", i + 5);
        }

        // "am 14.06." has no year, and is none where a digit follows ("14.06.3").
        return separator == "." && Value(second) is > 0 and <= 12 && second.Length == 2 && Peek(i + 4) is not { IsNumber: true }
            ? (first, Value(second), null, false, i + 4)
            : null;
    }

    private void Add(DateMention date, int? end)
    {
        if (date.Weekday is null && end is { } at)
        {
            int open = at;
            if ((Peek(open).Is(text, "(") || Peek(open).Is(text, ",")) && WeekdayAt(open + 1) is var weekday and > 0
                && (Peek(open).Is(text, "(") || !IsDay(open + 2, out _)) && MonthAt(open + 2) == 0 && !Peek(open + 2).Is(text, ","))
            {
                Lexeme word = Peek(open + 1);
                date = date with { Weekday = new WeekdayMention(word.Start, word.Length, weekday) };
            }
        }

        dates.Add(date);
    }

    // "from 28 December to 3 January 2025": a date without a year that stands directly before one with a year has that year.
    private void JoinRanges()
    {
        for (int k = dates.Count - 2; k >= 0; k--)
        {
            DateMention date = dates[k];
            DateMention next = dates[k + 1];
            if (!IsBetween(text.AsSpan(date.End, Math.Max(0, next.Start - date.End))))
            {
                continue;
            }

            bool yearBefore = (date.Month, date.Day).CompareTo((next.Month, next.Day)) > 0;
            int? year = date.Year ?? (next is { Year: { } known, EitherOrder: false } ? known - (yearBefore ? 1 : 0) : null);
            dates[k] = date with { Year = year, InRow = true };
            dates[k + 1] = next with { InRow = true };
        }
    }

    private static bool IsBetween(ReadOnlySpan<char> words)
    {
        ReadOnlySpan<char> trimmed = words.Trim();
        return trimmed.Length < 8 && (trimmed is "-" or "–" or "—" || Between.Contains(trimmed.ToString().ToLowerInvariant()));
    }

    private int SkipWeekday(int i, out WeekdayMention? weekday)
    {
        weekday = null;
        if (WeekdayAt(i) is not (var day and > 0))
        {
            return i;
        }

        Lexeme word = Peek(i);
        int next = i + 1;
        bool point = Peek(next).Is(text, ".");
        // "So" and "Do" are English words first.
        if (word.Length == 2 && !point)
        {
            return i;
        }

        next += point ? 1 : 0;
        next += Peek(next).Is(text, ",") ? 1 : 0;
        next = Articles.Aggregate(next, SkipWord);
        weekday = new WeekdayMention(word.Start, word.Length, day);
        return next;
    }

    private int SkipOrdinal(int i) =>
        Peek(i).Is(text, ".") && Touching(i - 1, i) && !Touching(i, i + 1) ? i + 1 : SkipSuffix(i);

    private int SkipSuffix(int i) => Peek(i).IsWord && Touching(i - 1, i) && Ordinals.Contains(Lower(Peek(i))) ? i + 1 : i;

    private int SkipYear(int i, out int? year)
    {
        int next = Peek(i).Is(text, ",") ? i + 1 : i;
        if (Peek(next) is { IsNumber: true, Length: 4 } number && Value(number) is >= 1900 and < 2200 && EndsNumber(next + 1))
        {
            year = Value(number);
            return next + 1;
        }

        year = null;
        return i;
    }

    private int SkipBetween(int i)
    {
        Lexeme lexeme = Peek(i);
        if (lexeme.IsWord)
        {
            return Between.Contains(Lower(lexeme)) ? i + 1 : i;
        }

        if (lexeme.Is(text, ","))
        {
            return Peek(i + 1).IsWord && Between.Contains(Lower(Peek(i + 1))) ? i + 2 : i + 1;
        }

        return lexeme.Is(text, "-") || lexeme.Is(text, "–") || lexeme.Is(text, "—") || lexeme.Is(text, "&") || lexeme.Is(text, "/") ? i + 1 : i;
    }

    private int SkipHyphen(int i) =>
        Peek(i).Is(text, "-") && Touching(i - 1, i) && Touching(i, i + 1) && (MonthAt(i + 1) > 0 || Peek(i + 1) is { IsNumber: true, Length: 4 }) ? i + 1 : i;

    private int SkipAbbreviationPoint(int month) =>
        Peek(month + 1).Is(text, ".") && Touching(month, month + 1) && Peek(month).Length <= 4 && Peek(month + 2).IsNumber ? month + 2 : month + 1;

    private int SkipWord(int i, string word) => Peek(i).IsWord && Lower(Peek(i)) == word ? i + 1 : i;

    private bool IsDay(int i, out int day)
    {
        Lexeme number = Peek(i);
        day = number is { IsNumber: true, Length: <= 2 } ? Value(number) : 0;
        return day is > 0 and <= 31;
    }

    private int MonthAt(int i) => Peek(i).IsWord ? Calendar.Month(Span(Peek(i))) : 0;

    private int WeekdayAt(int i) => Peek(i).IsWord ? Calendar.Weekday(Span(Peek(i))) : 0;

    // "1.31.0" and "0-14" do not begin at their last part.
    private bool IsJoinedToTheLeft(int start) =>
        start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '$' or '€' or '£' or '#'
            || (start > 1 && text[start - 1] is '.' or ',' or '-' or '/' or ':' or '_' or '+' && char.IsLetterOrDigit(text[start - 2])));

    // The lexeme at i does not go on with the number before it: "14.5", "14:30", "14 %", "14th" is dealt with before.
    private bool EndsNumber(int i)
    {
        Lexeme next = Peek(i);
        if (next.Length == 0)
        {
            return true;
        }

        if (next.Is(text, "%"))
        {
            return false;
        }

        return next.Start != Peek(i - 1).End
            || (!next.IsWord && !next.IsNumber && !(next.Length == 1 && text[next.Start] is '.' or ',' or ':' or '/' && Touching(i, i + 1) && Peek(i + 1).IsNumber));
    }

    private bool Touches(int i, string separator) => Peek(i + 1).Is(text, separator) && Touching(i, i + 1);

    private bool Touching(int i, int j) => Peek(j).Length > 0 && Peek(i).End == Peek(j).Start;

    private Lexeme Peek(int i) => i >= 0 && i < lexemes.Count ? lexemes[i] : new Lexeme(text.Length, 0, LexemeKind.Sign);

    private ReadOnlySpan<char> Span(Lexeme lexeme) => text.AsSpan(lexeme.Start, lexeme.Length);

    private string Lower(Lexeme lexeme) => lexeme.Length < 12 ? Span(lexeme).ToString().ToLowerInvariant() : string.Empty;

    private int Value(Lexeme number) => int.Parse(Span(number), NumberStyles.None, CultureInfo.InvariantCulture);
}
