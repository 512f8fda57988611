using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;

namespace HandoffOffice.Domain.Piloting;

/// <summary>One thing that a workflow has to show before everybody runs it (C43).</summary>
/// <param name="Code">Stable: <c>time</c>, <c>quality</c>, <c>review</c>, <c>use</c>, <c>received</c>.</param>
/// <param name="Passes">Whether it is shown.</param>
/// <param name="Sentence">What the pilot's numbers say, for a person.</param>
public sealed record RollOutCheck(string Code, bool Passes, string Sentence);

/// <summary>What a pilot has to show.</summary>
public static class RollOut
{
    /// <summary>
    /// The time has to be saved for all to see, and drafts must not be bad, reviews not rushed and the workflow not shunned. That people really review takes
    /// more planted errors than a pilot has runs, so that it is not to be proved here.
    /// </summary>
    /// <param name="answers">What the measures say.</param>
    /// <param name="outcomes">How what was released was received.</param>
    /// <param name="bar">What that has to reach.</param>
    public static IReadOnlyList<RollOutCheck> Checks(IReadOnlyList<MeasuredAnswer> answers, RunOutcomes outcomes, ReceptionBar bar)
    {
        int known = outcomes.ReceivedWell + outcomes.Corrected + outcomes.ComplainedOf;
        return
        [
            .. answers.Select(answer => new RollOutCheck(CodeOf(answer.Question), Passes(answer), answer.Sentence)),
            new RollOutCheck("received", bar.IsReached(outcomes.ReceivedWell, known), bar.Told(outcomes.ReceivedWell, known)),
        ];
    }

    private static bool Passes(MeasuredAnswer answer) => answer.Question switch
    {
        Question.SavesTime => answer.Verdict == Verdict.Yes,
        Question.DraftIsGood => answer.Verdict is Verdict.Yes or Verdict.Unclear,
        _ => answer.Verdict != Verdict.No,
    };

    private static string CodeOf(Question question) => question switch
    {
        Question.SavesTime => "time",
        Question.DraftIsGood => "quality",
        Question.PeopleReview => "review",
        _ => "use",
    };
}
