namespace HandoffOffice.Domain.Design;

/// <summary>An organisation does not learn handoffs on work where an error costs money or a client (C25).</summary>
public static class FirstWorkflow
{
    /// <summary>Why a workflow can't be an organisation's first one; null where it can.</summary>
    /// <param name="answers">What was found out about its work.</param>
    /// <param name="stakes">The stakes that the workflow has, or would have.</param>
    /// <param name="isFirst">Whether no other workflow of the organisation has got through a pilot yet.</param>
    /// <param name="allowed">An administrator's recorded leave, or null. The caller has checked that it was an administrator.</param>
    public static HandoffError? Stops(SuitabilityAnswers answers, Stakes stakes, bool isFirst, StakesOverride? allowed)
    {
        bool high = Suitability.HighStakes.Contains(answers.Kind) || stakes == Stakes.High || answers.Cost == MistakeCost.MoneyOrLaw;
        return !isFirst || !high ? null
            : allowed is null ? new HighStakesFirst(
                Suitability.HighStakes.Contains(answers.Kind) ? Suitability.NameOf(answers.Kind) : "Work in which an error costs money, a client or a legal position")
            : ReasonMissing.In(allowed.Reason);
    }
}

/// <summary>Work of high stakes can't be an organisation's first workflow.</summary>
/// <param name="Work">What it is, as the beginning of a sentence.</param>
public sealed record HighStakesFirst(string Work) : HandoffError(
    "high-stakes-first",
    $"{Work} is no first workflow: learn handoffs on work where a mistake is annoying and can be mended, such as status reports. "
    + "An administrator can allow it with a reason, which is kept.");
