using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Reviewing.Seeding;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Measuring;

[Trait("Capability", "C13")]
public sealed class KnownFailuresTests
{
    [Fact]
    public void A_run_that_went_well_says_nothing() => Assert.Empty(KnownFailures.Of([Released().Handoff]));

    [Fact]
    public void What_reviewers_change_is_counted_once_a_run_and_by_section()
    {
        Run edited = InReview();
        edited.Decide(Given.First, new Change("s1", Decision.Edited, "Nordhafen Logistik gets this letter."), new Change("s2", Decision.Edited, "We thank you."));
        KnownFailure known = Assert.Single(KnownFailures.Of([edited.Handoff, Released().Handoff]));
        Assert.Equal((FailureSource.Edited, 1, 2, "body"), (known.Source, known.Runs, known.Of, known.Section));
        Assert.Equal("1 of the last 2 drafts: reviewers wrote other words here.", known.Sentence);
    }

    [Fact]
    public void What_a_check_found_in_the_draft_stays_known_when_the_reviewer_has_mended_it()
    {
        using var run = new Run { Sentences = _ => [.. Given.Sentences().Select(s => s.Id == "s2" ? s with { Text = "Success is guaranteed." } : s)] };
        run.To(HandoffState.InReview);
        run.Decide(Given.First, new Change("s2", Decision.Rejected));
        Assert.Empty(run.Handoff.Report!.Findings);
        Assert.Contains(KnownFailures.Of([run.Handoff]), known => known is { Source: FailureSource.Finding, Check: CheckKind.ForbiddenPhrases });
    }

    [Fact]
    public void A_practice_error_that_is_found_is_the_softwares_and_not_the_ais()
    {
        Run run = Seeded();
        run.Decide(Given.First, new Change("s3", Decision.Rejected));
        Assert.Equal(SeedState.Found, Assert.Single(run.Handoff.Seeded).State);
        Assert.Empty(KnownFailures.Of([run.Handoff]));
    }

    [Fact]
    public void A_practice_error_that_is_overlooked_is_known_by_its_kind()
    {
        Run run = Seeded();
        run.Decide(Given.First, new Change("s3", Decision.Accepted));
        Assert.Equal((FailureSource.Overlooked, SeededErrorKind.Name), Assert.Single(KnownFailures.Of([run.Handoff])) is var known ? (known.Source, known.Error) : default);
    }

    [Fact]
    [Trait("Capability", "C58")]
    public void An_escaped_error_is_known_by_what_should_have_caught_it()
    {
        Run run = Released();
        Assert.Null(run.Handoff.RecordOutcome(new OutcomeReport(Reception.Complaint, "Wrong name.", new Catcher(CatcherKind.Item, Item: "facts")), Given.Author, run.Now).Error);
        Assert.Equal((FailureSource.Escaped, "facts"), Assert.Single(KnownFailures.Of([run.Handoff])) is var known ? (known.Source, known.Item) : default);
    }

    [Fact]
    public void What_happens_most_comes_first()
    {
        Run[] runs = [Rejected("s1"), Rejected("s1"), Seeded()];
        runs[2].Decide(Given.First, new Change("s3", Decision.Accepted));
        Assert.Equal([(FailureSource.Rejected, 2), (FailureSource.Overlooked, 1)], KnownFailures.Of([.. runs.Select(run => run.Handoff)]).Select(known => (known.Source, known.Runs)));
    }

    private static Run InReview() => Run.In(HandoffState.InReview);

    private static Run Released() => Run.In(HandoffState.Released);

    private static Run Seeded()
    {
        var run = new Run { Seeds = true };
        return run.To(HandoffState.InReview);
    }

    private static Run Rejected(string change)
    {
        Run run = InReview();
        run.Decide(Given.First, new Change(change, Decision.Rejected));
        return run;
    }
}
