using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Redlining;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>One document that a person and the AI write at once, over HTTP, until it leaves.</summary>
[Trait("Capability", "C10")]
public sealed class ParallelRunTests : IClassFixture<OwnProduct>
{
    private static readonly string[] InOrder =
        ["You hear the depot", "The roof of the new depot was closed.", "A depot is not a monument.", "The facts come from the harbour office."];

    private readonly Product product;

    public ParallelRunTests(OwnProduct own) => product = own.Product;

    [Fact]
    public async Task The_draft_waits_for_the_author_and_both_leave_as_one_document()
    {
        Run run = await (await ArticleRun.Started(product)).Drafted();
        HandoffView waiting = await run.Look();
        Assert.Equal((HandoffState.Checking, true), (waiting.State, waiting.Parallel!.IsWaiting));
        Assert.Equal(
            [("opening", SectionOwner.Person), ("facts", SectionOwner.Ai), ("view", SectionOwner.Person), ("outlook", SectionOwner.Ai)],
            waiting.Parallel.Sections.Select(section => (section.Key, section.Owner)));

        HandoffView merged = (await run.Write(ArticleRun.Own(), handIn: true)).As<HandoffView>();
        Assert.Equal(HandoffState.InReview, merged.State);
        Assert.All(merged.Changes, change => Assert.True(change.Section is "facts" or "outlook", change.Section));
        byte[] left = await Left(run);

        Assert.Equal(0, Revisions.Pending(left));
        Assert.Empty(DocumentValidation.Validate(left));
        string text = DocumentText.ReadBody(left, RevisionView.Accepted);
        Assert.All(ArticleRun.Own().Values, own => Assert.Contains(own, text, StringComparison.Ordinal));
        int[] order = [.. InOrder.Select(words => text.IndexOf(words, StringComparison.Ordinal))];
        Assert.True(order.All(at => at >= 0) && order.SequenceEqual(order.Order()), text);
        product.ExpectNoFault();
    }

    [Fact]
    [Trait("Capability", "C22")]
    [Trait("Capability", "C19")]
    public async Task Where_the_author_writes_first_the_AIs_sections_come_as_tracked_changes_and_nothing_else_does()
    {
        Run run = await ArticleRun.Started(product);
        Assert.Equal(HandoffState.Intake, (await run.Write(ArticleRun.Own(), handIn: true)).As<HandoffView>().State);
        await run.Drafted();
        byte[] merged = (await run.Author.Document(run.Id)).Ok().Body;
        Assert.All(Revisions.List(merged), revision => Assert.Equal("HandoffOffice (rules, no AI)", revision.Author));
        string before = DocumentText.ReadBody(merged, RevisionView.Rejected);
        Assert.All(ArticleRun.Own().Values, own => Assert.Contains(own, before, StringComparison.Ordinal));
        Assert.DoesNotContain("The roof of the new depot", before, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Capability", "C19")]
    public async Task What_has_to_change_in_the_authors_sections_is_a_change_like_any_other_and_can_be_taken_back()
    {
        Run run = await ArticleRun.Started(product);
        (await run.Write(ArticleRun.Own(), handIn: true)).Ok();
        await run.Drafted();
        SentenceView own = (await run.Look()).Text!.First(sentence => sentence.Section == "opening");
        Assert.Null(own.ChangeId);
        HandoffView changed = (await run.Author.Decide(run.Id, own.Id, Decision.Edited, "You hear the depot long before you see it.")).As<HandoffView>();
        Assert.Equal("You hear the depot long before you see it.", changed.Text![0].Text);
        Assert.Contains("You hear the depot long before", await Body(run, RevisionView.Accepted), StringComparison.Ordinal);

        (await run.Author.Decide(run.Id, own.Id, Decision.Undecided)).Ok();
        Assert.Contains("You hear the depot before you see it.", await Body(run, RevisionView.Rejected), StringComparison.Ordinal);
        (await run.Author.Decide(run.Id, own.Id, Decision.Edited, "You hear the depot at once.")).Ok();
        Assert.Contains("You hear the depot at once.", DocumentText.ReadBody(await Left(run), RevisionView.Accepted), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Capability", "C19")]
    public async Task A_document_of_the_authors_has_their_sections_and_comes_back_with_the_AIs()
    {
        Run run = await ArticleRun.Started(product);
        byte[] own = Revisions.AcceptAll(SectionDrafting.Insert(
            DocumentTemplate.Create(new TemplateContent("A depot", "Mine", "en", [new("opening", null), new("facts", "What happened"), new("view", "What it means"), new("outlook", "Next")], "A depot")),
            [.. ArticleRun.Own().Select(section => new SectionText(section.Key, null, [new ParagraphText([new SentenceText(section.Key, section.Value)])]))],
            new RevisionAuthor("Amara Osei", DateTimeOffset.UnixEpoch)).File);
        (await run.Author.UseDocument(run.Id, own)).Ok();
        Assert.True((await run.Look()).Parallel!.IsInDocument);
        (await run.Write(ArticleRun.Own())).Refused(409, "written-in-document");
        await run.Drafted();
        byte[] merged = (await run.Author.Document(run.Id)).Ok().Body;
        Assert.All(ArticleRun.Own().Values, text => Assert.Contains(text, DocumentText.ReadBody(merged, RevisionView.Rejected), StringComparison.Ordinal));
        Assert.Contains("The roof of the new depot", DocumentText.ReadBody(merged, RevisionView.Accepted), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_in_which_the_AIs_section_is_written_already_is_refused()
    {
        Run run = await ArticleRun.Started(product);
        byte[] own = Revisions.AcceptAll(SectionDrafting.Insert(
            DocumentTemplate.Create(new TemplateContent("A depot", "Mine", "en", [new("facts", null)], "A depot")),
            [new SectionText("facts", null, [new ParagraphText([new SentenceText("1", "I wrote it all.")])])], new RevisionAuthor("Amara Osei", DateTimeOffset.UnixEpoch)).File);
        (await run.Author.UseDocument(run.Id, own)).Refused(422, "section-not-yours");
    }

    [Fact]
    public async Task Bad_sections_are_refused_and_nothing_is_lost()
    {
        Run run = await ArticleRun.Started(product);
        (await run.Write(ArticleRun.Own())).Ok();
        string before = product.Stored();
        (await run.Write(new Dictionary<string, string> { ["facts"] = "Mine." })).Refused(422, "section-not-yours");
        (await run.Write(new Dictionary<string, string> { ["appendix"] = "Mine." })).Refused(422, "section-not-yours");
        (await run.Write(new Dictionary<string, string> { ["opening"] = "Only this." }, handIn: true)).Refused(422, "own-sections-empty");
        (await run.Write(new Dictionary<string, string> { ["opening"] = "A bell: \a" })).Refused(422, "invalid-sections");
        (await run.Write(ArticleRun.Own(), seconds: -1)).Refused(422, "invalid-sections");
        (await run.Write(new Dictionary<string, string> { ["opening"] = new string('a', 60_001) })).Refused(422, "too-much-to-revise");
        Assert.Equal(before, product.Stored());
        (await (await product.As(LocalPeople.RitaOkafor)).Put($"handoffs/{run.Id}/own-sections", new { sections = Array.Empty<object>() })).Refused(403, "not-your-handoff");
    }

    [Fact]
    public async Task What_was_kept_is_there_when_the_author_comes_back()
    {
        Run run = await ArticleRun.Started(product);
        (await run.Write(new Dictionary<string, string> { ["opening"] = "One. Two.\nThree." })).Ok();
        Assert.Equal("One. Two.\nThree.", (await run.Look()).Parallel!.Sections[0].Text);
    }

    private static async Task<string> Body(Run run, RevisionView view) => DocumentText.ReadBody((await run.Author.Document(run.Id)).Ok().Body, view);

    private static async Task<byte[]> Left(Run run)
    {
        (await run.Author.DecideRest(run.Id)).Ok();
        await run.Author.ConfirmAll(run.Id);
        (await run.Author.Sign(run.Id)).Ok();
        return (await run.Author.Release(run.Id)).Ok().Body;
    }
}
