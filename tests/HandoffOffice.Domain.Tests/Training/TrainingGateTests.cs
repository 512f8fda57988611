using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Domain.Training;
using Xunit;

namespace HandoffOffice.Domain.Tests.Training;

/// <summary>What a gate that asks for training lets people do who have not practised, and what it refuses.</summary>
[Trait("Capability", "C45")]
public sealed class TrainingGateTests
{
    private static readonly Workflow Asking = Given.Workflow() with { Gate = Given.Workflow().Gate with { TrainingRequired = true } };

    public static TheoryData<HandoffAction> Reviewing { get; } = [HandoffAction.Decide, HandoffAction.Attest, HandoffAction.Sign, HandoffAction.Revise, HandoffAction.Reject];

    public static TheoryData<HandoffAction> NotReviewing { get; } = [HandoffAction.View, HandoffAction.Delegate];

    [Theory]
    [MemberData(nameof(Reviewing))]
    public void Who_has_not_practised_does_not_review(HandoffAction action)
    {
        using Run run = InReview();
        Assert.IsType<TrainingRequired>(run.Handoff.Obstacle(action, Given.First, run.Now));
    }

    [Theory]
    [MemberData(nameof(Reviewing))]
    public void Who_has_practised_is_not_held_up(HandoffAction action)
    {
        using Run run = InReview();
        run.Handoff.KnowTrained([Given.First.Person.Id]);
        Assert.IsNotType<TrainingRequired>(run.Handoff.Obstacle(action, Given.First, run.Now));
    }

    [Theory]
    [MemberData(nameof(NotReviewing))]
    public void Reading_and_passing_on_need_no_practice(HandoffAction action)
    {
        using Run run = InReview();
        Assert.Null(run.Handoff.Obstacle(action, Given.First, run.Now));
    }

    [Fact]
    public void A_decision_of_somebody_who_has_not_practised_changes_nothing()
    {
        using Run run = InReview();
        Outcome outcome = run.Decide(Given.First, new Change("s1", Decision.Accepted));
        Assert.IsType<TrainingRequired>(outcome.Error);
        Assert.All(run.Handoff.Changes, change => Assert.Equal(Decision.Undecided, change.Decision));
    }

    [Fact]
    public void The_break_glass_needs_no_practice()
    {
        using Run run = InReview();
        Assert.Null(run.Handoff.Obstacle(HandoffAction.BreakGlass, Given.Administrator, run.Now));
    }

    [Fact]
    public void A_gate_that_does_not_ask_has_the_digest_that_it_had()
    {
        Assert.DoesNotContain("trainingRequired", WorkflowFile.Write(Given.Workflow()), StringComparison.Ordinal);
        Assert.Contains("\"trainingRequired\":true", WorkflowFile.Write(Asking), StringComparison.Ordinal);
        Assert.NotEqual(WorkflowFile.Digest(Given.Workflow().Gate), WorkflowFile.Digest(Asking.Gate));
    }

    [Fact]
    public void That_it_begins_to_ask_is_told() =>
        Assert.Contains(WorkflowDiff.Between(Given.Workflow(), Asking), change => change.Sentence.Contains("have to practise first", StringComparison.Ordinal));

    private static Run InReview()
    {
        var run = new Run(Asking, Given.Record(), Given.Author, [Given.First.Person]);
        return run.To(HandoffState.InReview);
    }
}
