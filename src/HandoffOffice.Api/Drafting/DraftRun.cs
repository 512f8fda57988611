using System.Threading.Channels;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking.Judging;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Models;
using HandoffOffice.Redlining;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Stops;

namespace HandoffOffice.Api.Drafting;

/// <summary>Writes one draft, from the brief to the checked document in review, or to where it waits for the author's own sections.</summary>
internal sealed partial class DraftRun(
    DraftWriter writer, SecondReader reader, HandoffStore handoffs, StopSwitch stops, StopWatch watch, IntoReview intoReview, TimeProvider time, HandoffMeters meters,
    ILogger<DraftRun> logger)
{
    /// <summary>Who writes.</summary>
    public DraftOrigin Origin => writer.Origin;

    /// <summary>Takes a handoff that can be drafted into drafting.</summary>
    /// <returns>The handoff, null where the tenant has none; and why it can't be drafted now, or null.</returns>
    public Task<(Handoff? Handoff, HandoffError? Error)> Begin(Guid id, Caller caller, CancellationToken cancel) => handoffs.Change(
        id,
        async (h, _) => await stops.Covering(h.Terms.WorkflowKey, Origin.Name, cancel) is { } stopped ? stopped : h.StartDraft(caller.ToActor(), time.GetUtcNow()),
        cancel);

    /// <summary>Writes, tells each step, and leaves the handoff in review, waiting for its author, or failed, whatever happens. Completes the channel; throws nothing.</summary>
    public async Task Write(Handoff handoff, Workflow workflow, Caller caller, ChannelWriter<DraftEvent> tell, CancellationToken cancel)
    {
        await using Watched watched = watch.Over(handoff, writer.Origin.Name, cancel);
        try
        {
            tell.TryWrite(new DraftEvent("started", new DraftStarted(DrafterView.Of(writer.Origin))));
            var sentences = new List<DraftSentence>();
            await foreach (DraftSentence sentence in writer.WriteAsync(Brief.Of(handoff, workflow), watched.Writing))
            {
                sentences.Add(sentence);
                tell.TryWrite(new DraftEvent("sentence", sentence));
            }

            tell.TryWrite(new DraftEvent("checking", new object()));
            SecondReading? second = await reader.ReadAsync(workflow, handoff.Record, [.. sentences.Select(sentence => sentence.ToPiece())], handoff.Label, watched.Writing);
            Handoff reviewed = await TakeIn(handoff.Id, workflow, sentences, second, caller.ToActor());
            meters.Drafted("written");
            var revisions = RevisionMap.Read(await handoffs.RevisionMap(handoff.Id, CancellationToken.None));
            tell.TryWrite(new DraftEvent("done", new DraftDone(HandoffView.Of(reviewed, workflow, caller, time.GetUtcNow(), revisions))));
        }
        catch (Exception e)
        {
            DraftFailure failure = watched.Stopped is { } stopped ? FailureOf(stopped) : FailureOf(e, cancel);
            if (failure.Code == "drafting-fault")
            {
                LogFault(logger, e);
            }

            meters.Drafted(failure.Code);
            await handoffs.Change(handoff.Id, h => h.FailDraft(failure, caller.ToActor(), time.GetUtcNow()), CancellationToken.None);
            tell.TryWrite(new DraftEvent("failed", new DraftFailed(FailureView.Of(failure))));
        }
        finally
        {
            tell.Complete();
        }
    }

    // From here on the draft is complete: it is kept even if whoever asked for it has gone.
    private async Task<Handoff> TakeIn(Guid id, Workflow workflow, List<DraftSentence> sentences, SecondReading? second, Actor author)
    {
        (Handoff? reviewed, HandoffError? error) = await handoffs.Change(id, async (handoff, files) =>
        {
            DateTimeOffset now = time.GetUtcNow();
            if (await stops.Covering(handoff.Terms.WorkflowKey, writer.Origin.Name, CancellationToken.None) is { } stopped)
            {
                return stopped;
            }

            Outcome drafted = handoff.CompleteDraft(writer.Origin, sentences, author, now);
            if (drafted.Error is not null)
            {
                return drafted;
            }

            // Where the author still writes, the draft waits for them.
            return handoff.WaitsForOwn ? drafted : Outcome.Done([.. drafted.Events, .. await intoReview.Take(handoff, workflow, files, second, author, now)]);
        }, CancellationToken.None);
        return error is null ? reviewed!
            : throw new DraftingFailedException(error is Stopped stopped ? FailureOf(stopped) : new DraftFailure("drafting-overtaken", error.Detail, Retryable: true));
    }

    private static DraftFailure FailureOf(Stopped stopped) => new(stopped.Code, stopped.Detail, Retryable: true);

    private static DraftFailure FailureOf(Exception e, CancellationToken cancel) => e switch
    {
        DraftingFailedException failed => failed.Failure,
        OperationCanceledException when cancel.IsCancellationRequested =>
            new DraftFailure("drafting-stopped", "The draft was stopped before it was complete. Nothing of it is kept.", Retryable: true),
        DocumentRefusedException refused => new DraftFailure($"document-{refused.Code}", refused.Message, Retryable: false),
        SectionEditRefusedException refused => new DraftFailure($"document-{refused.Code}",
            $"{refused.Message} The draft can't change the document there: start again with a document where that is changed by hand.", Retryable: false),
        _ => new DraftFailure("drafting-fault", "Something broke while the draft was written. Try again; an administrator finds it in the log.", Retryable: true),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A draft ended in a fault.")]
    private static partial void LogFault(ILogger logger, Exception exception);
}

/// <summary>The draft has begun.</summary>
/// <param name="Origin">Who writes it.</param>
public sealed record DraftStarted(DrafterView Origin);

/// <summary>The draft is written and checked.</summary>
/// <param name="Handoff">The handoff: in review, or waiting for the author's own sections.</param>
public sealed record DraftDone(HandoffView Handoff);

/// <summary>No draft came.</summary>
/// <param name="Problem">Why.</param>
public sealed record DraftFailed(FailureView Problem);
