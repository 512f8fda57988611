using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Microsoft365;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Stops;

namespace HandoffOffice.Api.Releasing;

/// <summary>
/// Carries a released mail into the mailbox and has it sent, at most once. Each step is in the delivery's row before the next is taken:
/// <list type="number">
/// <item>The mailbox is asked for the mail by its Message-ID: what was sent is done, a draft that is there is used.</item>
/// <item>A draft is made. Made twice, the second stays a draft: only one is ever named in the row.</item>
/// <item>The row says which draft is about to be sent, and only that one is ever sent: a mailbox sends a draft once, for it is none then.</item>
/// <item>It is sent. Where no answer comes, the next attempt looks first. Where the mail is nowhere, a person decides.</item>
/// </list>
/// </summary>
internal sealed class MailCourier(HandoffStore handoffs, StopSwitch stops, TimeProvider time)
{
    private const ReleaseChannel Mail = ReleaseChannel.Mail;

    /// <summary>Makes one attempt.</summary>
    /// <param name="id">The handoff, which is released.</param>
    /// <param name="mime">The bytes that left by its row.</param>
    /// <param name="person">Who released it.</param>
    /// <param name="mailbox">Their mailbox.</param>
    public async Task<ReleaseAnswer> Carry(Guid id, byte[] mime, Actor person, GraphMailbox mailbox)
    {
        // Whoever asked may go away; the attempt ends by itself, well before another may begin.
        using var limit = new CancellationTokenSource(Delivery.LongestAttempt, time);
        (Handoff? handoff, HandoffError? error) = await handoffs.Change(id, async (handoff, _) =>
            await stops.Covering(handoff, CancellationToken.None) is { } stopped ? stopped : handoff.Deliver(Mail, null, delivery => delivery.Begin(time.GetUtcNow())),
            CancellationToken.None);
        if (error is null && handoff is not null)
        {
            Delivery begun = handoff.Deliveries.Single(delivery => delivery.Channel == Mail);
            Func<Delivery, Outcome> end = await Act(id, begun, mime, person, mailbox, limit.Token);
            (handoff, error) = await Keep(id, begun.Attempts, end);
        }

        return handoff is null ? new ReleaseAnswer.Unknown() : error is not null ? new ReleaseAnswer.Refused(error) : new ReleaseAnswer.Mailed(handoff);
    }

    private async Task<Func<Delivery, Outcome>> Act(Guid id, Delivery begun, byte[] mime, Actor person, GraphMailbox mailbox, CancellationToken cancel)
    {
        int attempt = begun.Attempts;
        (IReadOnlyList<MailboxMessage> found, MailFault? fault) = await mailbox.Find(begun.MessageId, cancel);
        if (fault is not null)
        {
            return Wait(fault);
        }

        if (found.Any(message => !message.IsDraft))
        {
            return Sent;
        }

        MailboxMessage? draft = found.FirstOrDefault(message => begun.DraftId is null || message.Id == begun.DraftId);
        if (draft is null && !begun.IsUntouched)
        {
            return delivery => delivery.Lose(person, time.GetUtcNow());
        }

        if (draft is null)
        {
            (draft, fault) = await mailbox.Create(mime, cancel);
            if (draft is null)
            {
                // Another draft more sends nothing, so there is no need to know whether this one was made.
                return fault!.IsRefusal ? Refuse(fault) : Wait(fault);
            }
        }

        (_, HandoffError? givenUp) = await Keep(id, attempt, delivery => delivery.Sending(draft.Id, draft.MessageId));
        if (givenUp is not null)
        {
            return _ => givenUp;
        }

        fault = await mailbox.Send(draft.Id, cancel);
        if (fault is null)
        {
            return Sent;
        }

        if (fault.IsRefusal)
        {
            return Refuse(fault);
        }

        (found, _) = await mailbox.Find(draft.MessageId, cancel);
        return found.Any(message => !message.IsDraft) ? Sent : Wait(fault);

        Outcome Sent(Delivery delivery) => delivery.Sent(person, time.GetUtcNow());

        Func<Delivery, Outcome> Wait(MailFault because) => delivery => delivery.Wait(because.Code, time.GetUtcNow() + because.RetryAfter);

        Func<Delivery, Outcome> Refuse(MailFault because) => delivery => delivery.Refuse(because.Code, person, time.GetUtcNow());
    }

    private Task<(Handoff? Handoff, HandoffError? Error)> Keep(Guid id, int attempt, Func<Delivery, Outcome> step) =>
        handoffs.Change(id, handoff => handoff.Deliver(Mail, attempt, step), CancellationToken.None);
}
