using CsCheck;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Training;
using Xunit;
using Given = HandoffOffice.Domain.Tests.Handoffs.Given;

namespace HandoffOffice.Domain.Tests.Training;

/// <summary>When somebody has practised enough, and for how long that holds.</summary>
[Trait("Capability", "C45")]
public sealed class TrainingBarTests
{
    private static readonly PracticeScore Perfect = new(3, 3, 5, 0, 60);

    [Fact]
    public void Three_good_practices_reach_it_and_two_do_not()
    {
        Assert.True(TrainingBar.IsMet([Perfect, Perfect, Perfect]));
        Assert.False(TrainingBar.IsMet([Perfect, Perfect]));
    }

    [Theory]
    [InlineData(8, 2, true)]
    [InlineData(7, 2, false)]
    [InlineData(8, 3, false)]
    public void Eight_of_ten_errors_are_caught_with_two_false_alarms_in_ten(int caught, int falseAlarms, bool isMet) =>
        Assert.Equal(isMet, TrainingBar.IsMet([new(10, caught, 10, falseAlarms, 1), new(0, 0, 0, 0, 1), new(0, 0, 0, 0, 1)]));

    [Fact]
    public void Only_the_last_three_count() => Assert.True(TrainingBar.IsMet([Perfect, Perfect, Perfect, new(4, 0, 4, 4, 9)]));

    [Fact]
    public void Nobody_reaches_it_by_marking_all_as_wrong_or_nothing() => Gen.Select(Gen.Int[1, 4], Gen.Int[1, 12]).Array[3].Sample(texts =>
    {
        Assert.False(TrainingBar.IsMet([.. texts.Select(text => new PracticeScore(text.Item1, text.Item1, text.Item2, text.Item2, 1))]));
        Assert.False(TrainingBar.IsMet([.. texts.Select(text => new PracticeScore(text.Item1, 0, text.Item2, 0, 1))]));
    }, seed: "0004bXpCwFq1", iter: 100);

    [Fact]
    public void It_holds_for_a_version_with_the_same_template_contract_and_gate()
    {
        Sha256Digest basis = TrainingBasis.Of(Given.Workflow());
        Assert.Equal(basis, TrainingBasis.Of(Given.Workflow(version: 2) with { Promise = "Another promise." }));
        Assert.Equal(basis, TrainingBasis.Of(Requiring(Given.Workflow())));
        Assert.NotEqual(basis, TrainingBasis.Of(Given.Workflow(loopBudget: 2)));
        Assert.NotEqual(basis, TrainingBasis.Of(Given.Workflow() with { Output = Given.Workflow().Output with { Subject = "Another to {client}" } }));
        Assert.NotEqual(basis, TrainingBasis.Of(Given.Workflow() with { Input = Given.Workflow().Input with { Fields = [.. Given.Workflow().Input.Fields.Take(1)] } }));
    }

    [Fact]
    public void A_gate_that_asks_for_none_has_the_digest_that_it_had_before_there_was_training()
    {
        Assert.DoesNotContain("training", WorkflowFile.Write(Given.Workflow()), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"trainingRequired\":true", WorkflowFile.Write(Requiring(Given.Workflow())), StringComparison.Ordinal);
    }

    [Fact]
    public void The_differences_of_versions_tell_it()
    {
        Workflow without = Given.Workflow();
        Assert.Equal("Reviewers now have to practise first.", Assert.Single(WorkflowDiff.Between(without, Requiring(without))).Sentence);
        Assert.Equal("Reviewers no longer have to practise first.", Assert.Single(WorkflowDiff.Between(Requiring(without), without)).Sentence);
    }

    internal static Workflow Requiring(Workflow workflow) => workflow with { Gate = workflow.Gate with { TrainingRequired = true } };
}
