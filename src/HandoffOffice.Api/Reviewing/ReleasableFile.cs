using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Redlining;

namespace HandoffOffice.Api.Reviewing;

/// <summary>The file that is sealed and leaves: a Word document, or a mail in the Internet message format (RFC 5322).</summary>
/// <param name="MediaType">Media type.</param>
/// <param name="Bytes">The file.</param>
internal sealed record ReleasableFile(string MediaType, byte[] Bytes)
{
    /// <summary>The finished file of a handoff whose changes are all decided.</summary>
    public static ReleasableFile Build(Handoff handoff, Workflow workflow, byte[] drafted, string revisionMap, DateTimeOffset now)
    {
        byte[] document = WorkingDocument.Finished(handoff, drafted, revisionMap);
        return workflow.Output.Format == OutputFormat.Document
            ? new ReleasableFile(MediaTypes.Word, document)
            : new ReleasableFile(MediaTypes.Mail, ReleasableMail.Write(handoff, workflow, now));
    }

    /// <summary>What is in the file, read back from its bytes.</summary>
    /// <exception cref="DocumentRefusedException">It is no document that is taken in.</exception>
    /// <exception cref="FormatException">Changes are pending in the document; it is no mail, or its two bodies do not say the same.</exception>
    public ReleasableContent ReadBack(Handoff handoff)
    {
        if (MediaType != MediaTypes.Word)
        {
            return SealedFile.ReadMail(Bytes);
        }

        // A reader may be shown what is to be deleted as well.
        return Revisions.Pending(Bytes) == 0
            ? SealedFile.ReadDocument(Bytes, handoff.Subject)
            : throw new FormatException("The document has pending changes.");
    }

    /// <summary>The file with the proof in it, as it leaves: the same for the same file and proof.</summary>
    /// <exception cref="EditNotLandedException">What was read back from it is not the file and the proof.</exception>
    public ReleasableFile With(SealProof proof, Handoff handoff)
    {
        var leaving = this with
        {
            Bytes = MediaType == MediaTypes.Word ? SealedFile.PutIntoDocument(Bytes, proof) : SealedFile.PutIntoMail(Bytes, proof),
        };
        ReleasableContent found = leaving.ReadBack(handoff);
        return SealVerification.Of(proof, found, null, []).Differences.Count == 0
            && leaving.Proofs().SequenceEqual([proof.Write()])
                ? leaving
                : throw new EditNotLandedException("What was read back from the file that leaves is not the sealed file with its proof.");
    }

    private IEnumerable<string> Proofs() => MediaType == MediaTypes.Word
        ? SealedFile.ProofsInDocument(Bytes)
        : SealedFile.ProofsInMail(Bytes).Proofs.Select(proof => SealProof.ParseBase64(proof).Write());

    /// <summary>The addresses that the record names; empty for a document.</summary>
    public static IReadOnlyList<string> Recipients(Handoff handoff, Workflow workflow) =>
        workflow.Output.Recipients is { } recipients && handoff.Record.Find(recipients.Append("email")) is { } email ? [email.GetString()!] : [];

    /// <summary>A name for the file that every system takes.</summary>
    public static string FileName(Handoff handoff, string mediaType)
    {
        string name = string.Join('-', handoff.Subject.Split([.. Path.GetInvalidFileNameChars(), '/', '\\', ':', '*', '?', '"', '<', '>', '|', ' ', ','],
            StringSplitOptions.RemoveEmptyEntries));
        return $"{(name.Length > 100 ? name[..100] : name)}{(mediaType == MediaTypes.Word ? ".docx" : ".eml")}";
    }
}
