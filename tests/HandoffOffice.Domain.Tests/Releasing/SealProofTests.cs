using System.Text.Json.Nodes;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Releasing;

[Trait("Capability", "C63")]
public sealed class SealProofTests : IDisposable
{
    /// <summary>Every field of a proof with another value, and the difference that is named then.</summary>
    private static readonly Dictionary<string, (Func<SealProof, SealProof> Change, string Code)> Changes = new()
    {
        [nameof(SealProof.Seal)] = (p => p with { Seal = p.Seal with { Payload = p.Seal.Payload with { Ground = ApprovalGround.BreakGlass } } }, "signature"),
        [nameof(SealProof.PublicKey)] = (p => p with { PublicKey = p.FirstKey! }, "signature"),
        [nameof(SealProof.FirstKey)] = (p => p with { FirstKey = p.PublicKey }, "key"),
        [nameof(SealProof.Handovers)] = (p => p with { Handovers = [] }, "key"),
        [nameof(SealProof.Statement)] = (p => p with { Statement = "Reviewed by everybody." }, "statement"),
        [nameof(SealProof.DigitalSourceType)] = (p => p with { DigitalSourceType = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia" }, "origin-mark"),
    };

    /// <summary>What is in the file instead of what was approved, and the difference that is named then.</summary>
    private static readonly Dictionary<string, Func<ReleasableContent, ReleasableContent>> Contents = new()
    {
        ["form"] = c => c with { Form = CanonicalHtml.Form },
        ["text"] = c => c with { ContentDigest = Sha256Digest.Of("other") },
        ["subject"] = c => c with { Envelope = c.Envelope with { Subject = "Another" } },
        ["recipients"] = c => c with { Envelope = c.Envelope with { Recipients = [new Recipient(RecipientKind.To, "other@example.org")] } },
        ["attachments"] = c => c with { Envelope = c.Envelope with { Attachments = [new SealedAttachment("offer.pdf", Sha256Digest.Of("offer"))] } },
        ["label"] = c => c with { Envelope = c.Envelope with { Label = "f42aa342-8706-4288-bd11-ebb85995028c" } },
    };

    private readonly Run run = Run.In(HandoffState.Approved);
    private readonly SealKey first = SealKey.Create();
    private readonly SealKey second = SealKey.Create();

    public static TheoryData<string> Fields => [.. Changes.Keys];

    public static TheoryData<string> Parts => [.. Contents.Keys];

    public void Dispose()
    {
        run.Dispose();
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public void A_proof_reads_back_as_it_was_written()
    {
        SealProof proof = Proof();
        Assert.Equal(proof.Write(), SealProof.Parse(proof.Write()).Write());
        Assert.Equal(proof.Write(), SealProof.ParseBase64(proof.ToBase64().Insert(70, "\r\n ")).Write());
        Assert.Equal(new SealReport(KeyStanding.Trusted, SameFile: true, []), Verify(SealProof.Parse(proof.Write())), Same);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Every_field_of_a_proof_that_is_changed_is_named(string field) =>
        Assert.Contains(Verify(Changes[field].Change(Proof())).Differences, difference => difference.Code == Changes[field].Code);

    [Fact]
    public void There_is_no_other_field_but_its_form()
    {
        Assert.Equal(
            typeof(SealProof).GetProperties().Select(property => property.Name).Where(name => name != nameof(SealProof.Form)).Order(StringComparer.Ordinal),
            Changes.Keys.Order(StringComparer.Ordinal));
        Assert.Throws<FormatException>(() => SealProof.Parse((Proof() with { Form = "handoffoffice-proof-2" }).Write()));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Every_part_of_a_file_that_is_changed_is_named_and_no_other(string part) =>
        Assert.Equal(part, Assert.Single(Verify(Proof(), Contents[part](run.Content())).Differences).Code);

    [Fact]
    public void A_file_that_was_saved_again_is_genuine_and_not_the_same_file()
    {
        SealReport report = Verify(Proof(), run.Content() with { FileDigest = Sha256Digest.Of("saved again") });
        Assert.Equal((false, 0), (report.SameFile, report.Differences.Count));
    }

    [Fact]
    public void Without_a_key_to_trust_the_proof_rests_on_its_own_claim() =>
        Assert.Equal(KeyStanding.OwnClaim, SealVerification.Of(Proof(), run.Content(), null, []).Key);

    [Fact]
    public void A_key_is_trusted_by_way_of_handovers_and_never_back()
    {
        SealProof proof = Proof();
        Assert.Equal(KeyStanding.Trusted, SealVerification.Of(proof, run.Content(), [second.PublicKey], []).Key);
        using SealKey later = SealKey.Create();
        SignedKeyHandover handover = run.Key.HandOver(later, run.Now);
        Assert.Equal(KeyStanding.NotTrusted, SealVerification.Of(proof, run.Content(), [later.PublicKey], [handover]).Key);
    }

    [Fact]
    public void A_proof_has_the_handovers_that_lead_to_its_key_and_none_that_came_later()
    {
        using SealKey later = SealKey.Create();
        IReadOnlyList<SignedKeyHandover> all = [.. Handovers(), run.Key.HandOver(later, run.Now)];
        Assert.Equal(Proof().Write(), SealProof.Of(run.Handoff.Seal!, Keys(), all).Write());
        Assert.Equal(2, Proof().Handovers.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("rubbish")]
    public void What_is_no_proof_is_refused(string json) => Assert.Throws<FormatException>(() => SealProof.Parse(json));

    [Theory]
    [InlineData("handovers")]
    [InlineData("seal/payload/approvals")]
    [InlineData("seal/payload/content/envelope/recipients")]
    [InlineData("seal/payload/content/envelope/attachments")]
    public void A_null_in_a_list_is_refused(string list)
    {
        JsonNode proof = JsonNode.Parse(Proof().Write())!;
        list.Split('/').Aggregate(proof, (node, name) => node[name]!).AsArray().Add(null);
        Assert.Throws<FormatException>(() => SealProof.Parse(proof.ToJsonString()));
    }

    private static bool Same(SealReport a, SealReport b) => (a.Key, a.SameFile, a.Differences.Count) == (b.Key, b.SameFile, b.Differences.Count);

    private SealReport Verify(SealProof proof, ReleasableContent? content = null) => SealVerification.Of(proof, content ?? run.Content(), [first.PublicKey], []);

    private SealProof Proof() => SealProof.Of(run.Handoff.Seal!, Keys(), Handovers());

    private IReadOnlyList<SignedKeyHandover> Handovers() => [first.HandOver(second, run.Now), second.HandOver(run.Key, run.Now)];

    private Dictionary<string, byte[]> Keys() => new SealKey[] { first, second, run.Key }.ToDictionary(key => key.Id, key => key.PublicKey);
}
