using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Measuring;

[Trait("Capability", "C44")]
public sealed class CommonEditsTests
{
    [Fact]
    public void What_is_changed_alike_in_two_runs_is_common() => Assert.Equal(
        new CommonEdit("thank the whole", "are grateful to the", 2),
        Assert.Single(CommonEdits.Of([Edited("We are grateful to the team."), Edited("We are grateful to the team.")])));

    [Fact]
    public void What_is_changed_in_one_run_is_nobody_elses_business() =>
        Assert.Empty(CommonEdits.Of([Edited("We are grateful to the team."), Edited("We thank the team of Ada Lovelace.")]));

    [Fact]
    public void Words_that_are_only_added_or_only_taken_out_count()
    {
        Assert.Equal((string.Empty, "very much"), Pair("We thank the whole team very much."));
        Assert.Equal(("whole", string.Empty), Pair("We thank the team."));
    }

    [Fact]
    public void Another_sentence_is_no_habit() =>
        Assert.Empty(CommonEdits.Of([Edited("Everybody here looks forward to your answer."), Edited("Everybody here looks forward to your answer.")]));

    private static (string, string) Pair(string text) => Assert.Single(CommonEdits.Of([Edited(text), Edited(text)])) is var edit ? (edit.From, edit.To) : default;

    private static Handoff Edited(string text)
    {
        Run run = Run.In(HandoffState.InReview);
        run.Decide(Given.First, new Change("s2", Decision.Edited, text));
        return run.Handoff;
    }
}
