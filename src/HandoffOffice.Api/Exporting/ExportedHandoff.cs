using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Api.Exporting;

/// <summary>A handoff as a line of a report: who did what when, and how it went. Times are UTC.</summary>
/// <param name="Id">The handoff.</param>
/// <param name="Workflow">Its workflow, by the key.</param>
/// <param name="Version">The workflow's version.</param>
/// <param name="Stakes">What an error would cost.</param>
/// <param name="Subject">The document's title or the mail's subject.</param>
/// <param name="State">Where it is.</param>
/// <param name="Author">Who handed over; object id (Entra ID).</param>
/// <param name="AuthorName">Their name then.</param>
/// <param name="Reviewers">Who is to review; object ids.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="ChangedAt">When something last happened.</param>
/// <param name="DueAt">When its review was or is due; null where there was none.</param>
/// <param name="EscalatedAt">When it was escalated; null where it was not.</param>
/// <param name="Drafts">How many drafts there were.</param>
/// <param name="WrittenBy">What wrote the last one; null before the first.</param>
/// <param name="Undecided">Changes that nobody has decided about.</param>
/// <param name="Accepted">Changes that were accepted as they were.</param>
/// <param name="Edited">Changes that were edited.</param>
/// <param name="Rejected">Changes that were rejected.</param>
/// <param name="Blocking">Findings that stand in the way of a signature.</param>
/// <param name="Warnings">Findings that are worth a look.</param>
/// <param name="Loops">How often it went back to be written anew.</param>
/// <param name="SignedBy">Who signed the text as it stands; object ids.</param>
/// <param name="SignedAt">When the last of them did; null where nobody has.</param>
/// <param name="ReleasedBy">Who released it; null while it has not left.</param>
/// <param name="ReleasedAt">When it left.</param>
/// <param name="Channel">How it left.</param>
/// <param name="LeftDigest">SHA-256 over the bytes that left.</param>
/// <param name="Outcome">The worst that was reported after it left; null where nothing was.</param>
public sealed record ExportedHandoff(
    Guid Id, string Workflow, int Version, Stakes Stakes, string Subject, HandoffState State, string Author, string AuthorName, IReadOnlyList<string> Reviewers,
    DateTimeOffset StartedAt, DateTimeOffset ChangedAt, DateTimeOffset? DueAt, DateTimeOffset? EscalatedAt, int Drafts, DraftOriginKind? WrittenBy,
    int Undecided, int Accepted, int Edited, int Rejected, int Blocking, int Warnings, int Loops, IReadOnlyList<string> SignedBy, DateTimeOffset? SignedAt,
    string? ReleasedBy, DateTimeOffset? ReleasedAt, ReleaseChannel? Channel, string? LeftDigest, Reception? Outcome)
{
    internal static IReadOnlyList<object?> Header { get; } =
    [
        "id", "workflow", "version", "stakes", "subject", "state", "author", "authorName", "reviewers", "startedAt", "changedAt", "dueAt", "escalatedAt", "drafts", "writtenBy",
        "undecided", "accepted", "edited", "rejected", "blocking", "warnings", "loops", "signedBy", "signedAt", "releasedBy", "releasedAt", "channel", "leftDigest", "outcome",
    ];

    internal static IEnumerable<ExportedHandoff> Of(Handoff h)
    {
        int Decided(Decision decision) => h.Changes.Count(change => change.Decision == decision);
        int Found(Severity severity) => h.Report?.Findings.Count(finding => finding.Severity == severity) ?? 0;
        yield return new(
            h.Id, h.Terms.WorkflowKey, h.Terms.WorkflowVersion, h.Terms.Stakes, h.Subject, h.State, h.Author.Id, h.Author.Name, [.. h.Reviewers.Select(person => person.Id)],
            h.CreatedAt, h.UpdatedAt, h.DueAt, h.EscalatedAt, h.Drafts.Count, h.CurrentDraft?.Origin.Kind,
            Decided(Decision.Undecided), Decided(Decision.Accepted), Decided(Decision.Edited), Decided(Decision.Rejected), Found(Severity.Blocking), Found(Severity.Warning), h.LoopsUsed,
            [.. h.Signatures.Select(signature => signature.By.Id)], h.Signatures.Max(signature => (DateTimeOffset?)signature.At),
            h.Released?.By.Id, h.Released?.At, h.Released?.Channel, (h.Released?.LeftDigest ?? h.Released?.FileDigest)?.ToString(), h.WorstOutcome);
    }

    internal IReadOnlyList<object?> Cells() =>
    [
        $"{Id}", Workflow, Version, $"{Stakes}", Subject, $"{State}", Author, AuthorName, string.Join(' ', Reviewers), StartedAt, ChangedAt, DueAt, EscalatedAt, Drafts, WrittenBy?.ToString(),
        Undecided, Accepted, Edited, Rejected, Blocking, Warnings, Loops, string.Join(' ', SignedBy), SignedAt, ReleasedBy, ReleasedAt, Channel?.ToString(), LeftDigest, Outcome?.ToString(),
    ];
}

/// <summary>A finding as a line of a report. What it quotes, of the text or of the record, stays with its handoff.</summary>
/// <param name="Handoff">The handoff.</param>
/// <param name="Workflow">Its workflow, by the key.</param>
/// <param name="Version">The workflow's version.</param>
/// <param name="State">Where the handoff is.</param>
/// <param name="ChangedAt">When something last happened to it, UTC.</param>
/// <param name="Id">The finding, among those of its handoff.</param>
/// <param name="Check">Which check says it.</param>
/// <param name="Severity">How much it matters, as the gate sets it.</param>
/// <param name="Field">The record's field that it is about, as a JSON pointer; null for none.</param>
/// <param name="Sentence">The sentence that it is about; null where something is missing or the whole text is meant.</param>
public sealed record ExportedFinding(
    Guid Handoff, string Workflow, int Version, HandoffState State, DateTimeOffset ChangedAt, string Id, CheckKind Check, Severity Severity, string? Field, string? Sentence)
{
    internal static IReadOnlyList<object?> Header { get; } = ["handoff", "workflow", "version", "state", "changedAt", "id", "check", "severity", "field", "sentence"];

    internal static IEnumerable<ExportedFinding> Of(Handoff h) => (h.Report?.Findings ?? []).Select(finding => new ExportedFinding(
        h.Id, h.Terms.WorkflowKey, h.Terms.WorkflowVersion, h.State, h.UpdatedAt, finding.Id, finding.Check, finding.Severity, finding.Pointer?.ToString(), finding.Span?.PieceId));

    internal IReadOnlyList<object?> Cells() => [$"{Handoff}", Workflow, Version, $"{State}", ChangedAt, Id, $"{Check}", $"{Severity}", Field, Sentence];
}
