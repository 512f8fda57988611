using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Auditing;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Identity;
using HandoffOffice.Api.Tests.Running;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>A SIEM reads everything that happened, once, in order and without contents (C98).</summary>
[Trait("Capability", "C98")]
public sealed class FeedTests(TwoTenants fixture) : IClassFixture<TwoTenants>
{
    private const string Ours = LoopbackAuthority.TenantId;
    private const string Theirs = LoopbackAuthority.SecondTenantId;

    [Fact]
    public async Task Page_by_page_it_is_the_whole_ledger_and_from_the_start_the_same_again()
    {
        await fixture.InReview(Ours);
        Session siem = Siem();
        List<FeedEvent> once = await ReadOn(siem, 0, 4);
        List<FeedEvent> again = await ReadOn(siem, 0, 1000);
        Assert.Equal(JsonSerializer.Serialize(once), JsonSerializer.Serialize(again[..once.Count]));
        Assert.Equal(Enumerable.Range(0, again.Count).Select(n => (long)n), again.Select(one => one.Sequence));

        string[] ledger = [.. (await (await fixture.Person(Ours, "ann")).Get("ledger/export")).Text.Split('\n').Skip(1).Where(line => line.Length > 0)];
        Assert.Equal(ledger.Select(line => JsonNode.Parse(line)!["hash"]!.GetValue<string>()), again.Select(one => one.LeafHash));
    }

    [Fact]
    public async Task What_happened_while_nobody_read_is_there_for_whoever_goes_on()
    {
        Session siem = Siem();
        long next = (await Page(siem, 0)).Size;
        Assert.Empty((await Page(siem, next)).Events);
        Run run = await fixture.InReview(Ours);
        (await run.Reviewer.DecideRest(run.Id)).Ok();
        FeedPage page = await Page(siem, next);
        Assert.Equal(next, page.Events[0].Sequence);
        Assert.Equal(["Started", "DraftingStarted", "Drafted", "Checked"], page.Events.Where(one => one.Handoff == run.Id).Select(one => one.Kind).Take(4));
        Assert.Equal((page.Size, page.Size), (page.Next, page.Events[^1].Sequence + 1));
        Assert.Contains(page.Events, one => one is { Kind: "ChangeDecided", Application: false } && one.Actor == run.Reviewer.PersonId);
    }

    [Fact]
    public async Task No_text_name_or_address_is_in_it()
    {
        Run run = await fixture.InReview(Ours);
        HandoffView view = await run.Look();
        (await run.Reviewer.Post($"handoffs/{run.Id}/rejection", new { reason = "The heron stands in the wrong pond." })).Ok();
        string feed = (await Siem().Get("feed?most=5000")).Text;
        Assert.DoesNotContain("heron", feed, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{view.Author.Name}\"", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("@", feed, StringComparison.Ordinal);
        Assert.All(view.Draft!.Sentences, sentence => Assert.DoesNotContain(sentence.Text, feed, StringComparison.Ordinal));
        Assert.All(Words(view.Record), word => Assert.DoesNotContain($"\"{word}\"", feed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_that_has_read_more_than_there_is_learns_that_the_ledger_was_cut()
    {
        long size = (await Page(Siem(), 0)).Size;
        JsonElement refused = (await Siem().Get($"feed?from={size + 1}")).Refused(409, "position-beyond-end");
        Assert.Equal(size, refused.GetProperty("size").GetInt64());
        Assert.Equal(["/from", "/most"], (await Siem().Get("feed?from=-1&most=5001")).Pointers("invalid-page"));
        Assert.Equal(["/most"], (await Siem().Get("feed?most=0")).Pointers("invalid-page"));
    }

    [Fact]
    public async Task Only_an_administrator_or_an_application_for_it_reads_it_and_that_application_reads_nothing_else()
    {
        await fixture.InReview(Theirs);
        Session administrator = await fixture.Person(Ours, "ann");
        Assert.All((await Page(administrator, 0)).Events, one => Assert.NotEqual(Theirs, one.Facts.GetValueOrDefault("tenant")));
        Assert.Equal((await Page(administrator, 0)).Size, (await Page(Siem(), 0)).Size);
        (await Application("Application", "Author", "Administrator").Get("feed")).Refused(403, "forbidden");
        (await (await fixture.Product.As(fixture.Authority.Person("Author", "Reviewer", "Designer"))).Get("feed")).Refused(403, "forbidden");
        foreach (string path in new[] { "handoffs", "workflows", "ledger/export", "people" })
        {
            (await Siem().Get(path)).Refused(403, "forbidden");
        }
    }

    private Session Siem() => Application(Policies.FeedRole);

    private Session Application(params string[] roles) =>
        new(fixture.Product.CreateClient(), "bbbbbbbb-0000-4000-8000-00000000000b", fixture.Authority.Application(roles).Build());

    private static async Task<FeedPage> Page(Session siem, long from, int most = 1000) => (await siem.Get($"feed?from={from}&most={most}")).As<FeedPage>();

    private static async Task<List<FeedEvent>> ReadOn(Session siem, long from, int most)
    {
        List<FeedEvent> events = [];
        FeedPage page;
        do
        {
            page = await Page(siem, from, most);
            Assert.InRange(page.Events.Count, 0, most);
            events.AddRange(page.Events);
            from = page.Next;
        }
        while (page.Next < page.Size);
        return events;
    }

    // The texts of a record that are words rather than codes.
    private static IEnumerable<string> Words(JsonElement record) => record.ValueKind switch
    {
        JsonValueKind.Object => record.EnumerateObject().SelectMany(member => Words(member.Value)),
        JsonValueKind.Array => record.EnumerateArray().SelectMany(Words),
        JsonValueKind.String when record.GetString()!.Contains(' ', StringComparison.Ordinal) => [record.GetString()!],
        _ => [],
    };
}
