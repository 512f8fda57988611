using System.Globalization;
using System.Text.Json.Serialization;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Reviewing.Seeding;

namespace HandoffOffice.Domain.Reviewing;

/// <summary>Why a draft is reviewed in full or not.</summary>
public enum ExtentGround
{
    /// <summary>In full: the workflow has not earned less, or its stakes never allow it.</summary>
    NotEarned,

    /// <summary>Reduced, by the sampling plan in force.</summary>
    SamplingPlan,

    /// <summary>In full: the sampling plan drew this one.</summary>
    Drawn,

    /// <summary>In full: a check warns of something, or blocks.</summary>
    CheckFound,

    /// <summary>In full: a revision was asked for.</summary>
    Revised,

    /// <summary>In full again: the reviewer changed or rejected something.</summary>
    ReviewerFound,

    /// <summary>In full again: the plan ended between the draw and the signature.</summary>
    PlanEnded,
}

/// <summary>
/// How much of a draft its reviewers go through, decided when it comes into review by the sampling plan's numbers and by chance, never by a person or a flow
/// (C53). A reduced review is one signature of a named reviewer, who confirms the non-negotiable items; blocking findings still stop it.
/// </summary>
/// <param name="Ground">Why.</param>
/// <param name="Stakes">What an error would cost.</param>
/// <param name="Trust">The plan's numbers at the draw.</param>
/// <param name="CatchRate">The share of planted errors that the reviewers are sure to find; null where none can be claimed.</param>
/// <param name="At">When it was drawn.</param>
/// <param name="IsFilter">Whether candidates are reviewed: those are never left undecided.</param>
public sealed record ReviewExtent(ExtentGround Ground, Stakes Stakes, TrustLevel Trust, double? CatchRate, DateTimeOffset At, bool IsFilter = false)
{
    /// <summary>Whether the review is reduced.</summary>
    [JsonIgnore]
    public bool IsReduced => Ground == ExtentGround.SamplingPlan;

    /// <summary>Why, in one sentence for a person.</summary>
    public string Sentence() => Ground switch
    {
        ExtentGround.NotEarned when IsFilter => "A person decides about every candidate: that is what they are handed over for.",
        ExtentGround.NotEarned when Rigor.Of(Stakes).ErrorBound is null => $"With {Stakes.ToString().ToLowerInvariant()} stakes every text is reviewed in full.",
        ExtentGround.NotEarned => $"Reviewed in full: {Numbers()}, which is not enough to review less.",
        ExtentGround.SamplingPlan => $"The review is reduced: {Numbers()}; one in {Trust.Plan?.OneIn} is reviewed in full.",
        ExtentGround.Drawn => $"Reviewed in full: {Numbers()}; one in {Trust.Plan?.OneIn} is reviewed in full, and this one was drawn.",
        ExtentGround.CheckFound => "Reviewed in full: a check points at something in this text.",
        ExtentGround.Revised => "Reviewed in full: a revision was asked for.",
        ExtentGround.ReviewerFound => "Reviewed in full: something in this text was changed or rejected.",
        ExtentGround.PlanEnded => "Reviewed in full: an error was found in another text since this draft came.",
        _ => throw new InvalidOperationException($"{Ground} has no sentence."),
    };

    /// <summary>Whether a finding sends the draft to a full review.</summary>
    internal static bool IsPointedAt(CheckReport report) => report.Findings.Any(finding => finding.Severity >= Severity.Warning);

    /// <summary>Draws.</summary>
    internal static ReviewExtent Draw(Handoff handoff, TrustLevel trust, CatchRate caught, CheckReport report, IChance chance, DateTimeOffset now)
    {
        bool isFilter = handoff.Terms.Filter is not null;
        ExtentGround ground = trust.Plan is not { } plan || handoff.Rigor.ErrorBound is null || isFilter ? ExtentGround.NotEarned
            : handoff.LoopsUsed + handoff.RefusedLoops > 0 ? ExtentGround.Revised
            : IsPointedAt(report) ? ExtentGround.CheckFound
            : chance.Below(plan.OneIn) == 0 ? ExtentGround.Drawn
            : ExtentGround.SamplingPlan;
        return new ReviewExtent(ground, handoff.Terms.Stakes, trust, caught.LowerBound, now, isFilter);
    }

    private string Numbers() => Trust.ErrorBound is { } bound
        ? $"{Trust.CleanInARow} clean in a row; error rate below {Percent(bound)} % with {Percent(Binomial.Confidence)} % confidence"
        : $"{Trust.CleanInARow} clean in a row";

    // Rounded up: a bound that is shown too low would be none.
    private static string Percent(double share) => (Math.Ceiling(Math.Round(share * 1000, 6)) / 10).ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>A review that was reduced is one in full again.</summary>
public sealed record ReviewIsInFull() : HandoffError(
    "review-in-full", "An error was found in another text of this workflow since this draft came, so it is reviewed in full. Go through its changes and its checklist, then sign.");
