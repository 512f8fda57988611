using System.Collections.Immutable;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Reviewing.Seeding;

namespace HandoffOffice.Api.Tests.Model;

/// <summary>All that the model knows: the handoffs, the keys that releases were done under, the clock, when who signed in, and what the first tenant has stopped.</summary>
public sealed record World(
    ImmutableArray<ReferenceModel> Handoffs, ImmutableDictionary<(bool OtherTenant, string Key), (int Handoff, Who Who)> Keys, DateTimeOffset Now,
    ImmutableDictionary<Who, DateTimeOffset> SignedIn)
{
    public ImmutableList<(Guid Id, StopScope Scope, string? Target)> Stops { get; init; } = [];

    public World With(int handoff, ReferenceModel model) => this with { Handoffs = Handoffs.SetItem(handoff, model) };

    /// <summary>A stop of a model covers what it has drafted, and the next draft: there is one drafter here.</summary>
    public string? Stopped(ReferenceModel model, bool drafts = false) => model.Author != Who.OtherTenant && Stops.Any(stop => stop.Scope switch
    {
        StopScope.Workflow => stop.Target == Stage.Key(model.Stakes),
        StopScope.Model => drafts || model.Drafts > 0,
        _ => true,
    }) ? "stopped" : null;
}

/// <summary>A handoff of the product, as the last look at it showed it.</summary>
public sealed class Subject(Guid id, HandoffView view)
{
    private readonly Dictionary<string, Sha256Digest> digests = new() { [string.Empty] = view.TextDigest };

    // The words under review, as a reviewer was told last.
    private int words;

    public Guid Id => id;

    public HandoffView View { get; private set; } = view;

    /// <summary>The text that the first draft brought.</summary>
    public string FirstText { get; private set; } = string.Empty;

    public Sha256Digest Digest(string text) => digests[text];

    /// <summary>Takes a look in. The same text has the same digest, always.</summary>
    /// <param name="shown">What a reviewer is shown.</param>
    /// <param name="planted">The planted error that is in it, which no reviewer is told of.</param>
    public Seen Take(HandoffView shown, SeededError? planted)
    {
        View = shown;
        string text = Text(null);
        if (digests.TryGetValue(text, out Sha256Digest digest))
        {
            Xunit.Assert.Equal(digest, shown.TextDigest);
        }

        digests[text] = shown.TextDigest;
        FirstText = FirstText.Length == 0 ? text : FirstText;
        words = shown.Viewing?.Words ?? words;
        return new Seen(
            text, shown.Changes.Count(change => change.Decision == Decision.Undecided),
            shown.Findings.Any(finding => finding.Severity == Domain.Design.Severity.Blocking), words, planted is null ? text : Text(planted));

        string Text(SeededError? without) => string.Join('\n', shown.Changes
            .Select(change => change.Decision == Decision.Rejected ? change.Original
                : change.Id == without?.ChangeId ? without.TrueText
                : change.EditedText ?? change.Text)
            .Where(sentence => !string.IsNullOrEmpty(sentence)));
    }
}

/// <summary>One request, what the model says it is answered with, and what is so afterwards.</summary>
/// <param name="Act">What it does.</param>
/// <param name="Handoff">To which handoff.</param>
/// <param name="Send">Sends it.</param>
/// <param name="Code">"ok", or the code of the problem.</param>
/// <param name="Then">What is so when it was done.</param>
public sealed record Command(Act Act, int Handoff, Func<Task<Answer>> Send, Func<World, string> Code, Func<World, Seen, World> Then)
{
    /// <summary>The key of a release.</summary>
    public string? Key { get; init; }

    /// <summary>Whether it can change the text.</summary>
    /// <remarks>Whatever ends a review takes a planted error out.</remarks>
    public bool ChangesText => Act is Act.Draft or Act.DecideOne or Act.DecideRest or Act.Revise or Act.Reject or Act.FinishByHand or Act.BreakGlass;

    /// <summary>Whether it is allowed and still leaves all as it was: nothing was left to decide, no time has passed.</summary>
    public bool MayChangeNothing => Act is Act.Look or Act.DecideRest or Act.View;

    /// <summary>What comes of it.</summary>
    public (string Code, World World) In(World world, Seen seen) =>
        Code(world) is var code && code is "ok" or "seal-broken" ? (code, Then(world, seen)) : (code, world);
}

/// <summary>Makes requests of what a step says. Each command stands here once: how it is asked for, and which rule of the model answers.</summary>
internal static class Commands
{
    /// <summary>How long an approval holds by the gate.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromHours(24);

    private static readonly ImmutableArray<Who> TakeOver = [Who.Stranger, Who.Stranger, Who.Author, Who.FirstReviewer, Who.SecondReviewer, Who.Administrator];

    public static Command Of(Act act, int handoff, Who who, int choice, Session session, Subject subject, ReferenceModel known, Func<Who, string> idOf)
    {
        string path = $"handoffs/{subject.Id}";
        string item = ReferenceModel.Items[choice % ReferenceModel.Items.Length];
        int? draft = (choice % 4) switch { 0 => null, 3 => known.Drafts - 1, _ => known.Drafts };
        bool keep = choice % 6 != 5;
        switch (act)
        {
            case Act.Draft:
                return Make(() => session.Draft(subject.Id), (m, w) => w.Stopped(m, drafts: true) ?? m.StartDraft(who, w.Now), (m, seen, now) => m.DraftStarted(now).Drafted(seen, now));
            case Act.DecideOne:
                ChangeView? change = subject.View.Changes.Count == 0 ? null : subject.View.Changes[choice % subject.View.Changes.Count];
                string decision = (choice % 6) switch { 2 => "Rejected", 3 => "Edited", 4 => "Undecided", _ => "Accepted" };
                string? text = decision == "Edited" ? $"{change?.Text} Thank you." : null;
                return Make(() => session.Put($"{path}/changes/{change?.Id ?? "s1"}", new { decision, text, draft }), (m, _) => m.Decide(who, draft), (m, seen, _) => m.Decided(seen));
            case Act.DecideRest:
                return Make(
                    () => session.Post($"{path}/changes", new { accept = keep, draft }), (m, _) => m.Decide(who, draft),
                    (m, seen, _) => m.Seen.Undecided == 0 ? m : m.Decided(seen));
            case Act.Confirm:
                return Make(
                    () => session.Put($"{path}/checklist/{item}", new { confirmed = keep, draft }), (m, _) => m.Confirm(who, item, false, draft),
                    (m, _, _) => m.ConfirmedBy(who, item, keep));
            case Act.Waive:
                return Make(
                    () => session.Put($"{path}/checklist/{item}", new { confirmed = true, waiverReason = "It does not apply.", draft }),
                    (m, _) => m.Confirm(who, item, true, draft), (m, _, _) => m.ConfirmedBy(who, item, true));
            case Act.View:
                var active = TimeSpan.FromSeconds(choice % 3 == 0 ? 1 : 600);
                int shown = choice == 7 ? known.Drafts + 1 : known.Drafts;
                string[] ids = [.. subject.View.Changes.Where(_ => keep).Select(c => c.Id)];
                return Make(
                    () => session.Post($"{path}/viewing", new { draft = shown, activeMilliseconds = (int)active.TotalMilliseconds, seen = ids }),
                    (m, _) => m.View(who, shown), (m, _, now) => m.ViewedBy(who, active, keep, now));
            case Act.Sign:
                string onScreen = keep ? known.Seen.Text : subject.FirstText;
                return Make(
                    () => session.Post($"{path}/signature", new { subject.View.Confirmation, textDigest = subject.Digest(onScreen) }),
                    (m, w) => w.Stopped(m) ?? m.Sign(who, onScreen, w.SignedIn[who], w.Now), (m, _, now) => m.SignedBy(who, Holds, now));
            case Act.Revise:
                return Make(() => session.Post($"{path}/revision", new { reason = "Shorter." }), (m, _) => m.Revise(who), (m, seen, _) => m.Revised(seen));
            case Act.Reject:
                return Make(() => session.Post($"{path}/rejection", new { reason = "No." }), (m, _) => m.Reject(who), (m, seen, _) => m.Ended("Rejected", seen));
            case Act.FinishByHand:
                return Make(
                    () => session.Post($"{path}/manual", new { reason = "By hand." }), (m, _) => m.FinishByHand(who), (m, seen, _) => m.Ended("RevertedToManual", seen));
            case Act.Delegate:
                Who to = TakeOver[choice % TakeOver.Length];
                return Make(
                    () => session.Post($"{path}/delegation", new { to = idOf(to), reason = "I am away." }), (m, _) => m.Delegate(who, to), (m, _, now) => m.Delegated(who, to, now));
            case Act.BreakGlass:
                int minutes = choice % 4 == 3 ? 90 : 15;
                return Make(
                    () => session.Post($"{path}/break-glass", new { reason = "The site is down.", minutes }), (m, w) => w.Stopped(m) ?? m.BreakGlass(minutes),
                    (m, seen, now) => m.GlassBroken(who, minutes, seen, now));
            case Act.Look:
                return Make(() => session.Get(path), (_, _) => null, (m, _, _) => m);
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act, "There is no such command.");
        }

        Command Make(Func<Task<Answer>> send, Func<ReferenceModel, World, string?> rule, Func<ReferenceModel, Seen, DateTimeOffset, ReferenceModel> then) => new(
            act, handoff, send, w => Closed(act, who, w.Handoffs[handoff]) ?? rule(w.Handoffs[handoff], w) ?? "ok", (w, seen) => w.With(handoff, then(w.Handoffs[handoff], seen, w.Now)));
    }

    /// <summary>A release, which looks at the key before it looks at anything else.</summary>
    public static Command Release(int handoff, Who who, string key, Session session, Subject subject, bool tampered = false) => new(
        Act.Release, handoff, () => session.Release(subject.Id, key),
        w => who == Who.Flow ? "forbidden"
            : w.Keys.TryGetValue((who == Who.OtherTenant, key), out var done) ? done == (handoff, who) ? "ok" : "idempotency-key-reused"
            : Closed(Act.Release, who, w.Handoffs[handoff]) ?? w.Handoffs[handoff].MayRelease(who) ?? w.Stopped(w.Handoffs[handoff])
                ?? w.Handoffs[handoff].Release(who, tampered, w.Now) ?? "ok",
        (w, _) => w.Keys.ContainsKey((who == Who.OtherTenant, key)) ? w
            : w.Handoffs[handoff].Release(who, tampered, w.Now) is not null ? w.With(handoff, w.Handoffs[handoff].Voided())
            : w.With(handoff, w.Handoffs[handoff] with { State = "Released" }) with { Keys = w.Keys.Add((who == Who.OtherTenant, key), (handoff, who)) })
    {
        Key = key,
    };

    /// <summary>Why the token alone forbids it, or the tenant.</summary>
    private static string? Closed(Act act, Who who, ReferenceModel model) =>
        (who == Who.Flow && act is not (Act.Look or Act.Draft)) || (who == Who.Administrator && (act is Act.View or Act.Sign))
        || (who is not (Who.Administrator or Who.OtherTenant) && act == Act.BreakGlass) ? "forbidden"
        : who == Who.OtherTenant != (model.Author == Who.OtherTenant) ? "unknown-handoff"
        : null;
}
