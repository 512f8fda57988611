using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Releasing;

[Trait("Capability", "C90")]
public sealed class StopOrderTests
{
    [Theory]
    [InlineData(StopScope.Everything, null, true)]
    [InlineData(StopScope.Workflow, "note", true)]
    [InlineData(StopScope.Workflow, "notes", false)]
    [InlineData(StopScope.Model, "GPT", true)]
    [InlineData(StopScope.Model, "gpt-2", false)]
    public void It_covers_what_it_names(StopScope scope, string? target, bool covers) => Assert.Equal(covers, Order(scope, target).Covers("note", "gpt"));

    [Fact]
    public void A_stop_of_a_model_leaves_alone_what_no_model_has_a_part_in() => Assert.False(Order(StopScope.Model, "gpt").Covers("note", null));

    [Theory]
    [InlineData(StopScope.Everything, null, "Wrong prices.", null)]
    [InlineData(StopScope.Workflow, "note", "Wrong prices.", null)]
    [InlineData(StopScope.Everything, "note", "Wrong prices.", "stop-target")]
    [InlineData(StopScope.Workflow, " ", "Wrong prices.", "stop-target")]
    [InlineData(StopScope.Model, null, "Wrong prices.", "stop-target")]
    [InlineData(StopScope.Everything, null, " ", "reason-missing")]
    public void It_names_a_target_where_it_needs_one_and_a_reason(StopScope scope, string? target, string reason, string? code) =>
        Assert.Equal(code, StopOrder.Error(scope, target, reason)?.Code);

    private static StopOrder Order(StopScope scope, string? target) => new(Guid.Empty, scope, target, "Wrong prices.", Given.First.Person, Given.Start);
}
