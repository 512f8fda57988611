using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Measuring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

/// <summary>What is counted up is, after whatever happened, the plain count over all handoffs.</summary>
[Trait("Capability", "C38")]
public sealed class MeasureBookTests : IAsyncLifetime
{
    private const string Workflow = "client-note";

    private static readonly Actor[] Everybody = [Given.Author, Given.First, Given.First, Given.Second, Given.Administrator, Given.Flow];

    private Database database = null!;

    public async ValueTask InitializeAsync() => database = await Database.Create();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task After_hundreds_of_random_runs_the_cells_are_the_plain_count()
    {
        var chance = new Random(20261129);
        for (int i = 0; i < 200; i++)
        {
            await Live(chance, version: 1 + (i / 100));
            if (i % 80 == 0)
            {
                await IsThePlainCount();
            }
        }

        await IsThePlainCount();
        MeasureCells cells = await Cells();
        foreach (Measure measure in new[] { Measure.Released, Measure.Rejected, Measure.Reverted, Measure.ReleasedSeconds, Measure.ClockWentBack, Measure.InputUntold, Measure.PlantedFound, Measure.Corrected })
        {
            Assert.Contains(cells.Bins, cell => cell.Measure == measure);
        }

        IReadOnlyList<BinCell> before = cells.Bins;
        await database.In(Given.Tenant, async scope =>
        {
            await scope.GetRequiredService<MeasureBook>().Rebuild(Given.Tenant, default);
            return true;
        });
        Assert.Equal(before, (await Cells()).Bins);
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_none_of_each_others_runs()
    {
        Run[] runs = [.. Enumerable.Range(0, 24).Select(_ => Run.In(HandoffState.InReview))];
        await Task.WhenAll(runs.Select(run => Task.Run(async () =>
        {
            await database.Keep(run);
            // The same handoff from two sides at once: one of the two ends it.
            await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => database.Change(run.Handoff.Id, handoff => handoff.Reject("Wrong client.", Given.First, run.Now))));
        })));
        await IsThePlainCount();
        MeasureCells cells = await Cells();
        Assert.Equal([(Measure.Started, 24), (Measure.Rejected, 24)], new[] { Measure.Started, Measure.Rejected }.Select(measure => (measure, cells.Bins.Where(cell => cell.Measure == measure).Sum(cell => cell.Count))));
    }

    [Fact]
    public async Task No_run_is_an_empty_book_and_one_run_a_book_of_one()
    {
        Assert.Empty((await Cells()).Bins);
        using Run run = Run.In(HandoffState.Released);
        await database.Keep(run);
        await IsThePlainCount();
        Assert.Equal(1, (await Cells()).Bins.Single(cell => cell.Measure == Measure.Released).Count);
        Assert.Empty((await database.In("another-tenant", scope => scope.GetRequiredService<MeasureBook>().Of(Workflow, default))).Bins);
    }

    [Fact]
    public async Task An_open_run_that_is_looked_at_is_not_counted_again()
    {
        using Run run = Run.In(HandoffState.InReview);
        await database.Keep(run);
        MeasureCells before = await Cells();
        await database.Change(run.Handoff.Id, handoff => handoff.View(1, TimeSpan.FromSeconds(20), ["s1"], Given.First, run.Now.AddMinutes(1)));
        Assert.Equal(before.Bins, (await Cells()).Bins);
    }

    [Fact]
    [Trait("Capability", "C41")]
    public async Task An_outcome_after_the_release_moves_the_run_it_is_about()
    {
        using Run run = Run.In(HandoffState.Released);
        await database.Keep(run);
        Assert.Contains((await Cells()).Bins, cell => cell.Measure == Measure.OutputsClean);
        run.Handoff = await database.Read(run.Handoff.Id);
        await database.Change(run.Handoff.Id, handoff => handoff.RecordOutcome(
            new OutcomeReport(Reception.Complaint, "Wrong year.", new Catcher(CatcherKind.Nothing)), Given.Author, run.Now));
        await IsThePlainCount();
        Assert.DoesNotContain((await Cells()).Bins, cell => cell.Measure == Measure.OutputsClean);
    }

    [Fact]
    public async Task Handoffs_from_before_they_were_counted_are_counted_at_the_start()
    {
        using Run run = Run.In(HandoffState.Released);
        await database.Keep(run);
        await Forget();
        await database.Restart();
        Assert.NotEmpty(await database.Db(db => db.MeasureBins.ToListAsync()));
        await IsThePlainCount();
    }

    [Fact]
    public async Task Whoever_is_first_to_write_or_to_read_counts_what_was_never_counted()
    {
        using Run first = Run.In(HandoffState.Released);
        await database.Keep(first);
        await Forget();
        using Run second = Run.In(HandoffState.Rejected);
        await database.Keep(second);
        Assert.Equal(2, await database.Db(db => db.MeasureBins.Where(row => row.Measure == Measure.Started).SumAsync(row => row.Count)));
        await Forget();
        await IsThePlainCount();
    }

    [Fact]
    public async Task A_change_that_breaks_counts_nothing()
    {
        using Run run = Run.In(HandoffState.InReview);
        await database.Keep(run);
        MeasureCells before = await Cells();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Store(store => store.Change(run.Handoff.Id, (handoff, _) =>
        {
            handoff.Reject("Wrong client.", Given.First, run.Now);
            throw new InvalidOperationException("The power went.");
        }, default)));
        Assert.Equal(before.Bins, (await Cells()).Bins);
        await IsThePlainCount();
    }

    [Fact]
    public async Task Runs_are_counted_in_the_transaction_of_their_change_only() => await database.Db(async db =>
    {
        using var run = new Run();
        await Assert.ThrowsAsync<InvalidOperationException>(() => new MeasureBook(db).Follow(Given.Tenant, null, RunFacts.Of(run.Handoff), TestContext.Current.CancellationToken));
        return true;
    });

    [Fact]
    [Trait("Capability", "C05")]
    public async Task A_second_loop_counts_as_lately_until_ten_finished_runs_have_come_after_it()
    {
        Task<bool> Lately() => database.In(Given.Tenant, scope => scope.GetRequiredService<WaitingReviews>().IsLoopingLately(Workflow, default));
        Assert.False(await Lately());
        using Run looped = Run.In(HandoffState.Revising);
        looped.To(HandoffState.InReview);
        looped.Handoff.RefuseRevision(Given.First, looped.Now);
        looped.Must(HandoffAction.Reject);
        await database.Keep(looped);
        for (int i = 1; i <= WaitingReviews.Lately; i++)
        {
            Assert.True(await Lately());
            using var run = new Run();
            run.Wait(TimeSpan.FromHours(i));
            run.To(i % 2 == 0 ? HandoffState.Released : HandoffState.Rejected);
            await database.Keep(run);
        }

        Assert.False(await Lately());
    }

    // A run that goes where chance leads it, each step through the store. Now and then the clock goes backwards, and words differ.
    private async Task Live(Random chance, int version)
    {
        Workflow workflow = Given.Workflow(chance.Next(3) == 0 ? Stakes.Low : Stakes.Medium, loopBudget: chance.Next(3), version: version);
        int? input = chance.Next(4) == 0 ? null : chance.Next(1200);
        using var run = new Run(workflow, Given.Record(), Given.Author, [Given.First.Person, Given.Second.Person], inputSeconds: input) { Seeds = chance.Next(3) == 0 };
        run.Wait(TimeSpan.FromDays(chance.Next(60)));
        await database.Keep(run);
        HandoffState[] goals = [HandoffState.InReview, HandoffState.Approved, HandoffState.Released, HandoffState.Released, HandoffState.Rejected, HandoffState.RevertedToManual];
        HandoffState goal = goals[chance.Next(goals.Length)];
        for (int step = 0; step < 30 && run.Handoff.State != goal; step++)
        {
            run.Wait(TimeSpan.FromMinutes(chance.Next(12) == 0 ? -90 : chance.Next(30)));
            await Step(run, Next(run.Handoff, goal, chance), chance);
        }

        if (run.Handoff.State == HandoffState.Released && chance.Next(2) == 0)
        {
            var report = new OutcomeReport((Reception)chance.Next(3), "Not so.", new Catcher(CatcherKind.Nothing));
            await Through(run, handoff => handoff.RecordOutcome(report.IsError ? report : new OutcomeReport(Reception.Accepted), Given.Author, run.Now));
        }
    }

    private static HandoffAction Next(Handoff handoff, HandoffState goal, Random chance) => handoff.State switch
    {
        HandoffState.Intake or HandoffState.Failed or HandoffState.Revising => HandoffAction.StartDraft,
        HandoffState.Drafting => chance.Next(6) == 0 ? HandoffAction.FailDraft : HandoffAction.CompleteDraft,
        HandoffState.Checking => HandoffAction.CompleteChecks,
        HandoffState.Approved => chance.Next(5) == 0 ? HandoffAction.VoidApproval : HandoffAction.Release,
        HandoffState.InReview => (goal, chance.Next(7)) switch
        {
            (HandoffState.Rejected, > 3) => HandoffAction.Reject,
            (HandoffState.RevertedToManual, > 3) => HandoffAction.RevertToManual,
            (_, 0) => HandoffAction.Revise,
            (_, 1) => HandoffAction.View,
            (_, 2) => HandoffAction.Decide,
            (_, 3) => handoff.Changes.Any(change => change.Decision == Decision.Undecided) ? HandoffAction.Decide : HandoffAction.BreakGlass,
            (_, 4) => HandoffAction.Decide,
            (_, 5) => HandoffAction.Attest,
            _ => HandoffAction.Sign,
        },
        _ => HandoffAction.RecordOutcome,
    };

    private Task Step(Run run, HandoffAction action, Random chance)
    {
        Actor? who = action == HandoffAction.BreakGlass ? Given.Administrator : chance.Next(9) == 0 ? Everybody[chance.Next(Everybody.Length)] : null;
        return Through(run, _ => action switch
        {
            HandoffAction.Decide when chance.Next(2) == 0 => run.Decide(who ?? Given.First, new Change($"s{chance.Next(1, 4)}", (Decision)chance.Next(4), "The warehouse stands in Bremen now.")),
            HandoffAction.Revise when run.Handoff.LoopsUsed >= run.Workflow.Gate.LoopBudget => run.Handoff.RefuseRevision(Given.First, run.Now),
            _ => run.Do(action, who),
        });
    }

    private async Task Through(Run run, Func<Handoff, Outcome> step)
    {
        await database.Change(run.Handoff.Id, handoff =>
        {
            run.Handoff = handoff;
            return step(handoff);
        });
        run.Handoff = await database.Read(run.Handoff.Id);
    }

    private async Task IsThePlainCount()
    {
        List<Handoff> all = await database.Db(db => db.Handoffs.AsNoTracking().ToListAsync());
        var plain = MeasureCells.Of(all.Select(RunFacts.Of));
        MeasureCells cells = await Cells();
        Assert.Equal(plain.Bins, cells.Bins);
        Assert.Equal(plain.Weeks, cells.Weeks);
        Assert.Equal(CatchRate.Of(all.SelectMany(handoff => handoff.Seeded)), await database.In(Given.Tenant, scope => scope.GetRequiredService<MeasureBook>().Caught(Workflow, default)));
    }

    private Task<MeasureCells> Cells() => database.In(Given.Tenant, scope => scope.GetRequiredService<MeasureBook>().Of(Workflow, default));

    private async Task Forget()
    {
        await database.Sql("DELETE FROM MeasureBins");
        await database.Sql("DELETE FROM MeasureWeeks");
        await database.Sql("DELETE FROM MeasureForms");
    }
}
