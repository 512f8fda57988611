using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Reviewing;

[Trait("Capability", "C54")]
public sealed class RigorTests
{
    [Fact]
    public void Higher_stakes_are_never_less_strict()
    {
        foreach ((Rigor lower, Rigor higher) in Enum.GetValues<Stakes>().Zip(Enum.GetValues<Stakes>().Skip(1), (low, high) => (Rigor.Of(low), Rigor.Of(high))))
        {
            Assert.True(higher.Reviewers >= lower.Reviewers);
            Assert.True(higher.ApprovalHours <= lower.ApprovalHours);
            Assert.True(lower.AuthorMayReview || !higher.AuthorMayReview);
            Assert.True(lower.WaiversPossible || !higher.WaiversPossible);
            Assert.True(!lower.ViewingRequired || higher.ViewingRequired);
            Assert.True(lower.StepUp is null || higher.StepUp <= lower.StepUp);
            Assert.True((higher.ErrorBound ?? 0) <= (lower.ErrorBound ?? 0));
            Assert.Subset(higher.BlockingChecks.ToHashSet(), lower.BlockingChecks.ToHashSet());
            Assert.Subset(higher.NeededChecks.ToHashSet(), lower.NeededChecks.ToHashSet());
        }
    }

    [Theory]
    [InlineData(Stakes.Low, null)]
    [InlineData(Stakes.Medium, null)]
    [InlineData(Stakes.High, "no-waivers")]
    public void An_item_is_waived_where_the_stakes_allow_it(Stakes stakes, string? code)
    {
        using Run run = Run.In(HandoffState.InReview, stakes, reviewers: 2);
        Assert.Equal(code, run.Attest(Given.First, "tone", waiver: "The client asked for another.").Error?.Code);
        Assert.Equal("non-negotiable", run.Attest(Given.First, "facts", waiver: "No time.").Error?.Code);
    }

    [Fact]
    [Trait("Capability", "C96")]
    public void With_high_stakes_a_signer_has_just_signed_in()
    {
        using Run run = Run.ReadyToSign(Stakes.High, reviewers: 2);
        TimeSpan five = TimeSpan.FromMinutes(5);
        Assert.Equal(new FreshSignInNeeded(five), Signed(run, null));
        Assert.Equal(new FreshSignInNeeded(five), Signed(run, run.Now - five - TimeSpan.FromTicks(1)));
        Assert.Null(Signed(run, run.Now - five));
        Signature signature = Assert.Single(run.Handoff.Signatures);
        Assert.Equal((SignatureMeaning.Responsibility, run.Now - five), (signature.Meaning, signature.SignedInAt));
    }

    [Fact]
    [Trait("Capability", "C96")]
    public void The_seal_says_what_each_signer_meant_and_when_they_signed_in()
    {
        using Run run = Run.ReadyToSign(Stakes.High, reviewers: 2);
        Signed(run, run.Now);
        run.AttestAll(Given.Second);
        run.Must(HandoffAction.Sign, Given.Second);
        Assert.Equal([SignatureMeaning.Responsibility, SignatureMeaning.Approval], run.Handoff.Seal!.Payload.Approvals.Select(approval => approval.Meaning));
        Assert.DoesNotContain(run.Handoff.Seal.Payload.Approvals, approval => approval.SignedInAt is null);
    }

    private static HandoffError? Signed(Run run, DateTimeOffset? signedInAt) =>
        run.Handoff.Sign(run.Signing() with { SignedInAt = signedInAt, Meaning = SignatureMeaning.Responsibility }, run.Content, run.Key, Given.First, run.Now).Error;
}
