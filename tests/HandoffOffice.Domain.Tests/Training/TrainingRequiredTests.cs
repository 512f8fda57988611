using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Domain.Training;
using Xunit;

namespace HandoffOffice.Domain.Tests.Training;

/// <summary>Where the gate asks for it, nobody reviews without training; everybody still reads, passes on and breaks the glass.</summary>
[Trait("Capability", "C45")]
public sealed class TrainingRequiredTests
{
    public static TheoryData<HandoffAction> Refused { get; } =
        [HandoffAction.Decide, HandoffAction.Attest, HandoffAction.Sign, HandoffAction.Revise, HandoffAction.Reject];

    public static TheoryData<HandoffAction> Open { get; } = [HandoffAction.View, HandoffAction.Delegate];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Who_has_not_practised_does_not_review(HandoffAction action)
    {
        using Run run = InReview();
        Assert.Equal(new TrainingRequired("client-note", 1), run.Handoff.Obstacle(action, Given.First, run.Now));
    }

    [Theory]
    [MemberData(nameof(Open))]
    public void Who_has_not_practised_reads_and_passes_on(HandoffAction action)
    {
        using Run run = InReview();
        Assert.Null(run.Handoff.Obstacle(action, Given.First, run.Now));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Who_has_practised_reviews(HandoffAction action)
    {
        using Run run = InReview();
        run.Handoff.KnowTrained([Given.First.Person.Id.ToUpperInvariant()]);
        Assert.IsNotType<TrainingRequired>(run.Handoff.Obstacle(action, Given.First, run.Now));
        Assert.IsType<TrainingRequired>(run.Handoff.Obstacle(action, Given.Second, run.Now));
    }

    [Fact]
    public void Nothing_is_decided_attested_or_signed_by_the_methods_either()
    {
        using Run run = InReview();
        int revision = run.Handoff.Revision;
        Assert.IsType<TrainingRequired>(run.Handoff.Decide([], _ => run.Handoff.Report!, Given.First, run.Now).Error);
        Assert.IsType<TrainingRequired>(run.Handoff.Attest("facts", true, null, Sha256Digest.Of("evidence"), Given.First, run.Now).Error);
        Assert.IsType<TrainingRequired>(run.Handoff.SignError(new(run.Handoff.Confirmation, run.Handoff.TextDigest()), Given.First, run.Now));
        Assert.Equal((revision, 0), (run.Handoff.Revision, run.Handoff.Signatures.Count));
    }

    [Fact]
    public void The_glass_is_broken_without_it()
    {
        using Run run = InReview();
        Assert.Null(run.Handoff.Obstacle(HandoffAction.BreakGlass, Given.Administrator, run.Now));
    }

    private static Run InReview() =>
        new Run(TrainingBarTests.Requiring(Given.Workflow()), Given.Record(), Given.Author, [Given.First.Person, Given.Second.Person]).To(HandoffState.InReview);
}
