using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Filtering;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Checking;
using HandoffOffice.Domain.Tests.Handoffs;

namespace HandoffOffice.Domain.Tests.Filtering;

/// <summary>The weekly topics of the library, and a run of them.</summary>
internal static class Topics
{
    public static Workflow Workflow { get; } = Read();

    public static FilterContract Contract => Workflow.Filter!;

    public static InputRecord Record(int example = 0) => InputRecord.Freeze(Workflow.Examples[example].Record);

    /// <summary>The record of an example with these topics in the place of its own.</summary>
    public static InputRecord With(string topics) => InputRecord.Parse($$"""{"site":"Harbourline IT","weekStart":"2026-11-16","weekEnd":"2026-11-22","topics":{{topics}}}""");

    public static IReadOnlyList<RankedItem> Rank(InputRecord record, FilterContract? contract = null, string language = "en") =>
        CriteriaRanking.Rank(contract ?? Contract, Workflow.Input, record, language);

    /// <summary>The candidates of the first example as the rules rank them.</summary>
    public static IReadOnlyList<DraftSentence> Candidates() =>
    [
        .. Rank(Record()).Where(item => item.Score >= Contract.Handover.Threshold).Take(Contract.MostCandidates).Select((item, i) => new DraftSentence(
            $"s{i + 1}", "topics", i, $"{item.Name}: {item.Reason}.", [item.Item.Append("name"), .. item.Evidence.Select(one => one.Pointer)],
            new Candidate(item.Item, item.Score, item.Reason, item.Evidence))),
    ];

    /// <summary>A handoff whose candidates are in review: s1 to s4.</summary>
    public static Run InReview(Workflow? workflow = null) =>
        new Run(workflow ?? Workflow, Record(), Given.Author, [Given.First.Person]) { Sentences = _ => Candidates() }.To(HandoffState.InReview);

    public static Pick Pick(string? angle = "How-to", PickDepth? depth = null, Person? assignee = null, DateOnly? due = null) =>
        Domain.Filtering.Pick.Of(angle, depth, assignee ?? Given.Second.Person, due, "en");

    public static Outcome Picks(this Run run, string change, Pick pick, Actor? who = null) => run.Handoff.PickCandidate(change, pick, who ?? Given.First, run.Now);

    public static Change Keep(string id) => new(id, Decision.Accepted);

    public static Change Drop(string id) => new(id, Decision.Rejected);

    private static Workflow Read()
    {
        (Workflow? workflow, IReadOnlyList<Problem> problems) =
            WorkflowFile.Read(File.ReadAllText(Path.Combine(Repository.Root, "src", "HandoffOffice.Api", "Design", "Library", "weekly-topics.json")));
        return workflow ?? throw new InvalidOperationException(string.Join('\n', problems));
    }
}
