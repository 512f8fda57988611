using HandoffOffice.Domain.Measuring.Statistics;

namespace HandoffOffice.Domain.Measuring;

/// <summary>How runs stand.</summary>
/// <param name="Started">All that were started.</param>
/// <param name="Open">Those that have not ended.</param>
/// <param name="Released">Those that left.</param>
/// <param name="Rejected">Those whose draft was refused.</param>
/// <param name="Reverted">Those that a person finished by hand.</param>
public sealed record RunEnds(int Started, int Open, int Released, int Rejected, int Reverted)
{
    /// <summary>Those that have ended.</summary>
    public int Ended => Released + Rejected + Reverted;

    internal static RunEnds Of(RunCounts counts)
    {
        (int released, int rejected, int reverted) = (counts.Count(Measure.Released), counts.Count(Measure.Rejected), counts.Count(Measure.Reverted));
        int started = counts.Count(Measure.Started);
        return new RunEnds(started, started - released - rejected - reverted, released, rejected, reverted);
    }
}

/// <summary>What released runs took, in minutes (C39).</summary>
/// <param name="Input">The author, at the form.</param>
/// <param name="Review">All reviewers together, active and not just open.</param>
/// <param name="Elapsed">From the start to the release, by the clock on the wall.</param>
public sealed record RunMinutes(Estimate Input, Estimate Review, Estimate Elapsed);

/// <summary>How often runs that have ended went back and forth (C05, C40).</summary>
/// <param name="Loops">Revisions a run.</param>
/// <param name="LoopedTwice">Runs with two or more: each says that the step from review back to the AI is designed wrong.</param>
/// <param name="Crossings">Crossings between people and the AI a run; 2 where nothing is sent back.</param>
public sealed record RunLoops(Estimate Loops, int LoopedTwice, Estimate Crossings);

/// <summary>What people did to the drafts of runs that were reviewed in full (C40).</summary>
/// <param name="WordsDrafted">Words that were drafted.</param>
/// <param name="WordsChanged">Words that people changed.</param>
/// <param name="ChangedShare">Words changed of words drafted, by run: 0 for none, 1 for as many as there were.</param>
/// <param name="Accepted">Changes that were accepted.</param>
/// <param name="Edited">Changes that were put in other words.</param>
/// <param name="Rejected">Changes that were rejected.</param>
/// <param name="ThrownAway">Drafts that were refused or given up, of all that ended.</param>
public sealed record DraftEdits(long WordsDrafted, long WordsChanged, Estimate ChangedShare, long Accepted, long Edited, long Rejected, Share ThrownAway);

/// <summary>Whether people really review (C51).</summary>
/// <param name="Rushed">Reviews in full that were signed faster than anybody reads.</param>
/// <param name="Found">Planted errors that were found, of those that were settled.</param>
/// <param name="CatchRate">The share that is sure to be found, one-sided; null below <see cref="CatchRate.FewestToClaim"/>.</param>
/// <param name="Reduced">Released runs whose review a sampling plan reduced.</param>
/// <param name="GlassBroken">Runs that were released by breaking the glass.</param>
public sealed record RunReviews(Share Rushed, Share Found, double? CatchRate, int Reduced, int GlassBroken)
{
    /// <summary>Whether so many are rushed that chance does not explain it.</summary>
    public bool IsRushed => Rushed is { Of: >= TooFew.Fewest, Value: > WorkflowMeasures.MostRushed } && Binomial.LowerBound(Rushed.Hits, Rushed.Of) > WorkflowMeasures.MostRushed / 2;
}

/// <summary>How good what left was (C41, C53).</summary>
/// <param name="ReceivedWell">Released runs whose worst outcome is that it was taken as it was.</param>
/// <param name="Corrected">Released runs of which something had to be put right.</param>
/// <param name="ComplainedOf">Released runs with a complaint.</param>
/// <param name="Escaped">Released runs with an error that was found afterwards, of all that were released.</param>
/// <param name="Faulty">Outputs that were not clean, of those that were reviewed in full.</param>
/// <param name="ErrorBound">The error rate of drafts stays below this with a chance of 95 %, corrected by the catch rate; null where none can be claimed.</param>
public sealed record RunOutcomes(int ReceivedWell, int Corrected, int ComplainedOf, Share Escaped, Share Faulty, double? ErrorBound);

/// <summary>The measures of one version, or of all.</summary>
/// <param name="Version">The version; null for all.</param>
/// <param name="Runs">How its runs stand.</param>
/// <param name="BeforeAfter">What a run took before and takes after.</param>
/// <param name="SavedAgainstBefore">How many minutes a run saves more than one of the version before it; null where one of the two has too few.</param>
/// <param name="Minutes">What released runs took.</param>
/// <param name="Loops">How often they went back and forth.</param>
/// <param name="Edits">What people did to the drafts.</param>
/// <param name="Reviews">Whether people really review.</param>
/// <param name="Outcomes">How good what left was.</param>
/// <param name="Answers">Does it save time, is the draft good, do people really review? And, where a person and the AI write one text, does writing at once pay?</param>
/// <param name="AtOnce">Whether writing at once pays; null where no run has two sides.</param>
public sealed record VersionMeasures(
    int? Version, RunEnds Runs, BeforeAfter BeforeAfter, Interval? SavedAgainstBefore, RunMinutes Minutes, RunLoops Loops, DraftEdits Edits, RunReviews Reviews,
    RunOutcomes Outcomes, IReadOnlyList<MeasuredAnswer> Answers, WritingAtOnce? AtOnce = null)
{
    internal static VersionMeasures Of(string seed, int? number, IReadOnlyList<(VersionGiven Given, RunCounts Counts)> versions, Histogram? savedBefore)
    {
        RunCounts counts = versions.Count == 1 ? versions[0].Counts : RunCounts.Of(versions.Select(version => version.Counts));
        var chance = SeededChance.Of(seed);
        Estimate Mean(Measure measure, double factor = 1) => Estimate.Of(counts.Values(measure), chance).Times(factor);
        var ends = RunEnds.Of(counts);
        var before = BeforeAfter.Of(versions, chance);
        var minutes = new RunMinutes(Mean(Measure.InputSeconds, 1 / 60.0), Mean(Measure.ReviewSeconds, 1 / 60.0), Mean(Measure.ElapsedSeconds, 1 / 60.0));
        var loops = new RunLoops(Mean(Measure.Loops), counts.Count(Measure.LoopedTwice), Mean(Measure.Crossings));
        var edits = new DraftEdits(
            counts.Sum(Measure.WordsDrafted), counts.Sum(Measure.WordsChanged), Mean(Measure.ChangedShare, 1 / 10_000.0), counts.Sum(Measure.ChangesAccepted),
            counts.Sum(Measure.ChangesEdited), counts.Sum(Measure.ChangesRejected), Share.Count(ends.Rejected + ends.Reverted, ends.Ended));
        RunReviews reviews = ReviewsOf(counts);
        var atOnce = WritingAtOnce.Of(counts, chance);
        return new VersionMeasures(
            number, ends, before, Against(savedBefore, versions, chance), minutes, loops, edits, reviews, OutcomesOf(counts, ends.Released),
            [
                MeasuredAnswer.SavesTime(before), MeasuredAnswer.DraftIsGood(edits, counts.Values(Measure.ChangedShare).Select(share => share / 10_000)),
                MeasuredAnswer.PeopleReview(reviews), .. atOnce is null ? Array.Empty<MeasuredAnswer>() : [atOnce.Answer],
            ],
            atOnce);
    }

    private static Interval? Against(Histogram? savedBefore, IReadOnlyList<(VersionGiven Given, RunCounts Counts)> versions, SeededChance chance)
    {
        if (savedBefore is null || savedBefore.Count < TooFew.Fewest)
        {
            return null;
        }

        Histogram saved = BeforeAfter.Saved(versions[0].Counts, versions[0].Given);
        return saved.Count < TooFew.Fewest ? null : Bootstrap.OfDifference(savedBefore, saved, chance);
    }

    private static RunReviews ReviewsOf(RunCounts counts)
    {
        var caught = new CatchRate((int)counts.Sum(Measure.PlantedFound), (int)counts.Sum(Measure.PlantedMissed));
        return new RunReviews(
            Share.Count((int)counts.Sum(Measure.Rushed), counts.Count(Measure.Rushed)), Share.Count(caught.Found, caught.Seeded), caught.LowerBound,
            counts.Count(Measure.Reduced), counts.Count(Measure.GlassBroken));
    }

    private static RunOutcomes OutcomesOf(RunCounts counts, int released)
    {
        (int well, int corrected, int complained) = (counts.Count(Measure.ReceivedWell), counts.Count(Measure.Corrected), counts.Count(Measure.ComplainedOf));
        (int clean, int faulty) = (counts.Count(Measure.OutputsClean), counts.Count(Measure.OutputsFaulty));
        var caught = new CatchRate((int)counts.Sum(Measure.PlantedFound), (int)counts.Sum(Measure.PlantedMissed));
        return new RunOutcomes(
            well, corrected, complained, Share.Count(corrected + complained, released), Share.Count(faulty, clean + faulty),
            AcceptanceSampling.ErrorBound(faulty, clean + faulty, caught));
    }
}
