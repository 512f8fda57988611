using System.Globalization;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Domain;

/// <summary>What a handoff takes over from its workflow version when it starts, and keeps.</summary>
/// <param name="WorkflowKey">The workflow.</param>
/// <param name="WorkflowVersion">Its version.</param>
/// <param name="WorkflowName">What people call it.</param>
/// <param name="WorkflowDigest">SHA-256 over that version.</param>
/// <param name="Stakes">What an error would cost.</param>
/// <param name="Gate">The gate.</param>
/// <param name="Responsibilities">Who answers for what.</param>
public sealed record HandoffTerms(
    string WorkflowKey, int WorkflowVersion, string WorkflowName, Sha256Digest WorkflowDigest, Stakes Stakes, Gate Gate, Responsibilities Responsibilities);

/// <summary>Why the last attempt to draft brought nothing, with when.</summary>
/// <param name="Failure">What happened.</param>
/// <param name="At">When.</param>
public sealed record FailedDraft(DraftFailure Failure, DateTimeOffset At);

/// <summary>That it left.</summary>
/// <param name="By">Who released it.</param>
/// <param name="At">When.</param>
/// <param name="FileName">Under which name.</param>
/// <param name="FileDigest">SHA-256 over the bytes that left.</param>
public sealed record Release(Person By, DateTimeOffset At, string FileName, Sha256Digest FileDigest);

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

    /// <summary>The state that each possible action leads to. What is not in here can't be done.</summary>
    public static IReadOnlyDictionary<(HandoffState From, HandoffAction Action), HandoffState> Transitions { get; } =
        new Dictionary<(HandoffState, HandoffAction), HandoffState>
        {
            [(HandoffState.Intake, HandoffAction.UseDocument)] = HandoffState.Intake,
            [(HandoffState.Intake, HandoffAction.StartDraft)] = HandoffState.Drafting,
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
            [(HandoffState.InReview, HandoffAction.Revise)] = HandoffState.Revising,
            [(HandoffState.InReview, HandoffAction.Reject)] = HandoffState.Rejected,
            [(HandoffState.InReview, HandoffAction.RevertToManual)] = HandoffState.RevertedToManual,
            [(HandoffState.Approved, HandoffAction.Decide)] = HandoffState.InReview,
            [(HandoffState.Approved, HandoffAction.VoidApproval)] = HandoffState.InReview,
            [(HandoffState.Approved, HandoffAction.Release)] = HandoffState.Released,
        };

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
    public IReadOnlyList<Person> Reviewers { get; private init; }

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

    /// <summary>The text of the author's own document that drafts revise; null where they are written anew.</summary>
    public ExistingText? Existing { get; private set; }

    /// <summary>All drafts, oldest first; the last one counts.</summary>
    public IReadOnlyList<Draft> Drafts { get; private set; } = [];

    /// <summary>The changes of the last draft, in its order.</summary>
    public IReadOnlyList<Change> Changes { get; private set; } = [];

    /// <summary>What the checks say of the text as it stands.</summary>
    public CheckReport? Report { get; private set; }

    /// <summary>The confirmations of checklist items.</summary>
    public IReadOnlyList<Attestation> Attestations { get; private set; } = [];

    /// <summary>How long each reviewer had each draft in view.</summary>
    public IReadOnlyList<Viewing> Viewings { get; private set; } = [];

    /// <summary>The signatures.</summary>
    public IReadOnlyList<Signature> Signatures { get; private set; } = [];

    /// <summary>What the last revision was asked for with; null before the first.</summary>
    public RevisionRequest? RevisionRequest { get; private set; }

    /// <summary>Revisions asked for so far.</summary>
    public int LoopsUsed { get; private set; }

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

    /// <summary>How strict its review is.</summary>
    public Rigor Rigor => Rigor.Of(Terms.Stakes);

    /// <summary>The draft that counts.</summary>
    public Draft? CurrentDraft => Drafts.Count > 0 ? Drafts[^1] : null;

    /// <summary>The sentence that a reviewer confirms when signing.</summary>
    public string Confirmation =>
        $"I have compared this text with its record, item by item, and as {Terms.Responsibilities.Release.Title} I answer for what leaves.";

    /// <summary>Starts a handoff. The record is valid by the template; the caller has checked it.</summary>
    /// <returns>The handoff with its first event, or the error.</returns>
    public static (Handoff? Handoff, Outcome Outcome) Start(
        string tenantId, Workflow workflow, InputRecord record, string subject, Actor author, IReadOnlyList<Person> reviewers, DateTimeOffset now)
    {
        if (StartError(workflow, author, reviewers) is { } error)
        {
            return (null, error);
        }

        var terms = new HandoffTerms(
            workflow.Key, workflow.Version, workflow.Name, WorkflowFile.Digest(workflow), workflow.Stakes, workflow.Gate, workflow.Responsibilities);
        var handoff = new Handoff(terms, tenantId, subject, record, author.Person, Different(reviewers))
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            State = HandoffState.Intake,
            UpdatedAt = now,
        };
        return (handoff, Outcome.Done(Event("Started", author, now,
            ("workflow", workflow.Key), ("version", Number(workflow.Version)), ("workflowDigest", $"{terms.WorkflowDigest}"),
            ("recordDigest", $"{record.Digest}"), ("reviewers", string.Join(' ', handoff.Reviewers.Select(reviewer => reviewer.Id))))));
    }

    /// <summary>The actions that its state allows, whoever asks.</summary>
    public IReadOnlyList<HandoffAction> Possible() => [.. Enum.GetValues<HandoffAction>().Where(action => Transitions.ContainsKey((State, action)))];

    /// <summary>The text as it stands: what is kept, what is undecided or accepted as drafted, the reviewer's words, and where a change is rejected what was there.</summary>
    public IReadOnlyList<TextPiece> CurrentText() => CurrentDraft?.Standing(Changes) ?? [];

    /// <summary>SHA-256 over the text as it stands: its canonical content, one paragraph a line.</summary>
    public Sha256Digest TextDigest() => Sha256Digest.Of(CanonicalContent.Of(CurrentText()
        .GroupBy(piece => piece.Paragraph).Select(paragraph => string.Join(' ', paragraph.Select(piece => piece.Text)))));

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
        HandoffAction.StartDraft => StartDraftError(actor, now),
        HandoffAction.Sign => Forbidden(action) ?? ReviewRules.MaySign(this, actor),
        HandoffAction.Revise => Forbidden(action) ?? ReviewRules.MayReview(this, actor) ?? LoopError(),
        HandoffAction.View or HandoffAction.Decide or HandoffAction.Attest or HandoffAction.Reject => Forbidden(action) ?? ReviewRules.MayReview(this, actor),
        HandoffAction.RevertToManual or HandoffAction.Release => Forbidden(action) ?? OnlyPeople(actor) ?? NotAmongItsPeople(actor, "do this"),
        _ => Forbidden(action),
    };

    /// <summary>Takes the author's own document as what the draft goes into; before the first draft only.</summary>
    /// <param name="document">SHA-256 over the file.</param>
    /// <param name="existing">What it says in the sections that are drafted.</param>
    /// <param name="author">Its author.</param>
    /// <param name="now">When.</param>
    public Outcome UseDocument(Sha256Digest document, ExistingText existing, Actor author, DateTimeOffset now)
    {
        if ((UseDocumentError(author) ?? (existing.Length() > ExistingText.MaxLength ? new TooMuchToRevise(existing.Length()) : null)) is { } error)
        {
            return error;
        }

        Existing = existing.IsEmpty() ? null : existing;
        IReadOnlyList<(string, string)> facts = [("fileDigest", $"{document}")];
        return Move(HandoffAction.UseDocument, now, Event("DocumentTaken", author, now,
            Existing is null ? facts : [.. facts, ("existingDigest", $"{existing.Digest()}")]));
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
        return Move(HandoffAction.StartDraft, now, [.. earlier, Event("DraftingStarted", author, now, ("draft", Number(Drafts.Count + 1)))]);
    }

    /// <summary>Takes in the finished draft.</summary>
    public Outcome CompleteDraft(DraftOrigin origin, IReadOnlyList<DraftSentence> sentences, Actor author, DateTimeOffset now)
    {
        if (Forbidden(HandoffAction.CompleteDraft) is { } error)
        {
            return error;
        }

        var draft = new Draft(Drafts.Count + 1, origin, sentences, now, Existing is null ? null : DraftOverlay.Lay(Existing, sentences));
        Changes = NextRound.Changes(draft, CurrentDraft, Changes, RevisionRequest);
        Drafts = [.. Drafts, draft];
        Report = null;
        LastFailure = null;
        ForgetApprovals();
        string digest = $"{TextDigest()}";
        IEnumerable<HandoffEvent> carriedOver = Changes.Where(change => change.CarriedOver).Select(change =>
            Event("ChangeCarriedOver", author, now, ("change", change.Id), ("decision", $"{change.Decision}"), ("decidedBy", change.By!.Id), ("textDigest", digest)));
        return Move(HandoffAction.CompleteDraft, now,
        [
            Event("Drafted", author, now,
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
        return Move(HandoffAction.FailDraft, now, Event("DraftingFailed", author, now, ("code", failure.Code)));
    }

    /// <summary>Takes in what the checks say; the review begins.</summary>
    public Outcome CompleteChecks(CheckReport report, Actor author, DateTimeOffset now)
    {
        if (Forbidden(HandoffAction.CompleteChecks) is { } error)
        {
            return error;
        }

        Report = report;
        ReviewedSince ??= now;
        Viewings = [.. Viewings, .. Reviewers.Select(reviewer => Viewing.None(reviewer, Drafts.Count, now))];
        DueAt = now.AddHours(Terms.Gate.ReviewHours);
        return Move(HandoffAction.CompleteChecks, now, Event("Checked", author, now,
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
        HandoffError? error = Forbidden(HandoffAction.View) ?? ReviewRules.MayReview(this, reviewer) ?? ReplacedError(draft);
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

        bool wasApproved = State == HandoffState.Approved;
        // Where a change is decided twice in one go, the last decision counts.
        var decided = decisions.Reverse().DistinctBy(d => d.Id).Reverse().ToDictionary(d => d.Id);
        Changes = [.. Changes.Select(change => !decided.TryGetValue(change.Id, out Change? d) ? change : change with
        {
            Decision = d.Decision,
            EditedText = d.Decision == Decision.Edited ? d.EditedText!.Trim() : null,
            By = reviewer.Person,
            At = now,
            CarriedOver = false,
        })];
        Report = check(CurrentText());
        ForgetApprovals();

        string digest = $"{TextDigest()}";
        IEnumerable<HandoffEvent> events = decided.Values.Select(d =>
            Event("ChangeDecided", reviewer, now, ("change", d.Id), ("decision", $"{d.Decision}"), ("textDigest", digest)));
        return Move(HandoffAction.Decide, now, wasApproved
            ? [Event("ApprovalVoided", reviewer, now, ("reason", "edited")), .. events]
            : [.. events]);
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
                : ReasonError(waiverReason));
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

        string kind = !confirmed ? "ItemTakenBack" : waiverReason is null ? "ItemConfirmed" : "ItemWaived";
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

    /// <summary>Signs the text as it stands. The last of the gate's signatures approves: it seals the content.</summary>
    /// <param name="signing">What the signer confirms, of which text.</param>
    /// <param name="content">The finished file, as read back.</param>
    /// <param name="key">What seals are signed with.</param>
    /// <param name="reviewer">Who signs.</param>
    /// <param name="now">When.</param>
    public Outcome Sign(Signing signing, ReleasableContent content, SealKey key, Actor reviewer, DateTimeOffset now)
    {
        if (SignError(signing, reviewer, now) is { } error)
        {
            return error;
        }

        ReviewPace pace = PaceOf(reviewer.Person);
        Signatures = [.. ValidSignatures(), new Signature(reviewer.Person, now, signing.Shown, signing.Confirmation, signing.Meaning, signing.SignedInAt, pace)];
        HandoffEvent signed = Event("Signed", reviewer, now,
            ("textDigest", $"{signing.Shown}"), ("contentDigest", $"{content.ContentDigest}"), ("confirmationDigest", $"{Sha256Digest.Of(signing.Confirmation)}"),
            ("meaning", $"{signing.Meaning}"), ("words", Number(pace.Words)), ("activeSeconds", Number((int)pace.Active.TotalSeconds)),
            ("seenPercent", Number((int)(100 * pace.SeenShare))), ("tooFast", pace.IsTooFast ? "yes" : "no"));
        if (Signatures.Count < Terms.Gate.Reviewers)
        {
            UpdatedAt = now;
            Revision++;
            return Outcome.Done(signed);
        }

        SealAs(ApprovalGround.Review, content, key, TimeSpan.FromHours(Terms.Gate.ApprovalHours), now);
        return Move(HandoffAction.Sign, now, signed, Approved(reviewer, now));
    }

    /// <summary>Asks the AI for another draft, with everything the first round left behind.</summary>
    public Outcome Revise(string comment, Actor reviewer, DateTimeOffset now)
    {
        HandoffError? error = Forbidden(HandoffAction.Revise)
            ?? ReviewRules.MayReview(this, reviewer)
            ?? LoopError()
            ?? ReasonError(comment);
        if (error is not null)
        {
            return error;
        }

        LoopsUsed++;
        RevisionRequest = new RevisionRequest(comment.Trim(), CurrentDraft!,
            [.. Changes.Select(c => new PreviousDecision(c.Id, c.Decision.ToString().ToLowerInvariant(), c.EditedText))], reviewer.Person);
        ForgetApprovals();
        return Move(HandoffAction.Revise, now, Event("RevisionRequested", reviewer, now,
            ("loop", Number(LoopsUsed)), ("commentDigest", $"{Sha256Digest.Of(comment.Trim())}")));
    }

    /// <summary>Refuses the draft for good.</summary>
    public Outcome Reject(string reason, Actor reviewer, DateTimeOffset now)
    {
        HandoffError? error = Forbidden(HandoffAction.Reject) ?? ReviewRules.MayReview(this, reviewer) ?? ReasonError(reason);
        return error is not null ? error : Move(HandoffAction.Reject, now, Event("Rejected", reviewer, now, ("reasonDigest", $"{Sha256Digest.Of(reason.Trim())}")));
    }

    /// <summary>Ends the handoff because a person writes it by hand.</summary>
    public Outcome RevertToManual(string reason, Actor person, DateTimeOffset now)
    {
        HandoffError? error = Forbidden(HandoffAction.RevertToManual)
            ?? OnlyPeople(person)
            ?? NotAmongItsPeople(person, "take it over")
            ?? ReasonError(reason);
        return error is not null ? error : Move(HandoffAction.RevertToManual, now, Event("RevertedToManual", person, now, ("reasonDigest", $"{Sha256Digest.Of(reason.Trim())}")));
    }

    /// <summary>Why it may not leave now, or null. Where the seal is broken, <see cref="VoidApproval"/> follows.</summary>
    public HandoffError? ReleaseError(ReleasableContent content, byte[]? publicKey, Actor person, DateTimeOffset now) =>
        Forbidden(HandoffAction.Release)
        ?? OnlyPeople(person)
        ?? NotAmongItsPeople(person, "release it")
        ?? ReleaseRules.Broken(this, Seal!, content, publicKey, now);

    /// <summary>Ends an approval that no longer holds.</summary>
    public Outcome VoidApproval(SealBroken why, Actor person, DateTimeOffset now)
    {
        if (Forbidden(HandoffAction.VoidApproval) is { } error)
        {
            return error;
        }

        ForgetApprovals();
        return Move(HandoffAction.VoidApproval, now, Event("ApprovalVoided", person, now, ("reason", why.Reason)));
    }

    /// <summary>Lets it leave, once.</summary>
    public Outcome Leave(ReleasableContent content, byte[]? publicKey, string fileName, Actor person, DateTimeOffset now)
    {
        if (ReleaseError(content, publicKey, person, now) is { } error)
        {
            return error;
        }

        Released = new Release(person.Person, now, fileName, content.FileDigest);
        return Move(HandoffAction.Release, now, Event("Released", person, now,
            ("fileDigest", $"{content.FileDigest}"), ("contentDigest", $"{content.ContentDigest}"), ("key", Seal!.Payload.KeyId)));
    }

    private void SealAs(ApprovalGround ground, ReleasableContent content, SealKey key, TimeSpan holds, DateTimeOffset now) => Seal = key.Sign(new SealPayload(
        TenantId, Id, content, CurrentDraft!.Origin, Record.Digest, Terms.WorkflowKey, Terms.WorkflowVersion, Terms.WorkflowDigest, WorkflowFile.Digest(Terms.Gate),
        ground, [.. Signatures.Select(s => new Approval(s.By.Id, s.At, s.Meaning, s.SignedInAt))], now, now + holds, key.Id));

    private HandoffEvent Approved(Actor by, DateTimeOffset now) => Event("Approved", by, now,
        ("ground", $"{Seal!.Payload.Ground}"), ("contentDigest", $"{Seal.Payload.Content.ContentDigest}"), ("fileDigest", $"{Seal.Payload.Content.FileDigest}"),
        ("key", Seal.Payload.KeyId), ("expiresAt", Seal.Payload.ExpiresAt.ToString("O", CultureInfo.InvariantCulture)));

    private static HandoffError? StartError(Workflow workflow, Actor author, IReadOnlyList<Person> reviewers)
    {
        if (Different(reviewers).Count is var count && count < workflow.Gate.Reviewers)
        {
            return new NotYours("too-few-reviewers", $"This workflow needs {workflow.Gate.Reviewers} named {(workflow.Gate.Reviewers == 1 ? "reviewer" : "reviewers")}; {count} given.");
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

    private bool IsAbandoned(DateTimeOffset now) => State == HandoffState.Drafting && now - DraftingSince >= DraftingLease;

    private HandoffError? UseDocumentError(Actor actor) =>
        Forbidden(HandoffAction.UseDocument)
        ?? (actor.Person.Is(Author) ? null : new NotYours("not-your-handoff", "Only its author can choose the document."));

    private HandoffError? StartDraftError(Actor actor, DateTimeOffset now) =>
        (IsAbandoned(now) ? null : Forbidden(HandoffAction.StartDraft)) ?? NotAmongItsPeople(actor, "have this drafted");

    private HandoffError? LoopError() => LoopsUsed < Terms.Gate.LoopBudget ? null : new LoopBudgetSpent(Terms.Gate.LoopBudget);

    private HandoffError? StepUpError(Signing signing, DateTimeOffset now) =>
        Rigor.StepUp is not { } maxAge || now - signing.SignedInAt <= maxAge ? null : new FreshSignInNeeded(maxAge);

    private static HandoffError? OnlyPeople(Actor actor) => actor.IsApplication ? new ApplicationsCannotReview() : null;

    private HandoffError? Forbidden(HandoffAction action) =>
        Transitions.ContainsKey((State, action)) ? null : new ActionNotPossible(action, State, Possible());

    private HandoffError? DecisionError(Change decision) =>
        Changes.All(change => change.Id != decision.Id) ? new UnknownChange(decision.Id)
        : decision.Decision == Decision.Edited && !IsUsable(decision.EditedText) ? new UnusableText()
        : null;

    private static bool IsUsable(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= MaxEditLength && !text.Trim().Any(char.IsControl) && CanonicalContent.IsWhole(text);

    private static HandoffError? ReasonError(string reason) =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > MaxReasonLength ? new ReasonMissing() : null;

    private void ForgetApprovals()
    {
        Attestations = [.. Attestations.Where(a => a.TextDigest == TextDigest())];
        Signatures = [];
        Seal = null;
    }

    private Outcome Move(HandoffAction action, DateTimeOffset now, params IReadOnlyList<HandoffEvent> events)
    {
        State = Transitions[(State, action)];
        UpdatedAt = now;
        Revision++;
        return Outcome.Done(events);
    }

    private static HandoffEvent Event(string kind, Actor actor, DateTimeOffset at, params IReadOnlyList<(string Name, string Value)> facts) =>
        new(kind, actor, at, facts.ToDictionary(fact => fact.Name, fact => fact.Value));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
