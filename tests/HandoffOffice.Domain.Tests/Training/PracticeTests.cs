using CsCheck;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Reviewing.Seeding;
using HandoffOffice.Domain.Tests.Checking;
using HandoffOffice.Domain.Tests.Reviewing;
using HandoffOffice.Domain.Training;
using Xunit;
using Given = HandoffOffice.Domain.Tests.Handoffs.Given;

namespace HandoffOffice.Domain.Tests.Training;

/// <summary>One practice: what is planted in it, and what an answer is worth.</summary>
[Trait("Capability", "C45")]
public sealed class PracticeTests
{
    private static readonly Workflow Report = Build.Workflow();

    private static readonly Draft Draft = Written(
        ("Production Readiness Freeze was completed on 6 June 2024, owned by Enhancements Lead.", "/milestonesCompleted/0"),
        ("Feature blog freeze was completed on 3 July 2024, owned by Comms Lead.", "/milestonesCompleted/3"),
        ("In this period 5 exceptions were requested.", "/exceptionsRequested"),
        ("Code Freeze will follow on 24 July 2024, owned by Branch Manager.", "/nextSteps/1"),
        ("The release is on track.", "/project"),
        ("The period ends on 19 July 2024.", "/periodEnd"));

    [Fact]
    public void Two_to_four_errors_are_planted_and_half_of_the_text_is_right() => Gen.UInt.Sample(seed =>
    {
        Practice practice = Begun(seed);
        int planted = practice.Sentences.Count(sentence => sentence.Planted is not null);
        Assert.InRange(planted, Practice.FewestErrors, Draft.Sentences.Count / 2);
        Assert.All(practice.Sentences.Zip(Draft.Sentences), pair => Assert.Equal(pair.First.Planted is null, pair.First.Text == pair.Second.Text));
        Assert.All(practice.Sentences.Zip(Draft.Sentences), pair => Assert.Equal(pair.Second.Text, pair.First.Planted?.TrueText ?? pair.First.Text));
    }, seed: "0004bXpCwFq1", iter: 40);

    [Fact]
    public void Every_kind_of_error_that_fits_is_planted_sooner_or_later()
    {
        IEnumerable<SeededErrorKind> kinds = Enumerable.Range(1, 40).SelectMany(seed => Begun((uint)seed).Sentences).Select(sentence => sentence.Planted?.Kind).OfType<SeededErrorKind>();
        Assert.Equal(Enum.GetValues<SeededErrorKind>(), kinds.Distinct().Order());
    }

    [Fact]
    public void Where_no_error_fits_there_is_no_practice() =>
        Assert.Null(Practice.Begin(Report, 0, Written(("Kind regards.", "/project"), ("Thank you.", "/project")), Given.First.Person, new TestChance(1), Given.Start));

    [Fact]
    public void A_text_of_one_sentence_stays_right_so_that_marking_all_as_wrong_never_pays() =>
        Assert.Null(Practice.Begin(Report, 0, Written(("The release is on track.", "/project")), Given.First.Person, new TestChance(1), Given.Start));

    [Theory]
    [InlineData(true, true, PracticeVerdict.Caught)]
    [InlineData(true, false, PracticeVerdict.Missed)]
    [InlineData(false, false, PracticeVerdict.Right)]
    [InlineData(false, true, PracticeVerdict.FalseAlarm)]
    public void An_answer_is_worth_what_the_record_says(bool planted, bool marked, PracticeVerdict verdict)
    {
        Practice practice = Begun(1);
        string sentence = practice.Sentences.First(one => (one.Planted is not null) == planted).Id;
        (practice, HandoffError? error) = practice.Mark(sentence, marked, Given.Start);
        Assert.Null(error);
        Assert.Equal(verdict, practice.Sentences.Single(one => one.Id == sentence).Verdict);
    }

    [Fact]
    public void Who_has_read_the_feedback_does_not_answer_anew() =>
        Assert.IsType<AlreadyAnswered>(Begun(1).Mark("s1", true, Given.Start).Practice.Mark("s1", false, Given.Start).Error);

    [Fact]
    public void A_sentence_that_is_not_there_is_not_answered() => Assert.IsType<UnknownSentence>(Begun(1).Mark("s99", true, Given.Start).Error);

    [Fact]
    public void It_is_not_finished_while_a_sentence_has_no_answer() =>
        Assert.Equal(new SentencesUnanswered(5), Begun(1).Mark("s1", true, Given.Start).Practice.Finish(Given.Start).Error);

    [Fact]
    public void The_score_counts_catches_false_alarms_and_time()
    {
        Practice begun = Begun(1);
        int planted = begun.Sentences.Count(sentence => sentence.Planted is not null);
        Practice practice = Answered(begun, sentence => sentence.Planted is not null);
        Assert.Equal(new PracticeScore(planted, planted, 6 - planted, 0, 90), practice.Finish(Given.Start.AddSeconds(90)).Practice.Score);
        Assert.Equal(6 - planted, Answered(begun, _ => true).Finish(Given.Start).Practice.Score!.FalseAlarms);
    }

    [Fact]
    public void What_is_finished_stays_as_it_is()
    {
        Practice practice = Answered(Begun(1), _ => true).Finish(Given.Start).Practice;
        Assert.IsType<PracticeIsOver>(practice.Finish(Given.Start).Error);
        Assert.IsType<PracticeIsOver>(practice.Mark("s1", true, Given.Start).Error);
    }

    [Fact]
    public void The_example_of_the_last_practice_comes_last() => Gen.UInt.Sample(seed =>
    {
        Workflow two = Report with { Examples = [.. Report.Examples, Report.Examples[0] with { Name = "Another" }] };
        Assert.Equal(0, Practice.Order(two, Begun(1), new TestChance(seed))[^1]);
    }, seed: "0004bXpCwFq1", iter: 20);

    [Fact]
    public void The_facts_beside_the_text_are_those_of_the_record() =>
        Assert.Contains(Begun(1).Facts(Report), fact => $"{fact.Pointer}" == "/exceptionsRequested" && fact.Value == "5");

    private static Practice Begun(uint seed) => Practice.Begin(Report, 0, Draft, Given.First.Person, new TestChance(seed), Given.Start)!;

    private static Practice Answered(Practice practice, Func<PracticeSentence, bool> isWrong) =>
        practice.Sentences.Aggregate(practice, (so, sentence) => so.Mark(sentence.Id, isWrong(sentence), Given.Start).Practice);

    private static Draft Written(params (string Text, string Citation)[] sentences) => new(
        1, Given.Origin, [.. sentences.Select((s, i) => new DraftSentence($"s{i + 1}", "progress", 0, s.Text, [JsonPointer.Parse(s.Citation)]))], Given.Start);
}
