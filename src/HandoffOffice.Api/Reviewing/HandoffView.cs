using System.Text.Json;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Measuring;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Reviewing;

/// <summary>A handoff as one caller sees it now.</summary>
public sealed record HandoffView
{
    /// <summary>The handoff.</summary>
    public required Guid Id { get; init; }

    /// <summary>Changes with every action.</summary>
    public required string Etag { get; init; }

    /// <summary>Where it is.</summary>
    public required HandoffState State { get; init; }

    /// <summary>What it follows.</summary>
    public required WorkflowReference Workflow { get; init; }

    /// <summary>The document's title or the mail's subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The addresses a mail goes to; empty for a document.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The id of the sensitivity label that its text has: the highest of its sources; null without one.</summary>
    public Guid? SensitivityLabel { get; init; }

    /// <summary>The responsible author.</summary>
    public required Person Author { get; init; }

    /// <summary>The named reviewers.</summary>
    public required IReadOnlyList<Person> Reviewers { get; init; }

    /// <summary>Who answers for what.</summary>
    public required IReadOnlyList<ResponsibilityView> Responsibilities { get; init; }

    /// <summary>The frozen input record.</summary>
    public required JsonElement Record { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its review is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the review was escalated because nobody had signed in time.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>How its reviews were passed on, oldest first.</summary>
    public required IReadOnlyList<Delegation> Delegations { get; init; }

    /// <summary>What the caller can do now, and why not what they can't.</summary>
    public required IReadOnlyList<ActionView> Actions { get; init; }

    /// <summary>The draft that counts.</summary>
    public DraftView? Draft { get; init; }

    /// <summary>Whether drafts revise text that the author's own document has, and not only add to it.</summary>
    public required bool RevisesExistingText { get; init; }

    /// <summary>Its changes, in the order of the document.</summary>
    public required IReadOnlyList<ChangeView> Changes { get; init; }

    /// <summary>The text as it stands, sentence by sentence, what is kept with what is changed; null before the first draft.</summary>
    public IReadOnlyList<SentenceView>? Text { get; init; }

    /// <summary>What the checks say of the text as it stands.</summary>
    public required IReadOnlyList<FindingView> Findings { get; init; }

    /// <summary>What the checks looked at; empty before the first draft.</summary>
    public required EvidenceView Evidence { get; init; }

    /// <summary>The checklist.</summary>
    public required IReadOnlyList<ChecklistItemView> Checklist { get; init; }

    /// <summary>The automatic checks of its gate.</summary>
    public required IReadOnlyList<CheckKind> Checks { get; init; }

    /// <summary>Revisions asked for, of those allowed.</summary>
    public required LoopView Loop { get; init; }

    /// <summary>The sentence that a reviewer confirms when signing.</summary>
    public required string Confirmation { get; init; }

    /// <summary>SHA-256 over the text as it stands.</summary>
    public required Sha256Digest TextDigest { get; init; }

    /// <summary>How long the caller had the draft in view, where the caller reviews it.</summary>
    public ViewingView? Viewing { get; init; }

    /// <summary>Whether the review is in full or reduced, and why; null before the first draft.</summary>
    public ExtentView? Extent { get; init; }

    /// <summary>How strict the review is.</summary>
    public required RigorView Rigor { get; init; }

    /// <summary>How many people have to sign.</summary>
    public required int RequiredSignatures { get; init; }

    /// <summary>Who has signed the text as it stands.</summary>
    public required IReadOnlyList<SignatureView> Signatures { get; init; }

    /// <summary>The approval, while it holds.</summary>
    public SealView? Seal { get; init; }

    /// <summary>That it left.</summary>
    public ReleaseView? Release { get; init; }

    /// <summary>How what left was received, oldest first; the worst counts.</summary>
    public required IReadOnlyList<OutcomeView> Outcomes { get; init; }

    /// <summary>How far its sending has come, where it was released to be sent from a mailbox.</summary>
    public DeliveryView? Delivery { get; init; }

    /// <summary>What it took.</summary>
    public required TimingView Timing { get; init; }

    /// <summary>Why the last attempt to draft brought nothing.</summary>
    public FailureView? Failure { get; init; }

    /// <summary>Whose each section is, and how far both sides are; null where the AI writes all.</summary>
    public ParallelView? Parallel { get; init; }

    /// <summary>What it filters, and how the triage goes; null in a workflow that filters nothing.</summary>
    public FilterView? Filter { get; init; }

    /// <summary>In the answer to a decision only: that the change had a practice error in it.</summary>
    public SeedResultView? SeedResult { get; init; }

    internal static HandoffView Of(Handoff handoff, Workflow workflow, Caller caller, DateTimeOffset now, RevisionMap revisions)
    {
        Actor actor = caller.ToActor();
        return new HandoffView
        {
            Id = handoff.Id,
            Etag = $"{handoff.Revision}",
            State = handoff.State,
            Workflow = new WorkflowReference(
                workflow.Key, workflow.Version, workflow.Name, workflow.Stakes, workflow.Surface, workflow.Pattern, workflow.Output.Format),
            Subject = handoff.Subject,
            Recipients = ReleasableFile.Recipients(handoff, workflow),
            SensitivityLabel = handoff.Label,
            Author = handoff.Author,
            Reviewers = handoff.Reviewers,
            Responsibilities = ResponsibilityView.Of(handoff),
            Record = handoff.Record.Root,
            CreatedAt = handoff.CreatedAt,
            DueAt = handoff.State == HandoffState.InReview ? handoff.DueAt : null,
            EscalatedAt = handoff.State == HandoffState.InReview ? handoff.EscalatedAt : null,
            Delegations = handoff.Delegations,
            Actions = ActionView.Of(handoff, actor, now),
            Draft = handoff.CurrentDraft is { } draft ? DraftView.Of(draft) : null,
            RevisesExistingText = handoff.Existing is not null,
            Changes = ChangeView.Of(handoff, revisions),
            Text = handoff.CurrentDraft is null ? null : SentenceView.Of(handoff),
            Findings = FindingView.Of(handoff),
            Evidence = EvidenceView.Of(handoff, workflow),
            Checklist = [.. handoff.Terms.Gate.Checklist.Select(item => ChecklistItemView.Of(item, handoff, actor.Person))],
            Checks = [.. handoff.Terms.Gate.Checks.Select(check => check.Kind)],
            Loop = new LoopView(handoff.LoopsUsed, handoff.Terms.Gate.LoopBudget, handoff.RefusedLoops),
            Confirmation = handoff.Confirmation,
            TextDigest = handoff.TextDigest(),
            Viewing = handoff.State == HandoffState.InReview && handoff.Reviewers.Any(actor.Person.Is) ? ViewingView.Of(handoff, actor.Person) : null,
            Extent = handoff.Extent is { } extent ? ExtentView.Of(extent) : null,
            Rigor = RigorView.Of(handoff.Rigor),
            RequiredSignatures = handoff.SignaturesNeeded,
            Signatures = [.. handoff.ValidSignatures().Select(signature => SignatureView.Of(signature, handoff))],
            Seal = handoff.Seal is { } seal ? SealView.Of(seal, handoff) : null,
            Release = handoff.Released is { } left ? new ReleaseView(left.At, left.By, left.FileName, left.FileDigest, left.LeftDigest) : null,
            Outcomes = [.. handoff.Outcomes.Select(OutcomeView.Of)],
            Delivery = DeliveryView.Of(handoff),
            Timing = TimingView.Of(handoff, workflow),
            Filter = FilterView.Of(handoff),
            Parallel = ParallelView.Of(handoff, workflow),
            Failure = handoff.LastFailure is { } failed ? FailureView.Of(failed.Failure) : null,
        };
    }

    /// <summary>The answer to a change: the handoff as it is now, or why it did not change.</summary>
    internal static async Task<Results<Ok<HandoffView>, ProblemHttpResult>> Answer(
        Handoff? handoff, HandoffError? error, HandoffStore handoffs, WorkflowCatalog catalog, Caller caller, TimeProvider time, CancellationToken cancel)
    {
        if (handoff is null)
        {
            return Problems.UnknownHandoff();
        }

        if (error is not null)
        {
            return Problems.Of(error);
        }

        var revisions = RevisionMap.Read(await handoffs.RevisionMap(handoff.Id, cancel));
        return TypedResults.Ok(Of(handoff, await catalog.Of(handoff, cancel), caller, time.GetUtcNow(), revisions));
    }
}

/// <summary>The workflow version that a handoff follows.</summary>
/// <param name="Key">The workflow.</param>
/// <param name="Version">Its version.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Stakes">What an error would cost.</param>
/// <param name="Surface">Where the work happens.</param>
/// <param name="Pattern">How work passes between people and the AI.</param>
/// <param name="Format">What comes out.</param>
public sealed record WorkflowReference(string Key, int Version, string Name, Stakes Stakes, Surface Surface, Pattern Pattern, OutputFormat Format);

/// <summary>How strict a review is, by what an error would cost.</summary>
/// <param name="WaiversPossible">Whether an item that is not non-negotiable can be waived.</param>
/// <param name="ViewingRequired">Whether nobody signs who had the text in view for less time than reading it takes, or not all of it.</param>
/// <param name="FreshSignInMinutes">How old a signer's sign-in may be, in minutes; null where any will do.</param>
public sealed record RigorView(bool WaiversPossible, bool ViewingRequired, double? FreshSignInMinutes)
{
    internal static RigorView Of(Rigor rigor) => new(rigor.WaiversPossible, rigor.ViewingRequired, rigor.StepUp?.TotalMinutes);
}

/// <summary>How many revisions were asked for.</summary>
/// <param name="Used">So far.</param>
/// <param name="Budget">At most.</param>
/// <param name="Refused">Asked for when none was left.</param>
public sealed record LoopView(int Used, int Budget, int Refused);

/// <summary>A signature.</summary>
/// <param name="Person">Who.</param>
/// <param name="At">When.</param>
/// <param name="Meaning">What they meant by it.</param>
/// <param name="Viewing">How long the text was in view before.</param>
public sealed record SignatureView(Person Person, DateTimeOffset At, SignatureMeaning Meaning, ViewingView Viewing)
{
    internal static SignatureView Of(Signature signature, Handoff handoff) =>
        new(signature.By, signature.At, signature.Meaning, ViewingView.Of(signature.Pace, handoff.Rigor.ViewingRequired));
}

/// <summary>That it left.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who released it.</param>
/// <param name="FileName">Under which name.</param>
/// <param name="FileDigest">SHA-256 over the sealed file.</param>
/// <param name="LeftDigest">SHA-256 over the bytes that left: the sealed file with its proof in it.</param>
public sealed record ReleaseView(DateTimeOffset At, Person By, string FileName, Sha256Digest FileDigest, Sha256Digest? LeftDigest);

/// <summary>An approval.</summary>
/// <param name="Ground">What it rests on: the review, a sampling plan, or an administrator's break-glass.</param>
/// <param name="KeyId">The key it is signed with.</param>
/// <param name="ContentDigest">SHA-256 over the canonical content.</param>
/// <param name="FileDigest">SHA-256 over the file.</param>
/// <param name="Reviewers">Who signed, in order; the administrator for a break-glass.</param>
/// <param name="IssuedAt">When the last of them signed.</param>
/// <param name="ExpiresAt">From when on it no longer holds.</param>
/// <param name="Signature">Ed25519, in base64.</param>
public sealed record SealView(
    ApprovalGround Ground, string KeyId, Sha256Digest ContentDigest, Sha256Digest FileDigest, IReadOnlyList<Person> Reviewers, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, string Signature)
{
    internal static SealView Of(Seal seal, Handoff handoff) => new(
        seal.Payload.Ground, seal.Payload.KeyId, seal.Payload.Content.ContentDigest, seal.Payload.Content.FileDigest,
        [.. handoff.Signatures.Select(signature => signature.By)],
        seal.Payload.IssuedAt, seal.Payload.ExpiresAt, seal.Signature);
}

/// <summary>Why no draft came.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Detail">What happened and what to do.</param>
/// <param name="Retryable">Whether trying again may help.</param>
/// <param name="RetryAfterSeconds">How long the model's service asks to wait.</param>
public sealed record FailureView(string Code, string Title, string Detail, bool Retryable, double? RetryAfterSeconds)
{
    internal static FailureView Of(DraftFailure failure) =>
        new(failure.Code, "No draft was written", failure.Detail, failure.Retryable, failure.RetryAfter?.TotalSeconds);
}

/// <summary>What it took.</summary>
/// <param name="StartedAt">When the handoff started.</param>
/// <param name="DraftSeconds">Seconds that the last draft took to write.</param>
/// <param name="ReviewSeconds">Seconds from the first look to the last signature.</param>
/// <param name="TotalSeconds">Seconds from start to release.</param>
/// <param name="BaselineMinutes">Minutes that the work takes without this workflow.</param>
public sealed record TimingView(DateTimeOffset StartedAt, double? DraftSeconds, double? ReviewSeconds, double? TotalSeconds, int BaselineMinutes)
{
    internal static TimingView Of(Handoff handoff, Workflow workflow) => new(
        handoff.CreatedAt,
        Seconds(handoff.DraftingSince, handoff.CurrentDraft?.WrittenAt),
        Seconds(handoff.ReviewedSince, handoff.Seal?.Payload.IssuedAt),
        Seconds(handoff.CreatedAt, handoff.Released?.At),
        workflow.BaselineMinutes);

    private static double? Seconds(DateTimeOffset? from, DateTimeOffset? to) => to - from is { } span && span >= TimeSpan.Zero ? Math.Round(span.TotalSeconds, 1) : null;
}
