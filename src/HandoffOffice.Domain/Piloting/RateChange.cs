using HandoffOffice.Domain.Measuring;

namespace HandoffOffice.Domain.Piloting;

/// <summary>What the next runs say of an adjustment.</summary>
public enum RateVerdict
{
    /// <summary>What it answers has become rarer, and chance alone would seldom do that.</summary>
    Helped,

    /// <summary>It has become more frequent.</summary>
    Worse,

    /// <summary>The runs so far can't tell.</summary>
    TooFewToTell,
}

/// <summary>How often something happened before and after a change.</summary>
/// <param name="Before">Times before.</param>
/// <param name="RunsBefore">In so many runs.</param>
/// <param name="After">Times after.</param>
/// <param name="RunsAfter">In so many runs.</param>
public sealed record RateChange(int Before, int RunsBefore, int After, int RunsAfter)
{
    /// <summary>The verdict at 95 %, one-sided each way.</summary>
    /// <remarks>
    /// If nothing had changed, each of the events would fall to the runs after with their share of all runs (the exact conditional test of two Poisson
    /// rates: Przyborowski and Wilenski 1940, doi:10.1093/biomet/31.3-4.313).
    /// </remarks>
    public RateVerdict Verdict
    {
        get
        {
            int events = Before + After;
            if (events == 0 || RunsBefore == 0 || RunsAfter == 0)
            {
                return RateVerdict.TooFewToTell;
            }

            double share = (double)RunsAfter / (RunsBefore + RunsAfter);
            return Binomial.AtMost(After, events, share) <= 1 - Binomial.Confidence ? RateVerdict.Helped
                : 1 - Binomial.AtMost(After - 1, events, share) <= 1 - Binomial.Confidence ? RateVerdict.Worse
                : RateVerdict.TooFewToTell;
        }
    }

    /// <summary>How many clean runs after the change would show that it helped; null where it is shown, or where nothing happened before.</summary>
    public int? CleanRunsNeeded
    {
        get
        {
            if (Verdict == RateVerdict.Helped || Before == 0 || RunsBefore == 0)
            {
                return null;
            }

            for (int more = 1; more <= MostRuns; more++)
            {
                if (this with { RunsAfter = RunsAfter + more } is { Verdict: RateVerdict.Helped })
                {
                    return more;
                }
            }

            return null;
        }
    }

    // Beyond that nobody waits for it.
    private const int MostRuns = 1000;
}
