using System.Text;
using System.Text.Json;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Releasing;

public sealed class SealTests
{
    /// <summary>Every field of what is signed, each with another value.</summary>
    private static readonly Dictionary<string, Func<SealPayload, SealPayload>> Changes = new()
    {
        [nameof(SealPayload.TenantId)] = p => p with { TenantId = p.TenantId.ToUpperInvariant() },
        [nameof(SealPayload.HandoffId)] = p => p with { HandoffId = Guid.Empty },
        [nameof(SealPayload.Content)] = p => p with { Content = p.Content with { Envelope = p.Content.Envelope with { Label = "internal" } } },
        [nameof(SealPayload.Origin)] = p => p with { Origin = p.Origin with { Name = "rules 2" } },
        [nameof(SealPayload.RecordDigest)] = p => p with { RecordDigest = default },
        [nameof(SealPayload.WorkflowKey)] = p => p with { WorkflowKey = "other" },
        [nameof(SealPayload.WorkflowVersion)] = p => p with { WorkflowVersion = 2 },
        [nameof(SealPayload.WorkflowDigest)] = p => p with { WorkflowDigest = default },
        [nameof(SealPayload.GateDigest)] = p => p with { GateDigest = default },
        [nameof(SealPayload.Ground)] = p => p with { Ground = ApprovalGround.SamplingPlan },
        [nameof(SealPayload.Approvals)] = p => p with { Approvals = [p.Approvals[0] with { Meaning = SignatureMeaning.Responsibility }] },
        [nameof(SealPayload.IssuedAt)] = p => p with { IssuedAt = p.IssuedAt.AddTicks(1) },
        [nameof(SealPayload.ExpiresAt)] = p => p with { ExpiresAt = p.ExpiresAt.AddTicks(1) },
        [nameof(SealPayload.KeyId)] = p => p with { KeyId = "0000000000000000" },
        [nameof(SealPayload.SourceType)] = p => p with { SourceType = DigitalSourceType.TrainedAlgorithmicMedia },
    };

    public static TheoryData<string> Fields => [.. typeof(SealPayload).GetProperties().Select(property => property.Name)];

    [Fact]
    public void A_seal_verifies_with_the_public_key_that_it_names()
    {
        using Run run = Run.In(HandoffState.Approved);
        Seal seal = run.Handoff.Seal!;
        Assert.True(SealKey.Verifies(seal, run.Key.PublicKey));
        Assert.Equal(SealKey.IdOf(run.Key.PublicKey), seal.Payload.KeyId);
        Assert.Equal(CanonicalContent.Form, seal.Payload.Content.Form);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void No_field_of_a_seal_can_be_changed(string field)
    {
        using Run run = Run.In(HandoffState.Approved);
        Seal seal = run.Handoff.Seal!;
        Assert.False(SealKey.Verifies(seal with { Payload = Changes[field](seal.Payload) }, run.Key.PublicKey));
    }

    [Fact]
    public void No_bit_of_a_signature_can_be_flipped()
    {
        using Run run = Run.In(HandoffState.Approved);
        Seal seal = run.Handoff.Seal!;
        byte[] signature = Convert.FromBase64String(seal.Signature);
        for (int bit = 0; bit < signature.Length * 8; bit++)
        {
            byte[] flipped = [.. signature];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(SealKey.Verifies(seal with { Signature = Convert.ToBase64String(flipped) }, run.Key.PublicKey), $"Bit {bit} can be flipped.");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("no base64!")]
    public void What_is_no_signature_does_not_verify_and_does_not_throw(string signature)
    {
        using Run run = Run.In(HandoffState.Approved);
        Assert.False(SealKey.Verifies(run.Handoff.Seal! with { Signature = signature }, run.Key.PublicKey));
    }

    [Fact]
    public void A_signature_that_is_cut_or_goes_on_does_not_verify()
    {
        using Run run = Run.In(HandoffState.Approved);
        Seal seal = run.Handoff.Seal!;
        byte[] signature = Convert.FromBase64String(seal.Signature);
        Assert.False(SealKey.Verifies(seal with { Signature = Convert.ToBase64String(signature[..63]) }, run.Key.PublicKey));
        Assert.False(SealKey.Verifies(seal with { Signature = Convert.ToBase64String([.. signature, 0]) }, run.Key.PublicKey));
    }

    [Fact]
    public void Another_key_does_not_verify_even_where_it_is_named()
    {
        using Run run = Run.In(HandoffState.Approved);
        using SealKey other = SealKey.Create();
        Seal seal = run.Handoff.Seal!;
        Assert.False(SealKey.Verifies(seal, other.PublicKey));
        Assert.False(SealKey.Verifies(seal with { Payload = seal.Payload with { KeyId = other.Id } }, other.PublicKey));
    }

    [Fact]
    public void What_is_no_public_key_does_not_verify_and_does_not_throw()
    {
        using Run run = Run.In(HandoffState.Approved);
        byte[] shorter = run.Key.PublicKey[..31];
        Seal seal = run.Handoff.Seal! with { Payload = run.Handoff.Seal.Payload with { KeyId = SealKey.IdOf(shorter) } };
        Assert.False(SealKey.Verifies(seal, shorter));
    }

    [Fact]
    public void A_key_signs_only_what_names_it()
    {
        using Run run = Run.In(HandoffState.Approved);
        using SealKey other = SealKey.Create();
        Assert.Throws<ArgumentException>(() => other.Sign(run.Handoff.Seal!.Payload));
    }

    [Fact]
    public void A_key_comes_back_from_its_seed()
    {
        using SealKey key = SealKey.Create();
        using SealKey again = SealKey.FromSeed(key.ExportSeed());
        Assert.Equal((key.Id, Convert.ToHexString(key.PublicKey)), (again.Id, Convert.ToHexString(again.PublicKey)));
    }

    [Fact]
    public void A_seal_reads_back_from_JSON_with_the_same_signed_bytes()
    {
        using Run run = Run.In(HandoffState.Approved);
        Seal seal = run.Key.Sign(run.Handoff.Seal!.Payload with
        {
            // What JSON may write in more than one way.
            Content = run.Content() with
            {
                Envelope = new Envelope("Größe \"5\" \\ <b>&\u2028\U0001f600", [new Recipient(RecipientKind.Bcc, "ä@example.org")], [new SealedAttachment("ä.pdf", Sha256Digest.Of("a"))], "x"),
            },
            IssuedAt = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1)).AddTicks(1),
        });

        Seal read = JsonSerializer.Deserialize<Seal>(JsonSerializer.Serialize(seal, WorkflowFile.Options), WorkflowFile.Options)!;

        Assert.Equal(seal.Payload.ToSignedBytes(), read.Payload.ToSignedBytes());
        Assert.True(SealKey.Verifies(read, run.Key.PublicKey));
    }

    [Fact]
    public void What_is_signed_begins_with_its_context_and_is_sorted()
    {
        using Run run = Run.In(HandoffState.Approved);
        SealPayload payload = run.Handoff.Seal!.Payload with { SourceType = DigitalSourceType.CompositeWithTrainedAlgorithmicMedia };
        string[] lines = Encoding.UTF8.GetString(payload.ToSignedBytes()).Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Equal("handoffoffice-seal-1", lines[0]);
        using JsonDocument json = JsonDocument.Parse(lines[1]);
        string[] names = [.. json.RootElement.EnumerateObject().Select(member => member.Name)];
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(Changes.Count, names.Length);
    }
}
