using System.Collections.Frozen;

namespace HandoffOffice.Domain.Checking.Language;

/// <summary>The names of months and days in English and German, in full and cut short.</summary>
internal static class Calendar
{
    private static readonly FrozenDictionary<string, int> Months = Numbered(
        "january januar jan janner", "february februar feb feber", "march marz mar mrz", "april apr", "may mai", "june juni jun",
        "july juli jul", "august aug", "september sept sep", "october oktober oct okt", "november nov", "december dezember dec dez");

    private static readonly FrozenDictionary<string, int> Days = Numbered(
        "monday montag mon mo", "tuesday dienstag tue tues di", "wednesday mittwoch wed mi", "thursday donnerstag thu thur thurs do",
        "friday freitag fri fr", "saturday samstag sonnabend sat sa", "sunday sonntag sun so");

    /// <summary>1 to 12, or 0. A month's name begins with a capital in both languages, which tells "May" from "may".</summary>
    public static int Month(ReadOnlySpan<char> word) => Look(Months, word);

    /// <summary>1 (Monday) to 7 (Sunday), or 0.</summary>
    public static int Weekday(ReadOnlySpan<char> word) => Look(Days, word);

    /// <summary>The English name of a day of the week, 1 for Monday.</summary>
    public static string WeekdayName(int weekday) => ((DayOfWeek)(weekday % 7)).ToString();

    private static int Look(FrozenDictionary<string, int> names, ReadOnlySpan<char> word) =>
        word.Length is > 1 and < 12 && char.IsUpper(word[0]) ? names.GetValueOrDefault(Tokenizer.Fold(word)) : 0;

    private static FrozenDictionary<string, int> Numbered(params string[] names) => names
        .SelectMany((forms, index) => forms.Split(' ').Select(form => (form, Number: index + 1)))
        .ToFrozenDictionary(pair => pair.form, pair => pair.Number, StringComparer.Ordinal);
}
