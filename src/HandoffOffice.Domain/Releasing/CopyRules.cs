namespace HandoffOffice.Domain.Releasing;

/// <summary>Who may have a copy of what left, and its proof.</summary>
public static class CopyRules
{
    /// <summary>Why this actor can't have one, or null.</summary>
    public static HandoffError? MayHaveCopy(Handoff handoff, Actor actor) =>
        actor.IsApplication ? new ApplicationsCannotReview()
        : !actor.Person.Is(handoff.Author) && !handoff.Reviewers.Any(actor.Person.Is) ? new NotYours("not-your-handoff", "Only its author and its reviewers can have a copy.")
        : handoff.Released is null ? new NotReleased()
        : null;
}

/// <summary>Nothing has left yet.</summary>
public sealed record NotReleased() : HandoffError("not-released", "Nothing has left yet: the copy and the seal are there when it has.");

/// <summary>A copy without traces would say something else than what was approved.</summary>
/// <param name="Why">What stands against it.</param>
public sealed record NoCleanCopy(string Why)
    : HandoffError("no-clean-copy", $"There is no clean copy: {Why} Pass on the released file itself.");
