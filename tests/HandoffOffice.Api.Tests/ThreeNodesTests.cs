using System.Collections.Concurrent;
using System.Diagnostics;
using HandoffOffice.Api.Connector;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Connector;
using HandoffOffice.Api.Tests.Identity;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Auditing;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>
/// Three nodes over one PostgreSQL, killed in turn while flows and people work, with the database hanging for a while: nothing is lost, nothing is released twice,
/// the ledger verifies, and everything that somebody subscribed to arrives (C79).
/// </summary>
[Trait("Capability", "C79")]
[Trait("Database", "PostgreSQL")]
[Collection(nameof(Alone))]
public sealed class ThreeNodesTests(ITestOutputHelper output)
{
    private const int Handoffs = 200;
    private const int AtOnce = 8;
    private const int OneRefusedIn = 10;
    private const int Seed = 2026;

    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastDelivery = TimeSpan.FromMinutes(3);

    private static readonly string[] Triggers = ["ready-for-review", "approved"];
    private static readonly string[] Told = ["handoff.ready_for_review", "handoff.approved"];

    private readonly Random chance = new(Seed);
    private int interrupted;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_lost_or_done_twice_whichever_node_dies()
    {
        Assert.SkipUnless(TestServer.IsUsed, "Several nodes need PostgreSQL: bash tests/run.sh api-postgresql");
        await using LoopbackAuthority authority = await LoopbackAuthority.StartAsync(Cancel);
        await using Receiver receiver = await Receiver.Start(Cancel);
        int attempts = 0;
        var taken = new ConcurrentQueue<Received>();
        receiver.Answers = (context, got) =>
        {
            if (Interlocked.Increment(ref attempts) % OneRefusedIn == 0)
            {
                context.Response.StatusCode = 503;
            }
            else
            {
                taken.Enqueue(got);
            }

            return Task.CompletedTask;
        };
        var settings = new Dictionary<string, string?>(authority.Settings) { ["Webhooks:Loopback"] = "true", ["Webhooks:Timeout"] = "00:00:02" };
        var watch = Stopwatch.StartNew();
        await using Cluster cluster = await Cluster.Start(3, settings);
        TimeSpan started = watch.Elapsed;

        Session flow = cluster.As(authority.Application("Application"));
        Session author = cluster.As(Person(authority, 1, "Author"));
        Session reviewer = cluster.As(Person(authority, 2, "Author", "Reviewer"));
        Session administrator = cluster.As(Person(authority, 3, "Administrator"));
        (await reviewer.Get("me")).Ok();
        foreach (string trigger in Triggers)
        {
            Assert.Equal(201, (int)(await flow.Post($"flow/triggers/{trigger}", new { callbackUrl = receiver.Address })).Status);
        }

        SignedTreeHead early = (await administrator.Get("ledger/head")).As<SignedTreeHead>();
        watch.Restart();
        using var done = new CancellationTokenSource();
        Task<int> killing = Kill(cluster, done.Token);
        var ended = new ConcurrentDictionary<Guid, bool>();
        var open = new ConcurrentQueue<int>(Enumerable.Range(0, Handoffs));
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (open.TryDequeue(out int next))
            {
                bool byFlow = next % 2 == 0;
                Guid id = await (byFlow ? StartByFlow(flow, reviewer, next) : StartByPerson(author, reviewer, next));
                await Finish(cluster, id, byFlow ? reviewer : author, reviewer);
                ended[id] = byFlow;
            }
        }, Cancel)));
        TimeSpan worked = watch.Elapsed;
        await done.CancelAsync();
        int kills = await killing;

        Assert.Equal(Handoffs, ended.Count);
        foreach ((Guid id, bool byFlow) in ended)
        {
            Assert.Equal(1L, cluster.Read("SELECT COUNT(*) FROM Ledger WHERE HandoffId = @id AND Kind = 'Released'", ("@id", id))[0][0]);
            if (byFlow)
            {
                (await Insist(() => flow.Get($"flow/handoffs/{id}/approved-text"))).Ok();
            }
        }

        // A flow's requests have keys: however often one was sent, it is one handoff.
        Assert.Equal((long)Handoffs / 2, cluster.Read("SELECT COUNT(DISTINCT HandoffId) FROM Ledger WHERE Kind = 'Started' AND ActorId = @flow", ("@flow", flow.PersonId))[0][0]);
        await AllArrive(taken, ended.Keys);
        using var export = new MemoryStream((await administrator.Get("ledger/export")).Ok().Body);
        LedgerReport report = LedgerVerification.Of(export, [early, (await administrator.Get("ledger/head")).As<SignedTreeHead>()]);
        Assert.Empty(report.Faults);

        int events = taken.Select(got => got.Id).Distinct().Count();
        output.WriteLine(
            $"{Handoffs} handoffs in {worked.TotalSeconds:0} s on 3 nodes (started in {started.TotalSeconds:0} s), {cluster.Calls} calls, {cluster.Moved} of them passed on to another node, "
            + $"{interrupted} interrupted; {kills} kills, the database hung {Hang.TotalSeconds:0} s; {report.Entries} ledger entries; {events} events told in {attempts} attempts, "
            + $"{attempts - taken.Count} of them refused, {taken.Count - events} taken twice; seed {Seed}.");
    }

    [Fact]
    public async Task A_node_whose_database_is_gone_for_a_while_lives_on_and_does_its_work_when_it_is_back()
    {
        Assert.SkipUnless(TestServer.IsUsed, "A database that goes and comes needs PostgreSQL: bash tests/run.sh api-postgresql");
        await using LoopbackAuthority authority = await LoopbackAuthority.StartAsync(Cancel);
        await using Receiver receiver = await Receiver.Start(Cancel);
        // Every job of the background looks while there is nothing to look at.
        var settings = new Dictionary<string, string?>(authority.Settings)
        {
            ["Webhooks:Loopback"] = "true",
            ["Webhooks:Interval"] = "00:00:00.2",
            ["Review:Interval"] = "00:00:00.2",
        };
        await using Cluster cluster = await Cluster.Start(1, settings);
        Session author = cluster.As(Person(authority, 1, "Author"));
        Session reviewer = cluster.As(Person(authority, 2, "Reviewer"));
        (await reviewer.Get("me")).Ok();
        Assert.Equal(201, (int)(await author.Post("flow/triggers/ready-for-review", new { callbackUrl = receiver.Address })).Status);
        await cluster.CutDatabase(TimeSpan.FromSeconds(4), Cancel);

        Guid id = await StartByPerson(author, reviewer, 0);
        (await Insist(() => author.Draft(id))).Ok();
        for (var watch = Stopwatch.StartNew(); receiver.All.Count == 0; await Task.Delay(50, Cancel))
        {
            Assert.True(watch.Elapsed < LastDelivery, "The event has not arrived.");
        }

        Assert.Equal(id, receiver.All[0].Data.GetProperty("handoffId").GetGuid());
    }

    private static TokenBuilder Person(LoopbackAuthority authority, int number, params string[] roles) => authority.Person(roles)
        .With("oid", $"aaaaaaaa-0000-4000-8000-00000000000{number}").With("name", $"Person {number}").With("preferred_username", $"person{number}@contoso.example");

    /// <summary>Kills one node after the other until all is done, and lets the database hang once.</summary>
    private async Task<int> Kill(Cluster cluster, CancellationToken end)
    {
        int kills = 0;
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(chance.Next(1000, 4000), Cancel);
            if (end.IsCancellationRequested)
            {
                break;
            }

            await cluster.KillAndRestart(kills++ % cluster.Count);
            if (kills == 2)
            {
                await cluster.PauseDatabase(Hang, Cancel);
            }
        }

        return kills;
    }

    private async Task<Guid> StartByFlow(Session flow, Session reviewer, int number)
    {
        string workflow = WorkflowOf(number);
        Answer record = await Insist(() => flow.Get($"workflows/{workflow}"));
        var definition = System.Text.Json.Nodes.JsonNode.Parse(record.Ok().Body)!;
        return (await Insist(async () => await flow.Followed(await flow.Create(workflow, definition["examples"]![0]!["record"]!, [reviewer.PersonId], $"request-{number}")))).As<FlowHandoff>().HandoffId;
    }

    private async Task<Guid> StartByPerson(Session author, Session reviewer, int number)
    {
        string workflow = WorkflowOf(number);
        var definition = System.Text.Json.Nodes.JsonNode.Parse((await Insist(() => author.Get($"workflows/{workflow}"))).Ok().Body)!;
        return (await Insist(() => author.Start(workflow, definition["examples"]![0]!["record"]!, reviewer.PersonId))).As<HandoffView>().Id;
    }

    private static string WorkflowOf(int number) => number % 4 < 2 ? Run.StatusReport : Run.Email;

    /// <summary>Takes a handoff on from wherever it stands until it is released, whatever is interrupted in between.</summary>
    private async Task Finish(Cluster cluster, Guid id, Session author, Session reviewer)
    {
        for (int step = 0; ; step++)
        {
            Assert.True(step < 200, $"The handoff {id} does not come to its end.");
            switch ((await Insist(() => reviewer.Get($"handoffs/{id}"))).As<HandoffView>().State)
            {
                case HandoffState.Intake or HandoffState.Failed:
                    await Try(() => author.Draft(id));
                    break;
                case HandoffState.InReview:
                    await Try(() => reviewer.DecideRest(id));
                    foreach (ChecklistItemView item in (await Insist(() => reviewer.Get($"handoffs/{id}"))).As<HandoffView>().Checklist.Where(item => !item.ConfirmedByMe))
                    {
                        await Try(() => reviewer.Confirm(id, item.Id));
                    }

                    await Try(async () => await reviewer.Sign((await reviewer.Get($"handoffs/{id}")).As<HandoffView>()));
                    break;
                case HandoffState.Approved:
                    await Try(() => author.Release(id, $"release-{id}"));
                    break;
                case HandoffState.Released:
                    return;
                default:
                    // Its draft is being written, or its node died over it: the lease is let run out.
                    await Task.Delay(500, Cancel);
                    cluster.Write("UPDATE Handoffs SET DraftingSince = '2026-01-01T00:00:00.0000000+00:00' WHERE State = 'Drafting' AND Id = @id", ("@id", id));
                    await Try(() => author.Draft(id));
                    break;
            }
        }
    }

    // What came of an interrupted call shows when the handoff is looked at next.
    private async Task Try(Func<Task<Answer>> call)
    {
        try
        {
            await call();
        }
        catch (Exception e) when (IsInterruption(e))
        {
            Interlocked.Increment(ref interrupted);
        }
    }

    private async Task<Answer> Insist(Func<Task<Answer>> call)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                Answer answer = await call();
                if ((int)answer.Status != 503 || attempt > 100)
                {
                    return answer;
                }
            }
            catch (Exception e) when (IsInterruption(e) && attempt < 100)
            {
                Interlocked.Increment(ref interrupted);
            }

            await Task.Delay(100, Cancel);
        }
    }

    private static bool IsInterruption(Exception fault) => !Cancel.IsCancellationRequested && fault is HttpRequestException or IOException or TaskCanceledException;

    private static async Task AllArrive(ConcurrentQueue<Received> taken, ICollection<Guid> handoffs)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(500, Cancel))
        {
            string[] missing =
            [
                .. from id in handoffs
                   from type in Told
                   where !taken.Any(got => got.Type == type && got.Data.GetProperty("handoffId").GetGuid() == id)
                   select $"{type} of {id}",
            ];
            if (missing.Length == 0)
            {
                return;
            }

            Assert.True(watch.Elapsed < LastDelivery, $"{missing.Length} events have not arrived, such as {missing[0]}.");
        }
    }
}
