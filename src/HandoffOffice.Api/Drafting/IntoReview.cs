using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Measuring;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking.Judging;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Reviewing.Seeding;
using HandoffOffice.Storage.Handoffs;

namespace HandoffOffice.Api.Drafting;

/// <summary>
/// Takes a draft into review: its document is made, it is checked, its review is drawn, and where that is asked for a known error is planted. The last step of a
/// draft, or of the author's own sections where the draft was there first.
/// </summary>
internal sealed class IntoReview(EarnedTrust trust, IChance chance)
{
    /// <summary>Takes it, within the change that brought the last of the text.</summary>
    /// <param name="handoff">A handoff that is checked, its text complete.</param>
    /// <param name="workflow">Its workflow.</param>
    /// <param name="files">Its files.</param>
    /// <param name="second">What a second reader says of the draft; null where the gate asks for none.</param>
    /// <param name="author">Who brought the last of the text, or had it drafted.</param>
    /// <param name="now">When.</param>
    /// <returns>What happened.</returns>
    public async Task<IReadOnlyList<HandoffEvent>> Take(Handoff handoff, Workflow workflow, HandoffFiles files, SecondReading? second, Actor author, DateTimeOffset now)
    {
        byte[]? own = await Base(handoff, workflow, files);
        (byte[] document, RevisionMap map) = WorkingDocument.Draft(handoff, workflow, own);
        var asDrafted = CheckedDraft.Of(document, map, handoff, workflow, second);
        (TrustLevel level, CatchRate caught) = await trust.Of(handoff.Terms, handoff.CurrentDraft!.Origin.Name, CancellationToken.None);
        IReadOnlyList<HandoffEvent> drawn = handoff.DrawReview(level, caught, asDrafted.Report, chance, now).Events;
        (CheckedDraft draft, IReadOnlyList<HandoffEvent> planted) = handoff.IsReduced
            ? (asDrafted, [])
            : PracticeError.Plant(handoff, workflow, asDrafted, own, chance, author, now);
        await files.Put(HandoffFileKind.Drafted, MediaTypes.Word, draft.Document, draft.Map.Write(), CancellationToken.None);
        return [.. drawn, .. planted, .. handoff.CompleteChecks(draft.Report, author, now, asDrafted.Report).Events];
    }

    // What the author has written beside the draft is what the draft is tracked against; it is kept as if it had come as a document.
    private static async Task<byte[]?> Base(Handoff handoff, Workflow workflow, HandoffFiles files)
    {
        if (await files.Find(HandoffFileKind.Base, CancellationToken.None) is { } file)
        {
            return file.Content;
        }

        if (handoff.Own is null)
        {
            return null;
        }

        byte[] written = WorkingDocument.WithOwnSections(handoff, workflow);
        await files.Put(HandoffFileKind.Base, MediaTypes.Word, written, null, CancellationToken.None);
        return written;
    }
}
