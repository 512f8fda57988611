using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

[Trait("Capability", "C28")]
public sealed class ContractRulesTests
{
    [Theory]
    [InlineData("Summarize the project.")]
    [InlineData("Write a good report.")]
    [InlineData("Create a professional document with all important things.")]
    [InlineData("Das Projekt zusammenfassen.")]
    [InlineData("Make it short and clear!")]
    public void A_promise_that_names_nothing_is_refused(string promise) => Has(w => w with { Promise = promise }, "/promise", "vague");

    [Theory]
    [InlineData("From your project data to a status update that is ready to review in a minute.")]
    [InlineData("Every milestone with its date.")]
    [InlineData("Aus den Protokollen der Woche wird ein Rundbrief.")]
    public void A_promise_that_names_a_thing_is_none_of_them(string promise) => Assert.Empty(WorkflowRules.Problems(Build.Workflow() with { Promise = promise }));

    [Fact]
    public void A_vague_promise_says_exactly_what_the_contract_lacks()
    {
        Workflow workflow = Build.Workflow();
        OutputContract nothing = workflow.Output with
        {
            Words = new CountRange(1, 5000),
            Paragraphs = new CountRange(1, 50),
            Tone = [],
            MustMention = [],
            Sections = [new ContractSection { Key = "all", Purpose = "Summarize the project.", Fields = [] }],
        };
        IReadOnlyList<Problem> problems = WorkflowRules.Problems(workflow with { Promise = "Summarize the project.", Output = nothing });
        Assert.Equal(
            "“Summarize the project.” names nothing that a draft could be held against. "
            + "Still missing: which fields it starts from, how many words, how many paragraphs, which tone, what it must mention.",
            problems.Single(problem => problem.Pointer.ToString() == "/promise").Detail);
        Assert.Equal(
            ["/promise", "/output/sections/0/fields", "/output/sections/0/purpose", "/output/words", "/output/paragraphs", "/output/tone", "/output/mustMention"],
            problems.Select(problem => problem.Pointer.ToString()));
    }

    [Theory]
    [InlineData(1, 5000)]
    [InlineData(50, 300)]
    public void A_range_that_says_nothing_of_the_length_is_refused(int min, int max) => Output(o => o with { Words = new CountRange(min, max) }, "/output/words", "range-too-wide");

    [Theory]
    [InlineData(50, 160)]
    [InlineData(3, 60)]
    [InlineData(400, 1200)]
    public void A_range_that_says_something_is_none_of_them(int min, int max) =>
        DoesNotHave(o => o with { Words = new CountRange(min, max), Paragraphs = new CountRange(1, 3), Sections = [o.Sections[0]] }, "range-too-wide");

    [Fact]
    public void One_to_twenty_paragraphs_is_no_form() => Output(o => o with { Paragraphs = new CountRange(1, 20) }, "/output/paragraphs", "range-too-wide");

    [Fact]
    public void Paragraphs_that_the_words_cannot_fill_are_refused() =>
        Output(o => o with { Words = new CountRange(5, 15), Paragraphs = new CountRange(4, 5), Sections = [o.Sections[0]] }, "/output/paragraphs", "cannot-be-met");

    [Fact]
    public void Sections_that_the_words_cannot_fill_are_refused() =>
        Output(o => o with { Words = new CountRange(5, 15), Paragraphs = new CountRange(1, 2) }, "/output/sections", "cannot-be-met");

    [Fact]
    public void A_contract_has_a_tone()
    {
        Output(o => o with { Tone = [] }, "/output/tone", "no-tone");
        Output(o => o with { Tone = ["friendly", " "] }, "/output/tone", "no-tone");
    }

    [Theory]
    [InlineData("formal", "casual")]
    [InlineData("playful", "serious")]
    [InlineData("warm", "cold and distant")]
    [InlineData("knapp", "ausführlich")]
    public void Tones_that_contradict_each_other_are_refused(string one, string other) => Output(o => o with { Tone = [one, other] }, "/output/tone", "tone-contradiction");

    [Fact]
    public void Friendly_and_professional_do_not_contradict_each_other() => DoesNotHave(o => o with { Tone = ["friendly", "professional", "formal", "calm"] }, "tone-contradiction");

    [Fact]
    public void Where_people_have_to_fill_in_something_must_be_mentioned() => Output(o => o with { MustMention = [] }, "/output/mustMention", "no-must-mention");

    [Fact]
    public void A_contract_does_not_say_what_it_forbids()
    {
        Output(o => o with { ForbiddenPhrases = ["status of"] }, "/output/subject", "forbidden-phrase");
        Output(o => o with { ForbiddenPhrases = ["This is the update"] }, "/output/sections/0/lead", "forbidden-phrase");
        Output(o => o with { ForbiddenPhrases = ["owned by"] }, "/input/fields/5/wording", "forbidden-phrase");
    }

    [Fact]
    public void The_name_of_a_field_in_braces_is_no_word_of_the_contract() =>
        DoesNotHave(o => o with { ForbiddenPhrases = ["project"], Sections = [o.Sections[0] with { Lead = "{project}." }] }, "forbidden-phrase");

    [Fact]
    public void A_section_without_fields_and_without_a_sentence_is_invented() =>
        Output(o => o with { Sections = [.. o.Sections, new ContractSection { Key = "outlook", Purpose = "Say how the market will be.", Fields = [] }] }, "/output/sections/4/fields", "empty-section");

    [Fact]
    public void A_section_with_a_sentence_of_its_own_needs_no_field() =>
        DoesNotHave(o => o with { Sections = [.. o.Sections, new ContractSection { Key = "thanks", Purpose = "Thank the team.", Fields = [], Lead = "We thank the whole team." }] }, "empty-section");

    [Fact]
    public void Summarize_the_project_lacks_all_five() =>
        Assert.Equal(["inputs", "length", "paragraphs", "tone", "must-mention"], ContractWish.Lacks("Summarize the project.").Select(lack => lack.Code));

    [Fact]
    public void The_methods_specific_brief_lacks_nothing() => Assert.Empty(ContractWish.Lacks(
        "Given these data (milestones completed, current blockers, next steps), draft a status update of 150-200 words in 3-4 paragraphs, in a friendly tone."));

    [Theory]
    [InlineData("From the notes, write 100 words in two paragraphs in a calm tone and mention every decision.", "")]
    [InlineData("Write three paragraphs of 200 words from the table, tone: formal.", "must-mention")]
    [InlineData("Write to the client in the right tone.", "inputs length paragraphs tone must-mention")]
    [InlineData("Aus den Daten: 100 bis 150 Wörter, zwei Absätze, in freundlichem Ton, nenne jeden Meilenstein.", "")]
    public void A_wish_is_read_for_what_it_says(string wish, string lacks) => Assert.Equal(lacks, string.Join(' ', ContractWish.Lacks(wish).Select(lack => lack.Code)));

    private static void Output(Func<OutputContract, OutputContract> change, string place, string code) => Has(w => w with { Output = change(w.Output) }, place, code);

    private static void Has(Func<Workflow, Workflow> change, string place, string code) =>
        Assert.Contains(WorkflowRules.Problems(change(Build.Workflow())), problem => problem.Code == code && problem.Pointer.ToString() == place);

    private static void DoesNotHave(Func<OutputContract, OutputContract> change, string code) =>
        Assert.DoesNotContain(WorkflowRules.Problems(Build.Workflow() with { Output = change(Build.Workflow().Output) }), problem => problem.Code == code);
}
