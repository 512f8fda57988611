using CsCheck;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Reviewing.Seeding;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;
using Given = HandoffOffice.Domain.Tests.Handoffs.Given;

namespace HandoffOffice.Domain.Tests.Reviewing;

[Trait("Capability", "C51")]
public sealed class SeedDrawTests
{
    private static readonly Workflow Report = Build.Workflow() with { Gate = Build.Workflow().Gate with { SeededErrorRate = 0.5 } };
    private static readonly InputRecord Record = InputRecord.Parse(CanonicalJson.Write(Report.Examples[0].Record));

    [Fact]
    public void A_number_of_the_record_takes_the_place_of_another() =>
        Assert.Contains(Planted("In this period 5 exceptions were requested.", "/exceptionsRequested"), e => e is { Kind: SeededErrorKind.Number, PlantedWords: "4", TrueWords: "5" });

    [Fact]
    public void A_date_of_the_record_takes_the_place_of_another_as_the_text_writes_dates() =>
        Assert.Contains(Candidates("The period ends on 19 July 2024.", "/periodEnd"), c => c is { Kind: SeededErrorKind.Date, PlantedWords: "1 July 2024" });

    [Fact]
    public void An_owner_of_the_record_takes_the_place_of_another() => Assert.Contains(
        Planted("Code Freeze is on 24 July 2024, owned by Branch Manager.", "/nextSteps/1"), e => e is { Kind: SeededErrorKind.Name, PlantedWords: "Docs Lead" });

    [Theory]
    [InlineData("The release is on track.", "The release is at risk.")]
    [InlineData("We will publish the blog.", "We will not publish the blog.")]
    [InlineData("We will not publish the blog.", "We will publish the blog.")]
    [InlineData("All milestones are completed.", "All milestones are in progress.")]
    public void What_is_said_turns_into_its_opposite(string said, string planted) =>
        Assert.Contains(Planted(said, "/project"), e => e.Kind == SeededErrorKind.Polarity && e.PlantedText == planted);

    [Fact]
    public void A_sentence_that_cites_nothing_gets_no_error_for_nobody_could_find_it() => Assert.Empty(Candidates("We will publish 5 blogs on 19 July 2024."));

    [Fact]
    public void A_value_that_the_sentence_does_not_cite_stays() => Assert.Empty(Candidates("The period ends on 19 July 2024.", "/client"));

    [Fact]
    public void What_the_checks_point_at_is_not_planted()
    {
        Draft draft = Written("Enhancements Freeze was reached on 14 June 2024.", "/milestonesCompleted/1");
        Assert.Contains(SeedCandidates(draft), c => c.Kind == SeededErrorKind.Date);
        Assert.DoesNotContain(Planted(draft), e => e.Kind == SeededErrorKind.Date);
    }

    [Fact]
    public void A_sentence_that_the_checks_point_at_is_left_alone()
    {
        Draft draft = Written("Enhancements Freeze was reached on 15 June 2024, owned by Enhancements Lead.", "/milestonesCompleted/1");
        Assert.Contains(GateChecks.Run(Report, Record, draft.Standing([])).Findings, finding => finding.Span is not null);
        Assert.Empty(Planted(draft));
    }

    [Fact]
    public void A_change_that_is_decided_already_is_left_alone()
    {
        Draft draft = Written("We will publish the blog.", "/project");
        Assert.Empty(Errors(draft, [new Change("s1", Decision.Accepted, CarriedOver: true)], new TestChance(1), Report));
    }

    [Fact]
    public void Without_a_rate_nothing_is_drawn_and_chance_is_not_asked()
    {
        Draft draft = Written("We will publish the blog.", "/project");
        Assert.Empty(SeedDraw.Errors(Build.Workflow(), Record, draft, [new Change("s1")], Check(draft), new NoChance(), Given.Start));
    }

    [Fact]
    public void It_is_planted_as_often_as_the_gate_says()
    {
        Draft draft = Written("We will publish the blog.", "/project");
        int planted = Enumerable.Range(1, 300).Count(seed => Errors(draft, [new Change("s1")], new TestChance((uint)seed), Report).Any());
        Assert.InRange(planted, 120, 180);
    }

    [Fact]
    public void Whatever_is_planted_the_checks_say_the_same_of_it() => Gen.UInt.Sample(seed =>
    {
        Draft draft = Written(
            ("Production Readiness Freeze was completed on 6 June 2024, owned by Enhancements Lead.", "/milestonesCompleted/0"),
            ("Feature blog freeze was completed on 3 July 2024, owned by Comms Lead.", "/milestonesCompleted/3"),
            ("Of 5 exceptions requested, 4 were approved and 1 was rejected.", "/exceptionsRequested"),
            ("Code Freeze will follow on 24 July 2024, owned by Branch Manager.", "/nextSteps/1"));
        IReadOnlyList<string> before = Said(Check(draft));
        SeededError error = Errors(draft, [.. draft.Sentences.Select(s => new Change(s.Id))], new TestChance(seed), Always()).First();
        Draft planted = draft.Saying(error.ChangeId, error.PlantedText);
        Assert.Equal(before, Said(Check(planted)));
        Assert.NotEqual(draft.Sentences, planted.Sentences);
        Assert.Equal(draft.Sentences, planted.Saying(error.ChangeId, error.TrueText).Sentences);
    }, seed: "0004bXpCwFq1", iter: 30);

    [Theory]
    [InlineData(Decision.Accepted, null, SeedState.Missed)]
    [InlineData(Decision.Rejected, null, SeedState.Found)]
    [InlineData(Decision.Edited, "A is due on 14 March and B is due on 14 March, I think.", SeedState.Missed)]
    [InlineData(Decision.Edited, "A is due on 12 March and B is due on 14 March.", SeedState.Found)]
    [InlineData(Decision.Edited, "A is due earlier, B is due on 14 March.", SeedState.Found)]
    public void It_is_found_when_it_is_rejected_or_its_words_are_gone(Decision decision, string? words, SeedState state) => Assert.Equal(state, new SeededError(
        "s1", 1, SeededErrorKind.Date, "A is due on 12 March and B is due on 14 March.", "A is due on 14 March and B is due on 14 March.", "12 March", "14 March",
        null, "00", Given.Start).Answered(new Change("s1", decision, words), Given.First.Person, Given.Start).State);

    [Fact]
    public void The_right_words_find_it_though_the_planted_ones_are_part_of_them() => Assert.Equal(SeedState.Found, new SeededError(
        "s1", 1, SeededErrorKind.Polarity, "We will not go.", "We will go.", "will not", "will", null, "00", Given.Start)
        .Answered(new Change("s1", Decision.Edited, "We will not go."), Given.First.Person, Given.Start).State);

    [Fact]
    public void A_gate_without_seeded_errors_has_the_digest_that_it_had_before_there_were_any()
    {
        Assert.DoesNotContain("seeded", WorkflowFile.Write(Build.Workflow()), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"seededErrorRate\":0.5", WorkflowFile.Write(Report), StringComparison.Ordinal);
        Assert.NotEqual(WorkflowFile.Digest(Build.Workflow().Gate), WorkflowFile.Digest(Report.Gate));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(0.51)]
    [InlineData(double.NaN)]
    public void A_rate_beyond_one_half_is_refused(double rate) => Assert.Contains(
        WorkflowRules.Problems(Report with { Gate = Report.Gate with { SeededErrorRate = rate } }), problem => $"{problem.Pointer}" == "/gate/seededErrorRate");

    [Fact]
    public void A_rate_of_one_half_is_sound() => Assert.Empty(WorkflowRules.Problems(Report));

    private static Workflow Always() => Report with { Gate = Report.Gate with { SeededErrorRate = 1 } };

    private static Draft Written(string text, params string[] citations) => new(
        1, Given.Origin, [new DraftSentence("s1", "progress", 0, text, [.. citations.Select(JsonPointer.Parse)])], Given.Start);

    private static Draft Written(params (string Text, string Citation)[] sentences) => new(
        1, Given.Origin, [.. sentences.Select((s, i) => new DraftSentence($"s{i + 1}", "progress", 0, s.Text, [JsonPointer.Parse(s.Citation)]))], Given.Start);

    private static CheckReport Check(Draft draft) => GateChecks.Run(Report, Record, draft.Standing([]));

    private static IReadOnlyList<string> Said(CheckReport report) => [.. report.Findings.Select(f => f.Span is null && f.Pointer is null ? $"{f.Check}" : $"{f.Check} {f.Span?.PieceId} {f.Message}").Order(StringComparer.Ordinal)];

    private static IEnumerable<SeededError> Errors(Draft draft, IReadOnlyList<Change> changes, TestChance chance, Workflow workflow) =>
        SeedDraw.Errors(workflow, Record, draft, changes, Check(draft), chance, Given.Start);

    private static List<SeededError> Planted(string text, params string[] citations) => Planted(Written(text, citations));

    private static List<SeededError> Planted(Draft draft) => [.. Errors(draft, [new Change("s1")], new TestChance(1), Always())];

    private static List<SeedCandidate> Candidates(string text, params string[] citations) => SeedCandidates(Written(text, citations));

    private static List<SeedCandidate> SeedCandidates(Draft draft) =>
        [.. Domain.Reviewing.Seeding.SeedCandidates.Of(Report, Record, draft, [.. draft.Sentences.Select(s => new Change(s.Id))])];

    private sealed class NoChance : IChance
    {
        public double Share() => throw new InvalidOperationException("Chance was asked.");

        public int Below(int count) => throw new InvalidOperationException("Chance was asked.");

        public byte[] Bytes(int count) => throw new InvalidOperationException("Chance was asked.");
    }
}
