using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Filtering;
using HandoffOffice.Domain.Training;

namespace HandoffOffice.Domain.Reviewing;

/// <summary>Who may review, and what must be so before somebody signs: lists of rules, each with one named error.</summary>
public static class ReviewRules
{
    private static readonly IReadOnlyList<Func<Handoff, Actor, HandoffError?>> WhoMayLook =
        [ReviewerIsAPerson, ReviewerIsNamed, ReviewerIsNotTheAuthor];

    private static readonly IReadOnlyList<Func<Handoff, Actor, HandoffError?>> WhoMayReview = [.. WhoMayLook, ReviewerHasPractised];

    private static readonly IReadOnlyList<Func<Handoff, Actor, HandoffError?>> BeforeSigning =
        [EveryChangeIsDecided, NothingPlantedIsLeft, SomethingIsLeft, EveryPickIsWhole, NoFindingBlocks, EveryItemIsConfirmed, NobodySignsTwice, TheTextWasInView];

    /// <summary>Why this actor may neither look at this handoff as its reviewer nor pass its review on, or null.</summary>
    public static HandoffError? MayLook(Handoff handoff, Actor actor) => First(WhoMayLook, handoff, actor);

    /// <summary>Why this actor may not review this handoff, or null.</summary>
    public static HandoffError? MayReview(Handoff handoff, Actor actor) => First(WhoMayReview, handoff, actor);

    /// <summary>Why this actor can't sign it as it stands, or null.</summary>
    public static HandoffError? MaySign(Handoff handoff, Actor actor) => MayReview(handoff, actor) ?? First(BeforeSigning, handoff, actor);

    private static HandoffError? First(IReadOnlyList<Func<Handoff, Actor, HandoffError?>> rules, Handoff handoff, Actor actor) =>
        rules.Select(rule => rule(handoff, actor)).FirstOrDefault(error => error is not null);

    private static HandoffError? ReviewerIsAPerson(Handoff handoff, Actor actor) => actor.IsApplication ? new ApplicationsCannotReview() : null;

    private static HandoffError? ReviewerIsNamed(Handoff handoff, Actor actor) =>
        handoff.Reviewers.Any(actor.Person.Is) ? null
            : actor.Person.Is(handoff.Author) && !handoff.Rigor.AuthorMayReview ? AuthorCannotReview(handoff)
            : new NotYours("not-a-reviewer", $"The reviewers of this handoff are: {Names(handoff)}.");

    private static HandoffError? ReviewerIsNotTheAuthor(Handoff handoff, Actor actor) =>
        actor.Person.Is(handoff.Author) && !handoff.Rigor.AuthorMayReview ? AuthorCannotReview(handoff) : null;

    private static HandoffError? ReviewerHasPractised(Handoff handoff, Actor actor) =>
        handoff.IsTrained(actor.Person) ? null : new TrainingRequired(handoff.Terms.WorkflowKey, handoff.Terms.WorkflowVersion);

    private static NotYours AuthorCannotReview(Handoff handoff) =>
        new("author-cannot-review", $"With {handoff.Terms.Stakes.ToString().ToLowerInvariant()} stakes somebody else reviews than the author: {Names(handoff)}.");

    // In a reduced review the plan accepts what nobody decides.
    private static HandoffError? EveryChangeIsDecided(Handoff handoff, Actor actor) =>
        !handoff.IsReduced && handoff.Changes.Count(change => change.Decision == Decision.Undecided) is var open and > 0 ? new ChangesUndecided(open) : null;

    // A planted change is undecided until it is settled: this error tells nobody that there is one.
    private static HandoffError? NothingPlantedIsLeft(Handoff handoff, Actor actor) => handoff.Planted is null ? null : new SeedStillIn();

    private static HandoffError? SomethingIsLeft(Handoff handoff, Actor actor) => handoff.CurrentText().Count == 0 ? new NothingLeft() : null;

    private static HandoffError? EveryPickIsWhole(Handoff handoff, Actor actor) => PickRules.Open(handoff);

    private static HandoffError? NoFindingBlocks(Handoff handoff, Actor actor) =>
        handoff.Report?.Findings.Count(finding => finding.Severity == Severity.Blocking) is var blocking and > 0 ? new FindingsBlock(blocking.Value) : null;

    private static HandoffError? EveryItemIsConfirmed(Handoff handoff, Actor actor) =>
        handoff.Terms.Gate.Checklist.Count(item => (item.NonNegotiable || !handoff.IsReduced) && !handoff.HasAttested(actor.Person, item.Id)) is var open and > 0 ? new ChecklistOpen(open) : null;

    private static HandoffError? NobodySignsTwice(Handoff handoff, Actor actor) =>
        handoff.ValidSignatures().Any(signature => signature.By.Is(actor.Person))
            ? new NotYours("already-signed", "You have signed this text. Another reviewer has to sign as well.")
            : null;

    private static HandoffError? TheTextWasInView(Handoff handoff, Actor actor) =>
        handoff.Rigor.ViewingRequired && handoff.PaceOf(actor.Person) is { } pace && (pace.IsTooFast || pace.IsPartial) ? new TooLittleViewed(pace) : null;

    private static string Names(Handoff handoff) => string.Join(", ", handoff.Reviewers.Select(reviewer => reviewer.Name));
}
