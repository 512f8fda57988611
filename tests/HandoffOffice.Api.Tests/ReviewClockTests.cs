using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Reviewing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>What time does to reviews (DESIGN rule 5): it escalates, ends and passes on, and never approves.</summary>
[Trait("Capability", "C97")]
public sealed class ReviewClockTests : IAsyncDisposable
{
    private readonly Product product = Product.Start();

    public ValueTask DisposeAsync() => product.DisposeAsync();

    [Fact]
    [Trait("Capability", "C68")]
    public async Task An_overdue_review_is_escalated_once_and_an_administrator_sees_it()
    {
        Run run = await Run.ReadyToSign(product);
        await Sweep();
        Assert.DoesNotContain("Escalated", await Kinds(run));

        await Due(run);
        await Sweep();
        await Sweep();
        Session rita = await product.As(LocalPeople.RitaOkafor);
        Assert.Single(await Kinds(run), kind => kind == "Escalated");
        Assert.Equal(HandoffState.InReview, (await rita.Look(run.Id)).State);
        HandoffSummary overdue = Assert.Single(await (await product.As(LocalPeople.TeodorIvanov)).List(HandoffList.Overdue));
        Assert.Equal((run.Id, true, true), (overdue.Id, overdue.Overdue, overdue.EscalatedAt is not null));
        (await rita.Sign(run.Id)).Ok();
        Assert.Empty(await (await product.As(LocalPeople.TeodorIvanov)).List(HandoffList.Overdue));
    }

    [Fact]
    public async Task An_approval_that_is_over_is_ended_by_the_software()
    {
        Run run = await Run.Approved(product);
        product.Clock.Advance((await run.Look()).Seal!.ExpiresAt - product.Clock.GetUtcNow());
        await Sweep();
        Session amara = await product.As(LocalPeople.AmaraOsei);
        HandoffView view = await amara.Look(run.Id);
        Assert.Equal((HandoffState.InReview, null), (view.State, view.Seal));
        Assert.True(view.DueAt > product.Clock.GetUtcNow());
        Assert.Contains(await amara.History(run.Id), entry => entry is { Kind: HandoffEventKind.ApprovalVoided, Actor.Name: "HandoffOffice" });
        (await amara.Release(run.Id)).Refused(409, "action-not-possible");
    }

    [Fact]
    public async Task What_waits_for_somebody_who_goes_away_is_passed_on_to_who_stands_in()
    {
        Run run = await Run.InReview(product);
        (await run.Reviewer.GoAway(product.Clock.GetUtcNow().AddDays(1), 3, LocalPeople.JonasLindqvist.Id)).Ok();
        await Sweep();
        Assert.Equal(["Rita Okafor"], await Reviewers(run));

        product.Clock.Advance(TimeSpan.FromDays(1));
        await Sweep();
        Assert.Equal(["Jonas Lindqvist"], await Reviewers(run));
        Delegation passed = Assert.Single((await (await product.As(LocalPeople.JonasLindqvist)).Look(run.Id)).Delegations);
        Assert.Equal(("absence", "HandoffOffice"), (passed.Reason, passed.By.Name));
    }

    [Fact]
    public async Task What_nobody_may_take_over_goes_on_waiting_and_is_escalated()
    {
        Run run = await Run.InReview(product);
        (await run.Reviewer.GoAway(product.Clock.GetUtcNow(), 30, run.Author.PersonId)).Ok();
        await Due(run);
        await Sweep();
        Assert.Equal(["Rita Okafor"], await Reviewers(run));
        Assert.Contains("Escalated", await Kinds(run));
        product.ExpectNoFault();
    }

    [Fact]
    public async Task A_reviewer_who_is_away_is_replaced_at_the_start_over_several_hops()
    {
        Session amara = await product.As(LocalPeople.AmaraOsei);
        Session rita = await product.As(LocalPeople.RitaOkafor);
        (await rita.GoAway(product.Clock.GetUtcNow(), 3, LocalPeople.JonasLindqvist.Id)).Ok();
        Run run = await Run.Started(product, amara, rita);
        Assert.Equal(["Jonas Lindqvist"], await Reviewers(run));
        Assert.Equal(["Started", "Reassigned"], await Kinds(run));

        Session jonas = await product.As(LocalPeople.JonasLindqvist);
        (await jonas.GoAway(product.Clock.GetUtcNow(), 3, rita.PersonId)).Pointers("invalid-absence");
        (await jonas.GoAway(product.Clock.GetUtcNow(), 3, amara.PersonId)).Ok();
        Answer refused = await amara.Start(Run.StatusReport, await Run.Record(amara), rita.PersonId);
        Assert.Equal(["/reviewers/0"], refused.Pointers("invalid-record"));
        Assert.Contains("Amara Osei, who stands in, is the author.", refused.Text, StringComparison.Ordinal);
        (await run.Reviewer.PassOn(run.Id, jonas.PersonId)).Refused(409, "action-not-possible");
    }

    [Fact]
    public async Task Where_the_stand_in_is_named_as_well_the_problem_says_so()
    {
        Session amara = await product.As(LocalPeople.AmaraOsei);
        (await (await product.As(LocalPeople.RitaOkafor)).GoAway(product.Clock.GetUtcNow(), 3, LocalPeople.JonasLindqvist.Id)).Ok();
        Answer refused = await amara.Start(Run.StatusReport, await Run.Record(amara), LocalPeople.JonasLindqvist.Id, LocalPeople.RitaOkafor.Id);
        Assert.Equal(["/reviewers/1"], refused.Pointers("invalid-record"));
    }

    [Fact]
    public async Task A_review_is_not_passed_on_to_somebody_who_is_away()
    {
        Run run = await Run.InReview(product);
        (await (await product.As(LocalPeople.JonasLindqvist)).GoAway(product.Clock.GetUtcNow(), 3, LocalPeople.RitaOkafor.Id)).Ok();
        (await run.Reviewer.PassOn(run.Id, LocalPeople.JonasLindqvist.Id)).Refused(422, "reviewer-away");
    }

    [Fact]
    public async Task Everybody_sets_reads_and_lifts_their_own_absence_and_an_administrator_anybodys()
    {
        Session rita = await product.As(LocalPeople.RitaOkafor);
        Session teodor = await product.As(LocalPeople.TeodorIvanov);
        (await rita.Get("me/absence")).Refused(404, "no-absence");
        (await rita.GoAway(product.Clock.GetUtcNow(), 3, LocalPeople.JonasLindqvist.Id)).Ok();
        Assert.Equal("Jonas Lindqvist", (await teodor.Get($"people/{rita.PersonId}/absence")).As<Absence>().Substitute.Name);
        (await rita.Get($"people/{rita.PersonId}/absence")).Refused(403, "forbidden");
        Assert.Equal(["Rita Okafor"], (await teodor.Get("absences")).As<IReadOnlyList<Absence>>().Select(absence => absence.Person.Name));
        (await rita.Get("absences")).Refused(403, "forbidden");
        (await teodor.Delete($"people/{rita.PersonId.ToUpperInvariant()}/absence")).Ok();
        (await rita.Delete("me/absence")).Refused(404, "no-absence");
        (await teodor.Put($"people/{rita.PersonId}/absence", new { from = "2099-01-02", until = "2099-01-01", substitute = rita.PersonId })).Pointers("invalid-absence");
        Assert.Equal(
            ["AbsenceSet", "AbsenceLifted"], product.Query("SELECT Kind FROM Ledger WHERE HandoffId IS NULL ORDER BY Sequence").Cast<string>());
    }

    [Fact]
    public async Task An_absence_that_is_over_is_listed_no_more()
    {
        (await (await product.As(LocalPeople.RitaOkafor)).GoAway(product.Clock.GetUtcNow(), 2, LocalPeople.JonasLindqvist.Id)).Ok();
        Session teodor = await product.As(LocalPeople.TeodorIvanov);
        Assert.Single((await teodor.Get("absences")).As<IReadOnlyList<Absence>>());
        product.Clock.Advance(TimeSpan.FromDays(3));
        teodor = await product.As(LocalPeople.TeodorIvanov);
        Assert.Empty((await teodor.Get("absences")).As<IReadOnlyList<Absence>>());
    }

    [Theory]
    [InlineData("""{"from":"2026-02-30","until":"2026-03-01","substitute":"x"}""")]
    [InlineData("""{"from":"yesterday","until":"2026-03-01","substitute":"x"}""")]
    [InlineData("""{"until":"2026-03-01","substitute":"x"}""")]
    public async Task A_date_that_is_none_gets_a_clear_answer(string body)
    {
        Answer refused = await (await product.As(LocalPeople.RitaOkafor)).Send(HttpMethod.Put, "me/absence", Session.Text(body));
        Assert.Equal((400, "application/problem+json"), ((int)refused.Status, refused.MediaType));
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_do_everything_once()
    {
        Run overdue = await Run.InReview(product);
        Run approved = await Run.Approved(product, Run.Email);
        product.Clock.Advance((await approved.Look()).Seal!.ExpiresAt - product.Clock.GetUtcNow());
        ReviewClock[] nodes = [.. Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<ReviewClock>(product.Services))];
        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Sweep(TestContext.Current.CancellationToken))));
        Assert.Single(await Kinds(overdue), kind => kind == "Escalated");
        Assert.Single(await Kinds(approved), kind => kind == "ApprovalVoided");
        product.ExpectNoFault();
    }

    [Fact]
    public async Task When_one_handoff_breaks_the_others_go_on_and_the_log_says_so()
    {
        Run broken = await Run.InReview(product);
        Run sound = await Run.InReview(product);
        await Due(sound);
        product.Sql("UPDATE Handoffs SET Reviewers = 'nonsense' WHERE Id = @id", ("@id", broken.Id));
        await Sweep();
        Assert.Contains("Escalated", await Kinds(sound));
        Assert.Contains(product.Faults, fault => fault.Contains($"{broken.Id}", StringComparison.Ordinal));
    }

    private Task Sweep() => product.Services.GetRequiredService<ReviewClock>().Sweep(TestContext.Current.CancellationToken);

    private async Task Due(Run run) => product.Clock.Advance((await run.Look()).DueAt!.Value - product.Clock.GetUtcNow());

    private async Task<IEnumerable<string>> Kinds(Run run) => (await (await product.As(LocalPeople.RitaOkafor)).History(run.Id)).Select(entry => $"{entry.Kind}");

    private async Task<IEnumerable<string>> Reviewers(Run run) =>
        (await (await product.As(LocalPeople.RitaOkafor)).Look(run.Id)).Reviewers.Select(person => person.Name);
}
