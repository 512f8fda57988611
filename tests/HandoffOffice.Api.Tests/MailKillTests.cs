using System.Globalization;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Identity;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>
/// The process is killed while it sends mails, and started again over the same database; the mail service outlives it. With the same key each mail is sent, once
/// (DESIGN rule 4).
/// </summary>
[Trait("Capability", "C76")]
[Trait("Capability", "C50")]
public sealed class MailKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>How many times the long run kills.</summary>
    private const string Kills = "HANDOFFOFFICE_KILLS";

    private const int Seed = 2027;
    private const int Mails = 5;
    private const int CallsOfAMail = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private LoopbackAuthority authority = null!;
    private FakeGraph graph = null!;
    private HostProcess host = null!;

    public async ValueTask InitializeAsync()
    {
        authority = await LoopbackAuthority.StartAsync(TestContext.Current.CancellationToken, StandIns.EntraName);
        graph = await FakeGraph.Start(TestContext.Current.CancellationToken);
        graph.Slowness = TimeSpan.FromMilliseconds(25);
        host = new HostProcess(StandIns.MailSettings(authority, graph), authority.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await graph.DisposeAsync();
        await authority.DisposeAsync();
    }

    [Fact]
    public async Task Killed_at_any_moment_it_loses_no_mail_and_sends_none_twice()
    {
        int kills = int.Parse(Environment.GetEnvironmentVariable(Kills) ?? "6", CultureInfo.InvariantCulture);
        var chance = new Random(Seed);
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await host.Start();
        for (int kill = 1; kill <= kills; kill++)
        {
            Session author = host.As(Person("ann"));
            Guid[] ids = await Approved(author, host.As(Person("bob")));
            int before = graph.Calls();
            Task[] sending = [.. ids.Select(id => Attempt(author, id))];
            // By what the mail service was asked and not by time alone, so that a slow machine is killed at the same points as a fast one.
            int calls = chance.Next(Mails * CallsOfAMail);
            await Until(() => graph.Calls() - before >= calls);
            await Task.Delay(chance.Next(60), TestContext.Current.CancellationToken);
            await host.Kill();
            await Task.WhenAll(sending);

            await host.Start();
            host.AbandonAttempts();
            author = host.As(Person("ann"));
            foreach (Guid id in ids)
            {
                HandoffView left = await author.Look(id);
                string state = left.Delivery is { } delivery ? $"{delivery.State}" : $"{left.State}";
                found[state] = found.GetValueOrDefault(state) + 1;
                await IsSentOnce(author, id, $"Kill {kill} (seed {Seed}) after {calls} calls, {state}");
            }
        }

        output.WriteLine($"{kills} kills; found after them: {string.Join(", ", found.Select(pair => $"{pair.Key} {pair.Value}"))}.");
    }

    private static async Task Until(Func<bool> isSo)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); !isSo(); await Task.Delay(5, TestContext.Current.CancellationToken))
        {
            Assert.True(waited.Elapsed < Patience, "The mail service was not asked.");
        }
    }

    private TokenBuilder Person(string name) => MailProduct.Token(authority, name);

    private static async Task<Guid[]> Approved(Session author, Session reviewer)
    {
        (await reviewer.Get("me")).Ok();
        var ids = new List<Guid>();
        for (int n = 0; n < Mails; n++)
        {
            Guid id = (await author.Start(Run.Email, await Run.Record(author, Run.Email), reviewer.PersonId)).As<HandoffView>().Id;
            (await author.Draft(id)).Ok();
            (await reviewer.DecideRest(id)).Ok();
            await reviewer.ConfirmAll(id);
            (await reviewer.Sign(id)).Ok();
            ids.Add(id);
        }

        return [.. ids];
    }

    private static async Task Attempt(Session author, Guid id)
    {
        try
        {
            await author.SendMail(id, $"{id}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // It was killed.
        }
    }

    private async Task IsSentOnce(Session author, Guid id, string when)
    {
        DeliveryView delivery = (await author.SendMail(id, $"{id}")).Delivery();
        Assert.True(delivery.State == DeliveryState.Done, $"{when}: it is {delivery.State}, {delivery.Problem}");
        IReadOnlyList<byte[]> sent = graph.Sent(author.PersonId, MailProduct.MessageId(id));
        Assert.True(sent.Count == 1, $"{when}: {sent.Count} mails were sent.");
        Assert.Equal((await author.Look(id)).Release!.LeftDigest, Sha256Digest.Of(sent[0]));
        string[] history = [.. (await author.History(id)).Select(entry => $"{entry.Kind}")];
        Assert.Single(history, kind => kind == "Released");
        Assert.Single(history, kind => kind == "Delivered");
    }
}
