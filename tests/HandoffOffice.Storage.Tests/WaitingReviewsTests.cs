using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Storage.Absences;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

[Trait("Capability", "C68")]
public sealed class WaitingReviewsTests : IAsyncLifetime
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Given.Start.UtcDateTime);

    private Database database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await Database.Create();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task What_waits_comes_by_due_time_then_by_stakes()
    {
        Guid later = await InReview(Stakes.High, hours: 1);
        Guid low = await InReview(Stakes.Low);
        Guid high = await InReview(Stakes.High);
        Guid medium = await InReview(Stakes.Medium);
        Assert.Equal([high, medium, low, later], (await Waiting(Given.First)).Select(handoff => handoff.Id));
    }

    [Fact]
    public async Task Who_takes_a_review_over_finds_it_waiting_and_who_passed_it_on_does_not()
    {
        Guid id = await InReview();
        await Done(id, handoff => handoff.Delegate(Given.Third, "On leave.", Given.First, Given.Start.AddHours(1)));
        Assert.Empty(await Waiting(Given.First));
        Assert.Equal([id], (await Waiting(Given.Third)).Select(handoff => handoff.Id));
        Assert.Equal([id], (await Waiting(Given.Second)).Select(handoff => handoff.Id));
        Assert.Equal("On leave.", Assert.Single((await database.Read(id)).Delegations).Reason);
    }

    [Fact]
    public async Task A_review_is_to_be_escalated_from_its_due_time_until_it_is()
    {
        Guid id = await InReview();
        DateTimeOffset due = (await database.Read(id)).DueAt!.Value;
        Assert.Empty(await Reviews(reviews => reviews.ToEscalate(due.AddTicks(-1), Cancellation)));
        Assert.Equal([id], await Reviews(reviews => reviews.ToEscalate(due, Cancellation)));
        await Done(id, handoff => handoff.Escalate(due));
        Assert.Empty(await Reviews(reviews => reviews.ToEscalate(due, Cancellation)));
        Assert.Equal([id], (await Reviews(reviews => reviews.Escalated(10, Cancellation))).Select(handoff => handoff.Id));
    }

    [Fact]
    public async Task An_approval_is_to_be_ended_from_the_end_of_its_time()
    {
        using Run run = Run.In(HandoffState.Approved);
        await database.Keep(run);
        DateTimeOffset end = run.Handoff.Seal!.Payload.ExpiresAt;
        Assert.Empty(await Reviews(reviews => reviews.ToExpire(end.AddTicks(-1), Cancellation)));
        Assert.Equal([run.Handoff.Id], await Reviews(reviews => reviews.ToExpire(end, Cancellation)));
        await Done(run.Handoff.Id, handoff => handoff.Expire(end));
        Assert.Empty(await Reviews(reviews => reviews.ToExpire(end, Cancellation)));
    }

    /// <summary>As a row was before there was a column for it.</summary>
    [Fact]
    public async Task An_approval_whose_end_no_column_says_is_looked_at()
    {
        using Run run = Run.In(HandoffState.Approved);
        await database.Keep(run);
        await database.Sql("UPDATE Handoffs SET ApprovedUntil = NULL");
        Assert.Equal([run.Handoff.Id], await Reviews(reviews => reviews.ToExpire(run.Now, Cancellation)));
    }

    [Fact]
    [Trait("Capability", "C49")]
    public async Task The_loops_of_a_workflow_are_counted_over_what_is_finished_and_over_the_last_ten_of_it()
    {
        await Finished(loops: 2);
        for (int n = 1; n <= WaitingReviews.Lately; n++)
        {
            await Finished(loops: 1, hours: n);
        }

        await InReview();
        Assert.Equal(new LoopCounts(11, 1, 0), (await Reviews(reviews => reviews.Loops(Cancellation)))["client-note"]);
        await Finished(loops: 2, hours: 20);
        Assert.Equal(new LoopCounts(12, 2, 1), (await Reviews(reviews => reviews.Loops(Cancellation)))["client-note"]);
    }

    [Fact]
    [Trait("Capability", "C97")]
    public async Task An_absence_set_changed_and_lifted_is_in_the_ledger_without_a_handoff()
    {
        Assert.Empty(await Set(Given.First, Given.Second));
        Assert.Empty(await Set(Given.First, Given.Third));
        Assert.Equal(Given.Third.Person, Assert.Single(await Book(book => book.All(Cancellation))).Substitute);
        Assert.NotNull(await Book(book => book.Lift(Given.Tenant, Given.First.Person.Id, Given.First, Given.Start, Cancellation)));
        Assert.Null(await Book(book => book.Lift(Given.Tenant, Given.First.Person.Id, Given.First, Given.Start, Cancellation)));
        List<LedgerEntry> ledger = await database.Ledger();
        Assert.Equal(["AbsenceSet", "AbsenceSet", "AbsenceLifted"], ledger.Select(entry => entry.Kind));
        Assert.All(ledger, entry => Assert.Null(entry.HandoffId));
        Assert.All(ledger, entry => Assert.DoesNotContain(Given.First.Person.Name, entry.Leaf, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Capability", "C97")]
    public async Task Two_people_who_name_each_other_at_once_close_no_circle()
    {
        IReadOnlyList<Problem>[] answers = await Task.WhenAll(Set(Given.First, Given.Second), Set(Given.Second, Given.First));
        Assert.Equal("circle", Assert.Single(answers.SelectMany(problems => problems)).Code);
        Assert.Single(await Book(book => book.All(Cancellation)));
        Assert.Single(await database.Db(db => db.Ledger.AsNoTracking().ToListAsync()));
    }

    private Task<IReadOnlyList<Problem>> Set(Actor who, Actor substitute) => Book(book => book.Set(
        Given.Tenant, new Absence(who.Person, Today, Today.AddDays(3), substitute.Person), who, Given.Start, Cancellation));

    private async Task<Guid> InReview(Stakes stakes = Stakes.Medium, int hours = 0)
    {
        using var run = new Run(stakes, reviewers: stakes == Stakes.High ? 2 : 1);
        run.Wait(TimeSpan.FromHours(hours));
        run.To(HandoffState.InReview);
        await database.Keep(run);
        return run.Handoff.Id;
    }

    private async Task Finished(int loops, int hours = 0)
    {
        using var run = new Run(loopBudget: 1);
        run.Wait(TimeSpan.FromHours(hours));
        run.To(HandoffState.Revising);
        run.Must(HandoffAction.StartDraft);
        run.Must(HandoffAction.CompleteDraft);
        run.Must(HandoffAction.CompleteChecks);
        for (int n = 1; n < loops; n++)
        {
            run.Handoff.RefuseRevision(Given.First, run.Now);
        }

        run.Must(HandoffAction.Reject);
        await database.Keep(run);
    }

    private Task<IReadOnlyList<ListedHandoff>> Waiting(Actor person) => Reviews(reviews => reviews.WaitingFor(person.Person.Id, 100, Cancellation));

    private async Task Done(Guid id, Func<Handoff, Outcome> change) => Assert.Null((await database.Change(id, change)).Error);

    private Task<T> Reviews<T>(Func<WaitingReviews, Task<T>> ask) => database.In(Given.Tenant, scope => ask(scope.GetRequiredService<WaitingReviews>()));

    private Task<T> Book<T>(Func<AbsenceBook, Task<T>> ask) => database.In(Given.Tenant, scope => ask(scope.GetRequiredService<AbsenceBook>()));
}
