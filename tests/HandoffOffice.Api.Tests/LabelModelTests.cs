using System.Net.ServerSentEvents;
using System.Reflection;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Models;
using Microsoft.Extensions.AI;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>What has a label that no model may see reaches none (C100), whichever way leads to one.</summary>
[Trait("Capability", "C100")]
public sealed class LabelModelTests(LabelProduct fixture) : IClassFixture<LabelProduct>
{
    private const string Article = "article";
    private const string Topics = "topics";

    private readonly Product product = fixture.Product;

    public static TheoryData<string> Workflows { get; } = [Run.StatusReport, Run.Email, Article, Topics];

    [Theory]
    [MemberData(nameof(Workflows))]
    public async Task No_draft_of_any_pattern_asks_the_model(string workflow)
    {
        Run run = await product.Labelled(await Key(workflow), LabelProduct.Internal, LabelProduct.Secret);
        int before = fixture.Calls;
        IReadOnlyList<SseItem<string>> events = Session.Events(await run.Author.Draft(run.Id));

        Assert.Equal(["started", "failed"], events.Select(e => e.EventType));
        Assert.Equal(before, fixture.Calls);
        HandoffView failed = await run.Look();
        Assert.Equal((HandoffState.Failed, "label-not-for-models", false), (failed.State, failed.Failure!.Code, failed.Failure.Retryable));
        (await run.Author.Post($"handoffs/{run.Id}/manual", new { reason = "No model may see it." })).Ok();
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public async Task A_label_that_models_may_see_is_drafted(string workflow)
    {
        Run run = await product.Labelled(await Key(workflow), LabelProduct.Internal);
        int before = fixture.Calls;
        Assert.Equal("done", Session.Events(await run.Author.Draft(run.Id))[^1].EventType);
        Assert.True(fixture.Calls > before);
    }

    [Fact]
    public async Task A_label_that_nobody_has_told_of_is_for_no_model()
    {
        Run run = await product.Labelled(Run.StatusReport, LabelProduct.Unknown);
        int before = fixture.Calls;
        (await run.Author.Draft(run.Id)).Ok();
        Assert.Equal((before, "label-not-for-models"), (fixture.Calls, (await run.Look()).Failure?.Code));
    }

    [Fact]
    public async Task Nor_does_a_draft_for_the_authors_own_document_with_such_a_label()
    {
        Run run = await product.Labelled(Run.StatusReport, LabelProduct.Internal);
        (await run.Author.UseDocument(run.Id, Altered.Labelled(Docx.Saying("Ours."), LabelProduct.Secret))).Ok();
        int before = fixture.Calls;
        (await run.Author.Draft(run.Id)).Ok();
        Assert.Equal((before, "label-not-for-models"), (fixture.Calls, (await run.Look()).Failure?.Code));
    }

    [Fact]
    public async Task Nor_does_a_revision_or_another_attempt()
    {
        Run run = await (await product.Labelled(Run.StatusReport, LabelProduct.Internal)).Drafted();
        Assert.Equal(1, product.Sql("UPDATE Handoffs SET Label = @label WHERE Id = @id", ("@label", LabelProduct.Secret), ("@id", run.Id)));
        (await run.Reviewer.Post($"handoffs/{run.Id}/revision", new { reason = "Shorter, please." })).Ok();
        int before = fixture.Calls;
        (await run.Author.Draft(run.Id)).Ok();
        Assert.Equal((HandoffState.Failed, "label-not-for-models"), ((await run.Look()).State, (await run.Look()).Failure?.Code));
        (await run.Author.Draft(run.Id)).Ok();
        Assert.Equal(before, fixture.Calls);
    }

    [Fact]
    public async Task Rules_draft_it_and_no_second_reader_is_asked()
    {
        await using var judged = LabelProduct.WithJudgeOnly();
        Run secret = await (await judged.Product.Labelled(Run.Email, LabelProduct.Secret)).Drafted();
        HandoffView view = await secret.Look();
        Assert.Equal((HandoffState.InReview, 0), (view.State, judged.Calls));
        Assert.Contains("was not asked", view.Evidence.SecondReading!.NotJudged, StringComparison.Ordinal);

        Run allowed = await (await judged.Product.Labelled(Run.Email, LabelProduct.Internal)).Drafted();
        Assert.Equal((HandoffState.InReview, 1), ((await allowed.Look()).State, judged.Calls));
    }

    [Fact]
    public async Task Nor_where_the_authors_own_sections_come_last()
    {
        await using var judged = LabelProduct.WithJudgeOnly();
        string key = await ArticleRun.Added(judged.Product, article => article["gate"]!["checks"]!.AsArray()
            .Add(new System.Text.Json.Nodes.JsonObject { ["kind"] = nameof(CheckKind.SecondReading), ["severity"] = nameof(Severity.Warning) }));
        foreach ((Guid label, bool asked) in new[] { (LabelProduct.Secret, false), (LabelProduct.Internal, true) })
        {
            Run run = await (await judged.Product.Labelled(key, label)).Drafted();
            int before = judged.Calls;
            Assert.Equal(HandoffState.InReview, (await run.Write(ArticleRun.Own(), handIn: true)).As<HandoffView>().State);
            Assert.Equal(asked, judged.Calls > before);
        }
    }

    [Fact]
    public void Nothing_but_the_writer_and_the_second_reader_holds_a_model()
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        IEnumerable<Type> holders = new[] { typeof(Program).Assembly, typeof(DraftWriter).Assembly, typeof(Storage.HandoffOfficeDb).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetFields(all).Any(field => field.FieldType == typeof(IChatClient)))
            // What the compiler makes of an iterator lies within the type that it belongs to.
            .Select(type => type.DeclaringType ?? type).Distinct();
        Assert.Equal([nameof(DraftWriter), nameof(SecondReader)], holders.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    private async Task<string> Key(string workflow) => workflow switch
    {
        Article => await ArticleRun.Added(product),
        Topics => await TopicsRun.Added(product),
        _ => workflow,
    };
}
