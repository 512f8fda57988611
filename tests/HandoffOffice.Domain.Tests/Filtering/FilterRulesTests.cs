using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Filtering;

[Trait("Capability", "C09")]
[Trait("Capability", "C17")]
public sealed class FilterRulesTests
{
    [Fact]
    public void The_weekly_topics_are_sound_and_have_three_labelled_examples()
    {
        Assert.Empty(WorkflowRules.Problems(Topics.Workflow));
        Assert.Equal(3, Topics.Workflow.Examples.Count(example => example.Relevant is { Count: > 0 }));
    }

    [Fact]
    public void A_filter_has_a_contract_and_a_draft_has_none()
    {
        Has(w => w with { Filter = null }, "/filter", "filter-missing");
        Assert.Contains(WorkflowRules.Problems(Build.Workflow() with { Filter = Topics.Contract }), p => p.Code == "filter-unexpected");
        Assert.Contains(WorkflowRules.Problems(Topics.Workflow with { Pattern = Pattern.Draft }), p => p.Code == "filter-unexpected");
    }

    [Fact]
    public void A_workflow_without_a_filter_keeps_its_digest()
    {
        string written = WorkflowFile.Write(Build.Workflow());
        Assert.DoesNotContain("\"filter\"", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\"relevant\"", written, StringComparison.Ordinal);
    }

    [Fact]
    public void The_items_are_a_list_of_the_template() => Contract(f => f with { Items = JsonPointer.Parse("/site") }, "/filter/items", "unknown-field");

    [Fact]
    public void A_candidate_is_named_by_a_required_text() => Contract(f => f with { Name = "question" }, "/filter/name", "unknown-field");

    [Fact]
    public void There_is_something_to_judge_by() => Contract(f => f with { Criteria = [] }, "/filter/criteria", "no-criteria");

    [Fact]
    public void A_criterion_names_a_field_of_the_items() => Criterion(c => c with { Field = "clicks" }, "/filter/criteria/0/field", "unknown-field");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_weight_counts(int weight) => Criterion(c => c with { Weight = weight }, "/filter/criteria/0/weight", "range");

    [Fact]
    public void A_number_is_compared_with_a_number() => Criterion(c => c with { Than = "question" }, "/filter/criteria/0/than", "unknown-field");

    [Fact]
    public void A_text_is_judged_by_words_and_a_number_is_not()
    {
        Criterion(c => c with { Field = "question", Than = null }, "/filter/criteria/0/field", "criterion");
        Criterion(c => c with { For = ["many"] }, "/filter/criteria/0/field", "criterion");
    }

    [Theory]
    [InlineData("0", "0.7", "0.7", "0.8", "/filter/handover/threshold")]
    [InlineData("0.6", "1.1", "0.7", "0.8", "/filter/handover/precision")]
    [InlineData("0.6", "0.7", "0", "0.8", "/filter/handover/recall")]
    [InlineData("0.6", "0.7", "0.7", "0.80001", "/filter/final/accepted")]
    public void A_bar_can_be_met(string threshold, string precision, string recall, string accepted, string place) => Contract(
        f => f with { Handover = new HandoverBar(Number(threshold), Number(precision), Number(recall)), Final = new FinalBar(Number(accepted)) }, place, "range");

    [Fact]
    public void The_two_bars_are_set_apart()
    {
        FilterContract other = Topics.Contract with { Final = new FinalBar(0.95m) };
        Assert.NotEqual(WorkflowFile.Digest(Topics.Workflow), WorkflowFile.Digest(Topics.Workflow with { Filter = other }));
        Assert.Empty(WorkflowRules.Problems(Topics.Workflow with { Filter = other }));
    }

    [Fact]
    public void A_recall_that_so_few_candidates_can_not_reach_is_a_contradiction() =>
        Contract(f => f with { MostCandidates = 1 }, "/filter/handover/recall", "unreachable");

    [Fact]
    public void A_text_never_needs_more_paragraphs_than_there_are_candidates() =>
        Has(w => w with { Output = w.Output with { Paragraphs = new CountRange(9, 12) } }, "/output/paragraphs", "unreachable");

    [Theory]
    [InlineData(0)]
    [InlineData(FilterContract.MaxCandidates + 1)]
    public void Candidates_are_some_and_not_too_many(int most) => Contract(f => f with { MostCandidates = most }, "/filter/mostCandidates", "range");

    [Fact]
    public void What_is_demanded_is_offered() => Contract(f => f with { Angles = [] }, "/filter/demands", "unreachable");

    [Fact]
    public void An_angle_is_there_once() => Contract(f => f with { Angles = ["How-to", "How-to"] }, "/filter/angles/1", "angle");

    [Fact]
    public void Candidates_stand_in_one_section() =>
        Has(w => w with { Output = w.Output with { Sections = [.. w.Output.Sections, w.Output.Sections[0] with { Key = "more" }] } }, "/output/sections", "filter-sections");

    [Fact]
    public void Nothing_asks_a_filter_for_every_item()
    {
        Has(w => w with { Gate = w.Gate with { Checks = [new GateCheck(CheckKind.ListItems, Severity.Blocking)] } }, "/gate/checks/0", "filter-leaves-out");
        Has(w => w with { Output = w.Output with { MustMention = [JsonPointer.Parse("/topics/name")] } }, "/output/mustMention/0", "filter-leaves-out");
    }

    [Fact]
    public void No_error_is_planted_among_candidates() => Has(w => w with { Gate = w.Gate with { SeededErrorRate = 0.1 } }, "/gate/seededErrorRate", "filter-seeding");

    [Theory]
    [InlineData("/topics/99")]
    [InlineData("/site")]
    [InlineData("/topics/0/name")]
    [Trait("Capability", "C14")]
    public void A_label_names_an_item_of_its_example(string pointer) => Label([JsonPointer.Parse(pointer)], 0);

    [Fact]
    [Trait("Capability", "C14")]
    public void An_item_is_labelled_once() => Label([JsonPointer.Parse("/topics/0"), JsonPointer.Parse("/topics/0")], 1);

    [Fact]
    [Trait("Capability", "C14")]
    public void Only_a_filter_has_labels() => Assert.Contains(
        WorkflowRules.Problems(Build.Workflow() with { Examples = [Build.Workflow().Examples[0] with { Relevant = [JsonPointer.Parse("/nextSteps/0")] }] }),
        p => p.Code == "unknown-item");

    private static void Label(IReadOnlyList<JsonPointer> labels, int at) => Has(
        w => w with { Examples = [w.Examples[0] with { Relevant = labels }] }, $"/examples/0/relevant/{at}", "unknown-item");

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void Criterion(Func<FilterCriterion, FilterCriterion> change, string place, string code) =>
        Contract(f => f with { Criteria = [change(f.Criteria[0]), .. f.Criteria.Skip(1)] }, place, code);

    private static void Contract(Func<FilterContract, FilterContract> change, string place, string code) => Has(w => w with { Filter = change(w.Filter!) }, place, code);

    private static void Has(Func<Workflow, Workflow> change, string place, string code) =>
        Assert.Contains(WorkflowRules.Problems(change(Topics.Workflow)), p => p.Code == code && p.Pointer.ToString() == place);
}
