using System.Globalization;
using HandoffOffice.Domain.Measuring.Statistics;

namespace HandoffOffice.Domain.Measuring;

/// <summary>What a manager asks of a workflow.</summary>
public enum Question
{
    /// <summary>Does it save time?</summary>
    SavesTime,

    /// <summary>Is the draft good?</summary>
    DraftIsGood,

    /// <summary>Do people really review?</summary>
    PeopleReview,

    /// <summary>Is it used?</summary>
    IsUsed,

    /// <summary>Does it pay that a person and the AI write at once?</summary>
    WritingAtOncePays,
}

/// <summary>What the numbers say.</summary>
public enum Verdict
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,

    /// <summary>It can't be told, and more runs alone would hardly change that.</summary>
    Unclear,

    /// <summary>There are too few runs to tell.</summary>
    TooFew,
}

/// <summary>One question, answered in one sentence that is made from the numbers.</summary>
/// <param name="Question">The question.</param>
/// <param name="Verdict">What the numbers say.</param>
/// <param name="Sentence">The same for a person, with the interval at 95 %.</param>
/// <param name="MoreRuns">With <see cref="Measuring.Verdict.TooFew"/>, how many more it takes.</param>
public sealed record MeasuredAnswer(Question Question, Verdict Verdict, string Sentence, int? MoreRuns = null)
{
    /// <summary>A draft of which people change at most this share of the words is a good one.</summary>
    public const double GoodDraft = 0.2;

    /// <summary>Reviewers who are sure to find at least this share of planted errors really look.</summary>
    public const double GoodCatch = 0.5;

    /// <summary>Does it save time?</summary>
    public static MeasuredAnswer SavesTime(BeforeAfter measured)
    {
        Estimate saved = measured.SavedMinutes;
        if (saved.Interval is not { } interval)
        {
            return TooFewTo(Question.SavesTime, "whether it saves time", TooFew.Fewest - saved.Runs);
        }

        string month = measured.SavedMinutesPerMonth?.Mean is { } minutes ? $", {Number(Math.Abs(minutes))} a month" : string.Empty;
        if (interval.Excludes(0))
        {
            bool isGain = interval.Low > 0;
            string range = isGain ? Range(interval.Low, interval.High) : Range(-interval.High, -interval.Low);
            return new MeasuredAnswer(Question.SavesTime, isGain ? Verdict.Yes : Verdict.No,
                $"It {(isGain ? "saves" : "costs")} {Number(Math.Abs(saved.Mean!.Value))} minutes a run ({range}, {Runs(saved.Runs)}){month}.");
        }

        return measured.MoreRuns is { } more
            ? TooFewTo(Question.SavesTime, "whether it saves time", more, $" (so far {Range(interval.Low, interval.High)} minutes a run)")
            : new MeasuredAnswer(Question.SavesTime, Verdict.Unclear, $"It saves no time that can be seen: {Range(interval.Low, interval.High)} minutes a run, {Runs(saved.Runs)}.");
    }

    /// <summary>Is the draft good?</summary>
    /// <param name="edits">What people did to drafts.</param>
    /// <param name="shares">The share of its words that people changed, of each run.</param>
    public static MeasuredAnswer DraftIsGood(DraftEdits edits, Histogram shares)
    {
        Estimate changed = edits.ChangedShare;
        string thrown = edits.ThrownAway.Hits > 0 ? $"; {edits.ThrownAway.Hits} of {edits.ThrownAway.Of} drafts were thrown away" : string.Empty;
        if (changed.Interval is not { } interval)
        {
            return TooFewTo(Question.DraftIsGood, "whether the draft is good", TooFew.Fewest - changed.Runs, thrown);
        }

        string sentence = $"People change {Percent(changed.Mean!.Value)} % of the words drafted ({Percents(interval)} %, {Runs(changed.Runs)}){thrown}.";
        if (interval.Excludes(GoodDraft))
        {
            bool isGood = interval.High < GoodDraft && !(edits.ThrownAway.Value > GoodDraft);
            return new MeasuredAnswer(Question.DraftIsGood, isGood ? Verdict.Yes : Verdict.No, sentence);
        }

        return TooFew.Missing(shares, GoodDraft) is { } missing
            ? TooFewTo(Question.DraftIsGood, "whether the draft is good", Math.Max(1, missing), $" (so far people change {Percents(interval)} % of the words){thrown}")
            : new MeasuredAnswer(Question.DraftIsGood, Verdict.Unclear, sentence);
    }

    /// <summary>Do people really review?</summary>
    public static MeasuredAnswer PeopleReview(RunReviews reviews)
    {
        (Share rushed, Share found) = (reviews.Rushed, reviews.Found);
        if (rushed.Of < TooFew.Fewest)
        {
            return TooFewTo(Question.PeopleReview, "whether people really review", TooFew.Fewest - rushed.Of);
        }

        string pace = $"{rushed.Hits} of {rushed.Of} reviews were faster than anybody reads ({Percents(rushed.Interval!)} %)";
        if (reviews.CatchRate is not { } sure)
        {
            string planted = $"{found.Hits} of {found.Of} planted errors were found, too few to tell how well people look: {CatchRate.FewestToClaim - found.Of} more";
            return new MeasuredAnswer(Question.PeopleReview, reviews.IsRushed ? Verdict.No : Verdict.Unclear, $"{pace}; {planted}.");
        }

        return new MeasuredAnswer(Question.PeopleReview, reviews.IsRushed || sure < GoodCatch ? Verdict.No : Verdict.Yes,
            $"{found.Hits} of {found.Of} planted errors were found ({Percents(found.Interval!)} %); {pace}.");
    }

    /// <summary>Does it pay that a person and the AI write at once?</summary>
    /// <param name="atOnce">Runs where they did.</param>
    /// <param name="inTurn">Runs where the person wrote first.</param>
    /// <param name="saved">How many minutes a run saves by it; null where there are too few runs.</param>
    public static MeasuredAnswer WritingAtOncePays(WayOfWriting atOnce, WayOfWriting inTurn, Interval? saved)
    {
        const Question Asked = Question.WritingAtOncePays;
        if (saved is null)
        {
            (int more, int moreInTurn) = (Math.Max(0, TooFew.Fewest - atOnce.Minutes.Runs), Math.Max(0, TooFew.Fewest - inTurn.Minutes.Runs));
            return new MeasuredAnswer(Asked, Verdict.TooFew,
                $"Too few to tell whether writing at once pays: {more} more {(more == 1 ? "run" : "runs")} at once, {moreInTurn} more where the person writes first.", more + moreInTurn);
        }

        string edits = atOnce.ChangedShare.Mean is { } one && inTurn.ChangedShare.Mean is { } other
            ? $"; people change {Percent(one)} % of the words then, {Percent(other)} % where the person writes first"
            : string.Empty;
        double mean = inTurn.Minutes.Mean!.Value - atOnce.Minutes.Mean!.Value;
        string runs = $"{atOnce.Minutes.Runs} and {inTurn.Minutes.Runs} runs";
        return saved.Excludes(0)
            ? new MeasuredAnswer(Asked, mean > 0 ? Verdict.Yes : Verdict.No,
                $"Writing at once {(mean > 0 ? "saves" : "costs")} {Number(Math.Abs(mean))} minutes a run ({(mean > 0 ? Range(saved.Low, saved.High) : Range(-saved.High, -saved.Low))}, {runs}){edits}.")
            : new MeasuredAnswer(Asked, Verdict.Unclear, $"Writing at once saves no time that can be seen: {Range(saved.Low, saved.High)} minutes a run, {runs}{edits}.");
    }

    internal static MeasuredAnswer TooFewTo(Question question, string what, int more, string? aside = null) =>
        new(question, Verdict.TooFew, $"Too few to tell {what}{aside}: {more} more {(more == 1 ? "run" : "runs")}.", more);

    internal static string Percents(Interval interval) => $"{Percent(interval.Low)} to {Percent(interval.High)}";

    internal static string Percent(double share) => Number(share * 100);

    internal static string Number(double value) => (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Range(double low, double high) => $"{Number(low)} to {Number(high)}";

    private static string Runs(int runs) => $"{runs} runs";
}
