namespace HandoffOffice.Domain.Releasing;

/// <summary>Who may send what left, or is about to, from their mailbox.</summary>
public static class SendRules
{
    /// <summary>Why this actor can't release it as a mail of their own, or null. What any release asks for comes beside it.</summary>
    public static HandoffError? MaySend(Handoff handoff, Actor actor) =>
        handoff.Seal?.Payload.Content.Form != CanonicalHtml.Form ? new NotAMail()
        : !actor.Person.Is(handoff.Author) ? new NotYours("not-your-mailbox", $"The mail is from {handoff.Author.Name}: only they can send it from their mailbox. Release the file instead.")
        : null;

    /// <summary>Why this actor can't go on with a sending, or null.</summary>
    public static HandoffError? MayGoOn(Handoff handoff, Actor actor) =>
        handoff.Deliveries.All(delivery => delivery.Channel != ReleaseChannel.Mail) ? new NothingToDeliver()
        : !actor.Person.Is(handoff.Released!.By) ? new NotYours("not-your-mailbox", "It is sent from the mailbox of the person who released it: only they can go on.")
        : null;
}
