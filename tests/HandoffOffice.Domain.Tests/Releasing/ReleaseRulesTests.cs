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
        ["expiry"] = (p => p with { ExpiresAt = p.IssuedAt }, "it has expired."),
        ["file"] = (p => p with { Content = p.Content with { FileDigest = Other } }, "the file is not the one that was signed."),
        ["text"] = (p => p with { Content = p.Content with { ContentDigest = Other } }, "the text is not the one that was signed."),
        ["subject"] = (p => p with { Content = p.Content with { Subject = "Note to somebody" } }, "the subject has changed."),
        ["recipients"] = (p => p with { Content = p.Content with { Recipients = [] } }, "the recipients have changed."),
        ["record"] = (p => p with { RecordDigest = Other }, "the input record has changed."),
        ["workflow"] = (p => p with { WorkflowDigest = Other }, "the workflow has changed."),
        ["gate"] = (p => p with { GateDigest = Other }, "the gate has changed."),
        ["nobody"] = (p => p with { Reviewers = [] }, "too few reviewers have signed."),
        ["twice"] = (p => p with { Reviewers = ["oid-first", "OID-FIRST"] }, "too few reviewers have signed."),
        ["author"] = (p => p with { Reviewers = ["oid-first", "OID-AUTHOR"] }, "the author has signed."),
    };

    /// <summary>What leaves instead of what was signed, and what is said then.</summary>
    private static readonly Dictionary<string, (Func<ReleasableContent, ReleasableContent> Change, string Reason)> Contents = new()
    {
        ["file"] = (c => c with { FileDigest = Other }, "the file is not the one that was signed."),
        ["text"] = (c => c with { ContentDigest = Other }, "the text is not the one that was signed."),
        ["subject"] = (c => c with { Subject = c.Subject + " " }, "the subject has changed."),
        ["one more recipient"] = (c => c with { Recipients = [.. c.Recipients, "boss@example.org"] }, "the recipients have changed."),
        ["another recipient"] = (c => c with { Recipients = ["client@example.com"] }, "the recipients have changed."),
        ["no recipient"] = (c => c with { Recipients = [] }, "the recipients have changed."),
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
        Outcome left = run.Handoff.Leave(Contents[name].Change(run.Content()), run.Key.PublicKey, "note.docx", Given.First, run.Now);
        SealBroken broken = Assert.IsType<SealBroken>(left.Error);
        Assert.Equal((Contents[name].Reason, HandoffState.Approved), (broken.Reason, run.Handoff.State));
        Assert.Contains(broken.Reason, run.Handoff.VoidApproval(broken, Given.First, run.Now).Events[0].Facts["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_recipients_is_part_of_what_was_signed()
    {
        using Run run = Approved();
        ReleasableContent content = run.Content() with { Recipients = ["a@example.org", "b@example.org"] };
        Seal seal = run.Key.Sign(run.Handoff.Seal!.Payload with { Content = content });
        Assert.Null(Broken(run, seal, content));
        Assert.Equal("the recipients have changed.", Broken(run, seal, content with { Recipients = ["b@example.org", "a@example.org"] })?.Reason);
    }

    [Fact]
    public void With_low_stakes_the_author_may_have_signed()
    {
        using Run run = Run.In(HandoffState.Approved, Stakes.Low);
        Assert.Null(Broken(run, run.Key.Sign(run.Handoff.Seal!.Payload with { Reviewers = ["oid-author"] })));
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
        Assert.Equal(new Release(Given.First.Person, run.Now, "note.docx", run.Content().FileDigest), run.Handoff.Released);
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

    private static SealBroken? Broken(Run run, Seal seal, ReleasableContent? content = null) =>
        ReleaseRules.Broken(run.Handoff, seal, content ?? run.Content(), run.Key.PublicKey, run.Now);
}
