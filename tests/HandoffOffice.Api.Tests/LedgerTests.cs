using System.Net;
using System.Text;
using System.Text.Json;
using HandoffOffice.Api.Auditing;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Design;
using HandoffOffice.Storage.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace HandoffOffice.Api.Tests;

[Trait("Capability", "C80")]
public sealed class LedgerTests(LocalProduct fixture)
{
    private readonly Product product = fixture.Product;

    [Fact]
    public async Task An_administrator_exports_the_ledger_and_it_verifies_against_the_heads_that_were_kept()
    {
        await Run.InReview(product, Run.StatusReport);
        await Sweep();
        await Run.InReview(product, Run.Email);
        Session administrator = await Administrator();
        LedgerReport report = Verify(await administrator.Get("ledger/export"), KeptHeads());
        Assert.Empty(report.Faults);
        Assert.True(report.Entries > 6);
    }

    [Fact]
    public async Task The_beginning_of_a_head_that_a_crash_left_is_no_head_and_the_next_one_does_not_go_on_with_it()
    {
        // Nothing but this test keeps heads here.
        await using Product other = Product.Start(new Dictionary<string, string?> { ["Ledger:Interval"] = "1.00:00:00" });
        await Run.InReview(other, Run.StatusReport);
        await other.Services.GetRequiredService<HeadKeeper>().Sweep(TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(other.HeadFile(), "{\"head\":{\"tena", TestContext.Current.CancellationToken);
        IKeepsHeads sink = other.Services.GetRequiredService<IKeepsHeads>();
        SignedTreeHead first = (await sink.Last(LocalPeople.TenantId, TestContext.Current.CancellationToken))!;
        await sink.Keep(first, TestContext.Current.CancellationToken);
        string[] lines = await File.ReadAllLinesAsync(other.HeadFile(), TestContext.Current.CancellationToken);
        Assert.Equal([lines[0], lines[0]], lines);
    }

    [Fact]
    public async Task An_administrator_proves_an_entry_and_that_the_ledger_only_grew()
    {
        await Run.InReview(product, Run.StatusReport);
        Session administrator = await Administrator();
        InclusionProof entry = (await administrator.Get("ledger/entries/2/proof")).As<InclusionProof>();
        Assert.True(MerkleProofs.Includes(entry.Head.Head.Root, entry.Head.Head.Size, 2, MerkleTree.Leaf(Encoding.UTF8.GetBytes(entry.Leaf)), entry.Path));
        ConsistencyProof grown = (await administrator.Get("ledger/consistency/3")).As<ConsistencyProof>();
        Assert.Equal(3, grown.Earlier);
        (await administrator.Get("ledger/entries/1000000/proof")).Refused(404, "unknown-entry");
        (await administrator.Get("ledger/consistency/0")).Refused(404, "unknown-entry");
    }

    [Fact]
    public async Task Nobody_else_reads_the_ledger_or_changes_the_key()
    {
        Session author = await product.As(LocalPeople.AmaraOsei);
        foreach (string path in new[] { "ledger/export", "ledger/head", "ledger/entries/0/proof", "ledger/consistency/1" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await author.Get(path)).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await author.Post("keys/rotation")).Status);
    }

    [Fact]
    public async Task What_was_sealed_before_a_new_key_is_still_released_after_it()
    {
        Run run = await Run.Approved(product, Run.StatusReport);
        (await (await Administrator()).Post("keys/rotation")).Ok();
        (await run.Author.Release(run.Id)).Ok();
    }

    [Fact]
    public async Task A_rewritten_past_stops_the_heads_and_shows_in_the_health()
    {
        await using Product other = Product.Start();
        await Run.InReview(other, Run.StatusReport);
        HeadKeeper keeper = other.Services.GetRequiredService<HeadKeeper>();
        await keeper.Sweep(TestContext.Current.CancellationToken);
        string kept = File.ReadAllText(other.HeadFile());
        other.Database.DropTrigger("LedgerNodes_are_not_updated", "LedgerNodes");
        other.Sql("UPDATE LedgerNodes SET Hash = '" + new string('0', 64) + "' WHERE Level = 2");
        await Run.InReview(other, Run.StatusReport);
        await keeper.Sweep(TestContext.Current.CancellationToken);
        Assert.Equal(kept, File.ReadAllText(other.HeadFile()));
        Assert.Equal(HealthStatus.Unhealthy, (await keeper.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status);
    }

    private async Task<Session> Administrator() => await product.As(LocalPeople.TeodorIvanov);

    private Task Sweep() => product.Services.GetRequiredService<HeadKeeper>().Sweep(TestContext.Current.CancellationToken);

    private List<SignedTreeHead> KeptHeads() =>
        [.. File.ReadLines(product.HeadFile()).Select(line => JsonSerializer.Deserialize<SignedTreeHead>(line, WorkflowFile.Options)!)];

    private static LedgerReport Verify(Answer export, IReadOnlyList<SignedTreeHead> earlier)
    {
        using var stream = new MemoryStream(export.Ok().Body);
        return LedgerVerification.Of(stream, earlier);
    }
}
