using System.Globalization;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Filtering;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Parallel;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Reviewing.Seeding;

namespace HandoffOffice.Domain;

/// <summary>What a handoff takes over from its workflow version when it starts, and keeps.</summary>
/// <param name="WorkflowKey">The workflow.</param>
/// <param name="WorkflowVersion">Its version.</param>
/// <param name="WorkflowName">What people call it.</param>
/// <param name="WorkflowDigest">SHA-256 over that version.</param>
/// <param name="Stakes">What an error would cost.</param>
/// <param name="Gate">The gate.</param>
/// <param name="Responsibilities">Who answers for what.</param>
/// <param name="Filter">What is chosen from, and what a kept candidate needs; null where nothing is filtered.</param>
/// <param name="OwnSections">The sections that the author writes, by key; null where the AI writes all.</param>
public sealed record HandoffTerms(
    string WorkflowKey, int WorkflowVersion, string WorkflowName, Sha256Digest WorkflowDigest, Stakes Stakes, Gate Gate, Responsibilities Responsibilities,
    FilterContract? Filter = null, IReadOnlyList<string>? OwnSections = null)
{
    /// <summary>What a handoff takes over from this version.</summary>
    public static HandoffTerms Of(Workflow workflow) => new(
        workflow.Key, workflow.Version, workflow.Name, WorkflowFile.Digest(workflow), workflow.Stakes, workflow.Gate, workflow.Responsibilities, workflow.Filter,
        workflow.Pattern != Pattern.Parallel ? null : [.. workflow.Output.Sections.Where(section => section.Owner == SectionOwner.Person).Select(section => section.Key)]);
}

/// <summary>Why the last attempt to draft brought nothing, with when.</summary>
/// <param name="Failure">What happened.</param>
/// <param name="At">When.</param>
public sealed record FailedDraft(DraftFailure Failure, DateTimeOffset At);

/// <summary>That it left.</summary>
/// <param name="By">Who released it.</param>
/// <param name="At">When.</param>
/// <param name="FileName">Under which name.</param>
/// <param name="FileDigest">SHA-256 over the sealed file.</param>
/// <param name="LeftDigest">SHA-256 over the bytes that left: the sealed file with its proof in it; null for what left before there were proofs.</param>
/// <param name="Channel">How it left.</param>
public sealed record Release(
    Person By, DateTimeOffset At, string FileName, Sha256Digest FileDigest, Sha256Digest? LeftDigest = null, ReleaseChannel Channel = ReleaseChannel.File);

/// <summary>
/// One run of a workflow version, from intake to release.
/// </summary>
/// <remarks>
/// <code>
///            +-------------- Revising &lt;---------+  (at most the gate's loop budget)
///            v                                  |
/// Intake -> Drafting -> Checking -> InReview ---+--> Approved -> Released
///                |                      |              |
///                v                      +--> Rejected  +--> (any edit, expiry, broken seal: back to InReview)
///              Failed (retry, or)       +--> RevertedToManual
/// </code>
/// Until it is approved its author, a person or an application, can take it back: <c>Withdrawn</c>.
/// Where the author has sections of their own, they are written beside the draft, and <c>Checking</c> waits for whoever is done last.
/// Each transition is one method. It takes who and when and returns the events that it caused, or a named error for which nothing changed.
/// </remarks>
public sealed class Handoff
{
    /// <summary>How long a draft may take before another attempt may take its place: the process that wrote it is gone.</summary>
    public static readonly TimeSpan DraftingLease = TimeSpan.FromMinutes(5);

    /// <summary>Greatest length of a reason or comment, in characters.</summary>
    public const int MaxReasonLength = 2000;

    /// <summary>Greatest length of an edited sentence, in characters.</summary>
    public const int MaxEditLength = 4000;

    /// <summary>The longest that a break-glass approval holds, in minutes.</summary>
    public const int MaxGlassMinutes = 60;

    /// <summary>The longest that an author has the form in use for one handoff, in seconds: a day of work.</summary>
    public const int MaxInputSeconds = 8 * 3600;

    /// <summary>The state that each possible action leads to. What is not in here can't be done.</summary>
    public static IReadOnlyDictionary<(HandoffState From, HandoffAction Action), HandoffState> Transitions { get; } =
        new Dictionary<(HandoffState, HandoffAction), HandoffState>
        {
            [(HandoffState.Intake, HandoffAction.UseDocument)] = HandoffState.Intake,
            [(HandoffState.Intake, HandoffAction.StartDraft)] = HandoffState.Drafting,
            // What the author writes waits for nobody, and nobody for it before the checks.
            [(HandoffState.Intake, HandoffAction.WriteOwn)] = HandoffState.Intake,
            [(HandoffState.Drafting, HandoffAction.WriteOwn)] = HandoffState.Drafting,
            [(HandoffState.Failed, HandoffAction.WriteOwn)] = HandoffState.Failed,
            [(HandoffState.Checking, HandoffAction.WriteOwn)] = HandoffState.Checking,
            [(HandoffState.Checking, HandoffAction.RevertToManual)] = HandoffState.RevertedToManual,
            [(HandoffState.Failed, HandoffAction.StartDraft)] = HandoffState.Drafting,
            [(HandoffState.Failed, HandoffAction.RevertToManual)] = HandoffState.RevertedToManual,
            [(HandoffState.Revising, HandoffAction.StartDraft)] = HandoffState.Drafting,
            [(HandoffState.Revising, HandoffAction.RevertToManual)] = HandoffState.RevertedToManual,
            [(HandoffState.Drafting, HandoffAction.CompleteDraft)] = HandoffState.Checking,
            [(HandoffState.Drafting, HandoffAction.FailDraft)] = HandoffState.Failed,
            [(HandoffState.Checking, HandoffAction.CompleteChecks)] = HandoffState.InReview,
            [(HandoffState.InReview, HandoffAction.View)] = HandoffState.InReview,
            [(HandoffState.InReview, HandoffAction.Decide)] = HandoffState.InReview,
            [(HandoffState.InReview, HandoffAction.Attest)] = HandoffState.InReview,
            // Signing stays in review until the last of the gate's reviewers has signed.
            [(HandoffState.InReview, HandoffAction.Sign)] = HandoffState.Approved,
            [(HandoffState.InReview, HandoffAction.BreakGlass)] = HandoffState.Approved,
            [(HandoffState.InReview, HandoffAction.Revise)] = HandoffState.Revising,
            [(HandoffState.InReview, HandoffAction.Reject)] = HandoffState.Rejected,
            [(HandoffState.InReview, HandoffAction.RevertToManual)] = HandoffState.RevertedToManual,
            // Whoever started it may take it back until it is approved. What is written beside that is not taken in.
            [(HandoffState.Intake, HandoffAction.Withdraw)] = HandoffState.Withdrawn,
            [(HandoffState.Drafting, HandoffAction.Withdraw)] = HandoffState.Withdrawn,
            [(HandoffState.Checking, HandoffAction.Withdraw)] = HandoffState.Withdrawn,
            [(HandoffState.InReview, HandoffAction.Withdraw)] = HandoffState.Withdrawn,
            [(HandoffState.Revising, HandoffAction.Withdraw)] = HandoffState.Withdrawn,
            [(HandoffState.Failed, HandoffAction.Withdraw)] = HandoffState.Withdrawn,
            [(HandoffState.InReview, HandoffAction.Delegate)] = HandoffState.InReview,
            [(HandoffState.InReview, HandoffAction.Reassign)] = HandoffState.InReview,
            [(HandoffState.InReview, HandoffAction.Escalate)] = HandoffState.InReview,
            [(HandoffState.Approved, HandoffAction.Decide)] = HandoffState.InReview,
            [(HandoffState.Approved, HandoffAction.VoidApproval)] = HandoffState.InReview,
            [(HandoffState.Approved, HandoffAction.Release)] = HandoffState.Released,
            [(HandoffState.Released, HandoffAction.RecordOutcome)] = HandoffState.Released,
        };

    private readonly List<Delivery> deliveries = [];
    private IReadOnlyList<string> trained = [];
    private DigestedText? digested;

    private Handoff(HandoffTerms terms, string tenantId, string subject, InputRecord record, Person author, IReadOnlyList<Person> reviewers)
    {
        Terms = terms;
        TenantId = tenantId;
        Subject = subject;
        Record = record;
        Author = author;
        Reviewers = reviewers;
    }

    /// <summary>Unique over all tenants; ordered by time (RFC 9562, version 7).</summary>
    public Guid Id { get; private init; }

    /// <summary>The tenant it belongs to.</summary>
    public string TenantId { get; private init; }

    /// <summary>What it follows.</summary>
    public HandoffTerms Terms { get; private init; }

    /// <summary>The document's title or the mail's subject.</summary>
    public string Subject { get; private init; }

    /// <summary>The frozen input.</summary>
    public InputRecord Record { get; private init; }

    /// <summary>The one responsible author.</summary>
    public Person Author { get; private init; }

    /// <summary>The named reviewers. At least one.</summary>
    public IReadOnlyList<Person> Reviewers { get; private set; }

    /// <summary>How long the author had the form in use, as the pane told, in seconds; 0 where an application started it, null where nobody told.</summary>
    public int? InputSeconds { get; private init; }

    /// <summary>The highest sensitivity label of what it started from; null without one.</summary>
    public Guid? GivenLabel { get; private init; }

    /// <summary>The sensitivity label of its text: the highest of its sources (C100). Null without one.</summary>
    public Guid? Label { get; private set; }

    /// <summary>When it started.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Where it is.</summary>
    public HandoffState State { get; private set; }

    /// <summary>Grows by one with each action; guards against two writers at once.</summary>
    public int Revision { get; private set; }

    /// <summary>When something last happened.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>When the review is due.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When the review was escalated, for the due time that it has now; null where it was not.</summary>
    public DateTimeOffset? EscalatedAt { get; private set; }

    /// <summary>How reviews were passed on, oldest first.</summary>
    public IReadOnlyList<Delegation> Delegations { get; private set; } = [];

    /// <summary>The text of the author's own document that drafts revise; null where they are written anew.</summary>
    public ExistingText? Existing { get; private set; }

    /// <summary>What the author writes, where some sections are theirs; null before the first word, and where the AI writes all.</summary>
    public OwnWriting? Own { get; private set; }

    /// <summary>Whether the AI's sections are there and the author's are not done.</summary>
    public bool WaitsForOwn => State == HandoffState.Checking && Terms.OwnSections is not null && Own?.IsHandedIn != true;

    /// <summary>All drafts, oldest first; the last one counts.</summary>
    public IReadOnlyList<Draft> Drafts { get; private set; } = [];

    /// <summary>The changes of the last draft, in its order.</summary>
    public IReadOnlyList<Change> Changes { get; private set; } = [];

    /// <summary>What the checks say of the text as it stands.</summary>
    public CheckReport? Report { get; private set; }

    /// <summary>The checks that found something in a draft as it was written, each once; a practice error is not counted.</summary>
    public IReadOnlyList<CheckKind> DraftFindings { get; private set; } = [];

    /// <summary>The confirmations of checklist items.</summary>
    public IReadOnlyList<Attestation> Attestations { get; private set; } = [];

    /// <summary>How long each reviewer had each draft in view.</summary>
    public IReadOnlyList<Viewing> Viewings { get; private set; } = [];

    /// <summary>The errors that were planted on purpose, oldest first (C51).</summary>
    public IReadOnlyList<SeededError> Seeded { get; private set; } = [];

    /// <summary>The planted error that is in the text now, or null. Nothing that a reviewer is shown says so.</summary>
    public SeededError? Planted => Seeded.FirstOrDefault(seed => seed.State == SeedState.Planted);

    /// <summary>The signatures.</summary>
    public IReadOnlyList<Signature> Signatures { get; private set; } = [];

    /// <summary>What the last revision was asked for with; null before the first.</summary>
    public RevisionRequest? RevisionRequest { get; private set; }

    /// <summary>Revisions asked for so far.</summary>
    public int LoopsUsed { get; private set; }

    /// <summary>Revisions asked for when none was left.</summary>
    public int RefusedLoops { get; private set; }

    /// <summary>Why the last attempt to draft brought nothing.</summary>
    public FailedDraft? LastFailure { get; private set; }

    /// <summary>When the current or last attempt to draft began.</summary>
    public DateTimeOffset? DraftingSince { get; private set; }

    /// <summary>When the text came into review first.</summary>
    public DateTimeOffset? ReviewedSince { get; private set; }

    /// <summary>The approval, while it holds.</summary>
    public Seal? Seal { get; private set; }

    /// <summary>That it left.</summary>
    public Release? Released { get; private set; }

    /// <summary>How much of the draft its reviewers go through, and why; null before the first draft, and for one from before there were sampling plans.</summary>
    public ReviewExtent? Extent { get; private set; }

    /// <summary>Whether a sampling plan has reduced its review.</summary>
    public bool IsReduced => Extent?.IsReduced == true;

    /// <summary>How many different people have to sign: those of the gate, one where the review is reduced.</summary>
    public int SignaturesNeeded => IsReduced ? 1 : Terms.Gate.Reviewers;

    /// <summary>How its output scored; null while nobody is done with it.</summary>
    public Scored? Scored { get; private set; }

    /// <summary>How what left was received, oldest first.</summary>
    public IReadOnlyList<ReceivedOutcome> Outcomes { get; private set; } = [];

    /// <summary>The worst of them; null where none is recorded.</summary>
    public Reception? WorstOutcome => Outcomes.Max(outcome => (Reception?)outcome.Report.Reception);

    /// <summary>The acts that carry its release out.</summary>
    public IReadOnlyList<Delivery> Deliveries => deliveries;

    /// <summary>How strict its review is.</summary>
    public Rigor Rigor => Rigor.Of(Terms.Stakes);

    /// <summary>The draft that counts.</summary>
    public Draft? CurrentDraft => Drafts.Count > 0 ? Drafts[^1] : null;

    /// <summary>The sentence that a reviewer confirms when signing.</summary>
    public string Confirmation => IsReduced
        ? $"By its sampling plan this text was not reviewed change by change. I have confirmed the non-negotiable items, and as {Terms.Responsibilities.Release.Title} I answer for what leaves."
        : $"I have compared this text with its record, item by item, and as {Terms.Responsibilities.Release.Title} I answer for what leaves.";

    /// <summary>Starts a handoff. The record is valid by the template; the caller has checked it.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="workflow">What it follows.</param>
    /// <param name="record">What it starts from.</param>
    /// <param name="subject">The document's title or the mail's subject.</param>
    /// <param name="author">Who answers for it.</param>
    /// <param name="reviewers">Who is to review it, stand-ins in the place of people who are away.</param>
    /// <param name="now">When.</param>
    /// <param name="standIns">For whom of the reviewers somebody stands in; null for nobody.</param>
    /// <param name="inputSeconds">How long the author had the form in use, 0 to <see cref="MaxInputSeconds"/>; null where nobody told. An application has no form.</param>
    /// <param name="label">The highest sensitivity label of what it starts from; null without one.</param>
    /// <returns>The handoff with its first events, or the error.</returns>
    public static (Handoff? Handoff, Outcome Outcome) Start(
        string tenantId, Workflow workflow, InputRecord record, string subject, Actor author, IReadOnlyList<Person> reviewers, DateTimeOffset now,
        IReadOnlyList<Delegation>? standIns = null, int? inputSeconds = null, Guid? label = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inputSeconds ?? 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputSeconds ?? 0, MaxInputSeconds);
        if (StartError(workflow, author, reviewers) is { } error)
        {
            return (null, error);
        }

        var terms = HandoffTerms.Of(workflow);
        var handoff = new Handoff(terms, tenantId, subject, record, author.Person, Different(reviewers))
        {
            Id = Guid.CreateVersion7(now),
            InputSeconds = author.IsApplication ? 0 : inputSeconds,
            GivenLabel = label,
            Label = label,
            CreatedAt = now,
            State = HandoffState.Intake,
            UpdatedAt = now,
            Delegations = standIns ?? [],
        };
        return (handoff, Outcome.Done(
        [
            Event(HandoffEventKind.Started, author, now,
            [
                ("workflow", workflow.Key), ("version", Number(workflow.Version)), ("workflowDigest", $"{terms.WorkflowDigest}"),
                ("recordDigest", $"{record.Digest}"), ("reviewers", string.Join(' ', handoff.Reviewers.Select(reviewer => reviewer.Id))), .. Labelled(label),
            ]),
            .. handoff.Delegations.Select(standIn => PassedOn(HandoffEventKind.Reassigned, standIn, Actor.Software)),
        ]));
    }

    /// <summary>The actions that its state allows, whoever asks.</summary>
    public IReadOnlyList<HandoffAction> Possible() => [.. Enum.GetValues<HandoffAction>().Where(IsPossible)];

    /// <summary>The text as it stands: what is kept, what is undecided or accepted as drafted, the reviewer's words, and where a change is rejected what was there.</summary>
    public IReadOnlyList<TextPiece> CurrentText() => CurrentDraft?.Standing(Changes) ?? [];

    /// <summary>SHA-256 over the text as it stands: its canonical content, one paragraph a line.</summary>
    public Sha256Digest TextDigest()
    {
        // Drafts and changes are replaced whole: as long as they are the same lists, so is the text.
        if (digested is not { } known || !ReferenceEquals(known.Drafts, Drafts) || !ReferenceEquals(known.Changes, Changes))
        {
            digested = known = new DigestedText(Drafts, Changes, Sha256Digest.Of(CanonicalContent.Of(CurrentText()
                .GroupBy(piece => piece.Paragraph).Select(paragraph => string.Join(' ', paragraph.Select(piece => piece.Whole))))));
        }

        return known.Digest;
    }

    /// <summary>What a change proposes where it is a candidate of a filter; null for any other.</summary>
    public Candidate? CandidateOf(string changeId) => CurrentDraft?.Sentences.FirstOrDefault(sentence => sentence.Id == changeId)?.Candidate;

    /// <summary>Tells it who has practised on its workflow as it follows it. It keeps nothing of it: whoever loads it tells it, and untold it takes nobody for trained.</summary>
    /// <param name="people">Their object ids.</param>
    public void KnowTrained(IReadOnlyList<string> people) => trained = people;

    /// <summary>Whether this person may review by the gate's demand for training; true where it has none.</summary>
    public bool IsTrained(Person person) => !Terms.Gate.TrainingRequired || trained.Contains(person.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The signatures that are for the text as it stands.</summary>
    public IReadOnlyList<Signature> ValidSignatures() => TextDigest() is var digest ? [.. Signatures.Where(s => s.TextDigest == digest)] : [];

    /// <summary>Whether this reviewer has confirmed or waived this item for the text as it stands.</summary>
    public bool HasAttested(Person reviewer, string itemId) =>
        TextDigest() is var digest && Attestations.Any(a => a.ItemId == itemId && a.By.Is(reviewer) && a.TextDigest == digest);

    /// <summary>How the time that this reviewer had the current draft in view compares with the length of what it changes.</summary>
    public ReviewPace PaceOf(Person reviewer)
    {
        Viewing? viewing = Viewings.FirstOrDefault(v => v.Draft == Drafts.Count && v.By.Is(reviewer));
        int words = CurrentDraft?.Passages().Where(passage => passage.Drafted != passage.Original).Sum(passage => TextMeasure.CountWords(passage.Drafted ?? passage.Original!)) ?? 0;
        return new ReviewPace(words, viewing?.Active ?? TimeSpan.Zero,
            Changes.Count == 0 ? 1 : (double)Changes.Count(change => viewing?.Seen.Contains(change.Id) == true) / Changes.Count);
    }

    /// <summary>That another draft has taken the place of the one on somebody's screen, or null.</summary>
    /// <param name="draft">The draft on screen, by <see cref="Draft.Revision"/>; null where the screen does not say.</param>
    public HandoffError? ReplacedError(int? draft) => draft is null || draft == Drafts.Count ? null : new DraftReplaced(Id, Drafts.Count);

    /// <summary>Why this actor can't do this to the handoff as it stands, or null: what a screen says beside a disabled button.</summary>
    /// <remarks>The release looks at the file as well (<see cref="ReleaseError"/>); signing also at what was on screen (<see cref="SignError"/>).</remarks>
    public HandoffError? Obstacle(HandoffAction action, Actor actor, DateTimeOffset now) => action switch
    {
        HandoffAction.UseDocument => UseDocumentError(actor),
        HandoffAction.WriteOwn => WriteOwnError(actor),
        HandoffAction.StartDraft => StartDraftError(actor, now),
        HandoffAction.Sign => Forbidden(action) ?? ReviewRules.MaySign(this, actor),
        HandoffAction.BreakGlass => GlassError(actor),
        HandoffAction.Release => Forbidden(action) ?? MayReleaseError(actor, "do this"),
        HandoffAction.Revise => Forbidden(action) ?? ReviewRules.MayReview(this, actor) ?? LoopError(),
        HandoffAction.View or HandoffAction.Delegate => Forbidden(action) ?? ReviewRules.MayLook(this, actor),
        HandoffAction.Decide or HandoffAction.Attest or HandoffAction.Reject => Forbidden(action) ?? ReviewRules.MayReview(this, actor),
        HandoffAction.RevertToManual => Forbidden(action) ?? OnlyPeople(actor) ?? NotAmongItsPeople(actor, "do this"),
        HandoffAction.Withdraw => WithdrawError(actor),
        HandoffAction.Reassign => Forbidden(action) ?? DelegationRules.MayReassign(actor),
        HandoffAction.RecordOutcome => Forbidden(action) ?? OutcomeRules.MayRecord(this, actor),
        _ => Forbidden(action),
    };

    /// <summary>Takes the author's own document as what the draft goes into; before the first draft only.</summary>
    /// <param name="document">SHA-256 over the file.</param>
    /// <param name="existing">What it says in the sections that are drafted.</param>
    /// <param name="author">Its author.</param>
    /// <param name="now">When.</param>
    /// <param name="label">The highest sensitivity label of its sources, this document among them; null without one.</param>
    public Outcome UseDocument(Sha256Digest document, ExistingText existing, Actor author, DateTimeOffset now, Guid? label = null)
    {
        HandoffError? unfit = existing.Length() > ExistingText.MaxLength ? new TooMuchToRevise(existing.Length())
            : Terms.Filter is not null && !existing.IsEmpty() ? new CandidatesReviseNothing()
            : Terms.OwnSections is null ? null
            : NotTheirs(existing) ?? NotDone(existing);
        if ((UseDocumentError(author) ?? unfit) is { } error)
        {
            return error;
        }

        Existing = existing.IsEmpty() ? null : existing;
        Label = label ?? GivenLabel;
        Own = Terms.OwnSections is null ? null : new OwnWriting(existing, Own?.Active ?? TimeSpan.Zero, Own?.StartedAt ?? now, now, now);
        IReadOnlyList<(string, string)> facts = [("fileDigest", $"{document}"), .. Labelled(Label)];
        return Move(HandoffAction.UseDocument, now, Event(HandoffEventKind.DocumentTaken, author, now,
            Existing is null ? facts : [.. facts, ("existingDigest", $"{existing.Digest()}")]));
    }

    /// <summary>Keeps what the author writes of their own sections; the draft is not waited for. Who keeps it again before it is merged takes back that it was done.</summary>
    /// <param name="own">The text, and whether it is done.</param>
    /// <param name="author">Its author.</param>
    /// <param name="now">When.</param>
    /// <remarks>The ledger is told when it is done: what was kept on the way is nobody's business but the author's.</remarks>
    public Outcome WriteOwn(OwnText own, Actor author, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(own.Active, TimeSpan.Zero);
        HandoffError? unfit = NotTheirs(own.Text)
            ?? (own.Text.Length() > ExistingText.MaxLength ? new TooMuchToRevise(own.Text.Length())
                : own.HandsIn ? NotDone(own.Text)
                : null);
        if ((WriteOwnError(author) ?? unfit) is { } error)
        {
            return error;
        }

        Own = new OwnWriting(own.Text, (Own?.Active ?? TimeSpan.Zero) + own.Active, Own?.StartedAt ?? now, now, own.HandsIn ? now : null);
        if (State == HandoffState.Checking && own.HandsIn)
        {
            Merge();
        }

        return Move(HandoffAction.WriteOwn, now, own.HandsIn
            ? [Event(HandoffEventKind.OwnSectionsDone, author, now, ("existingDigest", $"{own.Text.Digest()}"), ("words", Number(Own.Words())))]
            : []);
    }

    /// <summary>Begins a draft: the first, a retry after a failure, or a revision. An attempt whose lease is over is taken as failed first.</summary>
    public Outcome StartDraft(Actor author, DateTimeOffset now)
    {
        if (StartDraftError(author, now) is { } error)
        {
            return error;
        }

        IReadOnlyList<HandoffEvent> earlier = IsAbandoned(now)
            ? FailDraft(new DraftFailure("drafting-abandoned", "The earlier attempt did not finish.", Retryable: true), author, now).Events
            : [];
        DraftingSince = now;
        return Move(HandoffAction.StartDraft, now, [.. earlier, Event(HandoffEventKind.DraftingStarted, author, now, ("draft", Number(Drafts.Count + 1)))]);
    }

    /// <summary>Takes in the finished draft.</summary>
    public Outcome CompleteDraft(DraftOrigin origin, IReadOnlyList<DraftSentence> sentences, Actor author, DateTimeOffset now)
    {
        if (Forbidden(HandoffAction.CompleteDraft) is { } error)
        {
            return error;
        }

        Existing = Own is { IsHandedIn: true } own ? own.Text : Existing;
        var draft = new Draft(Drafts.Count + 1, origin, sentences, now, Overlay(sentences), DraftingSince);
        IReadOnlyList<Change> amended = [.. Changes.Where(change => change.EditedText is not null && IsOwn(change.Id))];
        draft = draft.Opening([.. amended.Select(change => change.Id)]);
        Changes = [.. NextRound.Changes(draft, CurrentDraft, Changes, RevisionRequest).Select(change => amended.FirstOrDefault(same => same.Id == change.Id) is { } same
            ? same with { CarriedOver = true }
            : change)];
        Drafts = [.. Drafts, draft];
        Report = null;
        LastFailure = null;
        ForgetApprovals();
        string digest = $"{TextDigest()}";
        IEnumerable<HandoffEvent> carriedOver = Changes.Where(change => change.CarriedOver).Select(change =>
            Event(HandoffEventKind.ChangeCarriedOver, author, now, ("change", change.Id), ("decision", $"{change.Decision}"), ("decidedBy", change.By!.Id), ("textDigest", digest)));
        return Move(HandoffAction.CompleteDraft, now,
        [
            Event(HandoffEventKind.Drafted, author, now,
                ("draft", Number(Drafts.Count)), ("origin", $"{origin.Kind}"), ("by", origin.Name), ("sentences", Number(sentences.Count)), ("textDigest", digest)),
            .. carriedOver,
        ]);
    }

    /// <summary>Records that no draft came.</summary>
    public Outcome FailDraft(DraftFailure failure, Actor author, DateTimeOffset now)
    {
        if (Forbidden(HandoffAction.FailDraft) is { } error)
        {
            return error;
        }

        LastFailure = new FailedDraft(failure, now);
        return Move(HandoffAction.FailDraft, now, Event(HandoffEventKind.DraftingFailed, author, now, ("code", failure.Code)));
    }

    /// <summary>Puts a known error into the draft that is being checked. The checks that complete then are those of the text with it.</summary>
    /// <param name="seed">The error: of the draft that counts, in a change that nobody has decided.</param>
    /// <param name="author">Who had the draft written.</param>
    /// <exception cref="ArgumentException">There is no such change, or its words are others.</exception>
    public Outcome Plant(SeededError seed, Actor author)
    {
        if (Forbidden(HandoffAction.CompleteChecks) is { } error)
        {
            return error;
        }

        if (!seed.Fits(this))
        {
            throw new ArgumentException("This error can't be planted: it is of another draft, or of other words.", nameof(seed));
        }

        Seeded = [.. Seeded, seed];
        Drafts = [.. Drafts.SkipLast(1), CurrentDraft!.Saying(seed.ChangeId, seed.PlantedText)];
        // The ledger is bound to what was planted and does not say where: a digest without the salt could be tried on each sentence.
        return Outcome.Done(Event(HandoffEventKind.ErrorSeeded, author, seed.PlantedAt, ("draft", Number(seed.Draft)), ("commitment", $"{seed.Commitment()}")));
    }

    /// <summary>Decides how much of the draft that is being checked its reviewers go through. Nobody has a say in it.</summary>
    /// <remarks>It comes before <see cref="Plant"/>: a known error is planted in full reviews only. Who is not asked to read each change does not miss one.</remarks>
    /// <param name="trust">Where the workflow stands.</param>
    /// <param name="caught">How well its reviewers look.</param>
    /// <param name="report">What the checks say of the draft.</param>
    /// <param name="chance">Chance.</param>
    /// <param name="now">When.</param>
    public Outcome DrawReview(TrustLevel trust, CatchRate caught, CheckReport report, IChance chance, DateTimeOffset now)
    {
        if (Forbidden(HandoffAction.CompleteChecks) is { } error)
        {
            return error;
        }

        Extent = ReviewExtent.Draw(this, trust, caught, report, chance, now);
        return Extent.Ground == ExtentGround.NotEarned ? Outcome.Done() : Outcome.Done(Event(IsReduced ? HandoffEventKind.ReviewReduced : HandoffEventKind.ReviewInFull, Actor.Software, now,
            ("reason", $"{Extent.Ground}"), ("reviewed", Number(trust.Reviewed)), ("faults", Number(trust.Faults)), ("cleanInARow", Number(trust.CleanInARow)),
            ("errorBound", Share(trust.ErrorBound)), ("catchRate", Share(caught.LowerBound)), ("oneIn", Number(trust.Plan!.OneIn))));
    }

    /// <summary>Returns a reduced review to a full one because the plan has ended since the draw; nothing where the review is in full.</summary>
    public Outcome EndReduction(DateTimeOffset now) => Forbidden(HandoffAction.Sign) is { } error ? error : Stay(now, InFull(ExtentGround.PlanEnded, now));

    /// <summary>Takes in what the checks say; the review begins.</summary>
    /// <param name="report">What they say of the text that is reviewed.</param>
    /// <param name="author">Who asked for the draft.</param>
    /// <param name="now">When.</param>
    /// <param name="asWritten">What they say of the draft as it was written, where a practice error makes that another text.</param>
    public Outcome CompleteChecks(CheckReport report, Actor author, DateTimeOffset now, CheckReport? asWritten = null)
    {
        if ((Forbidden(HandoffAction.CompleteChecks) ?? (WaitsForOwn ? new OwnSectionsEmpty(Terms.OwnSections!) : null)) is { } error)
        {
            return error;
        }

        Report = report;
        DraftFindings = [.. DraftFindings.Concat((asWritten ?? report).Findings.Select(finding => finding.Check)).Distinct().Order()];
        ReviewedSince ??= now;
        Viewings = [.. Viewings, .. Reviewers.Select(reviewer => Viewing.None(reviewer, Drafts.Count, now))];
        GiveTime(now);
        return Move(HandoffAction.CompleteChecks, now, Event(HandoffEventKind.Checked, author, now,
            [.. Enum.GetValues<Severity>().Select(severity => ($"{severity}", Number(report.Findings.Count(f => f.Severity == severity))))]));
    }

    /// <summary>Takes in that a reviewer had the draft in view. No event and no new revision: the signature records the sum.</summary>
    /// <param name="draft">The draft, by <see cref="Draft.Revision"/>.</param>
    /// <param name="active">Time in view, focused and not idle, since the report before.</param>
    /// <param name="seen">The changes that were on screen since then, by id. Those that the draft does not have are left out.</param>
    /// <param name="reviewer">Who looks.</param>
    /// <param name="now">When.</param>
    public Outcome View(int draft, TimeSpan active, IReadOnlyList<string> seen, Actor reviewer, DateTimeOffset now)
    {
        HandoffError? error = Forbidden(HandoffAction.View) ?? ReviewRules.MayLook(this, reviewer) ?? ReplacedError(draft);
        if (error is not null)
        {
            return error;
        }

        IEnumerable<string> known = seen.Intersect(Changes.Select(change => change.Id), StringComparer.Ordinal);
        Viewing before = Viewings.FirstOrDefault(v => v.Draft == draft && v.By.Is(reviewer.Person)) ?? Viewing.None(reviewer.Person, draft, now);
        Viewings = [.. Viewings.Where(v => v.Draft != draft || !v.By.Is(reviewer.Person)), before.And(active, known, now)];
        return Outcome.Done();
    }

    /// <summary>Decides changes. An edit after the approval ends the approval.</summary>
    /// <param name="decisions">The changes by <see cref="Change.Id"/>, with <see cref="Change.Decision"/> and <see cref="Change.EditedText"/>; all else is set here.</param>
    /// <param name="check">The checks, run over the text as it then stands.</param>
    /// <param name="reviewer">Who decides.</param>
    /// <param name="now">When.</param>
    public Outcome Decide(IReadOnlyList<Change> decisions, Func<IReadOnlyList<TextPiece>, CheckReport> check, Actor reviewer, DateTimeOffset now)
    {
        HandoffError? error = Forbidden(HandoffAction.Decide)
            ?? ReviewRules.MayReview(this, reviewer)
            ?? decisions.Select(DecisionError).FirstOrDefault(e => e is not null);
        if (error is not null)
        {
            return error;
        }

        // "Accept all that is undecided" where nothing is: no signature and no approval is lost over it.
        if (decisions.Count == 0)
        {
            return Outcome.Done();
        }

        Open([.. decisions.Select(decision => decision.Id).Where(IsKept).Distinct()]);
        bool wasApproved = State == HandoffState.Approved;
        // Where a change is decided twice in one go, the last decision counts.
        var decided = decisions.Reverse().DistinctBy(d => d.Id).Reverse().ToDictionary(d => d.Id);
        // A planted error is no sentence to decide: whatever was decided about it, it goes, and the sentence as drafted is there to be decided.
        IReadOnlyList<HandoffEvent> settled = [];
        if (Planted is { } seed && decided.TryGetValue(seed.ChangeId, out Change? answer) && answer.Decision != Decision.Undecided)
        {
            decided.Remove(seed.ChangeId);
            settled = TakeOut(seed.Answered(answer, reviewer.Person, now), reviewer, now);
        }

        Changes = [.. Changes.Select(change => !decided.TryGetValue(change.Id, out Change? d) ? change : change with
        {
            Decision = d.Decision,
            EditedText = d.Decision == Decision.Edited ? d.EditedText!.Trim() : null,
            By = reviewer.Person,
            At = now,
            CarriedOver = false,
            Pick = PickRules.IsKept(d) ? change.Pick : null,
        })];
        Report = check(CurrentText()).With(Report?.SecondReading, Terms.Gate, CurrentText());
        bool isFound = ReviewExtent.IsPointedAt(Report) || decided.Values.Any(d => d.Decision is Decision.Edited or Decision.Rejected);
        IReadOnlyList<HandoffEvent> inFull = isFound ? InFull(ExtentGround.ReviewerFound, now) : [];
        ForgetApprovals();
        if (wasApproved)
        {
            GiveTime(now);
        }

        string digest = $"{TextDigest()}";
        IEnumerable<HandoffEvent> events = decided.Values.Select(d =>
            Event(HandoffEventKind.ChangeDecided, reviewer, now, ("change", d.Id), ("decision", $"{d.Decision}"), ("textDigest", digest)));
        return Move(HandoffAction.Decide, now, wasApproved
            ? [Event(HandoffEventKind.ApprovalVoided, reviewer, now, ("reason", "edited")), .. events, .. inFull]
            : [.. settled, .. events, .. inFull]);
    }

    /// <summary>Says of a candidate that is kept how it is told, who does it and until when (C18). What was said before goes. After the approval it ends the approval.</summary>
    /// <param name="changeId">The candidate, by its change.</param>
    /// <param name="pick">What is said; an empty one takes back what was.</param>
    /// <param name="reviewer">Who says it.</param>
    /// <param name="now">When.</param>
    public Outcome PickCandidate(string changeId, Pick pick, Actor reviewer, DateTimeOffset now)
    {
        HandoffError? error = Forbidden(HandoffAction.Decide) ?? ReviewRules.MayReview(this, reviewer) ?? PickRules.Refuse(this, changeId, pick, now);
        if (error is not null)
        {
            return error;
        }

        bool wasApproved = State == HandoffState.Approved;
        Changes = [.. Changes.Select(change => change.Id == changeId ? change with { Pick = pick.IsEmpty() ? null : pick } : change)];
        ForgetApprovals();
        if (wasApproved)
        {
            GiveTime(now);
        }

        (string, string?)[] facts =
        [
            ("change", changeId), ("angleDigest", pick.Angle is { } angle ? $"{Sha256Digest.Of(angle)}" : null), ("depth", pick.Depth?.ToString()),
            ("assignee", pick.Assignee?.Id), ("due", pick.Due?.ToString("O", CultureInfo.InvariantCulture)), ("textDigest", $"{TextDigest()}"),
        ];
        HandoffEvent picked = Event(HandoffEventKind.CandidatePicked, reviewer, now, [.. facts.Where(fact => fact.Item2 is not null).Select(fact => (fact.Item1, fact.Item2!))]);
        return Move(HandoffAction.Decide, now, wasApproved ? [Event(HandoffEventKind.ApprovalVoided, reviewer, now, ("reason", "edited")), picked] : [picked]);
    }

    /// <summary>Confirms, waives or takes back a checklist item, for the text as it stands.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="confirmed">True to confirm or waive, false to take it back.</param>
    /// <param name="waiverReason">Why it is waived; null to confirm it.</param>
    /// <param name="evidence">SHA-256 over what was on screen for it.</param>
    /// <param name="reviewer">Who.</param>
    /// <param name="now">When.</param>
    public Outcome Attest(string itemId, bool confirmed, string? waiverReason, Sha256Digest evidence, Actor reviewer, DateTimeOffset now)
    {
        ChecklistItem? item = Terms.Gate.Checklist.FirstOrDefault(candidate => candidate.Id == itemId);
        HandoffError? error = Forbidden(HandoffAction.Attest)
            ?? ReviewRules.MayReview(this, reviewer)
            ?? (item is null ? new UnknownItem(itemId) : null)
            ?? (waiverReason is null ? null
                : item!.NonNegotiable ? new CannotBeWaived(itemId)
                : !Rigor.WaiversPossible ? new NoWaivers()
                : ReasonMissing.In(waiverReason));
        if (error is not null)
        {
            return error;
        }

        Sha256Digest digest = TextDigest();
        Attestations = [.. Attestations.Where(a => a.ItemId != itemId || !a.By.Is(reviewer.Person))];
        Signatures = [.. Signatures.Where(s => !s.By.Is(reviewer.Person))];
        if (confirmed)
        {
            Attestations = [.. Attestations, new Attestation(itemId, reviewer.Person, now, digest, evidence, waiverReason?.Trim())];
        }

        HandoffEventKind kind = !confirmed ? HandoffEventKind.ItemTakenBack : waiverReason is null ? HandoffEventKind.ItemConfirmed : HandoffEventKind.ItemWaived;
        IReadOnlyList<(string, string)> facts = [("item", itemId), ("textDigest", $"{digest}"), ("evidenceDigest", $"{evidence}")];
        return Move(HandoffAction.Attest, now, Event(kind, reviewer, now,
            confirmed && waiverReason is not null ? [.. facts, ("reasonDigest", $"{Sha256Digest.Of(waiverReason.Trim())}")] : facts));
    }

    /// <summary>Why this actor can't sign now, or null.</summary>
    /// <inheritdoc cref="Sign" />
    public HandoffError? SignError(Signing signing, Actor reviewer, DateTimeOffset now) =>
        Forbidden(HandoffAction.Sign)
        ?? ReviewRules.MayReview(this, reviewer)
        ?? (signing.Shown != TextDigest() ? new TextHasChanged() : null)
        ?? ReviewRules.MaySign(this, reviewer)
        ?? (signing.Confirmation != Confirmation ? new ConfirmationDiffers() : null)
        ?? StepUpError(signing, now);

    /// <summary>
    /// Signs the text as it stands. The last of the signatures that are needed approves: it seals the content. In a reduced review what is undecided is
    /// then accepted by the plan, by nobody's decision.
    /// </summary>
    /// <param name="signing">What the signer confirms, of which text.</param>
    /// <param name="finish">Builds the finished file of the text as it then stands and reads it back.</param>
    /// <param name="key">What seals are signed with.</param>
    /// <param name="reviewer">Who signs.</param>
    /// <param name="now">When.</param>
    public Outcome Sign(Signing signing, Func<ReleasableContent> finish, SealKey key, Actor reviewer, DateTimeOffset now)
    {
        if (SignError(signing, reviewer, now) is { } error)
        {
            return error;
        }

        int byPlan = AcceptUndecided(null, now);
        ReleasableContent content = finish();
        ReviewPace pace = PaceOf(reviewer.Person);
        Signatures = [.. ValidSignatures(), new Signature(reviewer.Person, now, signing.Shown, signing.Confirmation, signing.Meaning, signing.SignedInAt, pace)];
        HandoffEvent signed = Event(HandoffEventKind.Signed, reviewer, now,
        [
            ("textDigest", $"{signing.Shown}"), ("contentDigest", $"{content.ContentDigest}"), ("confirmationDigest", $"{Sha256Digest.Of(signing.Confirmation)}"),
            ("meaning", $"{signing.Meaning}"), ("words", Number(pace.Words)), ("activeSeconds", Number((int)pace.Active.TotalSeconds)),
            ("seenPercent", Number((int)(100 * pace.SeenShare))), ("tooFast", pace.IsTooFast ? "yes" : "no"),
            .. IsReduced ? [("acceptedByPlan", Number(byPlan))] : Array.Empty<(string, string)>(),
        ]);
        if (Signatures.Count < SignaturesNeeded)
        {
            return Stay(now, signed);
        }

        SealAs(IsReduced ? ApprovalGround.SamplingPlan : ApprovalGround.Review, content, key, TimeSpan.FromHours(Terms.Gate.ApprovalHours), now);
        return Move(HandoffAction.Sign, now, signed, Approved(reviewer, now));
    }

    /// <summary>
    /// Approves without the gate's review: an administrator's, for a reason and at most <see cref="MaxGlassMinutes"/> minutes, loud in the ledger. What is
    /// undecided stays as drafted. Whether the caller is an administrator the host knows.
    /// </summary>
    /// <param name="reason">Why, 1 to 2,000 characters.</param>
    /// <param name="minutes">How long the approval holds.</param>
    /// <param name="finish">Builds the finished file of the text as it then stands and reads it back.</param>
    /// <param name="key">What seals are signed with.</param>
    /// <param name="administrator">Who answers for it; not the author, where the author may not review.</param>
    /// <param name="now">When.</param>
    public Outcome BreakGlass(string reason, int minutes, Func<ReleasableContent> finish, SealKey key, Actor administrator, DateTimeOffset now)
    {
        HandoffError? error = GlassError(administrator) ?? ReasonMissing.In(reason) ?? (minutes is < 1 or > MaxGlassMinutes ? new GlassTooLong() : null);
        if (error is not null)
        {
            return error;
        }

        IReadOnlyList<HandoffEvent> withdrawn = WithdrawSeed(administrator, now);
        Sha256Digest digest = TextDigest();
        int open = Terms.Gate.Checklist.Count(item => !Attestations.Any(a => a.ItemId == item.Id && a.TextDigest == digest));
        int undecided = AcceptUndecided(administrator.Person, now);
        Signatures = [new Signature(administrator.Person, now, digest, reason.Trim(), SignatureMeaning.Responsibility, null, PaceOf(administrator.Person))];
        SealAs(ApprovalGround.BreakGlass, finish(), key, TimeSpan.FromMinutes(minutes), now);
        return Move(HandoffAction.BreakGlass, now,
        [
            .. withdrawn,
            Event(HandoffEventKind.GlassBroken, administrator, now,
                ("reasonDigest", $"{Sha256Digest.Of(reason.Trim())}"), ("undecided", Number(undecided)), ("itemsOpen", Number(open)),
                ("blocking", Number(Report?.Findings.Count(finding => finding.Severity == Severity.Blocking) ?? 0)), ("minutes", Number(minutes))),
            Approved(administrator, now),
        ]);
    }

    /// <summary>Asks the AI for another draft, with everything the first round left behind.</summary>
    public Outcome Revise(string comment, Actor reviewer, DateTimeOffset now)
    {
        HandoffError? error = Forbidden(HandoffAction.Revise)
            ?? ReviewRules.MayReview(this, reviewer)
            ?? LoopError()
            ?? ReasonMissing.In(comment);
        if (error is not null)
        {
            return error;
        }

        IReadOnlyList<HandoffEvent> withdrawn = WithdrawSeed(reviewer, now);
        LoopsUsed++;
        ScoreAs(OutputScore.Faulty, now);
        RevisionRequest = new RevisionRequest(comment.Trim(), CurrentDraft!,
            [.. Changes.Select(c => new PreviousDecision(c.Id, c.Decision.ToString().ToLowerInvariant(), c.EditedText))], reviewer.Person);
        ForgetApprovals();
        return Move(HandoffAction.Revise, now, [.. withdrawn, Event(HandoffEventKind.RevisionRequested, reviewer, now,
            ("loop", Number(LoopsUsed)), ("commentDigest", $"{Sha256Digest.Of(comment.Trim())}"))]);
    }

    /// <summary>Remembers that a revision was asked for when none was left: the second loop says that the workflow is designed wrong.</summary>
    /// <exception cref="InvalidOperationException">One is left: <see cref="Revise"/> takes it.</exception>
    public Outcome RefuseRevision(Actor reviewer, DateTimeOffset now)
    {
        switch (Obstacle(HandoffAction.Revise, reviewer, now))
        {
            case LoopBudgetSpent:
                RefusedLoops++;
                ScoreAs(OutputScore.Faulty, now);
                return Stay(now, Event(HandoffEventKind.RevisionRefused, reviewer, now, ("loops", Number(LoopsUsed)), ("refused", Number(RefusedLoops))));
            case { } error:
                return error;
            default:
                throw new InvalidOperationException("A revision is left.");
        }
    }

    /// <summary>Passes a reviewer's own review on to somebody else, who begins it anew; the decisions on changes stay.</summary>
    /// <param name="to">Who is to review instead; may review in this organisation, the caller has checked it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="reviewer">The named reviewer who passes on.</param>
    /// <param name="now">When.</param>
    public Outcome Delegate(Actor to, string reason, Actor reviewer, DateTimeOffset now)
    {
        HandoffError? error = Forbidden(HandoffAction.Delegate)
            ?? ReviewRules.MayLook(this, reviewer)
            ?? DelegationRules.MayTakeOver(this, to)
            ?? ReasonMissing.In(reason);
        return error is not null ? error : PassOn(HandoffAction.Delegate, HandoffEventKind.Delegated, new Delegation(reviewer.Person, to.Person, reviewer.Person, now, reason.Trim()), reviewer);
    }

    /// <summary>Passes the review of somebody who is away on to somebody else.</summary>
    /// <param name="from">The named reviewer who is away.</param>
    /// <param name="to">Who is to review instead; may review in this organisation, the caller has checked it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="administrator">Who passes on: an administrator, the caller has checked it, or the software itself for an absence.</param>
    /// <param name="now">When.</param>
    public Outcome Reassign(Person from, Actor to, string reason, Actor administrator, DateTimeOffset now)
    {
        HandoffError? error = Forbidden(HandoffAction.Reassign)
            ?? DelegationRules.MayReassign(administrator)
            ?? DelegationRules.IsReviewer(this, from)
            ?? DelegationRules.MayTakeOver(this, to)
            ?? ReasonMissing.In(reason);
        return error is not null ? error : PassOn(HandoffAction.Reassign, HandoffEventKind.Reassigned, new Delegation(from, to.Person, administrator.Person, now, reason.Trim()), administrator);
    }

    /// <summary>Says aloud that the review is overdue, once for each due time. Time denies: it is never approved by waiting.</summary>
    public Outcome Escalate(DateTimeOffset now)
    {
        if ((Forbidden(HandoffAction.Escalate) ?? (EscalatedAt is not null || !(now >= DueAt) ? new NothingToEscalate() : null)) is { } error)
        {
            return error;
        }

        EscalatedAt = now;
        return Move(HandoffAction.Escalate, now, Event(HandoffEventKind.Escalated, Actor.Software, now,
            ("dueAt", $"{DueAt:O}"), ("reviewers", string.Join(' ', Reviewers.Select(reviewer => reviewer.Id)))));
    }

    /// <summary>Refuses the draft for good.</summary>
    public Outcome Reject(string reason, Actor reviewer, DateTimeOffset now)
    {
        HandoffError? error = Forbidden(HandoffAction.Reject) ?? ReviewRules.MayReview(this, reviewer) ?? ReasonMissing.In(reason);
        if (error is not null)
        {
            return error;
        }

        ScoreAs(OutputScore.Faulty, now);
        return Move(HandoffAction.Reject, now,
            [.. WithdrawSeed(reviewer, now), Event(HandoffEventKind.Rejected, reviewer, now, ("reasonDigest", $"{Sha256Digest.Of(reason.Trim())}"))]);
    }

    /// <summary>Ends the handoff because a person writes it by hand.</summary>
    public Outcome RevertToManual(string reason, Actor person, DateTimeOffset now)
    {
        HandoffError? error = Forbidden(HandoffAction.RevertToManual)
            ?? OnlyPeople(person)
            ?? NotAmongItsPeople(person, "take it over")
            ?? ReasonMissing.In(reason);
        if (error is not null)
        {
            return error;
        }

        ScoreAs(OutputScore.Faulty, now);
        return Move(HandoffAction.RevertToManual, now,
            [.. WithdrawSeed(person, now), Event(HandoffEventKind.RevertedToManual, person, now, ("reasonDigest", $"{Sha256Digest.Of(reason.Trim())}"))]);
    }

    /// <summary>Takes it back before it is approved. Its author's, and of nobody else: it judges no text, so an application that started it can.</summary>
    /// <remarks>A draft in which a reviewer had changed something by then counts as a faulty one: nobody gets rid of an error by taking it back.</remarks>
    /// <param name="reason">Why, 1 to 2,000 characters.</param>
    /// <param name="author">Its author.</param>
    /// <param name="now">When.</param>
    public Outcome Withdraw(string reason, Actor author, DateTimeOffset now)
    {
        if ((WithdrawError(author) ?? ReasonMissing.In(reason)) is { } error)
        {
            return error;
        }

        if (Changes.Any(change => change.Decision is Decision.Edited or Decision.Rejected))
        {
            ScoreAs(OutputScore.Faulty, now);
        }

        return Move(HandoffAction.Withdraw, now,
            [.. WithdrawSeed(author, now), Event(HandoffEventKind.Withdrawn, author, now, ("reasonDigest", $"{Sha256Digest.Of(reason.Trim())}"))]);
    }

    /// <summary>Why it may not leave now, or null. Where the seal is broken, <see cref="VoidApproval"/> follows.</summary>
    public HandoffError? ReleaseError(ReleasableContent content, byte[]? publicKey, Actor person, DateTimeOffset now) =>
        Forbidden(HandoffAction.Release)
        ?? MayReleaseError(person, "release it")
        ?? ReleaseRules.Broken(this, Seal!, content, publicKey, now);

    /// <summary>Ends an approval that no longer holds.</summary>
    public Outcome VoidApproval(SealBroken why, Actor person, DateTimeOffset now)
    {
        if (Forbidden(HandoffAction.VoidApproval) is { } error)
        {
            return error;
        }

        ForgetApprovals();
        GiveTime(now);
        return Move(HandoffAction.VoidApproval, now, Event(HandoffEventKind.ApprovalVoided, person, now, ("reason", why.Reason)));
    }

    /// <summary>Ends an approval whose time is over.</summary>
    public Outcome Expire(DateTimeOffset now) =>
        Seal is { } seal && now < seal.Payload.ExpiresAt ? new ApprovalHolds(seal.Payload.ExpiresAt) : VoidApproval(SealBroken.Expired, Actor.Software, now);

    /// <summary>Lets it leave, once.</summary>
    /// <param name="content">What is in the sealed file, read back just now.</param>
    /// <param name="left">SHA-256 over the bytes that leave: the sealed file with its proof in it.</param>
    /// <param name="publicKey">The public key that the seal's key id names; null where there is none.</param>
    /// <param name="fileName">Under which name.</param>
    /// <param name="person">Who releases it.</param>
    /// <param name="now">When.</param>
    /// <param name="delivery">The act that carries it out; null where whoever releases it gets the file in the answer.</param>
    public Outcome Leave(
        ReleasableContent content, Sha256Digest left, byte[]? publicKey, string fileName, Actor person, DateTimeOffset now, Delivery? delivery = null)
    {
        if (ReleaseError(content, publicKey, person, now) is { } error)
        {
            return error;
        }

        ReleaseChannel channel = delivery?.Channel ?? ReleaseChannel.File;
        deliveries.AddRange(delivery is null ? [] : [delivery]);
        Released = new Release(person.Person, now, fileName, content.FileDigest, left, channel);
        return Move(HandoffAction.Release, now, Event(HandoffEventKind.Released, person, now,
            ("fileDigest", $"{content.FileDigest}"), ("leftDigest", $"{left}"), ("contentDigest", $"{content.ContentDigest}"), ("key", Seal!.Payload.KeyId), ("channel", $"{channel}")));
    }

    /// <summary>Why an application or a person may not have the approved text for a flow to go on with, or null. Where the seal is broken, <see cref="VoidApproval"/> follows.</summary>
    /// <remarks>
    /// An application of the organisation may have it, whoever started the handoff: people of its own have consented to it, it approves nothing by it, and the
    /// ledger says that it had it.
    /// </remarks>
    /// <param name="content">What is in the sealed file, read back just now.</param>
    /// <param name="publicKey">The public key that the seal's key id names; null where there is none.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="now">When.</param>
    public HandoffError? FlowCopyError(ReleasableContent content, byte[]? publicKey, Actor actor, DateTimeOffset now) =>
        FlowCopyObstacle(actor) ?? (State == HandoffState.Approved ? ReleaseRules.Broken(this, Seal!, content, publicKey, now) : null);

    /// <summary>As <see cref="FlowCopyError"/>, without a look at the file.</summary>
    public HandoffError? FlowCopyObstacle(Actor actor) =>
        (actor.IsApplication ? null : NotAmongItsPeople(actor, "have its approved text"))
        ?? (State is HandoffState.Approved or HandoffState.Released ? null : new NotApproved(State));

    /// <summary>Records that a flow was given the approved text. It stays approved: who releases it is a person.</summary>
    /// <inheritdoc cref="FlowCopyError" />
    public Outcome GiveToFlow(ReleasableContent content, byte[]? publicKey, Actor actor, DateTimeOffset now) =>
        FlowCopyError(content, publicKey, actor, now) is { } error ? error : Outcome.Done(Event(HandoffEventKind.GivenToFlow, actor, now,
            ("contentDigest", $"{content.ContentDigest}"), ("fileDigest", $"{content.FileDigest}"), ("key", Seal!.Payload.KeyId)));

    /// <summary>Takes a step of the act that carries its release out.</summary>
    /// <param name="channel">Which act.</param>
    /// <param name="attempt">The attempt that the step belongs to; null for one that belongs to none.</param>
    /// <param name="step">The step.</param>
    public Outcome Deliver(ReleaseChannel channel, int? attempt, Func<Delivery, Outcome> step)
    {
        if (deliveries.Find(one => one.Channel == channel) is not { } delivery)
        {
            return new NothingToDeliver();
        }

        Outcome outcome = attempt is null || attempt == delivery.Attempts ? step(delivery) : new AttemptGivenUp();
        Revision += outcome.Error is null ? 1 : 0;
        return outcome;
    }

    /// <summary>Records how what left was received. An error that escaped makes the output a faulty one from now on, whatever its review said.</summary>
    /// <param name="report">What is reported.</param>
    /// <param name="reporter">Who reports it; see <see cref="OutcomeRules.MayRecord"/>.</param>
    /// <param name="now">When.</param>
    public Outcome RecordOutcome(OutcomeReport report, Actor reporter, DateTimeOffset now)
    {
        HandoffError? error = Forbidden(HandoffAction.RecordOutcome) ?? OutcomeRules.MayRecord(this, reporter) ?? OutcomeRules.Otherwise(this, report, reporter);
        if (error is not null)
        {
            return error;
        }

        Outcomes = [.. Outcomes, new ReceivedOutcome(report with { Reason = report.Reason?.Trim() }, reporter, now)];
        if (report.IsError)
        {
            Scored = new Scored(OutputScore.Faulty, CurrentDraft!.Origin.Name, now);
        }

        (string, string?)[] facts =
        [
            ("reception", $"{report.Reception}"), ("reasonDigest", report.Reason is { } reason ? $"{Sha256Digest.Of(reason.Trim())}" : null),
            ("shouldHaveCaught", report.ShouldHaveCaught?.Kind.ToString()), ("check", report.ShouldHaveCaught?.Check?.ToString()),
            ("item", report.ShouldHaveCaught?.Item), ("change", report.ChangeId),
        ];
        return Move(HandoffAction.RecordOutcome, now, Event(HandoffEventKind.OutcomeRecorded, reporter, now,
            [.. facts.Where(fact => fact.Item2 is not null).Select(fact => (fact.Item1, fact.Item2!))]));
    }

    /// <summary>Takes a planted error out that nobody has answered, where the review ends otherwise than by its reviewers; nothing where there is none.</summary>
    public Outcome WithdrawPlanted(Actor who, DateTimeOffset now) => Outcome.Done(WithdrawSeed(who, now));

    // Gives the sentence its own words again; its change is undecided, as it was.
    private IReadOnlyList<HandoffEvent> TakeOut(SeededError settled, Actor who, DateTimeOffset now)
    {
        Seeded = [.. Seeded.Select(seed => seed.State == SeedState.Planted ? settled : seed)];
        Drafts = [.. Drafts.SkipLast(1), CurrentDraft!.Saying(settled.ChangeId, settled.TrueText)];
        return [Event(Settled(settled.State), who, now,
            ("draft", Number(settled.Draft)), ("change", settled.ChangeId), ("kind", $"{settled.Kind}"), ("commitment", $"{settled.Commitment()}"), ("salt", settled.Salt),
            ("trueDigest", $"{Sha256Digest.Of(settled.TrueText)}"), ("plantedDigest", $"{Sha256Digest.Of(settled.PlantedText)}"))];
    }

    private static HandoffEventKind Settled(SeedState state) => state switch
    {
        SeedState.Found => HandoffEventKind.SeedFound,
        SeedState.Missed => HandoffEventKind.SeedMissed,
        SeedState.Withdrawn => HandoffEventKind.SeedWithdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "It is not settled."),
    };

    // The review ends before anybody has answered the planted error: it goes, and counts neither way.
    private IReadOnlyList<HandoffEvent> WithdrawSeed(Actor who, DateTimeOffset now)
    {
        if (Planted is not { } seed)
        {
            return [];
        }

        Report = Report! with { Evidence = Report.Evidence.Without(seed.ChangeId) };
        return TakeOut(seed with { State = SeedState.Withdrawn, At = now }, who, now);
    }

    // What the plan had accepted is for the reviewer to decide then.
    private IReadOnlyList<HandoffEvent> InFull(ExtentGround why, DateTimeOffset now)
    {
        if (!IsReduced)
        {
            return [];
        }

        Extent = Extent! with { Ground = why };
        Changes = [.. Changes.Select(change => change is { Decision: Decision.Accepted, By: null } ? change with { Decision = Decision.Undecided, At = null } : change)];
        return [Event(HandoffEventKind.ReviewInFull, Actor.Software, now, ("reason", $"{why}"))];
    }

    // Without a draft there is no output. A faulty one stays so: what was found in it is not undone.
    private void ScoreAs(OutputScore score, DateTimeOffset now)
    {
        if (CurrentDraft is { } draft && Scored?.Score != score && Scored?.Score != OutputScore.Faulty)
        {
            Scored = new Scored(score, draft.Origin.Name, now);
        }
    }

    // Accepts as drafted what nobody has decided, which leaves the text as it stands; says how many changes that were.
    private int AcceptUndecided(Person? by, DateTimeOffset now)
    {
        int undecided = Changes.Count(change => change.Decision == Decision.Undecided);
        Changes = [.. Changes.Select(change => change.Decision != Decision.Undecided ? change : change with { Decision = Decision.Accepted, By = by, At = now })];
        return undecided;
    }

    private void SealAs(ApprovalGround ground, ReleasableContent content, SealKey key, TimeSpan holds, DateTimeOffset now)
    {
        if (Label is { } label && !string.Equals(content.Envelope.Label, $"{label:D}", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"The finished file does not have its sensitivity label: it has {content.Envelope.Label ?? "none"}, not {label:D}.");
        }

        ScoreAs(OutputScores.AtApproval(this, inFull: ground == ApprovalGround.Review), now);
        Seal = key.Sign(Payload(ground, content, key, holds, now));
    }

    private SealPayload Payload(ApprovalGround ground, ReleasableContent content, SealKey key, TimeSpan holds, DateTimeOffset now) => new(
        TenantId, Id, content, CurrentDraft!.Origin, Record.Digest, Terms.WorkflowKey, Terms.WorkflowVersion, Terms.WorkflowDigest, WorkflowFile.Digest(Terms.Gate),
        ground, [.. Signatures.Select(s => new Approval(s.By.Id, s.At, s.Meaning, s.SignedInAt))], now, now + holds, key.Id,
        OriginMark.TypeOf(CurrentDraft.Origin, Changes.Any(change => change.Decision == Decision.Edited || change.Pick is not null) || Existing is not null));

    private HandoffEvent Approved(Actor by, DateTimeOffset now) => Event(HandoffEventKind.Approved, by, now,
        ("ground", $"{Seal!.Payload.Ground}"), ("contentDigest", $"{Seal.Payload.Content.ContentDigest}"), ("fileDigest", $"{Seal.Payload.Content.FileDigest}"),
        ("key", Seal.Payload.KeyId), ("expiresAt", Seal.Payload.ExpiresAt.ToString("O", CultureInfo.InvariantCulture)));

    private static HandoffError? StartError(Workflow workflow, Actor author, IReadOnlyList<Person> reviewers)
    {
        if (Different(reviewers).Count is var count && count < workflow.Gate.Reviewers)
        {
            return new NotYours("too-few-reviewers", $"This workflow needs {workflow.Gate.Reviewers} named {(workflow.Gate.Reviewers == 1 ? "reviewer" : "reviewers")}; {count} given.");
        }

        if (workflow.Pattern == Pattern.Parallel && author.IsApplication)
        {
            return new NotYours("application-cannot-write", "Some sections of this workflow are written by its author: a person starts it, a flow can't.");
        }

        return !Rigor.Of(workflow.Stakes).AuthorMayReview && reviewers.Any(author.Person.Is)
            ? new NotYours("author-cannot-review", $"With {workflow.Stakes.ToString().ToLowerInvariant()} stakes somebody else reviews than the author.")
            : null;
    }

    // By the same comparison as Person.Is: two spellings of one id are one person, who can sign once.
    private static IReadOnlyList<Person> Different(IReadOnlyList<Person> people) =>
        [.. people.DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase)];

    private HandoffError? NotAmongItsPeople(Actor actor, string todo) =>
        actor.Person.Is(Author) || Reviewers.Any(actor.Person.Is) ? null : new NotYours("not-your-handoff", $"Only its author and its reviewers can {todo}.");

    // Who broke the glass may carry it out as well, being no party to the handoff.
    private HandoffError? MayReleaseError(Actor actor, string todo) =>
        OnlyPeople(actor) ?? (Seal?.Payload is { Ground: ApprovalGround.BreakGlass } glass && glass.People().Contains(actor.Person.Id, StringComparer.OrdinalIgnoreCase)
            ? null
            : NotAmongItsPeople(actor, todo));

    private HandoffError? GlassError(Actor actor) =>
        Forbidden(HandoffAction.BreakGlass)
        ?? OnlyPeople(actor)
        ?? (actor.Person.Is(Author) && !Rigor.AuthorMayReview ? new NotYours("author-cannot-review", "Its author can't approve it, by break-glass either.")
            : CurrentText().Count == 0 ? new NothingLeft()
            : null);

    private bool IsAbandoned(DateTimeOffset now) => State == HandoffState.Drafting && now - DraftingSince >= DraftingLease;

    private HandoffError? UseDocumentError(Actor actor) =>
        Forbidden(HandoffAction.UseDocument)
        ?? (actor.Person.Is(Author) ? null : new NotYours("not-your-handoff", "Only its author can choose the document."));

    private HandoffError? WriteOwnError(Actor actor) =>
        Forbidden(HandoffAction.WriteOwn)
        ?? OnlyPeople(actor)
        ?? (!actor.Person.Is(Author) ? new NotYours("not-your-handoff", "Only its author writes these sections.")
            : Existing is null ? null
            : Drafts.Count > 0 ? new OwnSectionsMerged()
            : new WrittenInDocument());

    private HandoffError? NotTheirs(ExistingText text) =>
        text.Sections.FirstOrDefault(section => section.Paragraphs.Count > 0 && Terms.OwnSections?.Contains(section.Key) == false) is { } other
            ? new SectionNotYours(other.Key)
            : null;

    private HandoffError? NotDone(ExistingText text) =>
        Terms.OwnSections!.Where(key => text.Sections.All(section => section.Key != key || section.Paragraphs.Count == 0)).ToList() is { Count: > 0 } empty
            ? new OwnSectionsEmpty(empty)
            : null;

    private IReadOnlyList<Passage>? Overlay(IReadOnlyList<DraftSentence> sentences) => Existing is null ? null
        : Terms.OwnSections is null ? DraftOverlay.Lay(Existing, sentences)
        : DraftOverlay.Join(Existing, sentences);

    // The draft was there first: from now on the author's sentences stand between the AI's.
    private void Merge()
    {
        Existing = Own!.Text;
        Drafts = [.. Drafts.SkipLast(1), CurrentDraft! with { Overlay = Overlay(CurrentDraft.Sentences) }];
    }

    private HandoffError? WithdrawError(Actor actor) =>
        Forbidden(HandoffAction.Withdraw)
        ?? (actor.Person.Is(Author) ? null : new NotYours("not-your-handoff", "Only its author can take it back."));

    private HandoffError? StartDraftError(Actor actor, DateTimeOffset now) =>
        (IsAbandoned(now) ? null : Forbidden(HandoffAction.StartDraft)) ?? NotAmongItsPeople(actor, "have this drafted");

    private HandoffError? LoopError() => LoopsUsed < Terms.Gate.LoopBudget ? null : new LoopBudgetSpent(Terms.Gate.LoopBudget);

    private HandoffError? StepUpError(Signing signing, DateTimeOffset now) =>
        Rigor.StepUp is not { } maxAge || now - signing.SignedInAt <= maxAge ? null : new FreshSignInNeeded(maxAge);

    private static HandoffError? OnlyPeople(Actor actor) => actor.IsApplication ? new ApplicationsCannotReview() : null;

    private HandoffError? Forbidden(HandoffAction action) => IsPossible(action) ? null : new ActionNotPossible(action, State, Possible());

    // A draft waits, and is written beside, only where the author has sections of their own.
    private bool IsPossible(HandoffAction action) => Transitions.ContainsKey((State, action)) && (State, action) switch
    {
        (_, HandoffAction.WriteOwn) => Terms.OwnSections is not null,
        (HandoffState.Checking, HandoffAction.RevertToManual) => WaitsForOwn,
        _ => true,
    };

    private bool IsKept(string id) => CurrentDraft?.Overlay?.Any(passage => passage.Id == id && passage.Kind is null) == true;

    // A sentence of the author's, in a section of theirs.
    private bool IsOwn(string id) => CurrentDraft?.Overlay?.Any(passage => passage.Id == id && Terms.OwnSections?.Contains(passage.Section) == true) == true;

    // A kept sentence that the reviewer puts in other words becomes a change like any other, so that it is tracked and can be taken back.
    private void Open(IReadOnlyList<string> kept)
    {
        if (kept.Count == 0)
        {
            return;
        }

        Drafts = [.. Drafts.SkipLast(1), CurrentDraft!.Opening(kept)];
        var byId = Changes.ToDictionary(change => change.Id);
        Changes = [.. CurrentDraft.Passages().Where(passage => passage.Kind is not null).Select(passage => byId.GetValueOrDefault(passage.Id) ?? new Change(passage.Id))];
    }

    private HandoffError? DecisionError(Change decision) =>
        Changes.All(change => change.Id != decision.Id) && !(IsKept(decision.Id) && decision.Decision == Decision.Edited) ? new UnknownChange(decision.Id)
        : decision.Decision == Decision.Edited && !IsUsable(decision.EditedText) ? new UnusableText()
        : null;

    private static bool IsUsable(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= MaxEditLength && !text.Trim().Any(char.IsControl) && CanonicalContent.IsWhole(text);

    // A review that begins, or begins again, has its whole time before it.
    private void GiveTime(DateTimeOffset now)
    {
        DueAt = now.AddHours(Terms.Gate.ReviewHours);
        EscalatedAt = null;
    }

    private Outcome PassOn(HandoffAction action, HandoffEventKind kind, Delegation delegation, Actor by)
    {
        Reviewers = [.. Reviewers.Select(reviewer => reviewer.Is(delegation.From) ? delegation.To : reviewer)];
        Attestations = [.. Attestations.Where(attestation => !attestation.By.Is(delegation.From))];
        Signatures = [.. Signatures.Where(signature => !signature.By.Is(delegation.From))];
        Viewings = [.. Viewings, Viewing.None(delegation.To, Drafts.Count, delegation.At)];
        Delegations = [.. Delegations, delegation];
        return Move(action, delegation.At, PassedOn(kind, delegation, by));
    }

    private static HandoffEvent PassedOn(HandoffEventKind kind, Delegation delegation, Actor by) => Event(kind, by, delegation.At,
        ("from", delegation.From.Id), ("to", delegation.To.Id), ("reasonDigest", $"{Sha256Digest.Of(delegation.Reason)}"));

    private void ForgetApprovals()
    {
        Attestations = [.. Attestations.Where(a => a.TextDigest == TextDigest())];
        Signatures = [];
        Seal = null;
    }

    private Outcome Move(HandoffAction action, DateTimeOffset now, params IReadOnlyList<HandoffEvent> events)
    {
        State = Transitions[(State, action)];
        return Stay(now, events);
    }

    private Outcome Stay(DateTimeOffset now, params IReadOnlyList<HandoffEvent> events)
    {
        UpdatedAt = now;
        Revision++;
        return Outcome.Done(events);
    }

    private static HandoffEvent Event(HandoffEventKind kind, Actor actor, DateTimeOffset at, params IReadOnlyList<(string Name, string Value)> facts) =>
        new($"{kind}", actor, at, facts.ToDictionary(fact => fact.Name, fact => fact.Value));

    private static IReadOnlyList<(string Name, string Value)> Labelled(Guid? label) => label is null ? [] : [("label", $"{label:D}")];

    private static string Share(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "none";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record DigestedText(IReadOnlyList<Draft> Drafts, IReadOnlyList<Change> Changes, Sha256Digest Digest);
}
