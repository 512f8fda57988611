namespace HandoffOffice.Domain;

/// <summary>Where a handoff is in its life.</summary>
public enum HandoffState
{
    /// <summary>The record is in; nothing is drafted.</summary>
    Intake,

    /// <summary>The draft is being written.</summary>
    Drafting,

    /// <summary>The draft is there; the automatic checks run.</summary>
    Checking,

    /// <summary>People review it.</summary>
    InReview,

    /// <summary>A revision was asked for and is not being written yet.</summary>
    Revising,

    /// <summary>Signed and sealed; it may leave.</summary>
    Approved,

    /// <summary>It left. Final.</summary>
    Released,

    /// <summary>A reviewer refused it. Final.</summary>
    Rejected,

    /// <summary>No draft came; it can be tried again.</summary>
    Failed,

    /// <summary>A person wrote it by hand after all. Final, and measured as such.</summary>
    RevertedToManual,

    /// <summary>Its author took it back before it was approved. Final.</summary>
    Withdrawn,
}

/// <summary>What can be done to a handoff.</summary>
public enum HandoffAction
{
    /// <summary>Take the author's own document as the base.</summary>
    UseDocument,

    /// <summary>Write the sections that are the author's own.</summary>
    WriteOwn,

    /// <summary>Begin to write a draft.</summary>
    StartDraft,

    /// <summary>Take in the finished draft.</summary>
    CompleteDraft,

    /// <summary>Record that no draft came.</summary>
    FailDraft,

    /// <summary>Take in what the checks say.</summary>
    CompleteChecks,

    /// <summary>Have the draft in view.</summary>
    View,

    /// <summary>Accept, reject or edit a change.</summary>
    Decide,

    /// <summary>Confirm a checklist item.</summary>
    Attest,

    /// <summary>Sign the text.</summary>
    Sign,

    /// <summary>Approve without the gate's review, as an administrator, for a reason and a short time.</summary>
    BreakGlass,

    /// <summary>Ask the AI for another draft.</summary>
    Revise,

    /// <summary>Refuse the draft.</summary>
    Reject,

    /// <summary>Finish by hand.</summary>
    RevertToManual,

    /// <summary>Take back what one has started and nobody has approved.</summary>
    Withdraw,

    /// <summary>Pass one's own review on.</summary>
    Delegate,

    /// <summary>Pass the review of somebody who is away on.</summary>
    Reassign,

    /// <summary>Say that a review is overdue.</summary>
    Escalate,

    /// <summary>End an approval that no longer holds.</summary>
    VoidApproval,

    /// <summary>Let it leave.</summary>
    Release,

    /// <summary>Record how what left was received.</summary>
    RecordOutcome,
}
