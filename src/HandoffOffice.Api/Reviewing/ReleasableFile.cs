using HandoffOffice.Api.Hosting;
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
        if (MediaType == MediaTypes.Word)
        {
            // A reader may be shown what is to be deleted as well.
            if (Revisions.Pending(Bytes) > 0)
            {
                throw new FormatException("The document has pending changes.");
            }

            string text = CanonicalContent.Of(VisibleText.Read(Bytes, RevisionView.Accepted).SelectMany(story => story.Paragraphs));
            return new ReleasableContent(CanonicalContent.DocumentForm, Sha256Digest.Of(text), Sha256Digest.Of(Bytes), Envelope.Of(handoff.Subject) with { Label = SensitivityLabel.Of(Bytes) });
        }

        return ReleasableMail.ReadBack(Bytes);
    }

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
