using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Reviewing;

public sealed class ObstacleTests
{
    public static TheoryData<HandoffState, HandoffAction, Stakes> Cases => [..
        from state in Enum.GetValues<HandoffState>()
        from action in Enum.GetValues<HandoffAction>()
        from stakes in new[] { Stakes.Low, Stakes.High }
        select (state, action, stakes)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_a_screen_says_beside_a_button_is_what_pressing_it_says(HandoffState state, HandoffAction action, Stakes stakes)
    {
        foreach (Actor who in new[] { Given.Author, Given.First, Given.Second, Given.Stranger, Given.FlowAsReviewer })
        {
            using Run run = state == HandoffState.InReview ? Run.ReadyToSign(stakes) : Run.In(state, stakes);
            string? said = run.Handoff.Obstacle(action, who, run.Now)?.Code;
            Assert.Equal(said, run.Do(action, who).Error?.Code);
        }
    }
}
