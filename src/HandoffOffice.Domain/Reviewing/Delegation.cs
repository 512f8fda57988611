namespace HandoffOffice.Domain.Reviewing;

/// <summary>That a review was passed on from one person to another.</summary>
/// <param name="From">Who was to review.</param>
/// <param name="To">Who reviews instead.</param>
/// <param name="By">Who passed it on: <paramref name="From"/>, an administrator, or the software for an absence.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why: 1 to 2,000 characters.</param>
public sealed record Delegation(Person From, Person To, Person By, DateTimeOffset At, string Reason);

/// <summary>A review can't be passed on to this person, or from this one.</summary>
/// <param name="Rule">Stable, lower-case words joined by hyphens.</param>
/// <param name="Why">What is in the way, for a person.</param>
public sealed record CannotPassOn(string Rule, string Why) : HandoffError(Rule, Why);

/// <summary>Who a review can be passed on to: a list of rules, each with one named error.</summary>
public static class DelegationRules
{
    /// <summary>The code of what is refused because the person is no reviewer (any more).</summary>
    public const string NoReview = "no-review-of-theirs";

    private static readonly IReadOnlyList<Func<Handoff, Actor, HandoffError?>> WhoMayTakeOver =
        [TakesOverAsAPerson, IsNotTheAuthor, IsNotAReviewerAlready, HasNotPassedItOn];

    /// <summary>Why this actor can't take a review of this handoff over, or null.</summary>
    public static HandoffError? MayTakeOver(Handoff handoff, Actor to) => WhoMayTakeOver.Select(rule => rule(handoff, to)).FirstOrDefault(error => error is not null);

    /// <summary>Why there is no review of this person to be passed on, or null.</summary>
    public static HandoffError? IsReviewer(Handoff handoff, Person from) =>
        handoff.Reviewers.Any(from.Is) ? null : new CannotPassOn(NoReview, $"{from.Name} is not among the reviewers of this handoff.");

    /// <summary>Why this actor passes nobody's review on, or null. That a person is an administrator is for the caller to see to.</summary>
    public static HandoffError? MayReassign(Actor actor) => actor.IsApplication && actor != Actor.Software ? new ApplicationsCannotReview() : null;

    private static HandoffError? TakesOverAsAPerson(Handoff handoff, Actor to) => to.IsApplication ? new ApplicationsCannotReview() : null;

    // Whatever the stakes: an author who reviews their own text does so because they were named at the start, never because somebody passed it back.
    private static HandoffError? IsNotTheAuthor(Handoff handoff, Actor to) =>
        to.Person.Is(handoff.Author) ? new CannotPassOn("not-to-the-author", $"{to.Person.Name} is the author. Somebody else has to review it.") : null;

    private static HandoffError? IsNotAReviewerAlready(Handoff handoff, Actor to) =>
        handoff.Reviewers.Any(to.Person.Is) ? new CannotPassOn("already-a-reviewer", $"{to.Person.Name} reviews this already. Choose somebody else.") : null;

    private static HandoffError? HasNotPassedItOn(Handoff handoff, Actor to) =>
        handoff.Delegations.Any(delegation => delegation.From.Is(to.Person))
            ? new CannotPassOn("passed-on-before", $"The review of {to.Person.Name} was passed on before. Choose somebody else, so that it does not go in a circle.")
            : null;
}
