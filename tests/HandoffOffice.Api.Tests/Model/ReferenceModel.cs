using System.Collections.Immutable;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Api.Tests.Model;

/// <summary>Who does something.</summary>
public enum Who
{
    Author,
    FirstReviewer,
    SecondReviewer,
    Administrator,
    Stranger,
    Flow,
    OtherTenant,
}

/// <summary>What the draft and its checks bring from outside: no rule of this model decides it.</summary>
/// <param name="Text">The text as it stands.</param>
/// <param name="Undecided">How many changes nobody has decided.</param>
/// <param name="Blocked">Whether a finding blocks.</param>
/// <param name="Words">The words under review.</param>
/// <param name="TrueText">The text without the error that is planted in it.</param>
public sealed record Seen(string Text, int Undecided, bool Blocked, int Words, string TrueText);

/// <summary>
/// What one handoff may be, from the rules of the design and from nothing in the product's code: each command says what it has to be answered with, "ok"
/// or the code of a problem, and what is so afterwards. It keeps names of texts, never documents, keys or hashes: those are the product's to get right.
/// </summary>
public sealed record ReferenceModel(Stakes Stakes, Who Author, string State = "Intake")
{
    /// <summary>Items of the checklist; the last one can be waived.</summary>
    public static readonly ImmutableArray<string> Items = ["recipient", "tone"];

    public Seen Seen { get; init; } = new("", 0, false, 0, "");

    public int Drafts { get; init; }

    public int Loops { get; init; }

    public DateTimeOffset DraftingSince { get; init; }

    public ImmutableHashSet<(Who By, string Item, string Text)> Confirmed { get; init; } = [];

    /// <summary>Who is to review it.</summary>
    public ImmutableHashSet<Who> Reviewers { get; init; } =
        Author == Who.OtherTenant ? [Author] : [Who.FirstReviewer, Who.SecondReviewer, .. Stakes == Stakes.Low && Author == Who.Author ? [Author] : Array.Empty<Who>()];

    /// <summary>Who has passed a review on.</summary>
    public ImmutableHashSet<Who> PassedOn { get; init; } = [];

    public ImmutableHashSet<Who> Signed { get; init; } = [];

    public ImmutableDictionary<Who, (TimeSpan Active, bool All, DateTimeOffset At)> Viewed { get; init; } = ImmutableDictionary<Who, (TimeSpan, bool, DateTimeOffset)>.Empty;

    public (DateTimeOffset From, DateTimeOffset To)? Approval { get; init; }

    /// <summary>Who approved it by breaking the glass.</summary>
    public Who? Glass { get; init; }

    public int Approvals { get; init; }

    /// <summary>Whether nothing more can be done to it.</summary>
    public bool IsOver => State is "Released" or "Rejected" or "RevertedToManual";

    public int SignaturesNeeded => Stakes == Stakes.High ? 2 : 1;

    private bool Possible(params ReadOnlySpan<string> states) => states.Contains(State);

    private string? MayReview(Who who) =>
        who == Author && Stakes != Stakes.Low ? "author-cannot-review"
        : Reviewers.Contains(who) ? null
        : "not-a-reviewer";

    private bool IsOfIt(Who who) => who == Author || Reviewers.Contains(who);

    private const string NotNow = "action-not-possible";

    public string? StartDraft(Who who, DateTimeOffset now) =>
        !Possible("Intake", "Failed", "Revising") && !(State == "Drafting" && now - DraftingSince >= TimeSpan.FromMinutes(5)) ? NotNow
        : !IsOfIt(who) ? "not-your-handoff" : null;

    public ReferenceModel DraftStarted(DateTimeOffset now) => this with { State = "Drafting", DraftingSince = now };

    public ReferenceModel DraftFailed() => this with { State = "Failed" };

    // What was confirmed of the same text before counts again; that an error is planted then changes nothing about it.
    public ReferenceModel Drafted(Seen seen, DateTimeOffset now) => Changed(seen) with
    {
        Confirmed = [.. Confirmed.Where(c => c.Text == seen.TrueText)],
        State = "InReview",
        Drafts = Drafts + 1,
        Viewed = Reviewers.ToImmutableDictionary(who => who, _ => (TimeSpan.Zero, false, now)),
    };

    public string? Decide(Who who, int? draft) => Replaced(draft) ?? (!Possible("InReview", "Approved") ? NotNow : MayReview(who));

    public ReferenceModel Decided(Seen seen) => Changed(seen) with { State = "InReview" };

    public string? Confirm(Who who, string item, bool waive, int? draft) => Replaced(draft)
        ?? (!Possible("InReview") ? NotNow : MayReview(who))
        ?? (!waive ? null : item != Items[^1] ? "non-negotiable" : Stakes == Stakes.High ? "no-waivers" : null);

    public ReferenceModel ConfirmedBy(Who who, string item, bool confirmed) => this with
    {
        Confirmed = [.. Confirmed.Where(c => c.By != who || c.Item != item), .. confirmed ? [(who, item, Seen.Text)] : Array.Empty<(Who, string, string)>()],
        Signed = Signed.Remove(who),
    };

    public string? View(Who who, int draft) => !Possible("InReview") ? NotNow : MayReview(who) ?? Replaced(draft);

    public ReferenceModel ViewedBy(Who who, TimeSpan active, bool all, DateTimeOffset now)
    {
        (TimeSpan before, bool seen, DateTimeOffset at) = Viewed.GetValueOrDefault(who, (TimeSpan.Zero, false, now));
        TimeSpan passed = now > at ? now - at : TimeSpan.Zero;
        return this with { Viewed = Viewed.SetItem(who, (before + (active < passed ? active : passed), seen || all, now > at ? now : at)) };
    }

    public string? Sign(Who who, string shown, DateTimeOffset signedInAt, DateTimeOffset now) =>
        (!Possible("InReview") ? NotNow : MayReview(who))
        ?? (shown != Seen.Text ? "text-has-changed" : null)
        ?? (Seen.Undecided > 0 ? "changes-undecided" : null)
        ?? (Seen.Text.Length == 0 ? "nothing-left" : null)
        ?? (Seen.Blocked ? "findings-block" : null)
        ?? (Items.All(item => Confirmed.Contains((who, item, Seen.Text))) ? null : "checklist-open")
        ?? (Signed.Contains(who) ? "already-signed" : null)
        ?? (Stakes == Stakes.High && !HasRead(who) ? "too-little-viewed" : null)
        ?? (Stakes == Stakes.High && now - signedInAt > TimeSpan.FromMinutes(5) ? "fresh-sign-in-needed" : null);

    public ReferenceModel SignedBy(Who who, TimeSpan holds, DateTimeOffset now) => Signed.Count + 1 < SignaturesNeeded
        ? this with { Signed = Signed.Add(who) }
        : this with { Signed = Signed.Add(who), State = "Approved", Approval = (now, now + holds), Approvals = Approvals + 1 };

    public string? Revise(Who who) => !Possible("InReview") ? NotNow : MayReview(who) ?? (Loops >= 1 ? "loop-budget-spent" : null);

    public ReferenceModel Revised(Seen seen) => Changed(seen) with { State = "Revising", Loops = Loops + 1 };

    public string? Delegate(Who who, Who to) => !Possible("InReview") ? NotNow : MayReview(who)
        ?? (to == Who.Administrator || Author == Who.OtherTenant ? "unknown-reviewer"
            : to == Author ? "not-to-the-author"
            : Reviewers.Contains(to) ? "already-a-reviewer"
            : PassedOn.Contains(to) ? "passed-on-before"
            : null);

    public ReferenceModel Delegated(Who who, Who to, DateTimeOffset now) => this with
    {
        Reviewers = Reviewers.Remove(who).Add(to),
        PassedOn = PassedOn.Add(who),
        Confirmed = [.. Confirmed.Where(c => c.By != who)],
        Signed = Signed.Remove(who),
        Viewed = Viewed.SetItem(to, (TimeSpan.Zero, false, now)),
    };

    public string? BreakGlass(int minutes) => !Possible("InReview") ? NotNow : Seen.Text.Length == 0 ? "nothing-left" : minutes > 60 ? "glass-too-long" : null;

    public ReferenceModel GlassBroken(Who who, int minutes, Seen seen, DateTimeOffset now) => Changed(seen) with
    {
        State = "Approved",
        Signed = [who],
        Glass = who,
        Approval = (now, now.AddMinutes(minutes)),
        Approvals = Approvals + 1,
    };

    public string? Reject(Who who) => !Possible("InReview") ? NotNow : MayReview(who);

    public string? FinishByHand(Who who) => !Possible("InReview", "Failed", "Revising") ? NotNow : IsOfIt(who) ? null : "not-your-handoff";

    public string? Release(Who who, bool tampered, DateTimeOffset now) =>
        MayRelease(who) ?? (tampered || now < Approval!.Value.From || now >= Approval.Value.To ? "seal-broken" : null);

    public string? MayRelease(Who who) => !Possible("Approved") ? NotNow : !IsOfIt(who) && who != Glass ? "not-your-handoff" : null;

    public ReferenceModel Voided() => Forgotten() with { State = "InReview" };

    public ReferenceModel Ended(string state, Seen seen) => this with { State = state, Seen = seen };

    private string? Replaced(int? draft) => draft is null || draft == Drafts ? null : "draft-replaced";

    private bool HasRead(Who who) => Viewed.TryGetValue(who, out var viewed) && viewed.All && viewed.Active >= TimeSpan.FromMinutes(Seen.Words / 238.0);

    // A confirmation is for one text and counts again where that text stands again; a signature and an approval never do.
    private ReferenceModel Changed(Seen seen) => (this with { Seen = seen }).Forgotten();

    private ReferenceModel Forgotten() => this with { Confirmed = [.. Confirmed.Where(c => c.Text == Seen.Text)], Signed = [], Approval = null, Glass = null };
}
