using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Reviewing;

public sealed class ReviewTests
{
    public static TheoryData<string> UnusableTexts =>
        ["", "   ", "Two\nlines.", "A\ttab.", "A bell\u0007.", "Half of a pair \ud83d.", "No character \ufffe.", new string('x', Handoff.MaxEditLength + 1)];

    public static TheoryData<string> UnusableReasons => ["", " \n ", new string('x', Handoff.MaxReasonLength + 1)];

    [Theory]
    [MemberData(nameof(UnusableTexts))]
    public void An_edit_is_one_line_of_text_that_a_file_can_carry(string text)
    {
        using Run run = Run.In(HandoffState.InReview);
        Assert.IsType<UnusableText>(run.Decide(Given.First, new Change("s1", Decision.Accepted), new Change("s2", Decision.Edited, text)).Error);
        Assert.All(run.Handoff.Changes, change => Assert.Equal(Decision.Undecided, change.Decision));
    }

    [Fact]
    public void An_edit_is_trimmed_and_stands_in_the_place_of_the_sentence()
    {
        using Run run = Run.In(HandoffState.InReview);
        Assert.Null(run.Decide(Given.First, new Change("s2", Decision.Edited, "  Thank you \U0001f600. ")).Error);
        Assert.Equal("Thank you \U0001f600.", run.Handoff.CurrentText()[1].Text);
        Assert.Equal((Given.First.Person, (DateTimeOffset?)run.Now), (run.Handoff.Changes[1].By, run.Handoff.Changes[1].At));
    }

    [Fact]
    public void Who_and_when_are_never_taken_from_the_request()
    {
        using Run run = Run.In(HandoffState.InReview);
        run.Decide(Given.First, new Change("s1", Decision.Accepted, "Words for no edit.", Given.Second.Person, DateTimeOffset.UnixEpoch));
        Assert.Equal(new Change("s1", Decision.Accepted, null, Given.First.Person, run.Now), run.Handoff.Changes[0]);
    }

    [Fact]
    public void A_decision_can_be_taken_back()
    {
        using Run run = Run.In(HandoffState.InReview);
        Sha256Digest before = run.Handoff.TextDigest();
        run.Decide(Given.First, new Change("s1", Decision.Rejected));
        run.Decide(Given.First, new Change("s1"));
        Assert.Equal(before, run.Handoff.TextDigest());
    }

    [Fact]
    public void A_change_that_the_draft_does_not_have_is_named() => Assert.Equal(
        new UnknownChange("s9"), Run.In(HandoffState.InReview).Decide(Given.First, new Change("s9", Decision.Accepted)).Error);

    [Fact]
    public void A_change_that_is_decided_twice_in_one_go_has_its_last_decision()
    {
        using Run run = Run.In(HandoffState.InReview);
        Outcome decided = run.Decide(Given.First, new Change("s1", Decision.Accepted), new Change("s1", Decision.Rejected));
        Assert.Equal("Rejected", Assert.Single(decided.Events).Facts["decision"]);
        Assert.Equal(Decision.Rejected, run.Handoff.Changes[0].Decision);
    }

    [Fact]
    public void Deciding_runs_the_checks_over_the_text_as_it_then_stands()
    {
        using Run run = Run.In(HandoffState.InReview);
        run.Decide(Given.First, new Change("s2", Decision.Edited, "It is guaranteed."));
        Assert.Single(run.Handoff.Report!.Findings);
        run.Decide(Given.First, new Change("s2", Decision.Rejected));
        Assert.Empty(run.Handoff.Report!.Findings);
    }

    [Fact]
    public void A_confirmation_holds_for_its_text_only_and_does_not_come_back_with_it()
    {
        using Run run = Run.ReadyToSign();
        run.Decide(Given.First, new Change("s2", Decision.Rejected));
        Assert.False(run.Handoff.HasAttested(Given.First.Person, "facts"));
        run.Decide(Given.First, new Change("s2", Decision.Accepted));
        Assert.False(run.Handoff.HasAttested(Given.First.Person, "facts"));
    }

    [Fact]
    public void A_confirmation_is_one_reviewers()
    {
        using Run run = Run.ReadyToSign(reviewers: 2);
        Assert.True(run.Handoff.HasAttested(Given.First.Person, "facts"));
        Assert.False(run.Handoff.HasAttested(Given.Second.Person, "facts"));
        run.Attest(Given.Second, "facts", confirmed: false);
        Assert.True(run.Handoff.HasAttested(Given.First.Person, "facts"));
    }

    [Fact]
    public void A_confirmation_keeps_what_was_on_screen()
    {
        using Run run = Run.In(HandoffState.InReview);
        run.Attest(Given.First, "facts");
        Attestation kept = Assert.Single(run.Handoff.Attestations);
        Assert.Equal(new Attestation("facts", Given.First.Person, run.Now, run.Handoff.TextDigest(), Sha256Digest.Of("evidence")), kept);
    }

    [Fact]
    [Trait("Capability", "C12")]
    public void A_non_negotiable_item_cannot_be_waived()
    {
        using Run run = Run.In(HandoffState.InReview);
        Assert.Equal(new CannotBeWaived("facts"), run.Attest(Given.First, "facts", waiver: "No time.").Error);
        Assert.Empty(run.Handoff.Attestations);
    }

    [Fact]
    [Trait("Capability", "C12")]
    public void Another_item_can_be_waived_with_a_reason_that_the_ledger_can_prove()
    {
        using Run run = Run.In(HandoffState.InReview);
        HandoffEvent waived = Assert.Single(run.Attest(Given.First, "tone", waiver: " The client asked for it. ").Events);
        Assert.Equal("The client asked for it.", Assert.Single(run.Handoff.Attestations).WaiverReason);
        Assert.Equal(("ItemWaived", $"{Sha256Digest.Of("The client asked for it.")}"), (waived.Kind, waived.Facts["reasonDigest"]));
    }

    [Theory]
    [MemberData(nameof(UnusableReasons))]
    public void Every_reason_has_1_to_2000_characters(string reason)
    {
        using Run run = Run.In(HandoffState.InReview);
        Assert.IsType<ReasonMissing>(run.Attest(Given.First, "tone", waiver: reason).Error);
        Assert.IsType<ReasonMissing>(run.Handoff.Revise(reason, Given.First, run.Now).Error);
        Assert.IsType<ReasonMissing>(run.Handoff.Reject(reason, Given.First, run.Now).Error);
        Assert.IsType<ReasonMissing>(run.Handoff.RevertToManual(reason, Given.First, run.Now).Error);
        Assert.Equal(HandoffState.InReview, run.Handoff.State);
    }

    [Fact]
    public void An_item_that_the_checklist_does_not_have_is_named() =>
        Assert.Equal(new UnknownItem("spelling"), Run.In(HandoffState.InReview).Attest(Given.First, "spelling").Error);

    [Fact]
    public void A_stranger_can_neither_take_a_handoff_over_nor_release_it()
    {
        using Run run = Run.In(HandoffState.InReview);
        Assert.Equal("not-your-handoff", run.Do(HandoffAction.RevertToManual, Given.Stranger).Error?.Code);
        run.DecideAll(Given.First);
        run.AttestAll(Given.First);
        run.Must(HandoffAction.Sign);
        Assert.Equal("not-your-handoff", run.Do(HandoffAction.Release, Given.Stranger).Error?.Code);
    }

    [Fact]
    public void The_text_digest_changes_with_every_word_and_with_a_paragraph_break()
    {
        using Run run = Run.In(HandoffState.InReview);
        var digests = new HashSet<Sha256Digest> { run.Handoff.TextDigest() };
        foreach ((string id, string text) in run.Handoff.CurrentText().Select(piece => (piece.Id, piece.Text)).ToList())
        {
            string[] words = text.Split(' ');
            foreach (int at in Enumerable.Range(0, words.Length))
            {
                run.Decide(Given.First, new Change(id, Decision.Edited, string.Join(' ', words.Select((word, i) => i == at ? word + "x" : word))));
                Assert.True(digests.Add(run.Handoff.TextDigest()), $"Word {at} of {id} can be changed without changing the digest.");
            }

            run.Decide(Given.First, new Change(id, Decision.Rejected));
            Assert.True(digests.Add(run.Handoff.TextDigest()));
            run.Decide(Given.First, new Change(id));
        }
    }
}
