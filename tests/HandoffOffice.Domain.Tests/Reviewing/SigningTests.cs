using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Reviewing;

public sealed class SigningTests
{
    [Theory]
    [InlineData(Stakes.Low)]
    [InlineData(Stakes.Medium)]
    [InlineData(Stakes.High)]
    public void Who_is_not_named_as_reviewer_can_neither_decide_nor_confirm_nor_sign_nor_end(Stakes stakes)
    {
        using Run run = Run.ReadyToSign(stakes, reviewers: 2);
        Assert.All(ReviewersOnly, action => Assert.Equal("not-a-reviewer", run.Do(action, Given.Stranger).Error?.Code));
    }

    [Theory]
    [InlineData(Stakes.Medium)]
    [InlineData(Stakes.High)]
    public void With_more_than_low_stakes_the_author_reviews_nothing(Stakes stakes)
    {
        using Run run = Run.ReadyToSign(stakes, reviewers: 2);
        Assert.All(ReviewersOnly, action => Assert.Equal("author-cannot-review", run.Do(action, Given.Author).Error?.Code));
    }

    [Fact]
    public void An_application_reviews_signs_ends_and_releases_nothing_even_under_a_reviewers_id()
    {
        using Run run = Run.ReadyToSign();
        Assert.All([.. ReviewersOnly, HandoffAction.RevertToManual], action =>
            Assert.IsType<ApplicationsCannotReview>(run.Do(action, Given.FlowAsReviewer).Error));

        run.Must(HandoffAction.Sign);
        Assert.IsType<ApplicationsCannotReview>(run.Do(HandoffAction.Release, Given.FlowAsReviewer).Error);
    }

    [Fact]
    public void With_high_stakes_the_second_reviewer_approves_and_nobody_signs_twice()
    {
        using Run run = Run.ReadyToSign(Stakes.High, reviewers: 2);

        Assert.Equal(["Signed"], run.Must(HandoffAction.Sign, Given.First).Select(e => e.Kind));
        Assert.Equal(HandoffState.InReview, run.Handoff.State);
        Assert.Null(run.Handoff.Seal);
        Assert.Equal("already-signed", run.Sign(Given.First with { Person = Given.First.Person with { Id = "OID-FIRST" } }).Error?.Code);

        run.AttestAll(Given.Second);
        Assert.Equal(["Signed", "Approved"], run.Must(HandoffAction.Sign, Given.Second).Select(e => e.Kind));
        Assert.Equal(["oid-first", "oid-second"], run.Handoff.Seal!.Payload.People());
    }

    [Fact]
    public void Each_reviewer_confirms_the_checklist_for_themselves()
    {
        using Run run = Run.ReadyToSign(Stakes.High, reviewers: 2);
        run.Must(HandoffAction.Sign, Given.First);
        Assert.Equal(new ChecklistOpen(2), run.Sign(Given.Second).Error);
    }

    [Fact]
    public void A_decision_after_the_first_signature_voids_it_even_where_the_words_stay()
    {
        using Run run = Run.ReadyToSign(Stakes.High, reviewers: 2);
        run.Must(HandoffAction.Sign, Given.First);

        run.Decide(Given.Second, new Change("s1", Decision.Accepted));

        Assert.Empty(run.Handoff.Signatures);
        Assert.Null(run.Sign(Given.First).Error);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void To_decide_nothing_costs_no_signature_and_no_approval(int reviewers)
    {
        using Run run = Run.ReadyToSign(Stakes.Medium, reviewers);
        run.Must(HandoffAction.Sign, Given.First);
        IReadOnlyDictionary<string, string> before = Snapshot.Of(run.Handoff);

        Outcome nothing = run.Decide(Given.Second);

        Assert.Equal((null, 0), (nothing.Error, nothing.Events.Count));
        Assert.Equal(before, Snapshot.Of(run.Handoff));
    }

    [Fact]
    public void Who_takes_a_confirmation_back_takes_their_signature_back()
    {
        using Run run = Run.ReadyToSign(Stakes.High, reviewers: 2);
        run.Must(HandoffAction.Sign, Given.First);
        Assert.Equal("ItemTakenBack", run.Attest(Given.First, "tone", confirmed: false).Events[0].Kind);
        Assert.Empty(run.Handoff.Signatures);
        Assert.Equal(new ChecklistOpen(1), run.Sign(Given.First).Error);
    }

    [Fact]
    public void An_edit_after_the_approval_ends_it_loudly()
    {
        using Run run = Run.In(HandoffState.Approved);
        Outcome edited = run.Decide(Given.First, new Change("s2", Decision.Edited, "We thank you."));
        Assert.Equal(["ApprovalVoided", "ChangeDecided"], edited.Events.Select(e => e.Kind));
        Assert.Equal((HandoffState.InReview, (Seal?)null, 0), (run.Handoff.State, run.Handoff.Seal, run.Handoff.Signatures.Count));
        Assert.Equal(new ChecklistOpen(2), run.Sign(Given.First).Error);
    }

    [Fact]
    public void A_broken_seal_costs_the_signatures_and_keeps_the_confirmations_of_the_same_text()
    {
        using Run run = Run.In(HandoffState.Approved);
        run.Must(HandoffAction.VoidApproval);
        Assert.Equal((0, 2), (run.Handoff.Signatures.Count, run.Handoff.Attestations.Count));
        Assert.Null(run.Sign(Given.First).Error);
    }

    [Fact]
    public void Nobody_signs_while_a_change_is_undecided()
    {
        using Run run = Run.ReadyToSign();
        run.Decide(Given.First, new Change("s1"), new Change("s3"));
        Assert.Equal(new ChangesUndecided(2), run.Sign(Given.First).Error);
    }

    [Fact]
    public void Nobody_signs_when_nothing_is_left()
    {
        using Run run = Run.ReadyToSign();
        run.Decide(Given.First, [.. run.Handoff.Changes.Select(change => new Change(change.Id, Decision.Rejected))]);
        Assert.Empty(run.Handoff.CurrentText());
        Assert.IsType<NothingLeft>(run.Sign(Given.First).Error);
    }

    [Fact]
    public void Nobody_signs_while_a_finding_blocks()
    {
        using Run run = Run.ReadyToSign();
        run.Decide(Given.First, new Change("s2", Decision.Edited, "It is guaranteed."));
        Assert.Equal(new FindingsBlock(1), run.Sign(Given.First).Error);
    }

    [Fact]
    public void The_confirmation_is_the_sentence_that_was_shown_with_the_duty_in_it()
    {
        using Run run = Run.ReadyToSign();
        Assert.Contains("Team lead", run.Handoff.Confirmation, StringComparison.Ordinal);
        Outcome signed = run.Handoff.Sign(run.Signing() with { Confirmation = "I agree." }, run.Content, run.Key, Given.First, run.Now);
        Assert.IsType<ConfirmationDiffers>(signed.Error);
    }

    [Fact]
    public void A_text_that_was_not_on_the_signers_screen_is_not_signed()
    {
        using Run run = Run.ReadyToSign();
        Sha256Digest shown = run.Handoff.TextDigest();
        run.Decide(Given.Second, new Change("s2", Decision.Rejected));
        Assert.IsType<TextHasChanged>(run.Handoff.Sign(run.Signing() with { Shown = shown }, run.Content, run.Key, Given.First, run.Now).Error);
    }

    private static IReadOnlyList<HandoffAction> ReviewersOnly =>
        [HandoffAction.View, HandoffAction.Decide, HandoffAction.Attest, HandoffAction.Sign, HandoffAction.Revise, HandoffAction.Reject];
}
