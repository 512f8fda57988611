using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Redlining;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>A draft revises what the author's own document says, and a second draft the first.</summary>
[Trait("Capability", "C60")]
public sealed class RevisingTests(DrafterProduct fixture) : IClassFixture<DrafterProduct>
{
    private const string OldDate = "The last audit was on 3 March 2021.";

    private readonly Product product = fixture.Product;
    private readonly TestDrafter drafter = fixture.Drafter;

    [Fact]
    public async Task The_whole_run_over_last_months_report()
    {
        (Run run, byte[] report) = await OverLastMonths();
        HandoffView view = await run.Look();
        Assert.True(view.RevisesExistingText);
        Assert.Equal([ChangeKind.Inserted, ChangeKind.Replaced, ChangeKind.Deleted], view.Changes.Select(change => change.Kind).Distinct().Order());
        Assert.True(view.Changes.Count < view.Draft!.Sentences.Count + 2, "Sentences that stayed the same are changes.");
        await EveryChangeIsTracked(run, view);

        ChangeView edited = view.Changes.First(change => change is { Section: "progress", Kind: ChangeKind.Replaced });
        (await run.Reviewer.Decide(run.Id, edited.Id, Decision.Edited, $"{edited.Text} All of it is public.")).Ok();
        await EveryChangeIsTracked(run, await run.Look());
        foreach (string kept in new[] { LastMonth.Over, LastMonth.Thanks, LastMonth.Invitation })
        {
            (await run.Reviewer.Decide(run.Id, view.Changes.Single(change => change.Text == kept).Id, Decision.Rejected)).Ok();
        }

        (await run.Reviewer.DecideRest(run.Id)).Ok();
        HandoffView shown = await run.Reviewer.ConfirmAll(run.Id);
        (await run.Reviewer.Sign(run.Id)).Ok();
        byte[] left = (await run.Author.Release(run.Id)).Ok().Body;

        Assert.Equal((0, 0), (Revisions.Pending(left), Comments.List(left).Count));
        Assert.Empty(DocumentValidation.Validate(left));
        Assert.Equal(LastMonth.Outside(report), LastMonth.Outside(CustomXml.Remove(left, SealProof.XmlNamespace)));
        string[] text = [.. SectionDrafting.Existing(left, ["progress", "blockers", LastMonth.EmptySection, "closing"]).SelectMany(section => section.Paragraphs)];
        Assert.Equal(shown.Text!.GroupBy(sentence => sentence.Paragraph).Select(paragraph => string.Join(' ', paragraph.Select(sentence => sentence.Text))), text);
        Assert.Contains(shown.Text!, sentence => sentence.ChangeId is null);
        Assert.Contains($"{edited.Text} All of it is public. {LastMonth.Over} ", text[0], StringComparison.Ordinal);
        Assert.DoesNotContain(LastMonth.ParagraphThatIsOver, text);
        Assert.EndsWith($" {LastMonth.OldThanks}", text[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(text, paragraph => paragraph.Contains("  ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_replaced_sentence_shows_the_words_that_differ_here_and_in_the_document()
    {
        (Run run, _) = await OverLastMonths();
        ChangeView thanks = (await run.Look()).Changes.Single(change => change.Text == LastMonth.Thanks);
        Assert.Equal((ChangeKind.Replaced, LastMonth.OldThanks), (thanks.Kind, thanks.Original));
        Assert.Equal("good and ", Assert.Single(thanks.Segments, segment => segment.Kind == TextSegmentKind.Inserted).Text);
        IReadOnlyList<Revision> tracked = Revisions.List((await run.Reviewer.Document(run.Id)).Ok().Body);
        Assert.Equal(["good and"], tracked.Where(revision => thanks.RevisionIds.Contains(revision.Id)).Select(revision => revision.Text));
    }

    [Fact]
    public async Task An_edit_is_in_the_document_and_goes_again_when_it_is_taken_back()
    {
        (Run run, _) = await OverLastMonths();
        ChangeView thanks = (await run.Look()).Changes.Single(change => change.Text == LastMonth.Thanks);
        ChangeView edited = (await run.Reviewer.Decide(run.Id, thanks.Id, Decision.Edited, "We thank the whole team.")).As<HandoffView>().Changes.Single(c => c.Id == thanks.Id);
        Assert.Empty(edited.RevisionIds);
        Assert.Equal(" for its steady work", Assert.Single(edited.Segments, segment => segment.Kind == TextSegmentKind.Deleted).Text);
        Assert.Contains("We thank the whole team.", await Closing(run), StringComparison.Ordinal);

        ChangeView back = (await run.Reviewer.Decide(run.Id, thanks.Id, Decision.Undecided)).As<HandoffView>().Changes.Single(c => c.Id == thanks.Id);
        Assert.NotEmpty(back.RevisionIds);
        Assert.Contains(LastMonth.Thanks, await Closing(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_can_be_kept_in_other_words()
    {
        (Run run, _) = await OverLastMonths();
        ChangeView gone = (await run.Look()).Changes.Single(change => change.Text == LastMonth.ParagraphThatIsOver);
        (await run.Reviewer.Decide(run.Id, gone.Id, Decision.Edited, "Everybody was in good spirits.")).Ok();
        byte[] document = (await run.Reviewer.Document(run.Id)).Ok().Body;
        Assert.Equal("Everybody was in good spirits.", SectionDrafting.Existing(document, ["blockers"])[0].Paragraphs[^1]);
    }

    [Fact]
    [Trait("Capability", "C34")]
    [Trait("Capability", "C61")]
    public async Task An_old_date_in_a_sentence_that_is_kept_is_found_and_says_where()
    {
        (Run run, _) = await OverLastMonths(OldDate);
        HandoffView view = await run.Look();
        FindingView finding = Assert.Single(view.Findings, finding => finding.Quote == "3 March 2021");
        Assert.Null(finding.ChangeId);
        Assert.Equal(view.Changes.Where(change => change.Section == "closing").Select(change => change.Paragraph).Distinct(), [finding.Paragraph!.Value]);
        Assert.Null(Assert.Single(view.Evidence.Dates, date => date.Quote == "3 March 2021").ChangeId);
        DocumentComment comment = Assert.Single(Comments.List((await run.Reviewer.Document(run.Id)).Ok().Body), comment => comment.Anchor == "3 March 2021");
        Assert.Contains(finding.Message, comment.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Capability", "C06")]
    public async Task A_revision_carries_over_what_was_accepted_and_says_what_it_changed_and_why()
    {
        (Run run, _) = await OverLastMonths();
        (await run.Reviewer.DecideRest(run.Id)).Ok();
        (await run.Reviewer.Post($"handoffs/{run.Id}/revision", new { reason = "Thank them more warmly." })).Ok();
        drafter.Rewrites = LastMonth.ThisMonth(LastMonth.Thanks.Replace("thank", "warmly thank", StringComparison.Ordinal));
        await run.Drafted();

        Assert.Contains("Thank them more warmly.", drafter.LastBrief, StringComparison.Ordinal);
        Assert.Contains(LastMonth.OldThanks, drafter.LastBrief, StringComparison.Ordinal);
        HandoffView second = await run.Look();
        ChangeView changed = Assert.Single(second.Changes, change => change.Decision == Decision.Undecided);
        Assert.Equal((LastMonth.OldThanks, LastMonth.Thanks, "Thank them more warmly."), (changed.Original, changed.Previous?.Text, changed.Reason));
        Assert.Equal("warmly ", Assert.Single(changed.Previous!.Segments, segment => segment.Kind == TextSegmentKind.Inserted).Text);
        Assert.All(second.Changes.Where(change => change.Id != changed.Id), change => Assert.Equal((true, null), (change.CarriedOver, change.Reason)));
        Assert.Equal(second.Changes.Count - 1, (await run.Reviewer.History(run.Id)).Count(entry => entry.Kind == HandoffEventKind.ChangeCarriedOver));
        DocumentComment why = Assert.Single(Comments.List((await run.Reviewer.Document(run.Id)).Ok().Body), comment => comment.Text.Contains("more warmly", StringComparison.Ordinal));
        Assert.Contains("warmly", why.Anchor, StringComparison.Ordinal);

        ChangeView taken = second.Changes.First(change => change.CarriedOver);
        ChangeView back = (await run.Reviewer.Decide(run.Id, taken.Id, Decision.Undecided)).As<HandoffView>().Changes.Single(change => change.Id == taken.Id);
        Assert.Equal((Decision.Undecided, false), (back.Decision, back.CarriedOver));
        Assert.NotEmpty(back.RevisionIds);
    }

    [Fact]
    public async Task A_document_that_cannot_be_changed_there_fails_the_draft_and_says_where()
    {
        drafter.Rewrites = null;
        Run run = await Run.Started(product);
        (await run.Author.UseDocument(run.Id, Docx.WithSection("progress", "One thing was done.", "<w:lock w:val=\"contentLocked\"/>"))).Ok();
        await run.Author.Draft(run.Id);
        FailureView failure = (await run.Look()).Failure!;
        Assert.Equal("document-not-editable", failure.Code);
        Assert.Contains("paragraph 1 of the section 'progress'", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_takes_no_sentences_is_refused_with_the_document()
    {
        Run run = await Run.Started(product);
        (await run.Author.UseDocument(run.Id, Docx.WithSection("progress", "One.", "<w:dropDownList/>"))).Refused(422, "document-control-not-writable");
        (await run.Author.UseDocument(run.Id, Docx.WithSection("progress", new string('a', ExistingText.MaxLength + 1)))).Refused(422, "too-much-to-revise");
    }

    // Every undecided change has its tracked changes in the document, and the document has no others.
    private static async Task EveryChangeIsTracked(Run run, HandoffView view)
    {
        byte[] document = (await run.Reviewer.Document(run.Id)).Ok().Body;
        Assert.Empty(DocumentValidation.Validate(document));
        Assert.All(view.Changes, change => Assert.Equal(change.Decision == Decision.Undecided, change.RevisionIds.Count > 0));
        Assert.Equal(
            Revisions.List(document).Select(revision => revision.Id).Order(StringComparer.Ordinal),
            view.Changes.SelectMany(change => change.RevisionIds).Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task<string> Closing(Run run) =>
        SectionDrafting.Existing((await run.Reviewer.Document(run.Id)).Ok().Body, ["closing"])[0].Paragraphs[^1];

    /// <summary>In review, over last month's report; a sentence more that both months' have.</summary>

    private Task<(Run Run, byte[] Report)> OverLastMonths(string? inBoth = null) => LastMonth.Revised(product, drafter, inBoth);
}
