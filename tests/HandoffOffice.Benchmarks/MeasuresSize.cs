using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Storage;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Ledger;
using HandoffOffice.Storage.Measuring;
using HandoffOffice.Storage.Training;
using HandoffOffice.Storage.Webhooks;
using HandoffOffice.Storage.Workflows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Benchmarks;

/// <summary>
/// <c>measures COUNT</c>: how long a workflow's measures take with so many released handoffs of it in an SQLite file. One handoff is made by the domain; its row is
/// copied under other ids and times (without the record and the report, which no measure reads and which would make it four times as large), and its numbers,
/// varied by a seeded chance, are counted by the code that counts each run in the product. Four versions follow one another over three years.
/// </summary>
internal static class MeasuresSize
{
    private const string Tenant = "tenant";
    private const int Versions = 4;
    private const int Days = 3 * 364;
    private const int Repeats = 31;
    private const int RowsAtOnce = 50_000;
    private const double Mega = 1024 * 1024;

    private static readonly KnownVersions Known = new();
    private static readonly DateTimeOffset Start = new(2023, 1, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Workflow Followed = Sample.StatusReport();
    private static readonly Actor Author = new(new Person("author", "Ada Author"));
    private static readonly Actor Reviewer = new(new Person("reviewer", "Rita Reviewer"));

    /// <returns>0 when every run was counted.</returns>
    public static async Task<int> Run(int count, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("handoffoffice-");
        try
        {
            var file = Path.Combine(folder.FullName, "measures.db");
            var options = new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={file}").Options;
            var watch = Stopwatch.StartNew();
            await Fill(options, count);
            SqliteConnection.ClearAllPools();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} handoffs, {new FileInfo(file).Length / Mega:0} MB, filled in {watch.Elapsed.TotalSeconds:0} s."));
            return await Measure(options, count, output);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> Measure(DbContextOptions<SqliteDb> options, int count, TextWriter output)
    {
        var times = new List<double>();
        var counted = 0;
        var processor = TimeSpan.Zero;
        for (var i = 0; i < Repeats; i++)
        {
            var before = i == 0 ? TimeSpan.Zero : Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            var measures = await Measures(options);
            JsonSerializer.SerializeToUtf8Bytes(measures);
            times.Add(watch.Elapsed.TotalMilliseconds);
            processor += i == 0 ? TimeSpan.Zero : Environment.CpuUsage.TotalTime - before;
            counted = measures.All.Runs.Released;
        }

        var sorted = times.Skip(1).Order().ToArray();
        var cells = await In(options, async db => await db.MeasureBins.CountAsync() + await db.MeasureWeeks.CountAsync());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"The measures of their workflow, {counted} released runs in {cells} cells: {sorted[sorted.Length / 2]:0} ms (median of {sorted.Length}; {sorted[0]:0} to {sorted[^1]:0}; {processor.TotalMilliseconds / sorted.Length:0} ms of processor), the first time {times[0]:0} ms."));
        return counted == count ? 0 : 1;
    }

    // All that the route does but for the wire.
    private static Task<WorkflowMeasures> Measures(DbContextOptions<SqliteDb> options) => In(options, async db =>
    {
        var versions = await new WorkflowCatalog(db, Known, TimeProvider.System).Versions(Followed.Key, default);
        var isLooping = await new WaitingReviews(db, new MeasureBook(db)).IsLoopingLately(Followed.Key, default);
        var cells = await new MeasureBook(db).Of(Followed.Key, default);
        return WorkflowMeasures.Of(
            Followed.Key, cells, [.. versions.Select(version => new VersionGiven(version.Version, version.BaselineMinutes, new Expectations(5, 30_000)))], isLooping,
            DateOnly.FromDateTime(Start.AddDays(Days).UtcDateTime));
    });

    private static async Task Fill(DbContextOptions<SqliteDb> options, int count)
    {
        var (handoff, outcome) = Released();
        await In(options, async db =>
        {
            await db.Database.MigrateAsync();
            var catalog = new WorkflowCatalog(db, Known, TimeProvider.System);
            for (var version = 1; version <= Versions; version++)
            {
                await catalog.Add(Tenant, Followed with { Version = version }, default);
            }

            var book = new MeasureBook(db);
            var ledger = new LedgerWriter(db);
            using var bell = new OutboxBell();
            await new HandoffStore(db, ledger, new Outbox(db, bell), book, new TrainingBook(db, catalog, ledger)).Add(handoff, outcome, default);
            // A crash may cost this file; nothing else waits for it.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
            await Copy(db, count - 1);
            await Count(db, book, RunFacts.Of(handoff), count - 1);
            return true;
        });
    }

    private static async Task Copy(HandoffOfficeDb db, int count)
    {
        var columns = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM pragma_table_info('Handoffs')").ToListAsync();
        var values = columns.Select(column => column switch
        {
            "Id" => "printf('00000000-0000-7000-8000-%012X', n)",
            "WorkflowVersion" => $"1 + (n % {Days}) * {Versions} / {Days}",
            "Record" => "'{}'",
            "Report" => "'null'",
            "CreatedAt" or "UpdatedAt" or "ScoredAt" => $"strftime('%Y-%m-%dT%H:%M:%S', '2023-01-02 09:00', (n % {Days}) || ' days', (n % 28800) || ' seconds') || '.0000000Z'",
            _ => $"\"{column}\"",
        });
        for (var first = 1; first <= count; first += RowsAtOnce)
        {
            var last = Math.Min(count, first + RowsAtOnce - 1);
            var command = string.Create(CultureInfo.InvariantCulture,
                $"""
                WITH RECURSIVE numbers(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM numbers WHERE n < {last})
                INSERT INTO Handoffs ("{string.Join("\", \"", columns)}") SELECT {string.Join(", ", values)} FROM numbers, (SELECT * FROM Handoffs LIMIT 1)
                """);
            await using var insert = db.Database.GetDbConnection().CreateCommand();
            insert.CommandText = command;
            insert.CommandTimeout = 0;
            await db.Database.OpenConnectionAsync();
            await insert.ExecuteNonQueryAsync();
        }
    }

    private static async Task Count(HandoffOfficeDb db, MeasureBook book, RunFacts one, int count)
    {
        var chance = new Random(20261129);
        var tally = new MeasureTally();
        for (var n = 1; n <= count; n++)
        {
            var day = DateOnly.FromDateTime(Start.UtcDateTime).AddDays(n % Days);
            var words = 150 + chance.Next(200);
            tally.Add(one with
            {
                WorkflowVersion = 1 + (n % Days * Versions / Days),
                StartedOn = day,
                EndedOn = day,
                Times = new RunTimes(TimeFault.None, 60 + chance.Next(900), 60 + (long)(300 * -Math.Log(1 - chance.NextDouble())), 600 + chance.Next(500_000)),
                Edits = new RunEdits(words, chance.Next(words / 3), chance.Next(20), chance.Next(5), chance.Next(3)),
                Loops = chance.Next(12) == 0 ? 1 : 0,
                Planted = new CatchRate(chance.Next(20) == 0 ? 1 : 0, chance.Next(100) == 0 ? 1 : 0),
                Worst = chance.Next(30) switch { 0 => Reception.CorrectionNeeded, < 10 => Reception.Accepted, _ => null },
                IsRushed = chance.Next(15) == 0,
            });
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await book.Write(Tenant, Followed.Key, tally.Cells(), default);
        await transaction.CommitAsync();
    }

    private static (Handoff Handoff, Outcome Outcome) Released()
    {
        var workflow = Followed;
        var record = InputRecord.Freeze(workflow.Examples[0].Record);
        var (started, first) = Handoff.Start(Tenant, workflow, record, "Status report", Author, [Reviewer.Person], Start, inputSeconds: 240);
        var handoff = started ?? throw new InvalidOperationException(first.Error!.Detail);
        CheckReport Check(IReadOnlyList<TextPiece> text) => GateChecks.Run(workflow, record, text) with { Findings = [] };
        List<HandoffEvent> events = [.. first.Events];
        void Do(Outcome outcome) => events.AddRange(outcome.Error is null ? outcome.Events : throw new InvalidOperationException(outcome.Error.Detail));

        using var key = SealKey.Create();
        ReleasableContent Content() => new(CanonicalContent.Form, handoff.TextDigest(), Sha256Digest.Of("file"), Envelope.Of(handoff.Subject));
        Do(handoff.StartDraft(Author, Start));
        Do(handoff.CompleteDraft(new DraftOrigin(DraftOriginKind.Rules, "rules 1"), [new DraftSentence("s1", workflow.Output.Sections[0].Key, 0, "All went as planned in July.", [])], Author, Start));
        Do(handoff.CompleteChecks(Check(handoff.CurrentText()), Author, Start));
        var later = Start.AddMinutes(10);
        Do(handoff.View(1, TimeSpan.FromMinutes(5), ["s1"], Reviewer, later));
        Do(handoff.Decide([new Change("s1", Decision.Accepted)], Check, Reviewer, later));
        workflow.Gate.Checklist.ToList().ForEach(item => Do(handoff.Attest(item.Id, true, null, Sha256Digest.Of("shown"), Reviewer, later)));
        Do(handoff.Sign(new Signing(handoff.Confirmation, handoff.TextDigest()), Content, key, Reviewer, later));
        Do(handoff.Leave(Content(), Sha256Digest.Of("left"), key.PublicKey, "report.docx", Author, later));
        return (handoff, Outcome.Done(events));
    }

    private static async Task<T> In<T>(DbContextOptions<SqliteDb> options, Func<HandoffOfficeDb, Task<T>> work)
    {
        await using var db = new SqliteDb(options, new OneTenant());
        return await work(db);
    }

    private sealed class OneTenant : ITenantContext
    {
        public string? TenantId => Tenant;
    }
}
