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
        Assert.Equal(passes, Assert.Single(RollOut.Checks([new MeasuredAnswer(question, verdict, "So it is.")])).Passes);
}
