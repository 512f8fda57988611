using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Domain;

/// <summary>Why something can't be done to a handoff; never a fault of the software.</summary>
/// <param name="Code">Stable, lower-case words joined by hyphens.</param>
/// <param name="Detail">What is wrong and what to do, for a person.</param>
public abstract record HandoffError(string Code, string Detail);

/// <summary>The state forbids the action.</summary>
/// <param name="Action">What was asked.</param>
/// <param name="State">The state it is in.</param>
/// <param name="Possible">What can be done in that state.</param>
public sealed record ActionNotPossible(HandoffAction Action, HandoffState State, IReadOnlyList<HandoffAction> Possible)
    : HandoffError("action-not-possible", $"This can't be done while the handoff is in the state {State}.");

/// <summary>This person may not do it.</summary>
public sealed record NotYours(string Rule, string Why) : HandoffError(Rule, Why);

/// <summary>An application asked for what only a person can do.</summary>
public sealed record ApplicationsCannotReview()
    : HandoffError("applications-cannot-review", "A flow or application can't review, sign or release. A named person has to.");

/// <summary>There is no such change in the draft.</summary>
public sealed record UnknownChange(string ChangeId) : HandoffError("unknown-change", $"The draft has no change '{ChangeId}'.");

/// <summary>There is no such item on the checklist.</summary>
public sealed record UnknownItem(string ItemId) : HandoffError("unknown-checklist-item", $"The checklist has no item '{ItemId}'.");

/// <summary>A replacement text is empty or has line breaks or control characters.</summary>
public sealed record UnusableText() : HandoffError("unusable-text", "The new text is empty, too long, or has line breaks or control characters. Write one line.");

/// <summary>The author's own document can't take a reviewer's words where they are to stand.</summary>
public sealed record DocumentRefusesWords(string Why) : HandoffError("document-refuses-words", $"{Why} Accept or reject the change instead.");

/// <summary>The author's own document has more text in its sections than a draft revises.</summary>
public sealed record TooMuchToRevise(int Length)
    : HandoffError("too-much-to-revise", $"The sections of this document have {Length} characters; at most {Drafting.ExistingText.MaxLength} can be revised. Take text out that does not belong to them.");

/// <summary>A reason or comment is missing.</summary>
public sealed record ReasonMissing() : HandoffError("reason-missing", "Give a reason of 1 to 2,000 characters.")
{
    /// <summary>What is wrong with these words as a reason, or null.</summary>
    public static HandoffError? In(string reason) => string.IsNullOrWhiteSpace(reason) || reason.Length > Handoff.MaxReasonLength ? new ReasonMissing() : null;
}

/// <summary>A non-negotiable item can't be waived.</summary>
public sealed record CannotBeWaived(string ItemId) : HandoffError("non-negotiable", $"The checklist item '{ItemId}' is non-negotiable: it can be confirmed, not waived.");

/// <summary>The approved text was asked for, and nothing is approved.</summary>
/// <param name="State">Where the handoff is.</param>
public sealed record NotApproved(HandoffState State)
    : HandoffError("not-approved", $"There is no approved text: the handoff is in the state {State}. A person has to review and sign it first.");

/// <summary>The loops are used up.</summary>
public sealed record LoopBudgetSpent(int Budget)
    : HandoffError("loop-budget-spent", $"{Spent(Budget)} Edit the text yourself, finish by hand, or have the workflow adjusted: a handoff that needs more loops is designed wrong.")
{
    /// <summary>What can be done instead.</summary>
    public IReadOnlyList<LoopAlternative> WaysOut { get; } =
    [
        new("edit", "Edit the text yourself: change the sentences that are not right, then sign."),
        new("manual", "Finish by hand: the draft is dropped and a person writes the text."),
        new("workflow", "Have the workflow adjusted: tell its designer what the form or the instructions lack."),
    ];

    private static string Spent(int budget) => budget switch
    {
        0 => "This workflow plans no revision.",
        1 => "The one revision is used.",
        _ => $"All {budget} revisions are used.",
    };

    /// <inheritdoc />
    public bool Equals(LoopBudgetSpent? other) => other?.Budget == Budget;

    /// <inheritdoc />
    public override int GetHashCode() => Budget;
}

/// <summary>What can be done where no revision is left.</summary>
/// <param name="Code">Stable: <c>edit</c>, <c>manual</c> or <c>workflow</c>.</param>
/// <param name="Text">What to do, for a person.</param>
public sealed record LoopAlternative(string Code, string Text);

/// <summary>The text on the signer's screen is not the text as it stands.</summary>
public sealed record TextHasChanged() : HandoffError("text-has-changed", "The text has changed since it was shown to you. Look at it again, then sign.");

/// <summary>Changes are still undecided.</summary>
public sealed record ChangesUndecided(int Count) : HandoffError("changes-undecided", $"{Count} {(Count == 1 ? "change is" : "changes are")} undecided.");

/// <summary>Blocking findings stand.</summary>
public sealed record FindingsBlock(int Count) : HandoffError("findings-block", $"{Count} blocking {(Count == 1 ? "finding stands" : "findings stand")}. Edit or reject the words it is about.");

/// <summary>Checklist items are open.</summary>
public sealed record ChecklistOpen(int Count) : HandoffError("checklist-open", $"{Count} checklist {(Count == 1 ? "item is" : "items are")} not confirmed.");

/// <summary>The confirmation is not the sentence that was shown.</summary>
public sealed record ConfirmationDiffers() : HandoffError("confirmation-differs", "The confirmation is not the sentence that the gate asks for.");

/// <summary>There is nothing left to approve.</summary>
public sealed record NothingLeft() : HandoffError("nothing-left", "Every change is rejected: there is no text to sign. Reject the draft, or finish by hand.");

/// <summary>The seal does not hold for what is about to leave.</summary>
public sealed record SealBroken(string Reason) : HandoffError("seal-broken", $"The approval no longer holds: {Reason} The handoff is back in review; nothing has left.")
{
    /// <summary>Its time is over.</summary>
    public static SealBroken Expired { get; } = new("it has expired.");
}

/// <summary>With these stakes nobody waives an item.</summary>
public sealed record NoWaivers() : HandoffError("no-waivers", "With high stakes no item of the checklist can be waived: confirm it, or ask for a revision.");

/// <summary>A break-glass approval was to hold for too long.</summary>
public sealed record GlassTooLong() : HandoffError("glass-too-long", $"A break-glass approval holds for 1 to {Handoff.MaxGlassMinutes} minutes.");

/// <summary>The draft was replaced by a newer one while somebody looked at it.</summary>
public sealed record DraftReplaced(Guid HandoffId, int Newest)
    : HandoffError("draft-replaced", $"Draft {Newest} has taken the place of the one you looked at. Look at the newer one; nothing was stored.");

/// <summary>The text was in view for less time than reading it takes, or not all of it.</summary>
public sealed record TooLittleViewed(ReviewPace Pace) : HandoffError("too-little-viewed", Pace.IsPartial
    ? "With high stakes every change has to have been on screen. Go through those you have not seen."
    : $"With high stakes the {Pace.Words} words have to be in view for the {Math.Ceiling(Pace.Needed.TotalSeconds)} seconds that reading takes; so far {Math.Floor(Pace.Active.TotalSeconds)}.");

/// <summary>A planted error is still in the text.</summary>
public sealed record SeedStillIn() : HandoffError("seed-still-in", "The text still has a practice error in it. Go through the changes, then sign.");

/// <summary>With these stakes the signer has to sign in anew.</summary>
public sealed record FreshSignInNeeded(TimeSpan MaxAge)
    : HandoffError("fresh-sign-in-needed", $"With high stakes you sign in again before you sign: within the last {MaxAge.TotalMinutes:0} minutes.");

/// <summary>The review is not overdue, or was escalated for this due time.</summary>
public sealed record NothingToEscalate() : HandoffError("nothing-to-escalate", "The review is not overdue, or was escalated already.");

/// <summary>The approval's time is not over.</summary>
public sealed record ApprovalHolds(DateTimeOffset Until) : HandoffError("approval-holds", "The approval has not expired yet.");
