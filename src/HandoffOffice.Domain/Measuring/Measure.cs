using HandoffOffice.Domain.Releasing;

namespace HandoffOffice.Domain.Measuring;

/// <summary>
/// What is counted of each run. The names are kept in the database. Times are in seconds. Where a measure is of released runs only, its name or line says so;
/// what is about drafts and reviews is of runs that were reviewed in full (<see cref="RunFacts.IsFullyReviewed"/>).
/// </summary>
public enum Measure
{
    /// <summary>1 for each run, in the week it started.</summary>
    Started,

    /// <summary>1 for each run that was released.</summary>
    Released,

    /// <summary>1 for each run whose draft was refused.</summary>
    Rejected,

    /// <summary>1 for each run that a person finished by hand.</summary>
    Reverted,

    /// <summary>People's work on a released run, at the form and in review.</summary>
    ReleasedSeconds,

    /// <summary>The same of a run that ended otherwise: that work came on top of the work by hand.</summary>
    GivenUpSeconds,

    /// <summary>The author's work at the form of a released run.</summary>
    InputSeconds,

    /// <summary>The reviewers' work on a released run.</summary>
    ReviewSeconds,

    /// <summary>From start to release.</summary>
    ElapsedSeconds,

    /// <summary>1 for each run that has ended and whose times can't be used because a clock went backwards.</summary>
    ClockWentBack,

    /// <summary>1 for each run that has ended and of which nobody told how long the form was in use.</summary>
    InputUntold,

    /// <summary>Revisions that were asked for, of each run that has ended.</summary>
    Loops,

    /// <summary>1 for each run that has ended and asked for two or more.</summary>
    LoopedTwice,

    /// <summary>Crossings between people and the AI, of each run that has ended.</summary>
    Crossings,

    /// <summary>Words that were drafted.</summary>
    WordsDrafted,

    /// <summary>Words that people changed.</summary>
    WordsChanged,

    /// <summary>Words changed of words drafted, in hundredths of a percent.</summary>
    ChangedShare,

    /// <summary>Changes that were accepted.</summary>
    ChangesAccepted,

    /// <summary>Changes that were put in other words.</summary>
    ChangesEdited,

    /// <summary>Changes that were rejected.</summary>
    ChangesRejected,

    /// <summary>1 for each run reviewed in full: 1 where it was rushed, else 0.</summary>
    Rushed,

    /// <summary>1 for each released run whose review a sampling plan reduced.</summary>
    Reduced,

    /// <summary>1 for each run that was released by breaking the glass.</summary>
    GlassBroken,

    /// <summary>Planted errors that were found, in the week the run started; of open runs too.</summary>
    PlantedFound,

    /// <summary>Planted errors that were missed, likewise.</summary>
    PlantedMissed,

    /// <summary>1 for each clean output, in the week the run started; of open runs too.</summary>
    OutputsClean,

    /// <summary>1 for each faulty output, likewise.</summary>
    OutputsFaulty,

    /// <summary>1 for each output whose review was reduced, likewise.</summary>
    OutputsNotReviewed,

    /// <summary>1 for each released run whose worst outcome is that it was taken as it was.</summary>
    ReceivedWell,

    /// <summary>1 for each released run of which something had to be put right.</summary>
    Corrected,

    /// <summary>1 for each released run with a complaint.</summary>
    ComplainedOf,

    /// <summary>Of a released run that a person and the AI wrote at once: until both were done, and in review.</summary>
    AtOnceSeconds,

    /// <summary>The same of one where the person wrote first.</summary>
    InTurnSeconds,

    /// <summary>How long both wrote, of a released run that was written at once.</summary>
    OverlapSeconds,

    /// <summary>Words changed of words drafted, in hundredths of a percent, of a run that was written at once.</summary>
    AtOnceChangedShare,

    /// <summary>The same of one where the person wrote first.</summary>
    InTurnChangedShare,
}

/// <summary>One number of one run.</summary>
/// <param name="Version">The workflow's version.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Week">The Monday of its week.</param>
/// <param name="Value">The number, 0 or more.</param>
public sealed record MeasureEntry(int Version, Measure Measure, DateOnly Week, long Value)
{
    /// <summary>The numbers of a run.</summary>
    public static IEnumerable<MeasureEntry> Of(RunFacts run)
    {
        DateOnly started = RunFacts.WeekOf(run.StartedOn);
        IEnumerable<(Measure Measure, long? Value)> atStart =
        [
            (Measure.Started, 1), (Measure.PlantedFound, Some(run.Planted.Found)), (Measure.PlantedMissed, Some(run.Planted.Missed)),
            (Measure.OutputsClean, One(run.Score == OutputScore.Clean)), (Measure.OutputsFaulty, One(run.Score == OutputScore.Faulty)),
            (Measure.OutputsNotReviewed, One(run.Score == OutputScore.NotReviewed)),
        ];
        IEnumerable<MeasureEntry> entries = Entries(run, started, atStart);
        return run.EndedOn is { } day ? entries.Concat(Entries(run, RunFacts.WeekOf(day), AtEnd(run))) : entries;
    }

    private static IEnumerable<(Measure Measure, long? Value)> AtEnd(RunFacts run)
    {
        bool isReleased = run.End == RunEnd.Released;
        (RunTimes times, RunEdits edits) = (run.Times, run.Edits);
        long? reviewed = isReleased ? times.ReviewSeconds : null;
        IEnumerable<(Measure, long?)> any =
        [
            (Measure.Released, One(isReleased)), (Measure.Rejected, One(run.End == RunEnd.Rejected)), (Measure.Reverted, One(run.End == RunEnd.RevertedToManual)),
            (Measure.ReleasedSeconds, isReleased ? times.WorkSeconds : null), (Measure.GivenUpSeconds, isReleased ? null : times.WorkSeconds),
            (Measure.InputSeconds, reviewed is null ? null : times.InputSeconds), (Measure.ReviewSeconds, reviewed), (Measure.ElapsedSeconds, times.ElapsedSeconds),
            (Measure.ClockWentBack, One(times.Fault == TimeFault.ClockWentBack)), (Measure.InputUntold, One(times.Fault == TimeFault.InputUntold)),
            (Measure.Loops, run.Loops), (Measure.LoopedTwice, One(run.Loops >= 2)), (Measure.Crossings, run.Crossings),
            (Measure.Reduced, One(isReleased && run.IsReduced)), (Measure.GlassBroken, One(isReleased && run.Ground == ApprovalGround.BreakGlass)),
            (Measure.ReceivedWell, One(run.Worst == Reception.Accepted)), (Measure.Corrected, One(run.Worst == Reception.CorrectionNeeded)),
            (Measure.ComplainedOf, One(run.Worst == Reception.Complaint)),
        ];
        long? changed = edits.WordsDrafted == 0 ? null : (long)Math.Round(10_000.0 * edits.WordsChanged / edits.WordsDrafted);
        return !run.IsFullyReviewed ? any : any.Concat(
        [
            (Measure.WordsDrafted, edits.WordsDrafted), (Measure.WordsChanged, edits.WordsChanged), (Measure.ChangedShare, changed),
            (Measure.ChangesAccepted, edits.Accepted), (Measure.ChangesEdited, edits.Edited), (Measure.ChangesRejected, edits.Rejected),
            (Measure.Rushed, run.IsRushed ? 1 : 0),
        ]).Concat(Together(times, changed));
    }

    // Where a person and the AI wrote one text, and nobody's clock went backwards.
    private static IEnumerable<(Measure Measure, long? Value)> Together(RunTimes times, long? changed) => times is { Writing: { } writing, ReviewSeconds: { } review }
        ? writing.IsAtOnce
            ? [(Measure.AtOnceSeconds, writing.Seconds + review), (Measure.OverlapSeconds, writing.OverlapSeconds), (Measure.AtOnceChangedShare, changed)]
            : [(Measure.InTurnSeconds, writing.Seconds + review), (Measure.InTurnChangedShare, changed)]
        : [];

    private static IEnumerable<MeasureEntry> Entries(RunFacts run, DateOnly week, IEnumerable<(Measure Measure, long? Value)> values) =>
        values.Where(value => value.Value is not null).Select(value => new MeasureEntry(run.WorkflowVersion, value.Measure, week, value.Value!.Value));

    private static long? One(bool isSo) => isSo ? 1 : null;

    private static long? Some(int count) => count > 0 ? count : null;
}
