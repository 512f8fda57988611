using System.Text.Json.Nodes;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Reviewing.Seeding;
using HandoffOffice.Redlining;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>An error that is planted on purpose: nothing shows it, whoever decides about it is told, and it never leaves (C51).</summary>
[Trait("Capability", "C51")]
public sealed class SeededErrorTests : IAsyncLifetime
{
    private const string Seeded = "seeded-report";

    private readonly ScriptedChance chance = new() { NextShare = 0.4 };
    private Product product = null!;
    private Session author = null!;
    private Session reviewer = null!;

    public async ValueTask InitializeAsync()
    {
        product = Product.Start(services: services => services.AddSingleton<IChance>(chance));
        author = await product.As(LocalPeople.AmaraOsei);
        reviewer = await product.As(LocalPeople.RitaOkafor);
        JsonObject workflow = await Run.Definition(author);
        (workflow["key"], workflow["gate"]!["seededErrorRate"]) = (Seeded, 0.5);
        await (await product.As(LocalPeople.MeiTanaka)).Launch(workflow, await product.As(LocalPeople.TeodorIvanov));
    }

    public ValueTask DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task Accepting_it_is_told_at_once_with_the_place_and_the_sentence_is_true_again()
    {
        Run run = await InReview();
        SeededError planted = Planted(run);

        HandoffView after = (await reviewer.Decide(run.Id, planted.ChangeId, Decision.Accepted)).As<HandoffView>();

        SeedResultView result = Assert.IsType<SeedResultView>(after.SeedResult);
        Assert.Equal((false, planted.ChangeId, planted.PlantedText, planted.TrueText), (result.Found, result.ChangeId, result.PlantedText, result.TrueText));
        ChangeView change = after.Changes.Single(c => c.Id == planted.ChangeId);
        Assert.Equal((planted.TrueText, Decision.Undecided), (change.Text, change.Decision));
        Assert.Null((await run.Look()).SeedResult);
        Assert.Contains("SeedMissed", await Kinds(run));
    }

    [Theory]
    [InlineData(Decision.Rejected, null)]
    [InlineData(Decision.Edited, "Something else stands here now.")]
    public async Task Rejecting_it_or_writing_other_words_finds_it(Decision decision, string? words)
    {
        Run run = await InReview();
        SeededError planted = Planted(run);
        HandoffView after = (await reviewer.Decide(run.Id, planted.ChangeId, decision, words)).As<HandoffView>();
        Assert.Equal((true, words), (after.SeedResult!.Found, after.SeedResult.YourWords));
        Assert.Contains("SeedFound", await Kinds(run));
        Assert.Equal(Decision.Undecided, after.Changes.Single(c => c.Id == planted.ChangeId).Decision);
    }

    [Fact]
    public async Task Accepting_all_that_is_undecided_misses_it()
    {
        Run run = await InReview();
        HandoffView after = (await reviewer.DecideRest(run.Id)).As<HandoffView>();
        Assert.False(after.SeedResult!.Found);
        Assert.Equal([after.SeedResult.ChangeId], after.Changes.Where(change => change.Decision == Decision.Undecided).Select(change => change.Id));
    }

    [Fact]
    public async Task Nothing_that_a_reviewer_is_shown_says_that_there_is_one()
    {
        Run run = await InReview();
        SeededError planted = Planted(run);
        Answer shown = await reviewer.Get($"handoffs/{run.Id}");
        Answer history = await reviewer.Get($"handoffs/{run.Id}/history");
        byte[] document = (await reviewer.Document(run.Id)).Ok().Body;
        string parts = Docx.AllParts(document);

        Assert.Contains(planted.PlantedText, DocumentText.ReadBody(document, RevisionView.Accepted), StringComparison.Ordinal);
        Assert.All(new[] { shown.Text, history.Text, parts }, text =>
        {
            Assert.DoesNotContain(planted.TrueText, text, StringComparison.Ordinal);
            Assert.DoesNotContain("seed", text.Replace(Seeded, string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("planted", text, StringComparison.OrdinalIgnoreCase);
        });
        Assert.DoesNotContain(shown.As<HandoffView>().Findings, finding => finding.ChangeId == planted.ChangeId);
        Assert.Equal(1L, product.Query("SELECT COUNT(*) FROM Ledger WHERE Kind = 'ErrorSeeded'").Single());
    }

    [Fact]
    public async Task What_leaves_is_the_text_as_it_was_drafted()
    {
        Run run = await InReview();
        SeededError planted = Planted(run);
        (await reviewer.Sign(run.Id)).Refused(409, "changes-undecided");
        (await reviewer.DecideRest(run.Id)).Ok();
        (await reviewer.DecideRest(run.Id)).Ok();
        await reviewer.ConfirmAll(run.Id);
        (await reviewer.Sign(run.Id)).Ok();
        byte[] left = (await author.Release(run.Id)).Ok().Body;
        string text = DocumentText.ReadBody(left, RevisionView.Accepted);
        Assert.Contains(planted.TrueText, text, StringComparison.Ordinal);
        Assert.DoesNotContain(planted.PlantedText, text, StringComparison.Ordinal);
        Assert.DoesNotContain(planted.PlantedText, Docx.AllParts(left), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("revision")]
    [InlineData("rejection")]
    [InlineData("manual")]
    public async Task A_review_that_ends_without_an_answer_takes_it_out_and_it_counts_neither_way(string way)
    {
        Run run = await InReview();
        SeededError planted = Planted(run);
        (await reviewer.Post($"handoffs/{run.Id}/{way}", new { reason = "Because." })).Ok();
        string document = DocumentText.ReadBody((await reviewer.Document(run.Id)).Ok().Body, RevisionView.Accepted);
        Assert.Contains(planted.TrueText, document, StringComparison.Ordinal);
        Assert.DoesNotContain(planted.PlantedText, document, StringComparison.Ordinal);
        Assert.Contains("SeedWithdrawn", await Kinds(run));
    }

    [Fact]
    public async Task It_is_planted_in_the_authors_own_document_and_taken_out_of_it_again()
    {
        chance.NextShare = 0.999;
        byte[] own = LastMonth.Report((await (await InReview()).Look()).Draft!.Sentences);
        chance.NextShare = 0.4;
        Run run = await Run.Started(product, author, reviewer, Seeded);
        (await author.UseDocument(run.Id, own)).Ok();
        await run.Drafted();
        SeededError planted = Planted(run);
        Assert.Contains(planted.PlantedText, DocumentText.ReadBody((await reviewer.Document(run.Id)).Ok().Body, RevisionView.Accepted), StringComparison.Ordinal);
        (await reviewer.DecideRest(run.Id)).Ok();
        Assert.DoesNotContain(planted.PlantedText, DocumentText.ReadBody((await reviewer.Document(run.Id)).Ok().Body, RevisionView.Accepted), StringComparison.Ordinal);
        (await reviewer.DecideRest(run.Id)).Ok();
        await reviewer.ConfirmAll(run.Id);
        (await reviewer.Sign(run.Id)).Ok();
    }

    [Fact]
    public async Task Where_the_draw_says_none_or_the_gate_has_no_rate_none_is_planted()
    {
        chance.NextShare = 0.5;
        await Run.InReview(product);
        await InReview();
        chance.NextShare = 0;
        await Run.InReview(product);
        Assert.Equal(0L, product.Query("SELECT COUNT(*) FROM Ledger WHERE Kind = 'ErrorSeeded'").Single());
    }

    private async Task<Run> InReview() => await (await Run.Started(product, author, reviewer, Seeded)).Drafted();

    private SeededError Planted(Run run)
    {
        string json = (string)product.Query("SELECT Seeded FROM Handoffs WHERE Id = @id", ("@id", run.Id)).Single();
        return Assert.Single(System.Text.Json.JsonSerializer.Deserialize<IReadOnlyList<SeededError>>(json, Domain.Design.WorkflowFile.Options)!);
    }

    private async Task<IReadOnlyList<string>> Kinds(Run run) => [.. (await reviewer.History(run.Id)).Select(entry => $"{entry.Kind}")];
}
