using System.Text;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Redlining;
using MimeKit;
using MimeKit.Text;

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
            : new ReleasableFile(MediaTypes.Mail, Mail(handoff, workflow, now));
    }

    /// <summary>What is in the file, read back from its bytes.</summary>
    public ReleasableContent ReadBack(Handoff handoff)
    {
        if (MediaType == MediaTypes.Word)
        {
            IEnumerable<string> paragraphs = DocumentText.Read(Bytes, RevisionView.Accepted).SelectMany(story => story.Paragraphs);
            return Content(paragraphs, handoff.Subject, []);
        }

        using var stream = new MemoryStream(Bytes);
        using MimeMessage mail = MimeMessage.Load(stream);
        return Content((mail.TextBody ?? string.Empty).ReplaceLineEndings("\n").Split("\n\n"), mail.Subject ?? string.Empty, [.. mail.To.Mailboxes.Select(mailbox => mailbox.Address)]);
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

    private ReleasableContent Content(IEnumerable<string> paragraphs, string subject, IReadOnlyList<string> recipients) =>
        new(Sha256Digest.Of(CanonicalContent.Of(paragraphs)), Sha256Digest.Of(Bytes), subject, recipients);

    private static byte[] Mail(Handoff handoff, Workflow workflow, DateTimeOffset now)
    {
        using var mail = new MimeMessage
        {
            Subject = handoff.Subject,
            Date = now,
            MessageId = $"{handoff.Id:N}@handoffoffice.invalid",
            Body = new TextPart(TextFormat.Plain) { Text = string.Join("\r\n\r\n", WorkingDocument.Paragraphs(handoff)) },
        };
        // Outlook opens a message with this header for sending, not for reading.
        mail.Headers.Add("X-Unsent", "1");
        string name = FieldText.Of(FieldKind.Person, handoff.Record.Find(workflow.Output.Recipients!.Value)!.Value, workflow.Output.Language);
        mail.To.AddRange(Recipients(handoff, workflow).Select(address => new MailboxAddress(Encoding.UTF8, name, address)));
        mail.From.Add(new MailboxAddress(Encoding.UTF8, handoff.Author.Name, handoff.Author.Email ?? string.Empty));
        mail.Prepare(EncodingConstraint.SevenBit);
        using var bytes = new MemoryStream();
        mail.WriteTo(bytes);
        return bytes.ToArray();
    }
}
