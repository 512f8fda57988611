using HandoffOffice.Domain.Filtering;

namespace HandoffOffice.Domain.Reviewing;

/// <summary>What a reviewer decided about a change.</summary>
public enum Decision
{
    /// <summary>Nothing yet.</summary>
    Undecided,

    /// <summary>The words stay.</summary>
    Accepted,

    /// <summary>The words go.</summary>
    Rejected,

    /// <summary>The reviewer's words stand in their place.</summary>
    Edited,
}

/// <summary>What a change does to the text that was there.</summary>
public enum ChangeKind
{
    /// <summary>A sentence that was not there.</summary>
    Inserted,

    /// <summary>A sentence in the place of one like it.</summary>
    Replaced,

    /// <summary>A sentence goes.</summary>
    Deleted,
}

/// <summary>One change under review: a sentence that the draft inserts, replaces or deletes (see <see cref="Drafting.Passage"/>).</summary>
/// <param name="Id">The passage's id.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="EditedText">The reviewer's words, when edited.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
/// <param name="Previous">What stood here before the last revision, as the reviewer left it; null in a first draft, and for a sentence that was not there.</param>
/// <param name="Reason">The reviewer's comment that asked for it; null in a first draft, and for a sentence that the revision left as it was.</param>
/// <param name="CarriedOver">Whether the decision is the one of the round before, on the same words.</param>
/// <param name="Pick">What is said of a candidate that is kept; null for nothing, and in a workflow that filters nothing.</param>
public sealed record Change(
    string Id, Decision Decision = Decision.Undecided, string? EditedText = null, Person? By = null, DateTimeOffset? At = null,
    string? Previous = null, string? Reason = null, bool CarriedOver = false, Pick? Pick = null);

/// <summary>One checklist item confirmed, or waived, by one reviewer.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="By">The reviewer.</param>
/// <param name="At">When.</param>
/// <param name="TextDigest">The text it was confirmed for; another text ends it.</param>
/// <param name="EvidenceDigest">SHA-256 over the evidence that was on screen for it.</param>
/// <param name="WaiverReason">Why it was waived; null when it was confirmed.</param>
public sealed record Attestation(string ItemId, Person By, DateTimeOffset At, Sha256Digest TextDigest, Sha256Digest EvidenceDigest, string? WaiverReason = null);

/// <summary>What a person means by signing (C96; 21 CFR 11.50 asks that it be stated).</summary>
public enum SignatureMeaning
{
    /// <summary>I have read it and compared it with its record.</summary>
    Review,

    /// <summary>I approve that it leaves.</summary>
    Approval,

    /// <summary>I answer for it.</summary>
    Responsibility,
}

/// <summary>One reviewer's signature of one text.</summary>
/// <param name="By">The reviewer.</param>
/// <param name="At">When.</param>
/// <param name="TextDigest">The text.</param>
/// <param name="Confirmation">The sentence they confirmed.</param>
/// <param name="Meaning">What they meant by it.</param>
/// <param name="SignedInAt">When they last proved who they are; null where the identity provider does not say.</param>
/// <param name="Pace">How the time that the text was in view compares with its length.</param>
public sealed record Signature(
    Person By, DateTimeOffset At, Sha256Digest TextDigest, string Confirmation, SignatureMeaning Meaning, DateTimeOffset? SignedInAt, ReviewPace Pace);

/// <summary>What somebody does who signs.</summary>
/// <param name="Confirmation">The sentence that was confirmed.</param>
/// <param name="Shown">Digest of the text that was on the signer's screen.</param>
/// <param name="Meaning">What they mean by it.</param>
/// <param name="SignedInAt">When they last proved who they are; null where the identity provider does not say.</param>
public sealed record Signing(string Confirmation, Sha256Digest Shown, SignatureMeaning Meaning = SignatureMeaning.Approval, DateTimeOffset? SignedInAt = null);
