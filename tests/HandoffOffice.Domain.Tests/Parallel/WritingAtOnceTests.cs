using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Parallel;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Parallel;

/// <summary>Whether it pays that both write at once, from timestamps and edits.</summary>
[Trait("Capability", "C23")]
public sealed class WritingAtOnceTests
{
    // By the run's clock a minute passes before each step.
    [Fact]
    public void Where_both_write_at_once_the_time_is_counted_once()
    {
        using Run run = Two.Run();
        run.Write(Two.Text("I stood.", ""));
        run.Must(HandoffAction.StartDraft);
        run.Write(Two.Text(handIn: true));
        run.Must(HandoffAction.CompleteDraft);
        var writing = WritingTimes.Of(run.Handoff);
        Assert.Equal(new WritingTimes(120, 120, 60, IsAtOnce: true), writing);
        Assert.Equal(180, writing!.Seconds);
    }

    [Fact]
    public void Where_the_person_writes_first_nothing_overlaps()
    {
        using Run run = Two.Run();
        run.Write(Two.Text("I stood.", ""));
        run.Write(Two.Text(handIn: true));
        run.To(HandoffState.InReview);
        Assert.Equal(new WritingTimes(60, 60, 0, IsAtOnce: false), WritingTimes.Of(run.Handoff));
    }

    [Fact]
    public void When_sections_that_came_with_a_document_were_written_nobody_knows()
    {
        using var run = new Run(Two.Workflow(), Given.Record(), Given.First, [Given.First.Person]) { Existing = Two.Text().Text, Sentences = Two.Sentences };
        run.Must(Domain.HandoffAction.UseDocument);
        run.To(HandoffState.InReview);
        Assert.Null(WritingTimes.Of(run.Handoff));
    }

    // Ten runs each: at once 20 to 29 minutes, in turn 30 to 39. Writing at once saves 10.
    [Fact]
    public void Runs_of_both_ways_say_whether_writing_at_once_pays()
    {
        WritingAtOnce measured = Measured([.. Runs(10, 20, isAtOnce: true), .. Runs(10, 30, isAtOnce: false)])!;
        Assert.Equal((Verdict.Yes, 24.5, 34.5), (measured.Answer.Verdict, Math.Round(measured.AtOnce.Minutes.Mean!.Value, 6), Math.Round(measured.InTurn.Minutes.Mean!.Value, 6)));
        Assert.StartsWith("Writing at once saves 10 minutes a run (", measured.Answer.Sentence, StringComparison.Ordinal);
        Assert.InRange(measured.Saved!.Low, 6, 9.9);
        Assert.Equal(5, measured.OverlapMinutes.Mean);
    }

    [Fact]
    public void Where_merging_eats_what_the_overlap_brought_it_does_not_pay()
    {
        WritingAtOnce measured = Measured([.. Runs(10, 45, isAtOnce: true), .. Runs(10, 30, isAtOnce: false)])!;
        Assert.Equal(Verdict.No, measured.Answer.Verdict);
    }

    [Theory]
    [InlineData(0, 6, "Too few to tell whether writing at once pays: 5 more runs at once, 0 more where the person writes first.", 5)]
    [InlineData(4, 3, "Too few to tell whether writing at once pays: 1 more run at once, 2 more where the person writes first.", 3)]
    public void With_few_runs_of_one_way_it_says_so_and_how_many_more(int atOnce, int inTurn, string sentence, int more)
    {
        WritingAtOnce measured = Measured([.. Runs(atOnce, 20, isAtOnce: true), .. Runs(inTurn, 30, isAtOnce: false)])!;
        Assert.Equal((Verdict.TooFew, sentence, more), (measured.Answer.Verdict, measured.Answer.Sentence, measured.Answer.MoreRuns));
    }

    [Fact]
    public void Where_the_AI_writes_all_there_is_nothing_to_compare() => Assert.Null(Measured([Facts(null, 600)]));

    private static WritingAtOnce? Measured(IReadOnlyList<RunFacts> runs) => WorkflowMeasures.Of(
        "article", MeasureCells.Of(runs), [new VersionGiven(1, 150, new Expectations())], isLoopingLately: false, new DateOnly(2026, 3, 31)).All.AtOnce;

    private static IEnumerable<RunFacts> Runs(int count, int minutes, bool isAtOnce) => Enumerable.Range(0, count).Select(i =>
        Facts(new WritingTimes(60 * (minutes + i - 5), 300, isAtOnce ? 300 : 0, isAtOnce), isAtOnce ? 300 : 0));

    private static RunFacts Facts(WritingTimes? writing, long review)
    {
        using Run run = Two.Run();
        return RunFacts.Of(run.Handoff) with
        {
            End = RunEnd.Released,
            EndedOn = new DateOnly(2026, 3, 10),
            Times = new RunTimes(TimeFault.None, 60, review, 7200, 0, writing),
            Edits = new RunEdits(100, 10, 3, 1, 0),
        };
    }
}
