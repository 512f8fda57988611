using System.Text.Json;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;

namespace HandoffOffice.Cli.Verify;

/// <summary>What is said of a document or mail.</summary>
/// <param name="Proof">Its proof; null where it has none that can be read.</param>
/// <param name="Report">What came of the comparison; null where there was nothing to compare.</param>
/// <param name="Differences">Everything for which it is not genuine.</param>
/// <param name="Below">What stands in a mail below the approved text; empty where that is nothing.</param>
/// <param name="Now">The time, for what is said of the expiry.</param>
internal sealed record DocumentAnswer(SealProof? Proof, SealReport? Report, IReadOnlyList<SealDifference> Differences, string Below, DateTimeOffset Now)
{
    // What the seal says is repeated only where the seal itself is sound: a forged one says what its forger likes.
    private static readonly string[] OfTheSeal = ["signature", "key"];

    /// <summary>Whether it is exactly what was approved.</summary>
    public bool Genuine => Differences.Count == 0;

    private bool SealHolds => Proof is not null && !Differences.Any(difference => OfTheSeal.Contains(difference.Code));

    /// <summary>Writes the answer.</summary>
    public void Say(bool json, TextWriter output)
    {
        if (json)
        {
            SealPayload? payload = Proof?.Seal.Payload;
            output.WriteLine(JsonSerializer.Serialize(new
            {
                genuine = Genuine,
                sealHolds = SealHolds,
                key = Report?.Key,
                sameFile = Report?.SameFile,
                expired = payload is null ? (bool?)null : Now >= payload.ExpiresAt,
                differences = Differences,
                below = Below,
                proof = Proof,
            }, WorkflowFile.Options));
            return;
        }

        foreach (SealDifference difference in Differences)
        {
            output.WriteLine(OneLine($"{difference.Code}: {difference.Detail}"));
        }

        if (Below.Length > 0)
        {
            output.WriteLine(OneLine($"Below the approved text stands what nobody approved. By the mail's own word it stood there before the draft, as a signature or thread does: {Below}"));
        }

        output.WriteLine(Genuine ? "GENUINE: exactly what was approved." : $"NOT genuine: {Differences.Count} {(Differences.Count == 1 ? "difference" : "differences")}.");
        if (SealHolds)
        {
            SayWhatTheSealSays(Proof!, output);
        }
    }

    private void SayWhatTheSealSays(SealProof proof, TextWriter output)
    {
        SealPayload payload = proof.Seal.Payload;
        output.WriteLine(OneLine(OriginMark.Statement(payload)));
        foreach (Approval approval in payload.Approvals)
        {
            string signedIn = approval.SignedInAt is { } at ? $", signed in {at.UtcDateTime:yyyy-MM-dd HH:mm'Z'}" : "";
            output.WriteLine(OneLine($"  {approval.Person} signed {approval.At.UtcDateTime:yyyy-MM-dd HH:mm'Z'} as {approval.Meaning}{signedIn}"));
        }

        Envelope envelope = payload.Content.Envelope;
        output.WriteLine(OneLine($"Ground: {payload.Ground}. Workflow: {payload.WorkflowKey}, version {payload.WorkflowVersion} ({$"{payload.WorkflowDigest}"[..12]}). Handoff: {payload.HandoffId}. Tenant: {payload.TenantId}."));
        output.WriteLine(OneLine($"Subject: {envelope.Subject}. To: {(envelope.Recipients.Count == 0 ? "nobody named" : string.Join(", ", envelope.Recipients.Select(recipient => recipient.Address)))}. Attachments: {envelope.Attachments.Count}. Label: {envelope.Label ?? "none"}."));
        output.WriteLine(Report is not { SameFile: true }
            ? "Not byte for byte the sealed file: it was saved, cleaned or carried by another program since."
            : "Byte for byte the sealed file.");
        output.WriteLine(Now < payload.ExpiresAt
            ? $"The approval holds until {payload.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm'Z'}."
            : $"The approval was for release before {payload.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm'Z'}, which has passed. What left before that is still genuine; when this left, a file can't say.");
        output.WriteLine(Report?.Key == KeyStanding.Trusted
            ? $"Key: {payload.KeyId}, trusted."
            : $"Key: {payload.KeyId}. That it is the organisation's key is the file's own claim: give --key or --head to check it.");
    }

    // What comes from a file must not look like a line of ours.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
