namespace HandoffOffice.Domain;

/// <summary>What can happen to a handoff. The names are those in the ledger, which never change.</summary>
public enum HandoffEventKind
{
    /// <summary>The record was handed over.</summary>
    Started,

    /// <summary>A document of the author's is what the draft goes into.</summary>
    DocumentTaken,

    /// <summary>The author has done the sections that a person writes.</summary>
    OwnSectionsDone,

    /// <summary>A draft was asked for.</summary>
    DraftingStarted,

    /// <summary>The draft came.</summary>
    Drafted,

    /// <summary>No draft came.</summary>
    DraftingFailed,

    /// <summary>The draft was held against its record.</summary>
    Checked,

    /// <summary>The review is reduced, by the sampling plan.</summary>
    ReviewReduced,

    /// <summary>The review is a full one.</summary>
    ReviewInFull,

    /// <summary>A practice error was planted.</summary>
    ErrorSeeded,

    /// <summary>A reviewer found the practice error.</summary>
    SeedFound,

    /// <summary>A reviewer let the practice error stand.</summary>
    SeedMissed,

    /// <summary>The practice error was taken out before anybody had decided about it.</summary>
    SeedWithdrawn,

    /// <summary>A change was accepted, edited, rejected, or opened again.</summary>
    ChangeDecided,

    /// <summary>A decision of an earlier draft stands for the same change of the new one.</summary>
    ChangeCarriedOver,

    /// <summary>Something was said about a candidate: its angle, depth, person or day.</summary>
    CandidatePicked,

    /// <summary>A checklist item was confirmed.</summary>
    ItemConfirmed,

    /// <summary>A checklist item was waived.</summary>
    ItemWaived,

    /// <summary>A confirmation was taken back.</summary>
    ItemTakenBack,

    /// <summary>A reviewer signed.</summary>
    Signed,

    /// <summary>The signatures are complete; the text is sealed.</summary>
    Approved,

    /// <summary>An administrator approved it without its reviewers.</summary>
    GlassBroken,

    /// <summary>The approval ended.</summary>
    ApprovalVoided,

    /// <summary>A revision was asked for.</summary>
    RevisionRequested,

    /// <summary>A revision was asked for when none was left.</summary>
    RevisionRefused,

    /// <summary>A review was passed on.</summary>
    Delegated,

    /// <summary>A review was passed on for somebody who is away.</summary>
    Reassigned,

    /// <summary>The review is overdue, and was said to be.</summary>
    Escalated,

    /// <summary>The draft was rejected.</summary>
    Rejected,

    /// <summary>A person took the work over by hand.</summary>
    RevertedToManual,

    /// <summary>Its author took it back.</summary>
    Withdrawn,

    /// <summary>A flow was given the approved text.</summary>
    GivenToFlow,

    /// <summary>The sealed text was handed out.</summary>
    Released,

    /// <summary>The mailbox took the mail.</summary>
    Delivered,

    /// <summary>The mailbox refused the mail.</summary>
    DeliveryRefused,

    /// <summary>It is not known whether the mail left.</summary>
    DeliveryUncertain,

    /// <summary>The mail was found among what was sent.</summary>
    DeliveryConfirmed,

    /// <summary>The mail was not found, and is sent again.</summary>
    DeliveryRepeated,

    /// <summary>How it was received was recorded.</summary>
    OutcomeRecorded,
}
