using HandoffOffice.Domain;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Design;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Domain.Training;
using HandoffOffice.Storage.Absences;
using HandoffOffice.Storage.Journeys;
using HandoffOffice.Storage.Keys;
using HandoffOffice.Storage.Ledger;
using HandoffOffice.Storage.Measuring;
using HandoffOffice.Storage.Stops;
using HandoffOffice.Storage.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

/// <summary>Several do the same at once, each over a connection of its own: nothing is lost, and nothing is there twice. SQLite has one writer; PostgreSQL has locks.</summary>
[Trait("Capability", "C79")]
public sealed class AtOnceTests : IAsyncLifetime
{
    private const int Many = 8;

    private static readonly Person Designer = Given.First.Person;

    private Database database = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await Database.Create();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Changes_of_one_handoff_come_one_after_the_other()
    {
        using var run = new Run();
        await database.Keep(run);
        await AtOnce(n => database.Change(run.Handoff.Id, handoff => handoff.UseDocument(Sha256Digest.Of($"document {n}"), new ExistingText([]), Given.Author, run.Now)));
        Assert.Equal((Many, Many + 1), ((await database.Read(run.Handoff.Id)).Revision - run.Handoff.Revision, (await database.Ledger()).Count));
    }

    [Fact]
    public async Task Handoffs_that_start_at_once_take_one_place_each_in_the_ledger_and_in_the_counts()
    {
        Run[] runs = [.. Enumerable.Range(0, Many).Select(_ => new Run())];
        await AtOnce(n => database.Keep(runs[n]));
        Array.ForEach(runs, run => run.Dispose());
        await LedgerIsWhole(Many);

        MeasureCells counted = await Measures(book => book.Of("client-note", Cancel));
        await Measures(async book =>
        {
            await book.Rebuild(Given.Tenant, Cancel);
            return true;
        });
        Assert.Equal((await Measures(book => book.Of("client-note", Cancel))).Bins, counted.Bins);
    }

    [Fact]
    public async Task A_key_is_remembered_for_one_of_two_handoffs()
    {
        Run[] runs = [new Run(), new Run()];
        await database.Keep(runs[0]);
        await database.Keep(runs[1]);
        bool[] kept = await Task.WhenAll(runs.Select(run => Task.Run(() => Remember(run), Cancel)));
        Array.ForEach(runs, run => run.Dispose());
        Assert.Single(kept, done => done);
        Assert.Equal(1, await database.Db(db => db.Idempotency.CountAsync(Cancel)));
        await LedgerIsWhole(3);
    }

    [Fact]
    public async Task Tenants_do_not_wait_for_each_other_and_lose_nothing()
    {
        Run[] runs = [.. Enumerable.Range(0, Many).Select(n => new Run(Given.Workflow(), Given.Record(), Given.Author, [Given.First.Person], $"tenant-{n % 2}"))];
        await AtOnce(n => database.Keep(runs[n]));
        Array.ForEach(runs, run => run.Dispose());
        Assert.Equal([.. Positions("tenant-0"), .. Positions("tenant-1")], (await database.Ledger()).Select(entry => (entry.TenantId, entry.Sequence)));
    }

    [Fact]
    public async Task Each_new_key_takes_over_from_the_one_before()
    {
        await AtOnce(_ => database.In(Given.Tenant, scope => scope.GetRequiredService<KeyRotation>().Rotate(Given.Tenant, Given.Administrator, Cancel)));
        Assert.Equal(Enumerable.Range(1, Many + 1), await database.Db(db => db.SealKeys.OrderBy(key => key.Number).Select(key => key.Number).ToListAsync(Cancel)));
        IReadOnlyList<SignedKeyHandover> handovers = await database.In(null, scope => scope.GetRequiredService<SealKeyRing>().Handovers(Cancel));
        Assert.Equal(handovers.Skip(1).Select(next => next.Handover.FromKeyId), handovers.SkipLast(1).Select(before => before.Handover.KeyId));
        await LedgerIsWhole(Many);
    }

    [Fact]
    public async Task A_journey_begins_once_and_takes_each_step()
    {
        (Journey journey, Outcome begun) = Journey.Begin("client-note", "Client note", Designer, Given.Start);
        bool[] added = await AtOnce(_ => Journeys(book => book.Add(Given.Tenant, journey, begun, Cancel)));
        Assert.Single(added, done => done);
        await AtOnce(n => Journeys(book => book.Change(
            Given.Tenant, "client-note", one => one.DrawMap(WorkedExample.Map with { Subjects = n + 1 }, Designer, Given.Start), Cancel)));
        Assert.Equal(Many + 1, (await Journeys(book => book.Find("client-note", Cancel)))!.Value.Revision);
        await LedgerIsWhole(Many + 1);
    }

    [Fact]
    public async Task A_practice_begins_once()
    {
        Practice[] begun = await AtOnce(_ => database.In(Given.Tenant, scope => scope.GetRequiredService<TrainingBook>().Begin(Given.Tenant, Practised(), Cancel)));
        Assert.Single(begun.Select(practice => practice.Id).Distinct());
        Assert.Equal(1, await database.Db(db => db.Practices.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Two_absences_close_no_circle()
    {
        Person[] people = [Given.First.Person, Given.Second.Person];
        IReadOnlyList<Problem>[] problems = await Task.WhenAll(Enumerable.Range(0, 2).Select(n => Task.Run(() => Away(people[n], people[1 - n]), Cancel)));
        Assert.Equal(["circle"], problems.SelectMany(some => some).Select(problem => problem.Code));
        await LedgerIsWhole(1);
    }

    [Fact]
    public async Task Nothing_is_in_the_ledger_after_a_stop_that_did_not_see_it()
    {
        Run[] runs = [.. Enumerable.Range(0, Many).Select(_ => new Run())];
        foreach (Run run in runs)
        {
            await database.Keep(run);
        }

        await AtOnce(n => n == 0 ? Stop() : StartUnlessStopped(runs[n]));
        Array.ForEach(runs, run => run.Dispose());
        Assert.Equal("StopSet", (await database.Ledger())[^1].Kind);
    }

    [Fact]
    public async Task Locks_are_held_for_a_transaction_and_taken_in_their_order()
    {
        await database.Db(async db =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.Hold(WriteLock.Ledger(Given.Tenant), Cancel));
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await db.Hold(WriteLock.Handoff(Guid.Empty), Cancel);
            await db.Hold(WriteLock.Ledger(Given.Tenant), Cancel);
            await db.Hold(WriteLock.Handoff(Guid.Empty), Cancel);
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.Hold(WriteLock.Handoff(Guid.NewGuid()), Cancel));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.Hold(WriteLock.Stops(Given.Tenant), Cancel));
            return true;
        });
        await database.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await db.Hold(WriteLock.Ledger(Given.Tenant), Cancel);
            return true;
        });
    }

    // Each on a thread of its own, so that they meet.
    private static Task<T[]> AtOnce<T>(Func<int, Task<T>> work) => Task.WhenAll(Enumerable.Range(0, Many).Select(n => Task.Run(() => work(n), Cancel)));

    private static Task AtOnce(Func<int, Task> work) => AtOnce(async n =>
    {
        await work(n);
        return true;
    });

    private static IEnumerable<(string, long)> Positions(string tenant) => Enumerable.Range(0, Many / 2).Select(n => (tenant, (long)n));

    private static Practice Practised() => new()
    {
        Id = Guid.CreateVersion7(),
        Workflow = "client-note",
        Version = 1,
        Basis = Sha256Digest.Of("basis"),
        Trainee = Given.First.Person,
        Example = 0,
        Sentences = [new PracticeSentence("s1", 0, "The warehouse stands in Bremerhaven.", [])],
        StartedAt = Given.Start,
    };

    private async Task LedgerIsWhole(int entries)
    {
        string export = await database.In(Given.Tenant, async scope =>
            string.Join('\n', await scope.GetRequiredService<LedgerReader>().Export(Given.Tenant, Cancel).ToListAsync(Cancel)));
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(export));
        LedgerReport report = LedgerVerification.Of(stream, []);
        Assert.Equal((0, entries), (report.Faults.Count, report.Entries));
    }

    private async Task<bool> Remember(Run run)
    {
        try
        {
            await database.Store(store => store.Change(run.Handoff.Id, (handoff, files) =>
            {
                files.RememberKey("release", "key", $"{handoff.Id}", run.Now);
                return Task.FromResult(handoff.UseDocument(Sha256Digest.Of("document"), new ExistingText([]), Given.Author, run.Now));
            }, Cancel));
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    private Task<IReadOnlyList<Problem>> Away(Person person, Person substitute) => database.In(Given.Tenant, scope => scope.GetRequiredService<AbsenceBook>().Set(
        Given.Tenant, new Absence(person, new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 4), substitute), Given.Administrator, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), Cancel));

    private Task Stop() => database.In(Given.Tenant, async scope =>
    {
        await scope.GetRequiredService<StopSwitch>().Set(Given.Tenant, new StopOrder(Guid.NewGuid(), StopScope.Everything, null, "An incident.", Given.Administrator.Person, Given.Start), Cancel);
        return true;
    });

    private Task StartUnlessStopped(Run run) => database.In(Given.Tenant, async scope =>
    {
        StopSwitch stops = scope.GetRequiredService<StopSwitch>();
        return await scope.GetRequiredService<Handoffs.HandoffStore>().Change(run.Handoff.Id, async (handoff, _) =>
        {
            Stopped? stopped = await stops.Covering(handoff, Cancel);
            // Long enough for the stop to come between what was seen and what is done of it.
            await Task.Delay(50, Cancel);
            return stopped is not null ? stopped : handoff.StartDraft(Given.Author, run.Now);
        }, Cancel);
    });

    private Task<T> Journeys<T>(Func<JourneyBook, Task<T>> work) => database.In(Given.Tenant, scope => work(scope.GetRequiredService<JourneyBook>()));

    private Task<T> Measures<T>(Func<MeasureBook, Task<T>> work) => database.In(Given.Tenant, scope => work(scope.GetRequiredService<MeasureBook>()));
}
