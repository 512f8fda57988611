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

/// <summary>One change under review: a sentence of the draft.</summary>
/// <param name="Id">The sentence's id in the draft.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="EditedText">The reviewer's words, when edited.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
public sealed record Change(string Id, Decision Decision = Decision.Undecided, string? EditedText = null, Person? By = null, DateTimeOffset? At = null);

/// <summary>One checklist item confirmed, or waived, by one reviewer.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="By">The reviewer.</param>
/// <param name="At">When.</param>
/// <param name="TextDigest">The text it was confirmed for; another text ends it.</param>
/// <param name="EvidenceDigest">SHA-256 over the evidence that was on screen for it.</param>
/// <param name="WaiverReason">Why it was waived; null when it was confirmed.</param>
public sealed record Attestation(string ItemId, Person By, DateTimeOffset At, Sha256Digest TextDigest, Sha256Digest EvidenceDigest, string? WaiverReason = null);

/// <summary>One reviewer's signature of one text.</summary>
/// <param name="By">The reviewer.</param>
/// <param name="At">When.</param>
/// <param name="TextDigest">The text.</param>
/// <param name="Confirmation">The sentence they confirmed.</param>
public sealed record Signature(Person By, DateTimeOffset At, Sha256Digest TextDigest, string Confirmation);
