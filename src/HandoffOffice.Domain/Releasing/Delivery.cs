namespace HandoffOffice.Domain.Releasing;

/// <summary>How something leaves.</summary>
public enum ReleaseChannel
{
    /// <summary>As the answer to whoever releases it: the act is over with the row that says so.</summary>
    File,

    /// <summary>As a mail from the mailbox of the person who releases it.</summary>
    Mail,
}

/// <summary>How far an act outside of the database has come.</summary>
public enum DeliveryState
{
    /// <summary>It is to be done, and nothing has been let out.</summary>
    Pending,

    /// <summary>The mailbox was, or is about to be, told to send; its answer is not known.</summary>
    Sending,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>The mailbox was told to send, and it is nowhere now. A person has to look.</summary>
    Uncertain,

    /// <summary>It was refused, and did not leave.</summary>
    Failed,
}

/// <summary>
/// An act that carries a release out: a row, written with the release, before it is an act. Whoever does it says so here first and looks for what was done
/// before they do it again, so that a crash between any two steps neither loses nor repeats it (DESIGN rule 4).
/// </summary>
/// <remarks>Each step names the attempt that it belongs to: one that was given up, and comes back late, changes nothing.</remarks>
public sealed class Delivery
{
    /// <summary>How long an attempt has the act to itself. No attempt lasts as long (<see cref="LongestAttempt"/>): one that has not ended then is dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>When an attempt gives up.</summary>
    public static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(90);

    private Delivery(string tenantId, Guid handoffId, ReleaseChannel channel, string messageId)
    {
        TenantId = tenantId;
        HandoffId = handoffId;
        Channel = channel;
        MessageId = messageId;
    }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The tenant.</summary>
    public string TenantId { get; private init; }

    /// <summary>The handoff whose release it carries out.</summary>
    public Guid HandoffId { get; private init; }

    /// <summary>How it leaves.</summary>
    public ReleaseChannel Channel { get; private init; }

    /// <summary>The mail's Message-ID (RFC 5322 section 3.6.4) in its angle brackets: what it is looked for by.</summary>
    public string MessageId { get; private set; }

    /// <summary>How far it has come.</summary>
    public DeliveryState State { get; private set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it was released.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was tried last.</summary>
    public DateTimeOffset? TriedAt { get; private set; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Until when the attempt that runs has it to itself; null while none runs.</summary>
    public DateTimeOffset? BusyUntil { get; private set; }

    /// <summary>The one draft in the mailbox that may be sent; null before there is one.</summary>
    public string? DraftId { get; private set; }

    /// <summary>What stood against it last, as a code; null where nothing did.</summary>
    public string? Problem { get; private set; }

    /// <summary>Before when the mailbox does not want to be asked again.</summary>
    public DateTimeOffset? RetryAt { get; private set; }

    /// <summary>Whether nothing can have been let out yet.</summary>
    public bool IsUntouched => State is DeliveryState.Pending or DeliveryState.Failed;

    /// <summary>The act that carries a release out.</summary>
    /// <param name="handoff">What is released.</param>
    /// <param name="channel">How it leaves.</param>
    /// <param name="messageId">The Message-ID that the sealed mail has, in its angle brackets.</param>
    /// <param name="now">When it is released.</param>
    public static Delivery Of(Handoff handoff, ReleaseChannel channel, string messageId, DateTimeOffset now) =>
        new(handoff.TenantId, handoff.Id, channel, messageId) { Id = Guid.CreateVersion7(now), CreatedAt = now };

    /// <summary>Begins an attempt, unless one runs.</summary>
    public Outcome Begin(DateTimeOffset now)
    {
        if ((State == DeliveryState.Done || now < BusyUntil ? new DeliveryInFlight() : now < RetryAt ? new MailboxBusy(RetryAt.Value) : (HandoffError?)null) is { } error)
        {
            return error;
        }

        Attempts++;
        TriedAt = now;
        BusyUntil = now + Lease;
        return Outcome.Done();
    }

    /// <summary>The mail is a draft in the mailbox, which is told to send it next. From now on no other is made or sent.</summary>
    /// <param name="draftId">The draft.</param>
    /// <param name="messageId">The Message-ID that the mailbox has given it.</param>
    public Outcome Sending(string draftId, string messageId)
    {
        (State, DraftId, MessageId) = (DeliveryState.Sending, draftId, messageId);
        return Outcome.Done();
    }

    /// <summary>It was sent, as the mailbox says.</summary>
    public Outcome Sent(Actor person, DateTimeOffset now) => Finished(HandoffEventKind.Delivered, person, now);

    /// <summary>The attempt ends without an answer, or with one that says to try later; it stays as far as it had come.</summary>
    /// <param name="problem">What stood against it.</param>
    /// <param name="retryAt">Before when the mailbox does not want to be asked again.</param>
    public Outcome Wait(string problem, DateTimeOffset? retryAt)
    {
        (BusyUntil, Problem, RetryAt) = (null, problem, retryAt);
        return Outcome.Done();
    }

    /// <summary>The mailbox refused it, and has sent nothing.</summary>
    public Outcome Refuse(string problem, Actor person, DateTimeOffset now)
    {
        (State, BusyUntil, DraftId, Problem, RetryAt) = (DeliveryState.Failed, null, null, problem, null);
        return Outcome.Done(Event(HandoffEventKind.DeliveryRefused, person, now, ("problem", problem)));
    }

    /// <summary>The mailbox was told to send it, and has it nowhere: it is not sent again unless a person says that it did not leave.</summary>
    public Outcome Lose(Actor person, DateTimeOffset now)
    {
        bool isNew = State != DeliveryState.Uncertain;
        (State, BusyUntil, RetryAt) = (DeliveryState.Uncertain, null, null);
        return isNew ? Outcome.Done(Event(HandoffEventKind.DeliveryUncertain, person, now)) : Outcome.Done();
    }

    /// <summary>The person who released it has looked, and says whether it was sent.</summary>
    /// <param name="isThere">Whether it is among what they sent; if not, it is to be sent again.</param>
    /// <param name="reason">What they saw, in 1 to 2,000 characters.</param>
    /// <param name="person">Who says so.</param>
    /// <param name="now">When.</param>
    public Outcome Answer(bool isThere, string reason, Actor person, DateTimeOffset now)
    {
        if ((State != DeliveryState.Uncertain ? new NothingUncertain() : now < BusyUntil ? new DeliveryInFlight() : ReasonMissing.In(reason)) is { } error)
        {
            return error;
        }

        (string, string) why = ("reasonDigest", $"{Sha256Digest.Of(reason.Trim())}");
        if (isThere)
        {
            return Finished(HandoffEventKind.DeliveryConfirmed, person, now, why);
        }

        (State, DraftId, Problem) = (DeliveryState.Pending, null, null);
        return Outcome.Done(Event(HandoffEventKind.DeliveryRepeated, person, now, why));
    }

    private Outcome Finished(HandoffEventKind kind, Actor person, DateTimeOffset now, params IReadOnlyList<(string Name, string Value)> facts)
    {
        (State, DoneAt, BusyUntil, Problem, RetryAt) = (DeliveryState.Done, now, null, null, null);
        return Outcome.Done(Event(kind, person, now, facts));
    }

    private HandoffEvent Event(HandoffEventKind kind, Actor person, DateTimeOffset now, params IReadOnlyList<(string Name, string Value)> facts) =>
        new($"{kind}", person, now, facts.Append(("delivery", $"{Id}")).Append(("channel", $"{Channel}")).ToDictionary(fact => fact.Item1, fact => fact.Item2));
}

/// <summary>It is being done just now.</summary>
public sealed record DeliveryInFlight() : HandoffError("delivery-in-flight", "It is being sent just now. Look again in a moment; nothing goes out twice.");

/// <summary>The mailbox does not want to be asked yet.</summary>
/// <param name="Until">Before when.</param>
public sealed record MailboxBusy(DateTimeOffset Until) : HandoffError("mailbox-busy", $"The mail service asks to wait until {Until:HH:mm:ss} UTC. Nothing is lost; send it then.");

/// <summary>Nobody has to look for it.</summary>
public sealed record NothingUncertain() : HandoffError("nothing-uncertain", "Whether it was sent is not in question, so there is nothing to answer.");

/// <summary>Another attempt has taken over.</summary>
public sealed record AttemptGivenUp() : HandoffError("delivery-in-flight", "Another attempt has taken over. Look again in a moment; nothing goes out twice.");

/// <summary>It did not leave by this channel.</summary>
public sealed record NothingToDeliver() : HandoffError("nothing-to-send", "It was not released to be sent from a mailbox, so there is nothing to send.");

/// <summary>Only a mail can be sent.</summary>
public sealed record NotAMail() : HandoffError("not-a-mail", "This handoff ends in a document. Release the file; only a mail can be sent from a mailbox.");
