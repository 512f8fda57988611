using HandoffOffice.Api.Hosting;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Measuring.Statistics;

namespace HandoffOffice.Api.Measuring;

/// <summary>The measures as one long table: a line for each number, over all versions, by version, and by week. What is not known is an empty cell.</summary>
internal static class MeasureTable
{
    private static readonly object[] Header = ["workflow", "name", "version", "week", "measure", "unit", "value", "low95", "high95", "count", "of"];

    public static byte[] Of(MeasuresView view)
    {
        Csv table = new Csv().Row(Header);
        foreach (VersionMeasures version in view.Versions.Prepend(view.All))
        {
            foreach (Line line in Lines(version))
            {
                table.Row(view.Key, view.Name, version.Version?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "all", null,
                    line.Measure, line.Unit, line.Value, line.Interval?.Low, line.Interval?.High, line.Count, line.Of);
            }
        }

        foreach (Line line in Lines(view.Adoption))
        {
            table.Row(view.Key, view.Name, "all", view.Adoption.Since, line.Measure, line.Unit, line.Value, line.Interval?.Low, line.Interval?.High, line.Count, line.Of);
        }

        foreach (WeekPoint week in view.Weeks)
        {
            foreach (Line line in Lines(week))
            {
                table.Row(view.Key, view.Name, week.Version, week.Week, line.Measure, line.Unit, line.Value, null, null, null, null);
            }
        }

        foreach (MeasuredAnswer answer in view.Answers)
        {
            table.Row(view.Key, view.Name, "all", null, $"{answer.Question}", "sentence", answer.Sentence, null, null, answer.MoreRuns, null);
        }

        return table.ToBytes();
    }

    private static IEnumerable<Line> Lines(VersionMeasures of) =>
    [
        Line.Number("started", "runs", of.Runs.Started), Line.Number("open", "runs", of.Runs.Open), Line.Number("released", "runs", of.Runs.Released),
        Line.Number("rejected", "runs", of.Runs.Rejected), Line.Number("reverted", "runs", of.Runs.Reverted),
        Line.Number("baseline", "minutes a run", of.BeforeAfter.BaselineMinutes), Line.Number("remaining by hand, by the map", "minutes a run", of.BeforeAfter.RemainingByHandMinutes),
        Line.Mean("measured", "minutes a run", of.BeforeAfter.MeasuredMinutes), Line.Mean("saved", "minutes a run", of.BeforeAfter.SavedMinutes),
        Line.Number("runs", "a month", of.BeforeAfter.RunsPerMonth), Line.Mean("saved", "minutes a month", of.BeforeAfter.SavedMinutesPerMonth),
        Line.Number("clock went back", "runs", of.BeforeAfter.ClockWentBack), Line.Number("input untold", "runs", of.BeforeAfter.InputUntold),
        Line.Mean("input", "minutes a run", of.Minutes.Input), Line.Mean("review", "minutes a run", of.Minutes.Review), Line.Mean("elapsed", "minutes a run", of.Minutes.Elapsed),
        Line.Mean("loops", "a run", of.Loops.Loops), Line.Number("looped twice or more", "runs", of.Loops.LoopedTwice), Line.Mean("crossings", "a run", of.Loops.Crossings),
        Line.Number("drafted", "words", of.Edits.WordsDrafted), Line.Number("changed", "words", of.Edits.WordsChanged), Line.Mean("words changed", "share", of.Edits.ChangedShare),
        Line.Number("accepted", "changes", of.Edits.Accepted), Line.Number("edited", "changes", of.Edits.Edited), Line.Number("rejected", "changes", of.Edits.Rejected),
        Line.Share("thrown away", of.Edits.ThrownAway), Line.Share("rushed reviews", of.Reviews.Rushed), Line.Share("planted errors found", of.Reviews.Found),
        Line.Number("reduced reviews", "runs", of.Reviews.Reduced), Line.Number("glass broken", "runs", of.Reviews.GlassBroken),
        Line.Number("received well", "runs", of.Outcomes.ReceivedWell), Line.Number("corrected", "runs", of.Outcomes.Corrected),
        Line.Number("complained of", "runs", of.Outcomes.ComplainedOf), Line.Share("escaped errors", of.Outcomes.Escaped), Line.Share("faulty outputs", of.Outcomes.Faulty),
        .. of.AtOnce is { } atOnce ? Lines(atOnce) : [],
    ];

    private static IEnumerable<Line> Lines(WritingAtOnce of) =>
    [
        Line.Mean("written at once", "minutes a run", of.AtOnce.Minutes), Line.Mean("written in turn", "minutes a run", of.InTurn.Minutes),
        Line.Mean("overlap", "minutes a run", of.OverlapMinutes), Line.Mean("words changed, written at once", "share", of.AtOnce.ChangedShare),
        Line.Mean("words changed, written in turn", "share", of.InTurn.ChangedShare),
    ];

    private static IEnumerable<Line> Lines(Adoption of) =>
    [
        Line.Number("expected", "runs", of.Expected), Line.Number("never came", "runs", of.NeverCame), Line.Share("adoption", of.Share),
    ];

    private static IEnumerable<Line> Lines(WeekPoint of) =>
    [
        Line.Number("started", "runs", of.Started), Line.Number("released", "runs", of.Released), Line.Number("rejected", "runs", of.Rejected),
        Line.Number("reverted", "runs", of.Reverted), Line.Number("saved", "minutes a run", of.SavedMinutes), Line.Number("input", "minutes a run", of.InputMinutes),
        Line.Number("review", "minutes a run", of.ReviewMinutes), Line.Number("words changed", "share", of.ChangedShare), Line.Number("loops", "a run", of.Loops),
        Line.Number("rushed reviews", "runs", of.Rushed), Line.Number("escaped errors", "runs", of.Escaped),
    ];

    private sealed record Line(string Measure, string Unit, double? Value, Interval? Interval = null, int? Count = null, int? Of = null)
    {
        public static Line Number(string measure, string unit, double? value) => new(measure, unit, value);

        public static Line Mean(string measure, string unit, Estimate? mean) => new(measure, unit, mean?.Mean, mean?.Interval, null, mean?.Runs);

        public static Line Share(string measure, Share share) => new(measure, "share", share.Value, share.Interval, share.Hits, share.Of);
    }
}
