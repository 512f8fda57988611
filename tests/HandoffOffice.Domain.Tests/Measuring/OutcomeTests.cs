using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Measuring;

public sealed class OutcomeTests
{
    private static readonly Catcher Facts = new(CatcherKind.Item, Item: "facts");
    private static readonly OutcomeReport Accepted = new(Reception.Accepted);
    private static readonly OutcomeReport Complaint = new(Reception.Complaint, "The city is wrong.", Facts, "s3");

    [Fact]
    [Trait("Capability", "C41")]
    public void All_outcomes_are_kept_and_the_worst_counts()
    {
        using Run run = Run.In(HandoffState.Released);
        run.Received(Accepted);
        run.Received(Complaint);
        run.Received(Accepted, Given.First);
        Assert.Equal([Accepted, Complaint, Accepted], run.Handoff.Outcomes.Select(outcome => outcome.Report));
        Assert.Equal((Reception.Complaint, HandoffState.Released), (run.Handoff.WorstOutcome, run.Handoff.State));
    }

    [Fact]
    [Trait("Capability", "C58")]
    public void An_escaped_error_is_traced_in_the_ledger_without_its_words()
    {
        using Run run = Run.In(HandoffState.Released);
        HandoffEvent recorded = Assert.Single(run.Received(Complaint).Events);
        Assert.Equal("OutcomeRecorded", recorded.Kind);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["reception"] = "Complaint",
                ["reasonDigest"] = $"{Sha256Digest.Of(Complaint.Reason!)}",
                ["shouldHaveCaught"] = "Item",
                ["item"] = "facts",
                ["change"] = "s3",
            },
            recorded.Facts);
    }

    [Fact]
    [Trait("Capability", "C41")]
    public void Its_people_and_any_flow_record_an_outcome_and_nobody_else()
    {
        using Run run = Run.In(HandoffState.Released);
        Assert.All(new[] { Given.Author, Given.First, Given.Second, Given.Flow }, who => Assert.Null(run.Received(Accepted, who).Error));
        Assert.Equal("not-your-handoff", run.Received(Accepted, Given.Stranger).Error?.Code);
        Assert.Equal("not-your-handoff", run.Received(Accepted, Given.Administrator).Error?.Code);
    }

    [Fact]
    [Trait("Capability", "C58")]
    public void A_flow_reports_an_error_and_does_not_say_what_should_have_caught_it()
    {
        using Run run = Run.In(HandoffState.Released);
        Assert.Null(run.Received(Complaint with { ShouldHaveCaught = null }, Given.Flow).Error);
        Assert.Equal(["/shouldHaveCaught"], Pointers(run, Complaint, Given.Flow));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void An_error_needs_a_reason(string? reason)
    {
        using Run run = Run.In(HandoffState.Released);
        Assert.IsType<ReasonMissing>(run.Received(Complaint with { Reason = reason }).Error);
        Assert.IsType<ReasonMissing>(run.Received(Accepted with { Reason = new string('x', Handoff.MaxReasonLength + 1) }).Error);
    }

    public static TheoryData<Catcher?, string?, string> Wrong => new()
    {
        { null, null, "/shouldHaveCaught" },
        { new Catcher(CatcherKind.Item, Item: "nothing-such"), null, "/shouldHaveCaught/item" },
        { new Catcher(CatcherKind.Item), null, "/shouldHaveCaught/item" },
        { new Catcher(CatcherKind.Check, CheckKind.Dates), null, "/shouldHaveCaught/check" },
        { new Catcher(CatcherKind.Check), null, "/shouldHaveCaught/check" },
        { new Catcher(CatcherKind.Nothing, CheckKind.WordCount), null, "/shouldHaveCaught/check" },
        { new Catcher(CatcherKind.Nothing, Item: "facts"), null, "/shouldHaveCaught/item" },
        { Facts, "s99", "/changeId" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_the_gate_and_the_draft_do_not_have_is_said_at_its_place(Catcher? caught, string? change, string pointer)
    {
        using Run run = Run.In(HandoffState.Released);
        Assert.Equal([pointer], Pointers(run, Complaint with { ShouldHaveCaught = caught, ChangeId = change }));
        Assert.Empty(run.Handoff.Outcomes);
    }

    [Fact]
    public void Checks_of_the_gate_items_and_nothing_are_all_taken()
    {
        using Run run = Run.In(HandoffState.Released);
        Assert.All(
            new[] { Facts, new Catcher(CatcherKind.Check, CheckKind.WordCount), new Catcher(CatcherKind.Nothing) },
            caught => Assert.Null(run.Received(Complaint with { ShouldHaveCaught = caught }).Error));
    }

    [Fact]
    public void A_flow_that_runs_wild_is_stopped()
    {
        using Run run = Run.In(HandoffState.Released);
        for (int i = 0; i < OutcomeRules.Most; i++)
        {
            Assert.Null(run.Received(Accepted, Given.Flow).Error);
        }

        Assert.Equal("too-many-outcomes", run.Received(Accepted, Given.Flow).Error?.Code);
    }

    private static IEnumerable<string> Pointers(Run run, OutcomeReport report, Actor? who = null) =>
        Assert.IsType<OutcomeNotTaken>(run.Received(report, who).Error).Problems.Select(problem => $"{problem.Pointer}");
}
