using HandoffOffice.Api.Hosting;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Redlining;
using HandoffOffice.Storage.Handoffs;

namespace HandoffOffice.Api.Reviewing;

/// <summary>Makes the drafted document anew from the draft as it is now.</summary>
internal static class Redrafting
{
    /// <summary>Puts the new document in the place of the old one.</summary>
    /// <returns>Why the author's own document does not take the words, or null.</returns>
    public static async Task<HandoffError?> Redraft(this HandoffFiles files, Handoff handoff, Workflow workflow, CancellationToken cancel)
    {
        HandoffFile? own = await files.Find(HandoffFileKind.Base, cancel);
        if (own is null && handoff.Existing is not null)
        {
            throw new InvalidDataException($"Handoff {handoff.Id} revises a document that is not there.");
        }

        try
        {
            (byte[] document, RevisionMap map) = WorkingDocument.Draft(handoff, workflow, own?.Content);
            await files.Put(HandoffFileKind.Drafted, MediaTypes.Word, document, map.Write(), cancel);
            return null;
        }
        catch (SectionEditRefusedException refused)
        {
            return new DocumentRefusesWords(refused.Message);
        }
    }
}
