using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Piloting;
using Xunit;
using Verdict = HandoffOffice.Domain.Measuring.Verdict;

namespace HandoffOffice.Domain.Tests.Piloting;

[Trait("Capability", "C43")]
public sealed class RollOutTests
{
    [Theory]
    [InlineData(Question.SavesTime, Verdict.Yes, true)]
    [InlineData(Question.SavesTime, Verdict.Unclear, false)]
    [InlineData(Question.SavesTime, Verdict.TooFew, false)]
    [InlineData(Question.SavesTime, Verdict.No, false)]
    [InlineData(Question.DraftIsGood, Verdict.Unclear, true)]
    [InlineData(Question.DraftIsGood, Verdict.TooFew, false)]
    [InlineData(Question.PeopleReview, Verdict.TooFew, true)]
    [InlineData(Question.PeopleReview, Verdict.No, false)]
    [InlineData(Question.IsUsed, Verdict.No, false)]
    public void Live_is_what_has_shown_that_it_pays(Question question, Verdict verdict, bool passes) =>
        Assert.Equal(passes, RollOut.Checks([new MeasuredAnswer(question, verdict, "So it is.")], Received(0), new ReceptionBar(3, 0.66m))[0].Passes);

    [Theory]
    [Trait("Capability", "C17")]
    [Trait("Capability", "C41")]
    [InlineData(3, 0, true)]
    [InlineData(2, 0, false)]
    [InlineData(2, 1, true)]
    [InlineData(2, 2, false)]
    public void Live_is_what_was_received_well(int well, int badly, bool passes) =>
        Assert.Equal(passes, RollOut.Checks([], Received(well, badly), new ReceptionBar(3, 0.66m)).Single(check => check.Code == "received").Passes);

    private static RunOutcomes Received(int well, int badly = 0) => new(well, badly, 0, Share.Count(0, 0), Share.Count(0, 0), null);
}
