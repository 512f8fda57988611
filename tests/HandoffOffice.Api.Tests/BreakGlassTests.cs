using HandoffOffice.Api.Administration;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Redlining;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>Break-glass: an administrator's, time-boxed, with a reason, loud (DESIGN rule 5).</summary>
[Trait("Capability", "C84")]
public sealed class BreakGlassTests(LocalProduct fixture)
{
    private readonly Product product = fixture.Product;

    [Theory]
    [MemberData(nameof(Run.Samples), MemberType = typeof(Run))]
    public async Task It_leaves_as_drafted_and_everybody_sees_how(string workflow)
    {
        Run run = await Run.InReview(product, workflow);
        Session administrator = await product.As(LocalPeople.TeodorIvanov);
        (await run.Reviewer.Post($"handoffs/{run.Id}/break-glass", new { reason = "Hurry." })).Refused(403, "forbidden");
        HandoffView view = (await administrator.Post($"handoffs/{run.Id}/break-glass", new { reason = "The client's site is down.", minutes = 5 })).As<HandoffView>();
        Assert.Equal((HandoffState.Approved, ApprovalGround.BreakGlass), (view.State, view.Seal?.Ground));
        Assert.Equal("Teodor Ivanov", Assert.Single(view.Seal!.Reviewers).Name);

        Answer left = (await administrator.Release(run.Id)).Ok();
        if (workflow == Run.StatusReport)
        {
            Assert.Equal(0, Revisions.Pending(left.Body));
        }

        Assert.Contains("GlassBroken", (await run.Reviewer.History(run.Id)).Select(entry => $"{entry.Kind}"));
        Assert.Contains(product.Faults, fault => fault.Contains($"Break-glass: handoff {run.Id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_holds_for_the_minutes_that_were_asked_for()
    {
        Run run = await Run.InReview(product);
        Session administrator = await product.As(LocalPeople.TeodorIvanov);
        (await administrator.Post($"handoffs/{run.Id}/break-glass", new { reason = "Now.", minutes = 61 })).Refused(422, "glass-too-long");
        (await administrator.Post($"handoffs/{run.Id}/break-glass", new { reason = "Now.", minutes = 1 })).Ok();
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        (await administrator.Release(run.Id)).Refused(409, "seal-broken");
        Assert.Equal(HandoffState.InReview, (await run.Look()).State);
    }

    [Fact]
    public async Task Administrators_see_each_time_from_the_ledger_newest_first()
    {
        Session administrator = await product.As(LocalPeople.TeodorIvanov);
        Run first = await Run.InReview(product);
        (await administrator.Post($"handoffs/{first.Id}/break-glass", new { reason = "The client's site is down.", minutes = 5 })).Ok();
        Run second = await Run.InReview(product);
        (await second.Reviewer.DecideRest(second.Id)).Ok();
        (await administrator.Post($"handoffs/{second.Id}/break-glass", new { reason = "Now.", minutes = 60 })).Ok();

        IReadOnlyList<BrokenGlass> all = (await administrator.Get("break-glass")).As<IReadOnlyList<BrokenGlass>>();
        Assert.Equal([(second.Id, 60, 0), (first.Id, 5, 8)], all.Take(2).Select(one => (one.Handoff, one.Minutes, one.Undecided)));
        Assert.Equal(("Teodor Ivanov", (await first.Look()).Subject), (all[1].By.Name, all[1].Subject));
        (await first.Reviewer.Get("break-glass")).Refused(403, "forbidden");
    }
}
