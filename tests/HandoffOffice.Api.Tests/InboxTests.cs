using System.Text.Json;
using HandoffOffice.Api.Design;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Identity;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Reviewing;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>What waits for whom, and how it is passed on.</summary>
[Trait("Capability", "C68")]
public sealed class InboxTests(TwoTenants fixture) : IClassFixture<TwoTenants>, IAsyncDisposable
{
    private const string Ours = LoopbackAuthority.TenantId;
    private const string Theirs = LoopbackAuthority.SecondTenantId;

    private readonly Product product = Product.Start();

    public ValueTask DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task Who_takes_a_review_over_finds_it_waiting_and_its_history_names_both()
    {
        Run run = await Run.InReview(product);
        Session jonas = await product.As(LocalPeople.JonasLindqvist);
        Assert.True(Action(await run.Look(), UserAction.PassOn).Allowed);
        HandoffView passed = (await run.Reviewer.PassOn(run.Id, jonas.PersonId)).As<HandoffView>();

        Assert.Equal(["Jonas Lindqvist"], passed.Reviewers.Select(person => person.Name));
        Assert.Equal(("Rita Okafor", "Jonas Lindqvist", "On leave."), Assert.Single(passed.Delegations) is var d ? (d.From.Name, d.To.Name, d.Reason) : default);
        Assert.False(Action(passed, UserAction.PassOn).Allowed);
        Assert.Empty(await run.Reviewer.List(HandoffList.Waiting));
        Assert.Equal(run.Id, Assert.Single(await jonas.List(HandoffList.Waiting)).Id);
        Assert.Contains(await jonas.History(run.Id), entry => entry is { Kind: HandoffEventKind.Delegated, Actor.Name: "Rita Okafor" });
        (await jonas.DecideRest(run.Id)).Ok();
    }

    [Fact]
    public async Task A_review_is_not_passed_on_to_the_author_to_nobody_or_without_a_reason_nor_by_somebody_else()
    {
        Run run = await Run.InReview(product);
        Session jonas = await product.As(LocalPeople.JonasLindqvist);
        (await run.Reviewer.PassOn(run.Id, run.Author.PersonId)).Refused(422, "not-to-the-author");
        (await run.Reviewer.PassOn(run.Id, run.Reviewer.PersonId)).Refused(422, "already-a-reviewer");
        (await run.Reviewer.PassOn(run.Id, LocalPeople.MeiTanaka.Id)).Refused(422, "unknown-reviewer");
        (await run.Reviewer.PassOn(run.Id, "nobody")).Refused(422, "unknown-reviewer");
        (await run.Reviewer.PassOn(run.Id, jonas.PersonId, " ")).Refused(422, "reason-missing");
        (await jonas.PassOn(run.Id, jonas.PersonId)).Refused(403, "not-a-reviewer");
        (await run.Author.PassOn(run.Id, jonas.PersonId)).Refused(403, "author-cannot-review");
        (await run.Reviewer.PassOn(Guid.NewGuid(), jonas.PersonId)).Refused(404, "unknown-handoff");
        Assert.Empty((await run.Look()).Delegations);
    }

    [Fact]
    public async Task Nothing_is_passed_on_that_is_not_in_review()
    {
        Run run = await Run.Approved(product);
        (await run.Reviewer.PassOn(run.Id, LocalPeople.JonasLindqvist.Id)).Refused(409, "action-not-possible");
    }

    [Fact]
    public async Task The_same_delegation_many_times_at_once_is_done_once()
    {
        Run run = await Run.InReview(product);
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => run.Reviewer.PassOn(run.Id, LocalPeople.JonasLindqvist.Id)));
        Assert.Single(answers, answer => (int)answer.Status == 200);
        Assert.All(answers.Where(answer => (int)answer.Status != 200), answer => answer.Refused(403, "not-a-reviewer"));
        Assert.Single(await run.Reviewer.History(run.Id), entry => entry.Kind == HandoffEventKind.Delegated);
    }

    [Fact]
    public async Task Two_reviewers_who_pass_on_to_the_same_person_at_once_find_one_of_them_refused()
    {
        (Session ann, Session bob) = (await fixture.Person(Ours, "ann"), await fixture.Person(Ours, "bob"));
        (Session cid, Session dan) = (await fixture.Person(Ours, "cid"), await fixture.Person(Ours, "dan"));
        Guid id = (await ann.Start(Run.StatusReport, await Run.Record(ann), bob.PersonId, cid.PersonId)).As<HandoffView>().Id;
        (await ann.Draft(id)).Ok();
        Answer[] answers = await Task.WhenAll(bob.PassOn(id, dan.PersonId), cid.PassOn(id, dan.PersonId));
        answers.Single(answer => (int)answer.Status != 200).Refused(422, "already-a-reviewer");
        Assert.Equal(2, (await ann.Look(id)).Reviewers.Select(person => person.Id).Distinct().Count());
        Assert.Contains(await dan.List(HandoffList.Waiting), handoff => handoff.Id == id);
    }

    [Fact]
    public async Task What_waits_says_when_it_is_due_and_who_reviews_it()
    {
        Run first = await Run.InReview(product, Run.StatusReport);
        Run second = await Run.InReview(product, Run.Email);
        IReadOnlyList<HandoffSummary> waiting = await first.Reviewer.List(HandoffList.Waiting);
        Assert.Equal(waiting.OrderBy(item => item.DueAt).ThenByDescending(item => item.Stakes).Select(item => item.Id), waiting.Select(item => item.Id));
        Assert.Equal(new[] { first.Id, second.Id }.Order(), waiting.Select(item => item.Id).Order());
        Assert.All(waiting, item => Assert.Equal((false, null, "Rita Okafor"), (item.Overdue, item.EscalatedAt, Assert.Single(item.Reviewers).Name)));
    }

    [Fact]
    public async Task Only_an_administrator_sees_what_is_overdue_for_all() =>
        (await (await product.As(LocalPeople.RitaOkafor)).Get("handoffs?view=Overdue")).Refused(403, "administrators-only");

    [Fact]
    [Trait("Capability", "C97")]
    public async Task An_administrator_passes_all_that_waits_for_one_on_and_hears_of_each()
    {
        Run theirs = await Run.InReview(product);
        Session amara = theirs.Author;
        Session rita = theirs.Reviewer;
        Session jonas = await product.As(LocalPeople.JonasLindqvist);
        Run both = await Run.Started(product, amara, rita, Run.Email);
        await both.Drafted();
        (await rita.PassOn(both.Id, jonas.PersonId)).Ok();
        Run untouched = await Run.Started(product, amara, rita);
        Guid twoReviewers = (await amara.Start(Run.Email, await Run.Record(amara, Run.Email), rita.PersonId, jonas.PersonId)).As<HandoffView>().Id;
        (await amara.Draft(twoReviewers)).Ok();

        Session teodor = await product.As(LocalPeople.TeodorIvanov);
        object request = new { from = rita.PersonId, to = jonas.PersonId, reason = "Left." };
        IReadOnlyList<ReassignedReview> answer = (await teodor.Post("reviews/reassignment", request)).As<Reassignment>().Items;
        // A mail is due before a report.
        Assert.Equal([(twoReviewers, false, "already-a-reviewer"), (theirs.Id, true, null)], answer.Select(item => (item.Id, item.Done, item.Code)));
        Assert.Equal("Teodor Ivanov", Assert.Single((await theirs.Look()).Delegations).By.Name);
        Assert.Equal(["Rita Okafor"], (await untouched.Look()).Reviewers.Select(person => person.Name));
        Assert.Equal([twoReviewers], (await teodor.Post("reviews/reassignment", request)).As<Reassignment>().Items.Select(item => item.Id));
    }

    [Fact]
    [Trait("Capability", "C97")]
    public async Task An_administrator_passes_one_review_on_and_leaves_the_others()
    {
        Run one = await Run.InReview(product);
        Run other = await Run.InReview(product);
        Session teodor = await product.As(LocalPeople.TeodorIvanov);
        object request = new { from = one.Reviewer.PersonId, to = LocalPeople.JonasLindqvist.Id, reason = "On leave.", handoff = one.Id };
        Assert.Equal([(one.Id, true)], (await teodor.Post("reviews/reassignment", request)).As<Reassignment>().Items.Select(item => (item.Id, item.Done)));
        Assert.Equal([one.Reviewer.PersonId], (await other.Look()).Reviewers.Select(person => person.Id));
    }

    [Fact]
    [Trait("Capability", "C97")]
    public async Task A_reassignment_wants_an_administrator_a_reviewer_and_a_reason()
    {
        Session teodor = await product.As(LocalPeople.TeodorIvanov);
        Session rita = await product.As(LocalPeople.RitaOkafor);
        (await rita.Post("reviews/reassignment", new { from = rita.PersonId, to = LocalPeople.JonasLindqvist.Id, reason = "Left." })).Refused(403, "forbidden");
        (await teodor.Post("reviews/reassignment", new { from = rita.PersonId, to = LocalPeople.MeiTanaka.Id, reason = "Left." })).Refused(422, "unknown-reviewer");
        (await teodor.Post("reviews/reassignment", new { from = rita.PersonId, to = LocalPeople.JonasLindqvist.Id, reason = "" })).Refused(422, "reason-missing");
        Assert.Empty((await teodor.Post("reviews/reassignment", new { from = "whoever", to = LocalPeople.JonasLindqvist.Id, reason = "Left." })).As<Reassignment>().Items);
    }

    [Fact]
    [Trait("Capability", "C49")]
    public async Task A_revision_past_the_budget_is_refused_with_the_ways_out_counted_and_flags_the_workflow()
    {
        Run run = await Run.InReview(product);
        (await run.Reviewer.Post($"handoffs/{run.Id}/revision", new { reason = "Shorter." })).Ok();
        (await run.Author.Draft(run.Id)).Ok();
        JsonElement refused = (await run.Reviewer.Post($"handoffs/{run.Id}/revision", new { reason = "Shorter still." })).Refused(409, "loop-budget-spent");
        Assert.Equal(["edit", "manual", "workflow"], refused.GetProperty("waysOut").EnumerateArray().Select(way => way.GetProperty("code").GetString()));
        Assert.Equal(new LoopView(1, 1, 1), (await run.Look()).Loop);
        Assert.Contains(await run.Reviewer.History(run.Id), entry => entry.Kind == HandoffEventKind.RevisionRefused);
        Assert.Equal((new LoopsView(0, 0), null), await Loops(run));

        (await run.Reviewer.Post($"handoffs/{run.Id}/manual", new { reason = "By hand." })).Ok();
        Assert.Equal((new LoopsView(1, 1), WorkflowWarning.BrokenLoop), await Loops(run));
    }

    [Fact]
    [Trait("Capability", "C49")]
    public async Task Whoever_may_not_ask_for_a_revision_is_not_counted()
    {
        Run run = await Run.InReview(product);
        (await run.Author.Post($"handoffs/{run.Id}/revision", new { reason = "Shorter." })).Refused(403, "author-cannot-review");
        Assert.Equal(0, (await run.Look()).Loop.Refused);
    }

    [Fact]
    [Trait("Capability", "C77")]
    public async Task Another_tenants_absences_and_overdue_reviews_are_not_there()
    {
        Session bob = await fixture.Person(Theirs, "bob");
        Session dan = await fixture.Person(Theirs, "dan");
        (await bob.GoAway(fixture.Product.Clock.GetUtcNow(), 3, dan.PersonId)).Ok();
        Session stranger = await fixture.Person(Ours, "eve");
        (await stranger.Get($"people/{bob.PersonId}/absence")).Refused(404, "no-absence");
        Assert.DoesNotContain((await stranger.Get("absences")).As<IReadOnlyList<Absence>>(), absence => absence.Person.Id == bob.PersonId);
        (await stranger.Delete($"people/{bob.PersonId}/absence")).Refused(404, "no-absence");
        (await stranger.Put($"people/{bob.PersonId}/absence", new { from = "2099-01-01", until = "2099-01-02", substitute = stranger.PersonId })).Refused(404, "unknown-person");
        Assert.Equal(["/substitute"], (await stranger.GoAway(fixture.Product.Clock.GetUtcNow(), 3, dan.PersonId)).Pointers("invalid-absence"));
        Assert.Equal(dan.PersonId, (await bob.Get("me/absence")).As<Absence>().Substitute.Id);
        Assert.Empty(await stranger.List(HandoffList.Overdue));
        (await bob.Delete("me/absence")).Ok();
    }

    private static async Task<(LoopsView Loops, WorkflowWarning? Flag)> Loops(Run run)
    {
        WorkflowSummary workflow = (await run.Author.Get("workflows")).As<IReadOnlyList<WorkflowSummary>>().Single(workflow => workflow.Key == run.Workflow);
        return (workflow.Loops, workflow.Flag);
    }

    private static ActionView Action(HandoffView view, UserAction action) => view.Actions.Single(candidate => candidate.Action == action);
}
