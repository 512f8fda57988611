using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Domain.Tests.Design;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Storage.Journeys;
using HandoffOffice.Storage.Ledger;
using HandoffOffice.Storage.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

[Trait("Capability", "C35")]
public sealed class JourneyBookTests : IAsyncLifetime
{
    private static readonly Person Designer = Given.First.Person;

    private Database database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await Database.Create();
        (Journey journey, Outcome begun) = Journey.Begin("client-note", "Client note", Designer, Given.Start);
        Assert.True(await Book(book => book.Add(Given.Tenant, journey, begun, Cancel)));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_journey_reads_back_as_it_was_written()
    {
        await Step(journey => journey.DrawMap(WorkedExample.Map, Designer, Given.Start));
        await Step(journey => journey.Answer(WorkedExample.Answers, Designer, Given.Start));
        await Step(journey => journey.Compare([WorkedExample.Draft, WorkedExample.Surface], Designer, Given.Start));
        await Step(journey => journey.Choose(new Choice("draft", "It saves more.", Designer, Given.Start), Designer, Given.Start));
        (Journey read, int revision) = (await Book(book => book.Find("client-note", Cancel)))!.Value;
        Assert.Equal((5, 520m, WorkedExample.Answers, "draft"), (revision, read.Map!.MinutesAMonth.Value, read.Answers, read.Choice!.OptionId));
        Assert.Equal([40m, 20m], read.Options.Select(option => OpportunityPlan.MinutesARun(read.Map, option)).Select(minutes => read.Map.MinutesARun - minutes));
    }

    [Fact]
    public async Task A_refused_step_leaves_no_trace()
    {
        long entries = await Entries();
        (_, HandoffError? error) = await Step(journey => journey.EndPilot("Early.", Designer, Given.Start));
        Assert.IsType<NoPilot>(error);
        Assert.Equal((1, entries), ((await Book(book => book.Find("client-note", Cancel)))!.Value.Revision, await Entries()));
    }

    [Fact]
    public async Task A_version_is_stored_with_the_step_that_adds_it_or_not_at_all()
    {
        await Add(Given.Workflow(version: 2));
        Assert.Null(await Stored(2));
        await Add(Given.Workflow());
        Assert.NotNull(await Stored(1));
    }

    [Fact]
    public async Task Who_saw_an_older_revision_changes_nothing()
    {
        await Step(journey => journey.DrawMap(WorkedExample.Map, Designer, Given.Start));
        (_, HandoffError? error) = await Book(book => book.Change(
            Given.Tenant, "client-note", journey => journey.DrawMap(WorkedExample.Map with { Subjects = 9 }, Designer, Given.Start), Cancel, revision: 1));
        Assert.Equal(new JourneyMoved(2), error);
        Assert.Equal(4, (await Book(book => book.Find("client-note", Cancel)))!.Value.Journey.Map!.Subjects);
    }

    [Fact]
    public async Task Workflows_without_a_journey_get_one_once()
    {
        Workflow other = Given.Workflow(key: "other-note");
        foreach (int _ in new[] { 1, 2 })
        {
            Assert.True(await Book(async book =>
            {
                await book.Adopt(Given.Tenant, [Given.Workflow(), other], Cancel);
                return true;
            }));
        }

        Assert.Equal([null, 1], (await Book(book => book.All(Cancel))).OrderBy(row => row.Journey.Key, StringComparer.Ordinal).Select(row => row.Journey.Live));
    }

    [Fact]
    [Trait("Capability", "C36")]
    public async Task The_journal_is_newest_first_and_of_one_workflow()
    {
        for (int minute = 0; minute < 3; minute++)
        {
            await Note("client-note", minute);
        }

        await Note("other-note", 9);
        Assert.Equal([2, 1, 0], (await Book(book => book.Journal("client-note", Cancel))).Select(entry => entry.At.Minute - Given.Start.Minute));
    }

    private Task<bool> Note(string workflow, int minute) => Book(async book =>
    {
        DateTimeOffset at = Given.Start.AddMinutes(minute);
        await book.Note(Given.Tenant, new JournalEntry(Guid.CreateVersion7(at), workflow, 1, JournalKind.Slow, JournalStep.Review, null, null, Designer, at), Cancel);
        return true;
    });

    private Task<(Journey?, HandoffError?)> Add(Workflow workflow) => Book(book => book.Change(
        Given.Tenant, "client-note", journey => journey.AddVersion(workflow, null, null, [], Designer, Given.Start), Cancel, adds: book.Version(Given.Tenant, workflow)));

    private Task<(Journey?, HandoffError?)> Step(Func<Journey, (Journey, Outcome)> step) => Book(book => book.Change(Given.Tenant, "client-note", step, Cancel));

    private Task<Workflow?> Stored(int version) =>
        database.In(Given.Tenant, scope => scope.GetRequiredService<WorkflowCatalog>().Find("client-note", version, Cancel));

    private Task<long> Entries() => database.Db(db => db.Set<LedgerEntry>().LongCountAsync(Cancel));

    private Task<T> Book<T>(Func<JourneyBook, Task<T>> work) => database.In(Given.Tenant, scope => work(scope.GetRequiredService<JourneyBook>()));
}
