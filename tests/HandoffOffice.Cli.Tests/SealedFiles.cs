using System.Xml.Linq;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Redlining;

namespace HandoffOffice.Cli.Tests;

/// <summary>A document and a mail with their seals, made of the same parts as the product's.</summary>
internal sealed class SealedFiles : IDisposable
{
    public const string Text = "We shipped version 4.2 on 3 March.";

    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public SealKey First { get; } = SealKey.FromSeed(new byte[32]);

    public SealKey Signing { get; } = SealKey.FromSeed([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    public DateTimeOffset ExpiresAt { get; init; } = At.AddYears(100);

    public SignedKeyHandover Handover => First.HandOver(Signing, At);

    /// <summary>The finished document, without a seal.</summary>
    public static byte[] Document(string text = Text) => TextOf(DocumentTemplate.Create(new TemplateContent(
        "Project status: Helios", "Week 10", "en-GB", [new TemplateSection("summary", "Summary")], "Contoso")), text);

    /// <summary>The finished mail, without a seal.</summary>
    public static string Mail(string to = "client@example.org", string text = Text) =>
        $"From: Ada <ada@example.org>\r\nTo: {to}\r\nSubject: Status\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
        + $"--b\r\nContent-Type: text/plain\r\n\r\n{text}\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>{text}</p>\r\n--b--\r\n";

    public SealProof ProofOf(byte[] document) => Proof(ReleasableReading.Document(
        VisibleText.Read(document, RevisionView.Accepted).SelectMany(story => story.Paragraphs), SensitivityLabel.Of(CustomProperties.Read(document)), "Status", Sha256Digest.Of(document)));

    public SealProof ProofOf(string mail) => Proof(ReleasableReading.Mail($"<p>{Text}</p>", Text,
        Envelope.Of("Status") with { Recipients = [new Recipient(RecipientKind.To, "client@example.org")] }, Sha256Digest.Of(mail)));

    public static byte[] With(byte[] document, string proof) => CustomXml.Add(document, new XElement(XName.Get("seal", SealProof.XmlNamespace), proof));

    public static string With(string mail, SealProof proof) => $"{SealProof.Header}: {proof.ToBase64()}\r\n{SealProof.MarkHeader}: {proof.DigitalSourceType}\r\n{mail}";

    public void Dispose()
    {
        First.Dispose();
        Signing.Dispose();
    }

    private static byte[] TextOf(byte[] template, string text) => Revisions.AcceptAll(SectionDrafting.Insert(
        template, [new SectionText("summary", "Summary", [new ParagraphText([new SentenceText("s1", text)])])], new RevisionAuthor("AI", At)).File);

    private SealProof Proof(ReleasableContent content)
    {
        Seal seal = Signing.Sign(new SealPayload(
            "tenant-1", Guid.Parse("0195d0aa-0000-7000-8000-000000000001"), content, new DraftOrigin(DraftOriginKind.Model, "gpt-5.1"), Sha256Digest.Of("record"), "client-status-report", 3,
            Sha256Digest.Of("workflow"), Sha256Digest.Of("gate"), ApprovalGround.Review, [new Approval("oid-rita", At, SignatureMeaning.Approval, At.AddMinutes(-5))],
            At, ExpiresAt, Signing.Id, DigitalSourceType.TrainedAlgorithmicMedia));
        return SealProof.Of(seal, new Dictionary<string, byte[]> { [First.Id] = First.PublicKey, [Signing.Id] = Signing.PublicKey }, [Handover]);
    }
}
