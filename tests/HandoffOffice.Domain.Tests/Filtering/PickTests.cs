using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Filtering;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Filtering;

[Trait("Capability", "C18")]
public sealed class PickTests
{
    private static readonly DateOnly Friday = new(2026, 12, 4);

    [Fact]
    public void What_is_said_of_a_kept_candidate_is_part_of_the_text()
    {
        using Run run = Topics.InReview();
        run.Decide(Given.First, Topics.Keep("s1"));
        Sha256Digest before = run.Handoff.TextDigest();
        Assert.Null(run.Picks("s1", Topics.Pick("Comparison", PickDepth.Deep, due: Friday)).Error);
        TextPiece piece = run.Handoff.CurrentText()[0];
        Assert.Equal("Angle: Comparison. Depth: deep. Assigned to Rolf Reviewer, due 4 December 2026.", piece.Added);
        Assert.EndsWith(piece.Added!, piece.Whole, StringComparison.Ordinal);
        Assert.NotEqual(before, run.Handoff.TextDigest());
    }

    [Fact]
    public void No_check_reads_what_a_person_said()
    {
        using Run run = Topics.InReview();
        run.Decide(Given.First, Topics.Keep("s1"));
        run.Picks("s1", Topics.Pick(due: new DateOnly(2031, 7, 9)));
        Assert.DoesNotContain(run.Check(run.Handoff.CurrentText()).Findings, finding => finding.Check is CheckKind.Dates or CheckKind.Numbers);
    }

    [Fact]
    public void The_ledger_has_ids_and_digests_and_no_words()
    {
        using Run run = Topics.InReview();
        run.Decide(Given.First, Topics.Keep("s1"));
        HandoffEvent picked = Assert.Single(run.Picks("s1", Topics.Pick("Opinion", PickDepth.Short, due: Friday)).Events);
        Assert.Equal("CandidatePicked", picked.Kind);
        Assert.Equal(("s1", "oid-second", "Short", "2026-12-04"), (picked.Facts["change"], picked.Facts["assignee"], picked.Facts["depth"], picked.Facts["due"]));
        Assert.Equal($"{Sha256Digest.Of("Opinion")}", picked.Facts["angleDigest"]);
        Assert.Equal($"{run.Handoff.TextDigest()}", picked.Facts["textDigest"]);
        Assert.DoesNotContain("Opinion", picked.Facts.Values);
    }

    [Fact]
    public void Only_what_is_kept_is_picked_and_what_is_dropped_loses_its_pick()
    {
        using Run run = Topics.InReview();
        Assert.IsType<CandidateNotKept>(run.Picks("s1", Topics.Pick()).Error);
        run.Decide(Given.First, Topics.Keep("s1"));
        run.Picks("s1", Topics.Pick());
        run.Decide(Given.First, Topics.Drop("s1"));
        Assert.IsType<CandidateNotKept>(run.Picks("s1", Topics.Pick()).Error);
        run.Decide(Given.First, Topics.Keep("s1"));
        Assert.Null(run.Handoff.Changes[0].Pick);
    }

    [Fact]
    public void A_customised_candidate_keeps_its_pick()
    {
        using Run run = Topics.InReview();
        run.Decide(Given.First, Topics.Keep("s1"));
        run.Picks("s1", Topics.Pick());
        run.Decide(Given.First, new Change("s1", Decision.Edited, "Passkeys, told for small firms."));
        Assert.Equal("Passkeys, told for small firms. Angle: How-to. Assigned to Rolf Reviewer.", run.Handoff.CurrentText()[0].Whole);
    }

    [Fact]
    public void What_is_not_on_offer_is_refused()
    {
        using Run run = Topics.InReview();
        run.Decide(Given.First, Topics.Keep("s1"));
        Assert.IsType<UnusablePick>(run.Picks("s1", Topics.Pick("Gossip")).Error);
        Assert.IsType<UnusablePick>(run.Picks("s1", Topics.Pick(due: new DateOnly(2020, 1, 1))).Error);
        Assert.IsType<UnusablePick>(run.Picks("s1", Topics.Pick(assignee: new Person("oid", "Two\nLines"))).Error);
        Assert.IsType<UnknownChange>(run.Picks("s99", Topics.Pick()).Error);
        Assert.IsType<NotYours>(run.Picks("s1", Topics.Pick(), Given.Stranger).Error);
        Assert.IsType<ApplicationsCannotReview>(run.Picks("s1", Topics.Pick(), Given.FlowAsReviewer).Error);
    }

    [Fact]
    public void In_a_draft_nothing_is_picked()
    {
        using var run = Run.In(HandoffState.InReview);
        run.DecideAll(Given.First);
        Assert.IsType<NoCandidate>(run.Picks("s1", Topics.Pick()).Error);
    }

    [Fact]
    public void Nobody_signs_while_a_kept_candidate_lacks_what_the_contract_demands()
    {
        using Run run = Topics.InReview();
        run.Decide(Given.First, Topics.Keep("s1"), Topics.Keep("s2"), Topics.Drop("s3"), Topics.Drop("s4"));
        run.AttestAll(Given.First);
        Assert.Equal([PickPart.Angle, PickPart.Assignee], Assert.IsType<PicksOpen>(run.Sign(Given.First).Error).Parts);
        run.Picks("s1", Topics.Pick());
        Assert.Equal("1 kept candidate lacks something: angle, assignee.", run.Sign(Given.First).Error!.Detail);
        run.Picks("s2", Topics.Pick());
        Assert.IsType<ChecklistOpen>(run.Sign(Given.First).Error);
        run.AttestAll(Given.First);
        Assert.Null(run.Sign(Given.First).Error);
        Assert.Equal(HandoffState.Approved, run.Handoff.State);
    }

    [Fact]
    public void A_pick_after_the_approval_ends_it()
    {
        using Run run = Topics.InReview();
        run.Decide(Given.First, Topics.Keep("s1"), Topics.Drop("s2"), Topics.Drop("s3"), Topics.Drop("s4"));
        run.Picks("s1", Topics.Pick());
        run.AttestAll(Given.First);
        run.Sign(Given.First);
        Assert.Equal(["ApprovalVoided", "CandidatePicked"], run.Picks("s1", Topics.Pick("News")).Events.Select(e => e.Kind));
        Assert.Equal((HandoffState.InReview, null), (run.Handoff.State, run.Handoff.Seal));
    }

    [Fact]
    public void The_same_candidate_keeps_its_pick_through_a_revision()
    {
        using Run run = Topics.InReview();
        run.Decide(Given.First, Topics.Keep("s1"));
        run.Picks("s1", Topics.Pick());
        run.Must(HandoffAction.Revise);
        run.To(HandoffState.InReview);
        Assert.Equal((true, "How-to"), (run.Handoff.Changes[0].CarriedOver, run.Handoff.Changes[0].Pick?.Angle));
    }

    [Fact]
    public void Candidates_revise_no_text()
    {
        using var run = new Run(Topics.Workflow, Topics.Record(), Given.Author, [Given.First.Person])
        {
            Existing = new ExistingText([new ExistingSection("topics", [["What stood here."]])]),
        };
        Assert.IsType<CandidatesReviseNothing>(run.Do(HandoffAction.UseDocument).Error);
    }

    [Theory]
    [InlineData("de", "Blickwinkel: Meinung. Tiefe: ausführlich. Zuständig: Ada Author, bis 4. Dezember 2026.")]
    [InlineData("en", "Angle: Meinung. Depth: deep. Assigned to Ada Author, due 4 December 2026.")]
    public void A_pick_speaks_the_language_of_the_text(string language, string words) =>
        Assert.Equal(words, Pick.Of("Meinung", PickDepth.Deep, Given.Author.Person, Friday, language).Words);
}
