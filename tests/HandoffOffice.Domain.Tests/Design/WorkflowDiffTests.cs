using System.Text.Json;
using CsCheck;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

[Trait("Capability", "C37")]
public sealed class WorkflowDiffTests
{
    private static readonly Workflow Report = Build.Workflow();

    private static readonly TemplateField Risk = new() { Name = "risk", Label = "Risk", Kind = FieldKind.Text, Required = true };

    [Fact]
    public void A_version_does_not_differ_from_itself() => Assert.Empty(WorkflowDiff.Between(Report, WorkflowFile.Read(WorkflowFile.Write(Report)).Workflow!));

    [Fact]
    public void A_new_field_is_one_change_wherever_it_stands() =>
        Says(Fields(fields => [fields[0], Risk, .. fields.Skip(1)]), "/input/fields/risk", WorkflowChangeKind.Added, "The field 'risk' is new and required.");

    [Fact]
    public void A_field_that_is_gone_is_one_change() =>
        Says(Fields(fields => [.. fields.Where(field => field.Name != "budget")]), "/input/fields/budget", WorkflowChangeKind.Removed, "The field 'budget' is gone.");

    [Fact]
    public void A_field_that_moved_is_one_change() =>
        Says(Fields(fields => [.. fields.Skip(1), fields[0]]), "/input/fields/client", WorkflowChangeKind.Moved, "The field 'client' now stands after 'tone'.");

    [Fact]
    public void A_field_that_became_required_says_so() => Says(
        Fields(fields => [.. fields.Select(field => field.Name == "budget" ? field with { Required = true } : field)]),
        "/input/fields/budget/required", WorkflowChangeKind.Changed, "The field 'budget' is now required.");

    [Fact]
    public void A_column_of_a_list_is_named_with_its_list() => Says(
        Fields(fields => [.. fields.Select(field => field.Name == "blockers" ? field with { Fields = [.. field.Fields!, Risk] } : field)]),
        "/input/fields/blockers/fields/risk", WorkflowChangeKind.Added, "The field 'risk' of the field 'blockers' is new and required.");

    [Fact]
    public void Help_that_is_new_says_what_it_is() => Says(
        Fields(fields => [.. fields.Select(field => field.Name == "project" ? field with { Help = "Its official name." } : field)]),
        "/input/fields/project/help", WorkflowChangeKind.Added, "The help of the field 'project' is new: “Its official name.”.");

    [Fact]
    public void A_number_of_the_contract_says_what_it_was() => Says(
        Report with { Output = Report.Output with { Words = new CountRange(150, 220) } },
        "/output/words/max", WorkflowChangeKind.Changed, "The greatest number of words is now “220”; it was “200”.");

    [Fact]
    public void A_sections_sentence_is_named_with_its_section() => Says(
        Report with { Output = Report.Output with { Sections = [Report.Output.Sections[0] with { Lead = "News of {project}." }, .. Report.Output.Sections.Skip(1)] } },
        "/output/sections/progress/lead", WorkflowChangeKind.Changed,
        "The lead of the section 'progress' is now “News of {project}.”; it was “This is the update on {project} for the {client}, covering {periodStart} to {periodEnd}.”.");

    [Fact]
    public void An_input_of_a_section_is_named_as_one() => Says(
        Report with { Output = Report.Output with { Sections = [.. Report.Output.Sections.SkipLast(1), Report.Output.Sections[^1] with { Fields = [] }] } },
        "/output/sections/closing/fields/~1accountManager", WorkflowChangeKind.Removed, "The input '/accountManager' of the section 'closing' is gone.");

    [Fact]
    public void A_checklist_item_is_known_by_its_id() => Says(
        Report with { Gate = Report.Gate with { Checklist = [Report.Gate.Checklist[0] with { NonNegotiable = false }, .. Report.Gate.Checklist.Skip(1)] } },
        "/gate/checklist/dates/nonNegotiable", WorkflowChangeKind.Changed, "The checklist item 'dates' can now be waived.");

    [Fact]
    public void Changes_come_in_the_order_of_the_file()
    {
        Workflow other = Report with { Version = 2, Stakes = Stakes.High, Gate = Report.Gate with { Reviewers = 2 } };
        Assert.Equal(["/version", "/stakes", "/gate/reviewers"], WorkflowDiff.Between(Report, other).Select(change => change.Pointer.ToString()));
    }

    [Fact]
    public void Rows_with_one_name_are_told_apart()
    {
        Workflow twice = Report with { Examples = [Report.Examples[0], Report.Examples[0]] };
        Assert.Equal(WorkflowChangeKind.Added, Assert.Single(WorkflowDiff.Between(Report, twice)).Kind);
        Assert.Empty(WorkflowDiff.Between(twice, twice));
    }

    /// <summary>Whatever text stands in the one file more often than in the other is in some entry, and two files with different digests differ.</summary>
    [Fact]
    public void Every_difference_of_the_files_is_in_some_entry() => Gen.Select(Edited, Edited).Sample((one, other) =>
    {
        IReadOnlyList<WorkflowChange> changes = WorkflowDiff.Between(one, other);
        Assert.Equal(WorkflowFile.Digest(one) != WorkflowFile.Digest(other), changes.Count > 0);
        Assert.Equal(changes.Count, changes.Select(change => (change.Pointer, change.Kind)).Distinct().Count());
        Assert.All(Surplus(other, one), text => Assert.Contains(changes, change => change.After?.Contains(text, StringComparison.Ordinal) == true));
        Assert.All(Surplus(one, other), text => Assert.Contains(changes, change => change.Before?.Contains(text, StringComparison.Ordinal) == true));
        Assert.Equal(Places(changes, WorkflowChangeKind.Added), Places(WorkflowDiff.Between(other, one), WorkflowChangeKind.Removed));
        Assert.All(changes, change => Assert.Matches(@"^\S.*[.]$", change.Sentence));
    }, iter: 200);

    private static IEnumerable<string> Places(IReadOnlyList<WorkflowChange> changes, WorkflowChangeKind kind) =>
        changes.Where(change => change.Kind == kind).Select(change => change.Pointer.ToString()).Order(StringComparer.Ordinal);

    private static Gen<Workflow> Edited => Gen.Int[0, 11].Array[0, 5].Select(edits => edits.Aggregate(Report, Edit));

    private static Workflow Edit(Workflow w, int edit) => edit switch
    {
        0 => Fields(w, fields => [Risk, .. fields]),
        1 => Fields(w, fields => [.. fields.Reverse()]),
        2 => Fields(w, fields => [.. fields.Skip(2)]),
        3 => Fields(w, fields => [.. fields.Select(field => field.Name == "budget" ? field with { Max = (field.Max ?? 0) + 1000, Help = null } : field)]),
        4 => w with { Output = w.Output with { Tone = [.. w.Output.Tone, "calm"] } },
        5 => w with { Output = w.Output with { Sections = [.. w.Output.Sections.Skip(1), w.Output.Sections[0]] } },
        6 => w with { Output = w.Output with { MustMention = [.. w.Output.MustMention.Reverse().Skip(1)] } },
        7 => w with { Gate = w.Gate with { Checklist = [.. w.Gate.Checklist.Select(item => item with { Text = item.Text + " Twice." })] } },
        8 => w with { Gate = w.Gate with { SeededErrorRate = 0.25, LoopBudget = 0 } },
        9 => w with { Version = w.Version + 1, Promise = "Milestones in a minute." },
        10 => w with { Examples = [.. w.Examples, w.Examples[0] with { Expected = new Expectation([new ExpectedFact("The project", Words: "Kubernetes")], ["Contoso"]) }] },
        _ => w with { Examples = [w.Examples[0] with { Record = Build.Json("""{"client":"Other","blockers":[{"summary":"A"},{"summary":"B"}]}""") }] },
    };

    private static Workflow Fields(Func<IReadOnlyList<TemplateField>, IReadOnlyList<TemplateField>> change) => Fields(Report, change);

    private static Workflow Fields(Workflow workflow, Func<IReadOnlyList<TemplateField>, IReadOnlyList<TemplateField>> change) =>
        workflow with { Input = workflow.Input with { Fields = change(workflow.Input.Fields) } };

    private static void Says(Workflow after, string place, WorkflowChangeKind kind, string sentence)
    {
        WorkflowChange change = Assert.Single(WorkflowDiff.Between(Report, after));
        Assert.Equal((place, kind, sentence), (change.Pointer.ToString(), change.Kind, change.Sentence));
    }

    // The leaves of the one file that the other has less often, as the canonical text writes them.
    private static IEnumerable<string> Surplus(Workflow one, Workflow other)
    {
        var left = Leaves(other).GroupBy(text => text).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        return Leaves(one).GroupBy(text => text).Where(group => group.Count() > left.GetValueOrDefault(group.Key)).Select(group => group.Key);
    }

    private static IEnumerable<string> Leaves(Workflow workflow) => Leaves(JsonSerializer.SerializeToElement(workflow, WorkflowFile.Options));

    private static IEnumerable<string> Leaves(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Leaves(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.String => [value.GetString()!],
        _ => [CanonicalJson.Write(value)],
    };
}
