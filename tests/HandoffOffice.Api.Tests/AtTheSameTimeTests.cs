using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Reviewing;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>Two people at one handoff at once, one person twice, and somebody whose screen shows what is gone (DESIGN rules 1 and 4).</summary>
[Trait("Capability", "C50")]
public sealed class AtTheSameTimeTests(LocalProduct fixture)
{
    private readonly Product product = fixture.Product;

    [Fact]
    public async Task What_is_said_of_a_draft_that_was_replaced_is_answered_with_the_newer_one()
    {
        Run run = await Run.InReview(product);
        HandoffView shown = await run.Look();
        (await run.Reviewer.Post($"handoffs/{run.Id}/revision", new { reason = "Shorter." })).Ok();
        await run.Drafted();
        int history = (await run.Reviewer.History(run.Id)).Count;
        int draft = shown.Draft!.Revision;
        foreach (Answer answer in new[]
        {
            await run.Reviewer.Put($"handoffs/{run.Id}/changes/{shown.Changes[0].Id}", new { decision = "Accepted", draft }),
            await run.Reviewer.Post($"handoffs/{run.Id}/changes", new { accept = true, draft }),
            await run.Reviewer.Put($"handoffs/{run.Id}/checklist/{shown.Checklist[0].Id}", new { confirmed = true, draft }),
            await run.Reviewer.Post($"handoffs/{run.Id}/signature", new { shown.Confirmation, shown.TextDigest, draft }),
        })
        {
            JsonElement problem = answer.Refused(409, "draft-replaced");
            Assert.Equal(2, problem.GetProperty("newest").GetInt32());
            Assert.Equal(2, (await run.Reviewer.Get(problem.GetProperty("link").GetString()!)).As<HandoffView>().Draft!.Revision);
        }

        Assert.Equal(history, (await run.Reviewer.History(run.Id)).Count);
        (await run.Reviewer.Post($"handoffs/{run.Id}/changes", new { accept = true, draft = 2 })).Ok();
    }

    [Fact]
    public async Task Two_reviewers_who_sign_at_the_same_instant_both_count_and_there_is_one_approval()
    {
        (Session author, Session[] reviewers, Guid id) = await HighStakes();
        HandoffView shown = await reviewers[0].Look(id);
        Answer[] signed = await Task.WhenAll(reviewers.Select(reviewer => reviewer.Sign(shown)));

        Assert.All(signed, answer => answer.Ok());
        HandoffView approved = await author.Look(id);
        Assert.Equal((HandoffState.Approved, 2), (approved.State, approved.Seal!.Reviewers.Count));
        Assert.Equal(["Approved", "Signed", "Signed"], (await author.History(id)).Select(entry => $"{entry.Kind}").Where(kind => kind is "Signed" or "Approved").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_reviewer_who_signs_twice_at_the_same_instant_counts_once()
    {
        (_, Session[] reviewers, Guid id) = await HighStakes();
        HandoffView shown = await reviewers[0].Look(id);
        Answer[] signed = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => reviewers[0].Sign(shown)));

        Assert.Single(signed, answer => (int)answer.Status == 200);
        Assert.Single(signed, answer => (int)answer.Status == 403).Refused(403, "already-signed");
        Assert.Equal((HandoffState.InReview, 1), ((await reviewers[0].Look(id)).State, (await reviewers[0].Look(id)).Signatures.Count));
    }

    [Fact]
    public async Task The_same_decision_twice_is_one_decision()
    {
        Run run = await Run.InReview(product);
        string change = (await run.Look()).Changes[0].Id;
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => run.Reviewer.Decide(run.Id, change, Decision.Accepted)));
        HandoffView[] views = [.. answers.Select(answer => answer.As<HandoffView>())];
        Assert.Equal(views[0].TextDigest, views[1].TextDigest);
        Assert.All(views, view => Assert.Equal(Decision.Accepted, view.Changes[0].Decision));
        Assert.Equal(2, (await run.Reviewer.History(run.Id)).Count(entry => entry.Kind == HandoffEventKind.ChangeDecided));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"garbage\"")]
    [InlineData("\"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz\"")]
    [InlineData("7")]
    [InlineData("null")]
    public async Task A_signature_over_garbage_is_none(string digest)
    {
        Run run = await Run.ReadyToSign(product);
        HandoffView shown = await run.Look();
        string body = $$"""{"confirmation":{{JsonSerializer.Serialize(shown.Confirmation)}},"textDigest":{{digest}}}""";
        (await run.Reviewer.Send(HttpMethod.Post, $"handoffs/{run.Id}/signature", Session.Text(body))).Refused(400, "malformed-json");
        (await run.Reviewer.Post($"handoffs/{run.Id}/signature", new { shown.Confirmation, textDigest = new string('0', 64) })).Refused(409, "text-has-changed");
        (await run.Reviewer.Post($"handoffs/{run.Id}/signature", new { confirmation = "I agree.", shown.TextDigest })).Refused(422, "confirmation-differs");
        (await run.Reviewer.Post($"handoffs/{run.Id}/signature", new { shown.Confirmation, shown.TextDigest, meaning = "Maybe" })).Refused(400, "malformed-json");
        Assert.Empty((await run.Look()).Signatures);
    }

    /// <summary>With high stakes, and all done by both reviewers but their signatures.</summary>
    private async Task<(Session Author, Session[] Reviewers, Guid Id)> HighStakes()
    {
        Session designer = await product.As(LocalPeople.MeiTanaka);
        JsonObject workflow = await Run.Definition(designer);
        string key = $"high-stakes-{Guid.NewGuid():N}";
        (workflow["key"], workflow["stakes"], workflow["gate"]!["reviewers"]) = (key, "High", 2);
        await designer.Launch(workflow, await product.As(LocalPeople.TeodorIvanov));

        Session author = await product.As(LocalPeople.AmaraOsei);
        Session[] reviewers = [await product.As(LocalPeople.RitaOkafor), await product.As(LocalPeople.JonasLindqvist)];
        Guid id = (await author.Start(key, await Run.Record(author, key), [.. reviewers.Select(reviewer => reviewer.PersonId)])).As<HandoffView>().Id;
        (await author.Draft(id)).Ok();
        (await reviewers[0].DecideRest(id)).Ok();
        product.Clock.Advance(TimeSpan.FromMinutes(2));
        foreach (Session reviewer in reviewers)
        {
            await reviewer.ConfirmAll(id);
            await reviewer.View(id, TimeSpan.FromMinutes(2));
        }

        return (author, reviewers, id);
    }
}
