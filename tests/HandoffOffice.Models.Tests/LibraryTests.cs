using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Parallel;

namespace HandoffOffice.Models.Tests;

/// <summary>Every ready workflow is sound, and the template drafter's draft of each example says what it has to.</summary>
[Trait("Capability", "C11")]
public sealed class LibraryTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Library");

    // A filter's examples are labelled, and held against its bar by a back-test.
    public static TheoryData<string> Files { get; } =
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(file => Read(file).Pattern != Pattern.Filter).Order(StringComparer.Ordinal)];

    public static TheoryData<string, int> Examples { get; } =
        [.. from file in Files.Select(row => row.Data) from example in Enumerable.Range(0, DesignAdvisor.Examples) select new TheoryDataRow<string, int>(file, example)];

    [Fact]
    public void The_library_has_the_workflows_that_people_ask_for() => Assert.Superset(
        new HashSet<string>(["article", "client-email", "client-status-report", "incident-notice", "job-advert", "meeting-summary", "newsletter", "project-kick-off"]),
        Files.Select(row => row.Data).ToHashSet());

    [Theory]
    [MemberData(nameof(Files))]
    public void A_workflow_of_the_library_is_sound_and_has_three_examples_with_expected_facts(string file)
    {
        Workflow workflow = Read(file);
        Assert.Equal(file, workflow.Key);
        Assert.True(workflow.Examples.Count >= DesignAdvisor.Examples);
        Assert.All(workflow.Examples, example => Assert.True(example.Expected!.Facts.Count >= 5));
        Assert.DoesNotContain(DesignAdvisor.Advice(workflow), advice => advice.Code != "must-mention-optional" && advice.Code != "range-wide");
    }

    [Theory]
    [Trait("Capability", "C08")]
    [MemberData(nameof(Examples))]
    public async Task The_template_drafters_draft_of_an_example_passes_its_suite(string file, int number)
    {
        Workflow workflow = Read(file);
        ExampleRecord example = workflow.Examples[number];
        IReadOnlyList<DraftSentence> draft = await Given.WrittenByRules(Brief.Of(workflow, example));
        IReadOnlyList<TextPiece> text = example.Own is { } own ? Joined(workflow, own, draft) : Pieces(draft);
        CheckReport report = GateChecks.Run(workflow, InputRecord.Freeze(example.Record), text);
        ExampleResult result = ExampleResult.Of(workflow, example, text, report);
        Assert.True(result.Passed && report.Findings.Count == 0, Told(draft, result, report));
    }

    [Fact]
    public async Task A_draft_that_leaves_something_out_does_not_pass()
    {
        Workflow workflow = Read("meeting-summary");
        ExampleRecord example = workflow.Examples[0];
        IReadOnlyList<DraftSentence> draft = await Given.WrittenByRules(Given.BriefOf(workflow, example.Record));
        foreach (DraftSentence left in draft.Where(sentence => sentence.Section is "decisions" or "actions" && sentence.Citations.Count > 0))
        {
            IReadOnlyList<TextPiece> text = Pieces(draft.Where(sentence => sentence != left));
            Assert.False(ExampleResult.Of(workflow, example, text, GateChecks.Run(workflow, InputRecord.Freeze(example.Record), text)).Passed, left.Text);
        }
    }

    private static IReadOnlyList<TextPiece> Pieces(IEnumerable<DraftSentence> draft) => [.. draft.Select(sentence => sentence.ToPiece())];

    private static IReadOnlyList<TextPiece> Joined(Workflow workflow, IReadOnlyDictionary<string, string> own, IReadOnlyList<DraftSentence> draft) =>
        new Draft(1, RulesDrafter.Origin, draft, default, DraftOverlay.Join(OwnText.Of(workflow.Output, own), draft)).Standing([]);

    private static Workflow Read(string file)
    {
        (Workflow? workflow, IReadOnlyList<Problem> problems) = WorkflowFile.Read(File.ReadAllText(Path.Combine(Folder, $"{file}.json")));
        return workflow ?? throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
    }

    private static string Told(IReadOnlyList<DraftSentence> draft, ExampleResult result, CheckReport report) => string.Join(
        Environment.NewLine,
        [
            $"{Given.Words(draft)} words", Given.AsText(draft), .. result.Missing.Select(fact => $"missing: {fact.Text}"), .. result.Said.Select(said => $"says: {said}"),
            .. report.Findings.Select(finding => $"{finding.Severity}: {finding.Message}"),
        ]);
}
