using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Reviewing;

[Trait("Capability", "C84")]
public sealed class BreakGlassTests
{
    private static readonly Actor Administrator = new(new Person("oid-admin", "Tea Admin"));

    [Fact]
    public void It_says_what_was_left_out_and_seals_as_what_it_is()
    {
        using Run run = Run.In(HandoffState.InReview, Stakes.High, reviewers: 2);
        IReadOnlyDictionary<string, string> facts = run.Must(HandoffAction.BreakGlass, Administrator)[0].Facts;
        Assert.Equal(("3", "2", "0", "15"), (facts["undecided"], facts["itemsOpen"], facts["blocking"], facts["minutes"]));
        SealPayload payload = run.Handoff.Seal!.Payload;
        Assert.Equal((ApprovalGround.BreakGlass, "oid-admin", SignatureMeaning.Responsibility), (payload.Ground, payload.Approvals[0].Person, payload.Approvals[0].Meaning));
        Assert.Equal(TimeSpan.FromMinutes(15), payload.ExpiresAt - payload.IssuedAt);
        Assert.DoesNotContain(run.Handoff.Changes, change => change.Decision == Decision.Undecided);
        Assert.Null(run.Do(HandoffAction.Release, Administrator).Error);
    }

    [Fact]
    public void It_ends_in_time()
    {
        using Run run = Run.In(HandoffState.InReview);
        run.Must(HandoffAction.BreakGlass, Administrator);
        run.Wait(TimeSpan.FromMinutes(15));
        Assert.Equal(new SealBroken("it has expired."), run.Do(HandoffAction.Release, Administrator).Error);
    }

    [Theory]
    [InlineData("", 15, "reason-missing")]
    [InlineData("  ", 15, "reason-missing")]
    [InlineData("The site is down.", 0, "glass-too-long")]
    [InlineData("The site is down.", 61, "glass-too-long")]
    public void It_wants_a_reason_and_a_short_time(string reason, int minutes, string code)
    {
        using Run run = Run.In(HandoffState.InReview);
        Assert.Equal(code, run.Handoff.BreakGlass(reason, minutes, run.Content, run.Key, Administrator, run.Now).Error?.Code);
        Assert.Equal((HandoffState.InReview, null), (run.Handoff.State, run.Handoff.Seal));
    }

    [Theory]
    [InlineData(Stakes.Low, null)]
    [InlineData(Stakes.Medium, "author-cannot-review")]
    [InlineData(Stakes.High, "author-cannot-review")]
    public void An_author_who_may_not_review_does_not_do_it(Stakes stakes, string? code)
    {
        using Run run = Run.In(HandoffState.InReview, stakes);
        Assert.Equal(code, run.Do(HandoffAction.BreakGlass, Given.Author).Error?.Code);
    }

    [Fact]
    public void A_flow_does_not_do_it_nor_release_it()
    {
        using Run run = Run.In(HandoffState.InReview);
        Assert.IsType<ApplicationsCannotReview>(run.Do(HandoffAction.BreakGlass, Administrator with { IsApplication = true }).Error);
        run.Must(HandoffAction.BreakGlass, Administrator);
        Assert.IsType<ApplicationsCannotReview>(run.Do(HandoffAction.Release, Administrator with { IsApplication = true }).Error);
    }

    [Fact]
    public void Who_broke_one_glass_is_no_party_to_another_handoff()
    {
        using Run run = Run.In(HandoffState.Approved);
        Assert.Equal("not-your-handoff", run.Do(HandoffAction.Release, Administrator).Error?.Code);
    }
}
