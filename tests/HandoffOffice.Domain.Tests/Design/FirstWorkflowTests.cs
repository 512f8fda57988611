using HandoffOffice.Domain.Design;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

[Trait("Capability", "C25")]
public sealed class FirstWorkflowTests
{
    private static readonly StakesOverride Leave = new(new Person("b1", "Bea Admin"), "Finance reviews each one twice.", DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData(WorkKind.Proposal, "A proposal is no first workflow")]
    [InlineData(WorkKind.Invoice, "An invoice is no first workflow")]
    [InlineData(WorkKind.Legal, "A contract or legal text is no first workflow")]
    [InlineData(WorkKind.HumanResources, "A decision about a person is no first workflow")]
    [InlineData(WorkKind.Regulatory, "A text for an authority or investors is no first workflow")]
    [InlineData(WorkKind.HealthOrSafety, "A text on which health or safety depends is no first workflow")]
    public void Work_of_high_stakes_is_no_first_workflow(WorkKind kind, string says)
    {
        HandoffError? error = FirstWorkflow.Stops(WorkedExample.Answers with { Kind = kind }, Stakes.Low, isFirst: true, null);
        Assert.Equal("high-stakes-first", error?.Code);
        Assert.StartsWith(says, error!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_may_cost_money_is_no_first_workflow_whatever_it_is_called()
    {
        Assert.IsType<HighStakesFirst>(FirstWorkflow.Stops(WorkedExample.Answers with { Cost = MistakeCost.MoneyOrLaw }, Stakes.Medium, isFirst: true, null));
        Assert.IsType<HighStakesFirst>(FirstWorkflow.Stops(WorkedExample.Answers, Stakes.High, isFirst: true, null));
    }

    [Fact]
    public void A_status_report_is_a_good_first_workflow() => Assert.Null(FirstWorkflow.Stops(WorkedExample.Answers, Stakes.Medium, isFirst: true, null));

    [Fact]
    public void The_second_workflow_may_have_high_stakes() =>
        Assert.Null(FirstWorkflow.Stops(WorkedExample.Answers with { Kind = WorkKind.Proposal }, Stakes.High, isFirst: false, null));

    [Fact]
    public void An_administrator_can_allow_it_with_a_reason()
    {
        SuitabilityAnswers invoice = WorkedExample.Answers with { Kind = WorkKind.Invoice };
        Assert.Null(FirstWorkflow.Stops(invoice, Stakes.High, isFirst: true, Leave));
        Assert.IsType<ReasonMissing>(FirstWorkflow.Stops(invoice, Stakes.High, isFirst: true, Leave with { Reason = " " }));
    }
}
