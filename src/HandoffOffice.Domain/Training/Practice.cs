using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Reviewing.Seeding;

namespace HandoffOffice.Domain.Training;

/// <summary>
/// One practice review of one person: a text of an example of the workflow with errors planted in it, each sentence of which they mark as right or wrong (C45).
/// It is no handoff: it has no state of one, and nothing that approves, seals or releases takes it.
/// </summary>
public sealed record Practice
{
    /// <summary>The least number of errors that is drawn; fewer are planted only where no more fit.</summary>
    public const int FewestErrors = 2;

    /// <summary>The greatest number of errors.</summary>
    public const int MostErrors = 4;

    /// <summary>Unique over all tenants; ordered by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Its version.</summary>
    public required int Version { get; init; }

    /// <summary>What is practised on; see <see cref="TrainingBasis"/>.</summary>
    public required Sha256Digest Basis { get; init; }

    /// <summary>Who practises.</summary>
    public required Person Trainee { get; init; }

    /// <summary>The example of the version, by its place in the list.</summary>
    public required int Example { get; init; }

    /// <summary>The text. At least half of its sentences are right.</summary>
    public required IReadOnlyList<PracticeSentence> Sentences { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How it went; null until it is finished.</summary>
    public PracticeScore? Score { get; init; }

    /// <summary>Begins one on a draft of an example.</summary>
    /// <param name="workflow">The version.</param>
    /// <param name="example">The example, by its place in the list.</param>
    /// <param name="draft">Its draft, by rules: right as it is.</param>
    /// <param name="trainee">Who practises.</param>
    /// <param name="chance">Chance, which draws how many errors and which.</param>
    /// <param name="now">When.</param>
    /// <returns>Null where no error can be planted in this text.</returns>
    public static Practice? Begin(Workflow workflow, int example, Draft draft, Person trainee, IChance chance, DateTimeOffset now)
    {
        InputRecord record = InputRecord.Freeze(workflow.Examples[example].Record);
        int wanted = FewestErrors + chance.Below(MostErrors - FewestErrors + 1);
        // With at least half of it right, nobody passes who takes all for wrong.
        var planted = SeedDraw.Several(workflow, record, draft, chance, Math.Min(wanted, draft.Sentences.Count / 2)).ToDictionary(error => error.ChangeId);
        return planted.Count == 0 ? null : new Practice
        {
            Id = Guid.CreateVersion7(now),
            Workflow = workflow.Key,
            Version = workflow.Version,
            Basis = TrainingBasis.Of(workflow),
            Trainee = trainee,
            Example = example,
            Sentences = [.. draft.Sentences.Select(sentence => Sentence(sentence, planted.GetValueOrDefault(sentence.Id)))],
            StartedAt = now,
        };
    }

    /// <summary>The examples of a version in the order in which a practice tries them: by chance, the one of the last practice at the end.</summary>
    public static IReadOnlyList<int> Order(Workflow workflow, Practice? last, IChance chance) =>
        [.. Enumerable.Range(0, workflow.Examples.Count).Select(example => (example, share: chance.Share()))
            .OrderBy(one => last?.Version == workflow.Version && last.Example == one.example).ThenBy(one => one.share).Select(one => one.example)];

    /// <summary>The values of the record that its text is compared with, in the template's order.</summary>
    /// <param name="workflow">The version that it is of.</param>
    public IReadOnlyList<PracticeFact> Facts(Workflow workflow) =>
        [.. RecordFacts.Read(workflow.Input, InputRecord.Freeze(workflow.Examples[Example].Record)).Select(fact => new PracticeFact(fact.Pointer, fact.Label, fact.Shown))];

    /// <summary>Answers one sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="isWrong">Whether it is marked as wrong.</param>
    /// <param name="now">When.</param>
    public (Practice Practice, HandoffError? Error) Mark(string sentence, bool isWrong, DateTimeOffset now)
    {
        PracticeSentence? marked = Sentences.FirstOrDefault(one => one.Id == sentence);
        HandoffError? error = Score is not null ? new PracticeIsOver()
            : marked is null ? new UnknownSentence(sentence)
            : marked.Answer is not null ? new AlreadyAnswered(sentence)
            : null;
        return error is not null ? (this, error) : (this with
        {
            Sentences = [.. Sentences.Select(one => one.Id == sentence ? one with { Answer = new PracticeAnswer(isWrong, now) } : one)],
        }, null);
    }

    /// <summary>Ends it with its score. Every sentence has to be answered: else who skips the hard ones would score best.</summary>
    /// <param name="now">When.</param>
    public (Practice Practice, HandoffError? Error) Finish(DateTimeOffset now)
    {
        int open = Sentences.Count(sentence => sentence.Answer is null);
        HandoffError? error = Score is not null ? new PracticeIsOver() : open > 0 ? new SentencesUnanswered(open) : null;
        return error is not null ? (this, error) : (this with
        {
            Score = new PracticeScore(
                Count(PracticeVerdict.Caught) + Count(PracticeVerdict.Missed), Count(PracticeVerdict.Caught),
                Count(PracticeVerdict.Right) + Count(PracticeVerdict.FalseAlarm), Count(PracticeVerdict.FalseAlarm), (int)(now - StartedAt).TotalSeconds),
        }, null);
    }

    /// <summary>That its trainee has practised enough by now, or null.</summary>
    /// <param name="latestFirst">The finished practices on the same, this one first.</param>
    /// <param name="now">When.</param>
    public Trained? Passed(IReadOnlyList<PracticeScore> latestFirst, DateTimeOffset now) => TrainingBar.IsMet(latestFirst)
        ? new Trained(Trainee, Workflow, Version, Basis, now, PracticeScore.Sum(latestFirst.Take(TrainingBar.Practices)))
        : null;

    private int Count(PracticeVerdict verdict) => Sentences.Count(sentence => sentence.Verdict == verdict);

    private static PracticeSentence Sentence(DraftSentence sentence, SeedCandidate? error) => new(
        sentence.Id, sentence.Paragraph, error?.PlantedText ?? sentence.Text, sentence.Citations,
        error is null ? null : new PlantedError(error.Kind, error.TrueText, error.TrueWords, error.PlantedWords, error.Pointer));
}
