using System.Net.ServerSentEvents;
using System.Text.Json;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Redlining;
using MimeKit;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>The product as people use it, over HTTP, on the real example records.</summary>
[Trait("Capability", "C08")]
public sealed class TheWholeRunTests(LocalProduct fixture)
{
    private const string EditedText = "We are glad to report on this period.";

    private readonly Product product = fixture.Product;

    [Fact]
    public async Task The_whole_run_over_HTTP()
    {
        Session author = await product.As(LocalPeople.AmaraOsei);
        var record = await Run.Record(author);
        Assert.True((await author.Post($"workflows/{Run.StatusReport}/validation", new { record })).As<RecordValidation>().Valid);

        Run run = await Run.Started(product);
        await ItIsDrafted(run);
        await ItIsReviewed(run);
        byte[] left = await ItIsSignedAndReleased(run);

        Assert.Equal(0, Revisions.Pending(left));
        Assert.Empty(DocumentValidation.Validate(left));
        Assert.Equal(await ApprovedText(run), DraftedText(left));
    }

    [Fact]
    public async Task A_mail_goes_the_same_way_and_leaves_with_its_recipient_and_subject()
    {
        Run run = await Run.Started(product, Run.Email);
        await ItIsDrafted(run);
        await ItIsReviewed(run);
        byte[] left = await ItIsSignedAndReleased(run);

        var record = await Run.Record(run.Author, Run.Email);
        using MimeMessage mail = MimeMessage.Load(new MemoryStream(left), TestContext.Current.CancellationToken);
        Assert.Equal($"{record["recipient"]!["email"]}", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal((await run.Look()).Subject, mail.Subject);
        Assert.Equal($"{record["topic"]}", mail.Subject, ignoreCase: true);
        Assert.Equal(await ApprovedText(run), mail.TextBody!.ReplaceLineEndings("\n").TrimEnd().Split("\n\n"));
        Assert.Equal(string.Join('\n', await ApprovedText(run)), CanonicalHtml.Of(mail.HtmlBody!).Text);
        Assert.Empty(mail.Attachments);
    }

    [Fact]
    public async Task With_low_stakes_the_author_may_review()
    {
        Session author = await product.As(LocalPeople.AmaraOsei);
        Run run = await (await Run.Started(product, author, author, Run.Email)).Drafted();
        (await author.DecideRest(run.Id)).Ok();
        await author.ConfirmAll(run.Id);
        (await author.Sign(run.Id)).Ok();
        Assert.NotEmpty((await author.Release(run.Id)).Ok().Body);
    }

    [Fact]
    [Trait("Capability", "C59")]
    public async Task A_draft_goes_into_the_authors_own_document()
    {
        Run run = await Run.Started(product);
        (await run.Author.UseDocument(run.Id, Docx.Saying("Our house style."))).Ok();
        await run.Drafted();
        byte[] review = (await run.Reviewer.Document(run.Id)).Ok().Body;

        Assert.Contains("Our house style.", DocumentText.ReadBody(review, RevisionView.Rejected), StringComparison.Ordinal);
        Assert.Equal((await run.Look()).Changes.Count, TrackedSentences(review));
        Assert.All(Revisions.List(review), revision => Assert.Equal("HandoffOffice (rules, no AI)", revision.Author));
    }

    [Fact]
    [Trait("Capability", "C49")]
    public async Task A_revision_is_asked_for_once_and_then_the_budget_is_spent()
    {
        Run run = await Run.InReview(product);
        (await run.Reviewer.Post($"handoffs/{run.Id}/revision", new { reason = "Say more about the blocker." })).Ok();
        Assert.Equal(HandoffState.Revising, (await run.Look()).State);
        await run.Drafted();
        Assert.Equal((1, 1), ((await run.Look()).Loop.Used, (await run.Look()).Loop.Budget));
        (await run.Reviewer.Post($"handoffs/{run.Id}/revision", new { reason = "And more." })).Refused(409, "loop-budget-spent");
    }

    [Theory]
    [InlineData("rejection", HandoffState.Rejected)]
    [InlineData("manual", HandoffState.RevertedToManual)]
    public async Task A_review_can_end_without_a_signature(string path, HandoffState end)
    {
        Run run = await Run.InReview(product);
        (await run.Reviewer.Post($"handoffs/{run.Id}/{path}", new { reason = " " })).Refused(422, "reason-missing");
        (await run.Reviewer.Post($"handoffs/{run.Id}/{path}", new { reason = "It misses the point." })).Ok();
        Assert.Equal(end, (await run.Look()).State);
    }

    private static async Task ItIsDrafted(Run run)
    {
        IReadOnlyList<SseItem<string>> events = Session.Events(await run.Author.Draft(run.Id));
        string[] sentences = [.. events.Where(e => e.EventType == "sentence").Select(e => e.EventType)];
        Assert.Equal(["started", .. sentences, "checking", "done"], events.Select(e => e.EventType));
        Assert.Equal("Rules", JsonDocument.Parse(events[0].Data).RootElement.GetProperty("origin").GetProperty("kind").GetString());

        HandoffView view = await run.Look();
        Assert.Equal(HandoffState.InReview, view.State);
        Assert.Equal(sentences.Length, view.Changes.Count);
        FindingView[] findings = (await run.Reviewer.Get($"handoffs/{run.Id}/findings")).As<FindingView[]>();
        Assert.DoesNotContain(findings, finding => finding.Severity == Domain.Design.Severity.Blocking);
        Assert.All(view.Evidence!.Dates, date => Assert.Equal(DateVerdict.Match, date.Verdict));
    }

    private static async Task ItIsReviewed(Run run)
    {
        HandoffView view = await run.Look();
        string edited = view.Changes.First(change => change.Citations.Count == 0 || change.Text.Length < 60).Id;
        string taken = view.Changes[^1].Id;
        (await run.Reviewer.Decide(run.Id, taken, Decision.Rejected)).Ok();
        Assert.Equal(Decision.Undecided, (await run.Reviewer.Decide(run.Id, taken, Decision.Undecided)).As<HandoffView>().Changes[^1].Decision);
        string text = view.Changes.Single(change => change.Id == edited).Text;
        HandoffView after = (await run.Reviewer.Decide(run.Id, edited, Decision.Edited, $"{text} {EditedText}")).As<HandoffView>();
        Assert.NotEqual(view.TextDigest, after.TextDigest);
        Assert.Equal(view.Changes.Count - 1, TrackedSentences((await run.Reviewer.Document(run.Id)).Ok().Body));
        (await run.Reviewer.DecideRest(run.Id)).Ok();
        Assert.All((await run.Reviewer.ConfirmAll(run.Id)).Checklist, item => Assert.True(item.ConfirmedByMe));
    }

    // Paragraph marks are tracked as well; they have no text.
    private static int TrackedSentences(byte[] document) => Revisions.List(document).Count(revision => revision.Text.Length > 0);

    private static async Task<byte[]> ItIsSignedAndReleased(Run run)
    {
        HandoffView signed = (await run.Reviewer.Sign(run.Id)).As<HandoffView>();
        Assert.Equal(HandoffState.Approved, signed.State);
        Answer left = (await run.Author.Release(run.Id, "key-of-mine-" + run.Id)).Ok();
        Assert.Equal(signed.Seal!.FileDigest, (await run.Look()).Release!.FileDigest);
        Assert.Equal(Sha256Digest.Of(left.Body), (await run.Look()).Release!.LeftDigest);
        Assert.Equal(left.Body, (await run.Author.Release(run.Id, "key-of-mine-" + run.Id)).Ok().Body);
        (await run.Author.Release(run.Id, "another-key-" + run.Id)).Refused(409, "action-not-possible");
        await TheHistoryIsWhole(run);
        return left.Body;
    }

    private static async Task TheHistoryIsWhole(Run run)
    {
        IReadOnlyList<HistoryEntry> history = await run.Reviewer.History(run.Id);
        Assert.Equal(
            ["Started", "DraftingStarted", "Drafted", "Checked", "ChangeDecided", "ItemConfirmed", "Signed", "Approved", "Released"],
            history.Select(entry => $"{entry.Kind}").Aggregate(new List<string>(), (kinds, kind) => kinds.LastOrDefault() == kind ? kinds : [.. kinds, kind]));
        Assert.Equal(history.OrderBy(entry => entry.Sequence), history);
        Assert.Equal(run.Author.PersonId, history[^1].Actor.Id);
    }

    /// <summary>The paragraphs that were on screen when it was signed.</summary>
    private static async Task<IReadOnlyList<string>> ApprovedText(Run run) =>
        [.. (await run.Look()).Changes.Where(change => change.Decision != Decision.Rejected)
            .GroupBy(change => change.Paragraph)
            .Select(paragraph => string.Join(' ', paragraph.Select(change => change.EditedText ?? change.Text)))];

    /// <summary>The paragraphs of the document that are no heading of our template.</summary>
    private static IEnumerable<string> DraftedText(byte[] document) =>
        DocumentText.ReadBody(document, RevisionView.Accepted).Split('\n').Where(paragraph => paragraph.EndsWith('.'));
}
