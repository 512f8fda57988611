using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Domain.Measuring;

/// <summary>A continuous sampling plan, CSP-1 (Dodge 1943, doi:10.1214/aoms/1177731420): after so many clean outputs in a row one in so many is reviewed in full, until one is not clean.</summary>
/// <param name="Clean">Clean outputs in a row, each reviewed in full (Dodge's i).</param>
/// <param name="OneIn">Then one in so many is drawn for a full review (1 / Dodge's f).</param>
/// <param name="Outgoing">The average share of errors that it lets out at the most, with reviewers who find all (AOQL).</param>
public sealed record SamplingPlan(int Clean, int OneIn, double Outgoing);

/// <summary>What was reviewed, and how it went.</summary>
public enum OutputScore
{
    /// <summary>Reviewed in full; every change was accepted as drafted, and no revision was asked for.</summary>
    Clean,

    /// <summary>A reviewer changed, rejected or sent back something of it, or it turned out wrong after its release.</summary>
    Faulty,

    /// <summary>Its review was reduced, and nothing was found. It says nothing of how good outputs are.</summary>
    NotReviewed,
}

/// <summary>One output of a workflow, in the order in which they were scored.</summary>
/// <param name="WorkflowVersion">The version it followed: input template, contract, gate and brief.</param>
/// <param name="Origin">The model, or the rules, that drafted it, with its version.</param>
/// <param name="Score">How it went.</param>
public sealed record ScoredOutput(int WorkflowVersion, string Origin, OutputScore Score);

/// <summary>Why a review is in full or reduced: the numbers of the plan at the moment of the draw (C53).</summary>
/// <param name="Reviewed">Outputs of this version and origin that were reviewed in full.</param>
/// <param name="Faults">Those of them that were not clean.</param>
/// <param name="CleanInARow">Clean outputs since the last fault.</param>
/// <param name="ErrorBound">The error rate stays below this with a chance of 95 %, corrected by the catch rate; null where no catch rate can be claimed.</param>
/// <param name="Plan">The plan in force; null for a full review of everything.</param>
public sealed record TrustLevel(int Reviewed, int Faults, int CleanInARow, double? ErrorBound, SamplingPlan? Plan);

/// <summary>Earned trust: when the review of a workflow's outputs may be reduced, and when that ends.</summary>
public static class AcceptanceSampling
{
    private static readonly IReadOnlyList<SamplingPlan> TwoPercent = [new SamplingPlan(54, 10, 0.02), new SamplingPlan(36, 5, 0.02)];

    private static readonly IReadOnlyList<SamplingPlan> FivePercent = [new SamplingPlan(14, 5, 0.05)];

    /// <summary>The plans that these stakes allow, the one with the longest run first; none where review is never reduced.</summary>
    public static IReadOnlyList<SamplingPlan> Plans(Stakes stakes) => Rigor.Of(stakes).ErrorBound is null ? [] : stakes == Stakes.Low ? FivePercent : TwoPercent;

    /// <summary>The error rate that these outputs leave open, one-sided 95 %; a reviewer who misses some is allowed for. Null where no catch rate can be claimed.</summary>
    public static double? ErrorBound(int faults, int reviewed, CatchRate caught) =>
        caught.LowerBound is { } rate and > 0 ? Math.Min(1, Binomial.UpperBound(faults, reviewed) / rate) : null;

    /// <summary>Where a workflow stands after these outputs.</summary>
    /// <param name="stakes">Its stakes.</param>
    /// <param name="version">The version of the next output.</param>
    /// <param name="origin">Who drafts the next output.</param>
    /// <param name="outputs">What was scored, oldest first. A change of version or origin begins anew.</param>
    /// <param name="caught">How well its reviewers look.</param>
    public static TrustLevel Stand(Stakes stakes, int version, string origin, IEnumerable<ScoredOutput> outputs, CatchRate caught)
    {
        (int reviewed, int faults, int inARow) = (0, 0, 0);
        foreach (ScoredOutput output in outputs)
        {
            if (output.WorkflowVersion != version || output.Origin != origin)
            {
                (reviewed, faults, inARow) = (0, 0, 0);
                continue;
            }

            (reviewed, faults, inARow) = output.Score switch
            {
                OutputScore.Clean => (reviewed + 1, faults, inARow + 1),
                OutputScore.Faulty => (reviewed + 1, faults + 1, 0),
                _ => (reviewed, faults, inARow),
            };
        }

        double? bound = ErrorBound(faults, reviewed, caught);
        bool isShown = bound is { } shown && Rigor.Of(stakes).ErrorBound is { } asked && shown <= asked;
        return new TrustLevel(reviewed, faults, inARow, bound, isShown ? Plans(stakes).FirstOrDefault(plan => inARow >= plan.Clean) : null);
    }
}
