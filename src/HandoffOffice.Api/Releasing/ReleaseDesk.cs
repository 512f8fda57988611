using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Microsoft365;
using HandoffOffice.Storage;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Keys;
using HandoffOffice.Storage.Stops;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Api.Releasing;

/// <summary>
/// The only way out (DESIGN rule 2). It reads the sealed file, compares what is in it with the seal, records the release and only then
/// hands the file over, or has it sent. A crash before the record leaves it approved; after it, the same key gets the file again, or goes on with the sending.
/// </summary>
internal sealed class ReleaseDesk(
    HandoffOfficeDb db, HandoffStore handoffs, SealKeyRing keys, StopSwitch stops, IMailboxes mailboxes, MailCourier courier, TimeProvider time, HandoffMeters meters)
{
    private const string Operation = "release";
    private const string FlowCopy = "flow copy";

    /// <summary>Releases a handoff under a key.</summary>
    public Task<ReleaseAnswer> Release(Guid id, string key, Caller caller, CancellationToken cancel) =>
        HandOut(id, key, $"{Sha256Digest.Of($"{id:N}|{caller.PersonId}")}", caller, cancel);

    /// <summary>Releases a mail under a key into the caller's own mail in Outlook.</summary>
    public async Task<ReleaseAnswer> Compose(Guid id, string key, Caller caller, CancellationToken cancel)
    {
        if (await handoffs.Find(id, cancel) is not { } handoff)
        {
            return new ReleaseAnswer.Unknown();
        }

        HandoffError? error = NotYet(handoff, caller) ?? SendRules.MaySend(handoff, caller.ToActor());
        return error is not null
            ? new ReleaseAnswer.Refused(error)
            : await HandOut(id, key, $"{Sha256Digest.Of($"{id:N}|{caller.PersonId}|composition")}", caller, cancel);
    }

    /// <summary>Releases a document under a key where it is open in Word. It leaves only where the open one says what was approved, and nothing else.</summary>
    public async Task<(SealProof? Proof, ReleaseAnswer Answer)> SealOpen(Guid id, string key, byte[] open, Caller caller, CancellationToken cancel)
    {
        if (await handoffs.Find(id, cancel) is not { } handoff)
        {
            return (null, new ReleaseAnswer.Unknown());
        }

        HandoffError? error = NotYet(handoff, caller);
        if (error is null && await Sealed(id, cancel) is { } file)
        {
            error = OpenDocument.Differs(open, file, handoff);
        }

        ReleaseAnswer answer = error is not null
            ? new ReleaseAnswer.Refused(error)
            : await HandOut(id, key, $"{Sha256Digest.Of($"{id:N}|{caller.PersonId}|open document")}", caller, cancel);
        return (answer is ReleaseAnswer.File ? await Proof(handoff, cancel) : null, answer);
    }

    /// <summary>Releases a mail under a key and sends it from the caller's mailbox.</summary>
    public async Task<ReleaseAnswer> Send(Guid id, string key, Caller caller, CancellationToken cancel)
    {
        if (await handoffs.Find(id, cancel) is not { } handoff)
        {
            return new ReleaseAnswer.Unknown();
        }

        string request = $"{Sha256Digest.Of($"{id:N}|{caller.PersonId}|{ReleaseChannel.Mail}")}";
        if (await Earlier(key, cancel) is { } done)
        {
            return done.RequestDigest == request ? await GoOn(handoff, caller, cancel) : new ReleaseAnswer.OtherRequest();
        }

        // What can be known is asked before anything is written: whether the mailbox can be opened as well.
        HandoffError? error = handoff.Obstacle(HandoffAction.Release, caller.ToActor(), time.GetUtcNow()) ?? SendRules.MaySend(handoff, caller.ToActor());
        GraphMailbox? mailbox = null;
        if (error is null)
        {
            (mailbox, error) = await mailboxes.Open(caller, cancel);
        }

        if (mailbox is null)
        {
            return new ReleaseAnswer.Refused(error!);
        }

        ReleaseAnswer left = await LetOut(id, key, request, caller, ReleaseChannel.Mail, cancel);
        return left is ReleaseAnswer.File file ? await courier.Carry(id, file.Bytes, caller.ToActor(), mailbox) : left;
    }

    /// <summary>Goes on with a sending that did not come to its end.</summary>
    public async Task<ReleaseAnswer> GoOn(Guid id, Caller caller, CancellationToken cancel) =>
        await handoffs.Find(id, cancel) is { } handoff ? await GoOn(handoff, caller, cancel) : new ReleaseAnswer.Unknown();

    /// <summary>Takes the word of the person who released it for whether a mail that is nowhere was sent; if not, sends it again.</summary>
    public async Task<ReleaseAnswer> AnswerSending(Guid id, bool isThere, string reason, Caller caller, CancellationToken cancel)
    {
        if (await handoffs.Find(id, cancel) is not { } found)
        {
            return new ReleaseAnswer.Unknown();
        }

        HandoffError? error = SendRules.MayGoOn(found, caller.ToActor());
        if (error is null && !isThere)
        {
            (_, error) = await mailboxes.Open(caller, cancel);
        }

        if (error is not null)
        {
            return new ReleaseAnswer.Refused(error);
        }

        (Handoff? handoff, error) = await handoffs.Change(
            id, handoff => handoff.Deliver(ReleaseChannel.Mail, null, delivery => delivery.Answer(isThere, reason, caller.ToActor(), time.GetUtcNow())), cancel);
        return error is not null ? new ReleaseAnswer.Refused(error)
            : isThere ? new ReleaseAnswer.Mailed(handoff!)
            : await GoOn(handoff!, caller, cancel);
    }

    /// <summary>A copy of what left without traces of how it came about. Its content is the sealed one, or there is no copy.</summary>
    public async Task<ReleaseAnswer> CleanCopy(Guid id, Caller caller, CancellationToken cancel)
    {
        if (await handoffs.Find(id, cancel) is not { } handoff)
        {
            return new ReleaseAnswer.Unknown();
        }

        if (CopyRules.MayHaveCopy(handoff, caller.ToActor()) is { } error)
        {
            return new ReleaseAnswer.Refused(error);
        }

        return await Sealed(id, cancel) is { } file && Sha256Digest.Of(file.Bytes) == handoff.Released!.FileDigest
            ? CleanFile.Of(file, handoff)
            : new ReleaseAnswer.Refused(new SealBroken("the file is not the one that left."));
    }

    /// <summary>
    /// Gives a flow what is approved, with its proof in it, as a person releases it; what has left already, as it left. It ends no approval and is no release:
    /// a person still does that. The ledger says once for each flow and sealed file that it was given.
    /// </summary>
    public async Task<(Handoff? Handoff, ReleaseAnswer Answer)> GiveToFlow(Guid id, Caller caller, CancellationToken cancel)
    {
        ReleaseAnswer? answer = null;
        (Handoff? handoff, HandoffError? error) = await handoffs.Change(id, async (handoff, files) =>
        {
            (Outcome outcome, answer) = await Give(handoff, files, caller.ToActor(), cancel);
            return outcome;
        }, cancel);
        return (handoff, handoff is null ? new ReleaseAnswer.Unknown() : error is not null ? new ReleaseAnswer.Refused(error) : answer!);
    }

    /// <summary>The picks of what left, as a list.</summary>
    public async Task<ReleaseAnswer> Picks(Guid id, Caller caller, CancellationToken cancel)
    {
        if (await handoffs.Find(id, cancel) is not { } handoff)
        {
            return new ReleaseAnswer.Unknown();
        }

        if (CopyRules.MayHaveCopy(handoff, caller.ToActor()) is { } error)
        {
            return new ReleaseAnswer.Refused(error);
        }

        return await Sealed(id, cancel) is { } file && Sha256Digest.Of(file.Bytes) == handoff.Released!.FileDigest
            ? PickList.Of(file, handoff)
            : new ReleaseAnswer.Refused(new SealBroken("the file is not the one that left."));
    }

    /// <summary>The proof of what left, to be kept beside a copy; null with why there is none.</summary>
    public async Task<(SealProof? Proof, HandoffError? Error)> ProofOf(Guid id, Caller caller, CancellationToken cancel)
    {
        Handoff? handoff = await handoffs.Find(id, cancel);
        HandoffError? error = handoff is null ? null : CopyRules.MayHaveCopy(handoff, caller.ToActor());
        return handoff is null || error is not null ? (null, error) : (await Proof(handoff, cancel), null);
    }

    /// <summary>Compares a document that left with how it is now where it is open; null with why that can't be said.</summary>
    public async Task<(OpenDocumentComparison? Comparison, HandoffError? Error)> CompareOpen(Guid id, byte[] open, Caller caller, CancellationToken cancel)
    {
        if (await handoffs.Find(id, cancel) is not { } handoff)
        {
            return (null, null);
        }

        if (CopyRules.MayHaveCopy(handoff, caller.ToActor()) is { } error)
        {
            return (null, error);
        }

        return await Sealed(id, cancel) is not { } file || Sha256Digest.Of(file.Bytes) != handoff.Released!.FileDigest ? (null, new SealBroken("the file is not the one that left."))
            : file.MediaType != MediaTypes.Word ? (null, new NotADocument())
            : (new OpenDocumentComparison(OpenDocument.Difference(open, file, handoff)), null);
    }

    // What left is asked for again by its key.
    private HandoffError? NotYet(Handoff handoff, Caller caller) =>
        handoff.Released is null ? handoff.Obstacle(HandoffAction.Release, caller.ToActor(), time.GetUtcNow()) : null;

    private async Task<ReleaseAnswer> HandOut(Guid id, string key, string request, Caller caller, CancellationToken cancel) =>
        await Earlier(key, cancel) is not { } done ? await LetOut(id, key, request, caller, ReleaseChannel.File, cancel)
        : done.RequestDigest != request ? new ReleaseAnswer.OtherRequest()
        : await handoffs.Find(id, cancel) is { Released: not null } handoff ? await AsItLeft(handoff, cancel)
        : new ReleaseAnswer.Unknown();

    private Task<IdempotencyRow?> Earlier(string key, CancellationToken cancel) =>
        db.Idempotency.AsNoTracking().FirstOrDefaultAsync(row => row.Operation == Operation && row.Key == key, cancel);

    private Task<bool> WasDone(string operation, string key, CancellationToken cancel) =>
        db.Idempotency.AsNoTracking().AnyAsync(row => row.Operation == operation && row.Key == key, cancel);

    private async Task<ReleaseAnswer> LetOut(Guid id, string key, string request, Caller caller, ReleaseChannel channel, CancellationToken cancel)
    {
        ReleaseAnswer? answer = null;
        (Handoff? handoff, HandoffError? error) = await handoffs.Change(id, async (handoff, files) =>
        {
            Outcome outcome;
            (outcome, answer) = await Leave(handoff, files, key, request, caller.ToActor(), channel, cancel);
            return outcome;
        }, cancel);
        if (handoff is null)
        {
            return new ReleaseAnswer.Unknown();
        }

        ReleaseAnswer final = error is null ? answer! : new ReleaseAnswer.Refused(error);
        meters.Released(final is ReleaseAnswer.Refused refused ? refused.Error.Code : "released");
        return final;
    }

    private async Task<ReleaseAnswer> GoOn(Handoff handoff, Caller caller, CancellationToken cancel)
    {
        if (SendRules.MayGoOn(handoff, caller.ToActor()) is { } error)
        {
            return new ReleaseAnswer.Refused(error);
        }

        if (handoff.Deliveries.Any(delivery => delivery is { Channel: ReleaseChannel.Mail, State: DeliveryState.Done }))
        {
            return new ReleaseAnswer.Mailed(handoff);
        }

        (GraphMailbox? mailbox, HandoffError? closed) = await mailboxes.Open(caller, cancel);
        return mailbox is null ? new ReleaseAnswer.Refused(closed!)
            : await AsItLeft(handoff, cancel) is ReleaseAnswer.File file ? await courier.Carry(handoff.Id, file.Bytes, caller.ToActor(), mailbox)
            : new ReleaseAnswer.Refused(new SealBroken("the file is not the one that left."));
    }

    private async Task<(Outcome Outcome, ReleaseAnswer? Answer)> Leave(
        Handoff handoff, HandoffFiles files, string key, string request, Actor person, ReleaseChannel channel, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (handoff.Obstacle(HandoffAction.Release, person, now) is { } obstacle)
        {
            return (obstacle, null);
        }

        if (await stops.Covering(handoff, cancel) is { } stopped)
        {
            return (stopped, null);
        }

        (ReleasableFile file, ReleasableContent? content, byte[]? publicKey, HandoffError? error) =
            await ReadSealed(handoff, files, (content, key) => handoff.ReleaseError(content, key, person, now), cancel);
        if (error is SealBroken broken)
        {
            // The refusal is recorded, and the handoff goes back to review.
            return (handoff.VoidApproval(broken, person, now), new ReleaseAnswer.Refused(broken));
        }

        if (error is not null)
        {
            return (error, null);
        }

        // The seal goes with what leaves.
        ReleasableFile leaving = file.With(await Proof(handoff, cancel), handoff);
        string name = ReleasableFile.FileName(handoff, file.MediaType);
        Delivery? delivery = channel == ReleaseChannel.Mail ? Delivery.Of(handoff, channel, ReleasableMail.MessageId(leaving.Bytes), now) : null;
        Outcome left = handoff.Leave(content!, Sha256Digest.Of(leaving.Bytes), publicKey, name, person, now, delivery);
        files.RememberKey(Operation, key, request, now);
        return (left, new ReleaseAnswer.File(leaving.Bytes, leaving.MediaType, name));
    }

    private async Task<(Outcome Outcome, ReleaseAnswer? Answer)> Give(Handoff handoff, HandoffFiles files, Actor flow, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (handoff.FlowCopyObstacle(flow) is { } obstacle)
        {
            return (obstacle, null);
        }

        if (await stops.Covering(handoff, cancel) is { } stopped)
        {
            return (stopped, null);
        }

        (ReleasableFile file, ReleasableContent? content, byte[]? publicKey, HandoffError? error) =
            await ReadSealed(handoff, files, (content, key) => handoff.FlowCopyError(content, key, flow, now), cancel);
        if (error is SealBroken broken)
        {
            // What left can't be called back; what has not left goes back to review.
            return (handoff.Released is null ? handoff.VoidApproval(broken, flow, now) : broken, new ReleaseAnswer.Refused(broken));
        }

        if (error is not null || (handoff.Released is { } left && left.FileDigest != content!.FileDigest))
        {
            return (error ?? new SealBroken("the file is not the one that left."), null);
        }

        ReleasableFile leaving = file.With(await Proof(handoff, cancel), handoff);
        string key = $"{handoff.Id:N}|{flow.Person.Id}|{content!.FileDigest}";
        Outcome given = await WasDone(FlowCopy, key, cancel) ? Outcome.Done() : handoff.GiveToFlow(content, publicKey, flow, now);
        if (given.Events.Count > 0)
        {
            files.RememberKey(FlowCopy, key, $"{content.FileDigest}", now);
        }

        return (given, new ReleaseAnswer.File(leaving.Bytes, leaving.MediaType, ReleasableFile.FileName(handoff, file.MediaType)));
    }

    // The sealed file, read back just now, and what stands against it; without content where it is no document or mail any more.
    private async Task<(ReleasableFile File, ReleasableContent? Content, byte[]? PublicKey, HandoffError? Error)> ReadSealed(
        Handoff handoff, HandoffFiles files, Func<ReleasableContent, byte[]?, HandoffError?> standsAgainst, CancellationToken cancel)
    {
        HandoffFile stored = await files.Find(HandoffFileKind.Sealed, cancel)
            ?? throw new InvalidDataException($"Handoff {handoff.Id} is approved without a sealed file.");
        var file = new ReleasableFile(stored.MediaType, stored.Content);
        byte[]? publicKey = await keys.PublicKey(handoff.Seal!.Payload.KeyId, cancel);
        try
        {
            ReleasableContent content = file.ReadBack(handoff);
            return (file, content, publicKey, standsAgainst(content, publicKey));
        }
        catch (Exception e) when (e is Redlining.DocumentRefusedException or FormatException)
        {
            // What lies in the sealed file's place is no document or mail any more.
            return (file, null, publicKey, new SealBroken("the file is not the one that was signed."));
        }
    }

    private async Task<ReleaseAnswer> AsItLeft(Handoff handoff, CancellationToken cancel)
    {
        Release released = handoff.Released!;
        if (await Sealed(handoff.Id, cancel) is not { } file)
        {
            return new ReleaseAnswer.Unknown();
        }

        // What left before there were proofs left without one.
        ReleasableFile leaving = released.LeftDigest is null || Sha256Digest.Of(file.Bytes) != released.FileDigest
            ? file
            : file.With(await Proof(handoff, cancel), handoff);
        return Sha256Digest.Of(leaving.Bytes) == (released.LeftDigest ?? released.FileDigest)
            ? new ReleaseAnswer.File(leaving.Bytes, leaving.MediaType, released.FileName)
            : new ReleaseAnswer.Refused(new SealBroken("the file is not the one that left."));
    }

    private async Task<ReleasableFile?> Sealed(Guid id, CancellationToken cancel) =>
        await db.Files.AsNoTracking().FirstOrDefaultAsync(file => file.HandoffId == id && file.Kind == HandoffFileKind.Sealed, cancel) is { } stored
            ? new ReleasableFile(stored.MediaType, stored.Content)
            : null;

    private async Task<SealProof> Proof(Handoff handoff, CancellationToken cancel) => await keys.Proof(handoff.Seal!, cancel)
        ?? throw new InvalidDataException($"The key of the seal of handoff {handoff.Id} is gone.");
}
