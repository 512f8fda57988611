using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Reviewing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Handoffs;

/// <summary>A draft that goes into a document with last month's text.</summary>
[Trait("Capability", "C60")]
public sealed class ExistingTextTests
{
    private const string Old = "Nordhafen Logistik hears from us in letter 0. It is guaranteed.";

    [Fact]
    public void A_draft_keeps_replaces_inserts_and_deletes_sentences()
    {
        using Run run = InReview();
        Assert.Equal(
            [("s1", ChangeKind.Replaced), ("d1", ChangeKind.Deleted), ("s2", ChangeKind.Inserted), ("s3", null)],
            run.Handoff.CurrentDraft!.Passages().Select(passage => (passage.Id, passage.Kind)));
        Assert.Equal(["s1", "d1", "s2"], run.Handoff.Changes.Select(change => change.Id));
    }

    [Fact]
    public void A_rejected_change_leaves_what_was_there()
    {
        using Run run = InReview();
        run.Decide(Given.First, new Change("s1", Decision.Rejected), new Change("d1", Decision.Rejected), new Change("s2", Decision.Rejected));
        Assert.Equal(
            ["Nordhafen Logistik hears from us in letter 0.", "It is guaranteed.", "The warehouse stands in Bremerhaven."],
            run.Handoff.CurrentText().Select(piece => piece.Text));
    }

    [Fact]
    public void The_reviewers_words_stand_in_the_place_of_what_goes_as_well()
    {
        using Run run = InReview();
        run.Decide(Given.First, new Change("d1", Decision.Edited, "It is planned."));
        Assert.Contains(run.Handoff.CurrentText(), piece => piece is { Id: "d1", Text: "It is planned." });
    }

    [Fact]
    public void A_sentence_that_is_kept_is_checked_like_any_other()
    {
        using Run run = InReview("The warehouse is guaranteed.", new DraftSentence("s1", "body", 0, "The warehouse is guaranteed.", []));
        Finding finding = Assert.Single(run.Handoff.Report!.Findings, finding => finding.Span is not null);
        Assert.Equal("s1", finding.Span!.PieceId);
        Assert.Empty(run.Handoff.Changes);
    }

    [Fact]
    public void The_ledger_names_the_existing_text_by_its_digest()
    {
        using Run run = InReview();
        HandoffEvent taken = run.Events.Single(e => e.Kind == "DocumentTaken");
        Assert.Equal($"{run.Handoff.Existing!.Digest()}", taken.Facts["existingDigest"]);
        Assert.DoesNotContain("Nordhafen", string.Join(' ', taken.Facts.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_without_text_in_its_sections_is_drafted_into_anew()
    {
        using var run = new Run { Existing = ExistingText.Of([("body", [" ", ""])]) };
        run.Must(HandoffAction.UseDocument);
        Assert.Null(run.Handoff.Existing);
    }

    [Fact]
    public void More_text_than_a_draft_revises_is_refused_and_changes_nothing()
    {
        using var run = new Run { Existing = ExistingText.Of([("body", [new string('a', ExistingText.MaxLength + 1)])]) };
        Assert.Equal(new TooMuchToRevise(ExistingText.MaxLength + 1), run.Do(HandoffAction.UseDocument).Error);
        Assert.Null(run.Handoff.Existing);
    }

    [Fact]
    [Trait("Capability", "C06")]
    public void A_second_draft_is_laid_over_the_original_and_says_what_the_first_had()
    {
        using Run run = InReview();
        run.Decide(Given.First, new Change("s1", Decision.Accepted), new Change("d1", Decision.Accepted));
        run.Must(HandoffAction.Revise);
        run.Must(HandoffAction.StartDraft);
        run.Must(HandoffAction.CompleteDraft);

        Assert.Equal("Nordhafen Logistik hears from us in letter 0.", run.Handoff.CurrentDraft!.Passages()[0].Original);
        Assert.Equal("Nordhafen Logistik hears from us in letter 1.", run.Handoff.Changes[0].Previous);
        Assert.Equal((Decision.Accepted, true, null), (run.Handoff.Changes[1].Decision, run.Handoff.Changes[1].CarriedOver, run.Handoff.Changes[1].Previous));
    }

    [Fact]
    public void A_sentence_is_split_off_where_one_begins_and_keeps_its_characters() => Assert.Equal(
        ["Dr. Ray  said so.", "On 3 May it ships!", "Really?"],
        Assert.Single(ExistingText.Of([("body", ["Dr. Ray  said so. On 3 May it ships!\tReally? "])]).Sections).Paragraphs[0]);

    private static Run InReview(string existing = Old + "|The warehouse stands in Bremerhaven.", params DraftSentence[] draft)
    {
        var run = new Run { Existing = ExistingText.Of([("body", existing.Split('|'))]), Sentences = draft.Length > 0 ? _ => draft : Given.Sentences };
        run.Must(HandoffAction.UseDocument);
        return run.To(HandoffState.InReview);
    }
}
