namespace HandoffOffice.Domain.Measuring;

/// <summary>One week of one version: a point of a chart. Means are null where no run of the week says anything.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="Version">The version.</param>
/// <param name="Started">Runs that were started.</param>
/// <param name="Released">Runs that left.</param>
/// <param name="Rejected">Runs whose draft was refused.</param>
/// <param name="Reverted">Runs that a person finished by hand.</param>
/// <param name="SavedMinutes">What a run saved, the mean.</param>
/// <param name="InputMinutes">The author at the form, of released runs.</param>
/// <param name="ReviewMinutes">All reviewers together, of released runs.</param>
/// <param name="ChangedShare">Words changed of words drafted, the mean over runs.</param>
/// <param name="Loops">Revisions a run.</param>
/// <param name="Rushed">Reviews that were signed faster than anybody reads.</param>
/// <param name="Escaped">Runs released in the week in which an error was found afterwards.</param>
public sealed record WeekPoint(
    DateOnly Week, int Version, int Started, int Released, int Rejected, int Reverted, double? SavedMinutes, double? InputMinutes, double? ReviewMinutes,
    double? ChangedShare, double? Loops, int Rushed, int Escaped)
{
    internal static IReadOnlyList<WeekPoint> Series(IReadOnlyList<WeekCell> weeks, Dictionary<int, VersionGiven> given) =>
    [
        .. weeks.Where(cell => cell.Count > 0).GroupBy(cell => (cell.Week, cell.Version)).OrderBy(group => group.Key)
            .Select(group => Of(group.Key.Week, given[group.Key.Version], group.ToDictionary(cell => cell.Measure, cell => (cell.Count, cell.Sum)))),
    ];

    private static WeekPoint Of(DateOnly week, VersionGiven given, Dictionary<Measure, (long Count, long Sum)> cells)
    {
        int Count(Measure measure) => (int)cells.GetValueOrDefault(measure).Count;
        double? Mean(Measure measure, double per = 1) => cells.TryGetValue(measure, out (long Count, long Sum) cell) ? cell.Sum / per / cell.Count : null;
        (long released, long releasedSeconds) = cells.GetValueOrDefault(Measure.ReleasedSeconds);
        (long givenUp, long givenUpSeconds) = cells.GetValueOrDefault(Measure.GivenUpSeconds);
        double saved = (released * (given.BaselineMinutes - given.Expected.RemainingByHandMinutes)) - ((releasedSeconds + givenUpSeconds) / 60.0);
        return new WeekPoint(
            week, given.Version, Count(Measure.Started), Count(Measure.Released), Count(Measure.Rejected), Count(Measure.Reverted),
            released + givenUp == 0 ? null : saved / (released + givenUp), Mean(Measure.InputSeconds, 60), Mean(Measure.ReviewSeconds, 60), Mean(Measure.ChangedShare, 10_000),
            Mean(Measure.Loops), (int)cells.GetValueOrDefault(Measure.Rushed).Sum, Count(Measure.Corrected) + Count(Measure.ComplainedOf));
    }
}
