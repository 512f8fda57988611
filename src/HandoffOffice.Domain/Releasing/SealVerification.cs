using HandoffOffice.Domain.Auditing;

namespace HandoffOffice.Domain.Releasing;

/// <summary>How the key of a seal stands with who asks.</summary>
public enum KeyStanding
{
    /// <summary>Nobody said which key to trust: that it is the organisation's is the file's own claim.</summary>
    OwnClaim,

    /// <summary>It is trusted, or a trusted one handed over to it.</summary>
    Trusted,

    /// <summary>It is neither.</summary>
    NotTrusted,
}

/// <summary>Something in a file, or in its proof, that is not as it was sealed.</summary>
/// <param name="Code">Stable: <c>signature</c>, <c>key</c>, <c>text</c>, <c>subject</c>, <c>recipients</c>, <c>attachments</c>, <c>label</c>, <c>statement</c>, <c>origin-mark</c>...</param>
/// <param name="Detail">One sentence for a person.</param>
public sealed record SealDifference(string Code, string Detail);

/// <summary>What came of comparing a file with its proof.</summary>
/// <param name="Key">How the key stands.</param>
/// <param name="SameFile">Whether the file is the sealed one byte for byte; where it is not, another program may have saved or carried it.</param>
/// <param name="Differences">Everything that is not as it was sealed; none for a genuine file.</param>
public sealed record SealReport(KeyStanding Key, bool SameFile, IReadOnlyList<SealDifference> Differences);

/// <summary>Compares what is in a file with what was approved, for people outside. The time is not asked: an approval expires for the release, not for what left before.</summary>
public static class SealVerification
{
    /// <summary>Everything that is not as it was sealed.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="found">What is in the file, read back; its file digest is over the bytes without the proof.</param>
    /// <param name="trusted">The public keys that are trusted; null where nobody said.</param>
    /// <param name="handovers">Handovers from elsewhere, such as an exported ledger.</param>
    public static SealReport Of(SealProof proof, ReleasableContent found, IReadOnlyList<byte[]>? trusted, IReadOnlyList<SignedKeyHandover> handovers)
    {
        SealPayload payload = proof.Seal.Payload;
        KeyStanding standing = trusted is null ? KeyStanding.OwnClaim
            : KeyHandovers.Follow(trusted, [.. handovers, .. proof.Handovers]).ContainsKey(payload.KeyId) ? KeyStanding.Trusted
            : KeyStanding.NotTrusted;
        return new SealReport(standing, found.FileDigest == payload.Content.FileDigest,
            [.. Signature(proof, standing), .. Content(found, payload.Content), .. Words(proof)]);
    }

    private static IEnumerable<SealDifference> Signature(SealProof proof, KeyStanding standing)
    {
        if (SealKey.ReadPublic(proof.PublicKey) is not { } key || !SealKey.Verifies(proof.Seal, key))
        {
            yield return new SealDifference("signature", "The seal's signature does not verify: the seal was changed, or another key made it.");
        }

        string? first = SealKey.ReadPublic(proof.FirstKey ?? "") is { } firstKey ? SealKey.IdOf(firstKey) : proof.FirstKey;
        if (first != (proof.Handovers is [var step, ..] ? step.Handover.FromKeyId : null))
        {
            yield return new SealDifference("key", "The handovers of keys do not begin with the key that they are said to begin with.");
        }

        if (standing == KeyStanding.NotTrusted)
        {
            yield return new SealDifference("key", $"The seal is signed with the key {proof.Seal.Payload.KeyId}, which is not trusted and which no trusted key handed over to.");
        }
    }

    private static IEnumerable<SealDifference> Content(ReleasableContent found, ReleasableContent approved)
    {
        if (found.Form != approved.Form)
        {
            yield return new SealDifference("form", $"The seal is over a content of the form {approved.Form}; this is one of the form {found.Form}.");
        }
        else if (found.ContentDigest != approved.ContentDigest)
        {
            yield return new SealDifference("text", "The text is not the one that was approved.");
        }

        Envelope before = approved.Envelope;
        Envelope now = found.Envelope;
        if (Differs(before with { Subject = now.Subject }, before))
        {
            yield return new SealDifference("subject", $"The subject was approved as '{before.Subject}'; it is '{now.Subject}'.");
        }

        if (Differs(before with { Recipients = now.Recipients }, before))
        {
            yield return new SealDifference("recipients", $"The recipients were approved as {Listed(before.Recipients)}; they are {Listed(now.Recipients)}.");
        }

        if (Differs(before with { Attachments = now.Attachments }, before))
        {
            yield return new SealDifference("attachments", $"The attachments were approved as {Listed(before.Attachments)}; they are {Listed(now.Attachments)}.");
        }

        if (Differs(before with { Label = now.Label }, before))
        {
            yield return new SealDifference("label", $"The sensitivity label was approved as {before.Label ?? "none"}; it is {now.Label ?? "none"}.");
        }
    }

    // What is beside the seal is not signed: it has to say what follows from what is.
    private static IEnumerable<SealDifference> Words(SealProof proof)
    {
        if (proof.Statement != OriginMark.Statement(proof.Seal.Payload))
        {
            yield return new SealDifference("statement", "The statement of review is not what the seal says.");
        }

        if (proof.DigitalSourceType != OriginMark.Of(proof.Seal.Payload))
        {
            yield return new SealDifference("origin-mark", "The mark of AI origin is not what the seal says.");
        }
    }

    private static bool Differs(Envelope now, Envelope before) => now.ChangesSince(before).Any();

    private static string Listed(IReadOnlyList<Recipient> recipients) =>
        recipients.Count == 0 ? "none" : string.Join(", ", recipients.Select(recipient => $"{recipient.Kind} {recipient.Address}"));

    private static string Listed(IReadOnlyList<SealedAttachment> attachments) =>
        attachments.Count == 0 ? "none" : string.Join(", ", attachments.Select(attachment => $"{attachment.Name} ({$"{attachment.Digest}"[..12]})"));
}
