using System.Text;
using System.Xml.Linq;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Redlining;
using MimeKit;

namespace HandoffOffice.Api.Releasing;

/// <summary>
/// A finished file as it is read by who seals, who releases and who verifies: what is in it, and the proofs that it carries. The command line compiles this
/// very file (see HandoffOffice.Cli.csproj), so that both read alike.
/// </summary>
internal static class SealedFile
{
    private static readonly XName Root = XName.Get("seal", SealProof.XmlNamespace);

    /// <summary>What is in a document, its comments last: whoever opens it reads those as well. Its file digest is over the bytes without a proof.</summary>
    /// <param name="document">The document.</param>
    /// <param name="subject">What it is about; a document does not carry it.</param>
    /// <exception cref="DocumentRefusedException">It is no document that is taken in.</exception>
    public static ReleasableContent ReadDocument(byte[] document, string subject) => ReleasableReading.Document(
        Paragraphs(document),
        LabelOf(document), subject,
        Sha256Digest.Of(CustomXml.Find(document, SealProof.XmlNamespace).Count == 0 ? document : CustomXml.Remove(document, SealProof.XmlNamespace)));

    /// <summary>The id of a document's sensitivity label; null without one.</summary>
    /// <exception cref="DocumentRefusedException">It is no document that is taken in.</exception>
    public static string? LabelOf(byte[] document) => SensitivityLabel.Of(LabelInfo.Read(document), CustomProperties.Read(document));

    /// <summary>The id of a mail's sensitivity label; null without one.</summary>
    /// <exception cref="FormatException">It is no mail.</exception>
    public static string? LabelOfMail(byte[] bytes)
    {
        using MimeMessage mail = Load(bytes);
        return LabelOf(mail);
    }

    /// <summary>The paragraphs of a document as a reader sees them, its comments last.</summary>
    /// <exception cref="DocumentRefusedException">It is no document that is taken in.</exception>
    public static IReadOnlyList<string> Paragraphs(byte[] document) =>
        [.. VisibleText.Read(document, RevisionView.Accepted).SelectMany(story => story.Paragraphs), .. Comments.List(document).Select(comment => $"{{comment}}{comment.Text}")];

    /// <summary>What is in a mail. Its file digest is over the bytes without the headers that a proof was put into.</summary>
    /// <exception cref="FormatException">It is no mail with one HTML body, that body can't be read, or the plain text beside it says something else.</exception>
    public static ReleasableContent ReadMail(byte[] bytes)
    {
        using MimeMessage mail = Load(bytes);
        return ReleasableReading.Mail(mail.HtmlBody, mail.TextBody, EnvelopeOf(mail), WithoutProof(bytes));
    }

    /// <summary>What is in a mail that was sent, and what stands below the approved text, empty where that is nothing.</summary>
    /// <param name="bytes">The mail.</param>
    /// <param name="approved">The digest of the text that was approved.</param>
    /// <exception cref="FormatException">As <see cref="ReadMail"/>.</exception>
    public static (ReleasableContent Above, string Below) ReadSentMail(byte[] bytes, Sha256Digest approved)
    {
        using MimeMessage mail = Load(bytes);
        return ReleasableReading.SentMail(
            mail.HtmlBody, mail.TextBody, CapturedTail.Parse(mail.Headers[CapturedTail.Header]), approved, EnvelopeOf(mail), WithoutProof(bytes));
    }

    /// <summary>The proofs in a document, as they stand there. One that was released has one.</summary>
    /// <exception cref="DocumentRefusedException">It is no document that is taken in.</exception>
    public static IReadOnlyList<string> ProofsInDocument(byte[] document) =>
        [.. CustomXml.Find(document, SealProof.XmlNamespace).Select(root => root.Value)];

    /// <summary>The proofs in a mail's headers, in base64, as they stand there, and its marks of AI origin.</summary>
    /// <exception cref="FormatException">It is no mail.</exception>
    public static (IReadOnlyList<string> Proofs, IReadOnlyList<string> Marks) ProofsInMail(byte[] bytes)
    {
        using MimeMessage mail = Load(bytes);
        return (Values(SealProof.Header), Values(SealProof.MarkHeader));

        IReadOnlyList<string> Values(string name) =>
            [.. mail.Headers.Where(header => header.Field.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value.Trim())];
    }

    /// <summary>The document with its proof in it.</summary>
    /// <exception cref="EditNotLandedException">What was read back is not what was written.</exception>
    public static byte[] PutIntoDocument(byte[] document, SealProof proof) =>
        CustomXml.Add(document, Part(proof));

    /// <summary>The root of the custom XML part that holds a proof.</summary>
    public static XElement Part(SealProof proof) => new(Root, new XAttribute("xmlns", SealProof.XmlNamespace), proof.Write());

    /// <summary>The mail with its proof in headers on top of the others, which keep their bytes.</summary>
    public static byte[] PutIntoMail(byte[] mail, SealProof proof)
    {
        // A line breaks at spaces only, so the base64 gets some: no line is longer than 78 characters (RFC 5322 section 2.1.1).
        string end = mail.AsSpan().IndexOf((byte)'\n') is > 0 and int first && mail[first - 1] == (byte)'\r' ? "\r\n" : "\n";
        string folded = string.Join($"{end} ", proof.ToBase64().Chunk(54).Select(line => new string(line)));
        string mark = proof.DigitalSourceType is { } type ? $"{SealProof.MarkHeader}: {type}{end}" : "";
        return [.. Encoding.ASCII.GetBytes($"{SealProof.Header}: {folded}{end}{mark}"), .. mail];
    }

    private static Envelope EnvelopeOf(MimeMessage mail) => new(
        mail.Subject ?? string.Empty,
        [.. Addresses(RecipientKind.To, mail.To), .. Addresses(RecipientKind.Cc, mail.Cc), .. Addresses(RecipientKind.Bcc, mail.Bcc)],
        [.. mail.Attachments.Select(Attachment)],
        LabelOf(mail));

    private static string? LabelOf(MimeMessage mail) => SensitivityLabel.OfHeader(mail.Headers[SensitivityLabel.Header]);

    private static Sha256Digest WithoutProof(byte[] mail) => Sha256Digest.Of(mail.AsSpan(ProofLength(mail)));

    // The headers of PutIntoMail, where they stand on top; a mail that was sent has others before them.
    private static int ProofLength(ReadOnlySpan<byte> mail)
    {
        int at = 0;
        foreach (string name in new[] { SealProof.Header, SealProof.MarkHeader })
        {
            if (!mail[at..].StartsWith(Encoding.ASCII.GetBytes($"{name}:")))
            {
                continue;
            }

            do
            {
                int end = mail[at..].IndexOf((byte)'\n');
                at = end < 0 ? mail.Length : at + end + 1;
            }
            while (at < mail.Length && mail[at] == (byte)' ');
        }

        return at;
    }

    private static MimeMessage Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return MimeMessage.Load(stream);
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
