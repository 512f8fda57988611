using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Reviewing;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>Who may decide, and what stops a text from leaving (DESIGN rules 1, 3, 4 and 5).</summary>
[Trait("Capability", "C50")]
public sealed class GateTests(LocalProduct fixture)
{
    private readonly Product product = fixture.Product;

    [Fact]
    [Trait("Capability", "C54")]
    public async Task With_medium_stakes_the_author_reviews_nothing()
    {
        Run run = await Run.InReview(product);
        foreach (Answer answer in await ReviewOf(run, run.Author))
        {
            answer.Refused(403, "author-cannot-review");
        }

        Assert.All((await run.Look()).Changes, change => Assert.Equal(Decision.Undecided, change.Decision));
    }

    [Fact]
    public async Task A_reviewer_who_is_not_named_reviews_nothing()
    {
        Run run = await Run.InReview(product);
        foreach (Answer answer in await ReviewOf(run, await product.As(LocalPeople.JonasLindqvist)))
        {
            answer.Refused(403, "not-a-reviewer");
        }
    }

    [Fact]
    public async Task A_designer_or_administrator_neither_reviews_nor_signs_nor_releases()
    {
        Run run = await Run.Approved(product);
        foreach (LocalPerson person in new[] { LocalPeople.MeiTanaka, LocalPeople.TeodorIvanov })
        {
            Session session = await product.As(person);
            (await session.DecideRest(run.Id)).Refused(403, "not-a-reviewer");
            (await session.Sign(run.Id)).Refused(403, "forbidden");
            (await session.Release(run.Id)).Refused(403, "not-your-handoff");
        }

        Assert.Equal(HandoffState.Approved, (await run.Look()).State);
    }

    [Fact]
    public async Task What_the_caller_can_not_do_is_told_beside_the_button()
    {
        Run run = await Run.InReview(product);
        ActionView[] authors = [.. (await run.Author.Look(run.Id)).Actions];
        Assert.Equal("author-cannot-review", authors.Single(action => action.Action == UserAction.Sign).Code);
        Assert.All(authors.Where(action => !action.Allowed), action => Assert.False(string.IsNullOrWhiteSpace(action.Reason)));
        Assert.True((await run.Look()).Actions.Single(action => action.Action == UserAction.Decide).Allowed);
    }

    [Fact]
    [Trait("Capability", "C34")]
    public async Task A_wrong_date_stops_the_signature_until_it_is_put_right()
    {
        Run run = await Run.Decided(product);
        HandoffView view = await run.Look();
        DateView date = view.Evidence!.Dates[0];
        ChangeView change = view.Changes.Single(c => c.Id == date.ChangeId);
        string wrong = change.Text.Remove(date.Start, date.Length).Insert(date.Start, "3 March 2031");

        HandoffView edited = (await run.Reviewer.Decide(run.Id, change.Id, Decision.Edited, wrong)).As<HandoffView>();
        FindingView finding = edited.Findings.First(f => f.Severity == Domain.Design.Severity.Blocking && f.ChangeId == change.Id);
        Assert.Equal("3 March 2031", wrong.Substring(finding.Start, finding.Length));
        await run.Reviewer.ConfirmAll(run.Id);
        (await run.Reviewer.Sign(run.Id)).Refused(409, "findings-block");

        (await run.Reviewer.Decide(run.Id, change.Id, Decision.Accepted)).Ok();
        await run.Reviewer.ConfirmAll(run.Id);
        (await run.Reviewer.Sign(run.Id)).Ok();
    }

    [Fact]
    [Trait("Capability", "C55")]
    public async Task A_rejected_milestone_stops_the_signature()
    {
        Run run = await Run.Decided(product);
        string change = (await run.Look()).Changes.First(c => c.Citations.Any(pointer => $"{pointer}".StartsWith("/milestonesCompleted", StringComparison.Ordinal))).Id;
        HandoffView view = (await run.Reviewer.Decide(run.Id, change, Decision.Rejected)).As<HandoffView>();
        Assert.Contains(view.Findings, finding => finding.Check == Domain.Design.CheckKind.ListItems);
        (await run.Reviewer.Sign(run.Id)).Refused(409, "findings-block");
    }

    [Fact]
    public async Task A_confirmation_is_for_the_text_that_was_confirmed()
    {
        Run run = await Run.ReadyToSign(product);
        ChangeView change = (await run.Look()).Changes[0];
        HandoffView edited = (await run.Reviewer.Decide(run.Id, change.Id, Decision.Edited, change.Text + " Thank you.")).As<HandoffView>();
        Assert.All(edited.Checklist, item => Assert.Empty(item.Confirmations));
        (await run.Reviewer.Sign(run.Id)).Refused(409, "checklist-open");
    }

    [Fact]
    public async Task An_edit_after_the_approval_ends_the_approval()
    {
        Run run = await Run.Approved(product);
        ChangeView change = (await run.Look()).Changes[0];
        HandoffView edited = (await run.Reviewer.Decide(run.Id, change.Id, Decision.Edited, change.Text + " Thank you.")).As<HandoffView>();
        Assert.Equal((HandoffState.InReview, null), (edited.State, edited.Seal));
        (await run.Author.Release(run.Id)).Refused(409, "action-not-possible");
        Assert.Contains("ApprovalVoided", (await run.Reviewer.History(run.Id)).Select(entry => $"{entry.Kind}"));
    }

    [Fact]
    public async Task Of_two_releases_at_once_exactly_one_leaves()
    {
        Run run = await Run.Approved(product);
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => (n % 2 == 0 ? run.Author : run.Reviewer).Release(run.Id)));
        Assert.Single(answers, answer => (int)answer.Status == 200);
        Assert.All(answers.Where(answer => (int)answer.Status != 200), answer => answer.Refused(409, "action-not-possible"));
        Assert.Single(await run.Reviewer.History(run.Id), entry => entry.Kind == HandoffEventKind.Released);
    }

    [Fact]
    public async Task One_key_sent_twice_at_once_releases_once()
    {
        Run run = await Run.Approved(product);
        string key = $"{Guid.NewGuid()}";
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => run.Author.Release(run.Id, key)));
        Assert.All(answers, answer => Assert.True((int)answer.Status is 200 or 409, answer.Text));
        Assert.Contains(answers, answer => (int)answer.Status == 200);
        Assert.Single(await run.Reviewer.History(run.Id), entry => entry.Kind == HandoffEventKind.Released);
    }

    [Fact]
    [Trait("Capability", "C54")]
    public async Task High_stakes_need_two_different_reviewers()
    {
        string workflow = await HighStakesWorkflow();
        Session author = await product.As(LocalPeople.AmaraOsei);
        Session first = await product.As(LocalPeople.RitaOkafor);
        Session second = await product.As(LocalPeople.JonasLindqvist);
        JsonObject record = await Run.Record(author, workflow);
        (await author.Start(workflow, record, first.PersonId)).Refused(422, "too-few-reviewers");
        (await author.Start(workflow, record, first.PersonId, first.PersonId)).Refused(422, "too-few-reviewers");

        Guid id = (await author.Start(workflow, record, first.PersonId, second.PersonId)).As<HandoffView>().Id;
        (await author.Draft(id)).Ok();
        (await first.DecideRest(id)).Ok();
        await first.ConfirmAll(id);
        (await first.Sign(id)).Refused(409, "too-little-viewed");
        product.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False((await first.View(id, TimeSpan.FromMinutes(2))).TooFast);
        await second.View(id, TimeSpan.FromMinutes(2));
        HandoffView half = (await first.Sign(id)).As<HandoffView>();
        Assert.Equal((HandoffState.InReview, 1, null), (half.State, half.Signatures.Count, half.Seal));

        (await first.Sign(id)).Refused(403, "already-signed");
        (await author.Release(id)).Refused(409, "action-not-possible");
        (await second.Sign(id)).Refused(409, "checklist-open");
        await second.ConfirmAll(id);
        HandoffView whole = (await second.Sign(id)).As<HandoffView>();
        Assert.Equal([first.PersonId, second.PersonId], whole.Seal!.Reviewers.Select(reviewer => reviewer.Id));
        (await author.Release(id)).Ok();
    }

    [Fact]
    [Trait("Capability", "C96")]
    public async Task With_high_stakes_a_sign_in_of_this_morning_is_no_signature()
    {
        string workflow = await HighStakesWorkflow();
        Session author = await product.As(LocalPeople.AmaraOsei);
        Session first = await product.As(LocalPeople.RitaOkafor);
        Session second = await product.As(LocalPeople.JonasLindqvist);
        Guid id = (await author.Start(workflow, await Run.Record(author, workflow), first.PersonId, second.PersonId)).As<HandoffView>().Id;
        (await author.Draft(id)).Ok();
        (await first.DecideRest(id)).Ok();
        await first.ConfirmAll(id);
        product.Clock.Advance(TimeSpan.FromMinutes(6));
        await first.View(id, TimeSpan.FromMinutes(6));

        Answer stale = await first.Sign(id);
        stale.Refused(401, "fresh-sign-in-needed");
        Assert.Contains("insufficient_user_authentication", stale.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        Assert.Contains("max_age=\"300\"", stale.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        (await (await product.As(LocalPeople.RitaOkafor)).Sign(id)).Ok();
    }

    [Fact]
    public async Task A_look_at_a_draft_that_was_replaced_is_told_where_the_newer_one_is()
    {
        Run run = await Run.InReview(product);
        JsonElement replaced = (await run.Reviewer.Post($"handoffs/{run.Id}/viewing", new { draft = 7, activeMilliseconds = 1, seen = Array.Empty<string>() })).Refused(409, "draft-replaced");
        Assert.Equal(($"/api/v1/handoffs/{run.Id}", 1), (replaced.GetProperty("link").GetString(), replaced.GetProperty("newest").GetInt32()));
    }

    private async Task<string> HighStakesWorkflow()
    {
        Session designer = await product.As(LocalPeople.MeiTanaka);
        JsonObject workflow = await Run.Definition(designer);
        string key = $"high-stakes-{Guid.NewGuid():N}";
        workflow["key"] = key;
        workflow["stakes"] = "High";
        workflow["gate"]!["reviewers"] = 1;
        Assert.Contains("/gate/reviewers", (await designer.Post("workflows", workflow)).Pointers("invalid-workflow"));
        workflow["gate"]!["reviewers"] = 2;
        await designer.Launch(workflow, await product.As(LocalPeople.TeodorIvanov));
        return key;
    }

    private static async Task<IReadOnlyList<Answer>> ReviewOf(Run run, Session person)
    {
        var reason = new { reason = "Because." };
        return
        [
            await person.DecideRest(run.Id), await person.Decide(run.Id, (await run.Look()).Changes[0].Id, Decision.Accepted),
            await person.Confirm(run.Id, "dates"), await person.Sign(run.Id),
            await person.Post($"handoffs/{run.Id}/revision", reason), await person.Post($"handoffs/{run.Id}/rejection", reason),
        ];
    }
}
