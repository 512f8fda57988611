using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

[Trait("Capability", "C28")]
public sealed class WorkflowRulesTests
{
    [Theory]
    [InlineData("Status Report")]
    [InlineData("-status")]
    [InlineData("status--report")]
    [InlineData("status\n")]
    [InlineData("")]
    public void A_key_is_lower_case_words_joined_by_hyphens(string key) => Has(w => w with { Key = key }, "/key", "key");

    [Fact]
    public void A_key_has_at_most_64_characters() => Has(w => w with { Key = new string('a', 65) }, "/key", "key");

    [Fact]
    public void A_version_is_positive() => Has(w => w with { Version = 0 }, "/version", "version");

    [Fact]
    public void A_baseline_is_positive() => Has(w => w with { BaselineMinutes = 0 }, "/baselineMinutes", "baseline");

    [Fact]
    public void Names_are_given() => Has(w => w with { Name = " " }, "/name", "empty");

    [Fact]
    public void A_template_has_fields() => Has(w => w with { Input = new InputTemplate([], []) }, "/input/fields", "no-fields");

    [Fact]
    public void A_group_that_a_field_names_exists() => Field(f => f with { Group = "nowhere" }, "/input/fields/0/group", "unknown-group");

    [Theory]
    [InlineData("Client")]
    [InlineData("client name")]
    [InlineData("client\n")]
    [InlineData("project")]
    public void A_field_has_a_name_of_its_own_in_camel_case(string name) =>
        Has(w => WithField(w, w.Input.Fields.Select(f => f.Name).ToList().IndexOf(name) == 1 ? 2 : 0, f => f with { Name = name }), null, "name");

    [Fact]
    public void A_field_has_a_label() => Field(f => f with { Label = "" }, "/input/fields/0/label", "empty");

    [Fact]
    public void A_choice_has_choices() => Field(f => f with { Kind = FieldKind.Choice }, "/input/fields/0/choices", "choices");

    [Fact]
    public void Choices_differ() => Field(f => f with { Kind = FieldKind.Choice, Choices = ["a", "a"] }, "/input/fields/0/choices", "choices");

    [Fact]
    public void Only_a_choice_has_choices() => Field(f => f with { Choices = ["a"] }, "/input/fields/0/choices", "choices");

    [Fact]
    public void A_least_value_is_not_above_the_greatest() => Field(f => f with { Min = 2, Max = 1 }, "/input/fields/0", "range");

    [Fact]
    public void A_least_length_is_not_above_the_greatest_that_holds_without_one() => Field(f => f with { MinLength = 501, MaxLength = null }, "/input/fields/0", "range");

    [Fact]
    public void A_limit_has_a_canonical_form() => Field(f => f with { Max = 1e20m }, "/input/fields/0", "range");

    [Theory]
    [InlineData("(")]
    [InlineData("a)|(b")]
    [InlineData("(?=a)")]
    [InlineData(@"(a)\1")]
    public void A_pattern_is_one_that_runs_in_linear_time(string pattern) => Field(f => f with { Pattern = pattern }, "/input/fields/0/pattern", "pattern");

    [Fact]
    public void A_list_has_fields() => Field(f => f with { Kind = FieldKind.List }, "/input/fields/0/fields", "no-fields");

    [Fact]
    public void Lists_do_not_nest() => Field(
        f => f with { Kind = FieldKind.List, Fields = [Build.List("inner", Build.Field("text", FieldKind.Text))] }, "/input/fields/0/fields/0/kind", "nested-list");

    [Fact]
    public void Only_a_list_has_fields() => Field(f => f with { Fields = [] }, "/input/fields/0/fields", "fields");

    [Fact]
    public void A_range_is_in_order() => Output(o => o with { Words = new CountRange(200, 150) }, "/output/words", "range");

    [Fact]
    public void A_contract_without_length_is_refused() => Output(o => o with { Paragraphs = new CountRange(0, 3) }, "/output/paragraphs", "range");

    [Fact]
    public void A_contract_has_sections() => Output(o => o with { Sections = [] }, "/output/sections", "no-sections");

    [Fact]
    public void A_sections_key_is_its_own() => Output(o => o with { Sections = [.. o.Sections, o.Sections[0]] }, "/output/sections/4/key", "key");

    [Fact]
    public void A_section_says_what_it_is_for() => Output(o => o with { Sections = [o.Sections[0] with { Purpose = "" }] }, "/output/sections/0/purpose", "empty");

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/client/name")]
    [InlineData("/milestonesCompleted/")]
    [InlineData("/milestonesCompleted/0/0/date")]
    [InlineData("")]
    public void A_pointer_of_the_contract_names_a_field(string pointer) =>
        Output(o => o with { MustMention = [JsonPointer.Parse(pointer)] }, "/output/mustMention/0", "unknown-field");

    [Theory]
    [InlineData("/milestonesCompleted/date")]
    [InlineData("/budget/currency")]
    public void A_pointer_may_name_a_column_or_a_part(string pointer) =>
        Assert.Empty(WorkflowRules.Problems(Build.Workflow() with { Output = Build.Workflow().Output with { MustMention = [JsonPointer.Parse(pointer)] } }));

    [Fact]
    public void A_text_in_braces_names_a_plain_field() => Output(o => o with { Subject = "Status of {blockers}" }, "/output/subject", "unknown-field");

    [Fact]
    public void A_mail_has_a_recipient() => Output(o => o with { Format = OutputFormat.Email }, "/output/recipients", "recipient");

    [Fact]
    public void High_stakes_need_two_reviewers() => Has(w => w with { Stakes = Stakes.High }, "/gate/reviewers", "range");

    [Theory]
    [Trait("Capability", "C54")]
    [InlineData(Stakes.Medium, 169)]
    [InlineData(Stakes.High, 73)]
    public void With_higher_stakes_an_approval_expires_sooner(Stakes stakes, int hours) =>
        Has(w => w with { Stakes = stakes, Gate = w.Gate with { ApprovalHours = hours } }, "/gate/approvalHours", "range");

    [Fact]
    [Trait("Capability", "C54")]
    public void With_more_than_low_stakes_wrong_facts_block()
    {
        static Workflow Warns(Workflow w, Stakes stakes) => w with { Stakes = stakes, Gate = w.Gate with { Checks = [new GateCheck(CheckKind.Dates, Severity.Warning)] } };
        Has(w => Warns(w, Stakes.Medium), "/gate/checks/0/severity", "rigor");
        Has(w => Warns(w, Stakes.High), "/gate/checks", "rigor");
        Assert.DoesNotContain(WorkflowRules.Problems(Warns(Build.Workflow(), Stakes.Low)), problem => problem.Code == "rigor");
    }

    [Fact]
    public void Loops_are_at_most_five() => Gate(g => g with { LoopBudget = 6 }, "/gate/loopBudget", "range");

    [Fact]
    public void An_approval_expires() => Gate(g => g with { ApprovalHours = 721 }, "/gate/approvalHours", "range");

    [Fact]
    public void A_review_is_due() => Gate(g => g with { ReviewHours = 0 }, "/gate/reviewHours", "range");

    [Fact]
    public void A_gate_has_checks() => Gate(g => g with { Checks = [] }, "/gate/checks", "no-checks");

    [Fact]
    public void A_check_is_listed_once() => Gate(g => g with { Checks = [.. g.Checks, g.Checks[0]] }, "/gate/checks", "duplicate-check");

    [Fact]
    public void The_author_does_not_answer_for_the_release_where_stakes_are_not_low() => Has(
        w => w with { Responsibilities = w.Responsibilities with { Release = new Duty("Author", DutyHolder.Author) } },
        "/responsibilities/release/holder", "separation-of-duties");

    [Fact]
    public void A_checklist_has_an_item_that_nobody_can_skip() =>
        Gate(g => g with { Checklist = [.. g.Checklist.Select(i => i with { NonNegotiable = false })] }, "/gate/checklist", "no-non-negotiable");

    [Fact]
    public void A_checklist_items_id_is_its_own() => Gate(g => g with { Checklist = [g.Checklist[0], g.Checklist[0]] }, "/gate/checklist/1/id", "key");

    [Fact]
    public void A_checklist_item_says_what_to_check_against_what() =>
        Gate(g => g with { Checklist = [g.Checklist[0] with { Text = "Check the dates carefully." }] }, "/gate/checklist/0/text", "vague");

    [Fact]
    public void A_workflow_has_an_example() => Has(w => w with { Examples = [] }, "/examples", "no-examples");

    [Fact]
    public void An_example_fits_the_template() =>
        Has(w => w with { Examples = [w.Examples[0] with { Record = Build.Json("{}") }] }, "/examples/0/record/client", "required");

    private static void Field(Func<TemplateField, TemplateField> change, string place, string code) => Has(w => WithField(w, 0, change), place, code);

    private static void Output(Func<OutputContract, OutputContract> change, string place, string code) => Has(w => w with { Output = change(w.Output) }, place, code);

    private static void Gate(Func<Gate, Gate> change, string place, string code) => Has(w => w with { Gate = change(w.Gate) }, place, code);

    private static void Has(Func<Workflow, Workflow> change, string? place, string code) =>
        Assert.Contains(WorkflowRules.Problems(change(Build.Workflow())), p => p.Code == code && (place is null || p.Pointer.ToString() == place));

    private static Workflow WithField(Workflow workflow, int index, Func<TemplateField, TemplateField> change) =>
        workflow with { Input = workflow.Input with { Fields = [.. workflow.Input.Fields.Select((field, i) => i == index ? change(field) : field)] } };
}
