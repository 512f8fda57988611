using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Releasing;

/// <summary>Each rule of a release broken alone: what is signed again is signed with the right key, so that no other rule speaks first.</summary>
[Trait("Capability", "C86")]
public sealed class ReleaseRulesTests
{
    private static readonly Sha256Digest Other = Sha256Digest.Of("other");

    /// <summary>What a seal is changed to, and what is said then.</summary>
    private static readonly Dictionary<string, (Func<SealPayload, SealPayload> Change, string Reason)> Payloads = new()
    {
        ["tenant"] = (p => p with { TenantId = "tenant-2" }, "the seal is another handoff's."),
        ["handoff"] = (p => p with { HandoffId = Guid.Empty }, "the seal is another handoff's."),
        ["clock"] = (p => p with { IssuedAt = p.IssuedAt.AddMinutes(1) }, "the clock is behind the signature."),
        ["expiry"] = (p => p with { ExpiresAt = p.IssuedAt }, "it has expired."),
        ["file"] = (p => p with { Content = p.Content with { FileDigest = Other } }, "the file is not the one that was signed."),
        ["text"] = (p => p with { Content = p.Content with { ContentDigest = Other } }, "the text is not the one that was signed."),
        ["form"] = (p => p with { Content = p.Content with { Form = CanonicalHtml.Form } }, "the text is not the one that was signed."),
        ["subject"] = (p => Around(p, e => e with { Subject = "Note to somebody" }), "the subject has changed."),
        ["recipients"] = (p => Around(p, e => e with { Recipients = [] }), "the recipients have changed."),
        ["record"] = (p => p with { RecordDigest = Other }, "the input record has changed."),
        ["workflow"] = (p => p with { WorkflowDigest = Other }, "the workflow has changed."),
        ["gate"] = (p => p with { GateDigest = Other }, "the gate has changed."),
        ["nobody"] = (p => p with { Approvals = [] }, "too few reviewers have signed."),
        ["twice"] = (p => By(p, "oid-first", "OID-FIRST"), "too few reviewers have signed."),
        ["author"] = (p => By(p, "oid-first", "OID-AUTHOR"), "the author has signed."),
    };

    /// <summary>What leaves instead of what was signed, and what is said then.</summary>
    private static readonly Dictionary<string, (Func<ReleasableContent, ReleasableContent> Change, string Reason)> Contents = new()
    {
        ["file"] = (c => c with { FileDigest = Other }, "the file is not the one that was signed."),
        ["text"] = (c => c with { ContentDigest = Other }, "the text is not the one that was signed."),
        ["another form"] = (c => c with { Form = CanonicalContent.DocumentForm }, "the text is not the one that was signed."),
        ["subject"] = (c => Around(c, e => e with { Subject = e.Subject + " " }), "the subject has changed."),
        ["one more recipient"] = (c => To(c, "client@example.org", "boss@example.org"), "the recipients have changed."),
        ["another recipient"] = (c => To(c, "client@example.com"), "the recipients have changed."),
        ["no recipient"] = (c => To(c), "the recipients have changed."),
        ["a blind copy"] = (c => Around(c, e => e with { Recipients = [.. e.Recipients, new Recipient(RecipientKind.Bcc, "boss@example.org")] }), "the recipients have changed."),
        ["a copy in the place of the mail"] = (c => Around(c, e => e with { Recipients = [e.Recipients[0] with { Kind = RecipientKind.Cc }] }), "the recipients have changed."),
        ["an attachment"] = (c => Around(c, e => e with { Attachments = [new SealedAttachment("offer.pdf", Other)] }), "the attachments have changed."),
        ["a label"] = (c => Around(c, e => e with { Label = "f42aa342-8706-4288-bd11-ebb85995028c" }), "the sensitivity label has changed."),
    };

    public static TheoryData<string> PayloadNames => [.. Payloads.Keys];

    public static TheoryData<string> ContentNames => [.. Contents.Keys];

    [Theory]
    [MemberData(nameof(PayloadNames))]
    public void A_seal_over_something_else_does_not_let_it_leave(string name)
    {
        using Run run = Approved();
        Seal seal = run.Key.Sign(Payloads[name].Change(run.Handoff.Seal!.Payload));
        Assert.Equal(Payloads[name].Reason, Broken(run, seal)?.Reason);
    }

    [Theory]
    [MemberData(nameof(ContentNames))]
    public void What_was_changed_after_the_seal_does_not_leave_and_the_approval_can_be_ended(string name)
    {
        using Run run = Approved();
        Outcome left = run.Handoff.Leave(Contents[name].Change(run.Content()), Run.Left, run.Key.PublicKey, "note.docx", Given.First, run.Now);
        SealBroken broken = Assert.IsType<SealBroken>(left.Error);
        Assert.Equal((Contents[name].Reason, HandoffState.Approved), (broken.Reason, run.Handoff.State));
        Assert.Contains(broken.Reason, run.Handoff.VoidApproval(broken, Given.First, run.Now).Events[0].Facts["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_recipients_and_the_case_of_their_addresses_mean_nothing()
    {
        using Run run = Approved();
        ReleasableContent content = To(run.Content(), "a@example.org", "b@example.org");
        Seal seal = run.Key.Sign(run.Handoff.Seal!.Payload with { Content = content });
        Assert.Null(Broken(run, seal, To(content, "B@Example.org", "a@example.org")));
    }

    [Fact]
    public void A_file_that_goes_along_twice_is_not_the_same_as_once()
    {
        var one = new SealedAttachment("offer.pdf", Other);
        Envelope approved = Envelope.Of("Offer") with { Attachments = [one, one with { Name = "terms.pdf" }] };
        Assert.Empty((approved with { Attachments = [.. approved.Attachments.Reverse()] }).ChangesSince(approved));
        Assert.Single((approved with { Attachments = [one, .. approved.Attachments] }).ChangesSince(approved));
        Assert.Single((approved with { Attachments = [one with { Name = "Offer.pdf" }, approved.Attachments[1]] }).ChangesSince(approved));
    }

    [Fact]
    public void With_low_stakes_the_author_may_have_signed()
    {
        using Run run = Run.In(HandoffState.Approved, Stakes.Low);
        Assert.Null(Broken(run, run.Key.Sign(By(run.Handoff.Seal!.Payload, "oid-author"))));
    }

    [Fact]
    public void It_leaves_until_the_moment_at_which_the_seal_expires()
    {
        using Run run = Approved();
        Seal seal = run.Handoff.Seal!;
        Assert.Equal(seal.Payload.IssuedAt.AddHours(48), seal.Payload.ExpiresAt);
        Assert.Null(ReleaseRules.Broken(run.Handoff, seal, run.Content(), run.Key.PublicKey, seal.Payload.ExpiresAt.AddTicks(-1)));
        Assert.Equal("it has expired.", ReleaseRules.Broken(run.Handoff, seal, run.Content(), run.Key.PublicKey, seal.Payload.ExpiresAt)?.Reason);
    }

    [Fact]
    public void Without_the_key_that_it_names_a_seal_says_nothing()
    {
        using Run run = Approved();
        Assert.Equal(
            "the seal's signature does not verify.",
            ReleaseRules.Broken(run.Handoff, run.Handoff.Seal!, run.Content(), publicKey: null, run.Now)?.Reason);
    }

    [Fact]
    public void What_left_is_on_record_with_its_digest_and_cannot_leave_again()
    {
        using Run run = Approved();
        run.Must(HandoffAction.Release, Given.First);
        Assert.Equal(new Release(Given.First.Person, run.Now, "note.docx", run.Content().FileDigest, Run.Left), run.Handoff.Released);
        Assert.IsType<ActionNotPossible>(run.Do(HandoffAction.Release).Error);
    }

    private static Run Approved()
    {
        Run run = Run.ReadyToSign(Stakes.High, reviewers: 2);
        run.Must(HandoffAction.Sign, Given.First);
        run.AttestAll(Given.Second);
        run.Must(HandoffAction.Sign, Given.Second);
        return run;
    }

    private static SealPayload By(SealPayload payload, params string[] people) =>
        payload with { Approvals = [.. people.Select(person => payload.Approvals[0] with { Person = person })] };

    private static SealPayload Around(SealPayload payload, Func<Envelope, Envelope> change) => payload with { Content = Around(payload.Content, change) };

    private static ReleasableContent Around(ReleasableContent content, Func<Envelope, Envelope> change) => content with { Envelope = change(content.Envelope) };

    private static ReleasableContent To(ReleasableContent content, params string[] addresses) =>
        Around(content, e => e with { Recipients = [.. addresses.Select(address => new Recipient(RecipientKind.To, address))] });

    private static SealBroken? Broken(Run run, Seal seal, ReleasableContent? content = null) =>
        ReleaseRules.Broken(run.Handoff, seal, content ?? run.Content(), run.Key.PublicKey, run.Now);
}
