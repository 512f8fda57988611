using HandoffOffice.Domain.Checking.Style;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Models.Tests;

[Trait("Capability", "C20")]
public sealed class StyleTests
{
    private static readonly StyleGuide Guide = new()
    {
        Contractions = ContractionUse.Prefer,
        Terms = [new PreferredTerm("stage gate", ["milestone"])],
        Banned = [new BannedWord("synergy")],
        LongestSentence = 20,
        Spelling = SpellingVariant.British,
    };

    [Fact]
    public async Task The_template_drafter_keeps_to_the_guide_where_the_words_are_its_own()
    {
        Brief brief = Given.StatusReport.WithOutput(output => output with { Style = Guide });
        IReadOnlyList<DraftSentence> draft = await Given.WrittenByRules(brief);
        Assert.All(draft, sentence => Assert.DoesNotContain(StyleFaults.In(sentence.Text, brief.Workflow.Output),
            fault => fault.Suggestion is not null && !brief.Record.Canonical.Contains(sentence.Text.Substring(fault.Start, fault.Length), StringComparison.OrdinalIgnoreCase)));
        Assert.NotEqual(Given.AsText(await Given.WrittenByRules(Given.StatusReport)), Given.AsText(draft));
    }

    [Fact]
    public void The_brief_tells_the_model_each_rule_of_the_guide()
    {
        string system = BriefText.System(Given.StatusReport.WithOutput(output => output with { Style = Guide }).Workflow);
        foreach (string rule in new[] { "Use contractions", "At most 20 words", "British spelling", "Say \"stage gate\", not \"milestone\"", "Never write \"synergy\"" })
        {
            Assert.Contains(rule, system, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("contractions", BriefText.System(Given.StatusReport.Workflow), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("newsletter")]
    [InlineData("job-advert")]
    public void The_library_shows_how_a_guide_is_used(string workflow)
    {
        Workflow shipped = Given.Sample(workflow);
        Assert.NotNull(shipped.Output.Style);
        Assert.Contains(shipped.Gate.Checks, check => check.Kind == CheckKind.Style);
        Assert.Empty(WorkflowRules.Problems(shipped));
    }
}
