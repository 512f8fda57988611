using System.Data.Common;
using System.Reflection;
using System.Text.Json;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Storage.Absences;
using HandoffOffice.Storage.Exporting;
using HandoffOffice.Storage.Fleet;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Journeys;
using HandoffOffice.Storage.Ledger;
using HandoffOffice.Storage.Measuring;
using HandoffOffice.Storage.Stops;
using HandoffOffice.Storage.Training;
using HandoffOffice.Storage.Webhooks;
using HandoffOffice.Storage.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace HandoffOffice.Storage.Tests;

/// <summary>Every list comes from an index, on either database: its plan says so, and none reads a table from one end to the other.</summary>
[Trait("Capability", "C79")]
public sealed class ListPlansTests : IAsyncLifetime
{
    private const string Workflow = "client-note";
    private const string Person = "oid-first";
    private const int Most = 50;

    private static readonly Guid Id = Guid.Parse("0198c0de-0000-7000-8000-000000000001");
    private static readonly Sha256Digest Basis = Sha256Digest.Of("basis");

    private static readonly IReadOnlyDictionary<string, Func<IServiceProvider, Task>> Lists = new Dictionary<string, Func<IServiceProvider, Task>>
    {
        ["HandoffStore.List"] = Of<HandoffStore>(store => store.List(Person, null, [], Most, Cancel)),
        ["HandoffStore.List, in some states"] = Of<HandoffStore>(store => store.List(Person, null, [HandoffState.Drafting, HandoffState.InReview], Most, Cancel)),
        ["HandoffStore.List, one's own"] = Of<HandoffStore>(store => store.List(Person, Part.Author, [], Most, Cancel)),
        ["HandoffStore.List, one's own in some states"] = Of<HandoffStore>(store => store.List(Person, Part.Reviewer, [HandoffState.InReview, HandoffState.Approved], Most, Cancel)),
        ["HandoffStore.Cards"] = Of<HandoffStore>(store => store.Cards(Person, Part.Author, Most, Cancel)),
        ["HandoffStore.LastDurations"] = Of<HandoffStore>(store => store.LastDurations(Cancel)),
        ["HandoffStore.Scored"] = Of<HandoffStore>(store => store.Scored(Workflow, Cancel)),
        ["HandoffStore.Escaped"] = Of<HandoffStore>(store => store.Escaped(Workflow, Most, Cancel)),
        ["HandoffStore.LastReviewed"] = Of<HandoffStore>(store => store.LastReviewed(Workflow, Most, Cancel)),
        ["HandoffStore.LastReviewed, of a version"] = Of<HandoffStore>(store => store.LastReviewed(Workflow, Most, Cancel, 1)),
        ["HandoffStore.Released"] = Of<HandoffStore>(store => store.Released(Workflow, 1, Most, Cancel)),
        ["HandoffStore.History"] = Of<HandoffStore>(store => store.History(Id, Cancel)),
        ["HandoffStore.Happened"] = Of<HandoffStore>(store => store.Happened("Released", Most, Cancel)),
        ["WaitingReviews.WaitingFor"] = Of<WaitingReviews>(reviews => reviews.WaitingFor(Person, Most, Cancel)),
        ["WaitingReviews.Escalated"] = Of<WaitingReviews>(reviews => reviews.Escalated(Most, Cancel)),
        ["WaitingReviews.IdsFor"] = Of<WaitingReviews>(reviews => reviews.IdsFor(Person, Cancel)),
        ["WaitingReviews.ToEscalate"] = Of<WaitingReviews>(reviews => reviews.ToEscalate(Given.Start, Cancel)),
        ["WaitingReviews.ToExpire"] = Of<WaitingReviews>(reviews => reviews.ToExpire(Given.Start, Cancel)),
        ["WaitingReviews.Loops"] = Of<WaitingReviews>(reviews => reviews.Loops(Cancel)),
        ["WaitingReviews.IsLoopingLately"] = Of<WaitingReviews>(reviews => reviews.IsLoopingLately(Workflow, Cancel)),
        ["MeasureBook.Of"] = Of<MeasureBook>(book => book.Of(Workflow, Cancel)),
        ["MeasureBook.Totals"] = Of<MeasureBook>(book => book.Totals(Cancel)),
        ["MeasureBook.Caught"] = Of<MeasureBook>(book => book.Caught(Workflow, Cancel)),
        ["LedgerReader.Inclusion"] = Of<LedgerReader>(reader => reader.Inclusion(Given.Tenant, 3, Cancel)),
        ["LedgerReader.Consistency"] = Of<LedgerReader>(reader => reader.Consistency(Given.Tenant, 3, Cancel)),
        ["LedgerReader.Export"] = Of<LedgerReader>(reader => reader.Export(Given.Tenant, Cancel).ToListAsync(Cancel).AsTask()),
        ["LedgerReader.Page"] = Of<LedgerReader>(reader => reader.Page(Given.Tenant, 1, Most, Cancel)),
        ["NoticeBook.Due"] = Of<NoticeBook>(book => book.Due([Id], Most, Cancel)),
        ["NoticeBook.Take"] = Of<NoticeBook>(book => book.Take(Id, Most, "holder", TimeSpan.FromMinutes(1), Cancel)),
        ["NoticeBook.Dead"] = Of<NoticeBook>(book => book.Dead(Most, Cancel)),
        ["SubscriptionBook.InForce"] = Of<SubscriptionBook>(book => book.InForce(Cancel)),
        ["SubscriptionBook.Waiting"] = Of<SubscriptionBook>(book => book.Waiting(Cancel)),
        ["WorkflowCatalog.Newest"] = Of<WorkflowCatalog>(catalog => catalog.Newest(Cancel)),
        ["WorkflowCatalog.Versions"] = Of<WorkflowCatalog>(catalog => catalog.Versions(Workflow, Cancel)),
        ["JourneyBook.All"] = Of<JourneyBook>(book => book.All(Cancel)),
        ["JourneyBook.Journal"] = Of<JourneyBook>(book => book.Journal(Workflow, Cancel)),
        ["TrainingBook.Of"] = Of<TrainingBook>(book => book.Of(Workflow, Basis, Person, Cancel)),
        ["TrainingBook.Finished"] = Of<TrainingBook>(book => book.Finished(Workflow, Basis, Cancel)),
        ["TrainingBook.Completed"] = Of<TrainingBook>(book => book.Completed(Workflow, Basis, Cancel)),
        ["AbsenceBook.All"] = Of<AbsenceBook>(book => book.All(Cancel)),
        ["FleetBook.All"] = Of<FleetBook>(book => book.All(Cancel)),
        ["FleetBook.Authors"] = Of<FleetBook>(book => book.Authors(Given.Start, Cancel)),
        ["HandoffStore.Touched"] = Of<HandoffStore>(store => store.Touched(Given.Start, Given.Start.AddDays(1), Workflow).ToListAsync(Cancel).AsTask()),
        ["HandoffStore.Touched, all"] = Of<HandoffStore>(store => store.Touched(null, null, null).ToListAsync(Cancel).AsTask()),
        ["PersonsTraces.Parts"] = Of<PersonsTraces>(traces => traces.Parts(Person, Cancel)),
        ["PersonsTraces.Acts"] = Of<PersonsTraces>(traces => traces.Acts(Person, Cancel)),
        ["PersonsTraces.Absences"] = Of<PersonsTraces>(traces => traces.Absences(Given.First.Person, Cancel)),
        ["PersonsTraces.AddIns"] = Of<PersonsTraces>(traces => traces.AddIns(Person, Cancel)),
        ["PersonsTraces.Practices"] = Of<PersonsTraces>(traces => traces.Practices(Person, Cancel)),
        ["PersonsTraces.Trained"] = Of<PersonsTraces>(traces => traces.Trained(Person, Cancel)),
        ["PersonsTraces.Journal"] = Of<PersonsTraces>(traces => traces.Journal(Given.First.Person, Cancel)),
        ["PersonsTraces.Stops"] = Of<PersonsTraces>(traces => traces.Stops(Person, Cancel)),
        ["PersonsTraces.Subscriptions"] = Of<PersonsTraces>(traces => traces.Subscriptions(Person, Cancel)),
        ["StopSwitch.InForce"] = Of<StopSwitch>(stops => stops.InForce(Cancel)),
    };

    // One row a tenant, or a row a key: read whole on purpose, by the keeper of heads and by whoever checks a seal. An archive is all there is.
    private static readonly string[] Whole = ["LedgerReader.Sizes", "ArchiveWriter.Tenants"];

    private readonly Plans plans = new();
    private Database database = null!;

    public static TheoryData<string> Names { get; } = [.. Lists.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await Database.Create(plans);
        for (int number = 0; number < 4; number++)
        {
            using var run = new Run();
            await database.Keep(run);
        }
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_list_reads_no_table_from_one_end_to_the_other(string list)
    {
        IReadOnlyList<string> read = await plans.Of(() => database.In(Given.Tenant, async scope =>
        {
            await Lists[list](scope);
            return true;
        }));
        Assert.NotEmpty(read);
        Assert.DoesNotContain(read, step => step.StartsWith(Plans.WholeTable, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_no_index_helps_is_seen()
    {
        IReadOnlyList<string> read = await plans.Of(() => database.Db(db => db.Handoffs.IgnoreQueryFilters().Where(handoff => handoff.Subject == "A note").Select(handoff => handoff.Id).ToListAsync(Cancel)));
        Assert.Contains(read, step => step.StartsWith(Plans.WholeTable, StringComparison.Ordinal));
    }

    [Fact]
    public void No_list_is_forgotten()
    {
        Type[] stores = [.. typeof(HandoffStore).Assembly.GetExportedTypes().Where(type => type.IsClass && type.Namespace != typeof(Keys.SealKeyRing).Namespace)];
        IEnumerable<string> all = stores.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => IsList(method.ReturnType) && method.Name is not (nameof(AbsenceBook.Set) or nameof(LedgerWriter.Append))).Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Distinct();
        Assert.Empty(all.Except(Lists.Keys.Select(name => name.Split(',')[0])).Except(Whole));
    }

    private static bool IsList(Type type) => type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)
        || (type.GetGenericTypeDefinition() == typeof(Task<>) && type.GetGenericArguments()[0] is { IsGenericType: true } given
            && new[] { typeof(IReadOnlyList<>), typeof(IReadOnlyDictionary<,>), typeof(ILookup<,>) }.Contains(given.GetGenericTypeDefinition())));

    private static Func<IServiceProvider, Task> Of<T>(Func<T, Task> list)
        where T : notnull => scope => list(scope.GetRequiredService<T>());

    /// <summary>Asks the database how it will do what it is about to be asked.</summary>
    private sealed class Plans : DbCommandInterceptor
    {
        /// <summary>What a step begins with that reads all of a table.</summary>
        public const string WholeTable = "ALL OF ";

        private static readonly string[] Small = ["SealKeys", "DataProtectionKeys"];

        private List<string>? steps;

        public async Task<IReadOnlyList<string>> Of(Func<Task> work)
        {
            steps = [];
            await work();
            return steps;
        }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (steps is not null)
            {
                steps.AddRange(command is NpgsqlCommand ? await OnPostgreSql(command) : await OnSqlite(command));
            }

            return result;
        }

        // https://www.sqlite.org/eqp.html: SCAN visits all rows of a table or of an index, SEARCH some of them. What is in brackets, or co-routines, is no table.
        private static async Task<List<string>> OnSqlite(DbCommand command)
        {
            List<string> steps = [];
            await using DbCommand asked = Asked(command, "EXPLAIN QUERY PLAN ");
            await using DbDataReader reader = await asked.ExecuteReaderAsync(Cancel);
            List<string> derived = [];
            while (await reader.ReadAsync(Cancel))
            {
                string step = reader.GetString(3);
                string[] words = step.Split(' ');
                if (words[0] is "CO-ROUTINE" or "MATERIALIZE")
                {
                    derived.Add(words[1]);
                }

                bool isTable = words[0] == "SCAN" && !derived.Contains(words[1]) && !words[1].StartsWith('(') && words[1] != "CONSTANT";
                bool isWhole = isTable && !Small.Any(table => command.CommandText.Contains($"FROM \"{table}\"", StringComparison.Ordinal));
                steps.Add(isWhole ? WholeTable + step : step);
            }

            return steps;
        }

        // Small tables are read whole because that is less work: told that it costs too much, the planner says whether it could do otherwise.
        private static async Task<List<string>> OnPostgreSql(DbCommand command)
        {
            await using DbCommand told = Asked(command, "SET enable_seqscan = off; EXPLAIN (FORMAT JSON) ");
            string plan = (string)(await told.ExecuteScalarAsync(Cancel))!;
            List<string> steps = [];
            Walk(JsonDocument.Parse(plan).RootElement[0].GetProperty("Plan"), steps);
            return steps;
        }

        private static void Walk(JsonElement node, List<string> steps)
        {
            string kind = node.GetProperty("Node Type").GetString()!;
            string? table = node.TryGetProperty("Relation Name", out JsonElement name) ? name.GetString() : null;
            bool isWhole = table is not null && !Small.Contains(table) && kind != "Bitmap Heap Scan" && !node.TryGetProperty("Index Cond", out _);
            steps.Add($"{(isWhole ? WholeTable : "")}{kind} {table}");
            if (node.TryGetProperty("Plans", out JsonElement inner))
            {
                inner.EnumerateArray().ToList().ForEach(each => Walk(each, steps));
            }
        }

        private static DbCommand Asked(DbCommand command, string how)
        {
            DbCommand asked = command.Connection!.CreateCommand();
            asked.CommandText = how + command.CommandText;
            asked.Transaction = command.Transaction;
            foreach (DbParameter parameter in command.Parameters)
            {
                DbParameter same = asked.CreateParameter();
                (same.ParameterName, same.Value) = (parameter.ParameterName, parameter.Value);
                asked.Parameters.Add(same);
            }

            return asked;
        }
    }
}
