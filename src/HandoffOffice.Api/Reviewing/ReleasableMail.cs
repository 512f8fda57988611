using System.Net;
using System.Text;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Releasing;
using MimeKit;
using MimeKit.Text;

namespace HandoffOffice.Api.Reviewing;

/// <summary>The mail that is sealed and leaves (RFC 5322): HTML as clients show it, and the same words as plain text.</summary>
internal static class ReleasableMail
{
    /// <summary>The header that Exchange and Outlook keep sensitivity labels in ([MS-OXPROPS] 2.1089, <c>msip_labels</c>).</summary>
    private const string LabelHeader = "msip_labels";

    /// <summary>The finished mail of a handoff.</summary>
    public static byte[] Write(Handoff handoff, Workflow workflow, DateTimeOffset now)
    {
        IReadOnlyList<string> paragraphs = WorkingDocument.Paragraphs(handoff);
        using var mail = new MimeMessage
        {
            Subject = handoff.Subject,
            Date = now,
            MessageId = $"{handoff.Id:N}@handoffoffice.invalid",
            Body = new MultipartAlternative
            {
                new TextPart(TextFormat.Plain) { Text = string.Join("\r\n\r\n", paragraphs) },
                new TextPart(TextFormat.Html) { Text = string.Concat(paragraphs.Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>\r\n")) },
            },
        };
        // Outlook opens a message with this header for sending, not for reading.
        mail.Headers.Add("X-Unsent", "1");
        string name = FieldText.Of(FieldKind.Person, handoff.Record.Find(workflow.Output.Recipients!.Value)!.Value, workflow.Output.Language);
        mail.To.AddRange(ReleasableFile.Recipients(handoff, workflow).Select(address => new MailboxAddress(Encoding.UTF8, name, address)));
        mail.From.Add(new MailboxAddress(Encoding.UTF8, handoff.Author.Name, handoff.Author.Email ?? string.Empty));
        mail.Prepare(EncodingConstraint.SevenBit);
        using var bytes = new MemoryStream();
        mail.WriteTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>What is in a mail.</summary>
    /// <exception cref="FormatException">It is no mail with one HTML body, that body can't be read, or the plain text beside it says something else.</exception>
    public static ReleasableContent ReadBack(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using MimeMessage mail = MimeMessage.Load(stream);
        CanonicalHtmlForm form = CanonicalHtml.Of(mail.HtmlBody ?? throw new FormatException("The mail has no HTML body."));
        if (form.Error is { } error)
        {
            throw new FormatException(error.Detail);
        }

        // A client that shows plain text must not show another text.
        string plain = string.Concat((mail.TextBody ?? string.Empty).ReplaceLineEndings("\n").Split("\n\n").Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>"));
        if (CanonicalHtml.Of(plain).Text != form.Text)
        {
            throw new FormatException("The mail's plain text is not what its HTML says.");
        }

        return new ReleasableContent(CanonicalHtml.Form, Sha256Digest.Of(form.Text), Sha256Digest.Of(bytes), new Envelope(
            mail.Subject ?? string.Empty,
            [.. Addresses(RecipientKind.To, mail.To), .. Addresses(RecipientKind.Cc, mail.Cc), .. Addresses(RecipientKind.Bcc, mail.Bcc)],
            [.. mail.Attachments.Select(Attachment)],
            SensitivityLabel.OfHeader(mail.Headers[LabelHeader])));
    }

    private static IEnumerable<Recipient> Addresses(RecipientKind kind, InternetAddressList list) => list.Mailboxes.Select(mailbox => new Recipient(kind, mailbox.Address));

    private static SealedAttachment Attachment(MimeEntity attachment)
    {
        using var bytes = new MemoryStream();
        if (attachment is MimePart { Content: { } content })
        {
            content.DecodeTo(bytes);
        }
        else
        {
            // A message or a multipart that is attached counts as it is written.
            attachment.WriteTo(bytes, contentOnly: true);
        }

        return new SealedAttachment(attachment.ContentDisposition?.FileName ?? attachment.ContentType.Name ?? string.Empty, Sha256Digest.Of(bytes.ToArray()));
    }
}
