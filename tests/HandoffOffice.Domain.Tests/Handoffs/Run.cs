using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Parallel;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Reviewing.Seeding;
using Xunit;

namespace HandoffOffice.Domain.Tests.Handoffs;

/// <summary>
/// One handoff, brought through its life by the real methods with arguments that are right unless a test says otherwise. A minute passes
/// before each step.
/// </summary>
internal sealed class Run : IDisposable
{
    private static readonly Dictionary<HandoffState, IReadOnlyList<HandoffAction>> WaysThere = new()
    {
        [HandoffState.Intake] = [],
        [HandoffState.Drafting] = [HandoffAction.StartDraft],
        [HandoffState.Failed] = [HandoffAction.StartDraft, HandoffAction.FailDraft],
        [HandoffState.Checking] = [HandoffAction.StartDraft, HandoffAction.CompleteDraft],
        [HandoffState.InReview] = [HandoffAction.StartDraft, HandoffAction.CompleteDraft, HandoffAction.CompleteChecks],
        [HandoffState.Revising] = [.. ToReview, HandoffAction.Revise],
        [HandoffState.Rejected] = [.. ToReview, HandoffAction.Reject],
        [HandoffState.RevertedToManual] = [.. ToReview, HandoffAction.RevertToManual],
        [HandoffState.Withdrawn] = [.. ToReview, HandoffAction.Withdraw],
        [HandoffState.Approved] = [.. ToReview, HandoffAction.Decide, HandoffAction.Attest, HandoffAction.Sign],
        [HandoffState.Released] = [.. ToReview, HandoffAction.Decide, HandoffAction.Attest, HandoffAction.Sign, HandoffAction.Release],
    };

    public Run(Stakes stakes = Stakes.Medium, int reviewers = 1, int loopBudget = 1, InputRecord? record = null)
        : this(Given.Workflow(stakes, reviewers, loopBudget), record ?? Given.Record(), Given.Author, [Given.First.Person, Given.Second.Person])
    {
    }

    public Run(Workflow workflow, InputRecord record, Actor author, IReadOnlyList<Person> people, string tenant = Given.Tenant, int? inputSeconds = null)
    {
        Workflow = workflow;
        Starter = author;
        (Handoff? handoff, Started) = Handoff.Start(tenant, workflow, record, $"Note to {record.Find(JsonPointer.Parse("/client"))}", author, people, Now, inputSeconds: inputSeconds);
        Handoff = handoff ?? throw new InvalidOperationException(Started.Error!.Detail);
        Events.AddRange(Started.Events);
    }

    private static IReadOnlyList<HandoffAction> ToReview => [HandoffAction.StartDraft, HandoffAction.CompleteDraft, HandoffAction.CompleteChecks];

    /// <summary>What is planted; no word of the record.</summary>
    public const string Planted = "Atlantis";

    public Workflow Workflow { get; }

    /// <summary>The handoff; another instance of it where a test has read it anew.</summary>
    public Handoff Handoff { get; set; }

    public Outcome Started { get; }

    public Actor Starter { get; }

    public SealKey Key { get; } = SealKey.FromSeed([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    /// <summary>SHA-256 over the bytes that leave.</summary>
    public static Sha256Digest Left { get; } = Sha256Digest.Of("the sealed file with its proof");

    public DateTimeOffset Now { get; private set; } = Given.Start;

    /// <summary>What the author's own document says, when one is taken.</summary>
    public ExistingText Existing { get; init; } = new([]);

    /// <summary>Who writes the drafts.</summary>
    public DraftOrigin Origin { get; init; } = Given.Origin;

    /// <summary>What is drafted in each round.</summary>
    public Func<int, IReadOnlyList<DraftSentence>> Sentences { get; init; } = Given.Sentences;

    /// <summary>Whether each draft gets a known error, in its last sentence: <see cref="Planted"/> for Bremerhaven.</summary>
    public bool Seeds { get; set; }

    /// <summary>What the workflow has earned when a draft comes into review; null for nothing that anybody looks at.</summary>
    public TrustLevel? Trust { get; init; }

    /// <summary>Which one is drawn of several; the first one is reviewed in full.</summary>
    public int Draw { get; init; } = 1;

    /// <summary>Everything that happened.</summary>
    public List<HandoffEvent> Events { get; } = [];

    /// <summary>A handoff in this state.</summary>
    public static Run In(HandoffState state, Stakes stakes = Stakes.Medium, int reviewers = 1, int loopBudget = 1)
    {
        var run = new Run(stakes, reviewers, loopBudget);
        return run.To(state);
    }

    /// <summary>A handoff in review that lacks nothing but the signatures.</summary>
    public static Run ReadyToSign(Stakes stakes = Stakes.Medium, int reviewers = 1)
    {
        Run run = In(HandoffState.InReview, stakes, reviewers);
        run.DecideAll(Given.First);
        run.AttestAll(Given.First);
        return run;
    }

    /// <summary>Goes on to this state, from the start or from a revision.</summary>
    public Run To(HandoffState state)
    {
        foreach (HandoffAction action in WaysThere[state])
        {
            Must(action);
        }

        return Handoff.State == state ? this : throw new InvalidOperationException($"Arrived in {Handoff.State}, not in {state}.");
    }

    /// <summary>Does it in the way that is right in the state where it is possible, and by the person who may.</summary>
    public Outcome Do(HandoffAction action, Actor? who = null)
    {
        Actor reviewer = who ?? Given.First;
        Actor author = who ?? Starter;
        DateTimeOffset now = Tick();
        return Keep(action switch
        {
            HandoffAction.UseDocument => Handoff.UseDocument(Sha256Digest.Of("own document"), Existing, author, now),
            HandoffAction.WriteOwn => Handoff.WriteOwn(new OwnText(new ExistingText([]), TimeSpan.Zero, HandsIn: false), author, now),
            HandoffAction.StartDraft => Handoff.StartDraft(author, now),
            HandoffAction.CompleteDraft => Handoff.CompleteDraft(Origin, Sentences(Handoff.Drafts.Count + 1), author, now),
            HandoffAction.FailDraft => Handoff.FailDraft(new DraftFailure("model-unreachable", "No answer from the host.", Retryable: true), author, now),
            HandoffAction.CompleteChecks => CompleteChecks(author, now),
            HandoffAction.View => Handoff.View(Handoff.Drafts.Count, TimeSpan.FromMinutes(1), [.. Handoff.Changes.Select(change => change.Id)], reviewer, now),
            HandoffAction.Decide => Handoff.Decide([.. Given.Sentences().Select(s => new Change(s.Id, Decision.Accepted))], Check, reviewer, now),
            HandoffAction.Attest => AttestEach(reviewer, now),
            HandoffAction.Sign => Handoff.Sign(Signing(), Content, Key, reviewer, now),
            HandoffAction.BreakGlass => Handoff.BreakGlass("The client's site is down.", 15, Content, Key, reviewer, now),
            HandoffAction.Revise => Handoff.Revise("Shorter, please.", reviewer, now),
            HandoffAction.Reject => Handoff.Reject("Wrong client.", reviewer, now),
            HandoffAction.RevertToManual => Handoff.RevertToManual("Faster by hand.", author, now),
            HandoffAction.Withdraw => Handoff.Withdraw("Asked for twice.", author, now),
            HandoffAction.Delegate => Handoff.Delegate(Given.Third, "On leave from tomorrow.", reviewer, now),
            HandoffAction.Reassign => Handoff.Reassign(Given.First.Person, Given.Third, "Away.", who ?? Given.Administrator, now),
            HandoffAction.Escalate => Escalate(now),
            HandoffAction.VoidApproval => Handoff.VoidApproval(new SealBroken("it has expired."), author, now),
            HandoffAction.Release => Handoff.Leave(Content(), Left, Key.PublicKey, "note.docx", author, now),
            HandoffAction.RecordOutcome => Handoff.RecordOutcome(new OutcomeReport(Reception.Accepted), author, now),
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        });
    }

    /// <summary>Does it; a refusal is a fault of the test.</summary>
    public IReadOnlyList<HandoffEvent> Must(HandoffAction action, Actor? who = null) =>
        Do(action, who) is { Error: null } done ? done.Events : throw new InvalidOperationException($"{action} was refused in {Handoff.State}.");

    /// <summary>Keeps what the author writes of their own sections.</summary>
    public void Write(OwnText text) =>
        Assert.Null(Keep(Handoff.WriteOwn(text, Starter, Tick())).Error);

    public Outcome Decide(Actor reviewer, params Change[] decisions) => Keep(Handoff.Decide(decisions, Check, reviewer, Tick()));

    public Outcome Attest(Actor reviewer, string item, bool confirmed = true, string? waiver = null) =>
        Keep(Handoff.Attest(item, confirmed, waiver, Sha256Digest.Of("evidence"), reviewer, Tick()));

    public Outcome Sign(Actor reviewer) => Do(HandoffAction.Sign, reviewer);

    public void DecideAll(Actor reviewer) => Must(HandoffAction.Decide, reviewer);

    public void AttestAll(Actor reviewer) => Must(HandoffAction.Attest, reviewer);

    /// <summary>What somebody does who has just signed in and signs the text as it stands.</summary>
    public Signing Signing() => new(Handoff.Confirmation, Handoff.TextDigest(), SignedInAt: Now);

    /// <summary>The finished file as it would be read back, were it written now.</summary>
    public ReleasableContent Content() => new(
        CanonicalContent.Form, Handoff.TextDigest(), Sha256Digest.Of($"file of {Handoff.TextDigest()}"),
        Envelope.Of(Handoff.Subject) with { Recipients = [new Recipient(RecipientKind.To, "client@example.org")] });

    public CheckReport Check(IReadOnlyList<TextPiece> text) => GateChecks.Run(Workflow, Handoff.Record, text);

    public void Wait(TimeSpan time) => Now += time;

    public void Dispose() => Key.Dispose();

    private Outcome CompleteChecks(Actor author, DateTimeOffset now)
    {
        if (Trust is not null)
        {
            Keep(Handoff.DrawReview(Trust, new CatchRate(60, 0), Check(Handoff.CurrentText()), new FixedChance(Draw), now));
        }

        if (Seeds && Handoff.State == HandoffState.Checking && Handoff.Changes.FirstOrDefault(c => c is { Id: "s3", Decision: Decision.Undecided }) is not null)
        {
            string drafted = Handoff.CurrentDraft!.Sentences.Single(sentence => sentence.Id == "s3").Text;
            string planted = drafted.Replace("Bremerhaven", Planted, StringComparison.Ordinal);
            Keep(Handoff.Plant(new SeededError(
                "s3", Handoff.Drafts.Count, SeededErrorKind.Name, drafted, planted, "Bremerhaven", Planted, JsonPointer.Parse("/city"), "5a17", now), author));
        }

        return Handoff.CompleteChecks(Check(Handoff.CurrentText()), author, now);
    }

    // One step for the caller: a look at everything, then every item of the checklist, by one reviewer. The events are those of the last item.
    private Outcome AttestEach(Actor reviewer, DateTimeOffset now)
    {
        Handoff.View(Handoff.Drafts.Count, TimeSpan.FromMinutes(1), [.. Handoff.Changes.Select(change => change.Id)], reviewer, now);
        IReadOnlyList<ChecklistItem> items = Workflow.Gate.Checklist;
        foreach (ChecklistItem item in items.SkipLast(1))
        {
            Outcome outcome = Keep(Handoff.Attest(item.Id, true, null, Sha256Digest.Of("evidence"), reviewer, now));
            if (outcome.Error is not null)
            {
                return outcome;
            }
        }

        return Handoff.Attest(items[^1].Id, true, null, Sha256Digest.Of("evidence"), reviewer, now);
    }

    // Nothing is escalated before it is due.
    private Outcome Escalate(DateTimeOffset now)
    {
        Now = now > Handoff.DueAt ? now : Handoff.DueAt ?? now;
        return Handoff.Escalate(Now);
    }

    public Outcome Received(OutcomeReport report, Actor? who = null) => Keep(Handoff.RecordOutcome(report, who ?? Given.Author, Tick()));

    private DateTimeOffset Tick() => Now += TimeSpan.FromMinutes(1);

    private Outcome Keep(Outcome outcome)
    {
        Events.AddRange(outcome.Events);
        return outcome;
    }
}

/// <summary>Chance that always chooses the same one of several, and plants nothing.</summary>
internal sealed class FixedChance(int choice) : IChance
{
    public double Share() => 0.999;

    public int Below(int count) => choice % count;

    public byte[] Bytes(int count) => new byte[count];
}
