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
        if (handoff.Label is { } label)
        {
            mail.Headers.Add(LabelHeader(handoff, label));
        }

        string name = FieldText.Of(FieldKind.Person, handoff.Record.Find(workflow.Output.Recipients!.Value)!.Value, workflow.Output.Language);
        mail.To.AddRange(ReleasableFile.Recipients(handoff, workflow).Select(address => new MailboxAddress(Encoding.UTF8, name, address)));
        mail.From.Add(new MailboxAddress(Encoding.UTF8, handoff.Author.Name, handoff.Author.Email ?? string.Empty));
        mail.Prepare(EncodingConstraint.SevenBit);
        using var bytes = new MemoryStream();
        mail.WriteTo(bytes);
        return bytes.ToArray();
    }

    // An entry a line, as it is: written by its value, long entries would become encoded words (RFC 2047), which software that looks for labels does not read.
    private static Header LabelHeader(Handoff handoff, Guid label)
    {
        string end = FormatOptions.Default.NewLineFormat == NewLineFormat.Dos ? "\r\n" : "\n";
        string value = SensitivityLabel.HeaderOf(SensitivityLabel.Entries(label, handoff.TenantId, handoff.CreatedAt));
        var header = new Header(SensitivityLabel.Header, string.Empty);
        header.SetRawValue(Encoding.ASCII.GetBytes($" {value.Replace("; ", $";{end} ", StringComparison.Ordinal)}{end}"));
        return header;
    }

    /// <summary>The Message-ID of a mail in its angle brackets (RFC 5322 section 3.6.4): one for a handoff, and in what was sealed, so that it may leave with one only.</summary>
    public static string MessageId(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using MimeMessage mail = MimeMessage.Load(stream);
        return $"<{mail.MessageId}>";
    }
}
