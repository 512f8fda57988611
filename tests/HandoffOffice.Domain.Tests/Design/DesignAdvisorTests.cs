using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

[Trait("Capability", "C28")]
public sealed class DesignAdvisorTests
{
    [Fact]
    public void A_wide_range_is_advice() => Advises(w => Output(w, o => o with { Words = new CountRange(60, 190) }), "/output/words", "range-wide");

    [Fact]
    public void Long_paragraphs_are_advice() => Advises(w => Output(w, o => o with { Words = new CountRange(500, 600) }), "/output/paragraphs", "long-paragraphs");

    [Fact]
    public void Headings_that_run_together_are_advice() => Advises(w => Output(w, o => o with { Paragraphs = new CountRange(2, 2) }), "/output/paragraphs", "headings-lost");

    [Fact]
    public void A_tone_that_everybody_reads_in_another_way_is_advice() => Advises(w => Output(w, o => o with { Tone = ["friendly", "appropriate tone"] }), "/output/tone/1", "tone-vague");

    [Fact]
    public void A_vague_purpose_is_advice_with_the_sections_own_fields()
    {
        Workflow vague = Output(Build.Workflow(), o => o with { Sections = [o.Sections[0], o.Sections[1] with { Purpose = "Tell everything." }] });
        Assert.Equal("Name it, such as: Name the Blockers and the Exceptions requested.", DesignAdvisor.Advice(vague).Single(advice => advice.Code == "purpose-vague").Suggestion);
    }

    [Fact]
    public void A_must_mention_that_a_record_may_leave_empty_is_a_hint() => Advises(w => w, "/output/mustMention/4", "must-mention-optional");

    [Fact]
    public void A_must_mention_that_no_section_speaks_of_is_advice() =>
        Advises(w => Output(w, o => o with { Sections = [.. o.Sections.Where(section => section.Key != "blockers")] }), "/output/mustMention/4", "must-mention-nowhere");

    [Fact]
    public void A_field_that_nobody_speaks_of_is_advice() =>
        Advises(w => Output(w, o => o with { Sections = [.. o.Sections.Where(section => section.Key != "closing")] }), "/input/fields/4", "field-unused");

    [Fact]
    public void A_check_that_the_contract_calls_for_is_advice() =>
        Advises(w => w with { Gate = w.Gate with { Checks = [.. w.Gate.Checks.Where(check => check.Kind != CheckKind.Dates)] } }, "/gate/checks", "check-missing");

    [Fact]
    [Trait("Capability", "C11")]
    public void Fewer_than_three_examples_with_expected_facts_are_advice() => Advises(w => w with { Examples = [w.Examples[0] with { Expected = null }] }, "/examples", "few-examples");

    private static Workflow Output(Workflow workflow, Func<OutputContract, OutputContract> change) => workflow with { Output = change(workflow.Output) };

    private static void Advises(Func<Workflow, Workflow> change, string place, string code) =>
        Assert.Contains(DesignAdvisor.Advice(change(Build.Workflow())), advice => advice.Code == code && advice.Pointer.ToString() == place);
}
