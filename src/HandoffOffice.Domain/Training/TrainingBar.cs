namespace HandoffOffice.Domain.Training;

/// <summary>How a practice went.</summary>
/// <param name="Planted">Sentences with a planted error; at least 1.</param>
/// <param name="Caught">Those of them that were marked as wrong.</param>
/// <param name="Clean">Sentences that are right; at least 1.</param>
/// <param name="FalseAlarms">Those of them that were marked as wrong.</param>
/// <param name="Seconds">How long it took from start to end.</param>
public sealed record PracticeScore(int Planted, int Caught, int Clean, int FalseAlarms, int Seconds)
{
    /// <summary>Several in one.</summary>
    public static PracticeScore Sum(IEnumerable<PracticeScore> scores) => scores.Aggregate(
        new PracticeScore(0, 0, 0, 0, 0),
        (sum, one) => new PracticeScore(
            sum.Planted + one.Planted, sum.Caught + one.Caught, sum.Clean + one.Clean, sum.FalseAlarms + one.FalseAlarms, sum.Seconds + one.Seconds));
}

/// <summary>
/// When somebody has practised enough to review. One text has 2 to 4 errors, in which luck weighs too much, so the last three practices count together. The catches
/// alone would let everybody pass who marks all as wrong; the false alarms alone everybody who marks nothing.
/// </summary>
public static class TrainingBar
{
    /// <summary>How many practices count: the last ones that were finished.</summary>
    public const int Practices = 3;

    /// <summary>The least share of planted errors that has to be caught in them.</summary>
    public const decimal CatchShare = 0.8m;

    /// <summary>The greatest share of right sentences that may be marked as wrong in them.</summary>
    public const decimal FalseAlarmShare = 0.2m;

    /// <summary>Whether these scores reach it.</summary>
    /// <param name="latestFirst">The finished practices on what the workflow is now, the latest first.</param>
    public static bool IsMet(IReadOnlyList<PracticeScore> latestFirst)
    {
        if (latestFirst.Count < Practices)
        {
            return false;
        }

        var sum = PracticeScore.Sum(latestFirst.Take(Practices));
        return sum.Planted > 0 && sum.Caught >= CatchShare * sum.Planted && sum.FalseAlarms <= FalseAlarmShare * sum.Clean;
    }
}
