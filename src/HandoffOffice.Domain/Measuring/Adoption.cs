namespace HandoffOffice.Domain.Measuring;

/// <summary>Whether a workflow is used (C42), over the last thirteen weeks or since its first run where that is less.</summary>
/// <param name="Since">The Monday from which on runs count; null without a run.</param>
/// <param name="Months">Months from then to the end of today.</param>
/// <param name="Expected">Runs that were to be expected in that time; null where nobody knows.</param>
/// <param name="Started">Runs that were started in it.</param>
/// <param name="Released">Runs that were released through the handoff in it.</param>
/// <param name="Rejected">Runs whose draft was refused in it.</param>
/// <param name="Reverted">Runs that a person finished by hand in it.</param>
/// <param name="NeverCame">Expected runs that were never started; null where nobody knows how many were expected.</param>
/// <param name="Share">Released runs of the expected ones, or of the started ones where nobody knows how many were expected or more came.</param>
public sealed record Adoption(
    DateOnly? Since, double Months, double? Expected, int Started, int Released, int Rejected, int Reverted, double? NeverCame, Share Share)
{
    /// <summary>What came before so many weeks says nothing of now.</summary>
    public const int MostWeeks = 13;

    private const double WellUsed = 0.8;

    /// <summary>Over these weeks.</summary>
    /// <param name="weeks">The cells of all versions.</param>
    /// <param name="runsPerMonth">Runs that are expected a month; null where nobody knows.</param>
    /// <param name="today">The day that it is.</param>
    public static Adoption Of(IReadOnlyList<WeekCell> weeks, double? runsPerMonth, DateOnly today)
    {
        DateOnly earliest = RunFacts.WeekOf(today).AddDays(-7 * (MostWeeks - 1));
        if (weeks.Where(cell => cell is { Measure: Measure.Started, Count: > 0 }).Select(cell => (DateOnly?)cell.Week).Min() is not { } first)
        {
            return new Adoption(null, 0, null, 0, 0, 0, 0, null, Share.Count(0, 0));
        }

        DateOnly since = first > earliest ? first : earliest;
        int In(Measure measure) => (int)weeks.Where(cell => cell.Measure == measure && cell.Week >= since).Sum(cell => cell.Count);
        (int started, int released, int rejected, int reverted) = (In(Measure.Started), In(Measure.Released), In(Measure.Rejected), In(Measure.Reverted));
        double months = BeforeAfter.Months(Math.Max(0, today.DayNumber - since.DayNumber + 1));
        double? expected = runsPerMonth * months;
        int of = Math.Max(released, Math.Max(started, (int)Math.Round(expected ?? 0)));
        return new Adoption(
            since, months, expected, started, released, rejected, reverted, expected is { } runs ? Math.Max(0, runs - started) : null, Share.Count(released, of));
    }

    /// <summary>Is it used?</summary>
    public MeasuredAnswer Answer()
    {
        if (Share.Of < Statistics.TooFew.Fewest)
        {
            return MeasuredAnswer.TooFewTo(Question.IsUsed, "whether it is used", Statistics.TooFew.Fewest - Share.Of);
        }

        string share = $"{MeasuredAnswer.Percent(Share.Value!.Value)} %, {MeasuredAnswer.Percents(Share.Interval!)} %";
        string lost = $"{Reverted} went back to work by hand, {Rejected} {(Rejected == 1 ? "was" : "were")} refused";
        return Expected is null
            ? new MeasuredAnswer(Question.IsUsed, Verdict.Unclear, $"{Released} of {Share.Of} runs went through the handoff ({share}); {lost}; how many were expected is not known.")
            : new MeasuredAnswer(
                Question.IsUsed, Share.Value >= WellUsed ? Verdict.Yes : Share.Interval!.High < WellUsed ? Verdict.No : Verdict.Unclear,
                $"{Released} of {Share.Of} expected runs went through the handoff ({share}); {lost}, {MeasuredAnswer.Number(Math.Round(NeverCame!.Value))} never came.");
    }
}
