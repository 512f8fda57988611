using System.Text.Encodings.Web;
using System.Text.Json;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Releasing;

/// <summary>
/// The seals that the send handler reads as well, in tests/vectors/seals.json: what this side writes is what that side has to understand.
/// <c>SEAL_VECTORS=write</c> writes them anew.
/// </summary>
[Trait("Capability", "C66")]
public sealed class SealVectorTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Keys of a test, and nobody's: seeds are given, so that each run makes the same.
    private readonly SealKey first = SealKey.FromSeed([.. Enumerable.Repeat((byte)1, 32)]);
    private readonly SealKey second = SealKey.FromSeed([.. Enumerable.Repeat((byte)2, 32)]);
    private readonly SealKey stranger = SealKey.FromSeed([.. Enumerable.Repeat((byte)3, 32)]);

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
        stranger.Dispose();
    }

    [Fact]
    public void The_vectors_are_what_is_written_and_stand_as_they_say()
    {
        string file = Path.Combine(Repository.Root, "tests", "vectors", "seals.json");
        Vector[] vectors = [.. Vectors()];
        string text = JsonSerializer.Serialize(vectors, Layout) + "\n";
        if (Environment.GetEnvironmentVariable("SEAL_VECTORS") == "write")
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal(text, File.ReadAllText(file), ignoreLineEndingDifferences: true);
        Assert.All(vectors, vector => Assert.Equal(vector.State, StateOf(vector)));
    }

    private IEnumerable<Vector> Vectors()
    {
        SealProof plain = Proof(first, Content("Dates for the usability test", "dana@example.org"), []);
        SignedKeyHandover[] handedOver = [first.HandOver(second, Noon)];
        SealProof later = Proof(second, Content("Grüße an alle 🎉, „wie besprochen“ \"and\" \\ more", "dana@example.org"), handedOver);
        string[] trusted = [Convert.ToBase64String(first.PublicKey)];
        yield return new("of the trusted key", plain.ToBase64(), trusted, "trusted");
        yield return new("of a key that the trusted one handed over to, with all kinds of letters", later.ToBase64(), trusted, "trusted");
        yield return new("of the key after the trusted one, that key trusted by itself", later.ToBase64(), [Convert.ToBase64String(second.PublicKey)], "trusted");
        yield return new("of the key before the trusted one: trust never goes back", plain.ToBase64(), [Convert.ToBase64String(second.PublicKey)], "stranger");
        yield return new("of a key that is nobody's", Proof(stranger, Content("Pay today", "dana@example.org"), []).ToBase64(), trusted, "stranger");
        yield return new("with nothing trusted", plain.ToBase64(), [], "stranger");
        yield return new("with a handover that the first key did not sign", (later with { Handovers = [stranger.HandOver(second, Noon) with { Handover = handedOver[0].Handover }] }).ToBase64(), trusted, "stranger");
        yield return new("with another subject than was signed", (plain with { Seal = plain.Seal with { Payload = plain.Seal.Payload with { Content = Content("Another", "dana@example.org") } } }).ToBase64(), trusted, "broken");
        yield return new("with another recipient than was signed", (plain with { Seal = plain.Seal with { Payload = plain.Seal.Payload with { Content = Content("Dates for the usability test", "eve@example.org") } } }).ToBase64(), trusted, "broken");
        yield return new("with the longer life that it did not have", (plain with { Seal = plain.Seal with { Payload = plain.Seal.Payload with { ExpiresAt = Noon.AddYears(1) } } }).ToBase64(), trusted, "broken");
        yield return new("with the signature of another seal", (plain with { Seal = plain.Seal with { Signature = later.Seal.Signature } }).ToBase64(), trusted, "broken");
        yield return new("with the key of another", (plain with { PublicKey = Convert.ToBase64String(stranger.PublicKey) }).ToBase64(), trusted, "broken");
        yield return new("that is cut off", plain.ToBase64()[..400], trusted, "broken");
        yield return new("that is none", "bm90IGEgc2VhbA==", trusted, "broken");
        yield return new("that is empty", "", trusted, "broken");
    }

    private static string StateOf(Vector vector)
    {
        SealProof proof;
        try
        {
            proof = SealProof.ParseBase64(vector.Header);
        }
        catch (FormatException)
        {
            return "broken";
        }

        return SealKey.ReadPublic(proof.PublicKey) is not { } key || !SealKey.Verifies(proof.Seal, key) ? "broken"
            : KeyHandovers.Follow(vector.Trusted.Select(SealKey.ReadPublic).OfType<byte[]>(), proof.Handovers).ContainsKey(proof.Seal.Payload.KeyId) ? "trusted"
            : "stranger";
    }

    private SealProof Proof(SealKey key, ReleasableContent content, IReadOnlyList<SignedKeyHandover> handovers)
    {
        var payload = new SealPayload(
            "6f9619ff-3b1c-4b7e-9d5a-2a4be0c6d001", new Guid("01a226b8-b541-70b4-a1b9-194d42772595"), content, new DraftOrigin(DraftOriginKind.Rules, "Template drafter 1"),
            Sha256Digest.Of("record"), "client-email", 1, Sha256Digest.Of("workflow"), Sha256Digest.Of("gate"), ApprovalGround.Review,
            [new Approval("3c58b9f0-6e21-4d94-a0f5-1b7c3d9e0c03", Noon, SignatureMeaning.Approval, Noon.AddMinutes(-5))], Noon, Noon.AddDays(1), key.Id);
        return SealProof.Of(key.Sign(payload), new[] { first, second, stranger }.ToDictionary(one => one.Id, one => one.PublicKey), handovers);
    }

    private static ReleasableContent Content(string subject, string address) =>
        new(CanonicalHtml.Form, Sha256Digest.Of("Hello Dana,"), Sha256Digest.Of("file"), Envelope.Of(subject) with { Recipients = [new Recipient(RecipientKind.To, address)] });

    private sealed record Vector(string Name, string Header, IReadOnlyList<string> Trusted, string State);
}
