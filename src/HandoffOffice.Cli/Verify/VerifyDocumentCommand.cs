using System.CommandLine;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Cli.Redline;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Redlining;

namespace HandoffOffice.Cli.Verify;

/// <summary>
/// <c>handoff verify document FILE [--seal FILE] [--key KEYID|FILE ...] [--head FILE ...] [--json]</c>: whether a document or mail is what people approved,
/// who they are, and what differs.
/// </summary>
internal static class VerifyDocumentCommand
{
    public static Command Create(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "A document (.docx) or a mail (.eml)." };
        var seal = new Option<string>("--seal") { Description = "The proof in a file of its own (JSON), for a copy that carries none." };
        var keys = new Option<string[]>("--key") { Description = "A key to trust: its id, or a file with its public half in base64. May be given several times." };
        var heads = new Option<string[]>("--head") { Description = "Signed heads that were kept elsewhere, or an exported ledger: their keys are trusted. May be given several times." };
        var json = new Option<bool>("--json") { Description = "Writes one JSON object." };
        var command = new Command("document", "Whether a document or mail is exactly what was approved, and by whom. Exit code 1 when it is not.") { file, seal, keys, heads, json };
        command.SetAction(parsed =>
        {
            TrustedKeys trusted = TrustedKeys.Read(parsed.GetValue(keys) ?? [], parsed.GetValue(heads) ?? []);
            DocumentAnswer answer = Verify(parsed.GetRequiredValue(file), parsed.GetValue(seal), trusted, time.GetUtcNow());
            answer.Say(parsed.GetValue(json), parsed.InvocationConfiguration.Output);
            return answer.Genuine ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }

    private static DocumentAnswer Verify(string path, string? sealPath, TrustedKeys trusted, DateTimeOffset now)
    {
        byte[] bytes = DocumentFile.Read(path);
        bool isDocument = bytes.AsSpan().StartsWith("PK"u8);
        (IReadOnlyList<string> proofs, IReadOnlyList<string> marks) = Proofs(bytes, isDocument, path);
        (SealProof? proof, SealDifference? missing) = sealPath is not null ? (Detached(sealPath), null) : Carried(proofs, isDocument);
        if (proof is null)
        {
            return new DocumentAnswer(null, null, [missing!], string.Empty, now);
        }

        (ReleasableContent? found, string below, SealDifference? unreadable) = Read(bytes, isDocument, proof);
        if (found is null)
        {
            return new DocumentAnswer(proof, null, [unreadable!], below, now);
        }

        SealReport report = SealVerification.Of(proof, found, trusted.For(proof), trusted.Handovers);
        return new DocumentAnswer(proof, report, [.. report.Differences, .. isDocument ? Undecided(bytes) : Marks(proof, marks)], below, now);
    }

    private static (IReadOnlyList<string> Proofs, IReadOnlyList<string> Marks) Proofs(byte[] bytes, bool isDocument, string path)
    {
        try
        {
            return isDocument ? (SealedFile.ProofsInDocument(bytes), []) : SealedFile.ProofsInMail(bytes);
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"not-a-mail: {path} is neither a Word document nor a mail: {e.Message}", e);
        }
    }

    private static SealProof Detached(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > 4 * SealProof.MaxLength }
                ? throw new FormatException("It is too long.")
                : SealProof.Parse(File.ReadAllText(path));
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"not-a-seal: {path} is no proof: {e.Message}", e);
        }
    }

    private static (SealProof? Proof, SealDifference? Missing) Carried(IReadOnlyList<string> proofs, bool isDocument)
    {
        try
        {
            return proofs switch
            {
                [] => (null, new SealDifference("no-seal", "It carries no seal. Where it was kept elsewhere, give it with --seal.")),
                [var one] => (isDocument ? SealProof.Parse(one) : SealProof.ParseBase64(one), null),
                _ => (null, new SealDifference("several-seals", $"It carries {proofs.Count} seals; one that was released has one.")),
            };
        }
        catch (FormatException e)
        {
            return (null, new SealDifference("seal-unreadable", $"Its seal can't be read: {e.Message}"));
        }
    }

    private static (ReleasableContent? Found, string Below, SealDifference? Unreadable) Read(byte[] bytes, bool isDocument, SealProof proof)
    {
        ReleasableContent approved = proof.Seal.Payload.Content;
        try
        {
            (ReleasableContent found, string below) = isDocument
                ? (SealedFile.ReadDocument(bytes, approved.Envelope.Subject), string.Empty)
                : SealedFile.ReadSentMail(bytes, approved.ContentDigest);
            return (found, below, null);
        }
        catch (FormatException e)
        {
            return (null, string.Empty, new SealDifference("text", $"The text is not the one that was approved: {e.Message}"));
        }
    }

    // The text is read as if changes were accepted, but whoever opens the file sees both.
    private static IEnumerable<SealDifference> Undecided(byte[] document) => Revisions.Pending(document) is > 0 and int pending
        ? [new SealDifference("changes", $"It has {pending} undecided tracked changes; what was approved has none.")]
        : [];

    private static IEnumerable<SealDifference> Marks(SealProof proof, IReadOnlyList<string> marks) =>
        marks.Count == 0 || marks.All(mark => mark == proof.DigitalSourceType) ? [] : [new SealDifference("origin-mark", "The header with the mark of AI origin is not what the seal says.")];
}
