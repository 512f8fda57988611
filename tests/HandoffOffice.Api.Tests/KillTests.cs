using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>
/// The process is killed at random moments of real runs and started again over the same database: nothing that was acknowledged is lost, nothing is released
/// twice, every handoff is where the picture has a place for it and goes on from there, and the ledger verifies (DESIGN rules 4 and 6).
/// </summary>
[Trait("Capability", "C50")]
public sealed class KillTests(ITestOutputHelper output) : IAsyncDisposable
{
    /// <summary>How many times the long run kills.</summary>
    private const string Kills = "HANDOFFOFFICE_KILLS";

    private const int Seed = 2026;
    private const int Clients = 4;
    private const int LongestMilliseconds = 2500;

    private readonly HostProcess host = new();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Killed_at_any_moment_it_loses_nothing_and_releases_nothing_twice()
    {
        int kills = int.Parse(Environment.GetEnvironmentVariable(Kills) ?? "20", CultureInfo.InvariantCulture);
        var chance = new Random(Seed);
        var states = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await host.Start();
        for (int kill = 1; kill <= kills; kill++)
        {
            TimeSpan delay = TimeSpan.FromMilliseconds(chance.Next(LongestMilliseconds));
            var runs = new ConcurrentBag<Acknowledged>();
            Session administrator = await host.As(LocalPeople.TeodorIvanov);
            (Session author, Session reviewer) = await People();
            Task[] clients = [.. Enumerable.Range(0, Clients).Select(client => Task.Run(() => Work(author, reviewer, client, runs)))];
            await Task.Delay(delay, TestContext.Current.CancellationToken);
            SignedTreeHead kept = (await administrator.Get("ledger/head")).As<SignedTreeHead>();
            await host.Kill();
            await Task.WhenAll(clients);

            await host.Start();
            host.AbandonDrafts();
            (author, reviewer) = await People();
            foreach (Acknowledged run in runs)
            {
                string state = await IsKept(run, author, reviewer, $"Kill {kill} (seed {Seed}) after {delay.TotalMilliseconds} ms");
                states[state] = states.GetValueOrDefault(state) + 1;
            }

            await LedgerVerifies(kept);
        }

        output.WriteLine($"{kills} kills; found after them: {string.Join(", ", states.Select(pair => $"{pair.Key} {pair.Value}"))}.");
    }

    /// <summary>What somebody was told of a handoff before the process died.</summary>
    private sealed class Acknowledged(Guid id, string workflow)
    {
        public Guid Id => id;

        public string Workflow => workflow;

        public string Key { get; } = $"{Guid.NewGuid()}";

        public bool Drafted { get; set; }

        public bool Decided { get; set; }

        public HashSet<string> Confirmed { get; } = [];

        public bool Signed { get; set; }

        public byte[]? Left { get; set; }
    }

    private async Task<(Session Author, Session Reviewer)> People() => (await host.As(LocalPeople.AmaraOsei), await host.As(LocalPeople.RitaOkafor));

    /// <summary>Takes one handoff after the other from start to release, until nobody answers.</summary>
    private static async Task Work(Session author, Session reviewer, int client, ConcurrentBag<Acknowledged> runs)
    {
        string workflow = client % 2 == 0 ? Run.StatusReport : Run.Email;
        try
        {
            while (true)
            {
                Guid id = (await author.Start(workflow, await Run.Record(author, workflow), reviewer.PersonId)).As<HandoffView>().Id;
                var run = new Acknowledged(id, workflow);
                runs.Add(run);
                await GoOn(run, author, reviewer);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // It was killed.
        }
    }

    /// <summary>Does what is left to do, and remembers what was answered.</summary>
    private static async Task GoOn(Acknowledged run, Session author, Session reviewer)
    {
        if ((await author.Look(run.Id)).State is HandoffState.Intake or HandoffState.Drafting or HandoffState.Failed)
        {
            run.Drafted = Session.Events(await author.Draft(run.Id))[^1].EventType == "done";
        }

        if ((await author.Look(run.Id)).State == HandoffState.InReview)
        {
            (await reviewer.DecideRest(run.Id)).Ok();
            run.Decided = true;
            foreach (ChecklistItemView item in (await reviewer.Look(run.Id)).Checklist.Where(item => !item.ConfirmedByMe))
            {
                (await reviewer.Confirm(run.Id, item.Id)).Ok();
                run.Confirmed.Add(item.Id);
            }

            (await reviewer.Sign(run.Id)).Ok();
            run.Signed = true;
        }

        run.Left = (await author.Release(run.Id, run.Key)).Ok().Body;
    }

    private static async Task<string> IsKept(Acknowledged run, Session author, Session reviewer, string when)
    {
        HandoffView view = await reviewer.Look(run.Id);
        string state = $"{view.State}";
        string found = $"{when}: {run.Workflow} is {state}";
        Assert.True(Handoff.Transitions.Keys.Any(known => known.From == view.State) || view.State == HandoffState.Released, found);
        Assert.True(!run.Drafted || view.State is HandoffState.InReview or HandoffState.Approved or HandoffState.Released, found);
        Assert.True(!run.Decided || view.Changes.All(change => change.Decision != Decision.Undecided), found);
        Assert.True(run.Confirmed.IsSubsetOf(view.Checklist.Where(item => item.ConfirmedByMe).Select(item => item.Id)), found);
        Assert.True(!run.Signed || view.State is HandoffState.Approved or HandoffState.Released, found);
        Assert.True(run.Left is null || view.State == HandoffState.Released, found);

        // Whoever was waiting for the release tries again with the same key, and gets what left or leaves now; no other key gets anything.
        byte[]? before = run.Left;
        await GoOn(run, author, reviewer);
        Assert.Equal(before ?? run.Left, run.Left);
        Assert.Equal(run.Left, (await author.Release(run.Id, run.Key)).Ok().Body);
        HandoffView released = await reviewer.Look(run.Id);
        Assert.Equal((Sha256Digest.Of(run.Left!), released.Seal!.FileDigest), (released.Release!.LeftDigest, released.Release.FileDigest));
        (await author.Release(run.Id)).Refused(409, "action-not-possible");
        string[] history = [.. (await author.History(run.Id)).Select(entry => $"{entry.Kind}")];
        Assert.Single(history, kind => kind == "Released");
        Assert.Single(history, kind => kind == "Approved");
        return state;
    }

    /// <summary>Against the head that was fetched before the kill, and all those that the process had kept by itself.</summary>
    private async Task LedgerVerifies(SignedTreeHead kept)
    {
        // A kill may come before the first head, or in the middle of the line of one.
        IEnumerable<string> lines = File.Exists(host.HeadFile) ? (await File.ReadAllTextAsync(host.HeadFile)).Split('\n').SkipLast(1) : [];
        SignedTreeHead[] heads = [.. lines.Select(line => JsonSerializer.Deserialize<SignedTreeHead>(line, WorkflowFile.Options)!), kept];
        using var export = new MemoryStream((await (await host.As(LocalPeople.TeodorIvanov)).Get("ledger/export")).Ok().Body);
        Assert.Empty(LedgerVerification.Of(export, heads).Faults);
    }
}
